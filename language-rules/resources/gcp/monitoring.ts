// https://cloud.google.com/stackdriver/pricing
import type { ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'
import { usedResource } from './used-resource.ts'

const service = 'cloud-monitoring'

const metric = usedResource({
  id: 'metric-descriptor',
  docs: 'https://cloud.google.com/stackdriver/pricing',
  label: 'custom metric',
  used: [
    {
      label: 'Metric data',
      unit: 'MiB',
      name: 'metricMiB',
      meaning: 'MiB of metrics taken in in a month',
      price: [
        { service, item: 'first 100k MiB', upTo: 100_000 },
        { service, item: 'next 150k MiB', upTo: 250_000 },
        { service, item: 'over 250k MiB', upTo: Number.POSITIVE_INFINITY },
      ],
    },
    {
      label: 'API calls',
      unit: 'request',
      name: 'requests',
      meaning: 'calls that read metrics in a month',
      price: { service, item: 'API calls' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/monitoring_metric_descriptor
  types: ['google_monitoring_metric_descriptor'],
  region: everywhere,
})

export const resources = [metric]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in tiers: 100,000 MiB × $0.258 + 50,000 MiB × $0.151, and 2,000,000 calls × $0.01 a thousand; nobody says',
    terraform: `resource "google_monitoring_metric_descriptor" "told" {
  type        = "custom.googleapis.com/told"
  metric_kind = "GAUGE"
  value_type  = "DOUBLE"
}

resource "google_monitoring_metric_descriptor" "open" {
  type        = "custom.googleapis.com/open"
  metric_kind = "GAUGE"
  value_type  = "DOUBLE"
}
`,
    usage: { 'google_monitoring_metric_descriptor.told': { metricMiB: 150_000, requests: 2_000_000 } },
    sees: [
      { address: 'google_monitoring_metric_descriptor.told', usd: 33370, status: 'priced' },
      {
        address: 'google_monitoring_metric_descriptor.open',
        usd: null,
        status: 'partial',
        unknown: ['Metric data: usage', 'API calls: usage'],
      },
    ],
  },
]
