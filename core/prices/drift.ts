// Whether a refreshed list may replace the one before it. A feed that is broken rarely says so: it gets short, or its prices jump.
import type { Cloud, Price, Purchase } from '../types.ts'
import type { PriceBook } from './book.ts'
import { instanceKey, type RefreshedTable } from './refreshed.ts'
import type { PriceRow, PriceSource, StoragePart } from './source.ts'

/** USD per hour. The dearest single machine on sale in 2026 is below 1,000. */
const dearestHour = 2_000
/** USD per million tokens. The dearest model ever listed took 600. */
const dearestMillion = 2_000
/** USD per GB-month, per GB and per 1,000 requests. The dearest storage of the price book takes 0.50, the dearest requests 0.10. */
const dearestStorage = 20
/** USD for as many units as the price is of. */
const dearestItem = 10_000

/** What no price list may say, in words; undefined where the row is plausible. */
export function absurd(row: PriceRow): string | undefined {
  if (row.is === 'instance') {
    const { type, region, usd } = row
    return usd > 0 && usd <= dearestHour ? undefined : `${type} in ${region} for $${usd} an hour`
  }
  if (row.is === 'spot-share') {
    // AWS promises savings of up to 90 %.
    return row.share >= 0.05 && row.share <= 1 ? undefined : `${row.type} in ${row.region} at a share of ${row.share}`
  }
  if (row.is === 'offer' || row.is === 'hosting') {
    const { type, region, usd } = row
    return usd > 0 && usd <= dearestHour ? undefined : `${type} in ${region} for $${usd} an hour`
  }
  if (row.is === 'storage' || row.is === 'service') {
    const [name, most] = row.is === 'storage' ? [`${row.class} ${row.part}`, dearestStorage] : [row.item, dearestItem]
    return row.usd > 0 && row.usd <= most ? undefined : `${row.service} ${name} in ${row.region} for $${row.usd}`
  }
  for (const [rate, cells] of Object.entries(row.rates)) {
    const bad = (typeof cells === 'number' ? [cells] : cells.filter((_, i) => i === 0 || i % 2 === 0)).find(
      (usd) => !(usd >= 0 && usd <= dearestMillion),
    )
    if (bad !== undefined) return `${row.provider} ${row.id}, ${rate}, for $${bad} per million tokens`
  }
  const unit = row.units?.find(([, usd]) => !(usd >= 0 && usd <= dearestMillion))
  if (unit !== undefined) return `${row.provider} ${row.id}, ${unit[0]}, for $${unit[1]}`
  return undefined
}

const mostLost = 0.2
const mostMoved = 4
/** A spot price is a market's: one may jump, the middle of all of them does not. */
const isMarket = (key: string) => /^((aws|gcp|azure)|gpu\/[^/]+)\/[^/]+\/spot/.test(key)

const factor = (before: number, after: number) => Math.max(before / after, after / before)
const percent = (share: number) => `${Math.round(share * 100)} %`

/**
 * Why the new prices are not to be trusted over the ones before, in words; undefined where they are.
 * Empty `before` says nothing: a source's first reading has nothing to be compared with.
 */
export function drift(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string | undefined {
  const lost = [...before.keys()].filter((key) => !after.has(key)).length
  if (lost > before.size * mostLost) {
    return `it has lost ${percent(lost / before.size)} of the ${before.size} prices known before`
  }
  const market: number[] = []
  for (const [key, usd] of before) {
    const now = after.get(key)
    if (now === undefined || usd === 0 || now === 0) continue
    const moved = factor(usd, now)
    if (isMarket(key)) market.push(moved)
    else if (moved > mostMoved) return `its price of ${key} moved from $${usd} to $${now}`
  }
  const middle = market.sort((a, b) => a - b)[Math.floor(market.length / 2)]
  if (middle !== undefined && middle > mostMoved) return `half of its spot prices moved by more than ${mostMoved} times`
  return undefined
}

/** What the bundled snapshot says of the same things, without the prices it calls weak itself. */
export function bundledFigures(book: PriceBook, source: PriceSource, region: string): ReadonlyMap<string, number> {
  return new Map([...instanceFigures(book, source, region), ...modelFigures(book, source)])
}

function* instanceFigures(book: PriceBook, { covers: { cloud, purchase = [] } }: PriceSource, region: string): Figures {
  if (cloud === undefined) return
  for (const where of region === '' ? book.regions(cloud) : [region])
    for (const how of purchase)
      for (const type of book.types(cloud)) {
        const price = book.instance(cloud, type, where, how)
        if (price && price.weak === undefined) yield [`${instanceKey(cloud, where, how)}/${type}`, price.usd]
      }
}

function* modelFigures(book: PriceBook, { name, covers: { providers = [] } }: PriceSource): Figures {
  for (const model of book.models().filter(({ provider }) => providers.includes(provider)))
    for (const rate of ['input', 'output'] as const) {
      const price = model.rates[rate]?.price
      // Rows another list added are not this one's to lose.
      if (price && price.source === name && price.weak === undefined)
        yield [`${model.provider}/${model.listed ?? model.id}/${rate}`, price.usd]
    }
}

type Figures = Iterable<readonly [key: string, usd: number]>

/**
 * What the bundled snapshot says of the very prices a table has, without those it calls weak itself: of these a first reading tells which
 * moved, not which are gone.
 */
export function bundledLike(book: PriceBook, table: RefreshedTable): ReadonlyMap<string, number> {
  const all = new Map<string, number>()
  const note = (key: string, price: Price | undefined, per = price?.per) => {
    if (price !== undefined && price.weak === undefined && price.per === per) all.set(key, price.usd)
  }
  const each = (groups: RefreshedTable['storage'], visit: (parts: string[], name: string, key: string) => void) => {
    for (const [group, names] of Object.entries(groups ?? {}))
      for (const name of Object.keys(names)) visit(group.split('/'), name, `${group}/${name}`)
  }
  each(table.instances, ([cloud, region, purchase], type, key) =>
    note(key, book.instance(cloud as Cloud, type, region!, purchase as Purchase)),
  )
  each(table.storage, ([cloud, region, service, part], name, key) =>
    note(key, book.storage(cloud as Cloud, service!, name, region!)?.[part as StoragePart]),
  )
  each(table.services, ([cloud, region, service, , per], item, key) =>
    note(key, book.service(cloud as Cloud, service!, item, region!), Number(per)),
  )
  each(table.hosting, ([service, region], type, key) => note(key, book.hosting(service as 'sagemaker', type, region!)))
  return all
}
