// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html: cost by day. Each request costs a cent, so
// two questions are asked for the whole range: what was used, by service and account, and everything else, by kind of record.

import { isRecord } from '../../core/record.ts'
import { awsMeaning, keyFields, operation, policy, signedFor } from '../aws/ask.ts'
import { allOf, costFilters, type Filter } from '../aws/cost-filter.ts'
import { monthAround, type SpendRow } from '../focus.ts'
import { instantIn, recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

const used = ['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage']
const metrics = ['UnblendedCost', 'AmortizedCost']

async function* pages({ since, until }: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched> {
  const isUsed: Filter = { Dimensions: { Key: 'RECORD_TYPE', Values: used } }
  const questions = [
    { by: ['SERVICE', 'LINKED_ACCOUNT'], filter: isUsed },
    { by: ['SERVICE', 'RECORD_TYPE'], filter: { Not: isUsed } },
  ]
  for (const { by, filter } of questions) {
    const ask = (NextPageToken: string | undefined) =>
      operation('AWSInsightsIndexService.GetCostAndUsage', {
        TimePeriod: { Start: since, End: until },
        Granularity: 'DAILY',
        Metrics: metrics,
        GroupBy: by.map((Key) => ({ Type: 'DIMENSION', Key })),
        Filter: allOf([filter, ...costFilters(scope)]),
        ...(NextPageToken === undefined ? {} : { NextPageToken }),
      })
    for await (const got of followedPages('AWS Cost Explorer', io, ask, (body) =>
      textIn(recordIn(body).NextPageToken),
    )) {
      yield got
      if (got.is === 'failed') return
    }
  }
}

/** What the record is of, in FOCUS's words; what is none of these corrects something. */
function categoryOf(record: string): string {
  if (used.includes(record)) return 'Usage'
  if (/^tax$/i.test(record)) return 'Tax'
  if (/credit|discount/i.test(record)) return 'Credit'
  return /fee|upfront|recurring|support/i.test(record) ? 'Purchase' : 'Adjustment'
}

function amountOf(metrics: unknown, name: string): { value: number; unit: string } | undefined {
  const metric = isRecord(metrics) ? metrics[name] : undefined
  if (!isRecord(metric) || typeof metric.Amount !== 'string' || typeof metric.Unit !== 'string') return undefined
  const value = Number(metric.Amount)
  return metric.Amount.trim() !== '' && Number.isFinite(value) ? { value, unit: metric.Unit } : undefined
}

function rows({ body, at }: Page): Mapped {
  if (!isRecord(body) || !Array.isArray(body.ResultsByTime))
    return { rows: [], problems: ['AWS Cost Explorer sent a page without results.'] }
  const keys = (Array.isArray(body.GroupDefinitions) ? body.GroupDefinitions : []).map((each) =>
    isRecord(each) ? String(each.Key) : '',
  )
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const day of body.ResultsByTime as unknown[]) {
    const period = isRecord(day) && isRecord(day.TimePeriod) ? day.TimePeriod : {}
    const [start, end] = [period.Start, period.End].map((date) =>
      typeof date === 'string' ? instantIn(`${date.slice(0, 10)}T00:00:00Z`) : undefined,
    )
    if (!isRecord(day) || !start || !end || !Array.isArray(day.Groups)) {
      problems.push('AWS Cost Explorer sent a day without its times or groups: it is not in the totals.')
      continue
    }
    for (const group of day.Groups as unknown[]) {
      const found = isRecord(group)
        ? row({ group, keys, start, end, at, isEstimated: day.Estimated === true })
        : undefined
      if (found) made.push(found)
      else
        problems.push(
          `AWS Cost Explorer, ${start.slice(0, 10)}: a group without readable amounts; it is not in the totals.`,
        )
    }
  }
  return { rows: made, problems }
}

interface Group {
  readonly group: Readonly<Record<string, unknown>>
  readonly keys: readonly string[]
  readonly start: string
  readonly end: string
  readonly at: string
  readonly isEstimated: boolean
}

function row({ group, keys, start, end, at, isEstimated }: Group): SpendRow | undefined {
  const [billed, effective] = metrics.map((name) => amountOf(group.Metrics, name))
  if (!billed || !effective || !Array.isArray(group.Keys)) return undefined
  const values = group.Keys as readonly unknown[]
  const valueOf = (key: string) => {
    const value = values[keys.indexOf(key)]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const [account, record] = [valueOf('LINKED_ACCOUNT'), valueOf('RECORD_TYPE')]
  const category = categoryOf(record ?? 'Usage')
  const month = monthAround(start)
  return {
    ServiceProviderName: 'AWS',
    InvoiceIssuerName: 'AWS',
    ServiceName: valueOf('SERVICE') ?? 'Not of a service',
    ChargeCategory: category,
    ...(record === 'Refund' ? { ChargeClass: 'Correction' } : {}),
    ...(record === undefined ? {} : { ChargeDescription: record }),
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    BillingCurrency: billed.unit,
    BilledCost: billed.value,
    EffectiveCost: effective.value,
    ...(account === undefined ? {} : { SubAccountId: account, SubAccountType: 'Linked Account' }),
    x_Source: 'aws-cost-explorer',
    x_Grade: 'invoice',
    x_Estimated: isEstimated,
    x_FetchedAt: at,
  }
}

export const source: BillingSource = {
  id: 'aws-cost-explorer',
  name: 'AWS Cost Explorer',
  reads: 'AWS Cost Explorer',
  base: 'https://ce.us-east-1.amazonaws.com',
  needs: {
    fields: keyFields,
    scope: 'ce:GetCostAndUsage',
    grant: policy({ Action: ['ce:GetCostAndUsage'], Resource: '*' }),
    link: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
    signIns: [{ with: 'aws' }],
  },
  renews: { hours: 24, source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-what-is.html' },
  // https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/
  askCosts: { usd: 0.01, source: 'https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/' },
  headers: signedFor('ce', 'us-east-1'), // the one region this service answers in
  meaning: awsMeaning,
  narrows: { accounts: 'linked accounts', tags: 'cost allocation tags' },
  pages,
  rows,
}

const common = {
  ServiceProviderName: 'AWS',
  InvoiceIssuerName: 'AWS',
  ServiceName: 'Amazon Bedrock',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'USD',
  x_Source: 'aws-cost-explorer',
  x_Grade: 'invoice',
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

const answer = (second: string, groups: readonly unknown[], Estimated: boolean): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  body: {
    GroupDefinitions: [
      { Type: 'DIMENSION', Key: 'SERVICE' },
      { Type: 'DIMENSION', Key: second },
    ],
    ResultsByTime: [{ TimePeriod: { Start: '2026-11-17', End: '2026-11-18' }, Total: {}, Groups: groups, Estimated }],
    DimensionValueAttributes: [],
  },
})
const amounts = (billed: string, effective: string) => ({
  UnblendedCost: { Amount: billed, Unit: 'USD' },
  AmortizedCost: { Amount: effective, Unit: 'USD' },
})

export const examples: readonly SourceExample[] = [
  {
    name: 'what was used, by account; the day is still estimated',
    page: answer(
      'LINKED_ACCOUNT',
      [{ Keys: ['Amazon Bedrock', '111122223333'], Metrics: amounts('12.3456789', '12.3456789') }],
      true,
    ),
    rows: [
      {
        ...common,
        ChargeCategory: 'Usage',
        BilledCost: 12.3456789,
        EffectiveCost: 12.3456789,
        SubAccountId: '111122223333',
        SubAccountType: 'Linked Account',
        x_Estimated: true,
      },
    ],
  },
  {
    name: 'credits, refunds and a savings plan’s fee are each what they are: paid and spread cost differ',
    page: answer(
      'RECORD_TYPE',
      [
        { Keys: ['Amazon Bedrock', 'Credit'], Metrics: amounts('-5', '-5') },
        { Keys: ['Amazon Bedrock', 'Refund'], Metrics: amounts('-1', '-1') },
        { Keys: ['Amazon Bedrock', 'SavingsPlanUpfrontFee'], Metrics: amounts('240', '0') },
        { Keys: ['Amazon Bedrock', 'Tax'], Metrics: { UnblendedCost: { Amount: '', Unit: 'USD' } } },
      ],
      false,
    ),
    rows: [
      {
        ...common,
        ChargeCategory: 'Credit',
        ChargeDescription: 'Credit',
        BilledCost: -5,
        EffectiveCost: -5,
        x_Estimated: false,
      },
      {
        ...common,
        ChargeCategory: 'Adjustment',
        ChargeClass: 'Correction',
        ChargeDescription: 'Refund',
        BilledCost: -1,
        EffectiveCost: -1,
        x_Estimated: false,
      },
      {
        ...common,
        ChargeCategory: 'Purchase',
        ChargeDescription: 'SavingsPlanUpfrontFee',
        BilledCost: 240,
        EffectiveCost: 0,
        x_Estimated: false,
      },
    ],
    problems: ['AWS Cost Explorer, 2026-11-17: a group without readable amounts; it is not in the totals.'],
  },
]
