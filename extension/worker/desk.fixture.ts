import { loadPriceBook } from '../../cli/price-book.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import type { FromWorker } from '../protocol.ts'
import { createDesk } from './desk.ts'
import type { DeskTools } from './desk-tools.ts'
import { disk } from './disk.ts'

/** A desk over the disk, without git and with a host that answers nothing, but for what is given; `posted` is what it said. */
export function openDesk(given: Partial<DeskTools> = {}) {
  const posted: FromWorker[] = []
  const desk = createDesk({
    registry,
    prices: loadPriceBook(undefined, '2026-11-21'),
    tokens: estimator,
    exactTokens: async () => estimator,
    post: (message) => posted.push(message),
    ask: async () => undefined,
    disk,
    env: (name) => process.env[name],
    git: undefined,
    useGit: () => undefined,
    later: setImmediate,
    ...given,
  })
  return { ...desk, posted }
}
