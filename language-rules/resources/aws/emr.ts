// https://aws.amazon.com/emr/pricing/: what EMR takes by the hour on top of each instance
import {
  fact,
  isUnwritten,
  line,
  machineLine,
  numberOf,
  partsOf,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { volumeLines } from './ec2/volume-lines.ts'
import { type Facts, orDefault } from './ec2/written.ts'

const groups = ['master_instance_group', 'core_instance_group']
const fleets = ['master_instance_fleet', 'core_instance_fleet']

/** A group with a bid is spot, one without is on demand. */
function groupFacts(block: Block, group: Pick<NestedBlock, 'fact' | 'nested'>, at: string): Facts {
  const bid = group.fact('bid_price')
  const facts: Record<string, Known<Fact>> = {
    [`${at}.instanceType`]: group.fact('instance_type'),
    [`${at}.number`]: orDefault(group.fact('instance_count'), 1, block.location),
    [`${at}.market`]:
      bid.is === 'unknown' && !isUnwritten(bid)
        ? bid
        : known<Fact>(isUnwritten(bid) ? 'on-demand' : 'spot', block.location),
  }
  const [volume] = group.nested('ebs_config')
  if (volume !== undefined) {
    facts[`${at}.volumes`] = orDefault(volume.fact('volumes_per_instance'), 1, block.location)
    facts[`${at}.type`] = volume.fact('type')
    facts[`${at}.sizeGiB`] = volume.fact('size')
    facts[`${at}.iops`] = volume.fact('iops')
  }
  return facts
}

/** Which types of a fleet are taken, and how many, goes by what is to be had. */
export function fleetFacts(block: Block, at: string): Facts {
  return {
    [`${at}.instanceType`]: unknown('dynamic', block.location),
    [`${at}.number`]: unknown('dynamic', block.location),
    [`${at}.market`]: unknown('dynamic', block.location),
  }
}

function clusterFacts(block: Block): Facts {
  const written = groups.flatMap((name) => block.nested(name))
  const choosing = fleets.flatMap((name) => block.nested(name))
  const facts = written.map((group, i) => groupFacts(block, group, `groups[${i}]`))
  const open = choosing.map((_, i) => fleetFacts(block, `groups[${written.length + i}]`))
  return Object.assign({}, ...facts, ...open)
}

/** The list has one price for all regions but those of GovCloud and China; where a region has another, it stands by itself. */
const feeOf = (prices: PriceBook, region: string, type: string) =>
  prices.service('aws', 'emr', type, region) ??
  (/^(?:us-gov|cn)-/.test(region) ? undefined : prices.service('aws', 'emr', type, 'global'))

/** @param running hours it is there: 730 of a month */
export function groupLines(
  resource: Resource,
  prices: PriceBook,
  at: string,
  i: number,
  running: number,
): readonly Line[] {
  const label = `Group ${i + 1}`
  const [type, market] = [fact(resource, `${at}.instanceType`), fact(resource, `${at}.market`)]
  const number = numberOf(fact(resource, `${at}.number`))
  const hours = product(number, known(running, resource.location))
  // A volume is billed by the month.
  const share = known(running / 730, resource.location)
  const instance = priceFor(resource, [type, market], (region, name, purchase) =>
    prices.instance('aws', name!, region, purchase === 'spot' ? 'spot' : 'on-demand'),
  )
  const fee = priceFor(resource, [type], (region, name) => feeOf(prices, region, name!))
  const volumes = fact(resource, `${at}.volumes`)
  const isSpot = valueOf(market) === 'spot'
  return [
    machineLine(line(`${label} instances`, 'hour', hours, instance), type, isSpot ? 'spot' : 'on-demand'),
    line(`${label} EMR`, 'hour', hours, fee),
    ...(isUnwritten(volumes)
      ? []
      : volumeLines(
          resource,
          prices,
          `${at}.`,
          `${label} volumes`,
          product(product(numberOf(volumes), number), share),
        )),
  ]
}

export const groupShape = {
  'groups[0].instanceType': 'instance type of a group',
  'groups[0].number': 'how many instances it has',
  'groups[0].market': 'on-demand or spot',
  'groups[0].volumes': 'volumes of each instance, where they are written',
  'groups[0].type': 'volume type',
  'groups[0].sizeGiB': 'GiB of a volume',
  'groups[0].iops': 'provisioned IOPS of a volume',
}

const cluster = defineResource({
  id: 'aws/emr-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/emr/pricing/',
  shape: groupShape,
  usage: { ioRequests: 'requests to magnetic volumes' },
  assumes: [
    { what: 'running', value: '730 h a month', from: 'a cluster kept alive; one that ends with its steps costs less' },
  ],
  lines: (resource, prices) => partsOf(resource, 'groups').flatMap((at, i) => groupLines(resource, prices, at, i, 730)),
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_cluster
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_instance_group
    terraform: {
      aws_emr_cluster: { facts: {}, more: clusterFacts },
      aws_emr_instance_group: { facts: {}, more: (block) => groupFacts(block, block, 'groups[0]') },
      aws_emr_instance_fleet: { facts: {}, more: (block) => fleetFacts(block, 'groups[0]') },
    },
  },
  label: (resource) => `EMR ${valueOf(fact(resource, 'groups[0].instanceType')) ?? 'cluster'}`,
})

