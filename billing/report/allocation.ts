import type { Allocation, Share, Unallocated } from '../analysis/allocation.ts'
import { shownRange } from '../range.ts'
import type { Range } from '../source.ts'
import { csv, money, percent, table } from './table.ts'

type Own = Allocation['own'][number]

export const allocationDocument = ({ own, shares, unallocated }: Allocation, range: Range) => ({
  period: shownRange(range),
  own: own.map(({ dimensions: _, ...row }) => row),
  shares,
  unallocated,
})

/** What each value spends itself, and what it is given: never in one figure. */
export function allocationText({ own, shares, unallocated }: Allocation): string {
  const dimensions = [...new Set([...own, ...shares].map(({ to }) => to))]
  const tables = dimensions.map((to) =>
    table(
      [
        [to, 'own or rule', 'billed', 'effective', '', ''],
        ...own.filter((row) => row.to === to).map(ownCells),
        ...shares.filter((share) => share.to === to).map(shareCells),
      ],
      (column) => column === 2 || column === 3,
    ),
  )
  if (tables.length === 0 && unallocated.length === 0) return 'No spend in these days.\n'
  const given = shares.length > 0 ? 'allocated: a shared amount that was split by a rule of outlay.json.\n' : ''
  return [tables.join('\n'), ...unallocated.map(left), given].filter((part) => part !== '').join('\n')
}

const marked = (grade: string) => (grade === 'invoice' ? '' : grade)
const ownCells = ({ value, billedCost, effectiveCost, currency, grade }: Own) => [
  value ?? '-',
  'own',
  money(billedCost),
  money(effectiveCost),
  currency,
  marked(grade),
]
const shareCells = ({ value, rule, share, billedCost, effectiveCost, currency, grade, from }: Share) => [
  value,
  `${rule}, ${percent(share)}`,
  money(billedCost),
  money(effectiveCost),
  currency,
  from === 'invoice' ? grade : `${grade} of ${from}`,
]
const left = ({ rule, billedCost, effectiveCost, currency, grade, because }: Unallocated) =>
  `${rule}: ${money(billedCost)} billed, ${money(effectiveCost)} effective ${currency}${grade === 'invoice' ? '' : ` (${grade})`} is given to nobody: ${because}\n`

export const allocationCsv = ({ own, shares, unallocated }: Allocation): string =>
  csv(
    ['to', 'value', 'rule', 'share', 'billedCost', 'effectiveCost', 'currency', 'grade', 'from', 'estimated'],
    [
      ...own.map((row) => [
        row.to,
        row.value,
        null,
        null,
        row.billedCost,
        row.effectiveCost,
        row.currency,
        row.grade,
        null,
        row.estimated,
      ]),
      ...shares.map((row) => [
        row.to,
        row.value,
        row.rule,
        row.share,
        row.billedCost,
        row.effectiveCost,
        row.currency,
        row.grade,
        row.from,
        row.estimated,
      ]),
      ...unallocated.map((row) => [
        null,
        null,
        row.rule,
        null,
        row.billedCost,
        row.effectiveCost,
        row.currency,
        row.grade,
        null,
        row.estimated,
      ]),
    ],
  )
