// https://docs.together.ai/reference, https://github.com/togethercomputer/together-py, together-python (before 2.0), together-typescript
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const chat = {
  api: 'chat',
  model: 'model',
  maxOutput: ['max_tokens', 'max_completion_tokens'],
  input: ['messages', 'tools', 'response_format'],
  n: 'n',
  reasoning: 'reasoning_effort',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const completion = { ...chat, input: ['prompt'] } as const satisfies Omit<CallShape, 'path'>
const embedding = { api: 'embed', model: 'model', input: ['input'] } as const satisfies Omit<CallShape, 'path'>
const image = {
  api: 'image',
  model: 'model',
  input: ['prompt'],
  n: 'n',
  sides: ['width', 'height'],
} as const satisfies Omit<CallShape, 'path'>
// src/together/types/video_create_params.py
const video = {
  api: 'video',
  model: 'model',
  input: ['prompt'],
  size: 'resolution',
  sides: ['width', 'height'],
  seconds: 'seconds',
} as const satisfies Omit<CallShape, 'path'>
const hearing = { api: 'transcribe', model: 'model', input: ['prompt'] } as const satisfies Omit<CallShape, 'path'>
const batch = { api: 'batch', input: [], batch: true } as const satisfies Omit<CallShape, 'path'>
const tuning = { api: 'fine-tune', model: 'model', input: [] } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'together',
  words: ['from together', 'import together', ', together', "'together-ai", '"together-ai'],
  clients: [
    {
      python: ['together.Together', 'together.AsyncTogether', 'together.Client', 'together.AsyncClient'],
      typescript: ['together-ai#default', 'together-ai#Together'],
      provider: 'together',
      baseUrl: ['base_url', 'baseURL'],
    },
    // Class methods of the first versions: together-python, src/together/legacy.
    {
      python: ['together.Complete', 'together.AsyncComplete', 'together.Completion'],
      provider: 'together',
      module: true,
      kind: 'legacy completion',
    },
    { python: 'together.Embeddings', provider: 'together', module: true, kind: 'legacy embedding' },
    { python: 'together.Image', provider: 'together', module: true, kind: 'legacy image' },
  ],
  calls: [
    { path: 'chat.completions.create', ...chat },
    // A helper of the first TypeScript versions: examples/chat-completions.ts.
    { path: 'chat.completions.stream', ...chat, stream: true },
    { path: 'completions.create', ...completion },
    { path: 'embeddings.create', ...embedding },
    { path: 'images.generate', ...image },
    // Its name in the first versions of the TypeScript client: api.md of together-ai 0.8.
    { path: 'images.create', ...image },
    { path: 'videos.create', ...video },
    { path: 'audio.speech.create', api: 'speech', model: 'model', input: ['input'] },
    { path: 'audio.transcriptions.create', ...hearing },
    { path: 'audio.translations.create', ...hearing },
    { path: 'rerank.create', api: 'rerank', model: 'model', input: ['query', 'documents'] },
    { path: 'batches.create', ...batch },
    { path: 'batches.create_batch', ...batch },
    { path: 'fine_tuning.create', ...tuning },
    { path: 'fineTuning.create', ...tuning },
    { path: 'create', on: 'legacy completion', ...completion, input: ['prompt', '[0]'] },
    { path: 'create_streaming', on: 'legacy completion', ...completion, input: ['prompt', '[0]'], stream: true },
    { path: 'create', on: 'legacy embedding', ...embedding, input: ['input', '[0]'] },
    { path: 'create', on: 'legacy image', ...image, input: ['prompt', '[0]'] },
  ],
  rents: [{ path: 'endpoints.create', type: 'together.endpoint', needs: 'hardware' }],
  free: [
    'models.list',
    'files.upload',
    'files.retrieve',
    'batches.retrieve',
    'batches.get_batch',
    'fine_tuning.retrieve',
    'fine_tuning.estimate_price',
    'fineTuning.estimatePrice',
    'videos.retrieve',
  ],
  transparent: ['with_raw_response', 'with_streaming_response', 'with_options()', 'copy()', 'withOptions()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import asyncio
from together import AsyncTogether, Together
CHAT = {"model": "meta-llama/Llama-3.3-70B-Instruct-Turbo", "max_tokens": 128}
client = Together()
client.chat.completions.create(messages=[{"role": "user", "content": "Hi"}], **CHAT)
client.completions.create(model="meta-llama/Llama-3-8b-hf", prompt="Once", max_tokens=30, n=2)
client.embeddings.create(model="BAAI/bge-base-en-v1.5", input=texts)
client.images.generate(model="black-forest-labs/FLUX.1-schnell", prompt="A cat", n=3, width=1024, height=768)
client.rerank.create(model="Salesforce/Llama-Rank-V1", query="Where?", documents=docs)
client.audio.speech.create(model="cartesia/sonic", input="Hello", voice="x")
client.audio.transcriptions.create(model="openai/whisper-large-v3", file=f)
client.audio.translations.create(model="openai/whisper-large-v3", file=f)
client.videos.create(model="minimax/video-01-director", prompt="A cat walks", seconds="6", resolution="1080p")
client.batches.create_batch(f.id, endpoint="/v1/chat/completions")
client.fine_tuning.create(model="meta-llama/Meta-Llama-3.1-8B-Instruct-Reference", training_file=f.id)
async def many(prompts):
    other = AsyncTogether()
    await asyncio.gather(*[other.chat.completions.create(model="Qwen/Qwen3-8B", messages=p) for p in prompts])
    await other.batches.create(input_file_id=f.id, endpoint="/v1/chat/completions")
`,
    sees: [
      {
        line: 6,
        call: 'together.chat.completions.create',
        provider: 'together',
        model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
        maxOutput: 128,
        input: ['user: Hi'],
      },
      { line: 7, call: 'together.completions.create', maxOutput: 30, n: 2, input: ['Once'] },
      { line: 8, call: 'together.embeddings.create', model: 'BAAI/bge-base-en-v1.5', input: ['{texts}'] },
      {
        line: 9,
        call: 'together.images.generate',
        model: 'black-forest-labs/FLUX.1-schnell',
        n: 3,
        asked: { size: '1024x768' },
      },
      { line: 10, call: 'together.rerank.create', model: 'Salesforce/Llama-Rank-V1', input: ['Where?', '{docs}'] },
      { line: 11, call: 'together.audio.speech.create', model: 'cartesia/sonic', input: ['Hello'] },
      { line: 12, call: 'together.audio.transcriptions.create', model: 'openai/whisper-large-v3' },
      { line: 13, call: 'together.audio.translations.create', model: 'openai/whisper-large-v3' },
      {
        line: 14,
        call: 'together.videos.create',
        model: 'minimax/video-01-director',
        asked: { size: '1080p', seconds: '6' },
      },
      { line: 15, call: 'together.batches.create_batch', model: null, batch: true },
      { line: 16, call: 'together.fine_tuning.create', model: 'meta-llama/Meta-Llama-3.1-8B-Instruct-Reference' },
      {
        line: 19,
        call: 'together.chat.completions.create',
        model: 'Qwen/Qwen3-8B',
        repeats: ['data comprehension here'],
      },
      { line: 20, call: 'together.batches.create', batch: true },
    ],
  },
  {
    lang: 'python',
    code: `
import together
together.api_key = key
together.Complete.create(prompt="Hi", model="togethercomputer/llama-2-7b", max_tokens=10)
together.Complete.create_streaming("Hi", model="togethercomputer/llama-2-7b")
together.Embeddings.create("text", model="togethercomputer/m2-bert-80M-8k-retrieval")
together.Image.create("A dog", model="stabilityai/stable-diffusion-xl-base-1.0")
`,
    sees: [
      {
        line: 4,
        call: 'together.create',
        provider: 'together',
        model: 'togethercomputer/llama-2-7b',
        maxOutput: 10,
        input: ['Hi'],
      },
      { line: 5, call: 'together.create_streaming', model: 'togethercomputer/llama-2-7b', input: ['Hi'] },
      { line: 6, call: 'together.create', model: 'togethercomputer/m2-bert-80M-8k-retrieval', input: ['text'] },
      { line: 7, call: 'together.create', model: 'stabilityai/stable-diffusion-xl-base-1.0', input: ['A dog'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Together from 'together-ai'
const together = new Together()
const answer = await together.chat.completions.create({
  model: process.env.MODEL || 'deepseek-ai/DeepSeek-V3', messages: [{ role: 'user', content: question }], stream: true,
})
await together.completions.create({ model: 'Qwen/Qwen3-8B', prompt: 'Hi' })
together.chat.completions.stream({ model: 'Qwen/Qwen3-8B', messages: [] }).on('content', show)
await together.embeddings.create({ model: 'BAAI/bge-base-en-v1.5', input: 'a' })
await together.images.generate({ model: 'black-forest-labs/FLUX.1-dev', prompt: 'b' })
await together.images.create({ model: 'black-forest-labs/FLUX.1-schnell', prompt: 'b', width: 1024, height: 768 })
await together.rerank.create({ model: 'Salesforce/Llama-Rank-V1', query: 'c', documents: [] })
await together.fineTuning.create({ model: 'Qwen/Qwen3-8B', training_file: 'f' })
`,
    sees: [
      {
        line: 4,
        call: 'together.chat.completions.create',
        provider: 'together',
        model: 'deepseek-ai/DeepSeek-V3',
        modelVia: 'environment',
        input: ['user: {question}'],
      },
      { line: 7, call: 'together.completions.create', model: 'Qwen/Qwen3-8B' },
      { line: 8, call: 'together.chat.completions.stream', model: 'Qwen/Qwen3-8B' },
      { line: 9, call: 'together.embeddings.create', model: 'BAAI/bge-base-en-v1.5' },
      { line: 10, call: 'together.images.generate', model: 'black-forest-labs/FLUX.1-dev' },
      {
        line: 11,
        call: 'together.images.create',
        model: 'black-forest-labs/FLUX.1-schnell',
        asked: { size: '1024x768' },
      },
      { line: 12, call: 'together.rerank.create', model: 'Salesforce/Llama-Rank-V1' },
      { line: 13, call: 'together.fineTuning.create', model: 'Qwen/Qwen3-8B' },
    ],
  },
  {
    lang: 'python',
    code: `
from together import Together
client = Together()
client.models.list()
client.files.upload("data.jsonl")
client.batches.get_batch("b")
client.fine_tuning.estimate_price(training_file="f", model="Qwen/Qwen3-8B")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from together import Together
client = Together()
client.endpoints.create(model="acme/m", hardware="2x_nvidia_h100_80gb_sxm", min_replicas=1, max_replicas=3)
client.endpoints.list()
`,
    sees: [],
    rents: [
      {
        line: 4,
        type: 'together.endpoint',
        count: 1,
        facts: { accelerator: 'nvidia_h100_80gb_sxm', acceleratorCount: 2, maxContainers: 3 },
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Together from 'together-ai'
const client = new Together()
await client.endpoints.create({
  model: 'acme/m',
  hardware: '1x_nvidia_a100_80gb_sxm',
  autoscaling: { min_replicas: 2, max_replicas: 3 },
})
`,
    sees: [],
    rents: [
      {
        line: 4,
        type: 'together.endpoint',
        count: 2,
        facts: { accelerator: 'nvidia_a100_80gb_sxm', acceleratorCount: 1 },
      },
    ],
  },
]
