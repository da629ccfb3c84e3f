// https://docs.snowflake.com/sql-reference/organization-usage/usage_in_currency_daily: what each account used by day, in the currency of the contract,
// through the SQL API: https://docs.snowflake.com/developer-guide/sql-api/reference
import { monthAround, type SpendRow } from '../focus.ts'
import { decimalIn, recordIn, textIn } from '../json.ts'
import { tableRows } from '../poll.ts'
import { snowflakeHeaders } from '../snowflake-key.ts'
import { snowflakeColumns, snowflakeParts, snowflakeStatement } from '../snowflake-statement.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

// All columns: older organisations lack those of the newer view, which a list of names would fail on.
const statement = `SELECT TO_VARCHAR(USAGE_DATE, 'YYYY-MM-DD') AS OUTLAY_DAY, * FROM SNOWFLAKE.ORGANIZATION_USAGE.USAGE_IN_CURRENCY_DAILY WHERE USAGE_DATE >= ? AND USAGE_DATE < ?`

/** What one account used, at a price of a credit that the user gives: the account itself knows credits and no money. */
const metering = `SELECT TO_VARCHAR(USAGE_DATE, 'YYYY-MM-DD') AS OUTLAY_DAY, SERVICE_TYPE, 'compute' AS RATING_TYPE, CREDITS_BILLED AS USAGE, CREDITS_BILLED * CAST(? AS NUMBER(38, 6)) AS USAGE_IN_CURRENCY, ? AS CURRENCY, 'metered' AS OUTLAY_GRADE FROM SNOWFLAKE.ACCOUNT_USAGE.METERING_DAILY_HISTORY WHERE USAGE_DATE >= ? AND USAGE_DATE < ?`

async function* pages(range: Range, io: SourceIo, { accounts }: Scope): AsyncIterable<Fetched> {
  const { creditPrice, currency = 'USD' } = io.settings
  const days = [range.since, range.until]
  const first = await result(io, statement, days)
  const isUnseen = first.is === 'failed' && first.failure.status === 422
  // The account's own view names no account: a scope of accounts could not be kept to.
  if (!isUnseen || creditPrice === undefined || accounts) yield* partitions(first, io, accounts)
  else yield* partitions(await result(io, metering, [creditPrice, currency.toUpperCase(), ...days]), io, accounts)
}

function result(io: SourceIo, text: string, values: readonly string[]): Promise<Fetched> {
  const { warehouse, role } = io.settings
  return snowflakeStatement(io, { text, values, warehouse, role })
}

async function* partitions(first: Fetched, io: SourceIo, accounts: Scope['accounts']): AsyncIterable<Fetched> {
  if (first.is === 'failed') return yield unseen(first)
  const columns = snowflakeColumns(first).map(({ name }) => name)
  for await (const got of snowflakeParts(io, first))
    yield got.is === 'page' ? { ...got, about: columns.join(','), body: within(got.body, columns, accounts) } : got
}

/** 422: the statement could not be run. Of this one it means that the role does not see the view. */
const unseen = (failed: Extract<Fetched, { is: 'failed' }>): Fetched =>
  failed.failure.status === 422
    ? {
        is: 'failed',
        failure: {
          kind: 'scope',
          message: `Snowflake could not read ORGANIZATION_USAGE.USAGE_IN_CURRENCY_DAILY (422): the role needs ${source.needs.scope}. Customers of resellers do not have the view: give the price of a credit, and what the account used is read instead.`,
        },
      }
    : failed

function within(body: unknown, columns: readonly string[], accounts: readonly string[] | undefined): unknown {
  const { data, ...rest } = recordIn(body)
  if (!accounts || !Array.isArray(data)) return body
  const [name, locator] = [columns.indexOf('ACCOUNT_NAME'), columns.indexOf('ACCOUNT_LOCATOR')]
  const isIn = (cells: unknown) =>
    Array.isArray(cells) && (accounts.includes(String(cells[name])) || accounts.includes(String(cells[locator])))
  return { ...rest, data: (data as unknown[]).filter(isIn) }
}

