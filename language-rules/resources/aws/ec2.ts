// https://aws.amazon.com/ec2/pricing/on-demand/
import { fact, line, monthOf, numberFact, partsOf, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Purchase, Resource } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { volumeLines } from './ebs.ts'

function instanceLine(resource: Resource, prices: PriceBook): Line {
  const { purchase } = resource
  const tenancy = fact(resource, 'tenancy')
  const isShared = (tenancy.is === 'known' || tenancy.is === 'assumed') && tenancy.value === 'default'
  const price = priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
    purchase === undefined ? undefined : prices.instance('aws', type, region, purchase),
  )
  const why =
    purchase === undefined ? 'dynamic' : tenancy.is === 'unknown' ? tenancy.why : isShared ? undefined : 'unsupported'
  return line('Instance', 'hour', monthOf(resource), why ?? price)
}

/** Every attached public address is billed since February 2024. Unsaid, the subnet decides. */
function addressLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const address = fact(resource, 'publicIpv4')
  if ((address.is === 'known' || address.is === 'assumed') && String(address.value) === 'false') return []
  const hours =
    address.is === 'known' || address.is === 'assumed'
      ? monthOf(resource)
      : unknown<number>(address.is === 'unknown' ? address.why : 'dynamic')
  const price = priceFor(resource, [], (region) => prices.service('aws', 'public-ipv4', 'in use or idle', region))
  return [line('Public IPv4 address', 'hour', hours, price)]
}

function volumes(resource: Resource, prices: PriceBook): readonly Line[] {
  const root = volumeLines(resource, prices, 'root.', 'Root volume', known(1, resource.location))
  const others = partsOf(resource, 'ebs').flatMap((part, i) =>
    volumeLines(resource, prices, `${part}.`, `Volume ${i + 1}`, numberFact(resource, `${part}.count`)),
  )
  return [...root, ...others]
}

/** The market is spot where the options are there and do not say otherwise. */
function purchaseOf(block: Block): Purchase | undefined {
  const [options] = block.nested('instance_market_options')
  if (options === undefined) return 'on-demand'
  const there = options.count.is === 'known' || options.count.is === 'assumed' ? options.count.value > 0 : undefined
  if (there !== true) return there === false ? 'on-demand' : undefined
  const market = options.fact('market_type')
  if (market.is === 'unknown') return market.why === 'absent' && market.at === undefined ? 'spot' : undefined
  if (market.is !== 'known') return undefined
  return market.value === 'spot' || market.value === 'capacity-block' ? market.value : undefined
}

