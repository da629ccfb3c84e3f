// Finds a model's row in the price list and makes a `ModelPrice` of it. The list is `snapshot/models.jsonl`, written by
// scripts/encode-models.ts.
import type { Price, Provider, Quote } from '../types.ts'
import type { Mode, ModelPrice, Rate, RateId, UnitId, UnitPrice } from './book.ts'
import { cacheRules, ratioRules } from './levers.ts'
import { longestAnswerOf } from './longest-answers.ts'
import { bare, tunedBase, undated } from './model-id.ts'
import { changed, rangedLike, withQuotes } from './range.ts'
import { retirementOf } from './retirements.ts'
import { madeBy, routed } from './routers.ts'
import { unitsOf } from './units.ts'

/** USD per million tokens: the price, then pairs of (above so many input tokens, price of the whole request). */
export type Cells = number | readonly number[]

/**
 * A price by the unit: USD for as many units as `unitsOf` says, index into `ModelTable.sources`, size, quality, why it deserves less
 * trust. Empty where there is none.
 */
export type UnitCells = readonly [id: UnitId, usd: number, from: number, size?: string, quality?: string, weak?: string]

export interface ModelRow {
  readonly id: string
  readonly name?: string
  /** Other ids of the same model at the same price. */
  readonly also?: readonly string[]
  /** What the price list calls it, where that is no id the API takes: `regional.anthropic.…` on Bedrock. */
  readonly listed?: string
  /** `chat` where it is not given. */
  readonly mode?: Mode
  readonly rates: Readonly<Partial<Record<RateId, Cells>>>
  readonly units?: readonly UnitCells[]
  /** Index into `ModelTable.sources`. */
  readonly from: number
  readonly weak?: string
  /** Rates that another source adds. */
  readonly more?: { readonly rates: ModelRow['rates']; readonly from: number; readonly weak?: string }
  /** What other lists give for the same rates, where it is not the same. */
  readonly others?: readonly { readonly rates: ModelRow['rates']; readonly from: number }[]
  readonly context?: number
  readonly maxOutput?: number
  /** What another list gives, where it is less. */
  readonly maxOutputElsewhere?: number
  readonly minCacheable?: number
  readonly retired?: string | true
}

export interface ModelTable {
  readonly schema: 1
  readonly sources: readonly { readonly source: string; readonly asOf: string }[]
  readonly providers: Readonly<Partial<Record<Provider, readonly ModelRow[]>>>
}

const perMillion = 1_000_000

/** `input token`, `output audio token`. */
function unitOf(rate: RateId): string {
  if (rate === 'citation') return 'citation token'
  if (rate === 'reasoning-output') return 'reasoning token'
  const side = rate.endsWith('output') ? 'output' : 'input'
  const kind = /^(audio|image|video)-/.exec(rate)?.[1]
  return kind === undefined ? `${side} token` : `${side} ${kind} token`
}

/** @param at the place of the price in the cells, where another list's of the same tier stands too */
function rateOf(cells: Cells, toPrice: (usd: number, at: number) => Price): Rate {
  const [usd, ...steps] = typeof cells === 'number' ? [cells] : cells
  const tiers = []
  for (let i = 0; i < steps.length; i += 2) tiers.push({ above: steps[i]!, price: toPrice(steps[i + 1]!, i + 2) })
  return { price: toPrice(usd!, 0), tiers }
}

function scaled(rate: Rate, ratio: number, source: string, asOf: string): Rate {
  const scale = (price: Price): Price => ({ ...changed(price, (usd) => usd * ratio), source, asOf })
  return { price: scale(rate.price), tiers: rate.tiers.map((tier) => ({ ...tier, price: scale(tier.price) })) }
}

type Rates = Partial<Record<RateId, Rate>>

/** Tiers of two lists are the same where they begin within a hundredth: one says 271,999 tokens, the other 272,000. */
const sameTier = (a: number, b: number) => Math.abs(a - b) <= a / 100

/** What the others give for the price at this place of these cells. */
function quotesOf(table: ModelTable, others: ModelRow['others'], rate: RateId, cells: Cells, at: number): Quote[] {
  return (others ?? []).flatMap(({ rates, from }) => {
    const theirs = rates[rate]
    const usd =
      theirs === undefined ? undefined : pricePlaced(theirs, at === 0 ? 0 : (cells as readonly number[])[at - 1]!)
    return usd === undefined ? [] : [{ usd, ...table.sources[from]! }]
  })
}

/** @param above tokens from which the tier is billed; 0 for the standard price */
function pricePlaced(cells: Cells, above: number): number | undefined {
  const [usd, ...steps] = typeof cells === 'number' ? [cells] : cells
  if (above === 0) return usd
  const tier = steps.findIndex((step, i) => i % 2 === 0 && sameTier(step, above))
  return tier < 0 ? undefined : steps[tier + 1]
}

function listed(table: ModelTable, part: Pick<ModelRow, 'rates' | 'from' | 'weak' | 'others'>, sku: string): Rates {
  const { source, asOf } = table.sources[part.from]!
  const entries = Object.entries(part.rates) as [RateId, Cells][]
  return Object.fromEntries(
    entries.map(([rate, cells]) => {
      const price = (usd: number, at: number): Price => {
        const own: Price = {
          usd,
          per: perMillion,
          unit: unitOf(rate),
          sku,
          region: undefined,
          source,
          asOf,
          ...(part.weak === undefined ? {} : { weak: part.weak }),
        }
        return withQuotes(own, quotesOf(table, part.others, rate, cells, at))
      }
      return [rate, rateOf(cells, price)]
    }),
  )
}

