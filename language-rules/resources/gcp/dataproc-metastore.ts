// https://cloud.google.com/dataproc-metastore/pricing: a service by the hour, by its tier, or by its scaling factor where it is of the
// second generation. No list we read has the prices.
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionOfLocation } from './location.ts'

export const resources = [
  defineResource({
    id: 'gcp/dataproc-metastore',
    cloud: 'gcp',
    docs: 'https://cloud.google.com/dataproc-metastore/pricing',
    shape: {
      tier: 'DEVELOPER or ENTERPRISE',
      size: 'MEDIUM …, of the second generation',
      factor: 'or its scaling factor',
    },
    lines(resource, prices) {
      const [size, factor] = [fact(resource, 'size'), numberFact(resource, 'factor')]
      const price = (by: Known<Fact>, of: (value: string) => string) =>
        priceFor(resource, [by], (region, value) => prices.service('gcp', 'dataproc-metastore', of(value!), region))
      if (!isUnwritten(factor))
        return [
          line(
            'Service',
            'factor-hour',
            product(factor, monthOf(resource)),
            price(factor, () => 'scaling factor'),
          ),
        ]
      const priced = isUnwritten(size)
        ? price(fact(resource, 'tier'), (tier) => `service ${tier.toLowerCase()}`)
        : price(size, (name) => `size ${name.toLowerCase()}`)
      return [line('Service', 'hour', monthOf(resource), priced)]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_metastore_service
      terraform: {
        google_dataproc_metastore_service: {
          facts: {
            tier: ['tier', 'DEVELOPER'],
            size: 'scaling_config.instance_size',
            factor: 'scaling_config.scaling_factor',
          },
          region: (block) => regionOfLocation(block),
        },
      },
    },
    label: () => 'Dataproc Metastore',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'by its tier or its size, and without a row: never $0',
    terraform: `resource "google_dataproc_metastore_service" "first" {
  location = "us-central1"
  tier     = "ENTERPRISE"
}

resource "google_dataproc_metastore_service" "second" {
  location = "us-central1"
  scaling_config {
    instance_size = "MEDIUM"
  }
}
`,
    sees: [
      {
        address: 'google_dataproc_metastore_service.first',
        usd: null,
        status: 'unknown',
        lines: ['Service'],
        unknown: ['Service: no-price'],
      },
      { address: 'google_dataproc_metastore_service.second', usd: null, status: 'unknown', lines: ['Service'] },
    ],
  },
]
