// Entry point of the billing process: dist/billing.mjs, forked by the extension and the command line.
import { setTimeout as delay } from 'node:timers/promises'
import type { Reply, Request } from './protocol.ts'
import type { Outside } from './runner.ts'
import { createService } from './service.ts'

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

const answer = await import('./stores/duckdb.ts')
  .then(({ openStore }) => openStore())
  .then((store) => createService(store, outside).handle)
  .catch(() => unavailable)

/** DuckDB comes as a binary per platform; where there is none, every question gets the same sentence. */
async function unavailable(request: Request): Promise<Reply | undefined> {
  const message = 'Spend needs DuckDB, which is not in this build of Outlay: install the one for this platform.'
  return request.do === 'cancel' ? undefined : { is: 'failed', id: request.id, failure: { kind: 'process', message } }
}

process.on('message', (request: Request) => {
  void answer(request).then((reply) => reply && send(reply))
})
send({ is: 'ready' })
