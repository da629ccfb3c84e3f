// https://docs.runpod.io/api-reference-v2: what pods, serverless endpoints, clusters, volumes and public endpoints cost by day, in USD.

import { isRecord } from '../../core/record.ts'
import { monthAround, type SpendRow } from '../focus.ts'
import { instantIn, numberIn, recordIn, textIn } from '../json.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, SourceExample, SourceIo } from '../source.ts'

interface Kind {
  readonly service: string
  readonly category: string
  readonly subcategory: string
  /** Where the id of what is billed stands; public endpoints have none. */
  readonly id?: string
  readonly parts: readonly (readonly [field: string, meter: string])[]
}

const compute = { category: 'Compute', subcategory: 'Virtual Machines' }
const kinds: Readonly<Record<string, Kind>> = {
  pods: {
    service: 'Pods',
    ...compute,
    id: 'podId',
    parts: [
      ['gpuAmount', 'GPU'],
      ['cpuAmount', 'CPU'],
      ['diskAmount', 'Disk'],
    ],
  },
  serverless: {
    service: 'Serverless',
    category: 'Compute',
    subcategory: 'Serverless Compute',
    id: 'serverlessId',
    parts: [
      ['gpuAmount', 'GPU'],
      ['cpuAmount', 'CPU'],
      ['diskAmount', 'Disk'],
      ['feeAmount', 'Fee'],
    ],
  },
  clusters: {
    service: 'Instant Clusters',
    ...compute,
    id: 'clusterId',
    parts: [
      ['gpuAmount', 'GPU'],
      ['diskAmount', 'Disk'],
      ['networkingAmount', 'Network'],
    ],
  },
  'network-volumes': {
    service: 'Network Volumes',
    category: 'Storage',
    subcategory: 'Block Storage',
    id: 'networkVolumeId',
    parts: [
      ['standardAmount', 'Standard Storage'],
      ['highPerformanceAmount', 'High-Performance Storage'],
    ],
  },
  endpoints: {
    service: 'Public Endpoints',
    category: 'AI and Machine Learning',
    subcategory: 'Generative AI',
    parts: [],
  },
}

async function* pages({ since, until }: Range, io: SourceIo): AsyncIterable<Fetched> {
  for (const about of Object.keys(kinds)) {
    const got = await io.ask({
      path: `/v2/billing/${about}`,
      query: [
        ['startTime', `${since}T00:00:00Z`],
        ['endTime', `${until}T00:00:00Z`],
        ['bucketSize', 'day'],
      ],
    })
    yield got.is === 'page' ? { ...got, about } : got
    if (got.is === 'failed') return
  }
}

function rowsOf(record: Readonly<Record<string, unknown>>, kind: Kind, at: string): readonly SpendRow[] | undefined {
  const [start, end] = [instantIn(record.startTime), instantIn(record.endTime)]
  const total = numberIn(record.totalAmount)
  if (!start || !end || total === undefined) return undefined
  const month = monthAround(start)
  const id = kind.id && textIn(record[kind.id])
  const common = {
    ServiceProviderName: 'RunPod',
    HostProviderName: 'RunPod',
    InvoiceIssuerName: 'RunPod',
    ServiceName: kind.service,
    ServiceCategory: kind.category,
    ServiceSubcategory: kind.subcategory,
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    BillingCurrency: 'USD',
    ...(id ? { ResourceId: id } : {}),
    x_Source: 'runpod',
    x_Grade: 'invoice',
    x_Estimated: Date.parse(end) > Date.parse(at),
    x_FetchedAt: at,
  } as const
  const costing = (cost: number, own: Partial<SpendRow> = {}) => ({
    ...common,
    BilledCost: cost,
    EffectiveCost: cost,
    ...own,
  })
  const parts = kind.parts.flatMap(([field, SkuMeter]) => {
    const cost = numberIn(record[field])
    return cost === undefined || cost === 0 ? [] : [costing(cost, { SkuMeter })]
  })
  const rest = total - parts.reduce((sum, { BilledCost }) => sum + BilledCost, 0)
  return Math.abs(rest) > 1e-9 ? [...parts, costing(rest)] : parts
}

function rows({ body, at, about = '' }: Page): Mapped {
  const [records, kind] = [recordIn(body).records, kinds[about]]
  if (!Array.isArray(records) || !kind) return { rows: [], problems: ['RunPod sent an answer without records.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const record of records as unknown[]) {
    const found = isRecord(record) ? rowsOf(record, kind, at) : undefined
    if (found) made.push(...found)
    else problems.push(`RunPod, ${kind.service}: a record without a readable time or total; it is not in the totals.`)
  }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'runpod',
  name: 'RunPod',
  reads: 'RunPod billing: pods, serverless, clusters, volumes and public endpoints',
  base: 'https://api.runpod.io',
  needs: {
    fields: [{ id: 'key', label: 'an API key', secret: true, env: 'RUNPOD_API_KEY' }],
    scope: 'Read Only',
    link: 'https://docs.runpod.io/get-started/api-keys',
  },
  limits: 'a quota a minute, an hour and a day, in the header RateLimit-Policy; five requests are one reading',
  freshness: 'not stated; the current day grows',
  headers: ({ key }) => ({ authorization: `Bearer ${key}` }),
  pages,
  rows,
}

const period = { startTime: '2026-11-17T00:00:00Z', endTime: '2026-11-18T00:00:00Z' }
const page = (about: string, records: readonly unknown[]): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  about,
  body: { records, metadata: {} },
})
const common = {
  ServiceProviderName: 'RunPod',
  HostProviderName: 'RunPod',
  InvoiceIssuerName: 'RunPod',
  ChargeCategory: 'Usage',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'USD',
  x_Source: 'runpod',
  x_Grade: 'invoice',
  x_Estimated: false,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'a serverless endpoint by what it is charged for; what no part explains is a row of its own',
    page: page('serverless', [
      {
        ...period,
        serverlessId: '4m7x2k9q',
        totalAmount: 9,
        gpuAmount: 7.5,
        cpuAmount: 0,
        diskAmount: 0.5,
        feeAmount: 0.75,
      },
      { ...period, serverlessId: '4m7x2k9q' },
    ]),
    rows: [
      { BilledCost: 7.5, EffectiveCost: 7.5, SkuMeter: 'GPU' },
      { BilledCost: 0.5, EffectiveCost: 0.5, SkuMeter: 'Disk' },
      { BilledCost: 0.75, EffectiveCost: 0.75, SkuMeter: 'Fee' },
      { BilledCost: 0.25, EffectiveCost: 0.25 },
    ].map((own) => ({
      ...common,
      ServiceName: 'Serverless',
      ServiceCategory: 'Compute',
      ServiceSubcategory: 'Serverless Compute',
      ResourceId: '4m7x2k9q',
      ...own,
    })),
    problems: ['RunPod, Serverless: a record without a readable time or total; it is not in the totals.'],
  },
  {
    name: 'public endpoints: one amount a day',
    page: page('endpoints', [{ ...period, totalAmount: 3.21 }]),
    rows: [
      {
        ...common,
        ServiceName: 'Public Endpoints',
        ServiceCategory: 'AI and Machine Learning',
        ServiceSubcategory: 'Generative AI',
        BilledCost: 3.21,
        EffectiveCost: 3.21,
      },
    ],
  },
]
