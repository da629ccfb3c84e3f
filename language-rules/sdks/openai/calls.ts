// https://platform.openai.com/docs/api-reference
import type { CallShape } from '../../../core/sdk.ts'

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

const responses = {
  api: 'chat',
  model: 'model',
  maxOutput: 'max_output_tokens',
  input: ['instructions', 'input', 'tools', 'text.format'],
  tier: 'service_tier',
  reasoning: 'reasoning.effort',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

// The assistant holds the model and the prompt; the run may override both.
const run = {
  api: 'chat',
  model: 'model',
  maxOutput: 'max_completion_tokens',
  input: ['instructions', 'additional_instructions', 'additional_messages', 'thread.messages', 'tools'],
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const image = { api: 'image', model: 'model', input: ['prompt'], n: 'n' } as const satisfies Omit<CallShape, 'path'>
const video = { api: 'video', model: 'model', input: ['prompt'] } as const satisfies Omit<CallShape, 'path'>
const hearing = { api: 'transcribe', model: 'model', input: ['prompt'] } as const satisfies Omit<CallShape, 'path'>
const tuning = { api: 'fine-tune', model: 'model', input: [] } as const satisfies Omit<CallShape, 'path'>

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
  { path: 'videos.remix', ...video },
  { path: 'videos.edit', ...video },
  { path: 'videos.extend', ...video },
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
]
