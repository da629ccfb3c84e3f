// https://azure.microsoft.com/pricing/details/stream-analytics/: by the hour of a streaming unit, as long as a job runs.
import { fact, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

const docs = 'https://azure.microsoft.com/pricing/details/stream-analytics/'

/** A job stands still until somebody starts it: a schedule does. */
const isStarted = (block: Block): Known<Fact> =>
  known<Fact>(block.referredBy('azurerm_stream_analytics_job_schedule').length > 0, block.location)

export const resources = [
  defineResource({
    id: 'azure/stream-analytics-job',
    cloud: 'azure',
    docs,
    shape: {
      sku: 'Standard or StandardV2',
      units: 'streaming units',
      cluster: 'the cluster it is in, where it is in one',
      isStarted: 'whether it is started by the configuration',
    },
    usage: { hours: 'hours in a month that it runs, where the configuration does not start it' },
    lines(resource, prices) {
      // In a cluster it is billed with that.
      if (valueOf(fact(resource, 'cluster')) !== undefined) return []
      const { item } = itemLines(resource, prices, 'stream-analytics')
      const hours = valueOf(fact(resource, 'isStarted')) === true ? monthOf(resource) : usage(resource, 'hours')
      return [
        item('Streaming units', 'hour', product(numberFact(resource, 'units'), hours), {
          by: [fact(resource, 'sku')],
          item: (sku) => (sku === 'StandardV2' ? 'standard v2 unit' : 'standard unit'),
        }),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/stream_analytics_job
      terraform: {
        azurerm_stream_analytics_job: {
          facts: {
            sku: ['sku_name', 'Standard'],
            units: 'streaming_units',
            cluster: 'stream_analytics_cluster_id',
            isStarted,
          },
        },
      },
    },
    label: () => 'Stream Analytics job',
  }),
  defineResource({
    id: 'azure/stream-analytics-cluster',
    cloud: 'azure',
    docs,
    shape: { units: 'streaming units' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'stream-analytics').hours(
        'Streaming units',
        'dedicated unit',
        numberFact(resource, 'units'),
      ),
    ],
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/stream_analytics_cluster
    from: { terraform: { azurerm_stream_analytics_cluster: { facts: { units: 'streaming_capacity' } } } },
    label: () => 'Stream Analytics cluster',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a job that a schedule starts, 6 × 730 h × $0.12; one that nobody does is use; a cluster of 36 × 730 h × $0.12',
    terraform: `resource "azurerm_stream_analytics_job" "on" {
  location        = "West Europe"
  streaming_units = 6
}

resource "azurerm_stream_analytics_job_schedule" "on" {
  stream_analytics_job_id = azurerm_stream_analytics_job.on.id
  start_mode              = "JobStartTime"
}

resource "azurerm_stream_analytics_job" "idle" {
  location        = "West Europe"
  streaming_units = 3
}

resource "azurerm_stream_analytics_cluster" "own" {
  location           = "West Europe"
  streaming_capacity = 36
}
`,
    sees: [
      {
        address: 'azurerm_stream_analytics_job.on',
        usd: 525.6,
        status: 'priced',
      },
      {
        address: 'azurerm_stream_analytics_job.idle',
        usd: null,
        status: 'partial',
        unknown: ['Streaming units: usage'],
      },
      { address: 'azurerm_stream_analytics_cluster.own', usd: 3153.6, status: 'priced' },
    ],
  },
]
