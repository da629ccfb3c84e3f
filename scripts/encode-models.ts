// Writes core/prices/snapshot/models.jsonl.br: genai-prices' data (https://github.com/pydantic/genai-prices, MIT), and what it
// lacks out of LiteLLM's table.
import {
  type ConditionalPrice,
  type ModelInfo,
  type ModelPrice,
  type Provider as Seller,
  waitForUpdate,
} from '@pydantic/genai-prices'
import type { RateId } from '../core/prices/book.ts'
import { undated } from '../core/prices/model-id.ts'
import type { Cells, ModelRow, ModelTable } from '../core/prices/models.ts'
import type { Provider } from '../core/types.ts'
import { bedrockIds } from './bedrock-ids.ts'
import {
  entriesByProvider,
  type LiteLlmEntry,
  type LiteLlmTable,
  limitsOf,
  pricedByToken,
  ratesOf,
} from './litellm-table.ts'

const sellers: Readonly<Partial<Record<Provider, string>>> = {
  openai: 'openai',
  'azure-openai': 'azure',
  anthropic: 'anthropic',
  bedrock: 'aws',
  vertex: 'google',
  google: 'google',
  mistral: 'mistral',
  groq: 'groq',
  together: 'together',
  fireworks: 'fireworks',
  cohere: 'cohere',
  deepseek: 'deepseek',
  xai: 'x-ai',
  openrouter: 'openrouter',
  perplexity: 'perplexity',
}

/** Ids for which genai-prices' row is out of date and every other list agrees on another price: LiteLLM's row is taken. */
const outdated: Readonly<Partial<Record<Provider, readonly string[]>>> = {
  mistral: ['mistral-large', 'mistral-large-latest'], // the row is of 2024's model; -latest has been mistral-large-2512 since
  // the rows are of the off-peak hours that ended in 2025
  deepseek: ['deepseek-chat', 'deepseek-reasoner', 'deepseek-chat-v3-0324', 'deepseek-r1', 'deepseek-r1-0528'],
  groq: ['openai/gpt-oss-safeguard-20b'], // the row is of gpt-oss-120b
  bedrock: ['us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0'], // the row is of the commercial regions
}

/** Tokens of images are billed apart from those of text, and the lists have the price of text only. */
const images = {
  'gemini-2.5-flash-image': 'of text; models.dev of 2026-07-02 lists $30 per million output tokens of images',
  'gemini-3-pro-image-preview': 'of text; models.dev of 2026-07-02 lists $120 per million output tokens of images',
  'gemini-3.1-flash-image-preview': 'of text; models.dev of 2026-07-02 lists $60 per million output tokens of images',
}

/** What other lists give beside ours, by our id: the price stays, and this is said. */
const disputed: Readonly<Partial<Record<Provider, Readonly<Record<string, string>>>>> = {
  google: images,
  vertex: images,
  together: {
    'Qwen/Qwen3-235B-A22B-Instruct-2507-tput': 'models.dev of 2026-07-02 lists $0.2 in, $0.6 out per million',
  },
  xai: {
    'grok-4.20-0309-reasoning': 'llm-prices of 2026-08-05 lists $1.25 in, $2.5 out per million',
    'grok-4.20-0309-non-reasoning': 'llm-prices of 2026-08-05 lists $1.25 in, $2.5 out per million',
    'grok-4.20-multi-agent-0309': 'llm-prices of 2026-08-05 lists $1.25 in, $2.5 out per million',
  },
  'azure-openai': {
    'gpt-4o-mini': 'models.dev of 2026-07-02 lists $0.15 in, $0.6 out per million (global deployments)',
  },
  deepseek: {
    'deepseek-chat': 'models.dev of 2026-07-02 lists $0.14 in, $0.28 out per million',
    'deepseek-reasoner': 'models.dev of 2026-07-02 lists $0.14 in, $0.28 out per million',
  },
}

