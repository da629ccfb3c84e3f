import type { Ask, Fetched, SourceIo } from './source.ts'

/** Seconds between looks at a statement that a warehouse works on; a warehouse that sleeps takes minutes to wake. Ten minutes in all. */
const looks = [1, 2, 4, 8, 15, ...Array.from({ length: 19 }, () => 30)]

/** Asks again until nothing is left to ask for. `again`: what to ask while the work goes on, undefined where it is done. */
export async function untilDone(
  provider: string,
  io: SourceIo,
  started: Fetched,
  again: (body: unknown) => Ask | undefined,
): Promise<Fetched> {
  let got = started
  for (const seconds of looks) {
    const ask = got.is === 'page' ? again(got.body) : undefined
    if (!ask) return got
    await io.wait(seconds * 1000)
    got = await io.ask(ask)
  }
  if (got.is === 'failed' || !again(got.body)) return got
  const message = `${provider} was still at work after ten minutes: nothing was loaded. Retry when the warehouse is awake.`
  return { is: 'failed', failure: { kind: 'network', message } }
}

/** Rows of a table as objects, by the names of its columns. A row that is no list is left as it is, and read as nothing. */
export const tableRows = (columns: readonly string[], data: readonly unknown[]): Readonly<Record<string, unknown>>[] =>
  data.map((cells) =>
    Array.isArray(cells) ? Object.fromEntries(columns.map((name, i) => [name, (cells as unknown[])[i]])) : {},
  )
