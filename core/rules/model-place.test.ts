import { expect, test } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { applyEdits } from '../fixes/text.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'
import { modelConstant, modelPlace, writeModel, writeModelForAll } from './model-place.ts'

async function asks(file: string, code: string, write = writeModel) {
  const session = createSession({
    registry,
    prices: loadPriceBook(),
    tokens: () => estimator,
    settings: () => noSettings,
  })
  session.open(file, code)
  const { sites } = await session.settled(file)
  const call = sites.find(({ site }) => site.kind === 'model-call')?.site
  if (call?.kind !== 'model-call') throw new Error('no call')
  const document = session.document(file)!
  const edit = write(call, 'other', document)
  const constant = modelConstant(call)
  return {
    at: code.slice(...modelPlace(call, document).span),
    constant: constant && code.slice(...constant.span),
    fixed:
      edit &&
      applyEdits(code, [edit])
        .split('\n')
        .filter((line) => line.includes('other'))
        .join('\n'),
  }
}

test('a name in the call is written over', async () => {
  expect(
    await asks('a.py', 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n'),
  ).toEqual({
    at: '"gpt-4o"',
    constant: undefined,
    fixed: 'OpenAI().chat.completions.create(model="other", messages=[])',
  })
})

test('a name inside the argument is written over, and what makes a model of it stays', async () => {
  const code = `import { generateText } from 'ai'
import { openai } from '@ai-sdk/openai'
await generateText({ model: openai('gpt-4o'), prompt: 'Hi' })
`
  expect(await asks('a.ts', code)).toMatchObject({
    at: "openai('gpt-4o')",
    fixed: "await generateText({ model: openai('other'), prompt: 'Hi' })",
  })
})

test('a constant is left to its other users', async () => {
  const code = `import OpenAI from 'openai'
const MODEL = 'gpt-4o'
await new OpenAI().chat.completions.create({ model: MODEL, messages: [] })
`
  expect(await asks('a.ts', code)).toEqual({
    at: 'MODEL',
    constant: "'gpt-4o'",
    fixed: "await new OpenAI().chat.completions.create({ model: 'other', messages: [] })",
  })
})

test('what is so of the model itself is so for all users of a constant', async () => {
  const code = `import OpenAI from 'openai'
const MODEL = 'gpt-4o'
await new OpenAI().chat.completions.create({ model: MODEL, messages: [] })
`
  expect(await asks('a.ts', code, writeModelForAll)).toMatchObject({ at: 'MODEL', fixed: "const MODEL = 'other'" })
})

test('a model that is made apart from the call is changed there', async () => {
  const code = `import { generateText } from 'ai'
import { openai } from '@ai-sdk/openai'
const big = openai('gpt-4o')
await generateText({ model: big, prompt: 'Hi' })
`
  expect(await asks('a.ts', code)).toMatchObject({ at: 'big', fixed: "const big = openai('other')" })
  const python = 'from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="gpt-4o")\nllm.invoke("Hi")\n'
  expect(await asks('a.py', python)).toMatchObject({ at: '"gpt-4o"', fixed: 'llm = ChatOpenAI(model="other")' })
})

test('a name that is put together is not written over', async () => {
  const code = 'from openai import OpenAI\nV = "4o"\nOpenAI().chat.completions.create(model=f"gpt-{V}", messages=[])\n'
  expect((await asks('a.py', code)).fixed).toBeUndefined()
})
