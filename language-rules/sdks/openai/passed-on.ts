import type { SdkExample } from '../../../core/sdk.ts'
import { askedBefore } from './asked-before.ts'
import { changed } from './changed.ts'
import { oneOfSeveral } from './one-of-several.ts'

/** What one function is given by several calls, and what options say where nobody gives others. */
export const passedOn: readonly SdkExample[] = [
  {
    // What a class puts under a key it takes out by the same one; of another store, or by another key, nothing is known.
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
class Clients {
  readonly all = new Map<string, OpenAI>()
  readonly others = new Map()
  constructor(private readonly id: string) {
    this.all.set('fast', new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }))
  }
  ask() {
    return this.all.get('fast')!.chat.completions.create({ model: 'llama-3.1-8b-instant', messages: [] })
  }
  other() {
    this.others.get('fast').chat.completions.create({ model: 'llama-3.1-8b-instant', messages: [] })
    this.others.get('slow').chat.completions.create({ model: 'llama-3.1-8b-instant', messages: [] })
  }
}
`,
    sees: [{ line: 10, call: 'openai.chat.completions.create', provider: 'groq', model: 'llama-3.1-8b-instant' }],
  },
  {
    lang: 'python',
    code: `
from openai import OpenAI

def client_at(url):
    return OpenAI(base_url=url)

class Clients:
    def of(self, url):
        return OpenAI(base_url=url)

fast = client_at("https://api.groq.com/openai/v1")
fast.chat.completions.create(model="llama-3.1-8b-instant", messages=[])
open_ones = client_at("https://api.together.xyz/v1")
open_ones.chat.completions.create(model="Qwen/Qwen2.5-7B-Instruct-Turbo", messages=[])
Clients().of("https://api.mistral.ai/v1").chat.completions.create(model="mistral-small-latest", messages=[])
Clients().of(given).chat.completions.create(model="mistral-small-latest", messages=[])

def ask(client, model):
    return client.chat.completions.create(model=model, messages=[])

