import type { Grade } from './focus.ts'

// One SQL text per question. Written for any engine: every alias has AS, every identifier is quoted, values are parameters.
// Money of different currencies, and of different grades, never meets in one sum: both are in every GROUP BY.

export type Dimension =
  | 'day'
  | 'week'
  | 'month'
  | 'provider'
  | 'service'
  | 'model'
  | 'region'
  | 'account'
  | 'project'
  | 'key'
  | 'resource'
  | 'source'
  | `tag:${string}`

export const isDimension = (name: string): name is Dimension =>
  Object.hasOwn(expressions, name) || (name.startsWith('tag:') && name.length > 4)

/** UTC days, `since` inclusive, `until` exclusive. */
interface Within {
  readonly since?: string
  readonly until?: string
}

export type Question =
  | ({ readonly ask: 'spend'; readonly by: readonly Dimension[] } & Within)
  | ({ readonly ask: 'totals' } & Within)
  | { readonly ask: 'sources' }
  | { readonly ask: 'overlaps' }

export interface Answers {
  /** One row per combination of dimensions, currency and grade, in the order of the dimensions. A dimension nobody wrote is null. */
  spend: Spend
  totals: Total
  sources: SourceState
  overlaps: Overlap
}

interface Amounts {
  readonly currency: string
  readonly grade: Grade
  /** What the invoice says. */
  readonly billedCost: number
  /** What use has consumed, prepaid purchases spread over it. Never added to `billedCost`. */
  readonly effectiveCost: number
}

export interface Spend extends Amounts {
  readonly dimensions: Readonly<Record<string, string | null>>
  /** True where the provider may still change one of the amounts in it. */
  readonly estimated: boolean
}

export interface Total extends Amounts {
  readonly rows: number
  /** First day, and last day, both inclusive. */
  readonly since: string
  readonly until: string
}

export interface SourceState {
  readonly source: string
  readonly providers: readonly string[]
  readonly rows: number
  /** When it was read. */
  readonly asOf: string
  readonly since: string
  readonly until: string
  /** First day whose amounts may still change. */
  readonly estimatedSince: string | null
}

/** The same provider's charges from two sources on the same days: the totals count them twice. */
export interface Overlap {
  readonly provider: string
  readonly sources: readonly string[]
  readonly days: number
}

export interface Sql {
  readonly text: string
  readonly parameters: Readonly<Record<string, string>>
}

const day = (instant: string) => `strftime(${instant}, '%Y-%m-%d')`
// A charge period ends at an instant that is no longer in it.
const lastDay = day(`MAX("ChargePeriodEnd") - INTERVAL 1 MICROSECOND`)
const firstDay = day(`MIN("ChargePeriodStart")`)

const expressions: Readonly<Record<Exclude<Dimension, `tag:${string}`>, string>> = {
  day: day('"ChargePeriodStart"'),
  week: day(`date_trunc('week', "ChargePeriodStart")`),
  month: `strftime("ChargePeriodStart", '%Y-%m')`,
  provider: '"ServiceProviderName"',
  service: '"ServiceName"',
  model: '"x_ModelId"',
  region: '"RegionId"',
  account: 'COALESCE("BillingAccountName", "BillingAccountId")',
  project: 'COALESCE("SubAccountName", "SubAccountId")',
  key: '"x_CredentialId"',
  resource: 'COALESCE("ResourceName", "ResourceId")',
  source: '"x_Source"',
}

function within({ since, until }: Within, parameters: Record<string, string>): string {
  const tests = ['TRUE']
  if (since !== undefined) {
    parameters.since = since
    tests.push(`"ChargePeriodStart" >= CAST($since AS TIMESTAMP)`)
  }
  if (until !== undefined) {
    parameters.until = until
    tests.push(`"ChargePeriodStart" < CAST($until AS TIMESTAMP)`)
  }
  return tests.join(' AND ')
}

function spend(question: Extract<Question, { ask: 'spend' }>): Sql {
  const parameters: Record<string, string> = {}
  const keys = question.by.map((dimension, index) => {
    if (!dimension.startsWith('tag:')) return expressions[dimension as keyof typeof expressions]
    parameters[`tag${index}`] = `$."${dimension.slice(4).replaceAll('"', '\\"')}"`
    return `json_extract_string("Tags", $tag${index})`
  })
  const positions = [...keys, '', ''].map((_, index) => index + 1).join(', ')
  const text = `SELECT ${keys.map((key, index) => `${key} AS "key${index}", `).join('')}"BillingCurrency" AS "currency", "x_Grade" AS "grade",
  CAST(SUM("BilledCost") AS DOUBLE) AS "billedCost", CAST(SUM("EffectiveCost") AS DOUBLE) AS "effectiveCost", BOOL_OR("x_Estimated") AS "estimated"
FROM "spend" WHERE ${within(question, parameters)} GROUP BY ${positions} ORDER BY ${positions}`
  return { text, parameters }
}

function totals(question: Extract<Question, { ask: 'totals' }>): Sql {
  const parameters: Record<string, string> = {}
  const text = `SELECT "BillingCurrency" AS "currency", "x_Grade" AS "grade",
  CAST(SUM("BilledCost") AS DOUBLE) AS "billedCost", CAST(SUM("EffectiveCost") AS DOUBLE) AS "effectiveCost", CAST(COUNT(*) AS INTEGER) AS "rows",
  ${firstDay} AS "since", ${lastDay} AS "until"
FROM "spend" WHERE ${within(question, parameters)} GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2`
  return { text, parameters }
}

const sources = `SELECT "x_Source" AS "source", STRING_AGG(DISTINCT "ServiceProviderName", chr(10)) AS "providers",
  CAST(COUNT(*) AS INTEGER) AS "rows", strftime(MIN("x_FetchedAt"), '%Y-%m-%dT%H:%M:%SZ') AS "asOf",
  ${firstDay} AS "since", ${lastDay} AS "until",
  ${day(`MIN(CASE WHEN "x_Estimated" THEN "ChargePeriodStart" END)`)} AS "estimatedSince"
FROM "spend" GROUP BY 1 ORDER BY 1`

const perDay = `(SELECT DISTINCT "ServiceProviderName" AS "provider", "x_Source" AS "source", ${expressions.day} AS "day" FROM "spend")`
const overlaps = `SELECT "provider", STRING_AGG(DISTINCT "source", chr(10)) AS "sources", CAST(COUNT(DISTINCT "day") AS INTEGER) AS "days"
FROM (SELECT "provider", "source", "day", COUNT(*) OVER (PARTITION BY "provider", "day") AS "times" FROM ${perDay} AS "seen") AS "shared"
WHERE "times" > 1 GROUP BY 1 ORDER BY 1`

export function sqlOf(question: Question): Sql {
  switch (question.ask) {
    case 'spend':
      return spend(question)
    case 'totals':
      return totals(question)
    case 'sources':
      return { text: sources, parameters: {} }
    case 'overlaps':
      return { text: overlaps, parameters: {} }
  }
}
