// Storage and service prices: `snapshot/storage.tsv` and `snapshot/services.tsv`, written by scripts/encode-tables.ts.
import type { Host, Price, Seller } from '../types.ts'
import type { StoragePrice } from './book.ts'
import { readItemTables } from './item-tables.ts'

type Line = Readonly<Record<string, string>>

interface Rows {
  row(cloud: string, service: string, item: string, region: string): Line | undefined
  /** Cloud and class or item, each once. */
  items(service: string): readonly (readonly [cloud: string, item: string])[]
}

/** Rows by cloud, service, class or item, and region, whatever their case; clouds and services are in lower case in the file. */
function rowsOf(text: string): Rows {
  const tables = readItemTables(text)
  return {
    row(cloud, service, item, region) {
      const named = service.toLowerCase()
      const line = tables.table(`${cloud}\t${named}`)?.row(item, region)
      return line && { ...line, service: named }
    },
    items(service) {
      const end = `\t${service.toLowerCase()}`
      return tables.names
        .filter((name) => name.endsWith(end))
        .flatMap((name) => tables.table(name)!.items.map((item) => [name.slice(0, -end.length), item] as const))
    },
  }
}

const number = (text: string | undefined) => (text ? Number(text) : undefined)

function price(line: Line, usd: string | undefined, unit: string, per = 1): Price | undefined {
  if (!usd) return undefined
  const weak = line.weak || undefined
  return {
    usd: Number(usd),
    per,
    unit,
    sku: [line.service, line.item].join(' '),
    region: line.region || undefined,
    source: line.source!,
    asOf: line.as_of!,
    ...(weak === undefined ? {} : { weak }),
  }
}

export interface StorageTable extends Pick<Rows, 'items'> {
  find(cloud: Host, service: string, storageClass: string, region: string): StoragePrice | undefined
}

export function readStorage(text: string): StorageTable {
  const { row, items } = rowsOf(text)
  return {
    items,
    find(cloud, service, storageClass, region) {
      const line = row(cloud, service, storageClass, region)
      const storage = line && price(line, line.usd, 'GB-month')
      if (line === undefined || storage === undefined) return undefined
      return {
        storage,
        retrieval: price(line, line.retrieval, 'GB'),
        minDays: number(line.min_days),
        put: price(line, line.put, 'request', 1000),
        get: price(line, line.get, 'request', 1000),
        extra: line.extra ?? '',
      }
    },
  }
}

export interface ServiceTable extends Pick<Rows, 'items'> {
  find(cloud: Host | Seller, service: string, item: string, region: string): Price | undefined
}

export function readServices(text: string): ServiceTable {
  const { row, items } = rowsOf(text)
  return {
    items,
    find(cloud, service, item, region) {
      const line = row(cloud, service, item, region)
      return line && price(line, line.usd, line.unit!, Number(line.per))
    },
  }
}
