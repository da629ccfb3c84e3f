// https://cloud.google.com/spanner/pricing
import {
  committable,
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  numberOf,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { between } from './compute/replicas.ts'

const service = 'spanner'
const unitsOfNode = 1000

/** Not of storage or backups: https://cloud.google.com/spanner/docs/cuds */
const committed = { service, family: 'compute capacity', what: 'compute capacity' }

const inUnits = (nodes: Known<Fact>) => mapKnown(numberOf(nodes), (count): Fact => count * unitsOfNode)

/** Processing units: what is written, or the band an autoscaler moves in. */
function unitsOf(block: Block, count = 'num_nodes'): Known<Fact> {
  const units = block.fact('processing_units')
  if (!isUnwritten(units)) return units
  const nodes = block.fact(count)
  if (!isUnwritten(nodes)) return inUnits(nodes)
  const limit = (name: string) => block.fact(`autoscaling_config.autoscaling_limits.${name}`)
  const at = block.location
  if (!isUnwritten(limit('max_nodes')))
    return between(inUnits(limit('min_nodes')), nodes, inUnits(limit('max_nodes')), at)
  if (!isUnwritten(limit('max_processing_units')))
    return between(limit('min_processing_units'), nodes, limit('max_processing_units'), at)
  return units
}

const regionOfConfig = (block: Block): Known<string> =>
  mapKnown(block.fact('config'), (config) =>
    String(config)
      .split('/')
      .at(-1)!
      .replace(/^regional-/, ''),
  )

/** Editions have prices of their own; without one an instance is of the standard edition. */
const items: Readonly<Record<string, string>> = { STANDARD: 'processing units' }

const instance = defineResource({
  id: 'gcp/spanner-instance',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/spanner/pricing',
  shape: {
    units: 'processing units, 1,000 for each node, from the least to the most that an autoscaler may keep',
    edition: 'STANDARD, ENTERPRISE or ENTERPRISE_PLUS',
    kind: 'FREE_INSTANCE costs nothing',
  },
  usage: { storedGB: 'GB stored', backupGB: 'GB of backups' },
  lines: (resource, prices) => {
    if (valueOf(fact(resource, 'kind')) === 'FREE_INSTANCE') return []
    const price = priceFor(resource, [fact(resource, 'edition')], (region, edition) =>
      prices.service('gcp', service, items[edition!] ?? `${edition!.toLowerCase()} processing units`, region),
    )
    const stored = (item: string) => priceFor(resource, [], (region) => prices.service('gcp', service, item, region))
    return [
      committable(
        line('Processing units', 'PU-hour', product(numberFact(resource, 'units'), monthOf(resource)), price),
        committed,
      ),
      line('Storage', 'GB-month', usage(resource, 'storedGB'), stored('SSD storage')),
      line('Backups', 'GB-month', usage(resource, 'backupGB'), stored('backup storage')),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_instance
    terraform: {
      google_spanner_instance: {
        facts: { units: unitsOf, edition: ['edition', 'STANDARD'], kind: ['instance_type', 'PROVISIONED'] },
        region: regionOfConfig,
      },
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_instance_partition
      google_spanner_instance_partition: {
        facts: {
          units: (block) => unitsOf(block, 'node_count'),
          edition: (block) => {
            const owner = block.target('instance')
            const edition = owner?.fact('edition')
            if (edition === undefined) return unknown('dynamic', block.location)
            return isUnwritten(edition) ? assumed<Fact>('STANDARD', block.location) : edition
          },
        },
        region: regionOfConfig,
      },
    },
  },
  label: (resource) => {
    const units = valueOf(fact(resource, 'units'))
    return units === undefined ? 'Spanner instance' : `Spanner · ${units} processing units`
  },
})

export const resources = [instance]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two nodes, 2,000 units × 730 h × $0.09 a hundred, and 100 GB × $0.30; from 1,000 to 5,000 units; a free one; several regions have no row',
    terraform: `resource "google_spanner_instance" "two" {
  config       = "regional-us-central1"
  display_name = "two"
  num_nodes    = 2
}

resource "google_spanner_instance" "scaled" {
  config       = "regional-us-central1"
  display_name = "scaled"

  autoscaling_config {
    autoscaling_limits {
      min_processing_units = 1000
      max_processing_units = 5000
    }
  }
}

resource "google_spanner_instance" "free" {
  config        = "regional-us-central1"
  display_name  = "free"
  instance_type = "FREE_INSTANCE"
}

resource "google_spanner_instance" "wide" {
  config           = "nam3"
  display_name     = "wide"
  processing_units = 1000
}
`,
    usage: { 'google_spanner_instance.two': { storedGB: 100 } },
    sees: [
      { address: 'google_spanner_instance.two', usd: 1344, status: 'partial', unknown: ['Backups: no-price'] },
      { address: 'google_spanner_instance.scaled', usd: 657, status: 'partial' },
      { address: 'google_spanner_instance.free', usd: null, status: 'free' },
      { address: 'google_spanner_instance.wide', usd: null, status: 'unknown' },
    ],
  },
  {
    name: 'a partition of an instance elsewhere: 1,000 units × 730 h × $0.09 a hundred',
    terraform: `resource "google_spanner_instance" "main" {
  config           = "regional-us-east1"
  display_name     = "main"
  processing_units = 100
}

resource "google_spanner_instance_partition" "near" {
  instance     = google_spanner_instance.main.name
  config       = "regional-us-central1"
  display_name = "near"
  node_count   = 1
}

resource "google_spanner_instance_partition" "unknown" {
  instance     = "elsewhere"
  config       = "regional-us-central1"
  display_name = "unknown"
  node_count   = 1
}
`,
    usage: { 'google_spanner_instance_partition.near': { storedGB: 0, backupGB: 0 } },
    sees: [
      { address: 'google_spanner_instance.main', usd: null },
      {
        address: 'google_spanner_instance_partition.near',
        usd: 657,
        status: 'partial',
        unknown: ['Backups: no-price'],
      },
      { address: 'google_spanner_instance_partition.unknown', usd: null, status: 'partial' },
    ],
  },
]
