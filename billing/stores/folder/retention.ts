import { without } from '../../range.ts'
import type { LoadState } from '../../store.ts'
import type { Manifest } from './manifest.ts'

/** The oldest month that is kept: `keepMonths` whole ones besides the current, or all. */
export function firstMonth(keepMonths: number | undefined, now: Date): string {
  if (keepMonths === undefined) return ''
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keepMonths, 1)).toISOString().slice(0, 7)
}

export const notKept = (first: string) => `What is older than ${first} is not kept: retention is set so.`

/** What is left of a store where no older month is kept. */
export function keptOf({ partitions, loads }: Pick<Manifest, 'partitions' | 'loads'>, first: string) {
  const aged = new Set(partitions.flatMap(({ source, month }) => (month < first ? [source] : [])))
  return {
    partitions: partitions.filter(({ month }) => month >= first),
    loads: first === '' ? loads : kept(loads, first, aged),
  }
}

/** What is still there of the days that were read. @param aged sources of whose months some were just removed */
function kept(loads: readonly LoadState[], first: string, aged: ReadonlySet<string>): LoadState[] {
  const since = `${first}-01`
  const gone = [{ since: '', until: since }]
  return loads.map(({ covers, due, ...load }) => {
    if (covers) {
      const [still, owed] = [covers, due ?? []].map((days) => without(days, gone))
      return { ...load, covers: still!, ...(owed!.length > 0 && { due: owed }) }
    }
    if (!aged.has(load.source) || load.problems.includes(notKept(first))) return load
    return { ...load, problems: [...load.problems, notKept(first)] }
  })
}
