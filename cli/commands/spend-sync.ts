import { basename } from 'node:path'
import type { Failed } from '../../billing/client.ts'
import { daysToRead } from '../../billing/incremental.ts'
import { around, joined, shownRange } from '../../billing/range.ts'
import type { Window } from '../../billing/reading.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import { rangeText } from '../../billing/report/table.ts'
import type { Range } from '../../billing/source.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { told } from '../spend/analyse.ts'
import {
  type Chosen,
  chosenSources,
  nameOf,
  type Reading,
  readOne,
  type SpendTools,
  withoutCharges,
  wrongAddress,
} from '../spend/read.ts'

export interface SyncCommand extends Reading {
  /** First day, UTC; left out: what is there already, else the history the forecast learns from. */
  readonly since?: string
  readonly format?: 'text' | 'json'
}

/** `rows` is null where nothing of it could be read: what was there stays. The days are those that were read; of a file, those it has. */
type Synced = SpendSchemas['sync']['sources'][number]

/**
 * Reads sources into the store: of each the days that are not there yet or may still change.
 * @returns 0, or 2 where one could not be read, or not all of it, or it was called off; what was read before stays
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
  const synced: Synced[] = []
  for (const each of chosen) {
    if (signal.aborted) break
    const known = (id: string) => ({
      load: loads.find(({ source }) => source === id),
      state: states.find(({ source }) => source === id),
    })
    const range = daysToRead({ ...('file' in each ? {} : known(each.source.id)), today: tools.today, since })
    out.progress(`Reading ${nameOf(each)}${'file' in each ? '' : ` from ${range.since}`}`)
    let asked: readonly Range[] = []
    const onWindow = (window: Window) => {
      asked = [...asked, window.days]
      out.progress(`Reading ${nameOf(each)}, ${windowText(window)}`)
    }
    const loaded = await readOne(each, command, range, tools, { signal, onWindow })
    if (loaded.is === 'failed') {
      failed = true
      out.tell(loaded.failure.message)
      const problems = [loaded.failure.message]
      synced.push({ id: idOf(each), ...partly(loaded, 'file' in each ? undefined : range), problems })
      if (loaded.kept) out.tell(toldText(idOf(each), loaded.kept.rows, loaded.kept.days))
      continue
    }
    const { source: id, rows } = loaded
    if (loaded.unread.length > 0) failed = true
    const isKnown = states.some(({ source }) => source === id)
    const problems = [...(isKnown ? [] : withoutCharges(each, rows, range)), ...loaded.problems]
    for (const problem of problems) out.tell(problem)
    const days = joined([range, ...asked])
    synced.push({ id, rows, ...named(around(days)!), problems })
    out.tell(toldText(id, rows, 'file' in each ? [] : days))
  }
  out.progress('')
  if (command.format === 'json') out.print(printJson(await syncDocument(synced, store?.folder ?? null, client)))
  else if (store) out.print(`${store.folder}\n`)
  return failed || signal.aborted ? 2 : 0
}

/** What came before the reading broke off; nothing: the days that were asked for. */
function partly({ kept }: Pick<Failed, 'kept'>, range: Range | undefined): Pick<Synced, 'rows' | 'from' | 'to'> {
  const days = (kept && around(kept.days)) ?? range
  return { rows: kept?.rows ?? null, ...(days ? named(days) : { from: null, to: null }) }
}

const named = (days: Range) => ({ from: days.since, to: shownRange(days).until })

const toldText = (id: string, rows: number, days: readonly Range[]) =>
  `${id}: ${rows} ${rows === 1 ? 'row' : 'rows'}${days.length === 0 ? '' : `, ${days.map(rangeText).join(' and ')}`}.`

/** `2026-09-01 to 2026-09-30 (3 of 5)` */
const windowText = ({ days, number, of }: Window) => `${rangeText(days)}${of > 1 ? ` (${number} of ${of})` : ''}`

const idOf = (chosen: Chosen) => ('file' in chosen ? `file:${basename(chosen.file)}` : chosen.source.id)

/** A file is read whole: its days are those it has. */
async function syncDocument(
  synced: readonly Synced[],
  store: string | null,
  client: SpendTools['client'],
): Promise<SpendSchemas['sync']> {
  const states = await client.ask({ ask: 'sources' })
  const sources = synced.map((each) => {
    const state = 'is' in states ? undefined : states.find(({ source }) => source === each.id)
    return each.id.startsWith('file:') && each.rows !== null
      ? { ...each, from: state?.since ?? null, to: state?.until ?? null }
      : each
  })
  return { schema: 1, asOf: new Date().toISOString(), store, sources }
}
