// https://docs.fal.ai/model-apis/client, https://github.com/fal-ai/fal (fal_client), https://github.com/fal-ai/fal-js
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// What a model makes is told by its name alone. Most of them make pictures.
const kinds: CallShape['apis'] = [
  { api: 'transcribe', model: /whisper|wizper|speech-to-text|transcri/i },
  { api: 'speech', model: /tts|text-to-speech|speech|voice|kokoro/i },
  { api: 'video', model: /video|kling|veo|wan[-/]|hailuo|luma|seedance|sora/i },
  { api: 'chat', model: /any-llm|vision|llava|moondream|openrouter/i },
]

// The inputs are the model's own; these are the names most of them have.
const held = (names: readonly string[]): readonly string[] =>
  ['arguments', '[1].input', '[1]'].flatMap((at) => names.map((name) => `${at}.${name}`))

const run = {
  api: 'image',
  apis: kinds,
  model: ['application', '[0]'],
  maxOutput: held(['max_tokens']),
  input: held(['system_prompt', 'prompt', 'negative_prompt', 'text', 'gen_text']),
  n: held(['num_images']),
  // https://fal.ai/models/fal-ai/kling-video/v4/text-to-video/api
  size: held(['resolution', 'image_size']),
  sides: [held(['image_size.width', 'width']), held(['image_size.height', 'height'])],
  quality: held(['quality']),
  seconds: held(['duration']),
} as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'fal',
  words: ['fal_client', "'@fal-ai/", '"@fal-ai/'],
  clients: [
    {
      python: [
        'fal_client.SyncClient',
        'fal_client.AsyncClient',
        'fal_client.client.SyncClient',
        'fal_client.client.AsyncClient',
      ],
      typescript: ['@fal-ai/client#createFalClient'],
      provider: 'fal',
    },
    { python: 'fal_client', provider: 'fal', module: true },
    // The second is the package of before version 1, whose functions are its own exports.
    { typescript: ['@fal-ai/client#fal', '@fal-ai/serverless-client#*'], provider: 'fal', module: true },
  ],
  calls: [
    { path: 'run', ...run },
    { path: 'run_async', ...run },
    { path: 'subscribe', ...run },
    { path: 'subscribe_async', ...run },
    { path: 'submit', ...run },
    { path: 'submit_async', ...run },
    { path: 'stream', ...run, stream: true },
    { path: 'stream_async', ...run, stream: true },
    { path: 'streaming.stream', ...run, stream: true },
    { path: 'queue.submit', ...run },
  ],
  free: [
    'status',
    'status_async',
    'result',
    'result_async',
    'cancel',
    'upload_file',
    'encode_image',
    'queue.status',
    'queue.result',
    'queue.cancel',
    'storage.upload',
    'config',
  ],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import fal_client
MODEL = "fal-ai/flux/dev"
fal_client.subscribe(MODEL, arguments={"prompt": f"A {animal}", "num_images": 2}, with_logs=True)
fal_client.run("fal-ai/fast-sdxl", {"prompt": "A ship"})
handle = fal_client.submit("fal-ai/kling-video/v2/master/text-to-video", arguments={"prompt": "A cat", "duration": "10"})
for event in fal_client.stream("fal-ai/any-llm", arguments={"prompt": "Hi", "max_tokens": 20}):
    print(event)
async def main(prompts):
    client = fal_client.AsyncClient()
    for prompt in prompts:
        await client.submit("fal-ai/flux/schnell", arguments={"prompt": prompt})
    await fal_client.submit_async("fal-ai/wizper", arguments={"audio_url": url})
    await fal_client.run_async("fal-ai/flux/schnell", arguments={})
    await fal_client.subscribe_async("fal-ai/flux/schnell", arguments={})
    async for event in fal_client.stream_async("fal-ai/any-llm", arguments={}):
        print(event)
`,
    sees: [
      {
        line: 4,
        call: 'fal.subscribe',
        provider: 'fal',
        model: 'fal-ai/flux/dev',
        modelVia: 'constant',
        n: 2,
        input: ['A ', '{animal}'],
      },
      { line: 5, call: 'fal.run', model: 'fal-ai/fast-sdxl', input: ['A ship'] },
      { line: 6, call: 'fal.submit', model: 'fal-ai/kling-video/v2/master/text-to-video', asked: { seconds: '10' } },
      { line: 7, call: 'fal.stream', model: 'fal-ai/any-llm', maxOutput: 20, repeats: [] },
      { line: 12, call: 'fal.submit', model: 'fal-ai/flux/schnell', repeats: ['data loop here'] },
      { line: 13, call: 'fal.submit_async', model: 'fal-ai/wizper' },
      { line: 14, call: 'fal.run_async' },
      { line: 15, call: 'fal.subscribe_async' },
      { line: 16, call: 'fal.stream_async', model: 'fal-ai/any-llm' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { createFalClient, fal } from '@fal-ai/client'
import * as old from '@fal-ai/serverless-client'
fal.config({ credentials: process.env.FAL_KEY })
const result = await fal.subscribe('fal-ai/flux/dev', { input: { prompt: text, num_images: 3, image_size: { width: 768, height: 512 } }, logs: true })
await fal.run('fal-ai/fast-sdxl', { input: { prompt: 'A ship' } })
const { request_id } = await fal.queue.submit('fal-ai/veo3', { input: { prompt: 'A cat' } })
const stream = await fal.stream('fal-ai/any-llm', { input: { prompt: 'Hi' } })
await fal.streaming.stream('fal-ai/any-llm', { input: { prompt: 'Hi' } })
await createFalClient({ credentials }).run('fal-ai/flux/schnell', { input: {} })
await old.subscribe('fal-ai/flux/schnell', { input: { prompt: 'A dog' } })
await old.queue.submit('fal-ai/flux/schnell', { input: {} })
`,
    sees: [
      {
        line: 5,
        call: 'fal.subscribe',
        provider: 'fal',
        model: 'fal-ai/flux/dev',
        n: 3,
        input: ['{text}'],
        asked: { size: '768x512' },
      },
      { line: 6, call: 'fal.run', model: 'fal-ai/fast-sdxl', input: ['A ship'] },
      { line: 7, call: 'fal.queue.submit', model: 'fal-ai/veo3' },
      { line: 8, call: 'fal.stream', model: 'fal-ai/any-llm' },
      { line: 9, call: 'fal.streaming.stream', model: 'fal-ai/any-llm' },
      { line: 10, call: 'fal.run', provider: 'fal', model: 'fal-ai/flux/schnell' },
      { line: 11, call: 'fal.subscribe', model: 'fal-ai/flux/schnell', input: ['A dog'] },
      { line: 12, call: 'fal.queue.submit', model: 'fal-ai/flux/schnell' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { fal } from '@fal-ai/client'
await fal.queue.status('fal-ai/veo3', { requestId })
await fal.queue.result('fal-ai/veo3', { requestId })
await fal.storage.upload(file)
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
import fal_client
handle = fal_client.upload_file("cat.png")
fal_client.status("fal-ai/flux/dev", "request")
fal_client.result("fal-ai/flux/dev", "request")
`,
    sees: [],
  },
]
