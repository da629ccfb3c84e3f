import { describe, expect, it } from 'vitest'
import { registry } from '../../language-rules/registry.gen.ts'
import { sessionOver } from '../../test/session-over.ts'
import { noPrices } from '../prices/none.fixture.ts'
import { createSession, type Session } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'
import type { Known, ModelCall, Result } from '../types.ts'

type Files = Readonly<Record<string, string>>

/** A session with one file open, and the others beside it on disk. */
async function open(file: string, disk: Files): Promise<Session> {
  const session = sessionOver(disk)
  session.open(file, disk[file]!)
  await session.prepare(file)
  return session
}

const said = <T>(known: Known<T>) =>
  known.is === 'known' || known.is === 'assumed'
    ? `${known.value} (${known.via})`
    : known.is === 'oneOf'
      ? known.among.join(' or ')
      : known.is === 'unknown'
        ? known.why
        : 'a range'

const calls = (result: Result): ModelCall[] =>
  result.sites.flatMap(({ site }) => (site.kind === 'model-call' ? [site] : []))

const told = (result: Result) =>
  calls(result).map(
    (call) =>
      `${call.provider} ${said(call.model)} ${said(call.maxOutput)}: ${call.input.map((p) => (p.is === 'text' ? p.text : `{${p.name}}`)).join('')}`,
  )

const first = async (disk: Files) => {
  const file = Object.keys(disk)[0]!
  return told((await open(file, disk)).analyse(file))
}

describe('a file that is left alone', () => {
  it('is left alone by what imports it too, and read once for all of them', async () => {
    const ask = 'from big import MODEL\nfrom openai import OpenAI\nOpenAI().responses.create(model=MODEL, input="hi")\n'
    const disk = { 'a.py': ask, 'b.py': ask, 'big.py': `MODEL = "gpt-4o"\n${'x = 1\n'.repeat(400_000)}` }
    const reads: string[] = []
    const session = sessionOver(disk, (file) => reads.push(file))
    for (const file of ['a.py', 'b.py'] as const) session.open(file, disk[file])
    await session.prepare('a.py')
    const models = ['a.py', 'b.py'].flatMap((file) => calls(session.analyse(file)).map(({ model }) => said(model)))
    expect(models).toEqual(['not-indexed', 'not-indexed'])
    reads.length = 0
    session.open('a.py', `${ask}\n`, 1)
    session.analyse('a.py')
    expect(reads).toEqual([])
    session.open('big.py', 'MODEL = "gpt-4o"\n', 1)
    expect(calls(session.analyse('b.py')).map(({ model }) => said(model))).toEqual(['gpt-4o (other-file)'])
  })
})

describe('Python: what another file decides', () => {
  it('follows what the program keeps in a folder that is named as a package is', async () => {
    expect(
      await first({
        'app.py': `
from agents.research import MODEL, make
make().messages.create(model=MODEL, max_tokens=9, messages=[{"role": "user", "content": "Hi"}])
`,
        'agents/research.py': `
from anthropic import Anthropic
MODEL = "claude-haiku-4-5"
def make():
    return Anthropic()
`,
      }),
    ).toEqual(['anthropic claude-haiku-4-5 (other-file) 9 (literal): Hi'])
  })

  it('follows a client, a constant and a prompt through imports', async () => {
    expect(
      await first({
        'app/ask.py': `
from app.llm import client, SYSTEM
from .settings import MODEL, LIMITS
def ask(text):
    return client.messages.create(model=MODEL, max_tokens=LIMITS["short"], system=SYSTEM, messages=[{"role": "user", "content": text}])
`,
        'app/llm.py': `
from anthropic import Anthropic
client = Anthropic()
SYSTEM = "Be brief."
`,
        'app/settings.py': `
MODEL = "claude-haiku-4-5"
LIMITS = {"short": 100, "long": 4000}
`,
      }),
    ).toEqual(['anthropic claude-haiku-4-5 (other-file) 100 (other-file): Be brief.{text}'])
  })

  it('follows a factory with what this call gives it, and its default where it gives nothing', async () => {
    expect(
      await first({
        'main.py': `
from factory import make
make("https://api.groq.com/openai/v1").chat.completions.create(model="llama-3.1-8b-instant", messages=[])
make().chat.completions.create(model="gpt-4o", messages=[])
`,
        'factory.py': `
from openai import OpenAI
def make(url="https://api.openai.com/v1"):
    return OpenAI(base_url=url)
`,
      }),
    ).toEqual(['groq llama-3.1-8b-instant (literal) absent: ', 'openai gpt-4o (literal) absent: '])
  })

  it('reads the attributes of a class as its constructor was called here', async () => {
    expect(
      await first({
        'main.py': `
import service.llm as llm
helper = llm.Helper("gpt-4o-mini")
helper.client.chat.completions.create(model=helper.model, max_tokens=helper.limit, messages=[])
`,
        'service/__init__.py': '',
        'service/llm.py': `
from openai import OpenAI
class Helper:
    def __init__(self, model, limit=300):
        self.client = OpenAI()
        self.model = model
        self.limit = limit
`,
      }),
    ).toEqual(['openai gpt-4o-mini (other-file) 300 (other-file): '])
  })

  it('goes through a package that hands on what its modules have', async () => {
    expect(
      await first({
        'jobs/run.py': 'from shop.ai import client, models\nclient.responses.create(model=models.FAST, input="Hi")\n',
        'shop/ai/__init__.py': 'from .clients import *\nfrom . import models\n',
        'shop/ai/clients.py': 'from openai import OpenAI\nclient = OpenAI()\n',
        'shop/ai/models.py': 'FAST = "gpt-4o-mini"\n',
      }),
    ).toEqual(['openai gpt-4o-mini (other-file) absent: Hi'])
  })

  it('ends where modules import each other', async () => {
    expect(
      await first({
        'a.py': 'from openai import OpenAI\nfrom b import MODEL\nOpenAI().responses.create(model=MODEL, input="Hi")\n',
        'b.py': 'from a import MODEL\n',
      }),
    ).toEqual(['openai cycle absent: Hi'])
  })
})

