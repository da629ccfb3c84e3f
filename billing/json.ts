import { isRecord } from '../core/record.ts'

/** A number that can be added up; undefined for everything else. */
export const numberIn = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** A number, or the same as decimal text, the way databases write it. */
export function decimalIn(value: unknown): number | undefined {
  return numberIn(typeof value === 'string' && /^-?(\d|\.\d)/.test(value.trim()) ? Number(value) : value)
}

/** Text that says something. */
export const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export const recordIn = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})

/** A time as an ISO instant in UTC; undefined where it is none. */
export const instantIn = (value: unknown) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined
