// https://platform.claude.com/docs/en/api/messages
import type { CallShape } from '../../../core/sdk.ts'

const messages = {
  api: 'chat',
  model: 'model',
  maxOutput: 'max_tokens',
  maxOutputRequired: true,
  // The order in which the provider reads, and caches, a prompt.
  input: ['tools', 'system', 'messages'],
  schema: ['output_format', 'output_config.format'],
  tier: 'service_tier',
  // Newer models are told how much to think by a word.
  reasoning: ['thinking.budget_tokens', 'output_config.effort'],
  cacheMarker: 'cache_control',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const batch = { ...messages, api: 'batch', each: 'requests[].params', batch: true } as const satisfies Omit<
  CallShape,
  'path'
>

export const calls: readonly CallShape[] = [
  { path: 'messages.create', ...messages },
  { path: 'messages.parse', ...messages },
  { path: 'messages.stream', ...messages, stream: true },
  { path: 'messages.batches.create', ...batch },
  { path: 'beta.messages.create', ...messages },
  { path: 'beta.messages.parse', ...messages },
  { path: 'beta.messages.stream', ...messages, stream: true },
  // Where tools were in their beta, before 0.22 of the JavaScript SDK.
  { path: 'beta.tools.messages.create', ...messages },
  { path: 'beta.tools.messages.stream', ...messages, stream: true },
  // Where caching was in its beta, before 0.40 of the Python SDK.
  { path: 'beta.prompt_caching.messages.create', ...messages },
  { path: 'beta.prompt_caching.messages.stream', ...messages, stream: true },
  { path: 'beta.promptCaching.messages.create', ...messages },
  { path: 'beta.promptCaching.messages.stream', ...messages, stream: true },
  { path: 'beta.messages.tool_runner', ...messages, repeats: { max_iterations: 'agent' } },
  { path: 'beta.messages.toolRunner', ...messages, repeats: { max_iterations: 'agent' } },
  { path: 'beta.messages.batches.create', ...batch },
  {
    path: 'completions.create',
    api: 'chat',
    model: 'model',
    maxOutput: 'max_tokens_to_sample',
    maxOutputRequired: true,
    input: ['prompt'],
    stream: 'stream',
  },
]
