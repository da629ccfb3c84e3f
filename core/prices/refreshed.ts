// What one refresh of one source leaves behind: a small table that is laid over the bundled snapshot.
import { isRecord } from '../record.ts'
import type { Cloud, Provider } from '../types.ts'
import type { ModelRow } from './models.ts'
import type { OfferRow, PriceRow, PriceSource, StoragePart } from './source.ts'

type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>
export type Offer = Omit<OfferRow, 'is'>

/** One file of the cache: a whole source, or one region or part of it. */
export interface RefreshedTable {
  readonly schema: 1
  /** Id of the source. */
  readonly source: string
  /** Shown beside each price. */
  readonly name: string
  /** Or the part; empty where the source is read whole. */
  readonly region: string
  /** ISO date of the list: its own where it has one, else the day the server sent it. */
  readonly asOf: string
  /** ISO instant at which the source was last asked. */
  readonly checked: string
  /** What the server calls this version of the list. */
  readonly etag?: string
  readonly weak?: string
  /** `aws/us-east-1/on-demand` → type → USD per hour. */
  readonly instances: Figures
  /** `aws/us-east-1/spot-share` → type → spot price as a share of the on-demand price. */
  readonly spotShares: Figures
  /** `aws/us-east-1/spot-share` → type → index of the band of interruptions; no price, and not compared as one. */
  readonly interruptions?: Figures
  /** `aws/us-east-1/s3/put` → class, in small letters → USD, see `StorageRow`. */
  readonly storage?: Figures
  /** `aws/us-east-1/ebs/IOPS-month/1` → item, in small letters → USD for so many units. */
  readonly services?: Figures
  /** `sagemaker/us-east-1` → type → USD per hour. */
  readonly hosting?: Figures
  readonly offers?: readonly Offer[]
  readonly models: Readonly<Partial<Record<Provider, readonly ModelRow[]>>>
}

export const instanceKey = (cloud: Cloud, region: string, purchase: string) => `${cloud}/${region}/${purchase}`
export const shareKey = (cloud: Cloud, region: string) => `${cloud}/${region}/spot-share`

export const storageKey = (cloud: string, region: string, service: string, part: StoragePart) =>
  `${cloud}/${region}/${service.toLowerCase()}/${part}`
/** Up to where the unit stands. */
export const serviceKey = (cloud: string, region: string, service: string) =>
  `${cloud}/${region}/${service.toLowerCase()}/`
export const hostingKey = (service: string, region: string) => `${service}/${region}`
const offerKey = ({ provider, region, purchase }: Offer) => `gpu/${provider}/${region}/${purchase}`

type Head = Pick<RefreshedTable, 'region' | 'asOf' | 'checked' | 'etag'>

const kinds = ['instances', 'spotShares', 'storage', 'services', 'hosting', 'offers'] as const

/** Where a row's price is kept; undefined for models. */
function placeOf(
  row: PriceRow,
): readonly [kind: (typeof kinds)[number], group: string, name: string, value: number] | undefined {
  switch (row.is) {
    case 'instance':
      return ['instances', instanceKey(row.cloud, row.region, row.purchase), row.type, row.usd]
    case 'spot-share':
      return ['spotShares', shareKey(row.cloud, row.region), row.type, row.share]
    case 'storage':
      return ['storage', storageKey(row.cloud, row.region, row.service, row.part), row.class.toLowerCase(), row.usd]
    case 'service': {
      const group = `${serviceKey(row.cloud, row.region, row.service)}${row.unit}/${row.per}`
      return ['services', group, row.item.toLowerCase(), row.usd]
    }
    case 'hosting':
      return ['hosting', hostingKey(row.service, row.region), row.type, row.usd]
    case 'offer':
      return ['offers', offerKey(row), row.type, row.usd]
    case 'model':
      return undefined
  }
}

