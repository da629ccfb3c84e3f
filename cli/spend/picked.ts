import type { Filter } from '../../billing/questions.ts'
import { dayAfter } from '../../billing/range.ts'
import type { Range } from '../../billing/source.ts'
import { dimensionsText, isDimension } from '../../core/spend-dimensions.ts'

/** Which of the spend that is read is looked at. */
export interface Picked {
  /** UTC days, both inclusive. */
  readonly since?: string
  readonly until?: string
  /** `service=EC2`; `tag:team=` is what carries no such tag. One dimension several times: any of the values. */
  readonly where?: readonly string[]
}

/** @returns a sentence where it cannot be understood */
export function pickedOf(
  picked: Picked,
  today: string,
): { readonly range: Range; readonly where: readonly Filter[] } | string {
  const range = rangeOf(picked, today)
  if (range === undefined) return 'A day is written 2026-11-01, and --since is not after --until.'
  const where = filtersOf(picked.where ?? [])
  return typeof where === 'string' ? where : { range, where }
}

/** The last thirty days with today, where nothing is said. `until` of a range is exclusive. */
function rangeOf({ since, until }: Picked, today: string): Range | undefined {
  const last = until ?? today
  if (!isDay(last) || (since !== undefined && !isDay(since))) return undefined
  const first = since ?? dayAfter(last, -29)
  return first > last ? undefined : { since: first, until: dayAfter(last) }
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** `2026-10-01..2026-10-31`, both inclusive. */
export function writtenRange(text: string): Range | undefined {
  const [since = '', until = ''] = text.split('..')
  return isDay(since) && isDay(until) && since <= until ? { since, until: dayAfter(until) } : undefined
}

function filtersOf(written: readonly string[]): readonly Filter[] | string {
  const among = new Map<string, (string | null)[]>()
  for (const text of written) {
    const at = text.indexOf('=')
    const dimension = text.slice(0, Math.max(0, at))
    if (!isDimension(dimension))
      return `"${text}" is no filter: write <dimension>=<value>, the dimension one of ${dimensionsText}.`
    among.set(dimension, [...(among.get(dimension) ?? []), text.slice(at + 1) || null])
  }
  return [...among].flatMap(([dimension, values]) => (isDimension(dimension) ? [{ dimension, among: values }] : []))
}
