import type { Dimension, PlainDimension } from '../core/spend-dimensions.ts'
import type { Dialect, Parameter, Sql } from './dialect.ts'
import type { Filter, Question, Within } from './questions.ts'

// One SQL text per question, for every engine: aliases have AS, identifiers double quotes, values are parameters, an order says
// where nulls stand. Answers are read by position (`answersOf`): some engines change the case of names.
// Money of different currencies, and of different grades, never meets in one sum: both are in every GROUP BY.

/** Collects values in the order in which their places stand in the text. */
interface Writer {
  readonly dialect: Dialect
  bind(value: string, kind: Parameter['kind']): string
}

/** The test of a WHERE alone, for an engine whose values stand in the text. */
export const filterOf = (filter: Within, dialect: Dialect): string =>
  within(filter, { dialect, bind: (value, kind) => dialect.parameter({ name: '', kind, value }, 0) })

export function sqlOf(question: Question, dialect: Dialect): Sql {
  const parameters: Parameter[] = []
  const bind: Writer['bind'] = (value, kind) => {
    const position = parameters.length + 1
    const parameter = { name: `p${position}`, kind, value }
    parameters.push(parameter)
    return dialect.parameter(parameter, position)
  }
  return { text: quoted(textOf(question, { dialect, bind }), dialect), parameters }
}

/** Identifiers as the engine takes them. */
export const quoted = (text: string, { quote }: Pick<Dialect, 'quote'>): string =>
  quote === '"' ? text : text.replaceAll('"', quote)

function textOf(question: Question, writer: Writer): string {
  switch (question.ask) {
    case 'spend':
    case 'usage':
      return spend(question, writer)
    case 'totals':
      return totals(question, writer)
    case 'sources':
      return sources(writer.dialect)
    case 'overlaps':
      return overlaps(writer.dialect)
  }
}

const plain: Readonly<Record<PlainDimension, (dialect: Dialect) => string>> = {
  day: ({ day }) => day('"ChargePeriodStart"'),
  week: ({ week }) => week('"ChargePeriodStart"'),
  month: ({ month }) => month('"ChargePeriodStart"'),
  provider: () => '"ServiceProviderName"',
  service: () => '"ServiceName"',
  model: () => '"x_ModelId"',
  region: () => '"RegionId"',
  account: () => 'COALESCE("BillingAccountName", "BillingAccountId")',
  'account-id': () => '"BillingAccountId"',
  project: () => 'COALESCE("SubAccountName", "SubAccountId")',
  'project-id': () => '"SubAccountId"',
  key: () => '"x_CredentialId"',
  resource: () => 'COALESCE("ResourceName", "ResourceId")',
  'resource-id': () => '"ResourceId"',
  source: () => '"x_Source"',
  charge: () => '"ChargeCategory"',
  meter: () => '"SkuMeter"',
  sku: () => 'COALESCE("SkuPriceId", "SkuId")',
  pricing: () => '"PricingCategory"',
  commitment: () => 'COALESCE("CommitmentDiscountName", "CommitmentDiscountId")',
  'commitment-id': () => 'COALESCE("CommitmentDiscountId", "CommitmentDiscountName")',
  'commitment-status': () => '"CommitmentDiscountStatus"',
}

function expression(dimension: Dimension, { dialect, bind }: Writer): string {
  if (dimension.startsWith('tag:')) return dialect.tag(dimension.slice(4), (value) => bind(value, 'text'))
  return plain[dimension as PlainDimension](dialect)
}

function within({ since, until, where = [], except = [] }: Within, writer: Writer): string {
  const tests = ['TRUE']
  if (since !== undefined) tests.push(`"ChargePeriodStart" >= ${writer.bind(since, 'time')}`)
  if (until !== undefined) tests.push(`"ChargePeriodStart" < ${writer.bind(until, 'time')}`)
  tests.push(...where.map((filter) => holds(filter, writer)))
  // A test of a null is neither true nor false: what is not certainly left out stays.
  for (const all of except)
    tests.push(
      `CASE WHEN ${['TRUE', ...all.map((filter) => holds(filter, writer))].join(' AND ')} THEN 0 ELSE 1 END = 1`,
    )
  return tests.join(' AND ')
}

function holds({ dimension, among }: Filter, writer: Writer): string {
  const values = among.filter((value) => value !== null)
  const is = values.map((value) => `${expression(dimension, writer)} = ${writer.bind(value, 'text')}`)
  if (values.length < among.length) is.push(`${expression(dimension, writer)} IS NULL`)
  return is.length > 0 ? `(${is.join(' OR ')})` : 'FALSE'
}