/** The rows as a table. Two rows that give one key two prices give it none; how many did is told. */
export function tableOf(source: PriceSource, head: Head, rows: readonly PriceRow[]) {
  const groups = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, Map<string, number>>()]))
  const interruptions: Record<string, Record<string, number>> = {}
  const models = new Map<Provider, Map<string, ModelRow>>()
  const offers = new Map<string, Offer>()
  const disputed = new Set<string>()

  for (const row of rows) {
    const place = placeOf(row)
    if (place !== undefined) {
      const [kind, group, name, value] = place
      const types = groups[kind]!.get(group) ?? new Map<string, number>()
      groups[kind]!.set(group, types)
      const there = types.get(name)
      if (there !== undefined && there !== value) disputed.add(`${kind}/${group}/${name}`)
      types.set(name, value)
    }
    if (row.is === 'offer') {
      const { is: _, ...offer } = row
      offers.set(`offers/${offerKey(row)}/${row.type}`, offer)
    } else if (row.is === 'spot-share' && row.interruption !== undefined) {
      const key = shareKey(row.cloud, row.region)
      interruptions[key] ??= {}
      interruptions[key][row.type] = row.interruption
    } else if (row.is === 'model') {
      const { is: _, provider, ...model } = row
      const sold = models.get(provider) ?? new Map<string, ModelRow>()
      models.set(provider, sold)
      // The first of two rows with one id, as the list's own reader takes it.
      if (!sold.has(row.id)) sold.set(row.id, { ...model, from: 0 })
    }
  }

  const settled = (kind: (typeof kinds)[number]): Figures =>
    Object.fromEntries(
      [...groups[kind]!].map(([group, types]) => [
        group,
        Object.fromEntries([...types].filter(([name]) => !disputed.has(`${kind}/${group}/${name}`))),
      ]),
    )
  const where = <K extends 'storage' | 'services' | 'hosting'>(kind: K) =>
    groups[kind]!.size === 0 ? {} : { [kind]: settled(kind) }
  const table: RefreshedTable = {
    schema: 1,
    source: source.id,
    name: source.name,
    ...head,
    ...(source.weak === undefined ? {} : { weak: source.weak }),
    instances: settled('instances'),
    spotShares: settled('spotShares'),
    ...(Object.keys(interruptions).length === 0 ? {} : { interruptions }),
    ...where('storage'),
    ...where('services'),
    ...where('hosting'),
    ...(offers.size === 0
      ? {}
      : { offers: [...offers].filter(([key]) => !disputed.has(key)).map(([, offer]) => offer) }),
    models: Object.fromEntries([...models].map(([provider, sold]) => [provider, [...sold.values()]])),
  }
  return { table, disputed: disputed.size }
}

/** How many prices a table holds. */
export function pricesIn(table: RefreshedTable): number {
  return figures(table).size
}

/** Every price of a table by a key of its own, for comparing two of them. */
export function figures(table: RefreshedTable): ReadonlyMap<string, number> {
  const all = new Map<string, number>()
  const { instances, spotShares, storage = {}, services = {}, hosting = {}, offers = [] } = table
  for (const groups of [instances, spotShares, storage, services, hosting]) {
    for (const [group, types] of Object.entries(groups))
      for (const [type, value] of Object.entries(types)) all.set(`${group}/${type}`, value)
  }
  for (const offer of offers) all.set(`${offerKey(offer)}/${offer.type}`, offer.usd)
  for (const [provider, sold] of Object.entries(table.models)) {
    for (const model of sold ?? []) {
      for (const [rate, cells] of Object.entries(model.rates))
        all.set(`${provider}/${model.id}/${rate}`, typeof cells === 'number' ? cells : cells[0]!)
      for (const [unit, usd] of model.units ?? []) all.set(`${provider}/${model.id}/${unit}`, usd)
    }
  }
  return all
}

const date = /^\d{4}-\d\d-\d\d$/

/** A file of the cache, parsed; undefined where it is not one that this version wrote. */
export function asTable(json: unknown): RefreshedTable | undefined {
  if (!isRecord(json) || json.schema !== 1) return undefined
  const texts = [json.source, json.name, json.region, json.asOf, json.checked].every((text) => typeof text === 'string')
  if (!texts || !date.test(json.asOf as string)) return undefined
  const { storage = {}, services = {}, hosting = {}, offers = [] } = json
  const groups = [json.instances, json.spotShares, storage, services, hosting].every(
    (all) => isRecord(all) && Object.values(all).every((types) => isRecord(types) && onlyPrices(types)),
  )
  const sold = Array.isArray(offers) && offers.every((offer) => isRecord(offer) && onlyPrices({ usd: offer.usd }))
  const bands = json.interruptions === undefined || isRecord(json.interruptions)
  const models = isRecord(json.models) && Object.values(json.models).every((rows) => Array.isArray(rows))
  return groups && sold && bands && models ? (json as unknown as RefreshedTable) : undefined
}

const onlyPrices = (types: Record<string, unknown>) =>
  Object.values(types).every((value) => typeof value === 'number' && value > 0)
