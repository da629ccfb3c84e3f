// Entry point of the billing process: dist/billing.mjs, forked by the extension and the command line.
import { setTimeout as delay } from 'node:timers/promises'
import type { Reply, Request } from './protocol.ts'
import type { Outside } from './runner.ts'
import { broken, createService } from './service.ts'
import type { SpendStore, StorePlace } from './store.ts'
import type { WarehousePlace } from './warehouse.ts'

const outside: Outside = {
  fetch,
  // An abort ends the wait early; the runner then sees the signal.
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  now: () => new Date(),
  random: Math.random,
}

function send(reply: Reply): void {
  process.send?.(reply)
}

if (process.send === undefined) {
  process.stderr.write('This is a part of Outlay that talks to its parent process; run `outlay spend` instead.\n')
  process.exit(2)
}

// The parent is gone: nobody is left to answer.
process.once('disconnect', () => process.exit(0))

type Handle = (request: Request) => Promise<Reply | undefined>
let opened: Promise<Handle> | undefined

/** Not before it is known which store, and not twice. */
async function open(place: StorePlace): Promise<Handle> {
  const openDemo = async () => (await import('./stores/duckdb.ts')).openMemory()
  if (place.is === 'warehouse') return warehouse(place, openDemo)
  try {
    const { openStore } = await import('./stores/open-store.ts')
    return createService({ own: await openStore(place), openDemo }, outside).handle
  } catch {
    return unavailable
  }
}

/** A warehouse needs no DuckDB. What is wrong with how it is named is said to every request. */
async function warehouse(place: WarehousePlace, openDemo: () => Promise<SpendStore>): Promise<Handle> {
  try {
    const { openWarehouse } = await import('./stores/warehouse.ts')
    return createService({ own: await openWarehouse(place, outside), openDemo }, outside).handle
  } catch (error) {
    return async (request) => (request.do === 'cancel' || request.do === 'open' ? undefined : broken(request.id, error))
  }
}

/** DuckDB comes as a binary per platform; where there is none, every question gets the same sentence. */
async function unavailable(request: Request): Promise<Reply | undefined> {
  const message = 'Spend needs DuckDB, which is not in this build of Outlay: install the one for this platform.'
  if (request.do === 'cancel' || request.do === 'open') return undefined
  return { is: 'failed', id: request.id, failure: { kind: 'process', message } }
}

process.on('message', (request: Request) => {
  opened ??= open(request.do === 'open' ? request.place : { is: 'memory' })
  void opened.then((handle) => handle(request)).then((reply) => reply && send(reply))
})
send({ is: 'ready' })
