// Price rules a provider states for all its models at once, so that no table of models lists them. Each with its page and the
// date on which it was read; a model whose table row has its own figure keeps that figure.
import type { Provider } from '../types.ts'
import type { RateId } from './book.ts'

interface RatioRule {
  readonly provider: Provider
  readonly models: RegExp
  /** The rate the provider's page gives, as a share of another rate of the same model. */
  readonly rates: readonly (readonly [rate: RateId, of: RateId, ratio: number])[]
  readonly source: string
  readonly url: string
  /** The earliest day the page that was read can be from. */
  readonly asOf: string
}

export const ratioRules: readonly RatioRule[] = [
  {
    provider: 'anthropic',
    models: /^claude-/,
    rates: [
      ['batch-input', 'input', 0.5],
      ['batch-output', 'output', 0.5],
    ],
    source: 'Anthropic pricing: Message Batches cost half the standard price',
    url: 'https://platform.claude.com/docs/en/about-claude/pricing#batch-processing',
    asOf: '2026-04-16', // it lists Opus 4.7, which came out that day,
  },
  {
    provider: 'google',
    models: /^gemini-(2\.5|3(\.\d)?)-(pro|flash|flash-lite)(-preview)?$/,
    rates: [
      ['batch-input', 'input', 0.5],
      ['batch-output', 'output', 0.5],
    ],
    source: 'Gemini API pricing: the Batch API costs half',
    url: 'https://ai.google.dev/gemini-api/docs/pricing',
    asOf: '2026-09-20', // as API Evangelist read it
  },
  {
    provider: 'openai',
    models: /^(gpt-5(\.\d)?(-(mini|nano|pro))?|gpt-6-(astra|sol|luna)|o1|o3|o3-mini|o4-mini)$/,
    rates: [
      ['batch-input', 'input', 0.5],
      ['batch-output', 'output', 0.5],
    ],
    source: 'OpenAI API pricing: the Batch API costs half',
    url: 'https://developers.openai.com/api/docs/pricing',
    asOf: '2026-08-27', // as API Evangelist read it
  },
  {
    provider: 'mistral',
    models: /./,
    rates: [
      ['batch-input', 'input', 0.5],
      ['batch-output', 'output', 0.5],
    ],
    source: 'Mistral, batch processing: a discount of 50 %',
    url: 'https://docs.mistral.ai/studio-api/batch-processing',
    asOf: '2024-10-01', // it names Ministral 3B, whose first version is of that month
  },
]

interface CacheRule {
  readonly provider: Provider
  readonly models: RegExp
  /** Caching happens only where the request marks a prefix. */
  readonly needsMark: boolean
  /** Tokens; only where the provider gives one figure for all these models. */
  readonly minimum?: number
  readonly url: string
}

export const cacheRules: readonly CacheRule[] = [
  {
    provider: 'anthropic',
    models: /^claude-3-(7-sonnet|5-sonnet|opus)/,
    needsMark: true,
    minimum: 1024,
    url: 'https://ai-sdk.dev/providers/ai-sdk-providers/anthropic', // Anthropic's own page has dropped the older models
  },
  {
    provider: 'anthropic',
    models: /^claude-3-(5-)?haiku/,
    needsMark: true,
    minimum: 2048,
    url: 'https://ai-sdk.dev/providers/ai-sdk-providers/anthropic',
  },
  {
    provider: 'bedrock',
    models: /anthropic\.claude-3-7-sonnet/,
    needsMark: true,
    minimum: 1024,
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html',
  },
  {
    provider: 'anthropic',
    models: /./,
    needsMark: true,
    url: 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching',
  },
  {
    provider: 'bedrock',
    models: /anthropic\.claude|amazon\.nova/,
    needsMark: true,
    url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html',
  },
  {
    provider: 'vertex',
    models: /^claude-/,
    needsMark: true,
    url: 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude/prompt-caching',
  },
  {
    provider: 'openrouter',
    models: /^anthropic\//,
    needsMark: true,
    url: 'https://openrouter.ai/docs/features/prompt-caching',
  },
  {
    provider: 'google',
    models: /^gemini-(3\.[5678]-flash$|3\.1-pro-preview)/,
    needsMark: false,
    minimum: 4096,
    url: 'https://ai.google.dev/gemini-api/docs/caching', // of 2026-10-13, and 2026-07-07 for 3.5 and 3.7 Flash
  },
  {
    provider: 'google',
    models: /^gemini-2\.5-(flash|pro)$/,
    needsMark: false,
    minimum: 2048,
    url: 'https://ai.google.dev/gemini-api/docs/caching', // of 2026-10-13
  },
  {
    provider: 'openai',
    models: /./,
    needsMark: false,
    minimum: 1024,
    url: 'https://developers.openai.com/api/docs/guides/prompt-caching',
  },
  {
    provider: 'azure-openai',
    models: /./,
    needsMark: false,
    minimum: 1024,
    url: 'https://learn.microsoft.com/azure/foundry/openai/how-to/prompt-caching',
  },
]