const instance = defineResource({
  id: 'aws/ec2-instance',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  shape: {
    instanceType: 'instance type, p4d.24xlarge',
    tenancy: 'default, dedicated or host',
    publicIpv4: 'whether it has a public IPv4 address',
    'root.type': 'volume type of the root volume; without it, the one of the AMI',
    'root.sizeGiB': 'GiB of the root volume; without it, the size of the AMI',
    'root.iops': 'provisioned IOPS of the root volume, those included counted',
    'root.throughputMiBps': 'provisioned MiB/s of the root volume, those included counted',
    'ebs[0].count': 'how many volumes like this one',
    'ebs[0].type': 'volume type',
    'ebs[0].sizeGiB': 'GiB',
    'ebs[0].iops': 'provisioned IOPS, those included counted',
    'ebs[0].throughputMiBps': 'provisioned MiB/s, those included counted',
  },
  assumes: [{ what: 'operating system', value: 'Linux', from: 'the AMI is not looked into' }],
  lines: (resource, prices) => [
    instanceLine(resource, prices),
    ...volumes(resource, prices),
    ...addressLines(resource, prices),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
    terraform: {
      aws_instance: {
        facts: {
          instanceType: 'instance_type',
          tenancy: ['tenancy', 'default'],
          publicIpv4: 'associate_public_ip_address',
          'root.type': 'root_block_device.volume_type',
          'root.sizeGiB': 'root_block_device.volume_size',
          'root.iops': 'root_block_device.iops',
          'root.throughputMiBps': 'root_block_device.throughput',
        },
        repeated: {
          ebs: {
            block: 'ebs_block_device',
            facts: {
              type: ['volume_type', 'gp2'],
              sizeGiB: 'volume_size',
              iops: 'iops',
              throughputMiBps: 'throughput',
            },
          },
        },
        purchase: purchaseOf,
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'EC2 instance', prices),
})

export const resources = [instance]

export const examples: readonly ResourceExample[] = [
  {
    name: 'instances that differ are sites of their own, 730 h × $0.0816 and × $0.1632; those that do not are one',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  for_each                    = { api = "m7g.large", jobs = "m7g.xlarge" }
  instance_type               = each.value
  associate_public_ip_address = false
}

resource "aws_instance" "first" {
  count                       = 2
  instance_type               = count.index == 0 ? "m7g.xlarge" : "m7g.large"
  associate_public_ip_address = false
}

resource "aws_instance" "same" {
  for_each                    = toset(["a", "b"])
  instance_type               = "m7g.large"
  associate_public_ip_address = false
  tags                        = { Name = each.key }
}
`,
    sees: [
      { address: 'aws_instance.web["api"]', usd: 59.57 },
      { address: 'aws_instance.web["jobs"]', usd: 119.14 },
      { address: 'aws_instance.first[0]', usd: 119.14 },
      { address: 'aws_instance.first[1]', usd: 59.57 },
      { address: 'aws_instance.same', usd: 119.14 },
    ],
  },
  {
    name: 'GPU training: 730 h × $21.9576 + 200 GiB × $0.08 + 1,000 GiB × $0.10',
    terraform: `provider "aws" {
  region = var.region
}

variable "region" {
  default = "us-east-1"
}

resource "aws_instance" "train" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "p4d.24xlarge"
  associate_public_ip_address = false

  root_block_device {
    volume_type = "gp3"
    volume_size = 200
  }

  ebs_block_device {
    device_name = "/dev/sdb"
    volume_size = 1000
  }
}
`,
    sees: [
      {
        address: 'aws_instance.train',
        usd: 16145.05,
        status: 'priced',
        lines: ['Instance', 'Root volume storage', 'Volume 1 storage'],
        assumed: ['tenancy', 'ebs[0].type', 'operating system'],
      },
    ],
  },
  {
    name: 'two spot instances with a public address: 2 × 730 h × ($14.0918 + $0.005); the size of the AMI is not known',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  count                       = 2
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "p4d.24xlarge"
  tenancy                     = "default"
  associate_public_ip_address = true

  instance_market_options {
    market_type = "spot"
  }
}
`,
    sees: [
      {
        address: 'aws_instance.train',
        usd: 20581.33,
        status: 'partial',
        lines: ['Instance', 'Root volume storage', 'Public IPv4 address'],
        unknown: ['Root volume storage: absent'],
        assumed: ['operating system'],
      },
    ],
  },
  {
    name: 'one of two types, by a variable without a default: the mean of 730 h × $0.096 and 730 h × $55.04',
    terraform: `provider "aws" {
  region = "us-west-2"
}

variable "big" {}

resource "aws_instance" "a" {
  instance_type               = var.big ? "p5.48xlarge" : "m5.large"
  tenancy                     = "default"
  associate_public_ip_address = false
}
`,
    sees: [
      {
        address: 'aws_instance.a',
        usd: 20124.64,
        status: 'partial',
        lines: ['Instance', 'Root volume storage'],
        unknown: ['Root volume storage: absent'],
      },
    ],
  },
  {
    name: 'nothing is known: a type out of a variable, dedicated hosts, a count that is worked out when it runs',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "type" {}

resource "aws_instance" "open" {
  instance_type               = var.type
  tenancy                     = "default"
  associate_public_ip_address = false
}

resource "aws_instance" "dedicated" {
  instance_type               = "m5.large"
  tenancy                     = "dedicated"
  associate_public_ip_address = false
}

resource "aws_instance" "many" {
  count                       = length(data.aws_subnets.all.ids)
  instance_type               = "t3.micro"
  tenancy                     = "default"
  associate_public_ip_address = false

  root_block_device {
    volume_type = "gp2"
    volume_size = 8
  }
}
`,
    sees: [
      {
        address: 'aws_instance.open',
        usd: null,
        status: 'unknown',
        unknown: ['Instance: absent', 'Root volume storage: absent'],
      },
      {
        address: 'aws_instance.dedicated',
        usd: null,
        status: 'unknown',
        unknown: ['Instance: unsupported', 'Root volume storage: absent'],
      },
      {
        address: 'aws_instance.many',
        usd: null,
        status: 'partial',
        lines: ['Instance', 'Root volume storage'],
        unknown: ['count: dynamic'],
      },
    ],
  },
]
