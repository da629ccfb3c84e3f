import { type Column, countable, type Grade, grades } from '../focus.ts'
import type { CubeRow } from '../stores/cube-answers.ts'
import { amountIn, flagIn, microsIn, textIn } from './cell-values.ts'
import { isZoneless, noneUsable, unreadableCells } from './sentences.ts'

/** What is read of a row: what the panel's questions tell apart, and what no total is without. */
export const summed = [
  'ServiceProviderName',
  'ServiceName',
  'BillingCurrency',
  'x_Grade',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'BilledCost',
  'EffectiveCost',
  'x_Estimated',
] as const satisfies readonly Column[]

/** The text of a column in the row at hand; undefined where its cell is empty. */
export type Told = (column: (typeof summed)[number]) => string | undefined

export type Summed =
  | { readonly is: 'rows'; readonly rows: number; readonly unread: readonly string[]; readonly cube: CubeRow[] }
  | { readonly is: 'none'; readonly message: string }

/** Adds rows up by day, as the daily cube does. */
export interface Sums {
  add(told: Told): void
  /** @param asOf ISO instant the rows are from */
  end(source: string, asOf: string): Summed
  /** The first time that has no zone. */
  zoneless(): string | undefined
}

interface Sum {
  readonly keys: Pick<CubeRow, 'ServiceProviderName' | 'ServiceName' | 'BillingCurrency' | 'x_Grade'>
  readonly day: bigint
  billed: bigint
  effective: bigint
  rows: bigint
  end: bigint | undefined
  estimated: boolean
}

const dayInMicros = 86_400_000_000n

export function createSums(): Sums {
  const sums = new Map<string, Sum>()
  const unreadable = new Map<Column, number>()
  let kept = 0
  let first: string | undefined

  function add(told: Told): void {
    const text = Object.fromEntries(summed.map((column) => [column, textIn(told(column))])) as Texts
    first ??= text.ChargePeriodStart
    const found = {
      ChargePeriodStart: valueOf(text.ChargePeriodStart, microsIn),
      BillingCurrency: text.BillingCurrency,
      BilledCost: valueOf(text.BilledCost, amountIn),
      EffectiveCost: valueOf(text.EffectiveCost, amountIn),
    }
    const missing = countable.filter((column) => found[column] === undefined)
    for (const column of missing) unreadable.set(column, (unreadable.get(column) ?? 0) + 1)
    if (missing.length > 0) return
    kept += 1
    const sum = sumOf(text, found.ChargePeriodStart!)
    sum.billed += found.BilledCost!
    sum.effective += found.EffectiveCost!
    sum.rows += 1n
    sum.estimated ||= flagIn(text.x_Estimated)
    const end = valueOf(text.ChargePeriodEnd, microsIn)
    if (end !== undefined && end > (sum.end ?? end - 1n)) sum.end = end
  }

  function sumOf(text: Texts, start: bigint): Sum {
    const day = start - (((start % dayInMicros) + dayInMicros) % dayInMicros)
    const grade = gradeOf(text.x_Grade)
    const { ServiceProviderName = null, ServiceName = null, BillingCurrency = null } = text
    const id = JSON.stringify([String(day), ServiceProviderName, ServiceName, BillingCurrency, grade])
    const known = sums.get(id)
    if (known) return known
    const keys = { ServiceProviderName, ServiceName, BillingCurrency, x_Grade: grade }
    const made: Sum = { keys, day, billed: 0n, effective: 0n, rows: 0n, end: undefined, estimated: false }
    sums.set(id, made)
    return made
  }

  return {
    add,
    end(source, asOf) {
      const unread = countable.flatMap((column) => {
        const count = unreadable.get(column) ?? 0
        return count > 0 ? [unreadableCells(source, column, count)] : []
      })
      if (kept === 0 && unread.length > 0) return { is: 'none', message: noneUsable(unread) }
      const fetched = BigInt(Date.parse(asOf)) * 1000n
      return { is: 'rows', rows: kept, unread, cube: [...sums.values()].map((sum) => cubeRow(sum, source, fetched)) }
    },
    zoneless: () => (first !== undefined && isZoneless(first) ? first : undefined),
  }
}

type Texts = Readonly<Record<(typeof summed)[number], string | undefined>>

const valueOf = <T>(text: string | undefined, read: (text: string) => T | undefined) =>
  text === undefined ? undefined : read(text)

const gradeOf = (text: string | undefined): Grade => grades.find((grade) => grade === text) ?? 'invoice'

/** An amount's parts are millionths of millionths. */
const parts = 1_000_000_000_000n

/** The whole part is the next one below, as in the cube on a disk. */
function halves(amount: bigint): readonly [whole: bigint, part: bigint] {
  const part = ((amount % parts) + parts) % parts
  return [(amount - part) / parts, part]
}

function cubeRow(sum: Sum, source: string, fetched: bigint): CubeRow {
  const [x_Billed, x_BilledPart] = halves(sum.billed)
  const [x_Effective, x_EffectivePart] = halves(sum.effective)
  const amounts = { x_Billed, x_BilledPart, x_Effective, x_EffectivePart }
  const row = { ChargePeriodStart: sum.day, ChargePeriodEnd: sum.end ?? null, x_Rows: sum.rows }
  return { ...sum.keys, ...row, ...amounts, x_Estimated: sum.estimated, x_Source: source, x_FetchedAt: fetched }
}
