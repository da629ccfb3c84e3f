// One request, through the functions and files it runs in. Prices and counts as in example.ts; `$2.5/M` is for input, then for output.

export interface Endpoint {
  readonly name: string
  /** The first is the one the endpoint is in. */
  readonly files: Readonly<Record<string, string>>
  readonly function: string
  /** Model calls one request makes, and how many of them are not in the sum. */
  readonly calls: number
  readonly unknownCalls?: number
  readonly usd: number
  readonly working: string
}

const ask = `
from openai import OpenAI
client = OpenAI()
def ask(system, question, limit):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=50,
        messages=[{"role": "user", "content": "Is this letter a complaint? Answer yes or no."}],
    )
`
/** 11 tokens of text and a frame of 7. */
const one = `
import OpenAI from 'openai'
const openai = new OpenAI()
export async function title() {
  return openai.chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 20,
    messages: [{ role: 'user', content: 'Find a title for a story about a lost umbrella.' }],
  })
}
`

export const endpoints: readonly Endpoint[] = [
  {
    name: 'FastAPI: the handler calls a function of another file',
    files: {
      'app/main.py': `
from fastapi import FastAPI
from app.llm import ask
app = FastAPI()
@app.post("/letters")
def letters(text: str):
    return ask("a", text, 1)
`,
      'app/llm.py': ask,
    },
    function: 'letters',
    calls: 1,
    usd: 0.000545,
    working: '18 × $2.5/M + 50 × $10/M',
  },
  {
    name: 'two calls in two functions of two files',
    files: {
      'api.py': `
from flask import Flask
from classify import classify
from reply import reply
app = Flask(__name__)
@app.route("/mail", methods=["POST"])
def mail():
    kind = classify()
    return reply(kind)
`,
      'classify.py': `
from openai import OpenAI
def classify():
    return OpenAI().chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=2,
        messages=[{"role": "user", "content": "Is this letter a complaint? Answer yes or no."}],
    )
`,
      'reply.py': `
from openai import OpenAI
def reply(kind):
    return OpenAI().chat.completions.create(
        model="gpt-4o",
        max_tokens=120,
        messages=[{"role": "system", "content": "Write a polite answer to a complaint about a late train."}],
    )
`,
    },
    function: 'mail',
    calls: 2,
    usd: 0.0012514,
    working: '18 × $0.15/M + 2 × $0.6/M; 19 × $2.5/M + 120 × $10/M',
  },
  {
    name: 'a loop over three known sections',
    files: {
      'report.py': `
from openai import OpenAI
client = OpenAI()
def section():
    return client.chat.completions.create(
        model="gpt-4.1",
        max_tokens=100,
        messages=[{"role": "user", "content": "Summarise the section in two sentences."}],
    )
def report():
    parts = []
    for name in ["aims", "methods", "results"]:
        parts.append(section())
    return parts
`,
    },
    function: 'report',
    calls: 1,
    usd: 0.002496,
    working: '3 × (16 × $2/M + 100 × $8/M)',
  },
  {
    name: 'Express: three calls at once',
    files: {
      'server.ts': `
import express from 'express'
import { title } from './titles'
const app = express()
app.post('/titles', handle)
async function handle() {
  const all = await Promise.all([title(), title(), title()])
  return all
}
`,
      'titles.ts': one,
    },
    function: 'handle',
    calls: 1,
    usd: 0.0000441,
    working: '3 × (18 × $0.15/M + 20 × $0.6/M)',
  },
  {
    name: 'Next.js: a route, a barrel file and a class',
    files: {
      'app/api/card/route.ts': `
import { Cards } from '../../../lib'
export async function POST() {
  const cards = new Cards()
  return cards.make()
}
`,
      'lib/index.ts': "export { Cards } from './cards'\n",
      'lib/cards.ts': `
import OpenAI from 'openai'
export class Cards {
  private openai = new OpenAI()
  async make() {
    const text = await this.openai.chat.completions.create({
      model: 'gpt-4o-mini',
      max_completion_tokens: 60,
      messages: [{ role: 'user', content: 'Write two lines for a birthday card to a gardener.' }],
    })
    const picture = await this.openai.images.generate({ model: 'dall-e-3', prompt: 'Tulips', quality: 'hd' })
    return { text, picture }
  }
}
`,
    },
    function: 'POST',
    calls: 2,
    usd: 0.0800387,
    working: '18 × $0.15/M + 60 × $0.6/M; one picture, hd, 1024x1024: $0.08',
  },
  {
    name: 'loops in loops',
    files: {
      'matrix.py': `
from openai import OpenAI
client = OpenAI()
def matrix():
    for language in ["de", "fr"]:
        for tone in range(3):
            client.chat.completions.create(
                model="gpt-4.1-nano",
                max_tokens=10,
                messages=[{"role": "user", "content": "Say hello."}],
            )
`,
    },
    function: 'matrix',
    calls: 1,
    usd: 0.00003,
    working: '2 × 3 × (10 × $0.1/M + 10 × $0.4/M)',
  },
  {
    name: 'a question over documents: the query and the documents are known only in part',
    files: {
      'rag.py': `
from openai import OpenAI
import cohere
client = OpenAI()
ranker = cohere.ClientV2()
DOCUMENTS = ["Citizens of 18 years may vote.", "The council has 40 seats.", "It meets on Mondays."]
def embed(question):
    return client.embeddings.create(model="text-embedding-3-small", input=question)
def answer(question):
    embed(question)
    ranker.rerank(model="rerank-v3.5", query="Who may vote?", documents=DOCUMENTS)
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=100,
        messages=[{"role": "user", "content": "Who may vote? Citizens of 18 years may vote."}],
    )
`,
    },
    function: 'answer',
    calls: 3,
    unknownCalls: 1,
    usd: 0.0030475,
    working:
      'one search at $2/1000; 19 × $2.5/M + 100 × $10/M; the embedding of a question nobody knows is not in the sum',
  },
  {
    name: 'speech of a greeting that is written first',
    files: {
      'radio.ts': `
import OpenAI from 'openai'
import { GREETING } from './texts'
import { title } from './titles'
const openai = new OpenAI()
async function speak() {
  return openai.audio.speech.create({ model: 'tts-1', voice: 'alloy', input: GREETING })
}
export async function program() {
  await title()
  return speak()
}
`,
      'texts.ts': "export const GREETING = 'Good morning from the harbour.'\n",
      'titles.ts': one,
    },
    function: 'program',
    calls: 2,
    usd: 0.0004647,
    working: '18 × $0.15/M + 20 × $0.6/M; 30 characters × $15/M',
  },
  {
    name: 'a call that is tried again after a failure: once, if none comes',
    files: {
      'safe.py': `
from openai import OpenAI
from tenacity import retry, stop_after_attempt
client = OpenAI()
@retry(stop=stop_after_attempt(4))
def call():
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=50,
        messages=[{"role": "user", "content": "Is this letter a complaint? Answer yes or no."}],
    )
def endpoint():
    return call()
`,
    },
    function: 'endpoint',
    calls: 1,
    usd: 0.000545,
    working: '1 × (18 × $2.5/M + 50 × $10/M)',
  },
  {
    name: 'the same function twice, and once more in a method of a class in another file',
    files: {
      'service.py': `
from llm import ask
from desk import Desk
class Service:
    def handle(self):
        ask("a", "b", 1)
        ask("c", "d", 1)
        return Desk().decide()
`,
      'desk.py': `
from llm import ask
class Desk:
    def decide(self):
        return ask("e", "f", 1)
`,
      'llm.py': ask,
    },
    function: 'Service.handle',
    calls: 1,
    usd: 0.001635,
    working: '3 × (18 × $2.5/M + 50 × $10/M)',
  },
]
