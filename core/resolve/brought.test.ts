import { describe, expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk as openai } from '../../language-rules/sdks/openai.ts'
import { sdk as pydanticAi } from '../../language-rules/sdks/pydantic-ai.ts'
import { createProgram } from '../analyse/program.ts'
import { fileDocument } from '../document.ts'
import { valueOf } from '../known.ts'
import { findModelCalls } from './calls.ts'

/** Path and model of the calls in `a.py`, beside which the other files stand. */
function callsIn(code: string, others: Readonly<Record<string, string>> = {}) {
  const files: Readonly<Record<string, string>> = { 'a.py': code, ...others }
  const documentOf = (file: string) => {
    const text = files[file]
    return text === undefined ? undefined : fileDocument(file, 'python', text)
  }
  const program = createProgram({
    isPackage: () => false,
    mayConcern: () => false,
    mayBeHanded: () => false,
    find: (candidates) => candidates.find((file) => file in files),
    document: documentOf,
    lower: (document) => lower(document.text),
  })
  const context = program.context('a.py')!
  const found = findModelCalls(documentOf('a.py')!, context.module, [openai, pydanticAi], context)
  return found.map(({ call, model }) => [call, valueOf(model)])
}

const ask = 'client.responses.create(model="gpt-4o", input="Hi")'

describe('a name brought by a star', () => {
  it('is what the other file holds, or itself imports', () => {
    const files = { 'helpers.py': 'from openai import OpenAI\nMODEL = "gpt-4o"\n' }
    const code = 'from helpers import *\nclient = OpenAI()\nclient.responses.create(model=MODEL, input="Hi")\n'
    expect(callsIn(code, files)).toEqual([['openai.responses.create', 'gpt-4o']])
  })

  it("is the package's", () => {
    expect(callsIn(`from openai import *\nclient = OpenAI()\n${ask}\n`)).toEqual([
      ['openai.responses.create', 'gpt-4o'],
    ])
  })

  it('is not taken for one that Python has, or that the file binds', () => {
    const code = `from openai import *\nclass OpenAI: ...\nclient = OpenAI()\n${ask}\n`
    expect(callsIn(code)).toEqual([])
    const models = 'for model in list(["gpt-4o"]):\n    client.responses.create(model=model, input="Hi")\n'
    expect(callsIn(`from openai import *\nclient = OpenAI()\n${models}`)).toEqual([
      ['openai.responses.create', 'gpt-4o'],
    ])
  })
})

describe('what a function is given by what runs it', () => {
  const task = `def task(client, q):\n    ${ask}\n`
  const made = 'from openai import OpenAI\nc = OpenAI()\n'
  const one = [['openai.responses.create', 'gpt-4o']]

  it('reaches its parameters through an executor or a thread', () => {
    expect(callsIn(`${made}${task}executor.submit(task, c, "x")\n`)).toEqual(one)
    expect(callsIn(`${made}${task}loop.run_in_executor(None, task, c, "x")\n`)).toEqual(one)
    expect(callsIn(`${made}${task}Thread(target=task, args=(c, "x")).start()\n`)).toEqual(one)
    expect(callsIn(`${made}${task}Thread(target=task, kwargs={"client": c}).start()\n`)).toEqual(one)
  })

  it('is not itself called where only an argument is a client', () => {
    const agent = 'from pydantic_ai import Agent\nfrom openai import OpenAI\nc = OpenAI()\n'
    const code = `${agent}asyncio.to_thread(task, c.responses.create, "x")\ndef task(f, q):\n    return q\n`
    expect(callsIn(code)).toEqual([])
  })
})

it('a class with its types in brackets is the class, where it is made and where it is declared', () => {
  const code = `from pydantic_ai import Agent
agent = Agent[None, str]("openai:gpt-4o")
agent.run_sync("Hi")
def later(other: Agent[None, str]):
    other.run_sync("Hi")
def many(others: list[Agent]):
    others.run_sync("Hi")
`
  expect(callsIn(code)).toEqual([
    ['pydantic-ai.run_sync', 'gpt-4o'],
    ['pydantic-ai.run_sync', undefined],
  ])
})

describe('a parameter of a declared type', () => {
  const config = 'class Config:\n    def __init__(self, model="gpt-4o"):\n        self.model = model\n'
  const ask = 'def ask(config: Config):\n    OpenAI().responses.create(model=config.model, input="Hi")\n'
  const code = `from openai import OpenAI\nfrom config import Config\n${ask}`

  it('holds what is made for it here, and only else what the type begins with', () => {
    const files = { 'config.py': config }
    expect(callsIn(code, files)).toEqual([['openai.responses.create', 'gpt-4o']])
    expect(callsIn(`${code}ask(Config(model=saved["model"]))\n`, files)).toEqual([
      ['openai.responses.create', undefined],
    ])
    expect(callsIn(`${code}ask(Config(model="gpt-4.1"))\n`, files)).toEqual([['openai.responses.create', 'gpt-4.1']])
  })
})
