// https://googleapis.github.io/python-genai/ 2.19 and https://googleapis.github.io/js-genai/ 2.18: the same words in each language's case.
import type { CallShape, Levers } from '../../../core/sdk.ts'

type Shape = Omit<CallShape, 'path'>
type Case = (name: string) => string

const python: Case = (name) => name
const typescript: Case = (name) => name.replace(/(?<=[a-z])_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** https://ai.google.dev/gemini-api/docs/structured-output */
const schema = (to: Case) => [to('config.response_schema'), to('config.response_json_schema')]

const config = (to: Case): Levers => ({
  schema: schema(to),
  maxOutput: to('config.max_output_tokens'),
  input: [to('config.system_instruction'), 'config.tools'],
  n: to('config.candidate_count'),
  tier: to('config.service_tier'),
  reasoning: [to('config.thinking_config.thinking_budget'), to('config.thinking_config.thinking_level')],
  // Functions the SDK calls by itself, and asks again with what they answer.
  repeats: { [to('config.automatic_function_calling.maximum_remote_calls')]: 'agent' },
})

const content = (to: Case): Shape => ({
  api: 'chat',
  model: 'model',
  ...config(to),
  input: [to('config.system_instruction'), 'config.tools', 'contents'],
  cacheMarker: to('cached_content'),
})

/** What the chat was made with holds for each of its messages, unless the message says otherwise. */
const chat = (to: Case): Shape => ({
  api: 'chat',
  ...config(to),
  // Python's message may have no name.
  input: [to('config.system_instruction'), 'config.tools', 'message', ...(to === python ? ['[0]'] : [])],
  cacheMarker: to('cached_content'),
  within: {
    'chats.create()': {
      model: 'model',
      ...config(to),
      input: [to('config.system_instruction'), 'config.tools', 'history'],
    },
  },
})

const image = (to: Case): Shape => ({
  api: 'image',
  model: 'model',
  input: ['prompt', 'source.prompt'],
  n: to('config.number_of_images'),
})

const video = (to: Case): Shape => ({
  api: 'video',
  model: 'model',
  input: ['prompt', 'source.prompt'],
  n: to('config.number_of_videos'),
  size: to('config.resolution'),
  seconds: to('config.duration_seconds'),
})

const inCase = (to: Case): readonly CallShape[] => [
  { path: to('models.generate_content'), ...content(to) },
  { path: to('models.generate_content_stream'), ...content(to), stream: true },
  { path: to('models.embed_content'), api: 'embed', model: 'model', input: ['contents'] },
  { path: to('models.generate_images'), ...image(to) },
  { path: to('models.edit_image'), ...image(to) },
  { path: to('models.upscale_image'), ...image(to), input: [] },
  { path: to('models.recontext_image'), ...image(to) },
  { path: to('models.segment_image'), ...image(to) },
  { path: to('models.generate_videos'), ...video(to) },
  { path: to('chats.create().send_message'), ...chat(to) },
  { path: to('chats.create().send_message_stream'), ...chat(to), stream: true },
  { path: to('batches.create_embeddings'), api: 'embed', model: 'model', input: [], batch: true },
]

export const calls: readonly CallShape[] = [
  ...inCase(python),
  ...inCase(typescript),
  {
    // Both languages have Python's case here: https://ai.google.dev/gemini-api/docs/interactions
    path: 'interactions.create',
    api: 'chat',
    model: ['model', 'agent'],
    maxOutput: 'generation_config.max_output_tokens',
    input: ['system_instruction', 'tools', 'input', 'response_format'],
    tier: 'service_tier',
    reasoning: 'generation_config.thinking_level',
    stream: 'stream',
  },
  { path: 'batches.create', api: 'batch', model: 'model', input: [], batch: true },
  {
    path: 'live.connect',
    api: 'chat',
    model: 'model',
    maxOutput: ['config.max_output_tokens', 'config.maxOutputTokens'],
    input: ['config.system_instruction', 'config.systemInstruction', 'config.tools'],
    stream: true,
  },
  { path: 'tunings.tune', api: 'fine-tune', model: ['base_model', 'baseModel'], input: [] },
]
