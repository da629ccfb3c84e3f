import type { Sdk } from '../../../core/sdk.ts'

const asked = ['model', 'contents']

/** Paths of Google's client, with what tells a call by each. */
export const handed = {
  'models.generate_content': asked,
  'models.generate_content_stream': asked,
  'models.embed_content': asked,
} as const satisfies Sdk['handed']