const rateNames: readonly (readonly [RateId, string])[] = [
  ['input', 'input_mtok'],
  ['output', 'output_mtok'],
  ['cache-read', 'cache_read_mtok'],
  ['cache-write', 'cache_write_mtok'],
  ['cache-write-1h', 'cache_write_1h_mtok'],
]

function cellsOf(value: ModelPrice[string]): Cells | undefined {
  if (value === undefined || typeof value === 'number') return value
  const steps = value.tiers.flatMap((tier) => [tier.start, tier.price])
  return [value.base, ...steps]
}

function ratesOfPrices(prices: ModelPrice): Partial<Record<RateId, Cells>> {
  const rates: Partial<Record<RateId, Cells>> = {}
  for (const [rate, field] of rateNames) {
    const cells = cellsOf(prices[field])
    if (cells !== undefined) rates[rate] = cells
  }
  return rates
}

const first = (cells: Cells | undefined) => (typeof cells === 'object' ? cells[0] : cells)
const inOut = (rates: Partial<Record<RateId, Cells>>) =>
  `$${first(rates.input) ?? '–'} in, $${first(rates.output) ?? '–'} out per million`

interface Current {
  readonly rates: Partial<Record<RateId, Cells>>
  /** ISO date from which this price holds, where the list says so. */
  readonly since: string | undefined
  /** What else the list says: other hours, a change that is announced. */
  readonly note: string | undefined
}

function currentPrices(prices: ModelInfo['prices'], today: string): Current {
  if (!Array.isArray(prices)) return { rates: ratesOfPrices(prices), since: undefined, note: undefined }
  let now: { rates: Current['rates']; since: string | undefined } = { rates: {}, since: undefined }
  const notes: string[] = []
  const hours = new Map<string, string[]>()
  for (const { constraint, prices: each } of prices as ConditionalPrice[]) {
    const rates = ratesOfPrices(each)
    if (constraint === undefined) now = { rates, since: undefined }
    else if ('start_time' in constraint) {
      const price = inOut(rates)
      hours.set(price, [
        ...(hours.get(price) ?? []),
        `${constraint.start_time.slice(0, 5)}–${constraint.end_time.slice(0, 5)}`,
      ])
    } else if (constraint.start_date <= today) now = { rates, since: constraint.start_date }
    else notes.push(`from ${constraint.start_date}: ${inOut(rates)}`)
  }
  for (const [price, spans] of hours) notes.push(`${spans.join(' and ')} UTC: ${price}`)
  return { ...now, note: notes.length === 0 ? undefined : notes.join('; ') }
}

/** Every string a match compares with. Taken as exact ids, never as the prefixes they are there. */
function matchStrings(match: unknown): string[] {
  if (Array.isArray(match)) return match.flatMap(matchStrings)
  if (typeof match !== 'object' || match === null) return []
  return Object.entries(match).flatMap(([kind, value]) =>
    kind === 'regex' ? [] : typeof value === 'string' ? [value] : matchStrings(value),
  )
}

/** Match texts that are ids of the API as they stand, but for the version at their end. */
const writtenForm = /^((us|eu|apac|jp|au|in|us-gov|global)\.)?(anthropic|openai)\./

const withVersions = (id: string) => (id.endsWith('-v1') ? [id.slice(0, -3), id, `${id}:0`] : [id])

function idsOf(provider: Provider, model: ModelInfo, known: readonly string[]): string[] {
  const strings = matchStrings(model.match)
  if (provider !== 'bedrock') return [...new Set([model.id, ...strings])]
  const plain = model.id.replace(/^regional\./, '')
  const exact = strings.filter((text) => known.includes(text) || writtenForm.test(text)).flatMap(withVersions)
  return [...new Set([...bedrockIds(model.id, JSON.stringify(model.match), known), ...exact, plain])]
}

