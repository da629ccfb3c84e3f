import { expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { isChained } from './chained.ts'

const ask = (input: string) => `openai.responses.create(model="m", input=${input})`

it.each([
  [true, 'the answer itself', `for i in range(3):\n    text = ${ask('text')}\n`],
  [true, 'what is made of it', `for x in xs:\n    r = ${ask('[x, last]')}\n    last = r.output_text\n`],
  [false, 'only what the loop brings', `for x in xs:\n    r = ${ask('x')}\n`],
  [false, 'a name made anew in each pass', `for x in xs:\n    text = x.body\n    text = ${ask('text')}\n`],
  [false, 'no loop', `text = ${ask('text')}\n`],
])('%s: it asks with %s', (chained, _, code) => {
  const text = `import openai\n${code}`
  const module = lower(text)
  const [call] = findModelCalls(fileDocument('a.py', 'python', text), module, [sdk])
  expect(isChained(call!, module)).toBe(chained)
})
