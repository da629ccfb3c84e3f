import type { LoadState } from '../../store.ts'

/** The oldest month that is kept: `keepMonths` whole ones besides the current, or all. */
export function firstMonth(keepMonths: number | undefined, now: Date): string {
  if (keepMonths === undefined) return ''
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keepMonths, 1)).toISOString().slice(0, 7)
}

export const notKept = (first: string) => `What is older than ${first} is not kept: retention is set so.`

/** What is still there of the days that were read. @param aged sources of whose months some were just removed */
export function kept(loads: readonly LoadState[], first: string, aged: ReadonlySet<string>): LoadState[] {
  const since = `${first}-01`
  return loads.map(({ covers, ...load }) => {
    if (covers)
      return covers.until > since ? { ...load, covers: { ...covers, since: later(covers.since, since) } } : load
    if (!aged.has(load.source) || load.problems.includes(notKept(first))) return load
    return { ...load, problems: [...load.problems, notKept(first)] }
  })
}

const later = (a: string, b: string) => (a > b ? a : b)
