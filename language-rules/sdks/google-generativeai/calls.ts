// https://ai.google.dev/api/generate-content: both of Google's older SDKs, for Gemini and for Vertex AI, share these methods.
import type { CallShape, Levers } from '../../../core/sdk.ts'

/** What a `GenerativeModel` is made with in Python. */
export const pythonModel: Levers = {
  model: ['model_name', '[0]'],
  maxOutput: 'generation_config.max_output_tokens',
  n: 'generation_config.candidate_count',
  input: ['system_instruction', 'tools'],
}

const python = {
  api: 'chat',
  on: 'model',
  maxOutput: 'generation_config.max_output_tokens',
  n: 'generation_config.candidate_count',
  input: ['tools', 'contents', 'content', '[0]'],
  stream: 'stream',
  within: { 'start_chat()': { input: ['history'] } },
} as const satisfies Omit<CallShape, 'path'>

const typescriptModel: Levers = {
  model: 'model',
  maxOutput: 'generationConfig.maxOutputTokens',
  n: 'generationConfig.candidateCount',
  input: ['systemInstruction', 'tools'],
}

const typescript = {
  api: 'chat',
  maxOutput: 'generationConfig.maxOutputTokens',
  n: 'generationConfig.candidateCount',
  input: ['systemInstruction', 'tools', 'contents', '[0]'],
} as const satisfies Omit<CallShape, 'path'>

const chat = (made: string): Readonly<Record<string, Levers>> => ({
  [`${made}.startChat()`]: { ...typescriptModel, input: ['history'] },
})

/** A model is asked of the client, or of the client and the cache that names it. */
const factories = [
  { made: 'getGenerativeModel()', levers: typescriptModel },
  { made: 'getGenerativeModelFromCachedContent()', levers: { ...typescriptModel, of: '[0]', cached: true } as Levers },
]

const fromClient = factories.flatMap(({ made, levers }): readonly CallShape[] => {
  const within = { [made]: levers, ...chat(made) }
  return [
    { path: `${made}.generateContent`, ...typescript, within },
    { path: `${made}.generateContentStream`, ...typescript, stream: true, within },
    { path: `${made}.startChat().sendMessage`, ...typescript, within },
    { path: `${made}.startChat().sendMessageStream`, ...typescript, stream: true, within },
  ]
})

const within = { 'getGenerativeModel()': typescriptModel }

export const modelCalls: readonly CallShape[] = [
  { path: 'generate_content', ...python },
  { path: 'generate_content_async', ...python },
  { path: 'start_chat().send_message', ...python },
  { path: 'start_chat().send_message_async', ...python },
  { path: 'send_message', ...python, on: 'chat' },
  { path: 'send_message_async', ...python, on: 'chat' },
  ...fromClient,
  // A model that is handed in, by its type.
  { path: 'generateContent', ...typescript, on: 'model' },
  { path: 'generateContentStream', ...typescript, on: 'model', stream: true },
  { path: 'startChat().sendMessage', ...typescript, on: 'model' },
  { path: 'startChat().sendMessageStream', ...typescript, on: 'model', stream: true },
  { path: 'sendMessage', ...typescript, on: 'chat' },
  { path: 'sendMessageStream', ...typescript, on: 'chat', stream: true },
]

// PaLM's, before Gemini: https://github.com/google-gemini/deprecated-generative-ai-python/blob/v0.2.0/google/generativeai/discuss.py
const palm = {
  api: 'chat',
  on: 'module',
  model: 'model',
  n: 'candidate_count',
  input: ['context', 'examples', 'messages', 'prompt'],
} as const satisfies Omit<CallShape, 'path'>
const palmReply = { ...palm, input: ['[0]', 'message'] } as const

export const palmCalls: readonly CallShape[] = ['chat', 'chat_async'].flatMap((path) => [
  { path, ...palm },
  { path: `${path}().reply`, ...palmReply, within: { [`${path}()`]: palm } },
])

export const embedCalls: readonly CallShape[] = [
  { path: 'getGenerativeModel().embedContent', api: 'embed', input: ['content', '[0]'], within },
  { path: 'getGenerativeModel().batchEmbedContents', api: 'embed', input: ['requests'], within },
  // PaLM's, before Gemini: https://github.com/google-gemini/deprecated-generative-ai-python/blob/v0.2.0/google/generativeai/text.py
  {
    path: 'generate_text',
    api: 'chat',
    on: 'module',
    model: 'model',
    maxOutput: 'max_output_tokens',
    n: 'candidate_count',
    input: ['prompt'],
  },
  { path: 'embed_content', api: 'embed', on: 'module', model: ['model', '[0]'], input: ['content', '[1]'] },
  { path: 'embed_content_async', api: 'embed', on: 'module', model: ['model', '[0]'], input: ['content', '[1]'] },
]
