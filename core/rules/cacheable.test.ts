import { expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { isCalledAgain } from './cacheable.ts'

const asked = 'import openai\ndef ask(text):\n    return openai.responses.create(model="m", input=text)\n'

it.each([
  [true, 'nothing here calls it: others do', asked],
  [false, 'it is tried once, at the end of the file', `${asked}if __name__ == "__main__":\n    print(ask("a"))\n`],
  [false, 'it is tried once, in main', `${asked}def main():\n    print(ask("a"))\nmain()\n`],
  [true, 'it is called for each', `${asked}for text in texts:\n    ask(text)\n`],
  [true, 'a function calls it', `${asked}def both(a, b):\n    return ask(a + b)\n`],
])('%s: %s', (again, _, text) => {
  const module = lower(text)
  const [call] = findModelCalls(fileDocument('a.py', 'python', text), module, [sdk])
  expect(isCalledAgain(call!, module)).toBe(again)
})
