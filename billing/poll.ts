import type { Ask, Fetched, SourceIo, Stop } from './source.ts'

/**
 * Seconds between looks at a statement that a warehouse works on: most answers of one that is awake are there in less than one, and one
 * that sleeps takes minutes to wake. Ten minutes in all.
 */
const looks = [0.1, 0.2, 0.4, 0.8, 1.5, 3, 9, 15, ...Array.from({ length: 19 }, () => 30)]

interface Work {
  /** What to ask while it goes on. */
  readonly again: Ask
  /** What ends it. */
  readonly stop: Stop
}

/** Asks again until no work is left in the answer. Work that nobody waits for any more is ended, as it is paid for. */
export async function untilDone(
  provider: string,
  io: SourceIo,
  started: Fetched,
  workIn: (body: unknown) => Work | undefined,
): Promise<Fetched> {
  let got = started
  let work: Work | undefined
  for (const seconds of [...looks, 0]) {
    work = got.is === 'page' ? workIn(got.body) : undefined
    io.onCancel(work?.stop)
    if (!work) return got
    if (seconds === 0) break
    await io.wait(seconds * 1000)
    got = await io.ask(work.again)
  }
  io.onCancel(undefined)
  if (work) await io.ask(work.stop)
  const message = `${provider} was still at work after ten minutes: nothing was loaded. Retry when the warehouse is awake.`
  return { is: 'failed', failure: { kind: 'network', message } }
}

/** Rows of a table as objects, by the names of its columns. A row that is no list is left as it is, and read as nothing. */
export const tableRows = (columns: readonly string[], data: readonly unknown[]): Readonly<Record<string, unknown>>[] =>
  data.map((cells) =>
    Array.isArray(cells) ? Object.fromEntries(columns.map((name, i) => [name, (cells as unknown[])[i]])) : {},
  )
