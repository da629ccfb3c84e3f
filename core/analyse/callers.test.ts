import { describe, expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import type { Session } from '../session.ts'
import type { Known, ModelCall } from '../types.ts'

type Files = Readonly<Record<string, string>>

/** A session with all files open, in the order they are listed. */
async function all(files: Files): Promise<Session> {
  const session = sessionOver(files)
  for (const [file, text] of Object.entries(files)) {
    session.open(file, text)
    await session.prepare(file)
  }
  return session
}

const said = <T>(known: Known<T>) =>
  known.is === 'known' || known.is === 'assumed'
    ? `${known.is} ${known.value} (${known.via})`
    : known.is === 'oneOf'
      ? known.among.join(' or ')
      : known.is === 'unknown'
        ? known.why
        : 'a range'

const calls = (session: Session, file: string): ModelCall[] =>
  session.analyse(file).sites.flatMap(({ site }) => (site.kind === 'model-call' ? [site] : []))

const models = (session: Session, file: string) => calls(session, file).map(({ model }) => said(model))

/** Each reason a call is made many times, with the first line of where it stands. */
const repeats = (session: Session, files: Files, file: string) =>
  calls(session, file).map(({ repeats }) =>
    repeats.map(
      ({ where, kind, bound, at }) =>
        `${where} ${kind} ${bound ?? '?'} ${at.file}: ${files[at.file]!.slice(...at.span).split('\n')[0]}`,
    ),
  )

const functions = (session: Session, file: string) =>
  (session.analyse(file).functions ?? []).map(
    ({ name, entry, calls, unknownCalls }) =>
      `${name}${entry ? ` (${entry})` : ''}: ${calls.map((each) => `${each.file} ${each.key}`).join(', ')}; ${unknownCalls} unknown`,
  )

const py = {
  'app/llm.py': `
from openai import OpenAI
client = OpenAI()
def ask(q, model):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": q}], max_tokens=10)
`,
  'app/main.py': `
from app.llm import ask
def main(questions):
    for q in questions:
        ask(q, "gpt-4o-mini")
`,
}

const ts = {
  'src/llm.ts': `
import OpenAI from 'openai'
const client = new OpenAI()
export async function ask(q: string, model: string) {
  return client.chat.completions.create({ model, messages: [{ role: 'user', content: q }], max_tokens: 10 })
}
`,
  'src/main.ts': `
import { ask as query } from './llm'
export async function main(questions: string[]) {
  for (const q of questions) await query(q, 'gpt-4o-mini')
}
`,
}

describe('Python: callers in other files', () => {
  it('give a call their loops and their arguments, which are assumed', async () => {
    const session = await all(py)
    expect(repeats(session, py, 'app/llm.py')).toEqual([['caller data ? app/main.py: for q in questions:']])
    expect(models(session, 'app/llm.py')).toEqual(['assumed gpt-4o-mini (other-file)'])
    expect(functions(session, 'app/main.py')).toEqual([
      'main: app/llm.py ask/openai.chat.completions.create; 1 unknown',
    ])
  })

  it('are the same in whatever order the files are opened and analysed', async () => {
    const forward = await all(py)
    const backward = await all(Object.fromEntries(Object.entries(py).reverse()))
    const files = Object.keys(py)
    const one = files.map((file) => forward.analyse(file))
    const other = [...files].reverse().map((file) => backward.analyse(file))
    expect(other.reverse()).toEqual(one)
  })

  it('are followed up to their own, through imports of each other, with every loop', async () => {
    const files = {
      'a.py': `
from openai import OpenAI
import c
def ask(q):
    return OpenAI().responses.create(model="gpt-4o-mini", input=q, max_output_tokens=5)
def again(q):
    c.top([q])
`,
      'b.py': `
import a as llm
def each(rows):
    return [llm.ask(row) for row in rows]
`,
      'c.py': `
from b import each
def top(pages):
    for page in pages:
        for _ in range(3):
            each(page)
`,
    }
    expect(repeats(await all(files), files, 'a.py')).toEqual([
      [
        'caller data ? b.py: [llm.ask(row) for row in rows]',
        'caller data 3 c.py: for _ in range(3):',
        'caller data ? c.py: for page in pages:',
      ],
    ])
  })

  it('leave several candidates where they pass different models, and the default where one passes none', async () => {
    const files = {
      'llm.py': `
from anthropic import Anthropic
def ask(q, model="claude-opus-4-5"):
    return Anthropic().messages.create(model=model, max_tokens=5, messages=[{"role": "user", "content": q}])
`,
      'x.py': 'from llm import ask\ndef x(q):\n    ask(q, model="claude-haiku-4-5")\n',
      'y.py': 'from llm import ask\ndef y(q):\n    ask(q)\n',
    }
    expect(models(await all(files), 'llm.py')).toEqual(['claude-haiku-4-5 or claude-opus-4-5'])
  })

  it('tell nothing where one of them passes what nobody can read, hands the function over, or is a test', async () => {
    const unread = { ...py, 'app/api.py': 'from app.llm import ask\ndef api(body):\n    ask(body.q, body.model)\n' }
    expect(models(await all(unread), 'app/llm.py')).toEqual(['dynamic'])
    const given = { ...py, 'app/api.py': 'from app.llm import ask\nregister("ask", ask)\n' }
    expect(models(await all(given), 'app/llm.py')).toEqual(['dynamic'])
    const tested = { ...py, 'tests/test_llm.py': 'from app.llm import ask\ndef test():\n    ask("x", "fake")\n' }
    expect(models(await all(tested), 'app/llm.py')).toEqual(['assumed gpt-4o-mini (other-file)'])
  })

  it('never make a value known, however it came: in a record, in an object, in a client', async () => {
    const files = {
      'app/llm.py': `
import openai
class Answers:
    def __init__(self, client, settings, options):
        self.client = client
        self.settings = settings
        self.options = options
    def ask(self, q):
        self.client.chat.completions.create(model=self.settings.model, messages=[], max_tokens=5)
        self.client.chat.completions.create(model=self.options["model"], messages=[], max_tokens=5)
`,
      'app/settings.py': `
class Settings:
    def __init__(self, model):
        self.model = model
`,
      'app/main.py': `
from openai import OpenAI
from app.llm import Answers
from app.settings import Settings
Answers(OpenAI(base_url="https://api.groq.com/openai/v1"), Settings("llama-3.1-8b-instant"), {"model": "gpt-4o"})
`,
    }
    expect(calls(await all(files), 'app/llm.py').map(({ model, provider }) => `${provider} ${said(model)}`)).toEqual([
      'groq assumed llama-3.1-8b-instant (other-file)',
      'groq dynamic',
    ])
  })

  it("leave what is asked a hole: one caller's question is not the prompt", async () => {
    const files = { ...py, 'app/main.py': 'from app.llm import ask\nask("What is a quay?", "gpt-4o-mini")\n' }
    expect(calls(await all(files), 'app/llm.py')[0]!.input.map(({ is }) => is)).toEqual(['hole'])
  })

  it('give the arguments that an executor passes on, and the loop of a map', async () => {
    const files = {
      ...py,
      'app/main.py': `
from app.llm import ask
def main(pool, questions):
    for q in questions:
        pool.submit(ask, q, "gpt-4o-mini")
`,
    }
    const session = await all(files)
    expect(models(session, 'app/llm.py')).toEqual(['assumed gpt-4o-mini (other-file)'])
    expect(repeats(session, files, 'app/llm.py')).toEqual([['caller data ? app/main.py: for q in questions:']])
  })
})

describe('TypeScript: callers in other files', () => {
  it('give a call their loops and their arguments, which are assumed', async () => {
    const session = await all(ts)
    expect(repeats(session, ts, 'src/llm.ts')).toEqual([
      ["caller data ? src/main.ts: for (const q of questions) await query(q, 'gpt-4o-mini')"],
    ])
    expect(models(session, 'src/llm.ts')).toEqual(['assumed gpt-4o-mini (other-file)'])
    expect(functions(session, 'src/main.ts')).toEqual([
      'main: src/llm.ts ask/openai.chat.completions.create; 1 unknown',
    ])
  })

  it('call methods of what a class from there makes, and hand functions to map', async () => {
    const files = {
      'src/judge.ts': `
import Anthropic from '@anthropic-ai/sdk'
export class Judge {
  private client = new Anthropic()
  constructor(private readonly model: string) {}
  async grade(text: string) {
    return this.client.messages.create({ model: this.model, max_tokens: 5, messages: [{ role: 'user', content: text }] })
  }
}
export const embed = async (text: string) => new Judge('claude-haiku-4-5').grade(text)
`,
      'src/run.ts': `
import { Judge, embed } from './judge'
export class Runner {
  private judge = new Judge('claude-haiku-4-5')
  async run(texts: string[]) {
    await Promise.all(texts.map(embed))
    while (texts.length > 0) await this.judge.grade(texts.pop()!)
  }
}
`,
    }
    const session = await all(files)
    expect(repeats(session, files, 'src/judge.ts')).toEqual([
      [
        'caller data ? src/run.ts: while (texts.length > 0) await this.judge.grade(texts.pop()!)',
        'caller data ? src/run.ts: texts.map(embed)',
      ],
    ])
    expect(functions(session, 'src/run.ts')).toEqual([
      'Runner.run: src/judge.ts Judge.grade/anthropic.messages.create; 1 unknown',
    ])
  })
})

describe('a change of a caller reaches what it calls', () => {
  it('where it gains or loses a loop, and when it is closed and gone', async () => {
    const disk: Record<string, string> = { ...py }
    const session = await all(disk)
    const before = session.analyse('app/llm.py')
    session.analyse('app/main.py')
    const flat = 'from app.llm import ask\ndef main(q):\n    ask(q, "gpt-4o")\n'
    session.open('app/main.py', flat, 2)
    expect(session.dependents('app/main.py')).toEqual(['app/llm.py'])
    expect(repeats(session, disk, 'app/llm.py')).toEqual([[]])
    expect(models(session, 'app/llm.py')).toEqual(['assumed gpt-4o (other-file)'])
    session.open('app/main.py', py['app/main.py'], 3)
    expect(session.analyse('app/llm.py')).toEqual(before)
    delete disk['app/main.py']
    session.close('app/main.py')
    expect(models(session, 'app/llm.py')).toEqual(['dynamic'])
  })

  it('where it is opened after it', async () => {
    const session = await all({ 'app/llm.py': py['app/llm.py'] })
    expect(models(session, 'app/llm.py')).toEqual(['dynamic'])
    session.open('app/main.py', py['app/main.py'], 1)
    expect(session.dependents('app/main.py')).toEqual(['app/llm.py'])
    expect(models(session, 'app/llm.py')).toEqual(['assumed gpt-4o-mini (other-file)'])
  })

  it('and not where what it edits calls nothing of it', async () => {
    const session = await all({ ...py, 'app/log.py': 'def log(x):\n    print(x)\n' })
    const before = session.analyse('app/llm.py')
    session.open('app/log.py', 'def log(x):\n    print(x, x)\n', 2)
    expect(session.analyse('app/llm.py')).toBe(before)
  })

  it('after it was read once and closed again, and nothing else of the project is read', async () => {
    const read: string[] = []
    const files: Files = { ...py, 'app/a.py': 'x = 1\n', 'app/b.py': 'from app.llm import ask\n' }
    const session = sessionOver(files, (file) => read.push(file))
    session.open('app/main.py', py['app/main.py'])
    await session.prepare('app/main.py')
    session.analyse('app/main.py')
    session.close('app/main.py')
    read.length = 0
    session.open('app/llm.py', py['app/llm.py'], 1)
    expect(models(session, 'app/llm.py')).toEqual(['assumed gpt-4o-mini (other-file)'])
    session.open('app/llm.py', `${py['app/llm.py']}#`, 2)
    expect(models(session, 'app/llm.py')).toEqual(['assumed gpt-4o-mini (other-file)'])
    expect(read.filter((file) => !Object.keys(py).includes(file))).toEqual([])
  })
})