/** Fireworks' ids are paths, and Bedrock's list has ids of its own: the one the API takes is wanted. */
function ownId(provider: Provider, model: ModelInfo, ids: readonly string[]): string {
  if (provider === 'fireworks') return ids.find((id) => id.startsWith('accounts/')) ?? model.id
  if (provider === 'bedrock') return ids.find((id) => !/^(us|eu|apac|jp|au)\./.test(id)) ?? ids[0]!
  return model.id
}

const differs = (a: number | undefined, b: number | undefined) =>
  a !== undefined && b !== undefined && Math.abs(a / b - 1) > 0.02

function usd(cells: Cells, ratio: number): Cells {
  const round = (value: number) => Number((value * ratio).toPrecision(8))
  return typeof cells === 'number'
    ? round(cells)
    : cells.map((cell, i) => (i === 0 || i % 2 === 0 ? round(cell) : cell))
}

const sameBase = (a: ModelRow['rates'], b: ModelRow['rates']) =>
  !differs(first(a.input), first(b.input)) && !differs(first(a.output), first(b.output))

/** What the other list says, where it gives none of the row's ids this price, now or announced. */
function disagreement(current: Current, theirs: readonly LiteLlmEntry[]): string | undefined {
  const rates = theirs.map(ratesOf).filter((each) => each.input !== undefined)
  if (rates.length === 0 || rates.some((each) => sameBase(each, current.rates))) return undefined
  const text = inOut(rates[0]!)
  return current.note?.includes(text) ? undefined : text
}

const serviceTiers = ['batch', 'flex', 'priority'] as const

/** LiteLLM's tiers of service for a row of genai-prices: as they are, or as a share where the standard price has moved. */
function addedTiers(rates: ModelRow['rates'], entry: LiteLlmEntry, asOf: string): ModelRow['more'] {
  const theirs = ratesOf(entry)
  const added: Partial<Record<RateId, Cells>> = {}
  let moved = false
  for (const tier of serviceTiers) {
    for (const side of ['input', 'output'] as const) {
      const rate: RateId = `${tier}-${side}`
      const [cells, theirBase, ourBase] = [theirs[rate], first(theirs[side]), first(rates[side])]
      if (cells === undefined || theirBase === undefined || ourBase === undefined || rates[rate] !== undefined) continue
      const changed = differs(theirBase, ourBase)
      moved ||= changed
      added[rate] = changed ? usd(cells, ourBase / theirBase) : cells
    }
  }
  if (Object.keys(added).length === 0) return undefined
  return {
    rates: added,
    from: 1,
    ...(moved ? { weak: `the share of the standard price of ${asOf}, applied to today's` } : {}),
  }
}

interface Inputs {
  readonly litellm: LiteLlmTable
  readonly genaiDate: string
  readonly litellmDate: string
  /** ISO date for which prices are wanted. */
  readonly today: string
}

function rowOf(
  provider: Provider,
  model: ModelInfo,
  entries: ReadonlyMap<string, LiteLlmEntry>,
  inputs: Inputs,
): ModelRow | undefined {
  const stale = outdated[provider] ?? []
  const ids = idsOf(provider, model, [...entries.keys()])
  const current = currentPrices(model.prices, inputs.today)
  if (Object.keys(current.rates).length === 0) return undefined
  const kept = ids.filter((other) => !stale.includes(other))
  if (kept.length === 0) return undefined
  const written = ownId(provider, model, ids)
  const id = stale.includes(written) ? kept[0]! : written
  const dated = [...entries.keys()].filter((other) => kept.includes(undated(other) ?? ''))
  const theirs = [id, ...kept, ...dated].map((each) => entries.get(each)).filter((each) => each !== undefined)
  const entry = theirs[0]
  const newer = current.since !== undefined && current.since > inputs.litellmDate
  const other = newer ? undefined : disagreement(current, theirs)
  const fee = Array.isArray(model.prices) ? undefined : model.prices.requests_kcount
  const weak = [
    current.note,
    disputed[provider]?.[id],
    other && `LiteLLM of ${inputs.litellmDate} lists ${other}`,
    typeof fee === 'number' ? `a fee per request comes on top, up to $${fee} per 1,000` : undefined,
  ]
    .filter(Boolean)
    .join('; ')
  const limits = Object.assign({}, ...theirs.map(limitsOf).reverse()) as ReturnType<typeof limitsOf>
  const retired = (entries.has(id) ? limitsOf(entries.get(id)!) : limits).retired
  const context = model.context_window ?? limits.context
  const also = kept.filter((each) => each !== id)
  const more = entry && addedTiers(current.rates, entry, inputs.litellmDate)
  return {
    id,
    ...(model.name && model.name !== id ? { name: model.name } : {}),
    ...(also.length > 0 ? { also } : {}),
    rates: current.rates,
    from: 0,
    ...(weak ? { weak } : {}),
    ...(more ? { more } : {}),
    ...limits,
    retired,
    ...(context === undefined ? {} : { context }),
    ...(retired === undefined && model.deprecated === true ? { retired: true as const } : {}),
  }
}

