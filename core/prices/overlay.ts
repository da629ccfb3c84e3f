// Lays refreshed prices over the bundled ones: for exactly the same thing only, and never an older price over a newer.
import type { Cloud, Price, Provider, Purchase } from '../types.ts'
import type { Interruption, ModelPrice, PriceBook, Rate, RateId, UnitId } from './book.ts'
import { interruptionBands } from './interruption.ts'
import { type Models, readModels } from './models.ts'
import { refreshedCloud } from './overlay-cloud.ts'
import { changed, withQuotes } from './range.ts'
import { instanceKey, type RefreshedTable, shareKey } from './refreshed.ts'
import { routed } from './routers.ts'
import { onlyVotes, votes } from './votes.ts'

type Rates = ModelPrice['rates']

/** How far a spot price may be from the average of the last month, in either direction. */
const mostOff = 1.5

/** Of two of one day, first the one that has prices rather than shares of prices. */
const newestFirst = (a: RefreshedTable, b: RefreshedTable) =>
  a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : Number(isShares(a)) - Number(isShares(b))
const isShares = (table: RefreshedTable) => Object.keys(table.spotShares).length > 0

function hourly(table: RefreshedTable, type: string, region: string, usd: number, weak?: string): Price {
  const { name: source, asOf } = table
  return { usd, per: 1, unit: 'hour', sku: type, region, source, asOf, ...(weak === undefined ? {} : { weak }) }
}

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined

/** Standard rates, and those that are a share of them. */
const sideOf = (rate: RateId): 'input' | 'output' => (rate.endsWith('output') ? 'output' : 'input')

/**
 * The refreshed rates, and of the others those the list does not carry (batch, flex, priority): as they are where the standard price
 * has not moved, else the same share of the new one.
 */
function merged(old: Rates, fresh: Rates): Rates {
  const all: Partial<Record<RateId, Rate>> = { ...fresh }
  for (const [rate, theirs] of Object.entries(old) as [RateId, Rate][]) {
    if (all[rate] !== undefined) {
      all[rate] = stillRanged(theirs, all[rate])
      continue
    }
    const [before, now] = [old[sideOf(rate)]?.price, fresh[sideOf(rate)]?.price]
    if (before === undefined || now === undefined || before.usd === 0) continue
    const ratio = now.usd / before.usd
    all[rate] = Math.abs(ratio - 1) < 0.0005 ? theirs : sharesOf(theirs, ratio, now.asOf)
  }
  return all
}

/** A price that has not moved is still one on which other lists differ. */
function stillRanged(old: Rate, fresh: Rate): Rate {
  const { range, usd } = old.price
  if (range === undefined || Math.abs(fresh.price.usd / usd - 1) > 0.0005) return fresh
  return { ...fresh, price: withQuotes(fresh.price, [range.low, range.high]) }
}

function sharesOf(rate: Rate, ratio: number, asOf: string): Rate {
  const scale = (price: Price): Price => ({
    ...changed(price, (usd) => usd * ratio),
    weak: `the share of the standard price of ${price.asOf}, applied to that of ${asOf}`,
  })
  return { price: scale(rate.price), tiers: rate.tiers.map((tier) => ({ ...tier, price: scale(tier.price) })) }
}

/** The newest of several lists that know the model, under the id the bundled one knows it by or the very id asked for. */
function freshModel(lists: readonly Models[], provider: Provider, model: string, old: ModelPrice | undefined) {
  const asked = (routed(provider, model)?.model ?? model).toLowerCase()
  for (const list of lists) {
    const found = list.find(provider, old?.listed ?? model) ?? list.find(provider, model)
    if (found && old?.listed !== undefined && found.id === old.listed) return named(found, old.id)
    if (found && (old === undefined || found.id === old.id || found.id.toLowerCase() === asked)) return found
  }
  return undefined
}

/** A price the list has under a name of its own, under the id the API takes. */
function named(model: ModelPrice, id: string): ModelPrice {
  const rates = Object.entries(model.rates).map(([rate, { price, tiers }]) => [
    rate,
    { price: { ...price, sku: id }, tiers: tiers.map((tier) => ({ ...tier, price: { ...tier.price, sku: id } })) },
  ])
  return { ...model, id, rates: Object.fromEntries(rates) }
}

/** The feed has one price of a unit: where the bundled ones are by size or quality, they stay. */
function mergedUnits(old: ModelPrice['units'], fresh: ModelPrice['units']): ModelPrice['units'] {
  const isVaried = (id: UnitId) => old.some((each) => each.id === id && (each.size ?? each.quality) !== undefined)
  const added = fresh.filter(({ id }) => !isVaried(id))
  return [...old.filter(({ id }) => !added.some((each) => each.id === id)), ...added]
}

