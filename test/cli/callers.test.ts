import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../cli/program.ts'
import type { ScanDocument } from '../../core/report/schema.ts'
import { folderWith, listener } from './folder.ts'

async function scan(cwd: string, ...more: string[]): Promise<ScanDocument> {
  const { out, printed } = listener()
  await run(['scan', '--format', 'json', ...more], cwd, out, join(cwd, '.scans'))
  return JSON.parse(printed()) as ScanDocument
}

const told = ({ sites, functions }: ScanDocument) => ({
  sites: sites.map((site) =>
    site.kind === 'model-call'
      ? `${site.file} ${site.model} ${site.repeats.map(({ where, bound }) => `${where} ${bound ?? '?'}`).join(', ')}`
      : site.file,
  ),
  functions: functions.map(
    ({ file, name, entry, calls, unknownCalls }) =>
      `${file} ${name}${entry ? ` (${entry})` : ''}: ${calls.map((call) => call.file).join(', ')}, ${unknownCalls} unknown`,
  ),
})

const llmPy = `
from openai import OpenAI
client = OpenAI()
def ask(q, model):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": q}], max_tokens=10)
`

describe('Python: what calls a billed function', () => {
  it('is read although it names nothing that costs, layer by layer, with its entry', async () => {
    const root = folderWith({
      'app/llm.py': llmPy,
      'app/service.py': `
from .llm import ask
def answer(question):
    return ask(question, "gpt-4o-mini")
`,
      'app/routes.py': `
from fastapi import APIRouter
from app.service import answer
router = APIRouter()
@router.post("/answer")
def post_answer(body):
    return [answer(body.text) for _ in range(3)]
`,
      'app/tasks.py': `
from celery import shared_task
from app import service
@shared_task
def nightly(rows):
    for row in rows:
        service.answer(row)
`,
      'app/other.py': 'from app.settings import answer\ndef unrelated():\n    return answer("x")\n',
      'app/settings.py': 'def answer(x):\n    return 42\n',
      'tests/test_llm.py': 'from app.llm import ask\ndef test_ask():\n    ask("Hi", "fake-model")\n',
    })
    expect(told(await scan(root, '--no-cache'))).toEqual({
      sites: ['app/llm.py gpt-4o-mini caller 3, caller ?'],
      functions: [
        'app/llm.py ask: app/llm.py, 1 unknown',
        'app/routes.py post_answer (http): app/llm.py, 1 unknown',
        'app/service.py answer: app/llm.py, 1 unknown',
        'app/tasks.py nightly (job): app/llm.py, 1 unknown',
      ],
    })
  })

  it('may be handed on by a package, and be a method of a class from there', async () => {
    const root = folderWith({
      'app/llm/__init__.py': 'from .bot import Bot\n',
      'app/llm/bot.py': `
from anthropic import Anthropic
class Bot:
    def __init__(self, model):
        self.client = Anthropic()
        self.model = model
    def reply(self, text):
        return self.client.messages.create(model=self.model, max_tokens=10, messages=[{"role": "user", "content": text}])
`,
      'app/desk.py': `
from app.llm import Bot
class Desk:
    def __init__(self):
        self.bot = Bot("claude-haiku-4-5")
    def work(self, mails):
        for mail in mails:
            self.bot.reply(mail)
`,
      'main.py': `
import argparse
from app.desk import Desk
def main():
    Desk().work(["a", "b"])
if __name__ == "__main__":
    main()
`,
    })
    expect(told(await scan(root, '--no-cache'))).toEqual({
      sites: ['app/llm/bot.py claude-haiku-4-5 caller ?'],
      functions: [
        'app/desk.py Desk.work: app/llm/bot.py, 1 unknown',
        'app/llm/bot.py Bot.reply: app/llm/bot.py, 1 unknown',
        'main.py main: app/llm/bot.py, 1 unknown',
      ],
    })
  })
})

