import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { sdk as anthropic } from '../../language-rules/sdks/anthropic.ts'
import { sdk as openai } from '../../language-rules/sdks/openai.ts'
import { fileDocument, notebookDocument, textOf } from '../document.ts'
import type { ModelCall } from '../types.ts'
import { findModelCalls } from './calls.ts'

const sdks = [openai, anthropic]

function inPython(code: string, file = 'src/a.py'): readonly ModelCall[] {
  return findModelCalls(fileDocument(file, 'python', code), python(code), sdks)
}

function inTypeScript(code: string, file = 'src/a.ts'): readonly ModelCall[] {
  return findModelCalls(fileDocument(file, 'typescript', code), typescript(code), sdks)
}

const py = 'from openai import OpenAI\nc = OpenAI()\n'
const call = 'c.responses.create(model="gpt-4o", input="Hi")'

it('a client that another function makes, and a method in brackets, are found', () => {
  const code = `import OpenAI from 'openai'
let c = null
const ask = (q) => c['responses']['create']({ model: 'gpt-4o', input: q })
export function init() {
  c = new OpenAI()
}
`
  expect(inTypeScript(code).map(({ call }) => call)).toEqual(['openai.responses.create'])
})

describe('the key of a call', () => {
  it('holds the names around it and its path, and an ordinal only among equals', () => {
    const code = `${py}class Bot:\n    def run(self):\n        ${call}\n        ${call}\n        c.embeddings.create(model="m", input="x")\n${call}\n`
    expect(inPython(code).map(({ key }) => key)).toEqual([
      'Bot.run/openai.responses.create',
      'Bot.run/openai.responses.create#2',
      'Bot.run/openai.embeddings.create',
      'openai.responses.create',
    ])
  })

  it('holds the constant, property or export an arrow function is the value of', () => {
    const ask = 'c.responses.create({ model: "gpt-4o", input: "Hi" })'
    const code = `import OpenAI from 'openai'
const c = new OpenAI()
export const one = async () => ${ask}
const all = { two: () => ${ask} }
exports.three = (() => ${ask})
xs.map(() => ${ask})
`
    expect(inTypeScript(code).map(({ key }) => key)).toEqual([
      'one/openai.responses.create',
      'two/openai.responses.create',
      'three/openai.responses.create',
      'openai.responses.create',
    ])
  })

  it('does not change when lines move', () => {
    const code = `${py}def run():\n    ${call}\n`
    expect(inPython(`# note\n\n${code}`)[0]!.key).toBe(inPython(code)[0]!.key)
  })
})

it('a call in a notebook is placed inside its cell, with a constant from another', () => {
  const cells = [
    { cell: 1, text: 'from openai import OpenAI\nM = "gpt-4o"' },
    { cell: 4, text: `c = OpenAI()\nc.responses.create(model=M, input="Hi")` },
  ]
  const document = notebookDocument('a.ipynb', 'python', cells)
  const [found] = findModelCalls(document, python(document.text), sdks)
  expect(found!.location).toEqual({ file: 'a.ipynb', cell: 4, span: [13, 52] })
  expect(textOf(document, 4).slice(...found!.location.span)).toBe('c.responses.create(model=M, input="Hi")')
  expect(found!.model).toEqual({
    is: 'known',
    value: 'gpt-4o',
    via: 'constant',
    at: { file: 'a.ipynb', cell: 1, span: [30, 38] },
  })
  expect(found!.hints).toEqual(['notebook'])
})

it.each([
  ['request', ['http']],
  ['req: HttpRequest', ['http']],
  ['self, request', ['http']],
  ['request: str', []],
  ['requests', []],
])('def view(%s): who waits', (parameters, hints) => {
  expect(inPython(`${py}def view(${parameters}):\n    ${call}\n`)[0]!.hints).toEqual(hints)
})

