import * as z from 'zod/mini'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { writtenAt } from '../../core/rules/block-place.ts'
import type { Fact } from '../../core/types.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'public-ipv4',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A machine asks for a public IPv4 address.',
    why: 'AWS bills every public IPv4 address by the hour, in use or idle.',
    fix: 'Reach the machine by Session Manager, a load balancer or IPv6, and let it have none.',
    unless:
      'The machine must be reached from outside by itself, or has no other way out: without a public address it needs a NAT gateway, which costs more than one address.',
    source: 'https://aws.amazon.com/blogs/aws/new-aws-public-ipv4-address-charge-public-ip-insights/',
    alters: ['access'],
    notIn: {
      python: 'whether a call asks for an address is its subnet’s to say',
      typescript: 'whether a call asks for an address is its subnet’s to say',
    },
  },
  options,
  *check(resource, { estimate, estimateWith, document }) {
    const written = writtenAt(resource, 'associate_public_ip_address')
    const { publicIpv4 } = resource.shape
    if (resource.type !== 'aws_instance' || written === undefined || !publicIpv4 || valueOf(publicIpv4) !== true) return
    const line = estimate.lines.find(({ label }) => label.startsWith('Public IPv4 address'))
    if (!line?.usd || line.usd.likely <= 0) return
    const shape = { ...resource.shape, publicIpv4: known<Fact>(false, resource.location) }
    const edit = setAttribute(resource, 'associate_public_ip_address', 'false', document, publicIpv4)
    yield {
      at: written,
      message: say`Public IPv4: ${usd(line.usd)} a month for the block. Leave it out if the machine is reached through something else.`,
      after: estimateWith({ shape }),
      fixes: [{ title: 'Ask for no public address', safety: 'suggestion', edits: [edit], claim: 'saves' }],
    }
  },
})

const instance = (asks: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "worker" {
  count                       = 4
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.medium"
  associate_public_ip_address = ${asks}
}
`

export const examples: readonly RuleExample[] = [
  {
    name: 'four machines',
    lang: 'terraform',
    code: instance('true'),
    finds: [
      {
        line: 9,
        message:
          'Public IPv4: $14.60 a month for the block. Leave it out if the machine is reached through something else.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "worker" {
  count                       = 4
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.medium"
  associate_public_ip_address = false
}
`,
      },
    ],
  },
  {
    name: 'one machine',
    lang: 'terraform',
    code: `provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "web" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true
}
`,
    finds: [
      {
        line: 8,
        message:
          'Public IPv4: $3.65 a month for the block. Leave it out if the machine is reached through something else.',
        fixed: `provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "web" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = false
}
`,
      },
    ],
  },
  { name: 'none is asked for', lang: 'terraform', code: instance('false'), finds: [] },
  {
    name: 'left to the subnet',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "worker" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
}
`,
    finds: [],
  },
]
