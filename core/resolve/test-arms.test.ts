import { expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { sdk as aiSdk } from '../../language-rules/sdks/ai-sdk.ts'
import { sdk as openai } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import type { ModelCall } from '../types.ts'
import { findModelCalls } from './calls.ts'

const inPython = (code: string) => findModelCalls(fileDocument('src/a.py', 'python', code), python(code), [openai])
const inTypeScript = (code: string) =>
  findModelCalls(fileDocument('src/a.ts', 'typescript', code), typescript(code), [aiSdk, openai])

const told = (calls: readonly ModelCall[]) =>
  calls.map(({ model }) => (model.is === 'known' || model.is === 'assumed' ? model.value : model.is))

it('a call takes the model of the arm that runs outside of tests, from a function that returns a stand-in', () => {
  const code = `import { customProvider, generateText } from 'ai'
import { openai } from '@ai-sdk/openai'
import { isTestEnvironment } from './constants'
const fakes = isTestEnvironment ? customProvider({ languageModels: require('./models.mock') }) : null
function titles() {
  if (isTestEnvironment && fakes) {
    return fakes.languageModel('titles')
  }
  return openai('gpt-4o-mini')
}
await generateText({ model: titles(), prompt: 'Name it.' })
`
  expect(told(inTypeScript(code))).toEqual(['gpt-4o-mini'])
})

it('a name, an attribute and a setting that tests give something else hold what they hold outside of tests', () => {
  const name = `import os
from openai import OpenAI
MODEL = "gpt-4o"
if os.getenv("ENV") == "test":
    MODEL = make_model()
OpenAI().responses.create(model=MODEL, input="Hi")
`
  const attribute = `from openai import OpenAI
class Bot:
    def __init__(self):
        if settings.TESTING:
            self.model = fake()
        else:
            self.model = "gpt-4o"
    def ask(self):
        return OpenAI().responses.create(model=self.model, input="Hi")
`
  const setting = `import OpenAI from 'openai'
const config = { model: 'gpt-4o' }
if (process.env.NODE_ENV === 'test') config.model = fake()
new OpenAI().responses.create({ model: config.model, input: 'Hi' })
`
  expect(told([...inPython(name), ...inPython(attribute), ...inTypeScript(setting)])).toEqual([
    'gpt-4o',
    'gpt-4o',
    'gpt-4o',
  ])
})

it('inside the arm the stand-in holds, and one that nothing stands beside holds everywhere', () => {
  const inside = `import OpenAI from 'openai'
let model = 'gpt-4o'
if (isTest) {
  model = 'gpt-4o-mini'
  new OpenAI().responses.create({ model, input: 'Hi' })
}
`
  const alone = `from openai import OpenAI
model = None
if TESTING:
    model = "gpt-4o-mini"
OpenAI().responses.create(model=model, input="Hi")
`
  expect(told([...inTypeScript(inside), ...inPython(alone)])).toEqual(['gpt-4o-mini', 'gpt-4o-mini'])
})
