// Writes core/prices/snapshot/models.jsonl.br: genai-prices' data (https://github.com/pydantic/genai-prices, MIT), and what it
// lacks out of LiteLLM's table.
import { type ConditionalPrice, type ModelInfo, waitForUpdate } from '@pydantic/genai-prices'
import type { RateId } from '../core/prices/book.ts'
import { type GenaiPrices, tokenRates, unitCells } from '../core/prices/genai-rates.ts'
import { undated } from '../core/prices/model-id.ts'
import type { Cells, ModelRow, ModelTable, UnitCells } from '../core/prices/models.ts'
import { outdated } from '../core/prices/outdated.ts'
import type { Provider } from '../core/types.ts'
import { bedrockIds } from './bedrock-ids.ts'
import {
  type LiteLlmEntry,
  type LiteLlmModels,
  type LiteLlmTable,
  limitsOf,
  modelsByProvider,
  pricedByToken,
  ratesOf,
} from './litellm-table.ts'
import { type OtherList, othersOf, type Quotes, readQuotes } from './model-quotes.ts'
import { modelUnits, withLimits, withTables } from './model-tables.ts'
import { modeOf, unitsOfEntry } from './model-units.ts'

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

/** Sold by these, and listed by LiteLLM alone. */
const onlyLiteLlm: readonly Provider[] = [
  'voyage',
  'jina',
  'deepgram',
  'elevenlabs',
  'fal',
  'replicate',
  'stability',
  'recraft',
  'runway',
  'black-forest-labs',
  'moonshot',
  'cerebras',
  'sambanova',
  'nebius',
]

/** Lists mix the prices of text, sound and images under these: where they differ, each may be right about something else. */
const mixesModalities = (id: string) => /(^|[-/.])(tts|image|live|audio|realtime|sonic|voxtral)([-/.]|$)/.test(id)

const first = (cells: Cells | undefined) => (typeof cells === 'object' ? cells[0] : cells)
const inOut = (rates: Partial<Record<RateId, Cells>>) =>
  `$${first(rates.input) ?? '–'} in, $${first(rates.output) ?? '–'} out per million`

interface Current {
  readonly rates: Partial<Record<RateId, Cells>>
  readonly units: readonly UnitCells[]
  /** ISO date from which this price holds, where the list says so. */
  readonly since: string | undefined
  /** What else the list says: other hours, a change that is announced. */
  readonly note: string | undefined
}

function currentPrices(prices: ModelInfo['prices'], today: string): Current {
  const made = (listed: GenaiPrices) => ({ rates: tokenRates(listed), units: unitCells(listed, 0) })
  if (!Array.isArray(prices)) return { ...made(prices), since: undefined, note: undefined }
  let now: Omit<Current, 'note'> = { rates: {}, units: [], since: undefined }
  const notes: string[] = []
  const hours = new Map<string, string[]>()
  for (const { constraint, prices: each } of prices as ConditionalPrice[]) {
    const { rates, units } = made(each)
    if (constraint === undefined) now = { rates, units, since: undefined }
    else if ('start_time' in constraint) {
      const price = inOut(rates)
      hours.set(price, [
        ...(hours.get(price) ?? []),
        `${constraint.start_time.slice(0, 5)}–${constraint.end_time.slice(0, 5)}`,
      ])
    } else if (constraint.start_date <= today) now = { rates, units, since: constraint.start_date }
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
    // a text that ends in a hyphen is the beginning of ids, and none
    kind === 'regex' ? [] : typeof value === 'string' ? [value.replace(/-(20\d\d-)?$/, '')] : matchStrings(value),
  )
}

/** Match texts that are ids of the API as they stand, but for the version at their end. */
const writtenForm = /^((us|eu|apac|jp|au|in|us-gov|global)\.)?(anthropic|openai)\./

const withVersions = (id: string) => (id.endsWith('-v1') ? [id.slice(0, -3), id, `${id}:0`] : [id])

function idsOf(provider: Provider, model: ModelInfo, known: readonly string[]): string[] {
  const strings = matchStrings(model.match)
  if (provider !== 'bedrock') return [...new Set([model.id.replace(/-$/, ''), ...strings])]
  const plain = model.id.replace(/^regional\./, '')
  const exact = strings.filter((text) => known.includes(text) || writtenForm.test(text)).flatMap(withVersions)
  return [...new Set([...bedrockIds(model.id, JSON.stringify(model.match), known), ...exact, plain])]
}