describe('TypeScript: what another file decides', () => {
  it('follows named, default and re-exported values, and the paths of tsconfig.json', async () => {
    expect(
      await first({
        'app/api/route.ts': `
import ask, { model } from '@/lib/ai'
export const POST = () => ask.chat.completions.create({ model, max_completion_tokens: 50, messages: [] })
`,
        'tsconfig.json': '{ "compilerOptions": { /* as the template has it */ "paths": { "@/*": ["./src/*"] } } }',
        'src/lib/ai/index.ts': "export { default, model } from './client.js'\n",
        'src/lib/ai/client.ts':
          "import OpenAI from 'openai'\nexport const model = 'gpt-4o'\nexport default new OpenAI()\n",
      }),
    ).toEqual(['openai gpt-4o (other-file) 50 (literal): '])
  })

  it('says that a file which could not be read decides', async () => {
    const session = createSession({
      registry,
      prices: noPrices,
      tokens: () => estimator,
      settings: () => noSettings,
      others: { find: () => undefined, text: () => undefined },
    })
    session.open(
      'a.ts',
      "import OpenAI from 'openai'\nimport { model } from './model'\nnew OpenAI().responses.create({ model, input: 'Hi' })\n",
    )
    await session.prepare('a.ts')
    expect(told(session.analyse('a.ts'))).toEqual(['openai not-indexed absent: Hi'])
  })
})

describe('options that spread themselves', () => {
  it('through calls and classes of another file end, and do not run out of stack', async () => {
    const model = `export function load() {
  try {
    return import('x')
  } catch (e) {
    if (e === '') {
    }
  }
}
export class Model extends Base {
  constructor(fields) {
    this.queued = fields.queued ?? this.queued
  }
  bind(params) {
    const more = { ...this.queued }
    return new Model({ queued: more })
  }
  stream() {
    if (this.x === '') {
    }
  }
}
export function init() {
  if ('') {
    model = new Model({})
  }
  return model
}
`
    const use = `import { init } from '../b'
const model = await init('', {})
const bound = model.bind([])
expect(bound.queued.bind).toBe()
`
    expect(await first({ 'src/tests/a.ts': use, 'src/b.ts': model })).toEqual([])
  })
})

describe('an edit', () => {
  const disk = {
    'ask.py':
      'from openai import OpenAI\nfrom model import MODEL\nOpenAI().responses.create(model=MODEL, input="Hi")\n',
  }

  it('of what another file uses changes that file, and any other edit leaves it as it is', async () => {
    const session = await open('ask.py', disk)
    session.open('model.py', 'MODEL = "gpt-4o"\ndef log():\n    print("a")\n')
    expect(told(session.analyse('ask.py'))).toEqual(['openai gpt-4o (other-file) absent: Hi'])

    session.open('model.py', 'MODEL = "gpt-4o-mini"\ndef log():\n    print("a")\n')
    expect(session.dependents('model.py')).toEqual(['ask.py'])
    expect(told(session.analyse('ask.py'))).toEqual(['openai gpt-4o-mini (other-file) absent: Hi'])

    const before = session.analyse('ask.py')
    session.open('model.py', 'MODEL = "gpt-4o-mini"\ndef log():\n    print("b")\n')
    expect(session.dependents('model.py')).toEqual([])
    expect(session.analyse('ask.py')).toBe(before)
  })

  it('that brings the file an import looked for makes its value known', async () => {
    const session = await open('ask.py', disk)
    expect(told(session.analyse('ask.py'))).toEqual(['openai not-indexed absent: Hi'])
    session.open('model.py', 'MODEL = "gpt-4o"\n')
    expect(told(session.analyse('ask.py'))).toEqual(['openai gpt-4o (other-file) absent: Hi'])
  })
})
