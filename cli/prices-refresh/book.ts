import type { PriceBook } from '../../core/prices/book.ts'
import { overlay } from '../../core/prices/overlay.ts'
import { pricesIn } from '../../core/prices/refreshed.ts'
import type { StatusSource } from '../../core/report/prices.ts'
import { pricesFolder, readTables } from './store.ts'

/** The bundled prices with what the user has refreshed since laid over them. */
export function withRefreshed(book: PriceBook, folder: string = pricesFolder()): PriceBook {
  return overlay(book, readTables(folder).tables)
}

/** What was refreshed, for `outlay prices status`. `problems`: files that are not used, each with why. */
export function refreshedSources(folder: string = pricesFolder()): {
  readonly sources: readonly StatusSource[]
  readonly problems: readonly string[]
} {
  const { tables, problems } = readTables(folder)
  const sources = tables.map((table) => ({
    id: table.region === '' ? table.source : `${table.source} ${table.region}`,
    rows: pricesIn(table),
    date: table.asOf,
    weak: table.weak === undefined ? [] : [table.weak],
    checked: table.checked,
  }))
  return { sources, problems }
}
