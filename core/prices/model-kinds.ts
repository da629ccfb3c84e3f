// What is known of models beyond their prices, for saying what a change to another one loses. A model that is not here is not
// offered in another's place, unless its own provider lists it as the smaller sibling.
import type { Provider } from '../types.ts'

type Input = 'text' | 'images' | 'audio' | 'video'

export interface ModelKind {
  /** The provider that makes and sells it, under this id. */
  readonly provider: Provider
  readonly id: string
  readonly takes: readonly Input[]
  /** It can think before it answers; the thinking is billed as output. */
  readonly reasons?: true
  /** Embeddings: numbers per vector, as it comes without a parameter. */
  readonly dimensions?: number
}

const seen: readonly Input[] = ['text', 'images']
const heard: readonly Input[] = ['text', 'images', 'audio', 'video']
const read: readonly Input[] = ['text']

const of = (
  provider: Provider,
  takes: readonly Input[],
  ids: readonly string[],
  more: Pick<ModelKind, 'reasons' | 'dimensions'> = {},
): readonly ModelKind[] => ids.map((id) => ({ provider, id, takes, ...more }))

/**
 * As LiteLLM's model table of 2026-08-01 has them (https://github.com/BerriAI/litellm, MIT): `supports_vision`, `supported_modalities`,
 * `supports_reasoning`, `output_vector_size`.
 */
export const modelKinds: readonly ModelKind[] = [
  ...of('openai', seen, ['gpt-4o', 'gpt-4.1', 'gpt-4o-mini', 'gpt-4.1-mini', 'gpt-4.1-nano']),
  ...of('openai', seen, ['gpt-5', 'gpt-5.1', 'gpt-5.2', 'gpt-5.4', 'gpt-5-mini', 'gpt-5-nano'], { reasons: true }),
  ...of(
    'anthropic',
    seen,
    [
      'claude-opus-4-5',
      'claude-opus-4-6',
      'claude-opus-4-7',
      'claude-opus-4-8',
      'claude-opus-5',
      'claude-sonnet-4-5',
      'claude-sonnet-4-6',
      'claude-sonnet-5',
      'claude-haiku-4-5',
    ],
    { reasons: true },
  ),
  ...of('google', heard, ['gemini-2.5-pro', 'gemini-3.1-pro-preview', 'gemini-2.5-flash', 'gemini-2.5-flash-lite'], {
    reasons: true,
  }),

  ...of('openai', read, ['text-embedding-3-large'], { dimensions: 3072 }),
  ...of('openai', read, ['text-embedding-3-small', 'text-embedding-ada-002'], { dimensions: 1536 }),
  ...of('google', read, ['gemini-embedding-001'], { dimensions: 3072 }),
  ...of('cohere', seen, ['embed-v4.0'], { dimensions: 1536 }),
  ...of('bedrock', read, ['amazon.titan-embed-text-v2:0'], { dimensions: 1024 }),
]

/**
 * The line a maker sells the model in, by the name of the tier in its id; the rest of the id is the version: `claude opus`, `gpt mini`,
 * `gemini flash-lite`. Which models of two makers do the same work, nobody publishes; so no line crosses makers.
 * https://platform.claude.com/docs/en/about-claude/models/overview, https://developers.openai.com/api/docs/models,
 * https://ai.google.dev/gemini-api/docs/models
 */
const lines: readonly (readonly [provider: Provider, maker: string, ids: RegExp])[] = [
  ['anthropic', 'claude', /^claude-(opus|sonnet|haiku)-/],
  ['openai', 'gpt', /^gpt-\d[\d.]*o?(?:-(mini|nano))?(?:-\d{4}-\d\d-\d\d)?$/],
  ['google', 'gemini', /^gemini-[\d.]+-(pro|flash-lite|flash)(?:-preview)?$/],
]

export function lineOf(provider: Provider, id: string): string | undefined {
  for (const [maker, name, ids] of lines) {
    const found = maker === provider ? ids.exec(id) : null
    if (found) return found[1] === undefined ? name : `${name} ${found[1]}`
  }
  return undefined
}
