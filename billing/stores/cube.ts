import type { Column } from '../focus.ts'
import type { Dimension, Question, Within } from '../questions.ts'

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

export const tagColumn = (key: string) => `tag:${key}`

const isDay = (text: string | undefined) => text === undefined || /^\d{4}-\d\d-\d\d(T00:00:00(\.0+)?Z)?$/.test(text)

/** Whether the cube answers it row for row. @param hasTag whether a tag has a column in it */
export function isInCube(question: Question, hasTag: (key: string) => boolean): boolean {
  switch (question.ask) {
    case 'spend':
      return isWithin(question, hasTag) && question.by.every((dimension) => isColumn(dimension, hasTag))
    case 'totals':
      return isWithin(question, hasTag)
    case 'sources':
    case 'overlaps':
      return true
    default:
      return false
  }
}

const isColumn = (dimension: Dimension, hasTag: (key: string) => boolean) =>
  dimension.startsWith('tag:') ? hasTag(dimension.slice(4)) : dimension !== 'resource'

const isWithin = ({ since, until, where = [] }: Within, hasTag: (key: string) => boolean) =>
  isDay(since) && isDay(until) && where.every(({ dimension }) => isColumn(dimension, hasTag))

/** Tags that a question names. */
export function tagsOf(question: Question): string[] {
  if (question.ask !== 'spend' && question.ask !== 'totals') return []
  const named = [
    ...(question.ask === 'spend' ? question.by : []),
    ...(question.where ?? []).map((one) => one.dimension),
  ]
  return named.filter((dimension) => dimension.startsWith('tag:')).map((dimension) => dimension.slice(4))
}