const dateOf = (model: ModelPrice) => model.rates.input?.price.asOf ?? ''

function refreshed(old: ModelPrice | undefined, fresh: ModelPrice | undefined): ModelPrice | undefined {
  if (old === undefined || fresh === undefined) return old ?? fresh
  if (dateOf(fresh) < dateOf(old)) return old
  const { rates, context } = fresh
  const units = mergedUnits(old.units, fresh.units)
  return { ...old, id: fresh.id, rates: merged(old.rates, rates), units, context: context ?? old.context }
}

/**
 * @param tables of any order; several of one source are its regions
 * @returns a book that answers from the tables where they are newer than the bundled price, and says so in `source` and `asOf`
 */
export function overlay(book: PriceBook, tables: readonly RefreshedTable[]): PriceBook {
  if (tables.length === 0) return book
  const sorted = tables.filter((table) => !onlyVotes(table)).sort(newestFirst)
  const lists = sorted.map((table) =>
    readModels({
      schema: 1,
      sources: [{ source: table.name, asOf: table.asOf }],
      providers: table.models,
    }),
  )
  const disagree = votes(book, tables)

  /** AWS's spot prices do not say of when they are: the average of the last month, where it is known, speaks for or against one. */
  function doubt(cloud: Cloud, type: string, region: string, purchase: Purchase, usd: number): string | undefined {
    if (purchase !== 'spot') return undefined
    for (const { spotShares, name, asOf } of sorted) {
      const share = own(spotShares[shareKey(cloud, region)], type)
      const full = share === undefined ? undefined : instance(cloud, type, region, 'on-demand')
      if (share === undefined || full === undefined) continue
      const average = Number((full.usd * share).toPrecision(6))
      if (Math.max(usd / average, average / usd) <= mostOff) return undefined
      return `${name} of ${asOf} has an average of $${average} for the last month`
    }
    return undefined
  }

  function instance(cloud: Cloud, type: string, region: string, purchase: Purchase): Price | undefined {
    const old = book.instance(cloud, type, region, purchase)
    const key = instanceKey(cloud, region, purchase)
    for (const table of sorted) {
      if (old !== undefined && table.asOf < old.asOf) break
      const usd = own(table.instances[key], type)
      if (usd !== undefined)
        return hourly(table, type, region, usd, table.weak ?? doubt(cloud, type, region, purchase, usd))
      const share = purchase === 'spot' ? own(table.spotShares[shareKey(cloud, region)], type) : undefined
      const full = share === undefined ? undefined : instance(cloud, type, region, 'on-demand')
      if (share !== undefined && full !== undefined) {
        const usd = Number((full.usd * share).toPrecision(6))
        return hourly(table, type, region, usd, `${table.weak}; the on-demand price is of ${full.asOf}`)
      }
    }
    return old
  }

  function interruption(cloud: Cloud, type: string, region: string): Interruption | undefined {
    const old = book.interruption(cloud, type, region)
    for (const { interruptions, name, asOf } of sorted) {
      const band = interruptionBands[own(own(interruptions, shareKey(cloud, region)), type) ?? -1]
      if (band !== undefined) return old !== undefined && asOf < old.asOf ? old : { band, source: name, asOf }
    }
    return old
  }

  function model(provider: Provider, id: string): ModelPrice | undefined {
    const old = book.model(provider, id)
    const found = refreshed(old, freshModel(lists, provider, id, old))
    return found && disagree(found)
  }

  const names = (cloud: Cloud, part: 'region' | 'type') => {
    const groups = sorted.flatMap((table) => Object.entries(table.instances))
    return groups.flatMap(([group, types]) => {
      const [where, region] = group.split('/')
      if (where !== cloud) return []
      return part === 'region' ? [region!] : Object.keys(types)
    })
  }
  const current = (each: ModelPrice) => model(each.provider, each.id) ?? each
  return {
    ...book,
    ...refreshedCloud(book, sorted),
    asOf: [book.asOf, ...sorted.map((table) => table.asOf)].sort().at(-1)!,
    instance,
    interruption,
    model,
    smaller: (than) => book.smaller(than).map(current),
    types: (cloud) => [...new Set([...book.types(cloud), ...names(cloud, 'type')])],
    regions: (cloud) => [...new Set([...book.regions(cloud), ...names(cloud, 'region')])],
    models: () => {
      const known = book.models().map(current)
      const ids = new Set(known.map((each) => `${each.provider}/${each.id}`))
      const added = sorted.flatMap((table, i) =>
        (Object.keys(table.models) as Provider[]).flatMap((provider) => lists[i]!.all(provider)),
      )
      const isNew = ({ provider, id }: ModelPrice) => !ids.has(`${provider}/${id}`) && !id.startsWith('regional.')
      return [...known, ...added.filter(isNew)]
    },
  }
}
