// https://cloud.google.com/billing/docs/reference/budget/rest/v1/billingAccounts.budgets: what is allowed. What was spent of it stands in the
// billing export only.

import { isRecord } from '../../core/record.ts'
import { decimalIn, numberIn, recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import type { Fetched, Page, Range, Scope, SourceIo } from '../source.ts'
import type { Money, ProviderBudget, SignalExample, SignalSource, Threshold } from './signal.ts'

async function* pages(_: Range, io: SourceIo, { accounts = [] }: Scope): AsyncIterable<Fetched> {
  if (accounts.length === 0) {
    const message =
      'Google Cloud budgets need to know whose budgets to read: write the billing account (010101-F0FFF0-10X10X) into spend.scope, of google-bigquery.'
    yield { is: 'failed', failure: { kind: 'scope', message } }
  }
  for (const account of accounts) {
    const ask = (token: string | undefined) => ({
      path: `/v1/billingAccounts/${encodeURIComponent(account.replace(/^billingAccounts\//, ''))}/budgets`,
      query: [['pageSize', '100'] as const, ...(token === undefined ? [] : [['pageToken', token] as const])],
    })
    for await (const got of followedPages('Google Cloud', io, ask, (body) => textIn(recordIn(body).nextPageToken))) {
      yield got
      if (got.is === 'failed') return
    }
  }
}

function signals({ body, at }: Page) {
  // An account without budgets answers with an empty object.
  const { budgets = [], ...rest } = recordIn(body)
  if (!Array.isArray(budgets) || Object.keys(rest).some((name) => name !== 'nextPageToken'))
    return { signals: [], problems: ['Google Cloud sent a page without budgets.'] }
  return { signals: (budgets as unknown[]).filter(isRecord).map((budget) => budgetOf(budget, at)), problems: [] }
}

const periods: Readonly<Record<string, ProviderBudget['period']>> = { MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' }

function budgetOf(
  { name, displayName, amount, budgetFilter, thresholdRules }: Readonly<Record<string, unknown>>,
  at: string,
): ProviderBudget {
  const filter = recordIn(budgetFilter)
  const { startDate, endDate } = recordIn(filter.customPeriod)
  const allowed = moneyIn(recordIn(amount).specifiedAmount)
  const [since, last] = [dayOf(startDate), dayOf(endDate)]
  return {
    is: 'budget',
    source: 'google-budgets',
    at,
    id: String(name),
    name: textIn(displayName) ?? String(name),
    period: filter.customPeriod === undefined ? (periods[String(filter.calendarPeriod)] ?? 'month') : 'custom',
    ...(allowed === undefined ? {} : { allowed }),
    ...(since === undefined ? {} : { since }),
    ...(last === undefined ? {} : { until: new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10) }),
    thresholds: (Array.isArray(thresholdRules) ? (thresholdRules as unknown[]) : [])
      .filter(isRecord)
      .flatMap(thresholdOf),
    of: ['projects', 'services', 'subaccounts', 'resourceAncestors'].flatMap((what) => {
      const values = filter[what]
      return Array.isArray(values) && values.length > 0 ? [{ what, values: values.map(String) }] : []
    }),
  }
}

function thresholdOf({ thresholdPercent, spendBasis }: Readonly<Record<string, unknown>>): Threshold[] {
  const share = numberIn(thresholdPercent)
  if (share === undefined) return []
  // 0.5 is fifty percent.
  return [{ percent: share * 100, of: spendBasis === 'FORECASTED_SPEND' ? 'forecast' : 'actual' }]
}

/** Whole units as text, billionths as a number. */
function moneyIn(value: unknown): Money | undefined {
  const { units = '0', nanos = 0, currencyCode } = recordIn(value)
  const [whole, part, currency] = [decimalIn(units), numberIn(nanos), textIn(currencyCode)]
  if (whole === undefined || part === undefined || currency === undefined) return undefined
  return { amount: whole + part / 1e9, currency }
}

function dayOf(value: unknown): string | undefined {
  const { year, month, day } = recordIn(value)
  if (!numberIn(year) || !numberIn(month) || !numberIn(day)) return undefined
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().slice(0, 10)
}

export const signalSource: SignalSource = {
  id: 'google-budgets',
  with: 'google-bigquery',
  tells: 'budget',
  name: 'Google Cloud budgets',
  reads: 'Google Cloud budgets',
  base: 'https://billingbudgets.googleapis.com',
  needs: {
    fields: [{ id: 'token', label: 'an access token of Google Cloud', secret: true, env: 'GOOGLE_OAUTH_ACCESS_TOKEN' }],
    scope: 'the role Billing Account Viewer on the billing account',
    grant: 'roles/billing.viewer',
    link: 'https://cloud.google.com/billing/docs/how-to/budget-api-overview',
    signIns: [{ with: 'google', field: 'token', scopes: ['https://www.googleapis.com/auth/cloud-billing.readonly'] }],
  },
  headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  pages,
  signals,
}

export const examples: readonly SignalExample[] = [
  {
    name: 'an amount with thresholds, and one that follows the month before',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      body: {
        budgets: [
          {
            name: 'billingAccounts/010101-F0FFF0-10X10X/budgets/b1',
            displayName: 'Vertex',
            amount: { specifiedAmount: { currencyCode: 'EUR', units: '500', nanos: 500_000_000 } },
            budgetFilter: { projects: ['projects/123'], calendarPeriod: 'MONTH' },
            thresholdRules: [{ thresholdPercent: 0.5 }, { thresholdPercent: 1, spendBasis: 'FORECASTED_SPEND' }],
          },
          {
            name: 'billingAccounts/010101-F0FFF0-10X10X/budgets/b2',
            amount: { lastPeriodAmount: {} },
            budgetFilter: {
              customPeriod: {
                startDate: { year: 2026, month: 10, day: 1 },
                endDate: { year: 2026, month: 12, day: 31 },
              },
            },
          },
        ],
      },
    },
    signals: [
      {
        is: 'budget',
        source: 'google-budgets',
        at: '2026-11-20T08:00:00.000Z',
        id: 'billingAccounts/010101-F0FFF0-10X10X/budgets/b1',
        name: 'Vertex',
        period: 'month',
        allowed: { amount: 500.5, currency: 'EUR' },
        thresholds: [
          { percent: 50, of: 'actual' },
          { percent: 100, of: 'forecast' },
        ],
        of: [{ what: 'projects', values: ['projects/123'] }],
      },
      {
        is: 'budget',
        source: 'google-budgets',
        at: '2026-11-20T08:00:00.000Z',
        id: 'billingAccounts/010101-F0FFF0-10X10X/budgets/b2',
        name: 'billingAccounts/010101-F0FFF0-10X10X/budgets/b2',
        period: 'custom',
        since: '2026-10-01',
        until: '2027-01-01',
        thresholds: [],
        of: [],
      },
    ],
  },
]