ask(fast, "llama-3.1-8b-instant")
ask(open_ones, "Qwen/Qwen2.5-7B-Instruct-Turbo")
`,
    sees: [
      { line: 12, call: 'openai.chat.completions.create', provider: 'groq', model: 'llama-3.1-8b-instant' },
      { line: 14, call: 'openai.chat.completions.create', provider: 'together' },
      { line: 15, call: 'openai.chat.completions.create', provider: 'mistral' },
      { line: 16, call: 'openai.chat.completions.create', provider: 'unknown' },
      {
        line: 19,
        call: 'openai.chat.completions.create',
        provider: 'unknown',
        modelAmong: ['llama-3.1-8b-instant', 'Qwen/Qwen2.5-7B-Instruct-Turbo'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
const clientAt = (baseURL: string) => new OpenAI({ baseURL })
const fast = clientAt('https://api.groq.com/openai/v1')
const other = clientAt('https://api.mistral.ai/v1')
await fast.chat.completions.create({ model: 'llama-3.1-8b-instant', messages: [] })
await other.chat.completions.create({ model: 'mistral-small-latest', messages: [] })
`,
    sees: [
      { line: 6, call: 'openai.chat.completions.create', provider: 'groq' },
      { line: 7, call: 'openai.chat.completions.create', provider: 'mistral' },
    ],
  },
  {
    // What \`**options\` holds is what the calls of the function give it.
    lang: 'python',
    code: `
import backoff, openai
from openai import OpenAI
client = OpenAI()

@backoff.on_exception(backoff.expo, openai.RateLimitError)
def with_backoff(**options):
    return client.chat.completions.create(**options)

def ask(prompt, model="gpt-4o", limit=300):
    return with_backoff(model=model, messages=[{"role": "user", "content": prompt}], max_tokens=limit)

def answer(prompt, **options):
    model = options.get("model", "gpt-4o-mini")
    return client.chat.completions.create(model=model, messages=[])

answer("Hi")
answer("Why?", model="gpt-4.1")

def anybody(prompt, **options):
    return client.chat.completions.create(messages=[], **options)
`,
    sees: [
      {
        line: 8,
        call: 'openai.chat.completions.create',
        model: 'gpt-4o',
        modelVia: 'parameter',
        maxOutput: 300,
        repeats: ['retry option here'],
      },
      { line: 15, call: 'openai.chat.completions.create', modelAmong: ['gpt-4o-mini', 'gpt-4.1'] },
      { line: 21, call: 'openai.chat.completions.create', model: null },
    ],
  },
  {
    // A default beside what whoever runs the program decides is the code's own choice.
    lang: 'python',
    code: `
import json
from dataclasses import dataclass, fields
from langchain_core.runnables import RunnableConfig
from openai import OpenAI
client = OpenAI()

@dataclass
class Settings:
    model: str = "gpt-4.1-mini"

    @classmethod
    def from_config(cls, config):
        return cls(**{key: config[key] for key in config if key in fields(cls)})

def write(state, config: RunnableConfig):
    model = config["configurable"].get("model", "gpt-4o")
    return client.responses.create(model=model, input="Hi")

def draft(options):
    return client.responses.create(model=options.get("model", "gpt-4o-mini"), input="Hi")

def settled(config):
    return client.responses.create(model=Settings.from_config(config).model, input="Hi")

saved = json.load(open("saved.json"))
client.responses.create(model=saved.get("model", "gpt-4o"), input="Hi")

class State(dict):
    writer: str

def node(state: State, chosen=Settings()):
    return client.responses.create(model=state.get("writer", chosen.model), input="Hi")
`,
    sees: [
      { line: 18, call: 'openai.responses.create', model: 'gpt-4o', modelVia: 'parameter' },
      { line: 21, call: 'openai.responses.create', model: 'gpt-4o-mini', modelVia: 'parameter' },
      { line: 24, call: 'openai.responses.create', model: 'gpt-4.1-mini', modelVia: 'parameter' },
      { line: 27, call: 'openai.responses.create', model: null },
      { line: 33, call: 'openai.responses.create', model: 'gpt-4.1-mini', modelVia: 'parameter' },
    ],
  },
  {
    // Of the arms of a condition that the program settles itself only the one that runs; what a caller, the environment or a loop decides
    // leaves all of them.
    lang: 'python',
    code: `
import os
from openai import AzureOpenAI, OpenAI
USE_AZURE = False
PROVIDER = "groq"

if USE_AZURE:
    client, model = AzureOpenAI(azure_endpoint="https://mine.openai.azure.com"), "our-deployment"
else:
    client, model = OpenAI(), "gpt-4o"
client.chat.completions.create(model=model, messages=[])

if PROVIDER == "openai":
    other = OpenAI()
elif PROVIDER in ("groq", "grok"):
    other = OpenAI(base_url="https://api.groq.com/openai/v1")
else:
    raise ValueError(PROVIDER)
other.chat.completions.create(model="llama-3.1-8b-instant", messages=[])

def client_for(model):
    if model.startswith("gpt-"):
        return OpenAI()
    return OpenAI(base_url="https://api.mistral.ai/v1")

client_for("gpt-4o").chat.completions.create(model="gpt-4o", messages=[])
client_for("mistral-small-latest").chat.completions.create(model="mistral-small-latest", messages=[])

if os.environ.get("KIND", "fast") == "fast":
    chosen = "gpt-4o-mini"
else:
    chosen = "gpt-4o"
client.chat.completions.create(model=chosen, messages=[])

state = "first"
while True:
    if state == "first":
        step, state = "gpt-4o-mini", "second"
    else:
        step = "gpt-4o"
    client.chat.completions.create(model=step, messages=[])
`,
    sees: [
      { line: 11, call: 'openai.chat.completions.create', provider: 'openai', model: 'gpt-4o' },
      { line: 19, call: 'openai.chat.completions.create', provider: 'groq' },
      { line: 26, call: 'openai.chat.completions.create', provider: 'openai' },
      { line: 27, call: 'openai.chat.completions.create', provider: 'mistral' },
      { line: 33, call: 'openai.chat.completions.create', modelAmong: ['gpt-4o', 'gpt-4o-mini'] },
      { line: 41, call: 'openai.chat.completions.create', modelAmong: ['gpt-4o', 'gpt-4o-mini'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
const client = new OpenAI()
function modelFor(kind: string) {
  switch (kind) {
    case 'fast':
    case 'cheap':
      return 'gpt-4o-mini'
    case 'long':
      log(kind)
    case 'best':
      return 'gpt-4.1'
    default:
      return 'gpt-4o'
  }
}
await client.responses.create({ model: modelFor('cheap'), input: 'Hi' })
await client.responses.create({ model: modelFor('other'), input: 'Hi' })
await client.responses.create({ model: modelFor('long'), input: 'Hi' })
`,
    sees: [
      { line: 17, call: 'openai.responses.create', model: 'gpt-4o-mini' },
      { line: 18, call: 'openai.responses.create', modelAmong: ['gpt-4.1', 'gpt-4o'] },
      { line: 19, call: 'openai.responses.create', model: 'gpt-4.1' },
    ],
  },
  {
    // What a parameter is declared to be tells of no host; where it is left out the client keeps its own.
    lang: 'python',
    code: `
from httpx import URL
from openai import OpenAI

class Writer:
    def __init__(self, key=None, base_url: str | URL | None = None):
        self.client = OpenAI(api_key=key, base_url=base_url)

    def write(self):
        return self.client.responses.create(model="gpt-4o", input="Hi")

def at(base_url: URL):
    return OpenAI(base_url=base_url).responses.create(model="gpt-4o", input="Hi")
`,
    sees: [
      { line: 10, call: 'openai.responses.create', provider: 'openai', providerFrom: 'parameter' },
      { line: 13, call: 'openai.responses.create', provider: 'unknown' },
    ],
  },
  ...askedBefore,
  ...oneOfSeveral,
  ...changed,
]
