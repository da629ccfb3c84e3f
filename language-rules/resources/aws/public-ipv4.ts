// https://aws.amazon.com/vpc/pricing/
// Every public IPv4 address of AWS is billed since February 2024, in use or idle; one's own (BYOIP) is not:
// https://aws.amazon.com/blogs/networking-and-content-delivery/identify-and-optimize-public-ipv4-address-usage-on-aws/
import { fact, isUnwritten, monthOf, product } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { bandOf, known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { factOf, isNamedElsewhere } from '../block-facts.ts'

const item = { service: 'public-ipv4', item: 'in use or idle' }

/** Addresses that AWS gives a resource; no line where it is known to have none. */
export function ipv4Lines(resource: Resource, prices: PriceBook, count: Known<number>): Line[] {
  if (bandOf(count)?.high === 0) return []
  return [serviceLine(resource, prices, 'Public IPv4 addresses', 'hour', product(monthOf(resource), count), item)]
}

const address = defineResource({
  id: 'aws/elastic-ip',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/vpc/pricing/',
  shape: {
    isOwn: 'whether it comes out of a pool of the owner (BYOIP, Outposts), which costs nothing',
    isNamed: 'whether anything else of its module has its name',
  },
  lines: (resource, prices) => {
    const own = fact(resource, 'isOwn')
    if (valueOf(own) === true) return []
    const hours = own.is === 'unknown' ? unknown<number>(own.why) : monthOf(resource)
    return [serviceLine(resource, prices, 'Public IPv4 address', 'hour', hours, item)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eip
    terraform: {
      aws_eip: {
        facts: {
          isOwn: (block) =>
            isUnwritten(block.fact('customer_owned_ipv4_pool'))
              ? factOf('public_ipv4_pool', false, (pool) => pool !== 'amazon')(block)
              : known<Fact>(true, block.location),
          isNamed: (block) =>
            isUnwritten(block.fact('instance')) && isUnwritten(block.fact('network_interface'))
              ? isNamedElsewhere(block)
              : known<Fact>(true, block.location),
        },
      },
    },
  },
  label: () => 'elastic IP',
})

export const resources = [address]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in use or idle, each is billed: 730 h × $0.005, and three of them',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eip" "idle" {}

resource "aws_eip" "used" {
  domain   = "vpc"
  instance = aws_instance.web.id
}

resource "aws_eip" "nat" {
  count  = 3
  domain = "vpc"
}
`,
    sees: [
      { address: 'aws_eip.idle', usd: 3.65, status: 'priced', lines: ['Public IPv4 address'] },
      { address: 'aws_eip.used', usd: 3.65, status: 'priced' },
      { address: 'aws_eip.nat', usd: 10.95, status: 'priced' },
    ],
  },
  {
    name: 'an address of a pool of one’s own costs nothing',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eip" "own" {
  public_ipv4_pool = "ipv4pool-ec2-012345"
}
`,
    sees: [{ address: 'aws_eip.own', usd: null, status: 'free' }],
  },
]
