// https://aws.amazon.com/ec2/dedicated-hosts/pricing/
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-pricing-billing.html
import { fact, line, monthOf, numberFact, priceFor, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { hourLines } from './ec2/machine.ts'
import { firstWritten, orDefault } from './ec2/written.ts'

/** A host is billed by its family, however many machines run on it, and they cost nothing more. */
const familyOf = (block: Block): Known<Fact> =>
  firstWritten(
    block.fact('instance_family'),
    mapKnown(block.fact('instance_type'), (type) => String(type).split('.')[0]!),
  )

const host = defineResource({
  id: 'aws/ec2-host',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/dedicated-hosts/pricing/',
  shape: { family: 'instance family of the host: m5, mac2' },
  lines: (resource, prices) => [
    line(
      'Dedicated host',
      'hour',
      monthOf(resource),
      priceFor(
        resource,
        [fact(resource, 'family')],
        (region, family) =>
          prices.service('aws', 'ec2-host', family!, region) ??
          prices.service('aws', 'ec2', `dedicated host ${family}`, region),
      ),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_host
    terraform: { aws_ec2_host: { facts: { family: familyOf } } },
  },
  label: (resource) => `${valueOf(fact(resource, 'family')) ?? 'dedicated'} host`,
})

/** `Linux/UNIX`, `Windows`, `Red Hat Enterprise Linux`; those with SQL Server are sold apart. */
const systems: Readonly<Record<string, string>> = {
  'Linux/UNIX': 'linux',
  Windows: 'windows',
  'Red Hat Enterprise Linux': 'rhel',
  'SUSE Linux': 'suse',
}

/** What is reserved is billed like what runs, whether or not it does: a machine that uses it is not billed twice. */
const reservation = defineResource({
  id: 'aws/ec2-capacity-reservation',
  cloud: 'aws',
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-pricing-billing.html',
  shape: {
    instanceType: 'instance type that is reserved',
    operatingSystem: 'linux, windows, rhel, suse, or the platform as it is written',
    tenancy: 'default or dedicated',
    number: 'how many machines are reserved',
  },
  usage: { unusedShare: 'share of the reserved hours that no machine of yours runs in, 0 to 1' },
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservations-pricing-billing.html
  assumes: [{ what: 'use', value: 'none', from: 'a machine that runs in the reservation is billed in its place' }],
  lines: (resource, prices) =>
    hourLines(resource, prices, {
      label: 'Reserved capacity',
      type: fact(resource, 'instanceType'),
      purchase: resource.purchase,
      number: product(
        numberFact(resource, 'number'),
        resource.usage?.unusedShare ?? mapKnown(monthOf(resource), () => 1),
      ),
    }),
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_capacity_reservation
    terraform: {
      aws_ec2_capacity_reservation: {
        facts: {
          instanceType: 'instance_type',
          operatingSystem: (block) =>
            mapKnown(block.fact('instance_platform'), (platform) => systems[String(platform)] ?? platform),
          tenancy: (block) => orDefault(block.fact('tenancy'), 'default', block.location),
          number: 'instance_count',
        },
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'capacity reservation', prices),
})

/** An offering is bought for its days, up front: what it costs stands in the offering, which is looked up when it runs. */
const block = defineResource({
  id: 'aws/ec2-capacity-block',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/capacityblocks/pricing/',
  shape: {
    instanceType: 'instance type of the block',
    number: 'how many machines it has',
    hours: 'hours it lasts',
  },
  lines: (resource, prices) => [
    line(
      'Capacity block',
      'hour',
      product(numberFact(resource, 'number'), numberFact(resource, 'hours')),
      priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
        prices.service('aws', 'ec2', `capacity block ${type}`, region),
      ),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_capacity_block_reservation
    terraform: {
      aws_ec2_capacity_block_reservation: {
        facts: {
          instanceType: (resource) => unknown('dynamic', resource.location),
          number: (resource) => unknown('dynamic', resource.location),
          hours: (resource) => unknown('dynamic', resource.location),
        },
      },
    },
  },
  label: () => 'capacity block',
})

export const resources = [host, reservation, block]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a host by its family, 730 h × $5.069, or by the type it is for, 730 h × $1.083',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_host" "family" {
  availability_zone = "us-east-1a"
  instance_family   = "m5"
}

resource "aws_ec2_host" "mac" {
  availability_zone = "us-east-1a"
  instance_type     = "mac1.metal"
}

resource "aws_ec2_host" "unlisted" {
  availability_zone = "us-east-1a"
  instance_family   = "zz9"
}
`,
    sees: [
      { address: 'aws_ec2_host.family', usd: 3700.37, status: 'priced', lines: ['Dedicated host'] },
      { address: 'aws_ec2_host.mac', usd: 790.59, status: 'priced' },
      { address: 'aws_ec2_host.unlisted', usd: null, status: 'unknown', unknown: ['Dedicated host: no-price'] },
    ],
  },
  {
    name: 'reserved, used or not: 2 × 730 h × $0.096; of Windows 730 h × ($0.096 + 2 vCPU × $0.046); with SQL Server it is not listed',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_capacity_reservation" "linux" {
  instance_type     = "m5.large"
  instance_platform = "Linux/UNIX"
  availability_zone = "us-east-1a"
  instance_count    = 2
}

resource "aws_ec2_capacity_reservation" "windows" {
  instance_type     = "m5.large"
  instance_platform = "Windows"
  availability_zone = "us-east-1a"
  instance_count    = 1
}

resource "aws_ec2_capacity_reservation" "sql" {
  instance_type     = "m5.large"
  instance_platform = "Windows with SQL Server Standard"
  availability_zone = "us-east-1a"
  instance_count    = 1
}
`,
    sees: [
      { address: 'aws_ec2_capacity_reservation.linux', usd: 140.16, status: 'priced', lines: ['Reserved capacity'] },
      { address: 'aws_ec2_capacity_reservation.windows', usd: 137.24, status: 'priced' },
      {
        address: 'aws_ec2_capacity_reservation.sql',
        usd: 70.08,
        status: 'partial',
        unknown: ['Windows with SQL Server Standard: no-price'],
      },
    ],
  },
  {
    name: 'half of the reservation is used by machines that are billed themselves: 0.5 × 2 × 730 h × $0.096',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_capacity_reservation" "half" {
  instance_type     = "m5.large"
  instance_platform = "Linux/UNIX"
  availability_zone = "us-east-1a"
  instance_count    = 2
}
`,
    usage: { 'aws_ec2_capacity_reservation.half': { unusedShare: 0.5 } },
    sees: [{ address: 'aws_ec2_capacity_reservation.half', usd: 70.08, status: 'priced' }],
  },
  {
    name: 'a capacity block is what the offering says, which is looked up when it runs',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_capacity_block_reservation" "train" {
  capacity_block_offering_id = data.aws_ec2_capacity_block_offering.train.capacity_block_offering_id
  instance_platform          = "Linux/UNIX"
}
`,
    sees: [
      {
        address: 'aws_ec2_capacity_block_reservation.train',
        usd: null,
        status: 'unknown',
        unknown: ['Capacity block: dynamic'],
      },
    ],
  },
]
