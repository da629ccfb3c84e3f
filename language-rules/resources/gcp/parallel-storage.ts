// https://cloud.google.com/managed-lustre/pricing and …/parallelstore/pricing: GiB that are provided. No list we read has the prices.
import { fact, line, numberFact, priceFor } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { regionOfLocation } from './location.ts'

export const resources = [
  defineResource({
    id: 'gcp/managed-lustre',
    cloud: 'gcp',
    docs: 'https://cloud.google.com/managed-lustre/pricing',
    shape: { capacityGiB: 'GiB of it', mbpsOfTib: 'MB/s for each TiB: 125, 250, 500 or 1000' },
    lines: (resource, prices) => [
      line(
        'Capacity',
        'GiB-month',
        numberFact(resource, 'capacityGiB'),
        priceFor(resource, [fact(resource, 'mbpsOfTib')], (region, rate) =>
          prices.service('gcp', 'managed-lustre', `${rate} MBps per TiB`, region),
        ),
      ),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/lustre_instance
      terraform: {
        google_lustre_instance: {
          facts: { capacityGiB: 'capacity_gib', mbpsOfTib: 'per_unit_storage_throughput' },
          region: (block) => regionOfLocation(block),
        },
      },
    },
    label: () => 'Managed Lustre',
  }),
  defineResource({
    id: 'gcp/parallelstore',
    cloud: 'gcp',
    docs: 'https://cloud.google.com/parallelstore/pricing',
    shape: { capacityGiB: 'GiB of it' },
    lines: (resource, prices) => [
      line(
        'Capacity',
        'GiB-month',
        numberFact(resource, 'capacityGiB'),
        priceFor(resource, [], (region) => prices.service('gcp', 'parallelstore', 'capacity', region)),
      ),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/parallelstore_instance
      terraform: {
        google_parallelstore_instance: {
          facts: { capacityGiB: 'capacity_gib' },
          region: (block) => regionOfLocation(block),
        },
      },
    },
    label: () => 'Parallelstore',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what they provide is known and has no row: never $0',
    terraform: `resource "google_lustre_instance" "scratch" {
  location                    = "us-central1-a"
  capacity_gib                = 18000
  per_unit_storage_throughput = 1000
}

resource "google_parallelstore_instance" "scratch" {
  location     = "us-central1-a"
  capacity_gib = 12000
}
`,
    sees: [
      {
        address: 'google_lustre_instance.scratch',
        usd: null,
        status: 'unknown',
        lines: ['Capacity'],
        unknown: ['Capacity: no-price'],
      },
      { address: 'google_parallelstore_instance.scratch', usd: null, status: 'unknown', lines: ['Capacity'] },
    ],
  },
]
