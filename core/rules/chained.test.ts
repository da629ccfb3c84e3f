import { expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { isAskedForAnswer, isChained } from './chained.ts'

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

it.each([
  [true, 'its answer was cut off', `a = ${ask('x')}\nif a.status == "incomplete":\n    b = ${ask('y')}\n`],
  [true, 'what is made of it is empty', `a = ${ask('x')}\ntext = a.output_text\nif not text:\n    b = ${ask('y')}\n`],
  [false, 'something else is so', `a = ${ask('x')}\nif more:\n    b = ${ask('y')}\n`],
  [false, 'it comes after it', `a = ${ask('x')}\nb = ${ask('y')}\n`],
])('%s: the second is asked where %s', (asked, _, code) => {
  const text = `import openai\n${code}`
  const module = lower(text)
  const calls = findModelCalls(fileDocument('a.py', 'python', text), module, [sdk])
  expect(calls.map((call) => isAskedForAnswer(call, module))).toEqual([false, asked])
})
