// https://opencost.io/docs/integrations/api#cloud-costs-api: the clouds' bills as OpenCost has read them from their reports.

import { isRecord } from '../../core/record.ts'
import { monthAround, type SpendRow } from '../focus.ts'
import { instantIn, numberIn, recordIn, textIn } from '../json.ts'
import { clusterFields, clusterHeaders, inCurrency, windowOf } from '../kubernetes.ts'
import { windows } from '../range.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

async function* pages(range: Range, io: SourceIo, { accounts }: Scope): AsyncIterable<Fetched> {
  for (const part of windows(range, 31)) {
    const got = inCurrency(
      await io.ask({
        path: '/cloudCost',
        query: [
          ['window', windowOf(part)],
          ['aggregate', 'provider,invoiceEntityID,accountID,service'],
          ['accumulate', 'day'],
        ],
      }),
      io,
    )
    yield accounts && got.is === 'page' ? { ...got, body: within(got.body, accounts) } : got
    if (got.is === 'failed') return
  }
}

const setsOf = (body: unknown) => recordIn(recordIn(body).data).sets

function within(body: unknown, accounts: readonly string[]): unknown {
  const sets = setsOf(body)
  if (!Array.isArray(sets)) return body
  const kept = (sets as unknown[]).map((set) => ({
    cloudCosts: Object.fromEntries(
      Object.entries(recordIn(recordIn(set).cloudCosts)).filter(([, cost]) =>
        accounts.includes(String(recordIn(recordIn(cost).properties).accountID)),
      ),
    ),
  }))
  return { data: { sets: kept } }
}

/** As our own sources call them, so that what comes from both is seen. */
const clouds: Readonly<Record<string, string>> = { AWS: 'AWS', Azure: 'Microsoft', GCP: 'Google Cloud' }

function row(item: Readonly<Record<string, unknown>>, currency: string, at: string): SpendRow | undefined {
  const money = (name: string) => numberIn(recordIn(item[name]).cost)
  const [billed, effective, list] = [money('invoicedCost'), money('amortizedNetCost'), money('listCost')]
  const window = recordIn(item.window)
  const [start, end] = [instantIn(window.start), instantIn(window.end)]
  if (billed === undefined || effective === undefined || !start || !end) return undefined
  const properties = recordIn(item.properties)
  const [told, service] = [textIn(properties.provider), textIn(properties.service)]
  const provider = told && (clouds[told] ?? told)
  const [account, payer] = [textIn(properties.accountID), textIn(properties.invoiceEntityID)]
  const month = monthAround(start)
  return {
    ServiceProviderName: provider ?? 'a provider OpenCost does not name',
    ...(provider ? { InvoiceIssuerName: provider } : {}),
    ServiceName: service ?? 'Not of a service',
    ChargeCategory: 'Usage',
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    BillingCurrency: currency,
    BilledCost: billed,
    EffectiveCost: effective,
    ...(list === undefined ? {} : { ListCost: list }),
    ...(payer ? { BillingAccountId: payer } : {}),
    ...(account ? { SubAccountId: account } : {}),
    x_Source: 'opencost-cloud',
    x_Grade: 'invoice',
    // The clouds' reports that OpenCost reads go on changing until the month is invoiced.
    x_Estimated: Date.parse(month.end) > Date.parse(at),
    x_FetchedAt: at,
  }
}

function rows({ body, at, about }: Page): Mapped {
  const sets = setsOf(body)
  if (!Array.isArray(sets)) return { rows: [], problems: ['OpenCost sent an answer without cloud costs.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const set of sets as unknown[])
    for (const [name, item] of Object.entries(recordIn(recordIn(set).cloudCosts))) {
      const found = isRecord(item) ? row(item, about ?? 'USD', at) : undefined
      if (found) made.push(found)
      else problems.push(`OpenCost: the cloud cost of ${name} has no readable time or amount; it is not in the totals.`)
    }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'opencost-cloud',
  name: 'OpenCost cloud costs',
  reads: 'OpenCost cloud costs: the bills of AWS, Azure and Google Cloud that OpenCost was connected to',
  needs: {
    fields: clusterFields('OPENCOST'),
    scope: 'the address of its API, port 9003; it asks for no key',
    link: 'https://opencost.io/docs/configuration/',
  },
  freshness: 'that of the cloud’s own report; a month may change until it is invoiced',
  narrows: { accounts: 'accounts of the cloud' },
  headers: clusterHeaders,
  pages,
  rows,
}

const cost = (amount: number) => ({ cost: amount, kubernetesPercent: 0.5 })

export const examples: readonly SourceExample[] = [
  {
    name: 'a service of a cloud: invoiced, spread over commitments and discounts, and at list price',
    page: {
      is: 'page',
      at: '2026-12-03T08:00:00.000Z',
      about: 'USD',
      body: {
        code: 200,
        data: {
          sets: [
            {
              cloudCosts: {
                'AWS/123456789012/123456789013/AmazonEC2': {
                  properties: {
                    provider: 'AWS',
                    invoiceEntityID: '123456789012',
                    accountID: '123456789013',
                    service: 'AmazonEC2',
                  },
                  window: { start: '2026-11-17T00:00:00Z', end: '2026-11-18T00:00:00Z' },
                  listCost: cost(120),
                  netCost: cost(95),
                  amortizedNetCost: cost(90),
                  invoicedCost: cost(40),
                  amortizedCost: cost(92),
                },
                odd: { properties: {}, window: {} },
              },
            },
          ],
        },
      },
    },
    rows: [
      {
        ServiceProviderName: 'AWS',
        InvoiceIssuerName: 'AWS',
        ServiceName: 'AmazonEC2',
        ChargeCategory: 'Usage',
        ChargePeriodStart: '2026-11-17T00:00:00.000Z',
        ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
        BillingPeriodStart: '2026-11-01T00:00:00.000Z',
        BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
        BillingCurrency: 'USD',
        BilledCost: 40,
        EffectiveCost: 90,
        ListCost: 120,
        BillingAccountId: '123456789012',
        SubAccountId: '123456789013',
        x_Source: 'opencost-cloud',
        x_Grade: 'invoice',
        x_Estimated: false,
        x_FetchedAt: '2026-12-03T08:00:00.000Z',
      },
    ],
    problems: ['OpenCost: the cloud cost of odd has no readable time or amount; it is not in the totals.'],
  },
]
