import { expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { changeOf } from './changing.ts'

const ask = (input: string) => `openai.responses.create(model="m", input=${input})\n`
const inFunction = (parameter: string, input: string, before = 'pass') =>
  `def f(${parameter}):\n    ${before}\n    return ${ask(input)}`

it.each([
  ['the time or a random id', 'the clock', ask('f"{datetime.now()}"')],
  ['the time or a random id', 'an id', ask('f"{uuid.uuid4()}"')],
  [undefined, 'the date, the same all day', ask('f"{datetime.now().strftime(\'%d %B %Y\')}"')],
  ['the time or a random id', 'the hour', ask('f"{datetime.now().strftime(\'%H:%M\')}"')],
  ['each pass of a loop', 'what the loop brings', `for doc in docs:\n    ${ask('f"Read {doc.body}"')}`],
  ['a parameter', 'what the function is given', inFunction('question', 'f"Q: {question}"')],
  ['a parameter', 'what is made of it', inFunction('question', 'f"Q: {asked}"', 'asked = question.strip()')],
  [undefined, 'a parameter with a default', inFunction('question="Why?"', 'f"Q: {question.x}"')],
  [undefined, 'what a program is set up with', inFunction('language', 'f"Answer in {language}"')],
  [undefined, 'earlier turns', inFunction('history', 'f"{history}"')],
  [undefined, 'what the module holds', `rules = open("rules.txt").read()\n${ask('f"{rules}"')}`],
  [undefined, 'a name given two values, one of which stays', inFunction('q', 'f"{x}"', 'x = read()\n    x = q')],
])('%s: %s', (why, _, code) => {
  const text = `import openai\n${code}`
  const module = lower(text)
  const document = fileDocument('a.py', 'python', text)
  const [call] = findModelCalls(document, module, [sdk])
  const hole = call!.input.find((part) => part.is === 'hole')!
  expect(changeOf(hole, call!, module, document)).toBe(why)
})
