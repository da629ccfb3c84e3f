// https://developers.cloudflare.com/workers-ai/configuration/bindings/, https://developers.cloudflare.com/ai-gateway/usage/worker-binding-methods/
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { examples as shown } from './workers-ai/examples.ts'
import { kinds } from './workers-ai/kinds.ts'

export const examples: readonly SdkExample[] = shown

/** A class that the platform makes has the bindings of its worker: https://developers.cloudflare.com/workers/runtime-apis/bindings/ */
const entrypoints = [
  ...['WorkerEntrypoint', 'DurableObject', 'WorkflowEntrypoint'].map((name) => `cloudflare:workers#${name}`),
  // https://developers.cloudflare.com/agents/api-reference/agents-api/
  ...['agents#Agent', 'agents/mcp#McpAgent', 'agents/ai-chat-agent#AIChatAgent', '@cloudflare/ai-chat#AIChatAgent'],
]

/** Where frameworks have them. */
const contexts = [
  'hono#Context()',
  '@cloudflare/next-on-pages#getRequestContext()',
  '@opennextjs/cloudflare#getCloudflareContext()',
]

const input = [
  ...['instructions', 'messages', 'input', 'prompt', 'text', 'input_text', 'query', 'contexts', 'requests'],
  ...['tools', 'functions', 'response_format'],
]

const ofSecond = input.map((name) => `[1].${name}`)

export const sdk: Sdk = {
  id: 'workers-ai',
  words: ['@cf/', '@hf/', 'env.AI', 'env?.AI', 'AI.run', 'ai.run(', '@cloudflare/ai', '@cloudflare/workers-types'],
  clients: [
    {
      typescript: [
        'cloudflare:workers#env.AI',
        ...[...entrypoints.map((name) => `${name}()`), ...contexts].map((name) => `${name}.env.AI`),
      ],
      provider: 'cloudflare',
      module: true,
    },
    {
      // The type of a binding, and what asked one before it could be asked itself: https://www.npmjs.com/package/@cloudflare/ai
      typescript: ['@cloudflare/workers-types#Ai', '@cloudflare/ai#Ai'],
      provider: 'cloudflare',
    },
    {
      python: ['cloudflare.Cloudflare', 'cloudflare.AsyncCloudflare'],
      typescript: ['cloudflare#default', 'cloudflare#Cloudflare'],
      kind: 'rest',
      provider: 'cloudflare',
    },
  ],
  calls: [
    {
      path: 'run',
      api: 'chat',
      apis: kinds,
      model: '[0]',
      maxOutput: '[1].max_tokens',
      input: ofSecond,
      reasoning: '[1].reasoning.effort',
      stream: '[1].stream',
    },
    {
      path: 'ai.run',
      on: 'rest',
      api: 'chat',
      apis: kinds,
      model: ['model_name', '[0]'],
      maxOutput: ['max_tokens', '[1].max_tokens'],
      input: [...input, ...ofSecond],
      stream: 'stream',
    },
  ],
  tells: { run: { on: ['env.AI'], id: /\//, ids: ['@cf/', '@hf/'] } },
  free: ['models', 'gateway', 'toMarkdown', 'autorag', 'aiSearch', 'ai.models.list', 'ai.models.schema.get'],
}