it('a cache that is kept for an hour is told from the usual one', () => {
  const asked = (mark: string) =>
    inPython(
      `import anthropic\nanthropic.Anthropic().messages.create(model="m", max_tokens=9, system=[{"type": "text", "text": "Hi", "cache_control": ${mark}}], messages=[])`,
    ).map(({ cached, cacheLife }) => ({ cached, cacheLife }))
  expect(asked('{"type": "ephemeral"}')).toEqual([{ cached: true }])
  expect(asked('{"type": "ephemeral", "ttl": "1h"}')).toEqual([{ cached: true, cacheLife: '1h' }])
  expect(asked('{"type": "ephemeral", "ttl": "5m"}')).toEqual([{ cached: true }])
})

describe('what a fix needs', () => {
  it.each([
    ['OpenAI()', 'max_completion_tokens'],
    ['OpenAI(base_url="https://api.mistral.ai/v1")', 'max_tokens'],
    ['OpenAI(base_url=url)', 'max_tokens'],
    ['AzureOpenAI()', 'max_completion_tokens'],
  ])('%s limits the output by %s', (client, name) => {
    const code = `from openai import OpenAI, AzureOpenAI\n${client}.chat.completions.create(model="m", messages=[])`
    expect(inPython(code)[0]!.source.parameters.maxOutput).toBe(name)
  })

  it('knows where the arguments stand and which parameters the call has', () => {
    const code = `${py}c.chat.completions.create(model="gpt-4o", messages=[])`
    const { source } = inPython(code)[0]!
    expect(source.parameters).toEqual({ model: 'model', maxOutput: 'max_completion_tokens', cache: undefined })
    expect(code.slice(...source.arguments.model!.span)).toBe('"gpt-4o"')
    expect(Object.keys(source.arguments)).toEqual(['model', 'messages'])
  })

  it('names the limit that is written, not the newer one', () => {
    const { source, maxOutput } = inPython(`${py}c.chat.completions.create(model="m", messages=[], max_tokens=7)`)[0]!
    expect(source.parameters.maxOutput).toBe('max_tokens')
    expect(maxOutput).toMatchObject({ is: 'known', value: 7 })
  })
})

describe('an argument', () => {
  it.each([
    ['left out', '', { is: 'unknown', why: 'absent' }],
    ['None', ', max_output_tokens=None', { is: 'unknown', why: 'absent' }],
    ['NOT_GIVEN', ', max_output_tokens=openai.NOT_GIVEN', { is: 'unknown', why: 'absent' }],
    ['in a spread nobody can read', ', **options()', { is: 'unknown', why: 'dynamic' }],
    ['in a spread of this file', ', **dict(max_output_tokens=5)', { is: 'known', value: 5 }],
  ])('%s', (_, args, sees) => {
    const code = `import openai\n${py}c.responses.create(model="m", input="x"${args})`
    expect(inPython(code)[0]!.maxOutput).toMatchObject(sees)
  })

  it('set on the record under a condition is not known', () => {
    const code = `${py}p = {"model": "m"}\nif x:\n    p["max_output_tokens"] = 5\nc.responses.create(**p, input="x")`
    expect(inPython(code)[0]!.maxOutput).toMatchObject({ is: 'unknown', why: 'dynamic' })
  })

  it('is read inside a record by its dotted name', () => {
    const code = `${py}c.responses.create(model="m", input="x", reasoning={"effort": "high"}, service_tier="flex", stream=True)`
    expect(inPython(code)[0]).toMatchObject({ reasoning: { value: 'high' }, tier: { value: 'flex' }, stream: true })
  })

  it('given to a partial before is the call’s own, unless given again', () => {
    const code = `from functools import partial\n${py}ask = partial(c.responses.create, model="a", max_output_tokens=5)\nask(model="b", input="x")`
    expect(inPython(code)[0]).toMatchObject({ model: { value: 'b' }, maxOutput: { value: 5 } })
  })
})

