import type { PriceBook } from '../../core/prices/book.ts'
import { overlay } from '../../core/prices/overlay.ts'
import { pricesFolder, readTables } from './store.ts'

/** The bundled prices with what the user has refreshed since laid over them. */
export function withRefreshed(book: PriceBook, folder: string = pricesFolder()): PriceBook {
  return overlay(book, readTables(folder).tables)
}
