// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostForecast.html

import { isRecord } from '../../core/record.ts'
import { amountIn } from '../aws/amount.ts'
import { awsMeaning, keyFields, operation, policy, signedFor } from '../aws/ask.ts'
import { allOf, costFilters } from '../aws/cost-filter.ts'
import { decimalIn, recordIn, textIn } from '../json.ts'
import type { Fetched, Meaning, Page, Range, Scope, SourceIo } from '../source.ts'
import type { ProviderForecast, SignalExample, SignalSource } from './signal.ts'

const percent = 95

/** The days must not lie in the past: AWS forecasts from today on. */
async function* pages({ since, until }: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched> {
  const filters = costFilters(scope)
  yield await io.ask(
    operation('AWSInsightsIndexService.GetCostForecast', {
      TimePeriod: { Start: since, End: until },
      Metric: 'UNBLENDED_COST',
      Granularity: 'DAILY',
      PredictionIntervalLevel: percent,
      ...(filters.length === 0 ? {} : { Filter: allOf(filters) }),
    }),
  )
}

function signals({ body, at }: Page) {
  const { Total, ForecastResultsByTime } = recordIn(body)
  const currency = amountIn(Total)?.currency
  if (currency === undefined || !Array.isArray(ForecastResultsByTime))
    return { signals: [], problems: ['AWS Cost Explorer sent a forecast without days or currency.'] }
  const days = (ForecastResultsByTime as unknown[]).filter(isRecord).map((day): ProviderForecast | undefined => {
    const { Start, End } = recordIn(day.TimePeriod)
    const [since, until, amount] = [textIn(Start), textIn(End), decimalIn(day.MeanValue)]
    if (since === undefined || until === undefined || amount === undefined) return undefined
    const [low, high] = [decimalIn(day.PredictionIntervalLowerBound), decimalIn(day.PredictionIntervalUpperBound)]
    const band = low === undefined || high === undefined ? {} : { band: { low, high, percent } }
    return { is: 'forecast', source: 'aws-forecast', at, since, until, expected: { amount, currency }, ...band }
  })
  const unread = days.filter((day) => day === undefined).length
  return {
    signals: days.filter((day) => day !== undefined),
    problems: unread === 0 ? [] : [`AWS Cost Explorer: ${unread} days of the forecast cannot be read.`],
  }
}

function meaning(status: number, body: string): Meaning | undefined {
  if (!/"__type"\s*:\s*"(?:[^"#]*#)?DataUnavailable/.test(body)) return awsMeaning(status, body)
  return { message: 'AWS has no forecast for these costs: it has too little history of them.' }
}

export const signalSource: SignalSource = {
  id: 'aws-forecast',
  with: 'aws-cost-explorer',
  tells: 'forecast',
  name: 'AWS Cost Explorer',
  reads: 'AWS Cost Explorer forecast',
  base: 'https://ce.us-east-1.amazonaws.com',
  needs: {
    fields: keyFields,
    scope: 'ce:GetCostForecast',
    grant: policy({ Action: ['ce:GetCostForecast'], Resource: '*' }),
    link: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
    signIns: [{ with: 'aws' }],
  },
  askCosts: { usd: 0.01, source: 'https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/' },
  headers: signedFor('ce', 'us-east-1'),
  meaning,
  pages,
  signals,
}

export const examples: readonly SignalExample[] = [
  {
    name: 'a day with its band',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      body: {
        Total: { Amount: '12.5', Unit: 'USD' },
        ForecastResultsByTime: [
          {
            TimePeriod: { Start: '2026-11-20', End: '2026-11-21' },
            MeanValue: '12.5',
            PredictionIntervalLowerBound: '9.25',
            PredictionIntervalUpperBound: '15.75',
          },
        ],
      },
    },
    signals: [
      {
        is: 'forecast',
        source: 'aws-forecast',
        at: '2026-11-20T08:00:00.000Z',
        since: '2026-11-20',
        until: '2026-11-21',
        expected: { amount: 12.5, currency: 'USD' },
        band: { low: 9.25, high: 15.75, percent: 95 },
      },
    ],
  },
]