describe('what is not proven is not reported', () => {
  it.each([
    [
      'a method of two steps on something handed in, without what tells it',
      '',
      'def f(c):\n    c.responses.create(name="x")',
    ],
    ['what a class of another package makes', 'import queue\nc = queue.Queue()\n', call],
    ['a double', '', `def f(mock):\n    mock.${call}`],
    [
      'a local class with the same methods',
      'import openai\nclass R:\n    def create(self, **k): ...\nclass C:\n    responses = R()\nc = C()\n',
      call,
    ],
    ['a method that is not billed', py, 'c.responses.retrieve("r")'],
    ['a constructor', py, 'OpenAI(api_key="k")'],
    ['a comment', py, `# ${call}`],
    ['a text', py, `"""${call}"""`],
    ['the method without a call', py, 'c.responses.create'],
    ['a method of one step in a file that imports no SDK', '', 'c.create(model="gpt-4o", input="Hi")'],
  ])('%s', (_, head, code) => expect(inPython(head + code)).toEqual([]))
})

describe('a path that only one SDK has', () => {
  it.each([
    ['on a parameter nobody types', `def f(c):\n    ${call}`],
    ['on a client of another file', `from .clients import c\n${call}`],
    ['on what nothing here makes', call],
  ])('is its call %s, of low confidence, and who bills it is unknown', (_, code) => {
    expect(inPython(code).map(({ call, provider, confidence }) => [call, provider, confidence])).toEqual([
      ['openai.responses.create', 'unknown', 'low'],
    ])
  })

  it('is not looked for in a test, whose client may be a double', () => {
    expect(inPython(`def f(c):\n    ${call}`, 'tests/test_a.py')).toEqual([])
  })
})

describe('what the code around a call tells', () => {
  it.each([
    ['a route', `${py}@app.post("/ask")\nasync def ask():\n    ${call}`, ['http']],
    ['a helper of a route', `${py}def help():\n    ${call}\n@router.get("/x")\ndef x():\n    return help()`, ['http']],
    ['a task', `${py}@shared_task\ndef nightly():\n    ${call}`, ['job']],
    ['a schedule', `${py}@app.function(schedule=Cron("0 6 * * *"))\ndef nightly():\n    ${call}`, ['job']],
    ['a script', `${py}def main():\n    ${call}\nif __name__ == "__main__":\n    main()`, ['cli']],
    ['a test', `${py}def test_it():\n    ${call}`, ['test']],
    ['nothing', `${py}def f():\n    ${call}`, []],
  ])('Python: %s', (_, code, hints) => expect(inPython(code)[0]!.hints).toEqual(hints))

  const ts = 'import OpenAI from "openai"\nconst c = new OpenAI()\n'
  const ask = 'c.responses.create({ model: "gpt-4o", input: "Hi" })'
  it.each([
    ['an Express handler', `${ts}app.post("/ask", async (req, res) => res.json(await ${ask}))`, 'src/a.ts', ['http']],
    ['a Next route', `${ts}export async function POST() { return ${ask} }`, 'app/api/ask/route.ts', ['http']],
    ['a schedule', `${ts}async function run() { await ${ask} }\ncron.schedule("0 3 * * *", run)`, 'src/a.ts', ['job']],
    [
      'a method on a schedule',
      `${ts}class Digest {\n  @Cron('0 3 * * *')\n  async nightly() { return ${ask} }\n}`,
      'src/a.ts',
      ['job'],
    ],
    ['a task of a record', `${ts}schedules.task({ cron: "0 2 * * *", run: async () => ${ask} })`, 'src/a.ts', ['job']],
    ['a worker of a queue', `${ts}new Worker("reviews", async (job) => ${ask})`, 'src/a.ts', ['job']],
    ['a worker of a browser', `${ts}const w = new Worker("./w.js")\nw.onmessage = () => ${ask}`, 'src/a.ts', []],
    ['a test file', `${ts}${ask}`, 'src/a.test.ts', ['test']],
    ['a script', `${ts}const run = (city?: string) => ${ask}\nrun(process.argv[2])`, 'src/a.ts', ['cli']],
    ['a Map’s get', `${ts}cache.get("key", () => ${ask})`, 'src/a.ts', []],
  ])('TypeScript: %s', (_, code, file, hints) => expect(inTypeScript(code, file)[0]!.hints).toEqual(hints))
})

