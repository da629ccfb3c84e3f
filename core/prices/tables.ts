// Storage and service prices: `snapshot/storage.tsv` and `snapshot/services.tsv`, written by scripts/encode-tables.ts.
import type { Cloud, Price, Seller } from '../types.ts'
import type { StoragePrice } from './book.ts'

type Line = Readonly<Record<string, string>>

/** Cloud, service, class or item, region: a row's key are its first four cells. */
const keyCells = 4

/** Class and region of a row whose cloud and service end at `from`. */
function restOf(line: string, from: number): string {
  let end = from - 1
  for (let cell = 2; cell < keyCells; cell++) end = line.indexOf('\t', end + 1)
  return line.slice(from, end).toLowerCase()
}

/**
 * The file is our own: no cell holds a tab, clouds and services are in lower case. The rows of a service are indexed when it is
 * first asked for, and cut into cells one by one.
 */
function rowsOf(text: string): (cloud: string, service: string, item: string, region: string) => Line | undefined {
  const [head, ...lines] = text.trimEnd().split('\n')
  const names = head!.split('\t')
  const byService = new Map<string, Map<string, string | Line>>()
  const rowsOfService = (service: string) => {
    const there = byService.get(service)
    if (there) return there
    const rows = new Map<string, string | Line>()
    for (const line of lines) if (line.startsWith(service)) rows.set(restOf(line, service.length), line)
    byService.set(service, rows)
    return rows
  }
  return (cloud, service, item, region) => {
    const rows = rowsOfService(`${cloud}\t${service.toLowerCase()}\t`)
    const key = `${item}\t${region}`.toLowerCase()
    const found = rows.get(key)
    if (typeof found !== 'string') return found
    const cells = found.split('\t')
    const line: Record<string, string> = {}
    for (let i = 0; i < names.length; i++) line[names[i]!] = cells[i] ?? ''
    rows.set(key, line)
    return line
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
    sku: [line.service, line.class ?? line.item].join(' '),
    region: line.region || undefined,
    source: line.source!,
    asOf: line.as_of!,
    ...(weak === undefined ? {} : { weak }),
  }
}

export interface StorageTable {
  find(cloud: Cloud, service: string, storageClass: string, region: string): StoragePrice | undefined
}

export function readStorage(text: string): StorageTable {
  const row = rowsOf(text)
  return {
    find(cloud, service, storageClass, region) {
      const line = row(cloud, service, storageClass, region)
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
  find(cloud: Cloud | Seller, service: string, item: string, region: string): Price | undefined
}

export function readServices(text: string): ServiceTable {
  const row = rowsOf(text)
  return {
    find(cloud, service, item, region) {
      const line = row(cloud, service, item, region)
      return line && price(line, line.usd, line.unit!, Number(line.per))
    },
  }
}
