// https://replicate.com/docs/reference/client-libraries, https://github.com/replicate/replicate-python, replicate-python-beta (2.0) and
// replicate-javascript
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// What a model makes is told by its name alone. Most of them make pictures.
const kinds: CallShape['apis'] = [
  { api: 'transcribe', model: /whisper|transcri|diariz/i },
  { api: 'speech', model: /speech|tts|bark|kokoro|voice|chatterbox/i },
  { api: 'embed', model: /embed|clip-features|imagebind/i },
  { api: 'video', model: /video|kling|veo|wan-|hailuo|ray-|seedance|sora|animate/i },
  {
    api: 'chat',
    model:
      /^(meta|mistralai|anthropic|deepseek-ai|ibm-granite|snowflake|moonshotai)\/|^openai\/(gpt-(?!image)|o\d)|^google\/gemini-[\d.]+-(pro|flash)(?!-image)|^qwen\/.*(instruct|chat)|llama|llava|vicuna/i,
  },
]

// The inputs are the model's own; these are the names most of them have.
const inputs = ['system_prompt', 'prompt', 'negative_prompt', 'text']
const held = (names: readonly string[]): readonly string[] =>
  ['input', '[1].input', '[1]'].flatMap((at) => names.map((name) => `${at}.${name}`))

const run = {
  api: 'image',
  apis: kinds,
  model: ['ref', '[0]'],
  maxOutput: held(['max_tokens', 'max_new_tokens', 'max_completion_tokens', 'max_output_tokens']),
  input: held(inputs),
  n: held(['num_outputs', 'number_of_images']),
  // https://replicate.com/google/veo-3-fast/versions/5ed7d849/api and the like
  size: held(['resolution']),
  sides: [held(['width']), held(['height'])],
  quality: held(['quality']),
  seconds: held(['duration', 'seconds']),
} as const satisfies Omit<CallShape, 'path'>

const create = { ...run, model: ['model', 'version', 'deployment', '[0]'] } as const satisfies Omit<CallShape, 'path'>
const ofModel = { ...run, model: ['model', '[0]'] } as const satisfies Omit<CallShape, 'path'>
// A deployment is billed by the time it runs, whatever model it has.
const ofDeployment = { ...run, model: undefined } as const satisfies Omit<CallShape, 'path'>
const tuning = { api: 'fine-tune', model: ['version', 'model', '[0]'], input: [] } as const satisfies Omit<
  CallShape,
  'path'
>
// The function's own parameters are the model's inputs.
const used = {
  ...run,
  on: 'function',
  model: undefined,
  maxOutput: ['max_tokens', 'max_new_tokens'],
  input: inputs,
  n: 'num_outputs',
} as const satisfies Omit<CallShape, 'path'>

const clients = ['replicate.Client', 'replicate.client.Client', 'replicate.Replicate', 'replicate.AsyncReplicate']