it('follows a value once, however many ways lead to it: two calls per level would be 2³⁰ ways', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `def f${i + 1}(m):\n    f${i}(m)\n    f${i}(m)\n`).join('')
  const code = `${py}def f0(m):\n    c.responses.create(model=m, input="x")\n${levels}f30("gpt-4o")\n`
  expect(inPython(code)[0]!.model).toMatchObject({ is: 'known', value: 'gpt-4o', via: 'parameter' })
})

describe('what stands for itself ends all the same', () => {
  it.each([
    [
      'a dict that spreads itself',
      'kw = {**kw, "input": "x"}\nc.responses.create(**kw)',
      { is: 'unknown', why: 'dynamic' },
    ],
    [
      'a dict updated with itself',
      'kw = {"model": "m"}\nkw.update(kw)\nc.responses.create(**kw)',
      { is: 'known', value: 'm' },
    ],
    ['an entry of a dict that spreads itself', 'kw = {**kw}\nc.responses.create(model=kw["m"])', { is: 'unknown' }],
    ['a list that spreads itself', 'ms = [*ms]\nfor m in ms:\n    c.responses.create(model=m)', { is: 'unknown' }],
    [
      'a class that extends itself',
      'class A(A):\n    def f(self):\n        c.responses.create(model=self.m)',
      { is: 'unknown' },
    ],
  ])('%s', (_, code, sees) => expect(inPython(`${py}${code}`)[0]!.model).toMatchObject(sees))

  it('a prompt built by functions that call themselves', () => {
    const code = `${py}def f():\n    return [f(), f(), f(), f()]\nc.responses.create(model="m", input=f())`
    expect(inPython(code)[0]!.input.length).toBeLessThanOrEqual(401)
  })

  it('lists and texts that double at every step', () => {
    const steps = Array.from({ length: 40 }, (_, i) => `a${i + 1} = a${i} + a${i}\nt${i + 1} = t${i} + t${i}`).join(
      '\n',
    )
    const code = `${py}a0 = ["x"]\nt0 = "x"\n${steps}\nfor x in a40:\n    c.responses.create(model=t40, input=a40)`
    expect(inPython(code)[0]!.model).toMatchObject({ is: 'unknown', why: 'limit' })
  })
})

describe('who bills a client that is made with `**options`', () => {
  const made = (init: string, rest = '') =>
    `from openai import OpenAI\nclass Bot:\n    def __init__(self, model="gpt-4o", ${init}):\n        self.model = model\n        self.c = OpenAI(api_key="k", **options)\n    def ask(self):\n        return self.c.responses.create(model=self.model, input="Hi")\n${rest}`
  it.each([
    ['nobody is seen to give any', made('**options'), 'openai', 'parameter'],
    ['a call gives a host', made('**options', 'Bot(base_url="https://api.groq.com/openai/v1")'), 'groq', undefined],
    ['a call gives what nobody can read', made('**options', 'Bot(**settings())'), 'unknown', undefined],
    ['they are a parameter that has to be given', made('*, options'), 'unknown', undefined],
  ])('%s', (_, code, provider, from) => {
    const [found] = inPython(code)
    expect(found).toMatchObject({ provider })
    expect(found!.providerFrom).toBe(from)
  })
})

it('options that nobody can read leave a seller’s own client its host, and not OpenAI’s, which is given anybody’s', () => {
  const code =
    'from anthropic import Anthropic\nfrom openai import OpenAI\nAnthropic(**read()).messages.create(model="m", max_tokens=1, messages=[])\nOpenAI(**read()).responses.create(model="m", input="Hi")'
  expect(inPython(code).map(({ provider, providerFrom }) => [provider, providerFrom])).toEqual([
    ['anthropic', 'default'],
    ['unknown', undefined],
  ])
})
