import type { SourceInfo } from '../../billing/describe.ts'
import type { Range } from '../../billing/source.ts'
import type { Account } from './account.ts'

const hour = 3_600_000
const oneDay = 24 * hour
/** Where the provider does not say how often it has newer figures. */
const usual = 6
/** How far back spend is read, in days; the panel's longest range. */
const days = 90
/** Before the last reading, in days: providers correct what they said of a month when they close it. */
const corrected = 7

/** Asking costs money: it is not done unless somebody asked, or allowed it. */
export const isPaid = ({ askCosts, asking }: SourceInfo): boolean => askCosts !== undefined || asking !== undefined

/** Hours between readings of an account; undefined: only when somebody asks. @param chosen what the settings say, 0: never */
export function hoursBetween(info: SourceInfo, account: Account, chosen: number | undefined): number | undefined {
  if (chosen !== undefined) return chosen > 0 ? chosen : undefined
  if (isPaid(info) && !account.byItself) return undefined
  return info.renews?.hours ?? usual
}

/** When to read it next. ms; undefined: only when somebody asks. @param last when it was tried last, ms */
export function dueAt(last: number | undefined, hours: number | undefined): number | undefined {
  if (hours === undefined) return undefined
  return last === undefined ? 0 : last + hours * hour
}

/** All that is shown. `until` is exclusive: today is read as far as it is known. */
export const wholeRange = (now: number): Range => ({ since: day(now - (days - 1) * oneDay), until: day(now + oneDay) })

/** What may have changed since it was read: whole months, so that late corrections of one are seen. */
export function newRange(now: number, readAt: string, estimatedSince: string | null): Range {
  const whole = wholeRange(now)
  const month = `${day(Date.parse(readAt) - corrected * oneDay).slice(0, 7)}-01`
  const [first = month] = [month, estimatedSince ?? month].sort()
  const [, since = first] = [first, whole.since].sort()
  return { since, until: whole.until }
}

/** UTC, as providers bill. */
const day = (time: number) => new Date(time).toISOString().slice(0, 10)
