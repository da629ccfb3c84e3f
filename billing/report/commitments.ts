import type { Commitment, Commitments, Coverage } from '../analysis/commitments.ts'
import { shownRange } from '../range.ts'
import type { Range } from '../source.ts'
import { csv, money, percent, table } from './table.ts'

export const commitmentsDocument = (answer: Commitments, range: Range) => ({ period: shownRange(range), ...answer })

export function commitmentsText({ commitments, coverage }: Commitments): string {
  if (commitments.length === 0) return 'No reservation, savings plan or committed use in these days.\n'
  const bought = table(
    [
      ['commitment', 'used', 'wasted', 'utilisation', 'saved', 'billed for it', '', ''],
      ...commitments.map(commitmentCells),
    ],
    (column) => column > 0 && column < 6,
  )
  const covered = table(
    [['service', 'covered', 'of', 'coverage', '', ''], ...coverage.map(coverageCells)],
    (column) => column > 0 && column < 4,
  )
  return [
    bought,
    ...(coverage.length > 0 ? [covered] : []),
    'used and wasted: effective cost, what was committed for these days. saved: less than list prices. coverage: at list prices. -: not told by the rows.\n',
    ...commitments.filter(({ countedTwice }) => countedTwice !== 0).map(twice),
  ].join('\n')
}

const known = (value: number | null, write: (value: number) => string) => (value === null ? '-' : write(value))
const marked = (grade: string) => (grade === 'invoice' ? '' : grade)

const commitmentCells = (of: Commitment) => [
  of.commitment,
  money(of.used),
  money(of.wasted),
  known(of.utilisation, percent),
  known(of.saved, money),
  money(of.bought),
  of.currency,
  marked(of.grade),
]
const coverageCells = (of: Coverage) => [
  [of.provider, of.service].filter(Boolean).join(' '),
  known(of.covered, money),
  known(of.coverable, money),
  known(of.share, percent),
  of.currency,
  marked(of.grade),
]
const twice = ({ commitment, countedTwice, currency }: Commitment) =>
  `The purchase of ${commitment} carries ${money(countedTwice)} ${currency} of effective cost, which FOCUS does not allow: totals of the effective cost count it twice.\n`

export const commitmentsCsv = ({ commitments }: Commitments): string =>
  csv(
    ['commitment', 'used', 'wasted', 'utilisation', 'saved', 'bought', 'countedTwice', 'currency', 'grade'],
    commitments.map((of) => [
      of.commitment,
      of.used,
      of.wasted,
      of.utilisation,
      of.saved,
      of.bought,
      of.countedTwice,
      of.currency,
      of.grade,
    ]),
  )
