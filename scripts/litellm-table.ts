// Reads LiteLLM's table of model prices (https://github.com/BerriAI/litellm, MIT). Only the figures that are needed are taken.
import type { RateId } from '../core/prices/book.ts'
import type { Cells, ModelRow } from '../core/prices/models.ts'
import type { Provider } from '../core/types.ts'

/** A figure per token, a text or a flag, by LiteLLM's field name. */
export type LiteLlmEntry = Readonly<Record<string, unknown>>
export type LiteLlmTable = Readonly<Record<string, LiteLlmEntry>>

/** Our provider by LiteLLM's provider, and the prefix its keys have. */
const owners: Readonly<Record<string, readonly [Provider, string]>> = {
  openai: ['openai', ''],
  'text-completion-openai': ['openai', ''],
  azure: ['azure-openai', 'azure/'],
  anthropic: ['anthropic', ''],
  bedrock: ['bedrock', ''],
  bedrock_converse: ['bedrock', ''],
  gemini: ['google', 'gemini/'],
  'vertex_ai-language-models': ['vertex', ''],
  'vertex_ai-embedding-models': ['vertex', ''],
  'vertex_ai-anthropic_models': ['vertex', 'vertex_ai/'],
  'vertex_ai-mistral_models': ['vertex', 'vertex_ai/'],
  'vertex_ai-llama_models': ['vertex', 'vertex_ai/'],
  mistral: ['mistral', 'mistral/'],
  groq: ['groq', 'groq/'],
  together_ai: ['together', 'together_ai/'],
  fireworks_ai: ['fireworks', 'fireworks_ai/'],
  cohere: ['cohere', ''],
  cohere_chat: ['cohere', ''],
  deepseek: ['deepseek', 'deepseek/'],
  xai: ['xai', 'xai/'],
  openrouter: ['openrouter', 'openrouter/'],
  perplexity: ['perplexity', 'perplexity/'],
}

/** Providers whose own ids contain a slash. */
const slashed: readonly Provider[] = ['together', 'fireworks', 'openrouter', 'groq']

/** The entries that are models of a provider we know, under that provider's own id. */
export function entriesByProvider(table: LiteLlmTable): Map<Provider, Map<string, LiteLlmEntry>> {
  const out = new Map<Provider, Map<string, LiteLlmEntry>>()
  for (const [key, entry] of Object.entries(table)) {
    const [provider, prefix] = owners[String(entry.litellm_provider)] ?? []
    if (provider === undefined || !key.startsWith(prefix!)) continue
    const id = provider === 'cohere' ? key.replace(/^cohere\//, '') : key.slice(prefix!.length)
    if (id.includes('/') && !slashed.includes(provider)) continue
    if (id.startsWith('ft:')) continue
    const own = out.get(provider) ?? new Map<string, LiteLlmEntry>()
    out.set(provider, own.set(id, entry))
  }
  return out
}

const figure = (entry: LiteLlmEntry, field: string) => {
  const value = entry[field]
  return typeof value === 'number' && value > 0 ? value : undefined
}

const usdPerMillion = (perToken: number) => Number((perToken * 1e6).toPrecision(8))

function cells(entry: LiteLlmEntry, field: string, suffix: string): Cells | undefined {
  const base = figure(entry, field + suffix)
  if (base === undefined) return undefined
  const steps: number[] = []
  for (const [name, value] of Object.entries(entry)) {
    const above = name.startsWith(`${field}_above_`) && name.slice(field.length).match(/^_above_(\d+)k_tokens(.*)$/)
    if (!above || above[2] !== suffix || typeof value !== 'number') continue
    steps.push(Number(above[1]) * 1000, usdPerMillion(value))
  }
  return steps.length === 0 ? usdPerMillion(base) : [usdPerMillion(base), ...steps]
}

const fields: readonly (readonly [RateId, string, string])[] = [
  ['input', 'input_cost_per_token', ''],
  ['output', 'output_cost_per_token', ''],
  ['cache-read', 'cache_read_input_token_cost', ''],
  ['cache-write', 'cache_creation_input_token_cost', ''],
  ['cache-write-1h', 'cache_creation_input_token_cost_above_1hr', ''],
  ['batch-input', 'input_cost_per_token', '_batches'],
  ['batch-output', 'output_cost_per_token', '_batches'],
  ['flex-input', 'input_cost_per_token', '_flex'],
  ['flex-output', 'output_cost_per_token', '_flex'],
  ['priority-input', 'input_cost_per_token', '_priority'],
  ['priority-output', 'output_cost_per_token', '_priority'],
]

/** What a tier of service can sensibly cost, as a share of the standard price. Outside it the entry is a mistake. */
const plausible: Readonly<Record<string, readonly [number, number]>> = {
  batch: [0.25, 0.99],
  flex: [0.25, 0.99],
  priority: [1.01, 3],
}

const first = (cell: Cells) => (typeof cell === 'number' ? cell : cell[0]!)

export function ratesOf(entry: LiteLlmEntry): ModelRow['rates'] {
  const rates: Partial<Record<RateId, Cells>> = {}
  for (const [rate, field, suffix] of fields) {
    const found = cells(entry, field, suffix)
    if (found !== undefined) rates[rate] = found
  }
  for (const side of ['input', 'output'] as const) {
    for (const [tier, [low, high]] of Object.entries(plausible)) {
      const rate = `${tier}-${side}` as RateId
      const [cell, base] = [rates[rate], rates[side]]
      if (cell === undefined) continue
      const ratio = base === undefined ? Number.NaN : first(cell) / first(base)
      if (!(ratio >= low && ratio <= high)) delete rates[rate]
    }
  }
  return rates
}

const modes = ['chat', 'completion', 'responses', 'embedding']

/** True for models whose price is one per token of text. */
export function pricedByToken(entry: LiteLlmEntry): boolean {
  return modes.includes(String(entry.mode)) && figure(entry, 'input_cost_per_token') !== undefined
}

export function limitsOf(entry: LiteLlmEntry): Pick<ModelRow, 'context' | 'maxOutput' | 'minCacheable' | 'retired'> {
  const context = figure(entry, 'max_input_tokens')
  const maxOutput = entry.mode === 'embedding' ? undefined : figure(entry, 'max_output_tokens')
  const minCacheable = figure(entry, 'prompt_cache_min_tokens')
  const retired = entry.deprecation_date
  return {
    ...(context === undefined ? {} : { context }),
    ...(maxOutput === undefined ? {} : { maxOutput }),
    ...(minCacheable === undefined ? {} : { minCacheable }),
    ...(typeof retired === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(retired) ? { retired } : {}),
  }
}
