import type { SdkExample } from '../../../core/sdk.ts'

/** Less common ways: deployments of Azure, sessions, kept prompts, assistants, batches, and what was before 1.0. */
export const otherWays: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from openai import AsyncOpenAI, AzureOpenAI, OpenAI
azure = AzureOpenAI(azure_endpoint=os.environ["ENDPOINT"], azure_deployment="gpt-4o-eu", api_version="2024-10-21")
azure.embeddings.create(input=["a"])
azure.chat.completions.create(model="gpt-4o-mini", messages=[])
client = OpenAI()
client.responses.create(prompt={"id": "pmpt_1", "variables": {"name": name}}, max_output_tokens=50)
client.responses.with_raw_response.parse(model="gpt-4o", input="Hi", text_format=Answer, service_tier="flex")
with client.responses.with_streaming_response.create(model="gpt-5", input="Hi", reasoning={"effort": "high"}) as answer:
    print(answer)
client.with_options(max_retries=5).images.generate(prompt="A cat", size="1024x1024", quality="hd", n=3)
client.images.edit(model="gpt-image-1", image=f, prompt="A dog")
client.images.create_variation(image=f)
client.audio.translations.create(model="whisper-1", file=f)
client.videos.create(prompt="A cat", seconds="8")
client.videos.create_and_poll(model="sora-2-pro", prompt="A cat")
client.videos.remix("video_1", prompt="A dog")
client.videos.edit(video="v", prompt="A dog")
client.videos.extend(video="v", prompt="On", seconds="4")
client.responses.compact(model="gpt-5", input=items)
async def talk():
    async with AsyncOpenAI().realtime.connect(model="gpt-realtime") as connection:
        await connection.response.create()
    async with AsyncOpenAI().beta.realtime.connect(model="gpt-4o-realtime-preview") as connection:
        pass
`,
    sees: [
      { line: 5, call: 'openai.embeddings.create', provider: 'azure-openai', model: 'gpt-4o-eu' },
      { line: 6, call: 'openai.chat.completions.create', provider: 'azure-openai', model: 'gpt-4o-mini' },
      { line: 8, call: 'openai.responses.create', model: null, maxOutput: 50, input: ['{"name": ', '{name}', '}'] },
      { line: 9, call: 'openai.responses.parse', model: 'gpt-4o' },
      { line: 10, call: 'openai.responses.create', model: 'gpt-5' },
      { line: 12, call: 'openai.images.generate', model: null, usualModel: 'dall-e-2', n: 3 },
      { line: 13, call: 'openai.images.edit', model: 'gpt-image-1' },
      { line: 14, call: 'openai.images.create_variation', model: null, usualModel: 'dall-e-2' },
      { line: 15, call: 'openai.audio.translations.create', model: 'whisper-1' },
      { line: 16, call: 'openai.videos.create', model: null, usualModel: 'sora-2' },
      { line: 17, call: 'openai.videos.create_and_poll', model: 'sora-2-pro' },
      { line: 18, call: 'openai.videos.remix', model: null },
      { line: 19, call: 'openai.videos.edit', model: null },
      { line: 20, call: 'openai.videos.extend', model: null },
      { line: 21, call: 'openai.responses.compact', model: 'gpt-5' },
      { line: 23, call: 'openai.realtime.connect', model: 'gpt-realtime' },
      { line: 25, call: 'openai.beta.realtime.connect', model: 'gpt-4o-realtime-preview' },
    ],
  },
  {
    lang: 'python',
    code: `
from openai import OpenAI
client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id, model="gpt-4o-mini")
while run.status != "completed":
    run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
client.beta.threads.runs.create(thread_id=thread.id, assistant_id="a", max_completion_tokens=90)
client.beta.threads.create_and_run(assistant_id="a", thread={"messages": [{"role": "user", "content": "Hi"}]})
with client.beta.threads.runs.stream(thread_id="t", assistant_id="a") as stream:
    stream.until_done()
with client.beta.chat.completions.stream(model="gpt-4o", messages=[]) as stream:
    pass
client.chat.completions.parse(model="gpt-4o", messages=[], response_format=Answer)
client.beta.responses.create(model="gpt-5", input="Hi")
`,
    sees: [
      { line: 6, call: 'openai.beta.threads.runs.create_and_poll', model: 'gpt-4o-mini', repeats: [] },
      { line: 9, call: 'openai.beta.threads.runs.create', model: null, maxOutput: 90 },
      { line: 10, call: 'openai.beta.threads.create_and_run', model: null, input: ['user: Hi'] },
      { line: 11, call: 'openai.beta.threads.runs.stream', model: null },
      { line: 13, call: 'openai.beta.chat.completions.stream', model: 'gpt-4o' },
      { line: 15, call: 'openai.chat.completions.parse', model: 'gpt-4o' },
      { line: 16, call: 'openai.beta.responses.create', model: 'gpt-5' },
    ],
  },
  {
    lang: 'python',
    code: `