interface Money {
  readonly billed: number
  readonly effective: number
}

/** What was paid for before is not billed again; what is given is neither billed nor paid for. */
function moneyOf(amount: number, balance: string | undefined): Money {
  if (balance === 'capacity' || balance === 'rollover') return { billed: 0, effective: amount }
  if (balance === 'free usage' || balance === 'rebate') return { billed: 0, effective: 0 }
  return { billed: amount, effective: amount }
}

const units: Readonly<Record<string, string>> = {
  compute: 'Credits',
  storage: 'Terabytes',
  'data transfer': 'Terabytes',
}

function row(item: Readonly<Record<string, unknown>>, at: string): SpendRow | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.exec(String(item.OUTLAY_DAY))?.[0]
  const [amount, currency] = [decimalIn(item.USAGE_IN_CURRENCY), textIn(item.CURRENCY)]
  if (day === undefined || amount === undefined || currency === undefined) return undefined
  const start = `${day}T00:00:00.000Z`
  const month = monthAround(start)
  const { billed, effective } = moneyOf(amount, textIn(item.BALANCE_SOURCE)?.toLowerCase())
  const service = textIn(item.SERVICE_TYPE) ?? textIn(item.USAGE_TYPE)
  const [account, name, region] = [textIn(item.ACCOUNT_LOCATOR), textIn(item.ACCOUNT_NAME), textIn(item.REGION)]
  const [organisation, unit] = [textIn(item.ORGANIZATION_NAME), units[String(item.RATING_TYPE).toLowerCase()]]
  const quantity = decimalIn(item.USAGE)
  const isAdjusted = String(item.IS_ADJUSTMENT).toLowerCase() === 'true'
  return {
    ServiceProviderName: 'Snowflake',
    InvoiceIssuerName: 'Snowflake',
    ServiceName: service ?? 'Not of a service',
    ChargeCategory: isAdjusted ? 'Adjustment' : 'Usage',
    ...(textIn(item.USAGE_TYPE) ? { ChargeDescription: String(item.USAGE_TYPE) } : {}),
    ChargePeriodStart: start,
    ChargePeriodEnd: new Date(Date.parse(start) + 86_400_000).toISOString(),
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    BillingCurrency: currency,
    BilledCost: billed,
    EffectiveCost: effective,
    ...(quantity !== undefined && unit ? { ConsumedQuantity: quantity, ConsumedUnit: unit } : {}),
    ...(organisation ? { BillingAccountId: organisation, BillingAccountType: 'Organization' } : {}),
    ...(account ? { SubAccountId: account, SubAccountType: 'Account' } : {}),
    ...(name ? { SubAccountName: name } : {}),
    ...(region ? { RegionId: region } : {}),
    ...(textIn(item.RATING_TYPE) ? { SkuMeter: String(item.RATING_TYPE) } : {}),
    x_Source: 'snowflake',
    x_Grade: item.OUTLAY_GRADE === 'metered' ? 'metered' : 'invoice',
    // The provider may change a day until the month is closed.
    x_Estimated: Date.parse(month.end) > Date.parse(at),
    x_FetchedAt: at,
  }
}