/** Tiers of service are a share of the standard price, and as uncertain as that. */
function withStandardRanges(rates: Rates): Rates {
  const all: Rates = { ...rates }
  for (const [id, rate] of Object.entries(rates) as [RateId, Rate][]) {
    const standard = /^(batch|flex|priority)-/.test(id) ? rates[id.slice(id.indexOf('-') + 1) as RateId] : undefined
    if (standard) all[id] = { ...rate, price: rangedLike(rate.price, standard.price) }
  }
  return all
}

/** Adds the rates the provider gives as a share of others; a listed rate stays. */
function withRules(provider: Provider, id: string, rates: Rates): Rates {
  const all: Rates = { ...rates }
  for (const rule of ratioRules) {
    if (rule.provider !== provider || !rule.models.test(id)) continue
    for (const [rate, of, ratio] of rule.rates) {
      const base = rates[of]
      if (base !== undefined) all[rate] ??= scaled(base, ratio, rule.source, rule.asOf)
    }
  }
  return all
}

function unitPrice(table: ModelTable, cells: UnitCells, sku: string): UnitPrice {
  const [id, usd, from, size, quality, weak] = cells
  const { source, asOf } = table.sources[from]!
  return {
    id,
    price: { usd, ...unitsOf[id], sku, region: undefined, source, asOf, ...(weak ? { weak } : {}) },
    ...(size ? { size } : {}),
    ...(quality ? { quality } : {}),
  }
}

function modelPrice(table: ModelTable, provider: Provider, row: ModelRow, id: string): ModelPrice {
  const maxOutput = longestAnswerOf(provider, id, row.maxOutput)
  const own = { ...(row.more ? listed(table, row.more, id) : {}), ...listed(table, row, id) }
  const rates = withRules(provider, id, withStandardRanges(own))
  const cache = cacheRules.find((rule) => rule.provider === provider && rule.models.test(id))
  return {
    provider,
    id,
    name: row.name ?? id,
    mode: row.mode ?? 'chat',
    rates,
    units: (row.units ?? []).map((cells) => unitPrice(table, cells, id)),
    context: row.context,
    maxOutput,
    ...(row.maxOutputElsewhere === undefined || maxOutput !== row.maxOutput
      ? {}
      : { maxOutputElsewhere: row.maxOutputElsewhere }),
    minCacheable: row.minCacheable ?? (rates['cache-read'] ? cache?.minimum : undefined),
    cacheNeedsMark: cache?.needsMark ?? false,
    retired: retirementOf(provider, id, row.retired),
    ...(row.listed === undefined ? {} : { listed: row.listed }),
  }
}

export interface Models {
  find(provider: Provider, model: string): ModelPrice | undefined
  /** Every model of a provider under its own id; on Bedrock under each of its ids, since each is a price. */
  all(provider: Provider): readonly ModelPrice[]
  /** The same of every provider of the list. */
  every(): readonly ModelPrice[]
}

/** On Bedrock the profile in front of the id (`us.`, `global.`) decides the price and must survive in a fix. */
const keepsWrittenId = (provider: Provider) => provider === 'bedrock'

export function readModels(table: ModelTable): Models {
  const byProvider = new Map<Provider, ReadonlyMap<string, ModelRow>>()
  const rowsOf = (provider: Provider) => {
    const there = byProvider.get(provider)
    if (there) return there
    const rows = new Map<string, ModelRow>()
    const list = table.providers[provider] ?? []
    for (const row of list) for (const id of row.also ?? []) rows.set(id.toLowerCase(), row)
    for (const row of list) rows.set(row.id.toLowerCase(), row)
    byProvider.set(provider, rows)
    return rows
  }
  const found = new Map<string, ModelPrice | undefined>()
  const everything = new Map<Provider, readonly ModelPrice[]>()

  function search(provider: Provider, model: string): ModelPrice | undefined {
    const rows = rowsOf(provider)
    const written = bare(model.trim())
    const key = written.toLowerCase()
    const exact = rows.get(key)
    if (exact) return priceOf(provider, exact, keepsWrittenId(provider) ? written : exact.id)
    const tuned = provider === 'openai' ? tunedBase(key) : undefined
    if (tuned !== undefined) return search(provider, tuned)
    const without = undated(key)
    const dated = without === undefined ? undefined : rows.get(without)
    return dated && priceOf(provider, dated, dated.id)
  }

  /** Lists give the whole context for the longest answer of some models of OpenRouter; their makers know it. */
  function priceOf(provider: Provider, row: ModelRow, id: string): ModelPrice {
    const price = modelPrice(table, provider, row, id)
    const made = provider === 'openrouter' && row.maxOutput !== undefined ? madeBy(id) : undefined
    const maker = made && search(made.provider, made.model)
    if (maker?.maxOutput === undefined || maker.maxOutput > row.maxOutput!) return price
    const { maxOutputElsewhere, ...rest } = price
    const { maxOutput, maxOutputElsewhere: least = maxOutput } = maker
    return { ...rest, maxOutput, ...(least < maxOutput ? { maxOutputElsewhere: least } : {}) }
  }

  function all(provider: Provider): readonly ModelPrice[] {
    const there = everything.get(provider)
    if (there) return there
    const models = (table.providers[provider] ?? []).flatMap((row) => {
      const ids = keepsWrittenId(provider) ? [row.id, ...(row.also ?? [])] : [row.id]
      return ids.map((id) => priceOf(provider, row, id))
    })
    everything.set(provider, models)
    return models
  }

  return {
    find(provider, model) {
      const key = `${provider}/${model}`
      if (!found.has(key)) {
        const at = routed(provider, model)
        found.set(key, at && search(at.provider, at.model))
      }
      return found.get(key)
    },
    all,
    every: () => (Object.keys(table.providers) as Provider[]).flatMap(all),
  }
}
