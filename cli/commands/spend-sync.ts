import { daysToRead } from '../../billing/incremental.ts'
import type { Exit, Out } from '../output.ts'
import { told } from '../spend/analyse.ts'
import { chosenSources, nameOf, type Reading, readOne, type SpendTools, wrongAddress } from '../spend/read.ts'

export interface SyncCommand extends Reading {
  /** First day, UTC; left out: what is there already, else the history the forecast learns from. */
  readonly since?: string
}

/**
 * Reads sources into the store: of each the days that are not there yet or may still change.
 * @returns 0, or 2 where one could not be read or it was called off; what was read before stays
 */
export async function runSync(command: SyncCommand, tools: SpendTools, out: Out, signal: AbortSignal): Promise<Exit> {
  const { since } = command
  if (
    since !== undefined &&
    (!/^\d{4}-\d\d-\d\d$/.test(since) || Number.isNaN(Date.parse(since)) || since > tools.today)
  )
    return told(out, 'A day is written 2026-11-01, and --since is not after today.')
  const chosen = chosenSources(command, tools)
  const wrong = typeof chosen === 'string' ? chosen : wrongAddress(command)
  if (typeof chosen === 'string' || wrong !== undefined) return told(out, wrong!)
  const { client } = tools
  const store = tools.storeAt?.(command.store)
  store?.use()
  const [loads, states] = [await client.loads(), await client.ask({ ask: 'sources' })]
  if ('is' in loads) return told(out, loads.failure.message)
  if ('is' in states) return told(out, states.failure.message)
  let failed = false
  for (const each of chosen) {
    if (signal.aborted) break
    const known = (id: string) => ({
      load: loads.find(({ source }) => source === id),
      state: states.find(({ source }) => source === id),
    })
    const range = daysToRead({ ...('file' in each ? {} : known(each.source.id)), today: tools.today, since })
    out.progress(`Reading ${nameOf(each)}${'file' in each ? '' : ` from ${range.since}`}`)
    const loaded = await readOne(each, command, range, tools, signal)
    if (loaded.is === 'failed') {
      failed = true
      out.tell(loaded.failure.message)
      continue
    }
    for (const problem of loaded.problems) out.tell(problem)
    const days = 'file' in each ? '' : `, ${range.since} to ${tools.today}`
    out.tell(`${loaded.source}: ${loaded.rows} ${loaded.rows === 1 ? 'row' : 'rows'}${days}.`)
  }
  out.progress('')
  if (store) out.print(`${store.folder}\n`)
  return failed || signal.aborted ? 2 : 0
}