function rows({ body, at, about = '' }: Page): Mapped {
  const { data } = recordIn(body)
  if (!Array.isArray(data) || about === '') return { rows: [], problems: ['Snowflake sent an answer without rows.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const item of tableRows(about.split(','), data)) {
    const found = row(item, at)
    if (found) made.push(found)
    else problems.push('Snowflake: a row without a readable day, amount or currency; it is not in the totals.')
  }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'snowflake',
  name: 'Snowflake',
  reads: 'Snowflake USAGE_IN_CURRENCY_DAILY: every account of the organisation, in the currency of the contract',
  needs: {
    fields: [
      {
        id: 'token',
        label: 'a programmatic access token or a private key',
        secret: true,
        env: 'SNOWFLAKE_TOKEN',
        optional: true,
      },
      {
        id: 'privateKey',
        label: 'a private key in PEM, in place of a token',
        secret: true,
        env: 'SNOWFLAKE_PRIVATE_KEY',
        optional: true,
        multiline: true,
      },
      { id: 'account', label: 'the account of that key', secret: false, env: 'SNOWFLAKE_ACCOUNT', optional: true },
      { id: 'user', label: 'the user of that key', secret: false, env: 'SNOWFLAKE_USER', optional: true },
      { id: 'role', label: 'the role to use', secret: false, env: 'SNOWFLAKE_ROLE', optional: true },
      { id: 'warehouse', label: 'the warehouse to use', secret: false, env: 'SNOWFLAKE_WAREHOUSE', optional: true },
      {
        id: 'creditPrice',
        label: 'the price of a credit, where the organisation’s view cannot be read',
        secret: false,
        env: 'SNOWFLAKE_CREDIT_PRICE',
        optional: true,
      },
      {
        id: 'currency',
        label: 'the currency of that price (USD if left out)',
        secret: false,
        env: 'SNOWFLAKE_CURRENCY',
        optional: true,
      },
      {
        id: 'tokenType',
        label: 'OAUTH where the token is one of OAuth',
        secret: false,
        env: 'SNOWFLAKE_TOKEN_TYPE',
        optional: true,
      },
    ],
    scope: 'SELECT on SNOWFLAKE.ORGANIZATION_USAGE.USAGE_IN_CURRENCY_DAILY, in the organisation’s own account',
    link: 'https://docs.snowflake.com/sql-reference/organization-usage/usage_in_currency_daily',
  },
  limits: 'one statement each reading; the warehouse that runs it is billed by Snowflake for the time it is awake',
  freshness: 'hours to days late, as Snowflake says beside the view; a day may change until its month is closed',
  asking: 'the time its warehouse runs',
  narrows: { accounts: 'accounts, by name or locator' },
  headers: snowflakeHeaders,
  pages,
  rows,
}

const columns =
  'OUTLAY_DAY,ORGANIZATION_NAME,ACCOUNT_NAME,ACCOUNT_LOCATOR,REGION,USAGE_TYPE,USAGE,CURRENCY,USAGE_IN_CURRENCY,BALANCE_SOURCE,RATING_TYPE,SERVICE_TYPE,IS_ADJUSTMENT'
const line = (amount: string, balance: string | null, adjusted = 'false') => [
  '2026-11-17',
  'HARBOUR',
  'PROD',
  'XY12345',
  'AWS_US_EAST_1',
  'compute',
  '2.500',
  'EUR',
  amount,
  balance,
  'compute',
  'WAREHOUSE_METERING',
  adjusted,
]
const common = {
  ServiceProviderName: 'Snowflake',
  InvoiceIssuerName: 'Snowflake',
  ServiceName: 'WAREHOUSE_METERING',
  ChargeCategory: 'Usage',
  ChargeDescription: 'compute',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'EUR',
  ConsumedQuantity: 2.5,
  ConsumedUnit: 'Credits',
  BillingAccountId: 'HARBOUR',
  BillingAccountType: 'Organization',
  SubAccountId: 'XY12345',
  SubAccountName: 'PROD',
  SubAccountType: 'Account',
  RegionId: 'AWS_US_EAST_1',
  SkuMeter: 'compute',
  x_Source: 'snowflake',
  x_Grade: 'invoice',
  x_Estimated: true,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'what a prepaid capacity, a gift and an order on top pay for; an adjustment; an amount that is no number',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      about: columns,
      body: {
        data: [
          line('7.50', 'capacity'),
          line('1.00', 'free usage'),
          line('3.00', 'overage'),
          line('-0.50', 'overage', 'true'),
          line('', 'overage'),
        ],
      },
    },
    rows: [
      { ...common, BilledCost: 0, EffectiveCost: 7.5 },
      { ...common, BilledCost: 0, EffectiveCost: 0 },
      { ...common, BilledCost: 3, EffectiveCost: 3 },
      { ...common, ChargeCategory: 'Adjustment', BilledCost: -0.5, EffectiveCost: -0.5 },
    ],
    problems: ['Snowflake: a row without a readable day, amount or currency; it is not in the totals.'],
  },
]