import openai
async def old(messages, text):
    openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=messages, max_tokens=20)
    await openai.ChatCompletion.acreate(engine="gpt-4", messages=messages)
    openai.Completion.create(engine="text-davinci-003", prompt=f"Say {text}", max_tokens=5, n=2)
    openai.Embedding.create(model="text-embedding-ada-002", input=[text])
    openai.Image.create(prompt="A cat", n=1)
    openai.Audio.transcribe("whisper-1", file)
    openai.Moderation.create(input=text)
`,
    sees: [
      { line: 4, call: 'openai.ChatCompletion.create', provider: 'openai', model: 'gpt-3.5-turbo', maxOutput: 20 },
      { line: 5, call: 'openai.ChatCompletion.acreate', model: 'gpt-4' },
      { line: 6, call: 'openai.Completion.create', model: 'text-davinci-003', n: 2, input: ['Say ', '{text}'] },
      { line: 7, call: 'openai.Embedding.create', model: 'text-embedding-ada-002' },
      { line: 8, call: 'openai.Image.create', model: null, usualModel: 'dall-e-2' },
      { line: 9, call: 'openai.Audio.transcribe', model: 'whisper-1' },
    ],
  },
  {
    // The SDK is loaded where it is first needed.
    lang: 'typescript',
    code: `
