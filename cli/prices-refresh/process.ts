// Entry point of the refreshing process: dist/prices-refresh.mjs, forked by the command line and the extension.
import { setTimeout as delay } from 'node:timers/promises'
import { loadPriceBook } from '../price-book.ts'
import type { Outside } from './feed.ts'
import type { RefreshMessage, RefreshReply } from './protocol.ts'
import { refresh } from './refresh.ts'

const outside: Outside = {
  // An abort ends the wait early; whoever waits then sees the signal.
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  env: process.env,
  idle: 60_000,
}

/** ms between two words of progress, so that a fast download does not flood the parent. */
const pause = 100
let lastTold = 0

const controller = new AbortController()

function send(reply: RefreshReply): void {
  process.send?.(reply)
}

if (process.send === undefined) {
  process.stderr.write(
    'This is a part of Outlay that talks to its parent process; run `outlay prices update` instead.\n',
  )
  process.exit(2)
}

// The parent is gone: the lock is given back and nothing half read is kept.
process.once('disconnect', () => controller.abort())
// Ctrl-C reaches every process of the terminal: it ends the refresh in order, not the process.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort())

process.on('message', async (message: RefreshMessage) => {
  if (message.do === 'cancel') return controller.abort()
  const why = await refresh(message.request, loadPriceBook, outside, controller.signal, {
    progress: (progress) => {
      if (Date.now() - lastTold < pause) return
      lastTold = Date.now()
      send({ is: 'progress', progress })
    },
    outcome: (outcome) => send({ is: 'outcome', outcome }),
  })
  send({ is: 'done', ...(why === undefined ? {} : { why }) })
  process.disconnect?.()
})
