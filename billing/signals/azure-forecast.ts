// https://learn.microsoft.com/rest/api/cost-management/forecast/usage: days to come, at most 40 rows, from 28 days of history on.
import { numberIn, recordIn, textIn } from '../json.ts'
import { dayAfter } from '../range.ts'
import type { Fetched, Meaning, Page, Range, Scope, SourceIo } from '../source.ts'
import { source as azure } from '../sources/azure-cost-management.ts'
import type { ProviderForecast, SignalExample, SignalSource } from './signal.ts'

const version = '2025-03-01'

async function* pages(
  { since, until }: Range,
  io: SourceIo,
  { accounts = [], tags = {} }: Scope,
): AsyncIterable<Fetched> {
  if (accounts.length === 0) {
    const message =
      'Azure Cost Management needs to know whose cost to forecast: write subscriptions into spend.scope, as /subscriptions/<id>.'
    yield { is: 'failed', failure: { kind: 'scope', message } }
  }
  const byTag = Object.entries(tags).map(([name, value]) => ({ tags: { name, operator: 'In', values: [value] } }))
  for (const account of accounts) {
    const got = await io.ask({
      method: 'POST',
      path: `${account.replace(/\/$/, '')}/providers/Microsoft.CostManagement/forecast?api-version=${version}`,
      body: {
        type: 'ActualCost',
        timeframe: 'Custom',
        // Both days inclusive.
        timePeriod: { from: `${since}T00:00:00Z`, to: `${dayAfter(until, -1)}T23:59:59Z` },
        dataset: {
          granularity: 'Daily',
          aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
          ...(byTag.length === 0 ? {} : { filter: byTag.length === 1 ? byTag[0] : { and: byTag } }),
        },
        includeActualCost: false,
        includeFreshPartialCost: false,
      },
    })
    yield got.is === 'page' ? { ...got, about: account } : got
    if (got.is === 'failed') return
  }
}

function signals({ body, at, about = '' }: Page) {
  const { columns, rows } = recordIn(recordIn(body).properties)
  const none = `Azure gives no forecast for ${about}: it wants 28 days of history.`
  if (body === undefined) return { signals: [], problems: [none] }
  if (!Array.isArray(columns) || !Array.isArray(rows))
    return { signals: [], problems: ['Azure Cost Management sent a forecast without columns or rows.'] }
  if (rows.length === 0) return { signals: [], problems: [none] }
  const names = (columns as unknown[]).map((each) => String(recordIn(each).name))
  const days = (rows as unknown[]).map((cells) => {
    const cell = (name: string): unknown => (Array.isArray(cells) ? cells[names.indexOf(name)] : undefined)
    return cell('CostStatus') === 'Actual' ? [] : [dayOf(cell, about, at)]
  })
  const all = days.flat()
  const unread = all.filter((day) => day === undefined).length
  return {
    signals: all.filter((day) => day !== undefined),
    problems: unread === 0 ? [] : [`Azure Cost Management: ${unread} days of the forecast cannot be read.`],
  }
}

function dayOf(cell: (name: string) => unknown, of: string, at: string): ProviderForecast | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(String(cell('UsageDate'))) ?? []
  const [amount, currency] = [numberIn(cell('Cost')), textIn(cell('Currency'))]
  if (year === undefined || amount === undefined || currency === undefined) return undefined
  const since = `${year}-${month}-${day}`
  return {
    is: 'forecast',
    source: 'azure-forecast',
    at,
    since,
    until: dayAfter(since),
    expected: { amount, currency },
    of,
  }
}

const meaning = (status: number): Meaning | undefined =>
  status === 424
    ? { message: 'Azure has no forecast for these costs: what it has of them does not suffice.' }
    : undefined

export const signalSource: SignalSource = {
  id: 'azure-forecast',
  with: 'azure-cost-management',
  tells: 'forecast',
  name: azure.name,
  reads: 'Azure Cost Management forecast',
  base: 'https://management.azure.com',
  needs: azure.needs,
  headers: azure.headers,
  meaning,
  pages,
  signals,
}

const columns = ['Cost', 'UsageDate', 'CostStatus', 'Currency'].map((name, index) => ({
  name,
  type: index < 2 ? 'Number' : 'String',
}))
const page = (rows: readonly unknown[][]): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  about: '/subscriptions/7f3c',
  body: { name: 'f', type: 'Microsoft.CostManagement/forecast', properties: { nextLink: null, columns, rows } },
})

export const examples: readonly SignalExample[] = [
  {
    name: 'a day to come; a day that was is no forecast',
    page: page([
      [11.5, 20261119, 'Actual', 'EUR'],
      [12.25, 20261121, 'Forecast', 'EUR'],
    ]),
    signals: [
      {
        is: 'forecast',
        source: 'azure-forecast',
        at: '2026-11-20T08:00:00.000Z',
        since: '2026-11-21',
        until: '2026-11-22',
        expected: { amount: 12.25, currency: 'EUR' },
        of: '/subscriptions/7f3c',
      },
    ],
  },
  {
    name: 'too little history is told, not zero',
    page: page([]),
    signals: [],
    problems: ['Azure gives no forecast for /subscriptions/7f3c: it wants 28 days of history.'],
  },
]
