// https://inference-docs.cerebras.ai/api-reference, https://github.com/Cerebras/cerebras-cloud-sdk-python and -node
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'cerebras',
  words: ['cerebras.cloud', "'@cerebras/cerebras_cloud_sdk", '"@cerebras/cerebras_cloud_sdk'],
  clients: [
    {
      python: [
        'cerebras.cloud.sdk.Cerebras',
        'cerebras.cloud.sdk.AsyncCerebras',
        'cerebras.cloud.sdk.Client',
        'cerebras.cloud.sdk.AsyncClient',
      ],
      typescript: ['@cerebras/cerebras_cloud_sdk#default', '@cerebras/cerebras_cloud_sdk#Cerebras'],
      provider: 'cerebras',
      baseUrl: ['base_url', 'baseURL'],
    },
  ],
  calls: [
    {
      path: 'chat.completions.create',
      api: 'chat',
      model: 'model',
      maxOutput: ['max_completion_tokens', 'max_tokens'],
      input: ['messages', 'tools', 'response_format'],
      n: 'n',
      tier: 'service_tier',
      reasoning: 'reasoning_effort',
      stream: 'stream',
    },
    {
      path: 'completions.create',
      api: 'chat',
      model: 'model',
      maxOutput: 'max_tokens',
      input: ['prompt', 'suffix'],
      n: 'n',
      stream: 'stream',
    },
  ],
  free: ['models.list', 'models.retrieve'],
  transparent: ['with_raw_response', 'with_streaming_response', 'with_options()', 'copy()', 'withOptions()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from cerebras.cloud.sdk import Cerebras, AsyncCerebras
client = Cerebras()
client.chat.completions.create(model="llama3.1-8b", max_tokens=50, messages=[{"role": "user", "content": "Why?"}])
client.completions.create(model="llama3.1-8b", prompt="It is", max_tokens=20)
async def ask(text, model="gpt-oss-120b"):
    return await AsyncCerebras().chat.completions.create(model=model, messages=[{"role": "user", "content": text}])
`,
    sees: [
      {
        line: 4,
        call: 'cerebras.chat.completions.create',
        provider: 'cerebras',
        model: 'llama3.1-8b',
        maxOutput: 50,
        input: ['user: Why?'],
      },
      { line: 5, call: 'cerebras.completions.create', model: 'llama3.1-8b', maxOutput: 20, input: ['It is'] },
      { line: 7, call: 'cerebras.chat.completions.create', model: 'gpt-oss-120b', modelVia: 'parameter' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Cerebras from '@cerebras/cerebras_cloud_sdk'
const client = new Cerebras({ apiKey: process.env['CEREBRAS_API_KEY'] })
await client.chat.completions.create({ model: 'qwen-3-32b', messages: [], max_completion_tokens: 40 })
await client.completions.create({ model: 'llama3.1-8b', prompt: 'It is' })
`,
    sees: [
      {
        line: 4,
        call: 'cerebras.chat.completions.create',
        provider: 'cerebras',
        model: 'qwen-3-32b',
        maxOutput: 40,
      },
      { line: 5, call: 'cerebras.completions.create', model: 'llama3.1-8b' },
    ],
  },
  {
    lang: 'python',
    code: `
from cerebras.cloud.sdk import Cerebras
Cerebras().models.list()
Cerebras().models.retrieve("llama3.1-8b")
`,
    sees: [],
  },
]
