// What is known of models beyond their prices, for saying what a change to another one loses. A model that is not here is not
// offered in another's place, unless its own provider lists it as the smaller sibling.
import type { Provider } from '../types.ts'

type Input = 'text' | 'images' | 'audio' | 'video'

export interface ModelKind {
  /** The provider that makes and sells it, under this id. */
  readonly provider: Provider
  readonly id: string
  /** How its maker sells it: the best there is, for most work, for simple and much work; embeddings apart. */
  readonly tier: 'best' | 'large' | 'small' | 'embedding'
  readonly takes: readonly Input[]
  /** It thinks before it answers by itself, and the thinking is billed as output. */
  readonly thinks?: true
  /** Embeddings: numbers per vector, as it comes without a parameter. */
  readonly dimensions?: number
}

const seen: readonly Input[] = ['text', 'images']
const heard: readonly Input[] = ['text', 'images', 'audio', 'video']
const read: readonly Input[] = ['text']

const of = (
  provider: Provider,
  tier: ModelKind['tier'],
  takes: readonly Input[],
  ids: readonly string[],
  more: Pick<ModelKind, 'thinks' | 'dimensions'> = {},
): readonly ModelKind[] => ids.map((id) => ({ provider, id, tier, takes, ...more }))

/**
 * Input and thinking: LiteLLM's model table of 2026-07-24 (https://github.com/BerriAI/litellm, MIT) and the providers' model pages
 * (https://platform.openai.com/docs/models, https://platform.claude.com/docs/en/about-claude/models/overview,
 * https://ai.google.dev/gemini-api/docs/models, https://docs.mistral.ai/getting-started/models, https://api-docs.deepseek.com).
 * Claude thinks only where the request asks for it. Dimensions: the providers' embedding pages.
 */
export const modelKinds: readonly ModelKind[] = [
  ...of('openai', 'large', seen, ['gpt-4o', 'gpt-4.1']),
  ...of('openai', 'large', seen, ['gpt-5', 'gpt-5.1', 'gpt-5.2', 'gpt-5.4'], { thinks: true }),
  ...of('openai', 'small', seen, ['gpt-4o-mini', 'gpt-4.1-mini', 'gpt-4.1-nano']),
  ...of('openai', 'small', seen, ['gpt-5-mini', 'gpt-5-nano'], { thinks: true }),
  ...of('anthropic', 'best', seen, [
    'claude-opus-4-5',
    'claude-opus-4-6',
    'claude-opus-4-7',
    'claude-opus-4-8',
    'claude-opus-5',
  ]),
  ...of('anthropic', 'large', seen, ['claude-sonnet-4-5', 'claude-sonnet-4-6', 'claude-sonnet-5']),
  ...of('anthropic', 'small', seen, ['claude-haiku-4-5']),
  ...of('google', 'large', heard, ['gemini-2.5-pro', 'gemini-3.1-pro-preview'], { thinks: true }),
  ...of('google', 'small', heard, ['gemini-2.5-flash'], { thinks: true }),
  ...of('google', 'small', heard, ['gemini-2.5-flash-lite']),
  ...of('mistral', 'large', seen, ['mistral-large-latest']),
  ...of('deepseek', 'large', read, ['deepseek-chat']),

  ...of('openai', 'embedding', read, ['text-embedding-3-large'], { dimensions: 3072 }),
  ...of('openai', 'embedding', read, ['text-embedding-3-small', 'text-embedding-ada-002'], { dimensions: 1536 }),
  ...of('google', 'embedding', read, ['gemini-embedding-001'], { dimensions: 3072 }),
  ...of('cohere', 'embedding', seen, ['embed-v4.0'], { dimensions: 1536 }),
  ...of('cohere', 'embedding', read, ['embed-english-v3.0', 'embed-multilingual-v3.0'], { dimensions: 1024 }),
  ...of('mistral', 'embedding', read, ['mistral-embed'], { dimensions: 1024 }),
  ...of('bedrock', 'embedding', read, ['amazon.titan-embed-text-v2:0'], { dimensions: 1024 }),
]
