import { beforehand, charged, collectDays, stillTold } from './collect.ts'
import { once } from './once.ts'
import { around, joined, months, windows } from './range.ts'
import { rangeText } from './report/table.ts'
import { collectOn } from './resumed.ts'
import { type Connection, cancelled, ioOf, type Outside } from './runner.ts'
import type { BillingSource, Failure, Provider, Range } from './source.ts'
import type { Loaded, SpendStore } from './store.ts'
import type { Unfinished } from './unfinished.ts'

export interface Wanted {
  readonly source: BillingSource
  readonly connection: Connection
  readonly range: Range
  /** The name it is kept under. */
  readonly as: string
  /** All of the range or nothing of it, for an answer that is given once; left out: what came stays where the rest does not. */
  readonly whole?: boolean
  /** What an earlier reading of the same was answered, where it is read at once. */
  readonly unfinished?: Unfinished | undefined
}

/** The days that are being read now, one of so many parts. */
export interface Window {
  readonly days: Range
  readonly number: number
  readonly of: number
}

export type Read =
  | (Pick<Extract<Loaded, { is: 'loaded' }>, 'rows' | 'problems' | 'unread'> & { readonly is: 'read' })
  | {
      readonly is: 'failed'
      readonly failure: Failure | { readonly kind: 'file'; readonly message: string }
      /** What had come before, and stays. */
      readonly kept?: Kept
    }

export interface Kept {
  readonly rows: number
  /** In order. */
  readonly days: readonly Range[]
}

/** As many as a month may have: no more are read at once. */
const longest = 31

/**
 * The parts in which days are read, the newest first: this month is what budgets, forecast and panel ask for. A part that is loaded stays
 * where a later one fails, is called off or the process is killed, and the next reading goes on there. A long stretch falls into the months
 * of the calendar, for stores keep rows by month, and what a provider bills once a month is dated on one day of it.
 *
 * What is read at once is one part: after a failure it goes on with what was answered (./unfinished.ts).
 */
export function windowsOf(provider: Provider, wanted: readonly Range[]): Range[] {
  if (isAtOnce(provider)) {
    const all = around(wanted)
    return all ? [all] : []
  }
  const isLong = (stretch: Range) => windows(stretch, longest).length > 1
  return joined(wanted)
    .flatMap((stretch) => (isLong(stretch) ? months(stretch) : [stretch]))
    .reverse()
}

/**
 * Where asking is paid for, by request or by what a query reads, and where every answer tells all days: a request or a query for each
 * month would cost more, and tell no more.
 */
export const isAtOnce = ({ askCosts, asking, tellsAll }: Provider): boolean =>
  askCosts !== undefined || asking !== undefined || tellsAll === true

/** Reads the days that are wanted, and those that a reading before this one did not get, part by part into the store. */
export async function readInto(
  own: Pick<SpendStore, 'load' | 'loads'>,
  { source, connection, range, as, whole = false, unfinished }: Wanted,
  outside: Outside,
  signal: AbortSignal,
  tell: (window: Window) => void,
): Promise<Read> {
  const { scope = {} } = connection
  const asked = ioOf(source, connection, outside, signal)
  if ('kind' in asked) return { is: 'failed', failure: asked }
  const io = once(asked)
  const due = whole ? [] : ((await own.loads()).find((load) => load.source === as)?.due ?? [])
  const parts = whole ? [range] : windowsOf(source, [range, ...due])
  const unread: string[] = []
  let problems: readonly string[] = beforehand(source, scope, around(parts) ?? range, outside.now())
  let [rows, pages] = [0, 0]
  for (const [i, days] of parts.entries()) {
    tell({ days, number: i + 1, of: parts.length })
    const kept = i === 0 ? undefined : { rows, days: joined(parts.slice(0, i)) }
    const collected = unfinished
      ? await collectOn(source, io, scope, days, unfinished)
      : await collectDays(source, io, scope, days)
    if (collected.is === 'failed') return broken(collected.failure, days, kept)
    pages += collected.pages
    const known = new Set(problems)
    const told = [
      ...problems,
      ...collected.problems.filter((problem) => !known.has(problem)),
      ...(i === parts.length - 1 ? charged(source, pages) : []),
    ]
    const named = as === source.id ? collected.rows : collected.rows.map((row) => ({ ...row, x_Source: as }))
    const replaces = { source: as, ...stillTold(source, days, outside.now()) }
    const loaded = await unlessAborted(
      signal,
      own.load(named, replaces, { problems: told, rest: parts.slice(i + 1), signal }),
    )
    if (loaded === undefined) return broken(cancelled(source), days, kept)
    if (loaded.is === 'refused') return broken({ kind: 'file', message: loaded.message }, days, kept)
    problems = loaded.problems
    rows += loaded.rows
    for (const problem of [...collected.unread, ...loaded.unread]) unread.push(problem)
  }
  // What is corrected late is read with the next.
  const left = (await unfinished?.drop()) ?? []
  return { is: 'read', rows, problems: [...problems, ...left], unread }
}

/** Undefined where it was called off before it was decided. */
const unlessAborted = <T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    if (signal.aborted) return undefined
    throw error
  })

function broken(
  failure: Extract<Read, { is: 'failed' }>['failure'],
  days: Range,
  kept: Kept | undefined,
): Extract<Read, { is: 'failed' }> {
  if (!kept) return { is: 'failed', failure }
  const before = kept.days.map(rangeText).join(' and ')
  const message = `${failure.message} That was at ${rangeText(days)}. What was read before it, ${before}, stays; the next reading goes on here.`
  return { is: 'failed', failure: { ...failure, message }, kept }
}