const money = ({ digits }: Dialect) =>
  `${digits('SUM("BilledCost")')} AS "billedCost", ${digits('SUM("EffectiveCost")')} AS "effectiveCost"`
const rows = ({ rows = 'COUNT(*)' }: Dialect) => rows
const firstDay = ({ day }: Dialect) => day('MIN("ChargePeriodStart")')
// A charge period ends at an instant that is no longer in it.
const lastDay = ({ day, justBefore }: Dialect) => day(justBefore('MAX("ChargePeriodEnd")'))
// A fee of the month would tell of days that no charge is of yet; a source that has only such ones tells of all of them.
const lastTold = (dialect: Dialect) => {
  const began = dialect.day('MAX("ChargePeriodStart")')
  return `CASE WHEN ${began} LIKE '%-01' THEN ${lastDay(dialect)} ELSE ${began} END`
}

const unit = 'COALESCE("ConsumedUnit", "PricingUnit")'
const quantity = 'CASE WHEN "ConsumedUnit" IS NULL THEN "PricingQuantity" ELSE "ConsumedQuantity" END'
// The sum of what some rows tell would be taken for that of all.
const whole = (value: string, { digits }: Dialect) =>
  digits(`CASE WHEN COUNT(${value}) = COUNT(*) THEN SUM(${value}) END`)

function spend(question: Extract<Question, { ask: 'spend' | 'usage' }>, writer: Writer): string {
  const { dialect } = writer
  const isUsage = question.ask === 'usage'
  const keys = question.by.map((dimension, index) => `${expression(dimension, writer)} AS "key${index}", `)
  const positions = [...keys, 'currency', 'grade', ...(isUsage ? ['unit'] : [])].map((_, index) => index + 1)
  const amounts = `${money(dialect)},
  MAX(CASE WHEN "x_Estimated" THEN 1 ELSE 0 END) AS "estimated"`
  const used = `, ${whole(quantity, dialect)} AS "quantity", ${whole('"ListCost"', dialect)} AS "listCost"`
  return `SELECT ${keys.join('')}"BillingCurrency" AS "currency", "x_Grade" AS "grade", ${isUsage ? `${unit} AS "unit", ` : ''}${amounts}${isUsage ? used : ''}
FROM ${dialect.table} WHERE ${within(question, writer)}
GROUP BY ${positions.join(', ')} ORDER BY ${positions.map((position) => `${position} NULLS LAST`).join(', ')}`
}

function totals(question: Extract<Question, { ask: 'totals' }>, writer: Writer): string {
  const { dialect } = writer
  return `SELECT "BillingCurrency" AS "currency", "x_Grade" AS "grade", ${money(dialect)}, ${rows(dialect)} AS "rows",
  ${firstDay(dialect)} AS "since", ${lastDay(dialect)} AS "until"
FROM ${dialect.table} WHERE ${within(question, writer)} GROUP BY 1, 2 ORDER BY SUM("EffectiveCost") DESC, 1, 2`
}

const sources = (
  dialect: Dialect,
) => `SELECT "x_Source" AS "source", ${dialect.lines('"ServiceProviderName"')} AS "providers",
  ${rows(dialect)} AS "rows", ${dialect.second('MIN("x_FetchedAt")')} AS "asOf", ${firstDay(dialect)} AS "since", ${lastTold(dialect)} AS "until",
  ${dialect.day('MIN(CASE WHEN "x_Estimated" THEN "ChargePeriodStart" END)')} AS "estimatedSince"
FROM ${dialect.table} GROUP BY 1 ORDER BY 1`

function overlaps(dialect: Dialect): string {
  const perDay = `SELECT DISTINCT "ServiceProviderName" AS "provider", "x_Source" AS "source", ${plain.day(dialect)} AS "day"
    FROM ${dialect.table} WHERE "ServiceProviderName" IS NOT NULL`
  return `SELECT "provider", ${dialect.lines('"source"')} AS "sources", COUNT(DISTINCT "day") AS "days"
FROM (SELECT "provider", "source", "day", COUNT(*) OVER (PARTITION BY "provider", "day") AS "times" FROM (${perDay}) AS "seen") AS "shared"
WHERE "times" > 1 GROUP BY 1 ORDER BY 1`
}
