import * as z from 'zod/mini'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'

/** Not `google_compute_global_address`: what serves a cluster from outside takes it by its name, which no Terraform shows. */
const addressTypes: ReadonlySet<string> = new Set(['aws_eip', 'google_compute_address', 'azurerm_public_ip'])

/** As names and tags say that an address is kept although nothing uses it. */
const kept = /reserv|retain|preserv|allow.?list|white.?list/i

export const rule = defineRule({
  id: 'idle-address',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A public address is reserved, and nothing in the configuration uses it.',
    why: 'A reserved address is billed by the hour, whether anything answers at it or not.',
    fix: 'Attach it to what it was made for, or delete the block.',
    unless:
      'It is attached by hand, by another configuration that looks it up, or it is kept because somebody allows it by number.',
    source: 'https://aws.amazon.com/vpc/pricing/',
    notIn: {
      python: 'addresses that code reserves are not read',
      typescript: 'addresses that code reserves are not read',
      notebook: 'addresses that code reserves are not read',
    },
  },
  options: z.object({}),
  *check(address, { estimate, document }) {
    const { isNamed } = address.shape
    if (!isNamed || !addressTypes.has(address.type) || valueOf(isNamed) !== false) return
    // Somebody thought about what keeps it: it must not be destroyed.
    if (!estimate.usd || estimate.usd.likely <= 0 || address.source.blocks.includes('lifecycle')) return
    if ([address.address, ...Object.values(address.tags)].some((text) => kept.test(text))) return
    yield {
      at: headerOf(address, document),
      message: say`Nothing here uses this address, and it costs ${usd(estimate.usd)} a month all the same. Attach it, or delete it.`,
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'reserved and not used, from each provider',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

provider "google" {
  region = "us-central1"
}

resource "aws_eip" "old" {
  domain = "vpc"
}

resource "google_compute_address" "old" {
  name = "old"
}

resource "azurerm_public_ip" "old" {
  name                = "old"
  location            = "East US"
  resource_group_name = "shop"
  allocation_method   = "Static"
}
`,
    finds: [
      {
        line: 9,
        message: 'Nothing here uses this address, and it costs $3.65 a month all the same. Attach it, or delete it.',
      },
      {
        line: 13,
        message: 'Nothing here uses this address, and it costs $7.30 a month all the same. Attach it, or delete it.',
      },
      {
        line: 17,
        message: 'Nothing here uses this address, and it costs $3.65 a month all the same. Attach it, or delete it.',
      },
    ],
  },
  {
    name: 'two of them, of a block that another only shares a name with',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eip" "web" {
  count = 2
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}
`,
    finds: [
      {
        line: 5,
        message: 'Nothing here uses this address, and it costs $7.30 a month all the same. Attach it, or delete it.',
      },
    ],
  },
  {
    name: 'it names what it is of, or is named: by an association, an output',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eip" "web" {
  instance = "i-0123456789abcdef0"
}

resource "aws_eip" "nat" {}

resource "aws_nat_gateway" "out" {
  allocation_id = aws_eip.nat.id
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_eip" "given" {}

output "address" {
  value = aws_eip.given.public_ip
}
`,
    finds: [],
  },
  {
    name: 'kept on purpose, of a pool of one’s own, or inside the network',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

provider "google" {
  region = "us-central1"
}

resource "aws_eip" "allowed" {
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_eip" "old" {
  tags = {
    Purpose = "Retained: partners have it in their lists"
  }
}

resource "aws_eip" "own" {
  public_ipv4_pool = "ipv4pool-ec2-012345"
}

resource "google_compute_address" "inner" {
  name         = "inner"
  address_type = "INTERNAL"
}
`,
    finds: [],
  },
]
