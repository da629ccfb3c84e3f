import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Filter, Usage } from '../questions.ts'
import { dayAfter } from '../range.ts'
import type { Range } from '../source.ts'
import { type Ask, amountOf, apart, grouped, type Kind, type Measure, total } from './ask.ts'
import { type Charged, type Drivers, driversOf, together } from './drivers.ts'

export interface ChangeOptions {
  readonly by: Dimension
  readonly now: Range
  readonly before: Range
  readonly where?: readonly Filter[]
  /** Left out: effective. */
  readonly measure?: Measure
}

/** Of one currency and grade. `change` is `now` less `before`, and the sum of the drivers. */
export interface Change extends Kind {
  readonly before: number
  readonly now: number
  readonly change: number
  readonly drivers: Drivers
  /** One for each value of the dimension, what moved most first. */
  readonly movers: readonly Mover[]
  /** The provider may still change amounts of the period. */
  readonly estimated: boolean
}

export interface Mover {
  /** Null: rows that do not say it. */
  readonly value: string | null
  readonly kind: 'new' | 'gone' | 'grown' | 'shrunk' | 'same'
  readonly before: number
  readonly now: number
  readonly change: number
  readonly drivers: Drivers
  readonly estimated: boolean
}

/** Sentences: what the sources do not tell of the two periods. Undefined where no source tells of the first. */
export async function comparable(ask: Ask, { before, now }: Pick<ChangeOptions, 'before' | 'now'>) {
  const states = await ask({ ask: 'sources' })
  if (!states.some(({ since, until }) => since < before.until && until >= before.since)) return undefined
  return states.flatMap(({ source, since, until }) => [
    ...(since > before.since ? [`${source} tells nothing before ${since}.`] : []),
    // Most providers are a day or two behind.
    ...(dayAfter(until, 3) < now.until ? [`${source} tells nothing after ${until}.`] : []),
  ])
}

/** What a price is of: two charges that differ in one of these are never compared by quantity. */
const priced = ['provider', 'service', 'model', 'region', 'charge', 'pricing', 'sku', 'meter'] as const

/** What spend changed by between two periods, and why: by value of a dimension, and by price and quantity where quantities are told. */
export async function changeOf(ask: Ask, options: ChangeOptions): Promise<readonly Change[]> {
  const { by, where, measure = 'effective' } = options
  const dimensions = [...new Set<Dimension>([by, ...priced])]
  const [before, now] = [
    await ask({ ask: 'usage', by: dimensions, where, ...options.before }),
    await ask({ ask: 'usage', by: dimensions, where, ...options.now }),
  ]
  const marked = [
    ...before.map((row) => ({ ...row, period: 'before' as const })),
    ...now.map((row) => ({ ...row, period: 'now' as const })),
  ]
  return apart(marked).map(({ currency, grade, rows }) => {
    const movers = grouped(rows, ({ dimensions }) => dimensions[by] ?? null).map(([value, of]) =>
      moverOf(value, of, measure),
    )
    movers.sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    return {
      currency,
      grade,
      before: total(movers.map((mover) => mover.before)),
      now: total(movers.map((mover) => mover.now)),
      change: total(movers.map((mover) => mover.change)),
      drivers: together(movers.map((mover) => mover.drivers)),
      movers,
      estimated: movers.some((mover) => mover.estimated),
    }
  })
}

type InPeriod = Usage & { readonly period: 'before' | 'now' }

function moverOf(value: string | null, rows: readonly InPeriod[], measure: Measure): Mover {
  const drivers = together(
    itemsOf(rows, measure).map((item) => driversOf(charged(item, 'before', measure), charged(item, 'now', measure))),
  )
  const sum = (period: InPeriod['period']) =>
    total(rows.filter((row) => row.period === period).map((row) => amountOf(row, measure)))
  const [before, now] = [sum('before'), sum('now')]
  const estimated = rows.some((row) => row.estimated)
  return { value, kind: kindOf(rows, now - before), before, now, change: now - before, drivers, estimated }
}

/** What is compared with itself: rows of one price, and of one unit unless only one is told. */
function itemsOf(rows: readonly InPeriod[], measure: Measure): readonly (readonly InPeriod[])[] {
  return grouped(rows, ({ dimensions }) => JSON.stringify(dimensions)).flatMap(([, of]) => {
    const units = grouped(of, ({ unit }) => unit).map(([, ofUnit]) => ofUnit)
    const told = of.filter(({ unit }) => unit !== null)
    // A source may tell how much in rows of their own, which cost nothing (usage-rows.ts).
    const isBeside = units.length === 2 && told.length < of.length && told.every((row) => amountOf(row, measure) === 0)
    return isBeside ? [of] : units
  })
}

function charged(item: readonly InPeriod[], period: InPeriod['period'], measure: Measure): Charged | undefined {
  const own = item.filter((row) => row.period === period)
  if (own.length === 0) return undefined
  const told = own.filter(({ unit }) => unit !== null)
  return {
    amount: total(own.map((row) => amountOf(row, measure))),
    quantity: (told.length > 0 ? told : own)[0]!.quantity,
  }
}

function kindOf(rows: readonly InPeriod[], change: number): Mover['kind'] {
  if (rows.every(({ period }) => period === 'now')) return 'new'
  if (rows.every(({ period }) => period === 'before')) return 'gone'
  return change > 0 ? 'grown' : change < 0 ? 'shrunk' : 'same'
}