describe('TypeScript: what calls a billed function', () => {
  it('is read although it names nothing that costs, through what hands it on, with its entry', async () => {
    const root = folderWith({
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
      'lib/llm.ts': `
import OpenAI from 'openai'
const client = new OpenAI()
export default async function ask(q: string, model: string) {
  return client.chat.completions.create({ model, messages: [{ role: 'user', content: q }], max_tokens: 10 })
}
export class Judge {
  async grade(text: string) {
    return client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: text }], max_tokens: 5 })
  }
}
`,
      'lib/index.ts': "export * from './llm'\n",
      'lib/service.ts': `
import { Judge } from '.'
import query from './llm'
const judge = new Judge()
export const answer = async (q: string) => {
  await judge.grade(q)
  return query(q, 'gpt-4o-mini')
}
`,
      'app/api/answer/route.ts': `
import { answer } from '@/lib/service'
export async function POST(request: Request) {
  const { questions } = await request.json()
  return Response.json(await Promise.all(questions.map((q: string) => answer(q))))
}
`,
      'server.ts': `
import express from 'express'
import { answer } from './lib/service'
const app = express()
async function handle(req, res) { res.send(await answer(req.body.q)) }
app.post('/answer', handle)
`,
    })
    expect(told(await scan(root, '--no-cache'))).toEqual({
      sites: ['lib/llm.ts gpt-4o-mini caller ?', 'lib/llm.ts gpt-4o caller ?'],
      functions: [
        'app/api/answer/route.ts POST (http): lib/llm.ts, lib/llm.ts, 2 unknown',
        'lib/llm.ts ask: lib/llm.ts, 1 unknown',
        'lib/llm.ts Judge.grade: lib/llm.ts, 1 unknown',
        'lib/service.ts answer: lib/llm.ts, lib/llm.ts, 2 unknown',
        'server.ts handle (http): lib/llm.ts, lib/llm.ts, 2 unknown',
      ],
    })
  })
})

it('a scan that is kept is worked out anew when a caller changes', async () => {
  const root = folderWith({
    'app/llm.py': llmPy,
    'app/main.py': 'from app.llm import ask\ndef main(qs):\n    for q in qs:\n        ask(q, "gpt-4o-mini")\n',
  })
  expect(told(await scan(root)).sites).toEqual(['app/llm.py gpt-4o-mini caller ?'])
  writeFileSync(join(root, 'app/main.py'), 'from app.llm import ask\ndef main(q):\n    ask(q, "gpt-4o")\n')
  expect(told(await scan(root)).sites).toEqual(['app/llm.py gpt-4o '])
})

it('a file of the first pass that reaches what bills only through a silent one has it in its sum', async () => {
  const root = folderWith({
    'a_hit.py': `
from openai import OpenAI
from b_silent import relay
def both(q):
    OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_tokens=5)
    return relay(q)
`,
    'b_silent.py': 'from c_llm import ask\ndef relay(q):\n    return ask(q, "gpt-4o-mini")\n',
    'c_llm.py': llmPy,
  })
  expect(told(await scan(root, '--no-cache')).functions).toEqual([
    'a_hit.py both: a_hit.py, c_llm.py, 1 unknown',
    'b_silent.py relay: c_llm.py, 1 unknown',
    'c_llm.py ask: c_llm.py, 1 unknown',
  ])
})

it('a helper that two thousand files call is looked at in a few of them, and no model is known from those', async () => {
  const user = (n: number) =>
    `from llm import ask\ndef run_${n}(qs):\n    for q in qs:\n        ask(q, "gpt-4o-mini")\n`
  const root = folderWith({
    'llm.py': llmPy,
    ...Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`users/u${n}.py`, user(n)])),
  })
  const { sites, functions } = told(await scan(root, '--no-cache'))
  expect(sites).toEqual([`llm.py null ${Array.from({ length: 12 }, () => 'caller ?').join(', ')}`])
  expect(functions).toHaveLength(2001)
})

describe('a file of a format', () => {
  it('whose text reads like a call of a client is no file that calls one, beside code that makes the client', async () => {
    const root = folderWith({ 'app/llm.py': llmPy, 'infra/main.tf': '# calls generateText(prompt)\nlocals {}\n' })
    expect(told(await scan(root)).sites).toEqual(['app/llm.py null '])
  })
})
