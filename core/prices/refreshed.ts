// What one refresh of one source leaves behind: a small table that is laid over the bundled snapshot.
import type { Cloud, Provider } from '../types.ts'
import type { ModelRow } from './models.ts'
import type { PriceRow, PriceSource } from './source.ts'

/** One file of the cache: a whole source, or one region of it. */
export interface RefreshedTable {
  readonly schema: 1
  /** Id of the source. */
  readonly source: string
  /** Shown beside each price. */
  readonly name: string
  /** Empty where the source is not read by region. */
  readonly region: string
  /** ISO date of the list: its own where it has one, else the day the server sent it. */
  readonly asOf: string
  /** ISO instant at which the source was last asked. */
  readonly checked: string
  /** What the server calls this version of the list. */
  readonly etag?: string
  readonly weak?: string
  /** `aws/us-east-1/on-demand` → type → USD per hour. */
  readonly instances: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** `aws/us-east-1/spot-share` → type → spot price as a share of the on-demand price. */
  readonly spotShares: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** `aws/us-east-1/spot-share` → type → index of the band of interruptions; no price, and not compared as one. */
  readonly interruptions?: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly models: Readonly<Partial<Record<Provider, readonly ModelRow[]>>>
}

export const instanceKey = (cloud: Cloud, region: string, purchase: string) => `${cloud}/${region}/${purchase}`
export const shareKey = (cloud: Cloud, region: string) => `${cloud}/${region}/spot-share`

type Head = Pick<RefreshedTable, 'region' | 'asOf' | 'checked' | 'etag'>

/** The rows as a table. Two rows that give one key two prices give it none; how many did is told. */
export function tableOf(source: PriceSource, head: Head, rows: readonly PriceRow[]) {
  const groups = { instance: new Map<string, Map<string, number>>(), share: new Map<string, Map<string, number>>() }
  const interruptions: Record<string, Record<string, number>> = {}
  const models = new Map<Provider, Map<string, ModelRow>>()
  const disputed = new Set<string>()

  function put(into: Map<string, Map<string, number>>, group: string, type: string, value: number): void {
    const types = into.get(group) ?? new Map<string, number>()
    into.set(group, types)
    const there = types.get(type)
    if (there !== undefined && there !== value) disputed.add(`${group}/${type}`)
    types.set(type, value)
  }

  for (const row of rows) {
    if (row.is === 'instance') put(groups.instance, instanceKey(row.cloud, row.region, row.purchase), row.type, row.usd)
    else if (row.is === 'spot-share') {
      const key = shareKey(row.cloud, row.region)
      put(groups.share, key, row.type, row.share)
      if (row.interruption !== undefined) {
        interruptions[key] ??= {}
        interruptions[key][row.type] = row.interruption
      }
    } else {
      const { is: _, provider, ...model } = row
      const sold = models.get(provider) ?? new Map<string, ModelRow>()
      models.set(provider, sold)
      // The first of two rows with one id, as the list's own reader takes it.
      if (!sold.has(row.id)) sold.set(row.id, { ...model, from: 0 })
    }
  }

  const settled = (into: Map<string, Map<string, number>>) =>
    Object.fromEntries(
      [...into].map(([group, types]) => [
        group,
        Object.fromEntries([...types].filter(([type]) => !disputed.has(`${group}/${type}`))),
      ]),
    )
  const table: RefreshedTable = {
    schema: 1,
    source: source.id,
    name: source.name,
    ...head,
    ...(source.weak === undefined ? {} : { weak: source.weak }),
    instances: settled(groups.instance),
    spotShares: settled(groups.share),
    ...(Object.keys(interruptions).length === 0 ? {} : { interruptions }),
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
  for (const groups of [table.instances, table.spotShares]) {
    for (const [group, types] of Object.entries(groups))
      for (const [type, value] of Object.entries(types)) all.set(`${group}/${type}`, value)
  }
  for (const [provider, sold] of Object.entries(table.models)) {
    for (const model of sold ?? []) {
      for (const [rate, cells] of Object.entries(model.rates))
        all.set(`${provider}/${model.id}/${rate}`, typeof cells === 'number' ? cells : cells[0]!)
    }
  }
  return all
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const date = /^\d{4}-\d\d-\d\d$/

/** A file of the cache, parsed; undefined where it is not one that this version wrote. */
export function asTable(json: unknown): RefreshedTable | undefined {
  if (!isRecord(json) || json.schema !== 1) return undefined
  const texts = [json.source, json.name, json.region, json.asOf, json.checked].every((text) => typeof text === 'string')
  if (!texts || !date.test(json.asOf as string)) return undefined
  const groups = [json.instances, json.spotShares].every(
    (all) => isRecord(all) && Object.values(all).every((types) => isRecord(types) && onlyPrices(types)),
  )
  const bands = json.interruptions === undefined || isRecord(json.interruptions)
  const models = isRecord(json.models) && Object.values(json.models).every((sold) => Array.isArray(sold))
  return groups && bands && models ? (json as unknown as RefreshedTable) : undefined
}

const onlyPrices = (types: Record<string, unknown>) =>
  Object.values(types).every((value) => typeof value === 'number' && value > 0)
