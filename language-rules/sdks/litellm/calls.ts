// https://docs.litellm.ai/docs/completion/input, https://github.com/BerriAI/litellm/blob/v1.80.0/litellm/router.py
import type { CallShape } from '../../../core/sdk.ts'

type Shape = Omit<CallShape, 'path'>

// `openai/gpt-4o`; an id without a provider is looked up in LiteLLM's own list of models.
const model = { model: ['model', '[0]'], id: 'provider/model' } as const

const chat = {
  ...model,
  api: 'chat',
  maxOutput: ['max_completion_tokens', 'max_tokens'],
  input: ['messages', '[1]', 'tools', 'functions', 'response_format'],
  n: 'n',
  tier: 'service_tier',
  reasoning: ['reasoning_effort', 'thinking.budget_tokens'],
  stream: 'stream',
  cacheMarker: 'cache_control',
  repeats: { num_retries: 'retry' },
} as const satisfies Shape

const text = {
  ...model,
  model: ['model', '[1]'],
  api: 'chat',
  maxOutput: 'max_tokens',
  input: ['prompt', '[0]'],
  n: 'n',
  stream: 'stream',
} as const satisfies Shape

const responses = {
  ...model,
  model: ['model', '[1]'],
  api: 'chat',
  maxOutput: 'max_output_tokens',
  input: ['instructions', 'input', '[0]', 'tools', 'text.format'],
  tier: 'service_tier',
  reasoning: 'reasoning.effort',
  stream: 'stream',
} as const satisfies Shape

// One request to the model for each item of the list.
const many = { ...chat, repeats: {} } as const satisfies Shape

const anthropic = {
  model: 'model',
  id: 'provider/model',
  api: 'chat',
  maxOutput: 'max_tokens',
  maxOutputRequired: true,
  input: ['system', 'messages', 'tools'],
  reasoning: 'thinking.budget_tokens',
  stream: 'stream',
  cacheMarker: 'cache_control',
} as const satisfies Shape

const google = {
  model: ['model', '[0]'],
  id: 'provider/model',
  api: 'chat',
  maxOutput: ['config.max_output_tokens', 'config.maxOutputTokens'],
  input: ['contents', '[1]', 'tools'],
} as const satisfies Shape

const embed = { ...model, api: 'embed', input: ['input', '[1]'] } as const satisfies Shape
const image = {
  ...model,
  model: ['model', '[1]'],
  api: 'image',
  input: ['prompt', '[0]'],
  n: 'n',
  size: 'size',
  quality: 'quality',
} as const satisfies Shape
const video = { ...image, api: 'video', seconds: 'seconds' } as const satisfies Shape
const hearing = { ...model, api: 'transcribe', input: ['prompt'] } as const satisfies Shape
const speech = { ...model, api: 'speech', input: ['input', '[1]'] } as const satisfies Shape
const rerank = {
  ...model,
  api: 'rerank',
  input: ['query', '[1]', 'documents', '[2]'],
} as const satisfies Shape
const reading = { ...model, api: 'chat', input: [] } as const satisfies Shape
const batch = { api: 'batch', input: [], batch: true } as const satisfies Shape
const tuning = { ...model, api: 'fine-tune', input: [] } as const satisfies Shape
// The assistant, made elsewhere, holds the model.
const run = { api: 'chat', model: 'model', input: ['instructions', 'additional_instructions'] } as const satisfies Shape

const both = (path: string, shape: Shape, asynchronous = `a${path}`): readonly CallShape[] => [
  { path, ...shape },
  { path: asynchronous, ...shape },
]

/** The functions of the package, and what a router has of them under the same names. */
const shared: readonly CallShape[] = [
  ...both('completion', chat),
  ...both('text_completion', text),
  ...both('responses', responses),
  ...both('embedding', embed),
  ...both('image_generation', image),
  ...both('image_edit', { ...image, model: 'model', input: ['prompt'] }),
  ...both('transcription', hearing),
  ...both('speech', speech),
  ...both('rerank', rerank),
  ...both('video_generation', video),
  ...both('ocr', reading),
  ...both('generate_content', google),
  ...both('generate_content_stream', { ...google, stream: true }),
  ...both('create_batch', batch),
  ...both('create_fine_tuning_job', tuning),
  { path: 'anthropic_messages', ...anthropic },
]

export const calls: readonly CallShape[] = [
  ...shared,
  ...shared.map((call) => ({ ...call, on: 'router' })),
  ...both('completion_with_retries', chat),
  ...both('image_variation', { ...model, model: 'model', api: 'image', input: [], n: 'n' }),
  ...both('run_thread', run),
  { path: 'anthropic.messages.create', ...anthropic },
  { path: 'anthropic.messages.acreate', ...anthropic },
  { path: 'batch_completion', ...many },
  // Asks several models; the fastest answer, or every one, is handed back.
  { path: 'batch_completion_models', ...many, model: 'models' },
  { path: 'batch_completion_models_all_responses', ...many, model: 'models' },
  { path: 'abatch_completion', ...many, on: 'router', model: ['models', 'model', '[0]'] },
  { path: 'abatch_completion_one_model_multiple_requests', ...many, on: 'router' },
  { path: 'abatch_completion_fastest_response', ...many, on: 'router' },
  { path: 'schedule_acompletion', ...chat, on: 'router' },
  { path: 'aanthropic_messages', ...anthropic, on: 'router' },
]
