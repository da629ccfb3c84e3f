import type { Sdk } from '../../../core/sdk.ts'

/** Paths that the clients of other sellers have only where they speak OpenAI's API, with what tells a call by each. */
export const handed = {
  'chat.completions.create': ['messages'],
  'chat.completions.parse': ['messages'],
  'chat.completions.stream': ['messages'],
  'beta.chat.completions.parse': ['messages'],
  'beta.chat.completions.stream': ['messages'],
  'responses.create': ['model', 'input'],
  'responses.parse': ['model', 'input'],
  'responses.stream': ['model', 'input'],
  'embeddings.create': ['model', 'input'],
  'images.generate': ['model', 'prompt'],
  'audio.speech.create': ['model', 'input'],
  'audio.transcriptions.create': ['model', 'file'],
} as const satisfies Sdk['handed']
