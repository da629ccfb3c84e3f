import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Reply, Request } from './protocol.ts'
import type { Outside } from './runner.ts'
import { broken, createService, type ServiceMeans } from './service.ts'
import type { SpendStore, StorePlace } from './store.ts'
import { StoreError } from './store-error.ts'
import { removeSpills } from './stores/spill.ts'
import { textsIn } from './unfinished-folder.ts'

const lastWords = new Set<Promise<unknown>>()

const outside: Outside = {
  fetch,
  // An abort ends the wait early; the runner then sees the signal.
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  now: () => new Date(),
  random: Math.random,
  beforeEnd(work) {
    lastWords.add(work)
    void work.finally(() => lastWords.delete(work))
  },
}

function send(reply: Reply): void {
  process.send?.(reply)
}

type Handle = (request: Request, tell: (reply: Reply) => void) => Promise<Reply | undefined>

/** Answers the process that forked this one, and ends with it. @param book loaded with the first question that needs prices */
export function answerParent(book: ServiceMeans['book']): void {
  if (process.send === undefined) {
    process.stderr.write('This is a part of Outlay that talks to its parent process; run `outlay spend` instead.\n')
    process.exit(2)
  }
  // The parent went while this one started.
  if (!process.connected) process.exit(0)
  // Ctrl-C in a terminal reaches the children too: what it means is the parent's to say.
  process.on('SIGINT', () => undefined)
  const end = () => {
    removeSpills()
    process.kill(process.pid, 'SIGKILL')
  }
  process.once('SIGTERM', end)
  // The parent is gone: nobody is left to answer, but a query that was called off would go on at the provider, and be paid for. An
  // orderly exit waits for what the engine is at, of a large bill for minutes; what is begun is named nowhere, and the next load
  // takes it away.
  process.once('disconnect', () => void Promise.all(lastWords).finally(end))
  let opened: Promise<Handle> | undefined
  process.on('message', (request: Request) => {
    opened ??= open(request.do === 'open' ? request.place : { is: 'memory' }, book)
    void opened.then((handle) => handle(request, send)).then((reply) => reply && send(reply))
  })
  send({ is: 'ready' })
}

/** Not before it is known which store, and not twice. What stands in the way is said to every request. */
async function open(place: StorePlace, book: ServiceMeans['book']): Promise<Handle> {
  const openDemo = async () => (await engine()).openMemory()
  try {
    // Inside the store: erasing removes it, and nothing beside the store is ours. Another scope's files are in its own store.
    const beside = {
      ...(place.is === 'folder' && { exports: join(place.folder, 'exports') }),
      ...(place.is !== 'memory' &&
        place.folder !== undefined && { unfinished: textsIn(join(place.folder, 'unfinished')) }),
    }
    return createService({ own: await openOwn(place), openDemo, ...beside }, outside, { book }).handle
  } catch (error) {
    return async (request) => (request.do === 'cancel' || request.do === 'open' ? undefined : broken(request.id, error))
  }
}

/** A warehouse needs no DuckDB. */
async function openOwn(place: StorePlace): Promise<SpendStore> {
  if (place.is === 'warehouse') return (await import('./stores/warehouse.ts')).openWarehouse(place, outside)
  const found = await engine().catch((error: StoreError) => error)
  if (found instanceof StoreError) {
    if (place.is !== 'folder') throw found
    return (await import('./stores/folder/cube-only.ts')).openCubeOnly(place)
  }
  return found.openStore(place).catch((error: unknown) => {
    throw new StoreError(
      `The store of spend cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    )
  })
}

/** DuckDB comes as a binary per platform, and not for all of them. */
async function engine() {
  try {
    const [{ openStore }, { openMemory }] = await Promise.all([
      import('./stores/open-store.ts'),
      import('./stores/duckdb.ts'),
    ])
    return { openStore, openMemory }
  } catch {
    throw new StoreError('Spend needs DuckDB, which is not in this build of Outlay: install the one for this platform.')
  }
}