export const sdk: Sdk = {
  id: 'replicate',
  words: ['from replicate', 'import replicate', ', replicate', "'replicate'", '"replicate"'],
  clients: [
    {
      python: [...clients, 'replicate.AsyncClient'],
      typescript: 'replicate#default',
      provider: 'replicate',
      baseUrl: ['base_url', 'baseUrl'],
    },
    { python: 'replicate', provider: 'replicate', module: true },
    {
      python: ['replicate.use', ...clients.map((client) => `${client}().use`)],
      provider: 'replicate',
      kind: 'function',
      model: '[0]',
    },
  ],
  // GPTCache asks for what it does not hold yet: https://gptcache.readthedocs.io/en/latest/usage.html
  same: { 'gptcache.adapter.replicate': 'replicate' },
  calls: [
    { path: 'run', ...run },
    { path: 'async_run', ...run },
    { path: 'stream', ...run, stream: true },
    { path: 'async_stream', ...run, stream: true },
    { path: 'predictions.create', ...create },
    { path: 'predictions.async_create', ...create },
    { path: 'models.predictions.create', ...ofModel },
    { path: 'models.predictions.async_create', ...ofModel },
    { path: 'deployments.predictions.create', ...ofDeployment },
    { path: 'deployments.predictions.async_create', ...ofDeployment },
    { path: 'trainings.create', ...tuning },
    { path: 'trainings.async_create', ...tuning },
    { path: '()', ...used },
    { path: 'create', ...used },
  ],
  rents: [
    { path: 'deployments.create', type: 'replicate.deployment', needs: ['hardware', 'min_instances', 'max_instances'] },
    // What is changed of a deployment: its name comes first, or its owner and name.
    {
      path: 'deployments.update',
      type: 'replicate.deployment',
      needs: ['hardware', 'min_instances', '[2].hardware', '[2].min_instances'],
    },
    { path: 'deployments.async_create', type: 'replicate.deployment' },
  ],
  free: [
    'predictions.get',
    'predictions.list',
    'predictions.cancel',
    'models.get',
    'models.search',
    'models.create',
    'trainings.get',
    'files.create',
    'wait',
  ],
  transparent: ['with_raw_response', 'with_streaming_response', 'with_options()', 'copy()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import replicate
output = replicate.run(
    "black-forest-labs/flux-schnell", input={"prompt": f"A {animal}", "num_outputs": 4},
)
for event in replicate.stream("meta/meta-llama-3-70b-instruct", input={"prompt": "Hi", "max_tokens": 90}):
    print(event)
replicate.run("stability-ai/stable-diffusion-3", {"prompt": "A ship"})
prediction = replicate.predictions.create(version="5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa", input={})
replicate.models.predictions.create(model="meta/llama-2-70b-chat", input={"prompt": "Hi"})
replicate.deployments.predictions.create("acme/app", input={"prompt": "Hi"})
replicate.trainings.create(version="ostris/flux-dev-lora-trainer:e440909d", input={}, destination="me/model")
claude = replicate.use("anthropic/claude-4.5-sonnet")
claude(prompt="Why?", max_tokens=30)
claude.create(prompt="Why not?")
`,
    sees: [
      {
        line: 3,
        call: 'replicate.run',
        provider: 'replicate',
        model: 'black-forest-labs/flux-schnell',
        modelVia: 'literal',
        n: 4,
        repeats: [],
        input: ['A ', '{animal}'],
      },
      {
        line: 6,
        call: 'replicate.stream',
        model: 'meta/meta-llama-3-70b-instruct',
        maxOutput: 90,
        repeats: [],
        input: ['Hi'],
      },
      { line: 8, call: 'replicate.run', model: 'stability-ai/stable-diffusion-3', input: ['A ship'] },
      { line: 9, call: 'replicate.predictions.create', provider: 'replicate' },
      { line: 10, call: 'replicate.models.predictions.create', model: 'meta/llama-2-70b-chat' },
      { line: 11, call: 'replicate.deployments.predictions.create', model: null },
      { line: 12, call: 'replicate.trainings.create', model: 'ostris/flux-dev-lora-trainer:e440909d' },
      {
        line: 14,
        call: 'replicate.()',
        provider: 'replicate',
        model: 'anthropic/claude-4.5-sonnet',
        maxOutput: 30,
        input: ['Why?'],
      },
      { line: 15, call: 'replicate.create', model: 'anthropic/claude-4.5-sonnet' },
    ],
  },
  {
    lang: 'python',
    code: `
import asyncio
from replicate.client import Client
SDXL = "stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b"
class Painter:
    def __init__(self, token, model=SDXL):
        self.client = Client(api_token=token)
        self.model = model
    async def paint(self, prompts):
        await asyncio.gather(*[self.client.async_run(self.model, input={"prompt": p}) for p in prompts])
        async for part in await self.client.async_stream("meta/meta-llama-3-8b", input={"prompt": "Hi"}):
            print(part)
        await self.client.predictions.async_create(model="openai/whisper", input={"audio": url})
        await self.client.models.predictions.async_create("meta/llama-2-7b", input={})
        await self.client.deployments.predictions.async_create("acme/app", input={})
        await self.client.trainings.async_create(model="acme/base", version="1", input={}, destination="me/m")
`,
    sees: [
      {
        line: 10,
        call: 'replicate.async_run',
        provider: 'replicate',
        model: 'stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b',
        modelVia: 'parameter',
        repeats: ['data comprehension here'],
      },
      { line: 11, call: 'replicate.async_stream', model: 'meta/meta-llama-3-8b', repeats: [] },
      { line: 13, call: 'replicate.predictions.async_create', model: 'openai/whisper' },
      { line: 14, call: 'replicate.models.predictions.async_create', model: 'meta/llama-2-7b' },
      { line: 15, call: 'replicate.deployments.predictions.async_create', model: null },
      { line: 16, call: 'replicate.trainings.async_create' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Replicate from 'replicate'
const replicate = new Replicate({ auth: process.env.REPLICATE_API_TOKEN })
const model = 'black-forest-labs/flux-1.1-pro'
const [picture] = await replicate.run(model, { input: { prompt: text } })
for await (const event of replicate.stream('meta/meta-llama-3-70b-instruct', { input: { prompt: 'Hi', max_tokens: 50 } }))
  console.log(event)
await replicate.predictions.create({ model: 'google/veo-3', input: { prompt: 'A cat', duration: 8, resolution: '1080p' } })
await replicate.deployments.predictions.create('acme', 'app', { input: { prompt: 'A cat' } })
`,
    sees: [
      {
        line: 5,
        call: 'replicate.run',
        provider: 'replicate',
        model: 'black-forest-labs/flux-1.1-pro',
        modelVia: 'constant',
        input: ['{text}'],
      },
      { line: 6, call: 'replicate.stream', model: 'meta/meta-llama-3-70b-instruct', maxOutput: 50, repeats: [] },
      {
        line: 8,
        call: 'replicate.predictions.create',
        model: 'google/veo-3',
        input: ['A cat'],
        asked: { size: '1080p', seconds: 8 },
      },
      { line: 9, call: 'replicate.deployments.predictions.create', model: null },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Replicate from 'replicate'
const replicate = new Replicate()
await replicate.predictions.get('p')
await replicate.models.list()
await replicate.wait(prediction)
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
import replicate
replicate.deployments.create(
    name="art", model="acme/art", version="5c7d5dc6", hardware="gpu-t4", min_instances=1, max_instances=3
)
replicate.deployments.update(deployment_owner="acme", deployment_name="art", min_instances=4, hardware="gpu-h100")
`,
    sees: [],
    rents: [
      {
        line: 3,
        type: 'replicate.deployment',
        count: 1,
        facts: { instanceType: 'gpu-t4', minContainers: 1, maxContainers: 3 },
      },
      { line: 6, type: 'replicate.deployment', count: 4, facts: { instanceType: 'gpu-h100' } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Replicate from 'replicate'
const replicate = new Replicate()
await replicate.deployments.create({ name: 'a', model: 'acme/a', version: 'v', hardware: 'gpu-l40s', min_instances: 0, max_instances: 1 })
await replicate.deployments.update('acme', 'a', { min_instances: 2, hardware: 'gpu-l40s' })
await replicate.deployments.update('acme', 'a', { version: 'w' })
await replicate.deployments.list()
`,
    sees: [],
    rents: [
      { line: 4, type: 'replicate.deployment', count: 1, facts: { instanceType: 'gpu-l40s', maxContainers: 1 } },
      { line: 5, type: 'replicate.deployment', count: 2, facts: { instanceType: 'gpu-l40s' } },
    ],
  },
]
