import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../cli/prices-refresh/fault.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { StatusSource } from '../../core/report/prices.ts'
import type { PricesState } from '../protocol.ts'

/** The price book the worker goes by, and what of it was refreshed since it was bundled. */
export interface Shelf {
  book(): PriceBook
  state(): PricesState
  /** Takes the book anew where the refreshed tables are not what they were. */
  look(): void
  close(): void
}

export interface ShelfTools {
  /** The user's cache of refreshed tables; it need not exist. */
  readonly folder: string
  /** The bundled book with the refreshed tables over it. */
  load(): PriceBook
  refreshed(): { readonly sources: readonly StatusSource[]; readonly problems: readonly string[] }
  /** Another book than before. */
  changed(): void
  log(message: string): void
}

/** A refresh writes one table after the other: they are read when it has been quiet for so long. Milliseconds. */
const quiet = 300

/** Another window or a terminal may refresh the same tables: the folder is watched once it is there. */
export function createShelf({ folder, load, refreshed, changed, log }: ShelfTools): Shelf {
  let book = load()
  let read = refreshed()
  let stamp = stampOf(folder)
  let watcher: FSWatcher | undefined
  let pending: NodeJS.Timeout | undefined

  const sayProblems = () => read.problems.forEach(log)

  function look(): void {
    pending = undefined
    listen()
    const now = stampOf(folder)
    if (now === stamp) return
    stamp = now
    read = refreshed()
    sayProblems()
    book = load()
    changed()
  }

  function listen(): void {
    // Where there is no folder yet nothing was ever refreshed; `look` is called again.
    if (watcher || !existsSync(folder)) return
    try {
      watcher = watch(folder, { persistent: false }, (_event, name) => {
        // The lock and half-written files are nobody's prices.
        if (name?.endsWith('.prices.json')) pending ??= setTimeout(look, quiet)
      })
      watcher.on('error', stop)
    } catch (error) {
      const code = codeOf(error)
      if (code === undefined) throw error
      log(`${folder} is not watched (${code}): refreshed prices are seen when the window is.`)
    }
  }

  function stop(): void {
    clearTimeout(pending)
    pending = undefined
    watcher?.close()
    watcher = undefined
  }

  sayProblems()
  listen()
  return {
    book: () => book,
    state: () => ({
      asOf: book.asOf,
      refreshed: read.sources.length,
      checked: read.sources
        // A list that could not be read brought nothing: it is tried again after the pause, not after a whole period.
        .flatMap(({ checked, problem }) => (problem === undefined ? (checked ?? []) : []))
        .sort()
        .at(-1),
    }),
    look,
    close: stop,
  }
}

/** What tells one state of the folder from the next, without reading the tables. */
function stampOf(folder: string): string {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.prices.json'))
      .sort()
      .map((name) => {
        const file = statSync(join(folder, name), { throwIfNoEntry: false })
        return `${name} ${file?.mtimeMs} ${file?.size}`
      })
      .join('\n')
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return code
  }
}
