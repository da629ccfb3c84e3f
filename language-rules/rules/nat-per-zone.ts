import * as z from 'zod/mini'
import { bandOf, known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { isNonProduction } from '../../core/rules/environment.ts'
import { perHour } from '../../core/rules/unit-lines.ts'

export const rule = defineRule({
  id: 'nat-per-zone',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'What is not production has several NAT gateways, one for each zone.',
    why: 'Each is billed by the hour, used or not; several are there so that the failure of one zone does not stop the others.',
    fix: 'Make one, and let the route tables of all private subnets lead to it.',
    unless:
      'Much is sent from the other zones, where transfer between zones costs more than the hours saved, or the failure of a zone is what is tried there.',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    notIn: {
      python: 'gateways that code makes are not read',
      typescript: 'gateways that code makes are not read',
      notebook: 'gateways that code makes are not read',
    },
  },
  options: z.object({}),
  *check(gateway, { estimate, estimateWith, document }) {
    if (gateway.type !== 'aws_nat_gateway') return
    const count = bandOf(gateway.count)
    if (!count || count.low < 2 || count.low !== count.high || !isNonProduction(gateway)) return
    const after = estimateWith({ count: known(1, gateway.location) })
    const [now, one] = [perHour(estimate), perHour(after)]
    if (!now || !one || one.likely >= now.likely) return
    yield {
      at: gateway.source.values.count ?? gateway.source.values.for_each ?? headerOf(gateway, document),
      message: say`${count.low} NAT gateways where nothing is in production: ${usd(now)} a month for their hours alone, ${usd(one)} for one. Make one, and route all private subnets to it.`,
      after,
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'three for staging',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "staging" {
  count         = 3
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}
`,
    finds: [
      {
        line: 6,
        message:
          '3 NAT gateways where nothing is in production: $98.55 a month for their hours alone, $32.85 for one. Make one, and route all private subnets to it.',
      },
    ],
  },
  {
    name: 'one for each zone, tagged as development',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "out" {
  for_each      = toset(["us-east-1a", "us-east-1b"])
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"

  tags = {
    Environment = "dev"
  }
}
`,
    finds: [
      {
        line: 6,
        message:
          '2 NAT gateways where nothing is in production: $65.70 a month for their hours alone, $32.85 for one. Make one, and route all private subnets to it.',
      },
    ],
  },
  {
    name: 'one is the least',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "staging" {
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}
`,
    finds: [],
  },
  {
    name: 'production, and what nobody says anything of',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_nat_gateway" "production" {
  count         = 3
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}

resource "aws_nat_gateway" "out" {
  count         = 3
  allocation_id = "eipalloc-0123456789abcdef0"
  subnet_id     = "subnet-0123456789abcdef0"
}
`,
    finds: [],
  },
]