/** The same price for two ids of one model makes them one; a Bedrock profile with another price is a row of its own. */
function withoutOthersPrices(provider: Provider, row: ModelRow, entries: ReadonlyMap<string, LiteLlmEntry>): ModelRow {
  if (provider !== 'bedrock' || row.id.includes('claude')) return row
  const same = (row.also ?? []).filter(
    (id) => !differs(first(ratesOf(entries.get(id) ?? {}).input), first(row.rates.input)),
  )
  return { ...row, also: same }
}

function rowsOf(
  provider: Provider,
  seller: Seller,
  entries: ReadonlyMap<string, LiteLlmEntry>,
  inputs: Inputs,
): ModelRow[] {
  const rows = seller.models
    .map((model) => rowOf(provider, model, entries, inputs))
    .filter((row) => row !== undefined)
    .map((row) => withoutOthersPrices(provider, row, entries))
  const owner = new Map(rows.map((row) => [row.id.toLowerCase(), row]))
  const settled = rows.map((row) => {
    const also = (row.also ?? []).filter((id) => {
      const other = owner.get(id.toLowerCase())
      if (other !== undefined) return false
      owner.set(id.toLowerCase(), row)
      return true
    })
    const { also: _, ...rest } = row
    return also.length > 0 ? { ...rest, also } : rest
  })
  const datedForm = (id: string, entry: LiteLlmEntry) => {
    const row = owner.get((undated(id) ?? '').toLowerCase())
    return row !== undefined && (row.weak !== undefined || sameBase(row.rates, ratesOf(entry)))
  }
  const added = [...entries]
    .filter(([id, entry]) => !owner.has(id.toLowerCase()) && pricedByToken(entry) && !datedForm(id, entry))
    .map(([id, entry]): ModelRow => {
      const weak = disputed[provider]?.[id]
      return { id, rates: ratesOf(entry), from: 1, ...(weak ? { weak } : {}), ...limitsOf(entry) }
    })
  return [...settled, ...added]
}

export async function encodeModels(inputs: Inputs): Promise<ModelTable> {
  const list = await waitForUpdate()
  if (list === null) throw new Error('genai-prices has no data')
  const entries = entriesByProvider(inputs.litellm)
  const providers: Partial<Record<Provider, readonly ModelRow[]>> = {}
  for (const [provider, id] of Object.entries(sellers) as [Provider, string][]) {
    const seller = list.find((each) => each.id === id)
    if (seller === undefined) throw new Error(`genai-prices has no provider ${id}`)
    providers[provider] = rowsOf(provider, seller, entries.get(provider) ?? new Map(), inputs)
  }
  return {
    schema: 1,
    sources: [
      { source: 'genai-prices', asOf: inputs.genaiDate },
      { source: 'LiteLLM', asOf: inputs.litellmDate },
    ],
    providers,
  }
}
