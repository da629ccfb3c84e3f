import type { PriceBook } from '../../core/prices/book.ts'
import { overlay } from '../../core/prices/overlay.ts'
import { pricesIn } from '../../core/prices/refreshed.ts'
import type { StatusSource, UnreadSource } from '../../core/report/prices.ts'
import { pricesFolder } from './folder.ts'
import { type Problem, readProblems } from './problems.ts'
import { readTables } from './store.ts'

/** The bundled prices with what the user has refreshed since laid over them. */
export function withRefreshed(book: PriceBook, folder: string = pricesFolder()): PriceBook {
  return overlay(book, readTables(folder).tables)
}

const nameOf = ({ source, region }: Pick<Problem, 'source' | 'region'>) =>
  region === '' ? source : `${source} ${region}`

/** What was refreshed, for `outlay prices status`. `problems`: files that are not used, each with why. */
export function refreshedSources(folder: string = pricesFolder()): {
  readonly sources: readonly StatusSource[]
  readonly unread: readonly UnreadSource[]
  readonly problems: readonly string[]
} {
  const { tables, problems } = readTables(folder)
  const failed = new Map(readProblems(folder).map((problem) => [nameOf(problem), problem]))
  const sources = tables.map((table) => {
    const id = nameOf(table)
    const last = failed.get(id)
    return {
      id,
      rows: pricesIn(table),
      date: table.asOf,
      weak: table.weak === undefined ? [] : [table.weak],
      checked: last?.at ?? table.checked,
      ...(last === undefined ? {} : { problem: { at: last.at, why: last.why } }),
    }
  })
  const read = new Set(sources.map(({ id }) => id))
  const unread = [...failed].filter(([id]) => !read.has(id)).map(([id, { at, why }]) => ({ id, at, why }))
  return { sources, unread, problems }
}
