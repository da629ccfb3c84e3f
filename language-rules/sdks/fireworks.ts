// https://docs.fireworks.ai/tools-sdks/python-sdk, https://github.com/fw-ai-external/python-sdk; before 1.0:
// https://pypi.org/project/fireworks-ai/0.15.10/. In TypeScript the OpenAI SDK is used with its base URL.
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const chat = {
  api: 'chat',
  model: 'model',
  maxOutput: ['max_completion_tokens', 'max_tokens'],
  input: ['messages', 'tools', 'functions', 'response_format'],
  n: 'n',
  tier: 'service_tier',
  reasoning: 'reasoning_effort',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const completion = { ...chat, input: ['prompt'] } as const satisfies Omit<CallShape, 'path'>
const image = { api: 'image', on: 'image', input: ['prompt', '[0]'] } as const satisfies Omit<CallShape, 'path'>
const tuning = { api: 'fine-tune', model: 'base_model', input: [] } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'fireworks',
  words: ['from fireworks', 'import fireworks', ', fireworks'],
  clients: [
    {
      python: [
        'fireworks.Fireworks',
        'fireworks.AsyncFireworks',
        'fireworks.Client',
        'fireworks.AsyncClient',
        'fireworks.client.Fireworks',
        'fireworks.client.AsyncFireworks',
      ],
      provider: 'fireworks',
      baseUrl: 'base_url',
    },
    // The Build SDK: the model is given once.
    { python: ['fireworks.LLM', 'fireworks.llm.LLM'], provider: 'fireworks', model: ['model', '[0]'] },
    { python: 'fireworks.client.image.ImageInference', provider: 'fireworks', model: ['model', '[0]'], kind: 'image' },
    { python: 'fireworks.client.Completion', provider: 'fireworks', module: true, kind: 'Completion' },
    { python: 'fireworks.client.ChatCompletion', provider: 'fireworks', module: true, kind: 'ChatCompletion' },
  ],
  calls: [
    { path: 'chat.completions.create', ...chat },
    { path: 'chat.completions.acreate', ...chat },
    { path: 'completions.create', ...completion },
    { path: 'completions.acreate', ...completion },
    {
      path: 'messages.create',
      api: 'chat',
      model: 'model',
      maxOutput: 'max_tokens',
      input: ['tools', 'system', 'messages'],
      stream: 'stream',
    },
    { path: 'embeddings.create', api: 'embed', model: 'model', input: ['input'] },
    { path: 'batch_inference_jobs.create', api: 'batch', model: 'model', input: [], batch: true },
    { path: 'supervised_fine_tuning_jobs.create', ...tuning },
    { path: 'dpo_jobs.create', ...tuning, model: 'training_config.base_model' },
    { path: 'reinforcement_fine_tuning_jobs.create', ...tuning, model: 'training_config.base_model' },
    { path: 'text_to_image', ...image },
    { path: 'text_to_image_async', ...image },
    { path: 'image_to_image', ...image, input: ['prompt'] },
    { path: 'image_to_image_async', ...image, input: ['prompt'] },
    { path: 'create', ...completion, on: 'Completion', model: ['model', '[0]'], input: ['prompt', '[1]'] },
    { path: 'acreate', ...completion, on: 'Completion', model: ['model', '[0]'], input: ['prompt', '[1]'] },
    { path: 'create', ...chat, on: 'ChatCompletion', model: ['model', '[0]'] },
    { path: 'acreate', ...chat, on: 'ChatCompletion', model: ['model', '[0]'] },
  ],
  free: ['models.list', 'models.get', 'datasets.create', 'batch_inference_jobs.get', 'deployments.get'],
  transparent: ['with_raw_response', 'with_streaming_response', 'with_options()', 'copy()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from fireworks import AsyncFireworks, Fireworks
MODEL = "accounts/fireworks/models/deepseek-v3p1"
client = Fireworks()
client.chat.completions.create(model=MODEL, max_tokens=100, messages=[{"role": "user", "content": question}])
client.completions.create(model=MODEL, prompt="Once", n=2)
client.messages.create(model=MODEL, max_tokens=50, system="Be brief.", messages=[])
client.batch_inference_jobs.create(account_id="a", model=MODEL, input_dataset_id="d")
client.supervised_fine_tuning_jobs.create(account_id="a", dataset="d", base_model=MODEL)
client.dpo_jobs.create(account_id="a", dataset="d", training_config={"base_model": MODEL})
async def stream(messages):
    async for part in await AsyncFireworks().chat.completions.create(model=MODEL, messages=messages, stream=True):
        print(part)
`,
    sees: [
      {
        line: 5,
        call: 'fireworks.chat.completions.create',
        provider: 'fireworks',
        model: 'accounts/fireworks/models/deepseek-v3p1',
        modelVia: 'constant',
        maxOutput: 100,
        input: ['user: {question}'],
      },
      { line: 6, call: 'fireworks.completions.create', n: 2, input: ['Once'] },
      { line: 7, call: 'fireworks.messages.create', maxOutput: 50, input: ['Be brief.'] },
      { line: 8, call: 'fireworks.batch_inference_jobs.create', batch: true },
      { line: 9, call: 'fireworks.supervised_fine_tuning_jobs.create' },
      { line: 10, call: 'fireworks.dpo_jobs.create', model: 'accounts/fireworks/models/deepseek-v3p1' },
      { line: 12, call: 'fireworks.chat.completions.create', input: ['{messages}'], repeats: [] },
    ],
  },
  {
    lang: 'python',
    code: `
import fireworks.client
from fireworks import LLM
from fireworks.client import AsyncFireworks
from fireworks.client.image import ImageInference
llm = LLM(model="qwen3-30b-a3b", deployment_type="serverless")
llm.chat.completions.create(messages=[{"role": "user", "content": "Hi"}], max_tokens=20)
fireworks.client.Completion.create("accounts/fireworks/models/llama-v3-8b-instruct", "Once", max_tokens=16)
fireworks.client.ChatCompletion.create(model="accounts/fireworks/models/llama-v3-8b-instruct", messages=[])
ImageInference(model="stable-diffusion-xl-1024-v1-0").text_to_image(prompt="A lighthouse", steps=30)
async def older(text):
    client = AsyncFireworks(api_key=key)
    await client.chat.completions.acreate(model="accounts/fireworks/models/mixtral-8x7b-instruct", messages=[])
    await client.completions.acreate(model="accounts/fireworks/models/mixtral-8x7b", prompt=text)
    await client.embeddings.create(model="nomic-ai/nomic-embed-text-v1.5", input=text)
`,
    sees: [
      {
        line: 7,
        call: 'fireworks.chat.completions.create',
        provider: 'fireworks',
        model: 'qwen3-30b-a3b',
        maxOutput: 20,
      },
      {
        line: 8,
        call: 'fireworks.create',
        model: 'accounts/fireworks/models/llama-v3-8b-instruct',
        maxOutput: 16,
        input: ['Once'],
      },
      { line: 9, call: 'fireworks.create', model: 'accounts/fireworks/models/llama-v3-8b-instruct', input: [] },
      { line: 10, call: 'fireworks.text_to_image', model: 'stable-diffusion-xl-1024-v1-0', input: ['A lighthouse'] },
      {
        line: 13,
        call: 'fireworks.chat.completions.acreate',
        model: 'accounts/fireworks/models/mixtral-8x7b-instruct',
      },
      { line: 14, call: 'fireworks.completions.acreate', input: ['{text}'] },
      { line: 15, call: 'fireworks.embeddings.create', model: 'nomic-ai/nomic-embed-text-v1.5' },
    ],
  },
  {
    lang: 'python',
    code: `
from fireworks import Fireworks
import fireworks.client
client = Fireworks()
client.models.list(account_id="fireworks")
client.datasets.create(account_id="a", dataset_id="d", dataset={})
fireworks.client.Model.list()
`,
    sees: [],
  },
]