/** Fireworks' ids are paths, and Bedrock's list has ids of its own: the one the API takes is wanted. */
function ownId(provider: Provider, model: ModelInfo, ids: readonly string[]): string {
  if (provider === 'fireworks') return ids.find((id) => id.startsWith('accounts/')) ?? model.id
  if (provider === 'bedrock') return ids.find((id) => !/^(us|eu|apac|jp|au)\./.test(id)) ?? ids[0]!
  return model.id.replace(/-$/, '')
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

/** What the other list says, where it gives none of the row's ids this price. */
function disagreement(current: Current, theirs: readonly LiteLlmEntry[]): string | undefined {
  const rates = theirs.map(ratesOf).filter((each) => each.input !== undefined)
  return rates.length === 0 || rates.some((each) => sameBase(each, current.rates)) ? undefined : inOut(rates[0]!)
}

/** Two lists' prices by the unit: the first one's, by size and quality where only the other has them, and what is not the same. */
function bothUnits(ours: readonly UnitCells[], theirs: readonly UnitCells[], asOf: string): UnitCells[] {
  const own = ours.flatMap((cells): UnitCells[] => {
    const [id, usd, from] = cells
    const other = theirs.filter(([each]) => each === id)
    if (other.length > 1 && other.some(([, each]) => !differs(each, usd))) return other
    const apart = other.length === 1 && differs(other[0]![1], usd)
    return [apart ? [id, usd, from, '', '', `LiteLLM of ${asOf} lists $${other[0]![1]}`] : cells]
  })
  return [...own, ...theirs.filter(([id]) => !ours.some(([each]) => each === id))]
}

/** LiteLLM's figures for one of the row's ids: of those that agree with the row, else of the first. */
function litellmList(current: Current, theirs: readonly LiteLlmEntry[]): OtherList {
  const rates = theirs.map(ratesOf).filter((each) => each.input !== undefined)
  return { from: 1, rates: rates.find((each) => sameBase(each, current.rates)) ?? rates[0] ?? {} }
}

const serviceTiers = ['batch', 'flex', 'priority'] as const

/** Of tokens other than those of text: taken from the other list as they are, where the two agree on text, or both have images. */
const mediaRates = [
  'audio-input',
  'audio-output',
  'audio-cache-read',
  'image-input',
  'image-output',
  'video-output',
  'reasoning-output',
  'citation',
] as const satisfies readonly RateId[]

/** LiteLLM's tiers of service and other tokens for a row of genai-prices: as they are, or as a share where the standard price has moved. */
function addedRates(rates: ModelRow['rates'], entry: LiteLlmEntry, asOf: string): ModelRow['more'] {
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
  if (sameBase(theirs, rates) || rates['image-input'] !== undefined)
    for (const rate of mediaRates) if (theirs[rate] && !rates[rate]) added[rate] = theirs[rate]
  if (Object.keys(added).length === 0) return undefined
  return {
    rates: added,
    from: 1,
    ...(moved ? { weak: `the share of the standard price of ${asOf}, applied to today's` } : {}),
  }
}

interface Given {
  readonly litellm: LiteLlmTable
  readonly genaiDate: string
  readonly litellmDate: string
  /** scripts/tables/model-quotes.tsv */
  readonly quotes: string
  /** ISO date for which prices are wanted. */
  readonly today: string
}

interface Inputs extends Given {
  readonly lists: Quotes
  readonly sources: ModelTable['sources']
}

function rowOf(
  provider: Provider,
  model: ModelInfo,
  { entries, variants }: LiteLlmModels,
  inputs: Inputs,
): ModelRow | undefined {
  const stale = outdated[provider] ?? []
  const ids = idsOf(provider, model, [...entries.keys()])
  const current = currentPrices(model.prices, inputs.today)
  if (Object.keys(current.rates).length === 0 && current.units.length === 0) return undefined
  const kept = ids.filter((other) => !stale.includes(other))
  if (kept.length === 0) return undefined
  const written = ownId(provider, model, ids)
  const id = stale.includes(written) ? kept[0]! : written
  const dated = [...entries.keys()].filter((other) => kept.includes(undated(other) ?? ''))
  const theirs = [id, ...kept, ...dated].map((each) => entries.get(each)).filter((each) => each !== undefined)
  const entry = theirs[0]
  const isFormer = (asOf: string) => current.since !== undefined && current.since > asOf
  const mixed = mixesModalities(id)
  const other = mixed && !isFormer(inputs.litellmDate) ? disagreement(current, theirs) : undefined
  const lists = [litellmList(current, theirs), ...inputs.lists.of(provider, id)].filter(
    ({ from, rates }) => !isFormer(inputs.sources[from]!.asOf) && !current.note?.includes(inOut(rates)),
  )
  const others = mixed ? [] : othersOf({ rates: current.rates, from: 0 }, lists, inputs.sources)
  const weak = [current.note, other && `LiteLLM of ${inputs.litellmDate} lists ${other}`].filter(Boolean).join('; ')
  const limits = Object.assign({}, ...theirs.map(limitsOf).reverse()) as ReturnType<typeof limitsOf>
  const retired = (entries.has(id) ? limitsOf(entries.get(id)!) : limits).retired
  const context = model.context_window ?? limits.context
  const also = kept.filter((each) => each !== id)
  const more = entry && addedRates(current.rates, entry, inputs.litellmDate)
  const mode = modeOf(id, entry)
  const listed = entry ? unitsOfEntry(provider, id, entry, variants.get(id) ?? [], 1) : []
  const units = bothUnits(current.units, listed, inputs.litellmDate)
  return {
    id,
    ...(provider === 'bedrock' ? { listed: model.id } : {}),
    ...(mode === 'chat' ? {} : { mode }),
    ...(units.length > 0 ? { units } : {}),
    ...(model.name && model.name !== id ? { name: model.name } : {}),
    ...(also.length > 0 ? { also } : {}),
    rates: current.rates,
    from: 0,
    ...(weak ? { weak } : {}),
    ...(more ? { more } : {}),
    ...(others.length > 0 ? { others } : {}),
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

/** On Bedrock each id is a price: LiteLLM's word on one is not its word on the others, so ids it sees apart are rows of their own. */
function perProfile(provider: Provider, row: ModelRow, litellm: LiteLlmModels['entries'], inputs: Inputs): ModelRow[] {
  if (provider !== 'bedrock') return [row]
  const groups = new Map<string, { readonly ids: string[]; readonly others: ModelRow['others'] }>()
  for (const id of [row.id, ...(row.also ?? [])]) {
    const entry = litellm.get(id)
    const lists = [...(entry ? [{ from: 1, rates: ratesOf(entry) }] : []), ...inputs.lists.of(provider, id)]
    const others = mixesModalities(id) ? [] : othersOf(row, lists, inputs.sources)
    const key = JSON.stringify(others)
    const group = groups.get(key) ?? { ids: [], others }
    groups.set(key, group)
    group.ids.push(id)
  }
  const { also: _, others: __, ...rest } = row
  return [...groups.values()].map(({ ids: [id, ...also], others }) => ({
    ...rest,
    id: id!,
    ...(also.length > 0 ? { also } : {}),
    ...(others && others.length > 0 ? { others } : {}),
  }))
}

function rowsOf(provider: Provider, models: readonly ModelInfo[], litellm: LiteLlmModels, inputs: Inputs): ModelRow[] {
  const { entries, variants } = litellm
  const rows = models
    .map((model) => rowOf(provider, model, litellm, inputs))
    .filter((row) => row !== undefined)
    .map((row) => withoutOthersPrices(provider, row, entries))
    .flatMap((row) => perProfile(provider, row, entries, inputs))
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
  const isDisputed = ({ weak, others }: ModelRow) => weak !== undefined || others?.some(({ rates }) => rates.input)
  const datedForm = (id: string, entry: LiteLlmEntry) => {
    const row = owner.get((undated(id) ?? '').toLowerCase())
    return row !== undefined && (isDisputed(row) || sameBase(row.rates, ratesOf(entry)))
  }
  const added = [...entries].flatMap(([id, entry]): ModelRow[] => {
    if (owner.has(id.toLowerCase()) || datedForm(id, entry)) return []
    const units = unitsOfEntry(provider, id, entry, variants.get(id) ?? [], 1)
    if (!pricedByToken(id, entry) && units.every(([unit]) => unit === 'web-search')) return []
    const mode = modeOf(id, entry)
    const row = { rates: ratesOf(entry), from: 1 }
    const others = othersOf(row, inputs.lists.of(provider, id), inputs.sources)
    return [
      {
        id,
        ...(mode === 'chat' ? {} : { mode }),
        ...(units.length > 0 ? { units } : {}),
        ...row,
        ...(others.length > 0 ? { others } : {}),
        ...limitsOf(entry),
      },
    ]
  })
  return [...settled, ...added]
}

export async function encodeModels(given: Given): Promise<ModelTable> {
  const main = [
    { source: 'genai-prices', asOf: given.genaiDate },
    { source: 'LiteLLM', asOf: given.litellmDate },
  ]
  const lists = readQuotes(given.quotes, main.length)
  const inputs: Inputs = { ...given, lists, sources: [...main, ...lists.sources] }
  const list = await waitForUpdate()
  if (list === null) throw new Error('genai-prices has no data')
  const litellm = modelsByProvider(inputs.litellm)
  const providers: Partial<Record<Provider, readonly ModelRow[]>> = {}
  for (const [provider, id] of Object.entries(sellers) as [Provider, string][]) {
    const seller = list.find((each) => each.id === id)
    if (seller === undefined) throw new Error(`genai-prices has no provider ${id}`)
    const models = seller.models.filter((model) => !(provider === 'google' && model.id.startsWith('claude-')))
    providers[provider] = rowsOf(provider, models, litellm(provider), inputs)
  }
  for (const provider of onlyLiteLlm) providers[provider] = rowsOf(provider, [], litellm(provider), inputs)
  return withLimits(withTables({ schema: 1, sources: inputs.sources, providers }, modelUnits()))
}
