import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { textOf } from '../../core/document.ts'
import { bandOf, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf, isPlaced } from '../../core/rules/block-place.ts'
import { perHour } from '../../core/rules/unit-lines.ts'
import type { Band, CostedSite, Resource } from '../../core/types.ts'

const options = z.object({
  least: z
    ._default(z.number().check(z.int(), z.gte(2)), 3)
    .check(z.describe('How many balancers in the same subnets are too many.')),
})

export const rule = defineRule({
  id: 'load-balancer-per-service',
  on: 'document',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'Several application load balancers stand in the same subnets, facing the same side.',
    why: 'Each is billed by the hour, and with its public addresses, whatever goes through it; one serves many services.',
    fix: 'Let one balancer tell services apart by host name or path, with a listener rule and a target group for each.',
    unless:
      'They are kept apart on purpose: by owner, by certificate, by limits, or so that one cannot take the others down.',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html',
    notIn: {
      python: 'balancers that code makes are not read',
      typescript: 'balancers that code makes are not read',
      notebook: 'balancers that code makes are not read',
    },
  },
  options,
  *check({ sites, document, options: { least } }) {
    const groups = new Map<string, Balancer[]>()
    for (const costed of sites) {
      const balancer = balancerOf(costed)
      const key = balancer && keyOf(balancer.site, textOf(document, balancer.site.location.cell))
      if (!balancer || key === undefined) continue
      const there = groups.get(key)
      if (there) there.push(balancer)
      else groups.set(key, [balancer])
    }
    for (const balancers of groups.values()) {
      const count = balancers.reduce((all, { count }) => all + count, 0)
      const all = sum(balancers.map(({ hours }) => hours))
      const [first, ...others] = balancers as [Balancer, ...Balancer[]]
      if (count < least || !all) continue
      yield {
        at: headerOf(first.site, document),
        message: say`${count} application load balancers in the same subnets: ${usd(all)} a month for their hours, ${usd(all.likely / count)} for one. Let one tell the services apart by host or path.`,
        related: others.map(({ site }) => ({ message: 'in the same subnets', location: headerOf(site, document) })),
      }
    }
  },
})

interface Balancer {
  readonly site: Resource
  readonly hours: Band
  readonly count: number
}

/** One for all kinds of text, of a known number and price. */
function balancerOf({ site, estimate }: CostedSite): Balancer | undefined {
  if (site.kind !== 'resource' || (site.type !== 'aws_lb' && site.type !== 'aws_alb') || isPlaced(site))
    return undefined
  const { kind } = site.shape
  const count = bandOf(site.count)
  const hours = perHour(estimate)
  if (!kind || valueOf(kind) !== 'application' || !count || count.low !== count.high || !hours) return undefined
  return { site, hours, count: count.likely }
}

/** What says where it stands, as it is written; undefined where nothing does. */
function keyOf({ source: { values }, module }: Resource, text: string): string | undefined {
  const written = (name: string) => values[name] && text.slice(...values[name].span).replace(/\s+/g, ' ')
  const subnets = written('subnets')
  return subnets && `${module?.address ?? ''} ${subnets} ${written('internal') ?? 'false'}`
}

export const examples: readonly RuleExample[] = [
  {
    name: 'three services',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "subnets" {}

resource "aws_lb" "orders" {
  name     = "orders"
  internal = true
  subnets  = var.subnets
}

resource "aws_lb" "users" {
  name     = "users"
  internal = true
  subnets  = var.subnets
}

resource "aws_lb" "berths" {
  name     = "berths"
  internal = true
  subnets  = var.subnets
}
`,
    finds: [
      {
        line: 7,
        message:
          '3 application load balancers in the same subnets: $49.28 a month for their hours, $16.43 for one. Let one tell the services apart by host or path.',
      },
    ],
  },
  {
    name: 'one for each of a list',
    lang: 'terraform',
    options: { least: 2 },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "service" {
  for_each = toset(["orders", "users"])
  name     = each.key
  internal = true
  subnets  = ["subnet-1", "subnet-2"]
}
`,
    finds: [
      {
        line: 5,
        message:
          '2 application load balancers in the same subnets: $32.85 a month for their hours, $16.43 for one. Let one tell the services apart by host or path.',
      },
    ],
  },
  {
    name: 'one inside and two outside, others elsewhere, network balancers',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lb" "inner" {
  internal = true
  subnets  = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "outer" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "other" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "far" {
  subnets = ["subnet-3", "subnet-4"]
}

resource "aws_lb" "tcp" {
  count              = 3
  load_balancer_type = "network"
  subnets            = ["subnet-1", "subnet-2"]
}
`,
    finds: [],
  },
]
