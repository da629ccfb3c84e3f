/** The oldest month that is kept: `keepMonths` whole ones besides the current, or all. */
export function firstMonth(keepMonths: number | undefined, now: Date): string {
  if (keepMonths === undefined) return ''
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keepMonths, 1)).toISOString().slice(0, 7)
}
