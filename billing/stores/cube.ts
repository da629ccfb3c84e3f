import type { Dimension, PlainDimension } from '../../core/spend-dimensions.ts'
import type { Column } from '../focus.ts'
import type { Filter, Question, Within } from '../questions.ts'

// The daily cube: sums per day of what the panel's questions tell apart, a few per cent of the rows and the same columns, so
// that the same SQL reads either. Besides them `x_Rows`, how many rows a sum is of, and for readers without decimals of 38
// digits the amounts as two whole numbers: `x_Billed` and `x_Effective`, and `…Part`, the millionth millionths over them.

/** What its rows are told apart by, besides the day of ChargePeriodStart and the tags. */
export const cubeKeys = [
  'ServiceProviderName',
  'ServiceName',
  'x_ModelId',
  'RegionId',
  'BillingAccountId',
  'BillingAccountName',
  'SubAccountId',
  'SubAccountName',
  'x_CredentialId',
  'x_Source',
  'ChargeCategory',
  'BillingCurrency',
  'x_Grade',
] as const satisfies readonly Column[]

/** What those columns tell. */
const dimensions: readonly PlainDimension[] = [
  'day',
  'week',
  'month',
  'provider',
  'service',
  'model',
  'region',
  'account',
  'account-id',
  'project',
  'project-id',
  'key',
  'source',
  'charge',
]

export const tagColumn = (key: string) => `tag:${key}`

/** Whether the cube answers it row for row. @param hasTag whether a tag has a column in it */
export function isInCube(question: Question, hasTag: (key: string) => boolean): boolean {
  if (question.ask === 'sources' || question.ask === 'overlaps') return true
  if (question.ask !== 'spend' && question.ask !== 'totals') return false
  const isColumn = (dimension: Dimension) =>
    dimension.startsWith('tag:') ? hasTag(dimension.slice(4)) : dimensions.some((each) => each === dimension)
  return isDay(question.since) && isDay(question.until) && dimensionsOf(question).every(isColumn)
}

const isDay = (text: string | undefined) => text === undefined || /^\d{4}-\d\d-\d\d(T00:00:00(\.0+)?Z)?$/.test(text)

/** Tags that a question names. */
export const tagsOf = (question: Question): string[] =>
  dimensionsOf(question).flatMap((dimension) => (dimension.startsWith('tag:') ? [dimension.slice(4)] : []))

/** What a question names. */
export const dimensionsOf = (question: Question): Dimension[] =>
  question.ask === 'sources' || question.ask === 'overlaps' ? [] : named(question)

const named = ({ by = [], where = [], except = [] }: Within & { readonly by?: readonly Dimension[] }): Dimension[] => [
  ...by,
  ...[...where, ...except.flat()].map(({ dimension }: Filter) => dimension),
]
