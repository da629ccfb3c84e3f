// https://aws.amazon.com/dms/pricing/
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

const words = (isMulti: string) => (isMulti === 'true' ? ' multi-az' : '')

/**
 * `IncludedAllocatedStorage` of https://docs.aws.amazon.com/dms/latest/APIReference/API_DescribeOrderableReplicationInstances.html
 * shows 100 GiB for a class that is not burstable. Of T classes no page that was read tells: what the provider takes where nothing is
 * written is taken, and named as assumed.
 */
function includedIn(block: Block): Known<Fact> {
  const type = block.fact('replication_instance_class')
  if (valueOf(type) === undefined) return mapKnown(type, (): Fact => 100)
  return String(valueOf(type)).startsWith('dms.t')
    ? assumed<Fact>(50, block.location)
    : known<Fact>(100, block.location)
}

const instance = defineResource({
  id: 'aws/dms-instance',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/dms/pricing/',
  shape: {
    instanceType: 'dms.t3.medium',
    multiAz: 'whether a standby runs in another zone',
    sizeGiB: 'GiB of log storage, what the class includes counted',
    includedGiB: 'GiB of log storage that are in the price of the class',
    publicIpv4: 'whether it has a public IPv4 address',
  },
  lines: (resource, prices) => {
    const multi = fact(resource, 'multiAz')
    const hours = monthOf(resource)
    const address = { service: 'public-ipv4', item: 'in use or idle' }
    const included = numberFact(resource, 'includedGiB')
    const least = valueOf(included)
    const extra =
      least === undefined
        ? unknown<number>(included.is === 'unknown' ? included.why : 'dynamic')
        : mapKnown(numberFact(resource, 'sizeGiB'), (size) => Math.max(0, size - least))
    return [
      line(
        'Instance',
        'hour',
        hours,
        priceFor(resource, [fact(resource, 'instanceType'), multi], (region, type, isMulti) =>
          prices.service('aws', 'dms', `${type}${words(isMulti!)}`, region),
        ),
      ),
      ...(valueOf(extra) === 0
        ? []
        : [
            line(
              'Storage',
              'GB-month',
              extra,
              priceFor(resource, [multi], (region, isMulti) =>
                prices.service('aws', 'dms', `gp2 storage${words(isMulti!)}`, region),
              ),
            ),
          ]),
      ...(valueOf(fact(resource, 'publicIpv4')) === true
        ? [serviceLine(resource, prices, 'Public IPv4 address', 'hour', hours, address)]
        : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance
    terraform: {
      aws_dms_replication_instance: {
        facts: {
          instanceType: 'replication_instance_class',
          multiAz: ['multi_az', false],
          sizeGiB: ['allocated_storage', 50],
          includedGiB: includedIn,
          publicIpv4: ['publicly_accessible', false],
        },
      },
    },
  },
  label: ({ shape }) => String((shape.instanceType && valueOf(shape.instanceType)) ?? 'DMS instance'),
})

/** From the minimum, which is the likely one, to the maximum. */
function units(block: Block): Known<Fact> {
  const max = valueOf(block.fact('compute_config.max_capacity_units'))
  const written = block.fact('compute_config.min_capacity_units')
  const min = isUnwritten(written) ? 1 : valueOf(written)
  return min === undefined || max === undefined || max < min
    ? unknown('dynamic', block.location)
    : { is: 'range', low: min, likely: min, high: max, at: block.location }
}

const serverless = defineResource({
  id: 'aws/dms-serverless',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/dms/pricing/',
  shape: {
    units: 'capacity units (2 GB of memory each)',
    multiAz: 'whether a standby runs in another zone',
    isStarted: 'whether it is started with the rest, and so runs the whole month',
  },
  usage: { runHours: 'hours it runs, where it is started by hand' },
  lines: (resource, prices) => [
    line(
      'Capacity units',
      'hour',
      product(
        valueOf(fact(resource, 'isStarted')) === true ? monthOf(resource) : usage(resource, 'runHours'),
        numberFact(resource, 'units'),
      ),
      priceFor(resource, [fact(resource, 'multiAz')], (region, isMulti) =>
        prices.service('aws', 'dms', `serverless DCU${words(isMulti!)}`, region),
      ),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_config
    terraform: {
      aws_dms_replication_config: {
        facts: {
          units,
          isStarted: ['start_replication', false],
          multiAz: (block) => {
            const written = block.fact('compute_config.multi_az')
            return isUnwritten(written) ? assumed<Fact>(false, block.location) : written
          },
        },
      },
    },
  },
  label: () => 'DMS Serverless',
})

export const resources = [instance, serverless]

export const free: readonly string[] = [
  'aws_dms_certificate',
  'aws_dms_endpoint',
  'aws_dms_event_subscription',
  'aws_dms_replication_subnet_group',
  'aws_dms_replication_task',
  'aws_dms_s3_endpoint',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'with a standby, 20 GB above the 50 that are included: 730 h × $0.036 + 20 GB × $0.23',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t2.micro"
  allocated_storage          = 70
  multi_az                   = true
}
`,
    sees: [
      {
        address: 'aws_dms_replication_instance.move',
        usd: 30.88,
        status: 'priced',
        lines: ['Instance', 'Storage'],
        assumed: ['includedGiB', 'publicIpv4'],
      },
    ],
  },
  {
    name: '50 GB by default are included; a public address is not: 730 h × $0.036 + 730 h × $0.005',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t2.micro"
  multi_az                   = true
  publicly_accessible        = true
}
`,
    sees: [
      {
        address: 'aws_dms_replication_instance.move',
        usd: 29.93,
        status: 'priced',
        lines: ['Instance', 'Public IPv4 address'],
      },
    ],
  },
  {
    name: 'serverless without a row for the region, started or not',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_dms_replication_config" "move" {
  replication_config_identifier = "move"
  start_replication             = true

  compute_config {
    min_capacity_units = 2
    max_capacity_units = 16
  }
}

resource "aws_dms_replication_config" "by_hand" {
  replication_config_identifier = "by-hand"

  compute_config {
    max_capacity_units = 4
  }
}
`,
    sees: [
      {
        address: 'aws_dms_replication_config.move',
        usd: null,
        status: 'unknown',
        unknown: ['Capacity units: no-price'],
      },
      {
        address: 'aws_dms_replication_config.by_hand',
        usd: null,
        status: 'unknown',
        unknown: ['Capacity units: no-price'],
        assumed: ['isStarted', 'multiAz'],
      },
    ],
  },
]
