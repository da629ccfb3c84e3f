// https://opencost.io/docs/integrations/api#allocation-api: what the workloads of a cluster cost, at the list prices OpenCost knows.
import { allocationPages, allocationRows, clusterFields, clusterHeaders } from '../kubernetes.ts'
import type { BillingSource, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

const pages = (range: Range, io: SourceIo, scope: Scope) =>
  allocationPages(range, io, scope, {
    path: '/allocation',
    query: [
      ['step', '1d'],
      ['includeIdle', 'true'],
    ],
  })

export const source: BillingSource = {
  id: 'opencost',
  name: 'OpenCost',
  reads: 'OpenCost allocation: what workloads and idle machines of a cluster cost, at list prices',
  needs: {
    fields: clusterFields('OPENCOST'),
    scope: 'the address of its API, port 9003; it asks for no key',
    link: 'https://opencost.io/docs/integrations/api',
  },
  limits: 'none of its own; a week is asked for at a time, as its Prometheus has to hold it in memory',
  freshness: 'as fast as its Prometheus looks at the machines; the current day grows, and list prices are no invoice',
  narrows: { accounts: 'clusters', projects: 'namespaces', tags: 'labels of workloads and namespaces' },
  headers: clusterHeaders,
  pages,
  rows: (page) => allocationRows(page, 'opencost', 'OpenCost'),
}

const window = { start: '2026-11-17T00:00:00Z', end: '2026-11-18T00:00:00Z' }
const page = (data: readonly unknown[], about = 'USD'): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  about,
  body: { code: 200, status: 'success', data },
})
const common = {
  ServiceProviderName: 'OpenCost',
  ServiceName: 'Kubernetes',
  ServiceCategory: 'Compute',
  ServiceSubcategory: 'Containers',
  ChargeCategory: 'Usage',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodStart: '2026-11-17T00:00:00.000Z',
  ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
  BillingPeriodStart: '2026-11-01T00:00:00.000Z',
  BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
  BillingCurrency: 'USD',
  BillingAccountId: 'quay',
  BillingAccountType: 'Cluster',
  x_Source: 'opencost',
  x_Grade: 'metered',
  x_Estimated: false,
  x_FetchedAt: '2026-11-20T08:00:00.000Z',
} as const

export const examples: readonly SourceExample[] = [
  {
    name: 'a row for each part of a machine, corrections in it; what rounding left goes to the largest',
    page: page([
      {
        'quay/search/deployment/answers': {
          name: 'quay/search/deployment/answers',
          properties: {
            cluster: 'quay',
            namespace: 'search',
            controllerKind: 'deployment',
            controller: 'answers',
            namespaceLabels: { team: 'search' },
          },
          window,
          cpuCoreHours: 48,
          cpuCost: 1.5,
          cpuCostAdjustment: -0.25,
          gpuHours: 24,
          gpuCost: 60.00001,
          ramByteHours: 103_079_215_104,
          ramCost: 0.5,
          totalCost: 61.75,
        },
      },
    ]),
    rows: [
      { BilledCost: 1.25, EffectiveCost: 1.25, SkuMeter: 'CPU', ConsumedQuantity: 48, ConsumedUnit: 'Core-Hours' },
      { BilledCost: 60, EffectiveCost: 60, SkuMeter: 'GPU', ConsumedQuantity: 24, ConsumedUnit: 'GPU-Hours' },
      { BilledCost: 0.5, EffectiveCost: 0.5, SkuMeter: 'Memory', ConsumedQuantity: 96, ConsumedUnit: 'GiB-Hours' },
    ].map((own) => ({
      ...common,
      SubAccountId: 'search',
      SubAccountType: 'Namespace',
      ResourceName: 'answers',
      ResourceType: 'deployment',
      Tags: '{"team":"search"}',
      ...own,
    })),
  },
  {
    name: 'idle machines, in the currency of the cluster’s own prices; a part without a cost of its own is no row of $0; a day of silence and a cost that is no number are told',
    page: page(
      [
        {
          'quay/__idle__': {
            name: 'quay/__idle__',
            properties: { cluster: 'quay' },
            window,
            gpuCost: 20,
            cpuCoreHours: 48,
            totalCost: 21,
          },
          odd: { name: 'odd', properties: {}, window },
        },
        {},
      ],
      'EUR',
    ),
    rows: [
      { BilledCost: 20, EffectiveCost: 20, SkuMeter: 'GPU' },
      { BilledCost: 1, EffectiveCost: 1 },
    ].map((own) => ({
      ...common,
      BillingCurrency: 'EUR',
      ChargeDescription: 'Idle: paid for, asked for by no workload',
      ResourceName: '__idle__',
      ...own,
    })),
    problems: [
      'OpenCost: odd has no readable time or cost; it is not in the totals.',
      'OpenCost has measured nothing in 1 of 2 days: they are not in the totals.',
    ],
  },
]
