// Refreshed storage, services, hosting and GPU offers over the bundled ones.
import { isCloud } from '../cloud-types.ts'
import type { Cloud, Host, Price, Seller } from '../types.ts'
import type { GpuOffer, PriceBook, StoragePrice } from './book.ts'
import { hostingKey, type Offer, type RefreshedTable, serviceKey, storageKey } from './refreshed.ts'
import type { StoragePart } from './source.ts'

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined

function priceOf(table: RefreshedTable, what: Pick<Price, 'usd' | 'per' | 'unit' | 'sku' | 'region'>): Price {
  const { name: source, asOf, weak } = table
  return { ...what, source, asOf, ...(weak === undefined ? {} : { weak }) }
}

const units: Readonly<Record<StoragePart, readonly [unit: string, per: number]>> = {
  storage: ['GB-month', 1],
  retrieval: ['GB', 1],
  put: ['request', 1000],
  get: ['request', 1000],
}

/** Where a class's least number of days is read: a trait of the class, the same in all regions. */
const homes: Readonly<Partial<Record<Cloud, string>>> = { aws: 'us-east-1' }

/** @param tables the newest first */
export function refreshedCloud(
  book: PriceBook,
  tables: readonly RefreshedTable[],
): Pick<PriceBook, 'storage' | 'service' | 'hosting' | 'gpuOffers'> {
  /** The first price the tables have that is not older than the bundled one. */
  function newest(old: Price | undefined, read: (table: RefreshedTable) => Price | undefined): Price | undefined {
    for (const table of tables) {
      if (old !== undefined && table.asOf < old.asOf) break
      const price = read(table)
      if (price !== undefined) return price
    }
    return old
  }

  function storage(cloud: Host, service: string, name: string, region: string): StoragePrice | undefined {
    const old = book.storage(cloud, service, name, region)
    const part = (which: StoragePart) =>
      newest(old?.[which], (table) => {
        const usd = own(own(table.storage, storageKey(cloud, region, service, which)), name.toLowerCase())
        const [unit, per] = units[which]
        return usd === undefined
          ? undefined
          : priceOf(table, { usd, per, unit, sku: old?.storage.sku ?? `${service} ${name}`, region })
      })
    const stored = part('storage')
    if (stored === undefined) return undefined
    const home = isCloud(cloud) ? homes[cloud] : undefined
    const minDays = old?.minDays ?? (home === undefined ? undefined : book.storage(cloud, service, name, home)?.minDays)
    return {
      storage: stored,
      retrieval: part('retrieval'),
      minDays,
      put: part('put'),
      get: part('get'),
      extra: old?.extra ?? '',
    }
  }

  function service(cloud: Host | Seller, name: string, item: string, region: string): Price | undefined {
    const prefix = serviceKey(cloud, region, name)
    return newest(book.service(cloud, name, item, region), (table) => {
      for (const [group, items] of Object.entries(table.services ?? {})) {
        const usd = group.startsWith(prefix) ? own(items, item.toLowerCase()) : undefined
        if (usd === undefined) continue
        const [unit, per] = group.slice(prefix.length).split('/')
        return priceOf(table, { usd, per: Number(per), unit: unit!, sku: `${name} ${item}`, region })
      }
      return undefined
    })
  }

  function hosting(by: 'sagemaker' | 'vertex', type: string, region: string): Price | undefined {
    const old = book.hosting(by, type, region)
    return newest(old, (table) => {
      const usd = own(own(table.hosting, hostingKey(by, region)), type)
      return usd === undefined
        ? undefined
        : priceOf(table, { usd, per: 1, unit: 'hour', sku: old?.sku ?? type, region })
    })
  }

  let offers: readonly GpuOffer[] | undefined
  return { storage, service, hosting, gpuOffers: () => (offers ??= laidOver(book.gpuOffers(), tables)) }
}

const dateOf = ({ onDemand, spot }: GpuOffer) => [onDemand?.asOf ?? '', spot?.asOf ?? ''].sort().at(-1)!
/** What a seller's offers are told apart by where two lists call the machines differently. */
const sameGpus = (provider: string, accelerator: string | undefined, count: number) =>
  `${provider}/${accelerator}/${count}`

/** A seller's older offers of the same GPUs in the same number give way to the list's; those it does not speak of stay. */
function laidOver(old: readonly GpuOffer[], tables: readonly RefreshedTable[]): readonly GpuOffer[] {
  const read = new Map<string, string>()
  const fresh = new Map<string, GpuOffer>()
  for (const table of tables) {
    for (const offer of table.offers ?? []) {
      const gpus = sameGpus(offer.provider, offer.accelerator, offer.accelerators)
      if ((read.get(gpus) ?? table.asOf) > table.asOf) continue
      read.set(gpus, table.asOf)
      const key = `${offer.provider}/${offer.type}/${offer.region}`
      fresh.set(key, offered(fresh.get(key), offer, table))
    }
  }
  const stay = old.filter((offer) => {
    const newer = read.get(sameGpus(offer.provider, offer.specs.accelerator, offer.specs.accelerators))
    return newer === undefined || newer < dateOf(offer)
  })
  const bundled = new Set(stay.map(({ provider, specs }) => sameGpus(provider, specs.accelerator, specs.accelerators)))
  const added = [...fresh.values()].filter(
    ({ provider, specs }) => !bundled.has(sameGpus(provider, specs.accelerator, specs.accelerators)),
  )
  return [...stay, ...added]
}

function offered(there: GpuOffer | undefined, offer: Offer, table: RefreshedTable): GpuOffer {
  const { provider, type, region, usd, purchase } = offer
  const price = priceOf(table, { usd, per: 1, unit: 'hour', sku: type, region: region || undefined })
  return {
    provider,
    type,
    region,
    specs: {
      vcpu: offer.vcpu,
      memoryGiB: offer.memoryGiB,
      accelerator: offer.accelerator,
      accelerators: offer.accelerators,
      acceleratorMemoryGiB: offer.acceleratorMemoryGiB,
    },
    onDemand: purchase === 'on-demand' ? price : there?.onDemand,
    spot: purchase === 'spot' ? price : there?.spot,
  }
}
