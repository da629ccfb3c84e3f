// Reads LiteLLM's table of model prices (https://github.com/BerriAI/litellm, MIT). Only the figures that are needed are taken.
import type { RateId } from '../core/prices/book.ts'
import type { Cells, ModelRow } from '../core/prices/models.ts'
import type { Provider } from '../core/types.ts'
import { modeOf, type Variant, variantOf } from './model-units.ts'

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
  vertex_ai: ['vertex', 'vertex_ai/'],
  'vertex_ai-image-models': ['vertex', 'vertex_ai/'],
  'vertex_ai-video-models': ['vertex', 'vertex_ai/'],
  voyage: ['voyage', 'voyage/'],
  jina_ai: ['jina', ''],
  deepgram: ['deepgram', 'deepgram/'],
  elevenlabs: ['elevenlabs', 'elevenlabs/'],
  fal_ai: ['fal', 'fal_ai/'],
  replicate: ['replicate', 'replicate/'],
  stability: ['stability', 'stability/'],
  recraft: ['recraft', 'recraft/'],
  runwayml: ['runway', 'runwayml/'],
  black_forest_labs: ['black-forest-labs', 'black_forest_labs/'],
  moonshot: ['moonshot', 'moonshot/'],
  cerebras: ['cerebras', 'cerebras/'],
  sambanova: ['sambanova', 'sambanova/'],
  nebius: ['nebius', 'nebius/'],
}

/** Providers whose own ids contain a slash. */
const slashed: readonly Provider[] = ['together', 'fireworks', 'openrouter', 'groq', 'fal', 'replicate', 'nebius']

/** Rows that are no model, or are priced as what they are not: Fireworks' pictures by the token, a resolution as a model. */
const noModel: readonly RegExp[] = [
  /^fireworks_ai\/.*\/(flux|SSD|japanese-stable|playground|stable-diffusion)-/,
  /^fireworks_ai\/accounts\/fireworks\/models\/$/,
  /^sora-2-pro-high-res$|^azure\/sora-2-pro-high-res$/,
  /^embed-multilingual-light-v3\.0$/,
  /^azure\/gpt-4o-mini-tts$|^gpt-4o-mini-tts-/, // at four times the price of OpenAI's page
  /^bedrock\/\*|-month-commitment\//,
]

export interface LiteLlmModels {
  /** By the provider's own id. */
  readonly entries: ReadonlyMap<string, LiteLlmEntry>
  readonly variants: ReadonlyMap<string, readonly Variant[]>
}

const none: LiteLlmModels = { entries: new Map(), variants: new Map() }

/** The entries that are models of a provider we know, under that provider's own id. */
export function modelsByProvider(table: LiteLlmTable): (provider: Provider) => LiteLlmModels {
  const all = new Map<Provider, { entries: Map<string, LiteLlmEntry>; variants: Map<string, Variant[]> }>()
  for (const [key, entry] of Object.entries(table)) {
    const [provider, prefix] = owners[String(entry.litellm_provider)] ?? []
    if (provider === undefined || noModel.some((keys) => keys.test(key))) continue
    const sold = provider === 'vertex' || provider === 'cohere' ? key.replace(/^(vertex_ai|cohere)\//, '') : key
    const own = all.get(provider) ?? { entries: new Map(), variants: new Map() }
    all.set(provider, own)
    const start = sold === key ? prefix! : ''
    if (start !== '' && provider !== 'vertex' && !sold.startsWith(start)) continue
    const id = sold.startsWith(start) ? sold.slice(start.length) : sold
    const variant = variantOf(id, entry)
    if (variant !== undefined) {
      const [model, one] = variant
      own.variants.set(model, [...(own.variants.get(model) ?? []), ...(one ? [one] : [])])
      if (!own.entries.has(model)) own.entries.set(model, entry)
      continue
    }
    if (id.includes('/') && !slashed.includes(provider)) continue
    // of two rows of one model on Vertex AI, the one without the prefix is the older and longer
    if (provider === 'vertex' && sold !== key && own.entries.has(id) && own.variants.get(id) === undefined) continue
    own.entries.set(id, entry)
  }
  return (provider) => all.get(provider) ?? none
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
  ['audio-input', 'input_cost_per_audio_token', ''],
  ['audio-output', 'output_cost_per_audio_token', ''],
  ['audio-cache-read', 'cache_read_input_audio_token_cost', ''],
  ['image-input', 'input_cost_per_image_token', ''],
  ['image-output', 'output_cost_per_image_token', ''],
  ['video-output', 'output_cost_per_video_token', ''],
  ['reasoning-output', 'output_cost_per_reasoning_token', ''],
  ['citation', 'citation_cost_per_token', ''],
]

/** What a tier of service can sensibly cost, as a share of the standard price. Outside it the entry is a mistake. */
const plausible: Readonly<Record<string, readonly [number, number]>> = {
  batch: [0.25, 0.99],
  flex: [0.25, 0.99],
  priority: [1.01, 3],
}

const first = (cell: Cells) => (typeof cell === 'number' ? cell : cell[0]!)

const cheaperThan = (a: Cells | undefined, b: Cells | undefined) =>
  a !== undefined && b !== undefined && first(a) < first(b)

export function ratesOf(entry: LiteLlmEntry): ModelRow['rates'] {
  const rates: Partial<Record<RateId, Cells>> = {}
  for (const [rate, field, suffix] of fields) {
    const found = cells(entry, field, suffix)
    if (found !== undefined) rates[rate] = found
  }
  if (rates['reasoning-output'] === rates.output) delete rates['reasoning-output']
  // a session's pictures stand per token under the name of another unit
  const perImage = entry.mode === 'realtime' ? figure(entry, 'input_cost_per_image') : undefined
  if (perImage !== undefined) rates['image-input'] = usdPerMillion(perImage)
  if (entry.mode === 'rerank') delete rates.output
  // where sound costs what text does or less, or a cached prompt what a new one does, the table has the price of something else
  if (entry.mode === 'audio_transcription' && rates['audio-input'] === rates.input) delete rates['audio-input']
  if (cheaperThan(rates['audio-input'], rates.input)) delete rates['audio-input']
  if (entry.mode === 'realtime' && rates['cache-read'] === rates.input) delete rates['cache-read']
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

/** True where the table has a price by the token. */
export const pricedByToken = (id: string, entry: LiteLlmEntry): boolean =>
  modeOf(id, entry) === 'chat' || modeOf(id, entry) === 'embed'
    ? figure(entry, 'input_cost_per_token') !== undefined && entry.mode !== undefined
    : Object.keys(ratesOf(entry)).length > 0

export function limitsOf(entry: LiteLlmEntry): Pick<ModelRow, 'context' | 'maxOutput' | 'minCacheable' | 'retired'> {
  const context = figure(entry, 'max_input_tokens')
  const maxOutput =
    entry.mode === 'embedding' || entry.mode === 'rerank' ? undefined : figure(entry, 'max_output_tokens')
  const minCacheable = figure(entry, 'prompt_cache_min_tokens')
  const retired = entry.deprecation_date
  return {
    ...(context === undefined ? {} : { context }),
    ...(maxOutput === undefined ? {} : { maxOutput }),
    ...(minCacheable === undefined ? {} : { minCacheable }),
    ...(typeof retired === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(retired) ? { retired } : {}),
  }
}
