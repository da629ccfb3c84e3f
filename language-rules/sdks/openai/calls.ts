// https://platform.openai.com/docs/api-reference
import type { CallShape } from '../../../core/sdk.ts'

const chat = {
  api: 'chat',
  model: 'model',
  maxOutput: ['max_completion_tokens', 'max_tokens'],
  modalities: 'modalities',
  input: ['messages', 'tools', 'functions', 'response_format'],
  n: 'n',
  tier: 'service_tier',
  reasoning: 'reasoning_effort',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const responses = {
  api: 'chat',
  model: 'model',
  maxOutput: 'max_output_tokens',
  // `prompt.variables` fill what is kept at the provider under `prompt.id`.
  input: ['instructions', 'prompt.variables', 'input', 'tools', 'text.format', 'text_format'],
  tier: 'service_tier',
  reasoning: 'reasoning.effort',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

// The assistant holds the model and the prompt; the run may override both.
const run = {
  api: 'chat',
  model: ['model', '[1].model'],
  maxOutput: ['max_completion_tokens', '[1].max_completion_tokens'],
  input: ['instructions', 'additional_instructions', 'additional_messages', 'thread.messages', 'tools'],
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

// Without a model it is this one: https://platform.openai.com/docs/api-reference/images/create, openai-python 3.3.1
const image = {
  api: 'image',
  model: 'model',
  defaultModel: 'dall-e-2',
  input: ['prompt'],
  n: 'n',
  size: 'size',
  quality: 'quality',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>
// https://platform.openai.com/docs/api-reference/videos/create, openai-python 3.3.1
const video = {
  api: 'video',
  model: 'model',
  defaultModel: 'sora-2',
  input: ['prompt'],
  size: 'size',
  seconds: 'seconds',
} as const satisfies Omit<CallShape, 'path'>
// What is made again keeps the model of the video it starts from.
const again = { api: 'video', input: ['prompt'], seconds: 'seconds' } as const satisfies Omit<CallShape, 'path'>
const hearing = { api: 'transcribe', model: 'model', input: ['prompt'] } as const satisfies Omit<CallShape, 'path'>
const tuning = { api: 'fine-tune', model: 'model', input: [] } as const satisfies Omit<CallShape, 'path'>

// A session answers whatever it is told, so that opening it is what costs: https://platform.openai.com/docs/guides/realtime
const live = {
  api: 'chat',
  model: ['model', '[0].model', '[1].model'],
  input: [],
  stream: true,
} as const satisfies Omit<CallShape, 'path'>

// Before 1.0: https://github.com/openai/openai-python/tree/v0.28.1, https://github.com/openai/openai-node/tree/v3.3.0
const old = { model: ['model', 'engine', 'deployment_id'] } as const
const legacy: readonly CallShape[] = [
  ...['ChatCompletion.create', 'ChatCompletion.acreate'].map((path) => ({
    path,
    ...chat,
    ...old,
  })),
  ...['Completion.create', 'Completion.acreate'].map((path) => ({
    path,
    api: 'chat' as const,
    ...old,
    maxOutput: 'max_tokens',
    input: ['prompt'],
    n: 'n',
    stream: 'stream',
  })),
  ...['Embedding.create', 'Embedding.acreate'].map((path) => ({
    path,
    api: 'embed' as const,
    ...old,
    input: ['input'],
  })),
  ...['Image.create', 'Image.acreate', 'Image.create_edit', 'Image.create_variation'].map((path) => ({
    path,
    ...image,
  })),
  ...['Audio.transcribe', 'Audio.atranscribe', 'Audio.translate', 'Audio.atranslate'].map((path) => ({
    path,
    ...hearing,
    model: ['model', '[0]'],
  })),
  { path: 'FineTuningJob.create', ...tuning },
  { path: 'createChatCompletion', ...chat, maxOutput: 'max_tokens' },
  { path: 'createCompletion', api: 'chat', model: 'model', maxOutput: 'max_tokens', input: ['prompt'], n: 'n' },
  { path: 'createEmbedding', api: 'embed', model: 'model', input: ['input'] },
  { path: 'createImage', ...image },
  { path: 'createTranscription', api: 'transcribe', model: '[1]', input: [] },
  { path: 'createTranslation', api: 'transcribe', model: '[1]', input: [] },
  { path: 'createFineTune', ...tuning },
]

export const calls: readonly CallShape[] = [
  { path: 'chat.completions.create', ...chat },
  { path: 'chat.completions.parse', ...chat },
  { path: 'chat.completions.stream', ...chat, stream: true },
  { path: 'chat.completions.runTools', ...chat, repeats: { maxChatCompletions: 'agent' } },
  { path: 'beta.chat.completions.parse', ...chat },
  { path: 'beta.chat.completions.stream', ...chat, stream: true },
  { path: 'beta.chat.completions.runTools', ...chat, repeats: { maxChatCompletions: 'agent' } },
  {
    path: 'completions.create',
    api: 'chat',
    model: 'model',
    maxOutput: 'max_tokens',
    input: ['prompt'],
    n: 'n',
    stream: 'stream',
  },
  { path: 'responses.create', ...responses },
  { path: 'responses.parse', ...responses },
  // With the id of a response it is only read again.
  { path: 'responses.stream', ...responses, stream: true, unless: ['response_id'] },
  { path: 'responses.compact', ...responses },
  { path: 'beta.responses.create', ...responses },
  { path: 'beta.responses.compact', ...responses },
  { path: 'embeddings.create', api: 'embed', model: 'model', input: ['input'] },
  { path: 'images.generate', ...image },
  { path: 'images.edit', ...image },
  { path: 'images.create_variation', ...image, input: [] },
  { path: 'images.createVariation', ...image, input: [] },
  { path: 'audio.speech.create', api: 'speech', model: 'model', input: ['input', 'instructions'] },
  { path: 'audio.transcriptions.create', ...hearing },
  { path: 'audio.translations.create', ...hearing },
  { path: 'videos.create', ...video },
  { path: 'videos.create_and_poll', ...video },
  { path: 'videos.createAndPoll', ...video },
  { path: 'videos.remix', ...again },
  { path: 'videos.edit', ...again },
  { path: 'videos.extend', ...again },
  { path: 'realtime.connect', ...live },
  { path: 'beta.realtime.connect', ...live },
  { path: '()', on: 'session', ...live },
  { path: 'create', on: 'session', ...live },
  { path: 'azure', on: 'session', ...live },
  { path: 'batches.create', api: 'batch', input: [], batch: true },
  { path: 'fine_tuning.jobs.create', ...tuning },
  { path: 'fineTuning.jobs.create', ...tuning },
  { path: 'beta.threads.runs.create', ...run },
  { path: 'beta.threads.runs.create_and_poll', ...run },
  { path: 'beta.threads.runs.createAndPoll', ...run },
  { path: 'beta.threads.runs.stream', ...run, stream: true },
  { path: 'beta.threads.create_and_run', ...run },
  { path: 'beta.threads.create_and_run_poll', ...run },
  { path: 'beta.threads.create_and_run_stream', ...run, stream: true },
  { path: 'beta.threads.createAndRun', ...run },
  { path: 'beta.threads.createAndRunPoll', ...run },
  { path: 'beta.threads.createAndRunStream', ...run, stream: true },
  ...legacy,
]
