import type { SpendRow } from './focus.ts'
import { type Connection, ioOf, type Outside } from './runner.ts'
import type { BillingSource, Failure, Range } from './source.ts'

const oneDay = 86_400_000

/** Asks for yesterday, and only its first page: the smallest request that shows whether the credentials may read. */
export async function probe(
  source: BillingSource,
  connection: Connection,
  outside: Outside,
  signal: AbortSignal,
): Promise<{ readonly sentence: string } | Failure> {
  const io = ioOf(source, connection, outside, signal)
  if ('kind' in io) return io
  const today = outside.now().toISOString().slice(0, 10)
  const range: Range = { since: new Date(Date.parse(today) - oneDay).toISOString().slice(0, 10), until: today }
  for await (const page of source.pages(range, io, connection.scope ?? {})) {
    if (page.is === 'failed') return page.failure
    const may = `${source.name} answered: these credentials may read it.`
    if (source.files) return { sentence: `${may} ${listed(source.files.listed(page)?.length ?? 0)}` }
    const { rows, problems } = source.rows(page)
    const [problem] = problems
    if (rows.length === 0 && problem !== undefined) return { kind: 'answer', message: problem }
    return { sentence: `${may} ${foundOn(range.since, rows)}` }
  }
  return { sentence: `${source.name} has nothing to ask of ${range.since}.` }
}

/** What else there is stands on pages that are not asked for. */
const foundOn = (day: string, rows: readonly SpendRow[]) =>
  rows.some(({ BilledCost, EffectiveCost }) => BilledCost !== 0 || EffectiveCost !== 0)
    ? `It tells of costs on ${day}.`
    : `Its first answer tells of no cost on ${day}.`

const listed = (files: number) =>
  files === 0
    ? 'There are no files of an export yet.'
    : 'There are files; whether they are an export is seen on reading.'