export const resources = [cluster]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a master, two core nodes with a volume each, and a task group as spot: 730 h × ($0.192 + $0.048), 2 × (730 h × ($0.192 + $0.048) + 64 GiB × $0.10), 3 × 730 h × ($0.0698748 + $0.048)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_emr_cluster" "spark" {
  name          = "spark"
  release_label = "emr-7.0.0"
  service_role  = "role"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  core_instance_group {
    instance_type  = "m5.xlarge"
    instance_count = 2

    ebs_config {
      size = 64
      type = "gp2"
    }
  }
}

resource "aws_emr_instance_group" "task" {
  cluster_id     = aws_emr_cluster.spark.id
  instance_type  = "m5.xlarge"
  instance_count = 3
  bid_price      = "0.30"
}
`,
    sees: [
      {
        address: 'aws_emr_cluster.spark',
        usd: 538.4,
        status: 'priced',
        lines: ['Group 1 instances', 'Group 1 EMR', 'Group 2 instances', 'Group 2 EMR', 'Group 2 volumes storage'],
      },
      { address: 'aws_emr_instance_group.task', usd: 258.15, status: 'priced' },
    ],
  },
  {
    name: 'what EMR takes is the same in Frankfurt, 730 h × $0.048, and is not listed for GovCloud',
    terraform: `provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "gov"
  region = "us-gov-west-1"
}

resource "aws_emr_instance_group" "frankfurt" {
  cluster_id     = "j-1"
  instance_type  = "m5.xlarge"
  instance_count = 1
}

resource "aws_emr_instance_group" "gov" {
  provider       = aws.gov
  cluster_id     = "j-2"
  instance_type  = "m5.xlarge"
  instance_count = 1
}
`,
    sees: [
      { address: 'aws_emr_instance_group.frankfurt', usd: 202.94, status: 'priced' },
      { address: 'aws_emr_instance_group.gov', usd: 176.66, status: 'partial', unknown: ['Group 1 EMR: no-price'] },
    ],
  },
  {
    name: 'which machines a fleet takes is decided when it runs',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_emr_instance_fleet" "task" {
  cluster_id                = "j-1"
  target_on_demand_capacity = 2

  instance_type_configs {
    instance_type = "m5.xlarge"
  }
}
`,
    sees: [
      {
        address: 'aws_emr_instance_fleet.task',
        usd: null,
        status: 'unknown',
        unknown: ['Group 1 instances: dynamic', 'Group 1 EMR: dynamic'],
      },
    ],
  },
]
