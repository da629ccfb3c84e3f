import type { Schedule } from './settings.ts'

const day = 86_400_000
const periods: Readonly<Record<Exclude<Schedule, 'off'>, number>> = { daily: day, weekly: 7 * day, monthly: 30 * day }

/** After a refresh that brought nothing. */
const pause = day / 24

export interface LastRefresh {
  /** ISO instant at which a list was last read, by whichever window or terminal. */
  readonly checked: string | undefined
  /** When this was last tried, well or not. Milliseconds since 1970. */
  readonly attempted: number | undefined
}

/**
 * How long until prices are to be refreshed, in milliseconds; 0 where it is time.
 * A last time that lies in the future comes from a clock that was wrong: it counts by how far it is away.
 */
export function untilDue(schedule: Exclude<Schedule, 'off'>, now: number, { checked, attempted }: LastRefresh): number {
  const since = (time: number) => Math.abs(now - time)
  const read = checked === undefined ? 0 : Math.max(0, periods[schedule] - since(Date.parse(checked)))
  const tried = attempted === undefined ? 0 : Math.max(0, pause - since(attempted))
  return Math.max(read, tried)
}