const client = import('openai').then(({ OpenAI }) => new OpenAI())
export const ask = async (input: string) => (await client).responses.create({ model: 'gpt-5-mini', input })
import('openai').then(async ({ default: OpenAI }) => {
  await new OpenAI().embeddings.create({ model: 'text-embedding-3-small', input: 'Hi' })
})
`,
    sees: [
      { line: 3, call: 'openai.responses.create', model: 'gpt-5-mini' },
      { line: 5, call: 'openai.embeddings.create', model: 'text-embedding-3-small' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI, { AzureOpenAI, Configuration, OpenAIApi } from 'openai'
import { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket'
import { OpenAIApi as Edge } from 'openai-edge'
const azure = new AzureOpenAI({ endpoint: process.env.ENDPOINT, deployment: 'gpt-4o-eu', apiVersion: '2024-10-21' })
azure.embeddings.create({ input: ['a'] })
const client = new OpenAI().withOptions({ maxRetries: 4 })
client.responses.create({ prompt: { id: 'pmpt_1' }, input: 'Hi' })
client.fineTuning.jobs.create({ model: 'gpt-4o-mini', training_file: 'f' })
client.beta.threads.runs.createAndPoll('t', { assistant_id: 'a', model: 'gpt-4o' })
client.beta.threads.createAndRunPoll({ assistant_id: 'a', model: 'gpt-4o' })
client.images.generate({ model: 'gpt-image-1', prompt: 'A cat', size: '1024x1024', quality: 'low' })
client.batches.create({ input_file_id: 'f', endpoint: '/v1/responses', completion_window: '24h' })
const session = new OpenAIRealtimeWebSocket({ model: 'gpt-realtime' })
new OpenAIApi(new Configuration({ apiKey: 'k' })).createChatCompletion({ model: 'gpt-3.5-turbo', messages: [] })
new Edge(config).createCompletion({ model: 'gpt-3.5-turbo-instruct', prompt: 'Hi', max_tokens: 7 })
`,
    sees: [
      { line: 6, call: 'openai.embeddings.create', provider: 'azure-openai', model: 'gpt-4o-eu' },
      { line: 8, call: 'openai.responses.create', model: null, input: ['Hi'] },
      { line: 9, call: 'openai.fineTuning.jobs.create', model: 'gpt-4o-mini' },
      { line: 10, call: 'openai.beta.threads.runs.createAndPoll', model: 'gpt-4o' },
      { line: 11, call: 'openai.beta.threads.createAndRunPoll', model: 'gpt-4o' },
      { line: 12, call: 'openai.images.generate', model: 'gpt-image-1' },
      { line: 13, call: 'openai.batches.create', batch: true },
      { line: 14, call: 'openai.()', model: 'gpt-realtime' },
      { line: 15, call: 'openai.createChatCompletion', model: 'gpt-3.5-turbo' },
      { line: 16, call: 'openai.createCompletion', model: 'gpt-3.5-turbo-instruct', maxOutput: 7 },
    ],
  },
  {
    lang: 'python',
    code: `
from dataclasses import dataclass
from openai import OpenAI
@dataclass
class Chat:
    model: str = "gpt-4o"
    limit: int | None = 4096
    base_url: str | None = None
    def client(self):
        options = {"base_url": self.base_url, "max_retries": 5}
        return OpenAI(**{k: v for k, v in options.items() if v is not None})
    def ask(self, messages):
        params = {}
        if self.limit is not None:
            params["max_tokens"] = self.limit
        return self.client().chat.completions.create(model=self.model, messages=messages, **params)
`,
    sees: [{ line: 16, call: 'openai.chat.completions.create', provider: 'openai', model: 'gpt-4o', maxOutput: 4096 }],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
const client = new OpenAI()
class Chat {
  limit = 500
  ask(messages) {
    const body: any = { model: 'gpt-4o', messages }
    if (this.limit) body.max_tokens = this.limit
    return client.chat.completions.create(body)
  }
  tell(messages) {
    return client.chat.completions.create({
      model: 'gpt-4o',
      messages,
      ...(this.limit !== undefined ? { max_tokens: this.limit } : {}),
    })
  }
}
`,
    sees: [
      { line: 9, call: 'openai.chat.completions.create', model: 'gpt-4o', maxOutput: 500 },
      { line: 12, call: 'openai.chat.completions.create', model: 'gpt-4o', maxOutput: 500 },
    ],
  },
  // What is written to a record that is kept under a name, or to a copy of one, is part of it from then on.
  {
    lang: 'python',
    code: `
import copy
from openai import OpenAI
client = OpenAI()
USUAL = {"model": "gpt-4o", "max_tokens": 200}

def dearer(messages, model):
    options = copy.deepcopy(USUAL)
    options["model"] = model
    return client.chat.completions.create(model=options["model"], messages=messages, max_tokens=options.get("max_tokens"))

def cheaper(messages):
    options = USUAL.copy()
    options.update(model="gpt-4o-mini")
    return ask(messages, options)

def ask(messages, options):
    return client.chat.completions.create(messages=messages, **options)

def chosen(messages, more):
    options = {"model": "gpt-4o"}
    for name, value in more.items():
        options[name] = value
    return client.chat.completions.create(messages=messages, model=options["model"])

def given(messages, **options):
    options.setdefault("model", "gpt-4.1-nano")
    return client.chat.completions.create(messages=messages, **options)

NAMES = {name: "gpt-4.1" for name in ["a", "b"]}

def named(messages, name):
    return client.chat.completions.create(messages=messages, model=NAMES[name])
`,
    sees: [
      { line: 10, call: 'openai.chat.completions.create', model: null, maxOutput: 200 },
      { line: 18, call: 'openai.chat.completions.create', model: 'gpt-4o-mini', maxOutput: 200 },
      { line: 24, call: 'openai.chat.completions.create', model: null },
      { line: 28, call: 'openai.chat.completions.create', model: 'gpt-4.1-nano', modelVia: 'parameter' },
      { line: 33, call: 'openai.chat.completions.create', model: 'gpt-4.1' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
const client = new OpenAI()
const usual = { model: 'gpt-4o' }
export function ask(messages, isNew: boolean) {
  const options: any = { ...usual, [isNew ? 'max_completion_tokens' : 'max_tokens']: 100 }
  options.model = 'gpt-4o-mini'
  return client.chat.completions.create({ messages, ...options })
}
export function merged(messages, key: string, value) {
  const options: any = Object.assign({}, usual)
  options[key] = value
  return client.chat.completions.create({ messages, model: options.model })
}
`,
    sees: [
      { line: 8, call: 'openai.chat.completions.create', model: 'gpt-4o-mini' },
      { line: 13, call: 'openai.chat.completions.create', model: null },
    ],
  },
  // Two clients, or two methods, of which a run picks one, are one call where they bill alike.
  {
    lang: 'python',
    code: `
from groq import Groq
from openai import OpenAI

def make(kind):
    return Groq() if kind == "groq" else OpenAI()

def ask(messages, kind, model):
    return make(kind).chat.completions.create(model=model, messages=messages, max_tokens=50)

def tell(client: OpenAI, messages, is_shaped):
    way = client.chat.completions.parse if is_shaped else client.chat.completions.create
    return way(model="gpt-4o", messages=messages)
`,
    sees: [
      { line: 9, call: 'groq.chat.completions.create', provider: 'unknown', model: null, maxOutput: 50 },
      { line: 13, call: 'openai.chat.completions.parse', provider: 'openai', model: 'gpt-4o' },
    ],
  },
]
