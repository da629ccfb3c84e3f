// Storage and service prices: `snapshot/storage.tsv` and `snapshot/services.tsv`, written by scripts/encode-tables.ts.
import type { Cloud, Price, Seller } from '../types.ts'
import type { StoragePrice } from './book.ts'
import { readColumns } from './columns.ts'

type Line = Readonly<Record<string, string>>

interface Rows {
  row(cloud: string, service: string, item: string, region: string): Line | undefined
  /** Cloud and class or item, each once. */
  items(service: string): readonly (readonly [cloud: string, item: string])[]
}

/**
 * Rows by cloud, service, class or item, and region, whatever their case. The rows of a service are indexed when it is first
 * asked for, and put together one by one; clouds and services are in lower case in the file.
 */
function rowsOf(text: string, itemColumn: 'class' | 'item'): Rows {
  const columns = readColumns(text)
  const keyOf = (item: string, region: string) => `${item}\t${region}`.toLowerCase()
  const byService = new Map<string, Map<string, number | Line>>()

  function rowsOfService(cloud: string, service: string) {
    const name = `${cloud}\t${service}`
    const there = byService.get(name)
    if (there) return there
    const rows = new Map<string, number | Line>()
    for (const row of columns.rowsWith('service', service)) {
      if (columns.cell('cloud', row) === cloud) {
        rows.set(keyOf(columns.cell(itemColumn, row), columns.cell('region', row)), row)
      }
    }
    byService.set(name, rows)
    return rows
  }

  const items = (service: string) => {
    const all = columns.rowsWith('service', service.toLowerCase())
    const named = [...all].map((row) => [columns.cell('cloud', row), columns.cell(itemColumn, row)] as const)
    return [...new Map(named.map((each) => [each.join(' '), each])).values()]
  }
  const row: Rows['row'] = (cloud, service, item, region) => {
    const rows = rowsOfService(cloud, service.toLowerCase())
    const key = keyOf(item, region)
    const found = rows.get(key)
    if (typeof found !== 'number') return found
    const line = columns.row(found)
    rows.set(key, line)
    return line
  }
  return { row, items }
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

export interface StorageTable extends Pick<Rows, 'items'> {
  find(cloud: Cloud, service: string, storageClass: string, region: string): StoragePrice | undefined
}

export function readStorage(text: string): StorageTable {
  const { row, items } = rowsOf(text, 'class')
  return {
    items,
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

export interface ServiceTable extends Pick<Rows, 'items'> {
  find(cloud: Cloud | Seller, service: string, item: string, region: string): Price | undefined
}

export function readServices(text: string): ServiceTable {
  const { row, items } = rowsOf(text, 'item')
  return {
    items,
    find(cloud, service, item, region) {
      const line = row(cloud, service, item, region)
      return line && price(line, line.usd, line.unit!, Number(line.per))
    },
  }
}
