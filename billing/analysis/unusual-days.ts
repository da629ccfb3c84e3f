import type { Dimension } from '../../core/spend-dimensions.ts'
import { type Anomaly, anomaliesOf, everyday, fewest } from '../anomalies.ts'
import { dailyOf } from '../forecast/days.ts'
import type { Method } from '../forecast/method.ts'
import type { Filter, Spend } from '../questions.ts'
import { dayAfter } from '../range.ts'
import type { Range } from '../source.ts'
import { type Ask, grouped } from './ask.ts'
import { type Cause, causesOf } from './causes.ts'
import { sameName } from './same-name.ts'

/** A day on which a service, a model, an account or a key cost far more or less than usual, and what in it did. */
export interface UnusualDay extends Anomaly {
  readonly dimension: Dimension
  readonly value: string
  readonly causes: readonly Cause[]
}

const dimensions = ['service', 'model', 'account', 'key'] as const
/** The rest is found, and not looked into. */
const mostExplained = 30

export interface UnusualDays {
  /** The complete days that were looked at. */
  readonly looked: Range
  /** The latest first, of one day the largest first. */
  readonly found: readonly UnusualDay[]
  /** Sentences: what in it stands for several that are called the same. */
  readonly notes: readonly string[]
}

/** The complete days to look at, of the whole spend; a sentence where too few are known to say what is usual. */
function daysToLookAt(rows: readonly Spend[], range: Range): Range | string {
  const lasting = dailyOf(rows)
    .map(({ complete }) => complete)
    .filter(({ length }) => length > fewest)
  if (lasting.length === 0)
    return `Fewer than ${fewest + 1} complete days of spend since ${range.since}: what is usual is not known.`
  const firsts = lasting.map((days) => days[Math.max(fewest, days.length - everyday.days)]!.day).sort()
  const lasts = lasting.map((days) => days.at(-1)!.day).sort()
  return { since: firsts[0]!, until: dayAfter(lasts.at(-1)!) }
}

/**
 * What is unusual, or a sentence where that cannot be told.
 * @param trained what learns from a long history
 * @param pause after each series, which takes a while: lets others be heard, and throws where nobody waits any more
 */
export async function unusualDaysOf(
  ask: Ask,
  range: Range,
  trained?: Method,
  where?: readonly Filter[],
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<UnusualDays | string> {
  const found: UnusualDay[] = []
  let looked: Range | undefined
  for (const dimension of dimensions) {
    const rows = await ask({ ask: 'spend', by: ['day', dimension], where, ...range })
    // Rows without a value for it are among them: by whichever it is asked, it is the whole spend.
    const days = looked ?? daysToLookAt(rows, range)
    if (typeof days === 'string') return days
    looked = days
    for (const [value, own] of grouped(rows, (row) => row.dimensions[dimension] ?? null)) {
      if (value === null) continue
      await pause()
      for (const daily of dailyOf(own))
        for (const anomaly of anomaliesOf(daily, everyday, trained))
          found.push({ ...anomaly, dimension, value, causes: [] })
    }
  }
  const off = ({ actual, expected }: Anomaly) => Math.abs(actual - expected.likely)
  found.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : off(b) - off(a)))
  const explained = found.slice(0, mostExplained)
  for (const [index, day] of explained.entries()) explained[index] = { ...day, causes: await causesOf(ask, day, where) }
  const notes = await sameName(ask, dimensions, looked!, where)
  return { looked: looked!, found: [...explained, ...found.slice(mostExplained)], notes }
}
