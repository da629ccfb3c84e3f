// Storage and service prices: `snapshot/storage.tsv` and `snapshot/services.tsv`, written by scripts/encode-tables.ts.
import type { Host, Price, Seller } from '../types.ts'
import type { StoragePrice } from './book.ts'
import { type Columns, readColumns, readTables } from './columns.ts'

type Line = Readonly<Record<string, string>>

interface Rows {
  row(cloud: string, service: string, item: string, region: string): Line | undefined
  /** Cloud and class or item, each once. */
  items(service: string): readonly (readonly [cloud: string, item: string])[]
}

type Table = Columns & { readonly rows: Map<string, number | Line> }

const keyOf = (item: string, region: string) => `${item}\t${region}`.toLowerCase()

/**
 * Rows by cloud, service, class or item, and region, whatever their case. The table of a service is read when it is first
 * asked for, and its rows put together one by one; clouds and services are in lower case in the file.
 */
function rowsOf(text: string, itemColumn: 'class' | 'item'): Rows {
  const texts = readTables(text)
  const tables = new Map<string, Table>()

  function tableOf(name: string): Table | undefined {
    const there = tables.get(name)
    const its = there ? undefined : texts.get(name)
    if (its === undefined) return there
    const columns = readColumns(its)
    const rows = new Map<string, number>()
    for (let row = 0; row < columns.count; row++)
      rows.set(keyOf(columns.cell(itemColumn, row), columns.cell('region', row)), row)
    const table = { ...columns, rows }
    tables.set(name, table)
    return table
  }

  function items(service: string) {
    const end = `\t${service.toLowerCase()}`
    const named = [...texts.keys()].filter((name) => name.endsWith(end))
    return named.flatMap((name) => {
      const table = tableOf(name)!
      const each = Array.from({ length: table.count }, (_, row) => table.cell(itemColumn, row))
      return [...new Set(each)].map((item) => [name.slice(0, -end.length), item] as const)
    })
  }
  const row: Rows['row'] = (cloud, service, item, region) => {
    const name = `${cloud}\t${service.toLowerCase()}`
    const table = tableOf(name)
    const key = keyOf(item, region)
    const found = table?.rows.get(key)
    if (table === undefined || found === undefined) return undefined
    if (typeof found !== 'number') return found
    const line = { ...table.row(found), service: name.slice(cloud.length + 1) }
    table.rows.set(key, line)
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
  find(cloud: Host, service: string, storageClass: string, region: string): StoragePrice | undefined
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
  find(cloud: Host | Seller, service: string, item: string, region: string): Price | undefined
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
