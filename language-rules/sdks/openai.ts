// https://platform.openai.com/docs/api-reference
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { allCalls } from './openai/all-calls.ts'
import { calls } from './openai/calls.ts'
import { handed } from './openai/handed.ts'
import { handedExamples, inPlaceOf, otherClients, otherWords } from './openai/other-clients.ts'
import { otherHosts } from './openai/other-hosts.ts'
import { otherWays } from './openai/other-ways.ts'
import { passedOn } from './openai/passed-on.ts'

export const sdk: Sdk = {
  id: 'openai',
  // What is handed in is told by its path; a client is proven from its import.
  words: [
    ...[...Object.keys(handed), ...otherWords],
    ...['from openai', 'import openai', ', openai'],
    ...["from 'openai", 'from "openai', "require('openai", 'require("openai', "import('openai", 'import("openai'],
  ],
  clients: [
    {
      python: ['openai.OpenAI', 'openai.AsyncOpenAI', 'openai.Client', 'openai.AsyncClient'],
      // LangChain hands it on: https://github.com/langchain-ai/langchainjs/blob/main/libs/providers/langchain-openai/src/index.ts
      typescript: ['openai#default', 'openai#OpenAI', '@langchain/openai#OpenAIClient'],
      provider: 'openai',
      baseUrl: ['base_url', 'baseURL', 'provider'],
      baseUrlSet: ['OPENAI_BASE_URL'],
      carriers: {
        'openai.providers.bedrock': 'bedrock',
        'openai/providers/bedrock#bedrock': 'bedrock',
        'openai/providers/bedrock/aws#bedrock': 'bedrock',
      },
    },
    {
      python: [
        'openai.AzureOpenAI',
        'openai.AsyncAzureOpenAI',
        'openai.lib.azure.AzureOpenAI',
        'openai.lib.azure.AsyncAzureOpenAI',
      ],
      typescript: ['openai#AzureOpenAI', 'openai/azure#AzureOpenAI'],
      provider: 'azure-openai',
      // What Azure calls it: https://learn.microsoft.com/azure/ai-foundry/openai/how-to/create-resource
      model: ['azure_deployment', 'deployment'],
    },
    {
      python: ['openai.BedrockOpenAI', 'openai.AsyncBedrockOpenAI'],
      typescript: 'openai#BedrockOpenAI',
      provider: 'bedrock',
    },
    { python: 'openai', provider: 'openai', baseUrl: ['base_url', 'api_base'], module: true },
    ...otherClients,
    // https://www.npmjs.com/package/openai-edge: the same methods over fetch.
    { typescript: ['openai#OpenAIApi', 'openai-edge#OpenAIApi'], provider: 'openai' },
    {
      typescript: ['openai', 'openai/beta'].flatMap((from) => [
        `${from}/realtime/ws#OpenAIRealtimeWS`,
        `${from}/realtime/websocket#OpenAIRealtimeWebSocket`,
      ]),
      provider: 'openai',
      module: true,
      kind: 'session',
    },
  ],
  own: ['openai', 'azure-openai'],
  same: inPlaceOf,
  handed,
  calls,
  free: [
    'moderations.create',
    ...['models.list', 'models.retrieve', 'responses.retrieve', 'responses.input_tokens.count'],
    'batches.retrieve',
    'beta.threads.create',
    'beta.threads.messages.create',
    ...['beta.threads.runs.retrieve', 'beta.threads.runs.poll', 'beta.assistants.create'],
    'fine_tuning.jobs.retrieve',
    'fine_tuning.jobs.list_events',
    'videos.retrieve',
    'realtime.client_secrets.create',
    'Moderation.create',
  ],
  transparent: ['with_raw_response', 'with_streaming_response', 'with_options()', 'copy()', 'withOptions()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from openai import OpenAI
client = OpenAI()
answer = client.chat.completions.create(
    model="gpt-4o-mini",
    max_completion_tokens=300,
    messages=[{"role": "system", "content": "Be brief."}, {"role": "user", "content": f"Why {question}?"}],
)
`,
    sees: [
      {
        line: 4,
        call: 'openai.chat.completions.create',
        provider: 'openai',
        model: 'gpt-4o-mini',
        modelVia: 'literal',
        maxOutput: 300,
        n: 1,
        cached: false,
        batch: false,
        repeats: [],
        input: ['system: Be brief.', 'user: Why ', 'user: {question}', 'user: ?'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
const openai = new OpenAI()
const MODEL = 'gpt-4o'
export async function summarise(pages: string[]) {
  return Promise.all(pages.map((page) => openai.responses.create({
    model: MODEL, instructions: 'Summarise.', input: page, max_output_tokens: 200, reasoning: { effort: 'low' },
  })))
}
`,
    sees: [
      {
        line: 6,
        call: 'openai.responses.create',
        provider: 'openai',
        model: 'gpt-4o',
        modelVia: 'constant',
        maxOutput: 200,
        repeats: ['data callback here'],
        input: ['Summarise.', '{page}'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from openai import AsyncAzureOpenAI, AsyncOpenAI

class Summariser:
    def __init__(self, model: str = "gpt-4o"):
        self.model = model
        self.client = AsyncAzureOpenAI(azure_endpoint=os.environ["ENDPOINT"])
        self.groq = AsyncOpenAI(base_url="https://api.groq.com/openai/v1")
        self.local = AsyncOpenAI(base_url=os.getenv("LLM_URL", "http://localhost:11434/v1"))
        self.other = AsyncOpenAI(base_url=os.environ["LLM_URL"])

    async def run(self, text):
        await self.client.chat.completions.create(model=self.model, messages=[])
        await self.groq.chat.completions.create(model=os.getenv("MODEL", "llama-3.1-8b-instant"), messages=[])
        await self.local.chat.completions.create(model="llama3", messages=[])
        await self.other.chat.completions.create(model=os.environ["MODEL"], messages=[])
`,
    sees: [
      {
        line: 14,
        call: 'openai.chat.completions.create',
        provider: 'azure-openai',
        model: 'gpt-4o',
        modelVia: 'parameter',
      },
      {
        line: 15,
        call: 'openai.chat.completions.create',
        provider: 'groq',
        model: 'llama-3.1-8b-instant',
        modelVia: 'environment',
      },
      { line: 16, call: 'openai.chat.completions.create', provider: 'local', model: 'llama3' },
      { line: 17, call: 'openai.chat.completions.create', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
from openai import OpenAI
client = OpenAI()
for model in ["gpt-4o", "gpt-4o-mini"]:
    with client.chat.completions.stream(model=model, messages=[{"role": "user", "content": "Hi"}]) as stream:
        print(stream)
for part in client.completions.create(model="gpt-3.5-turbo-instruct", prompt="Hi", stream=True):
    print(part)
`,
    sees: [
      {
        line: 5,
        call: 'openai.chat.completions.stream',
        model: null,
        modelAmong: ['gpt-4o', 'gpt-4o-mini'],
        repeats: ['data loop here 2'],
        input: ['user: Hi'],
      },
      { line: 7, call: 'openai.completions.create', model: 'gpt-3.5-turbo-instruct', repeats: [] },
    ],
  },
  {
    lang: 'python',
    code: `
from functools import partial
from openai import OpenAI
KWARGS = {"model": "gpt-4o", "max_tokens": 64, "n": 3}
create = OpenAI().chat.completions.create
ask = partial(create, **KWARGS)
def answer(messages):
    return ask(messages=messages)
def raw(messages, model="gpt-4.1"):
    client = OpenAI().with_options(timeout=5)
    return client.chat.completions.with_raw_response.create(model=model, messages=messages)
`,
    sees: [
      { line: 8, call: 'openai.chat.completions.create', model: 'gpt-4o', maxOutput: 64, n: 3, input: ['{messages}'] },
      { line: 11, call: 'openai.chat.completions.create', model: 'gpt-4.1', modelVia: 'parameter', maxOutput: null },
    ],
  },
  {
    lang: 'python',
    code: `
import openai
openai.api_key = "…"
vectors = openai.embeddings.create(model="text-embedding-3-small", input=["a", text])
picture = openai.images.generate(model="gpt-image-1", prompt="A cat", n=2)
speech = openai.audio.speech.create(model="tts-1", voice="alloy", input="Hello")
words = openai.audio.transcriptions.create(model="whisper-1", file=f)
openai.moderations.create(input="…")
openai.fine_tuning.jobs.create(model="gpt-4o-mini-2024-07-18", training_file=file_id)
openai.batches.create(input_file_id=file_id, endpoint="/v1/chat/completions", completion_window="24h")
`,
    sees: [
      { line: 4, call: 'openai.embeddings.create', model: 'text-embedding-3-small', input: ['a', '{text}'] },
      { line: 5, call: 'openai.images.generate', model: 'gpt-image-1', n: 2 },
      { line: 6, call: 'openai.audio.speech.create', model: 'tts-1' },
      { line: 7, call: 'openai.audio.transcriptions.create', model: 'whisper-1' },
      { line: 9, call: 'openai.fine_tuning.jobs.create', model: 'gpt-4o-mini-2024-07-18' },
      { line: 10, call: 'openai.batches.create', model: null, batch: true },
    ],
  },
  {
    lang: 'python',
    code: `
import asyncio
from openai import AsyncOpenAI
from tenacity import retry, stop_after_attempt

client = AsyncOpenAI()

@retry(stop=stop_after_attempt(6))
async def embed(text):
    return await client.embeddings.create(model="text-embedding-3-large", input=text)

async def main(texts):
    return await asyncio.gather(*[embed(t) for t in texts])

async def agent(messages, tools):
    while True:
        reply = await client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools)
        messages.append(reply.choices[0].message)
`,
    sees: [
      {
        line: 10,
        call: 'openai.embeddings.create',
        model: 'text-embedding-3-large',
        repeats: ['retry option here 6', 'data comprehension caller'],
      },
      { line: 17, call: 'openai.chat.completions.create', model: 'gpt-4o', repeats: ['agent loop here'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI, { AzureOpenAI } from 'openai'
const models = { fast: 'gpt-4o-mini', good: 'gpt-4o' }
const defaults = { model: models.fast, max_completion_tokens: 50 }
class Bot {
  private client: OpenAI
  constructor(private azure: AzureOpenAI, key?: string) {
    this.client = new OpenAI({ apiKey: key, baseURL: 'https://api.together.xyz/v1' })
  }
  async ask(kind: string, text: string) {
    await this.client.chat.completions.create({ ...defaults, messages: [{ role: 'user', content: text }] })
    await this.azure.chat.completions.create({ model: process.env.DEPLOYMENT ?? 'gpt-4o', messages: [] })
    return this.client.chat.completions.create({ model: models[kind], messages: [], stream: true })
  }
}
`,
    sees: [
      { line: 11, call: 'openai.chat.completions.create', provider: 'together', model: 'gpt-4o-mini', maxOutput: 50 },
      {
        line: 12,
        call: 'openai.chat.completions.create',
        provider: 'azure-openai',
        model: 'gpt-4o',
        modelVia: 'environment',
      },
      {
        line: 13,
        call: 'openai.chat.completions.create',
        provider: 'together',
        model: null,
        modelAmong: ['gpt-4o-mini', 'gpt-4o'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
const openai = new OpenAI()
for (let attempt = 0; attempt < 3; attempt++) {
  await openai.beta.chat.completions.parse({ model: 'gpt-4o', messages: [] })
}
const runner = openai.chat.completions.runTools({ model: 'gpt-4o', messages: [], tools: [] }, { maxChatCompletions: 5 })
openai.responses.stream({ response_id: 'resp_1' })
openai.responses.stream({ model: 'gpt-4o', input: 'Hi' })
`,
    sees: [
      { line: 5, call: 'openai.beta.chat.completions.parse', model: 'gpt-4o', repeats: ['retry loop here 3'] },
      { line: 7, call: 'openai.chat.completions.runTools', model: 'gpt-4o', input: ['[]'] },
      { line: 9, call: 'openai.responses.stream', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
import asyncio
from openai import OpenAI
from langfuse import wrap
client = wrap(OpenAI())
def ask(client: "OpenAI | None" = None, model=None):
    client = client or OpenAI()
    model = model or "gpt-4o"
    return client.chat.completions.create(model=model, messages=[])
async def later(text):
    await asyncio.to_thread(client.chat.completions.create, model="gpt-4o", messages=[{"role": "user", "content": text}])
`,
    sees: [
      { line: 9, call: 'openai.chat.completions.create', model: 'gpt-4o', modelVia: 'parameter' },
      { line: 11, call: 'openai.chat.completions.create', model: 'gpt-4o', input: ['user: {text}'] },
    ],
  },
  {
    lang: 'python',
    code: `
"""client.chat.completions.create(model="gpt-4o")"""
from openai import OpenAI
import redis
import queue
client = OpenAI()
# client.chat.completions.create(model="gpt-4o", messages=[])
redis.create("gpt-4o")
queue.Queue().chat.completions.create(model="gpt-4o", messages=[])
client.batches.retrieve("b")
client.responses.retrieve("r")
client.files.create(file=f, purpose="batch")
client.beta.threads.create()
class Chat:
    class completions:
        def create(self, **kwargs): ...
Chat().completions.create(model="gpt-4o")
def completions_create(**kwargs): ...
completions_create(model="gpt-4o")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { openai } from './openai'
import OpenAI from 'openai'
const client = new OpenAI()
openai.chat.completions.create({ model: 'gpt-4o', messages: [] })
const create = (options: object) => options
create({ model: 'gpt-4o', messages: [] })
client.models.list()
const text = "client.chat.completions.create({ model: 'gpt-4o' })"
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
const { OpenAI } = require('openai')
const client = new OpenAI()
const params = { model: 'gpt-4o', messages: [] }
params.max_completion_tokens = 100
module.exports = { ask: async () => client.chat.completions.create(params) }
`,
    sees: [{ line: 6, call: 'openai.chat.completions.create', model: 'gpt-4o', maxOutput: 100 }],
  },
  ...otherWays,
  ...passedOn,
  ...handedExamples,
  ...otherHosts,
  ...allCalls,
]
