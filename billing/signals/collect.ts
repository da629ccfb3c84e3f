import { charged } from '../collect.ts'
import { type Connection, ioOf, type Outside } from '../runner.ts'
import type { Failure, Range } from '../source.ts'
import type { Signal, SignalSource } from './signal.ts'

export interface Heard {
  readonly signals: readonly Signal[]
  readonly problems: readonly string[]
}

/** All that one of them tells of the days. All or nothing, as with spend. */
export async function collectSignals(
  source: SignalSource,
  connection: Connection,
  range: Range,
  outside: Outside,
  signal: AbortSignal,
): Promise<Heard | Failure> {
  const io = ioOf(source, connection, outside, signal)
  if ('kind' in io) return io
  const signals: Signal[] = []
  const problems: string[] = []
  let pages = 0
  for await (const page of source.pages(range, io, connection.scope ?? {})) {
    if (page.is === 'failed') return page.failure
    const told = source.signals(page)
    signals.push(...told.signals)
    problems.push(...told.problems)
    pages++
  }
  return { signals, problems: [...problems, ...charged(source, pages)] }
}
