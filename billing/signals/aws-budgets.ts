// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_DescribeBudgets.html; evaluated about once a day.

import { isRecord } from '../../core/record.ts'
import { amountIn } from '../aws/amount.ts'
import { awsMeaning, keyFields, operation, policy, signedFor } from '../aws/ask.ts'
import { numberIn, recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import type { Fetched, Page, Range, Scope, SourceIo } from '../source.ts'
import type { ProviderBudget, SignalExample, SignalSource } from './signal.ts'

async function* pages(_: Range, io: SourceIo, { accounts = [] }: Scope): AsyncIterable<Fetched> {
  if (accounts.length === 0) {
    const message =
      'AWS Budgets needs to know whose budgets to read: write the number of the account into spend.scope, of aws-cost-explorer.'
    yield { is: 'failed', failure: { kind: 'scope', message } }
  }
  for (const AccountId of accounts) {
    const ask = (NextToken: string | undefined) =>
      operation('AWSBudgetServiceGateway.DescribeBudgets', {
        AccountId,
        MaxResults: 100,
        ...(NextToken === undefined ? {} : { NextToken }),
      })
    for await (const got of followedPages('AWS Budgets', io, ask, (body) => textIn(recordIn(body).NextToken))) {
      yield got.is === 'page' ? { ...got, about: AccountId } : got
      if (got.is === 'failed') return
    }
  }
}

const periods = { DAILY: 'day', MONTHLY: 'month', QUARTERLY: 'quarter', ANNUALLY: 'year', CUSTOM: 'custom' } as const

function signals({ body, at, about = '' }: Page) {
  // An account without budgets may answer with an empty object.
  const { Budgets = [], ...rest } = recordIn(body)
  if (!Array.isArray(Budgets) || Object.keys(rest).some((name) => name !== 'NextToken'))
    return { signals: [], problems: ['AWS Budgets sent a page without budgets.'] }
  const found = (Budgets as unknown[]).filter(isRecord)
  // Others count hours or percent of use, not money.
  const ofCost = found.filter(({ BudgetType }) => BudgetType === 'COST')
  const others = found.length - ofCost.length
  return {
    signals: ofCost.map((budget) => budgetOf(budget, about, at)),
    problems: others === 0 ? [] : [`AWS Budgets: ${others} of use, not of cost, are left out.`],
  }
}

function budgetOf(budget: Readonly<Record<string, unknown>>, account: string, at: string): ProviderBudget {
  const { BudgetName, BudgetLimit, TimeUnit, TimePeriod, CalculatedSpend, CostFilters } = budget
  const { ActualSpend, ForecastedSpend } = recordIn(CalculatedSpend)
  const name = String(BudgetName)
  return {
    is: 'budget',
    source: 'aws-budgets',
    at,
    id: `${account}/${name}`,
    name,
    period: periods[String(TimeUnit) as keyof typeof periods] ?? 'custom',
    ...given('allowed', amountIn(BudgetLimit)),
    ...given('since', dayOf(recordIn(TimePeriod).Start)),
    ...given('until', dayOf(recordIn(TimePeriod).End)),
    ...given('actual', amountIn(ActualSpend)),
    ...given('forecast', amountIn(ForecastedSpend)),
    of: Object.entries(recordIn(CostFilters)).map(([what, values]) => ({
      what,
      values: Array.isArray(values) ? values.map(String) : [],
    })),
  }
}

function given<K extends string, V>(key: K, value: V | undefined): { readonly [k in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [k in K]?: V })
}

/** Seconds since 1970. An end that never comes is written as the year 2087. */
function dayOf(value: unknown): string | undefined {
  const seconds = numberIn(value)
  if (seconds === undefined || seconds > 3_600_000_000) return undefined
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}

export const signalSource: SignalSource = {
  id: 'aws-budgets',
  with: 'aws-cost-explorer',
  tells: 'budget',
  name: 'AWS Budgets',
  reads: 'AWS Budgets',
  base: 'https://budgets.amazonaws.com',
  needs: {
    fields: keyFields,
    scope: 'budgets:ViewBudget',
    grant: policy({ Action: ['budgets:ViewBudget'], Resource: '*' }),
    link: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-access.html',
    signIns: [{ with: 'aws' }],
  },
  headers: signedFor('budgets', 'us-east-1'),
  meaning: awsMeaning,
  pages,
  signals,
}

export const examples: readonly SignalExample[] = [
  {
    name: 'a monthly budget of one service, with what AWS says was and will be spent; one of use is told',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      about: '111122223333',
      body: {
        Budgets: [
          {
            BudgetName: 'Bedrock',
            BudgetLimit: { Amount: '500.0', Unit: 'USD' },
            CostFilters: { Service: ['Amazon Bedrock'] },
            TimeUnit: 'MONTHLY',
            TimePeriod: { Start: 1_761_955_200, End: 3_706_473_600 },
            CalculatedSpend: {
              ActualSpend: { Amount: '312.4', Unit: 'USD' },
              ForecastedSpend: { Amount: '530.1', Unit: 'USD' },
            },
            BudgetType: 'COST',
            LastUpdatedTime: 1_763_600_000,
          },
          { BudgetName: 'Hours', TimeUnit: 'MONTHLY', BudgetType: 'USAGE' },
        ],
      },
    },
    signals: [
      {
        is: 'budget',
        source: 'aws-budgets',
        at: '2026-11-20T08:00:00.000Z',
        id: '111122223333/Bedrock',
        name: 'Bedrock',
        period: 'month',
        allowed: { amount: 500, currency: 'USD' },
        since: '2025-11-01',
        actual: { amount: 312.4, currency: 'USD' },
        forecast: { amount: 530.1, currency: 'USD' },
        of: [{ what: 'Service', values: ['Amazon Bedrock'] }],
      },
    ],
    problems: ['AWS Budgets: 1 of use, not of cost, are left out.'],
  },
]
