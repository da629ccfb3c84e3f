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
      ...commitments.map((of) => [called(of, commitments), ...commitmentCells(of)]),
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
    ...commitments.filter(({ countedTwice }) => countedTwice !== 0).map((of) => twice(of, called(of, commitments))),
  ].join('\n')
}

const known = (value: number | null, write: (value: number) => string) => (value === null ? '-' : write(value))
const marked = (grade: string) => (grade === 'invoice' ? '' : grade)

/** With its id where another one has its name. */
const called = ({ commitment, id }: Commitment, all: readonly Commitment[]) =>
  all.some((other) => other.commitment === commitment && other.id !== id) ? `${commitment} (${id})` : commitment

const commitmentCells = (of: Commitment) => [
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
const twice = ({ countedTwice, currency }: Commitment, name: string) =>
  `The purchase of ${name} carries ${money(countedTwice)} ${currency} of effective cost, which FOCUS does not allow: totals of the effective cost count it twice.\n`

export const commitmentsCsv = ({ commitments }: Commitments): string =>
  csv(
    ['commitment', 'used', 'wasted', 'utilisation', 'saved', 'bought', 'countedTwice', 'currency', 'grade', 'id'],
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
      of.id,
    ]),
  )
