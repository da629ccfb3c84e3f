import { expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { isWaitedFor } from './waited-for.ts'

const asked = 'import openai\ndef ask(text):\n    return openai.responses.create(model="m", input=text)\n'
const speed = 'start = time.time()\nfor text in texts:\n    ask(text)\nprint(len(texts) / (time.time() - start))\n'

it.each([
  [true, 'a benchmark that says how many it did a second', 'scripts/benchmark_haiku.py', asked + speed],
  [
    false,
    'a benchmark that says nothing of it',
    'scripts/benchmark_haiku.py',
    `${asked}for text in texts:\n    ask(text)\n`,
  ],
  [
    true,
    'a task whose result is waited for where it is sent',
    'tasks.py',
    `${asked}print(ask.delay("a text").get(timeout=20))\n`,
  ],
  [false, 'a task that is sent only', 'tasks.py', `${asked}ask.delay("a text")\n`],
  [false, 'another script that says how far it is', 'scripts/label.py', asked + speed],
])('%s: %s', (waited, _, file, text) => {
  const module = lower(text)
  const document = fileDocument(file, 'python', text)
  const [call] = findModelCalls(document, module, [sdk])
  expect(isWaitedFor(call!, module, document)).toBe(waited)
})
