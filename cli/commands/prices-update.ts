// `outlay prices update`: the one command that reads prices from the network, and only when it is typed.

import type { Exit, Out } from '../output.ts'
import { runRefresh } from '../prices-refresh/client.ts'
import type { Outcome, RefreshRequest } from '../prices-refresh/protocol.ts'
import { pricesFolder } from '../prices-refresh/store.ts'

export interface UpdateCommand {
  /** Ids; all where none is named. */
  readonly source: readonly string[]
  readonly region: readonly string[]
  readonly acceptDrift: boolean
  /** Servers on this machine that stand in for sources; tests only. */
  readonly bases?: RefreshRequest['bases']
}

const count = (n: number) => n.toLocaleString('en-US')

/** `AWS Price List, us-east-1: 1,312 prices of 2026-11-18.` */
function sentence(outcome: Outcome): string {
  const who = outcome.region === '' ? outcome.name : `${outcome.name}, ${outcome.region}`
  if (outcome.is === 'skipped') {
    return `${who} is read by region: none of its own was named, as in --region ${outcome.example}.`
  }
  if (outcome.is === 'cancelled') return `${who}: cancelled. What was there before stays.`
  if (outcome.is === 'kept') return `${who} ${outcome.why}. What was there before stays.`
  const prices = `${count(outcome.prices)} ${outcome.prices === 1 ? 'price' : 'prices'} of ${outcome.asOf}`
  if (outcome.is === 'unchanged') return `${who}: nothing new since the last time, ${prices}.`
  const disputed = outcome.disputed === 0 ? '' : `; ${count(outcome.disputed)} are listed twice and were left out`
  return `${who}: ${prices}${disputed}${outcome.note === undefined ? '' : `; ${outcome.note}`}.`
}

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
  }
  if (why !== undefined) out.tell(why)
  const nothing = outcomes.every(({ is }) => is === 'skipped' || is === 'cancelled')
  if (why !== undefined || nothing || outcomes.some(({ is }) => is === 'cancelled')) return 2
  return outcomes.some(({ is }) => is === 'kept') ? 1 : 0
}
