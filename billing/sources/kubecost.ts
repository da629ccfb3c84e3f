// https://www.ibm.com/docs/en/SSW0JQG_2.x/apis/monitoring-apis/api-allocation.html: what the workloads of a cluster cost, as Kubecost prices them.
import { allocationPages, allocationRows, clusterFields, clusterHeaders } from '../kubernetes.ts'
import type { BillingSource, Range, Scope, SourceExample, SourceIo } from '../source.ts'

const pages = (range: Range, io: SourceIo, scope: Scope) =>
  allocationPages(range, io, scope, {
    path: '/model/allocation',
    query: [
      // One set for each day.
      ['accumulate', 'false'],
      ['idle', 'true'],
    ],
  })

export const source: BillingSource = {
  id: 'kubecost',
  name: 'Kubecost',
  reads: 'Kubecost allocation: what workloads and idle machines of a cluster cost',
  needs: {
    fields: clusterFields('KUBECOST'),
    scope: 'the address of its API, port 9090; it asks for no key',
    link: 'https://www.ibm.com/docs/en/SSW0JQG_2.x/apis/monitoring-apis/api-allocation.html',
  },
  limits: 'none of its own; a week is asked for at a time',
  freshness: 'the current day grows; past days change where Kubecost reconciles them with a cloud’s bill',
  narrows: { accounts: 'clusters', projects: 'namespaces', tags: 'labels of workloads and namespaces' },
  headers: clusterHeaders,
  pages,
  rows: (page) => allocationRows(page, 'kubecost', 'Kubecost'),
}

export const examples: readonly SourceExample[] = [
  {
    name: 'a workload of one namespace, without labels',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      about: 'USD',
      body: {
        code: 200,
        data: [
          {
            'quay/search/statefulset/index': {
              name: 'quay/search/statefulset/index',
              properties: { cluster: 'quay', namespace: 'search', controllerKind: 'statefulset', controller: 'index' },
              window: { start: '2026-11-20T00:00:00Z', end: '2026-11-21T00:00:00Z' },
              pvByteHours: 2_576_980_377_600,
              pvCost: 0.25,
              totalCost: 0.25,
            },
          },
        ],
      },
    },
    rows: [
      {
        ServiceProviderName: 'Kubecost',
        ServiceName: 'Kubernetes',
        ServiceCategory: 'Compute',
        ServiceSubcategory: 'Containers',
        ChargeCategory: 'Usage',
        ChargeFrequency: 'Usage-Based',
        ChargePeriodStart: '2026-11-20T00:00:00.000Z',
        ChargePeriodEnd: '2026-11-21T00:00:00.000Z',
        BillingPeriodStart: '2026-11-01T00:00:00.000Z',
        BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
        BillingCurrency: 'USD',
        BilledCost: 0.25,
        EffectiveCost: 0.25,
        SkuMeter: 'Volumes',
        ConsumedQuantity: 2400,
        ConsumedUnit: 'GiB-Hours',
        BillingAccountId: 'quay',
        BillingAccountType: 'Cluster',
        SubAccountId: 'search',
        SubAccountType: 'Namespace',
        ResourceName: 'index',
        ResourceType: 'statefulset',
        x_Source: 'kubecost',
        x_Grade: 'metered',
        x_Estimated: true,
        x_FetchedAt: '2026-11-20T08:00:00.000Z',
      },
    ],
  },
]
