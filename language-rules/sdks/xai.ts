// https://docs.x.ai/docs, https://github.com/xai-org/xai-sdk-python. In TypeScript the OpenAI SDK is used with its base URL.
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const makers = ['xai_sdk.Client', 'xai_sdk.AsyncClient', 'xai_sdk.sync.client.Client', 'xai_sdk.aio.client.Client']

// src/xai_sdk/sync/image.py, src/xai_sdk/sync/video.py
const made = { model: ['model', '[1]'], input: ['prompt', '[0]'], size: 'resolution' } as const
const image = { api: 'image', ...made, quality: 'quality' } as const satisfies Omit<CallShape, 'path'>
const video = { api: 'video', ...made, seconds: 'duration' } as const satisfies Omit<CallShape, 'path'>
// The chat holds the model, the messages and the limit; the answer is asked for later, and many times.
const answer = { api: 'chat', on: 'chat', input: [] } as const satisfies Omit<CallShape, 'path'>
const many = { ...answer, n: ['n', '[0]'] } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'xai',
  words: ['xai_sdk'],
  clients: [
    { python: makers, provider: 'xai', baseUrl: 'api_host' },
    {
      python: makers.map((maker) => `${maker}().chat.create`),
      provider: 'xai',
      kind: 'chat',
      model: ['model', '[0]'],
      maxOutput: 'max_tokens',
      tier: 'service_tier',
      reasoning: 'reasoning_effort',
      input: ['messages', 'tools', 'response_format'],
      // Turns of the tools that xAI runs itself.
      repeats: { max_turns: 'agent' },
    },
  ],
  calls: [
    { path: 'sample', ...answer },
    { path: 'stream', ...answer, stream: true },
    { path: 'parse', ...answer, input: ['shape', '[0]'] },
    { path: 'defer', ...answer },
    { path: 'sample_batch', ...many },
    { path: 'stream_batch', ...many, stream: true },
    { path: 'defer_batch', ...many },
    { path: 'compact', ...answer },
    {
      path: 'chat.compact_context',
      api: 'chat',
      model: ['model', '[0]'],
      input: ['messages', '[1]'],
    },
    { path: 'image.sample', ...image },
    { path: 'image.sample_batch', ...image, n: ['n', '[2]'] },
    { path: 'video.generate', ...video },
    { path: 'video.start', ...video },
    { path: 'video.extend', ...video },
    { path: 'video.extend_start', ...video },
    { path: 'batch.add', api: 'batch', of: ['batch_requests', '[1]'], input: [], batch: true },
  ],
  free: [
    'chat.create',
    'chat.get_stored_completion',
    'tokenize.tokenize_text',
    'models.list_language_models',
    'batch.create',
    'batch.get',
    'batch.list_batch_results',
    'image.prepare',
    'video.prepare',
    'video.get',
  ],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from xai_sdk import AsyncClient, Client
from xai_sdk.chat import system, user

client = Client(api_key=os.getenv("XAI_API_KEY"))
chat = client.chat.create(model="grok-4", max_tokens=400, messages=[system("Be brief.")])
chat.append(user("Why?"))
print(chat.sample().content)
for response, chunk in chat.stream():
    print(chunk)
client.chat.create("grok-3-mini", reasoning_effort="low").parse(Answer)
client.chat.create("grok-3-mini").sample_batch(4)
client.chat.create("grok-4-fast", tools=[web_search()], max_turns=6).sample()
deferred = client.chat.create("grok-4").defer()
client.chat.compact_context("grok-4", messages=history)
client.batch.add(batch_id, batch_requests=[client.chat.create(model="grok-4-fast", batch_request_id="1")])

def nightly(texts):
    requests = []
    for text in texts:
        asked = client.chat.create(model="grok-3-mini", messages=[user(text)], batch_request_id=text)
        requests.append(asked)
    client.batch.add("batch", requests)

async def pictures(prompt):
    other = AsyncClient()
    await other.chat.create(model="grok-4").sample()
    await other.image.sample(prompt, "grok-2-image")
    await other.image.sample_batch(model="grok-2-image", prompt=prompt, n=3, resolution="2k", quality="low")
    await other.video.generate(prompt="A cat", model="grok-imagine-video", duration=10, resolution="720p")
`,
    sees: [
      {
        line: 9,
        call: 'xai.sample',
        provider: 'xai',
        model: 'grok-4',
        modelVia: 'literal',
        maxOutput: 400,
        n: 1,
        repeats: [],
      },
      { line: 10, call: 'xai.stream', model: 'grok-4', maxOutput: 400, repeats: [] },
      { line: 12, call: 'xai.parse', model: 'grok-3-mini' },
      { line: 13, call: 'xai.sample_batch', model: 'grok-3-mini', n: 4 },
      { line: 14, call: 'xai.sample', model: 'grok-4-fast', repeats: ['agent option here 6'] },
      { line: 15, call: 'xai.defer', model: 'grok-4' },
      { line: 16, call: 'xai.chat.compact_context', model: 'grok-4', input: ['{history}'] },
      { line: 17, call: 'xai.batch.add', model: 'grok-4-fast', batch: true },
      { line: 24, call: 'xai.batch.add', model: 'grok-3-mini', batch: true },
      { line: 28, call: 'xai.sample', provider: 'xai', model: 'grok-4' },
      { line: 29, call: 'xai.image.sample', model: 'grok-2-image', input: ['{prompt}'] },
      { line: 30, call: 'xai.image.sample_batch', model: 'grok-2-image', n: 3, asked: { size: '2k', quality: 'low' } },
      {
        line: 31,
        call: 'xai.video.generate',
        model: 'grok-imagine-video',
        input: ['A cat'],
        asked: { size: '720p', seconds: 10 },
      },
    ],
  },
  {
    lang: 'python',
    code: `
import xai_sdk
MODEL = "grok-4-fast-non-reasoning"
class Bot:
    def __init__(self):
        self.client = xai_sdk.Client()
        self.chat = self.client.chat.create(model=MODEL)
    def turn(self, text):
        self.chat.append(text)
        return self.chat.sample()
    def compact(self):
        self.chat.stream_batch(2)
        self.chat.defer_batch(3)
        return self.chat.compact()
    def films(self):
        self.client.video.start("A dog", "grok-imagine-video")
        self.client.video.extend(prompt="more", model="grok-imagine-video", video_url=url)
        self.client.video.extend_start(prompt="more", model="grok-imagine-video", video_url=url)
`,
    sees: [
      { line: 10, call: 'xai.sample', provider: 'xai', model: 'grok-4-fast-non-reasoning', modelVia: 'constant' },
      { line: 12, call: 'xai.stream_batch', n: 2 },
      { line: 13, call: 'xai.defer_batch', n: 3 },
      { line: 14, call: 'xai.compact', model: 'grok-4-fast-non-reasoning' },
      { line: 16, call: 'xai.video.start', model: 'grok-imagine-video' },
      { line: 17, call: 'xai.video.extend', model: 'grok-imagine-video' },
      { line: 18, call: 'xai.video.extend_start', model: 'grok-imagine-video' },
    ],
  },
  {
    lang: 'python',
    code: `
from xai_sdk import Client
client = Client()
chat = client.chat.create(model="grok-4")
chat.append("Hi")
client.tokenize.tokenize_text("Hi", "grok-4")
client.models.list_language_models()
client.batch.create("nightly")
client.image.prepare("A cat", "grok-2-image", batch_request_id="1")
`,
    sees: [],
  },
]
