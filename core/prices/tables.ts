// Storage and service prices: `snapshot/storage.tsv` and `snapshot/services.tsv`, written by scripts/encode-tables.ts.
import type { Cloud, Price } from '../types.ts'
import type { StoragePrice } from './book.ts'

type Line = Readonly<Record<string, string>>

/** The files are our own: a cell holds no tab, no quote and no line break means anything but itself. */
function lines(text: string): Line[] {
  const [head, ...rest] = text.trimEnd().split('\n')
  const names = head!.split('\t')
  return rest.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

const number = (text: string | undefined) => (text ? Number(text) : undefined)

function price(line: Line, usd: string | undefined, unit: string, per = 1): Price | undefined {
  if (!usd) return undefined
  const weak = line.weak || undefined
  return {
    usd: Number(usd),
    per,
    unit,
    sku: [line.service, line.class ?? line.item].join(' '),
    region: line.region || undefined,
    source: line.source!,
    asOf: line.as_of!,
    ...(weak === undefined ? {} : { weak }),
  }
}

const keyOf = (...parts: readonly (string | undefined)[]) => parts.join('|').toLowerCase()

export interface StorageTable {
  find(cloud: Cloud, service: string, storageClass: string, region: string): StoragePrice | undefined
}

export function readStorage(text: string): StorageTable {
  const rows = new Map(lines(text).map((line) => [keyOf(line.cloud, line.service, line.class, line.region), line]))
  return {
    find(cloud, service, storageClass, region) {
      const line = rows.get(keyOf(cloud, service, storageClass, region))
      const storage = line && price(line, line.usd_per_gb_month, 'GB-month')
      if (line === undefined || storage === undefined) return undefined
      return {
        storage,
        retrieval: price(line, line.retrieval_usd_per_gb, 'GB'),
        minDays: number(line.min_days),
        put: price(line, line.put_usd_per_1000, 'request', 1000),
        get: price(line, line.get_usd_per_1000, 'request', 1000),
        extra: line.extra ?? '',
      }
    },
  }
}

export interface ServiceTable {
  find(cloud: Cloud, service: string, item: string, region: string): Price | undefined
}

export function readServices(text: string): ServiceTable {
  const rows = new Map(lines(text).map((line) => [keyOf(line.cloud, line.service, line.item, line.region), line]))
  return {
    find(cloud, service, item, region) {
      const line = rows.get(keyOf(cloud, service, item, region))
      return line && price(line, line.usd, line.unit!, Number(line.per))
    },
  }
}
