// Requests to a provider without its SDK, known by host and path: https://platform.openai.com/docs/api-reference/making-requests
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { calls } from './http/calls.ts'
import { inPython, inTypescript } from './http/examples.ts'

export const sdk: Sdk = {
  id: 'http',
  // Without an SDK nothing but the URL tells: its host, or the end of its path.
  words: [
    ...[
      'api.openai.com',
      'openai.azure.com',
      'api.anthropic.com',
      'generativelanguage.googleapis',
      'aiplatform.googleapis',
    ],
    ...[
      'api.groq.com',
      'api.mistral.ai',
      'api.together.',
      'openrouter.ai/api',
      'api.deepseek.com',
      'api.x.ai',
      'api.perplexity.ai',
    ],
    ...['api.cohere.', 'api.fireworks.ai', 'bedrock-runtime', 'ai-gateway.vercel.sh', 'router.huggingface.co'],
    ...['api.cloudflare.com', 'gateway.ai.cloudflare', 'ai/run/'],
    ...['api.voyageai.com', 'api.jina.ai', 'api.deepgram.com', 'api.elevenlabs.io', 'api.assemblyai.com', ':11434'],
    ...[
      'chat/completions',
      'v1/responses',
      'v1/messages',
      'v1/embeddings',
      ':generateContent',
      ':streamGenerateContent',
    ],
  ],
  clients: [
    {
      python: [...['requests', 'requests.api', 'httpx', 'aiohttp']],
      module: true,
      kind: 'requests',
    },
    {
      python: [
        ...['requests.Session', 'requests.session', 'requests.sessions.Session'],
        ...['httpx.Client', 'httpx.AsyncClient', 'aiohttp.ClientSession', 'aiohttp.client.ClientSession'],
      ],
      kind: 'requests',
      baseUrl: ['base_url', '[0]'],
    },
    { python: ['urllib.request'], module: true, kind: 'urllib' },
    {
      typescript: [
        ...[
          'globalThis#fetch',
          'globalThis#$fetch',
          'node-fetch#default',
          'node-fetch#*',
          'cross-fetch#default',
          'cross-fetch#fetch',
        ],
        ...[
          'undici#fetch',
          'undici#request',
          'ofetch#ofetch',
          'ofetch#$fetch',
          'got#default',
          'got#got',
          'ky#default',
          'ky#*',
        ],
      ],
      module: true,
      kind: 'fetch',
    },
    {
      typescript: [
        'got#default.extend',
        'got#got.extend',
        'ky#default.create',
        'ky#default.extend',
        'ofetch#ofetch.create',
        'ofetch#$fetch.create',
      ],
      kind: 'fetch',
      baseUrl: ['prefixUrl', 'prefix', 'baseUrl', 'baseURL'],
    },
    { typescript: ['axios#default', 'axios#*', 'axios#axios'], module: true, kind: 'axios' },
    {
      typescript: ['axios#default.create', 'axios#create', 'axios#axios.create'],
      kind: 'axios',
      baseUrl: 'baseURL',
    },
  ],
  calls,
  free: ['get', 'delete', 'head', 'put', 'patch', 'options'],
}

export const examples: readonly SdkExample[] = [...inPython, ...inTypescript]
