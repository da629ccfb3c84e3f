// `outlay prices update`: the one command that reads prices from the network, and only when it is typed.

import type { Exit, Out } from '../output.ts'
import { runRefresh } from '../prices-refresh/client.ts'
import { pricesFolder } from '../prices-refresh/folder.ts'
import type { Outcome, RefreshRequest } from '../prices-refresh/protocol.ts'
import { count, sentence } from '../prices-refresh/sentence.ts'

export interface UpdateCommand {
  /** Ids; all where none is named. */
  readonly source: readonly string[]
  readonly region: readonly string[]
  readonly acceptDrift: boolean
  /** Servers on this machine that stand in for sources; tests only. */
  readonly bases?: RefreshRequest['bases']
}

const againWith = ({ source, region }: Outcome) =>
  `outlay prices update --source ${source}${region === '' ? '' : ` --region ${region}`} --accept-drift`

/** @returns 1 where a source kept what it had, 2 where nothing was done or it was cancelled */
export async function runPricesUpdate(command: UpdateCommand, out: Out): Promise<Exit> {
  const { source: sources, region: regions, acceptDrift, bases } = command
  const request = { sources, regions, acceptDrift, folder: pricesFolder(), ...(bases ? { bases } : {}) }
  const controller = new AbortController()
  const cancel = () => controller.abort()
  process.once('SIGINT', cancel)
  const { outcomes, why } = await runRefresh(request, controller.signal, ({ source, region, characters, rows }) =>
    out.progress(
      `${source} ${region} ${(characters / 1_000_000).toFixed(1)} MB, ${count(rows)} prices; Ctrl-C cancels`,
    ),
  )
  process.removeListener('SIGINT', cancel)
  out.progress('')
  for (const outcome of outcomes) {
    const good = outcome.is === 'refreshed' || outcome.is === 'unchanged'
    if (good) out.print(`${sentence(outcome)}\n`)
    else out.tell(sentence(outcome))
    if (outcome.is === 'kept' && outcome.drifted) out.tell(`If that is so, ${againWith(outcome)} takes it.`)
  }
  if (why !== undefined) out.tell(why)
  const nothing = outcomes.every(({ is }) => is === 'skipped' || is === 'cancelled')
  if (why !== undefined || nothing || outcomes.some(({ is }) => is === 'cancelled')) return 2
  return outcomes.some(({ is }) => is === 'kept') ? 1 : 0
}
