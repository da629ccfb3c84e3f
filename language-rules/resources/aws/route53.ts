// https://aws.amazon.com/route53/pricing/
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
import { fixed, serviceLine, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { blocksOf, everywhere, flag } from '../block-facts.ts'
import { examples as worked } from './route53-examples.ts'

const service = 'route53'
const docs = 'https://aws.amazon.com/route53/pricing/'

/** A zone is billed from its first day for the whole month; the first 25 of an account at this price. */
const zone = defineResource({
  id: 'aws/route53-zone',
  cloud: 'aws',
  docs,
  shape: {},
  assumes: [{ what: 'zones of the account', value: '25 or fewer', from: 'further ones cost less' }],
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Hosted zone', 'month', fixed(resource, 1), { service, item: 'hosted zone' }),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone
  from: { terraform: { aws_route53_zone: { facts: {}, region: everywhere } } },
  label: () => 'DNS zone',
})

/** How queries of a record are billed, by the block that gives it a routing policy. */
const routings: Readonly<Record<string, string>> = {
  latency_routing_policy: 'latency queries',
  geolocation_routing_policy: 'geo queries',
  geoproximity_routing_policy: 'geo queries',
  cidr_routing_policy: 'CIDR queries',
}

/** An alias to a resource of AWS is answered for nothing. */
function queriesOf(block: Block): Known<Fact> {
  if (block.nested('alias').length > 0) return known<Fact>('free', block.location)
  const routed = Object.keys(routings).find((name) => block.nested(name).length > 0)
  return known<Fact>(routed === undefined ? 'queries' : routings[routed]!, block.location)
}

/** Queries a month in the first tier. */
const billion = 1e9

const record = defineResource({
  id: 'aws/route53-record',
  cloud: 'aws',
  docs,
  shape: {
    queries: 'how its queries are billed: queries, latency queries, geo queries, CIDR queries; free for an alias',
  },
  usage: { queries: 'DNS queries answered in a month' },
  lines: (resource, prices) => {
    const kind = String(valueOf(fact(resource, 'queries')))
    if (kind === 'free') return []
    const tiers: Tier[] = [
      { upTo: billion, service, item: `${kind} first 1B` },
      { upTo: Number.POSITIVE_INFINITY, service, item: `${kind} over 1B` },
    ]
    return tierLines(resource, prices, 'DNS queries', 'query', usage(resource, 'queries'), tiers)
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_record
  from: { terraform: { aws_route53_record: { facts: { queries: queriesOf }, region: everywhere } } },
  label: () => 'DNS record',
})

/** Checks of endpoints; calculated ones and those of an alarm are billed as one of AWS without options. */
const checksEndpoints = ['HTTP', 'HTTPS', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH', 'TCP']

/** What a check does beyond a plain one costs extra, each: HTTPS, matching a string, every 10 seconds, measuring latency. */
function optionsOf(block: Block): Known<Fact> {
  const [type, interval] = [block.fact('type'), block.fact('request_interval')]
  if (type.is === 'unknown') return type
  if (interval.is === 'unknown' && !isUnwritten(interval)) return interval
  const measuresLatency = flag(block, 'measure_latency', false)
  if (measuresLatency === undefined) return block.fact('measure_latency')
  const name = String(valueOf(type))
  const options = [
    name.startsWith('HTTPS'),
    name.endsWith('STR_MATCH'),
    Number(valueOf(interval)) === 10,
    measuresLatency,
  ]
  return known<Fact>(options.filter(Boolean).length, block.location)
}

/** An endpoint in AWS: told by a reference to a resource of AWS. Else one outside is taken, which costs more. */
function placeOf(block: Block): Known<Fact> {
  const type = valueOf(block.fact('type'))
  if (type !== undefined && !checksEndpoints.includes(String(type))) return known<Fact>('AWS', block.location)
  const named = [block.target('fqdn'), block.target('ip_address')].some((to) => to?.type.startsWith('aws_'))
  const host = String(valueOf(block.fact('fqdn')) ?? '')
  const isAws = named || host.endsWith('.amazonaws.com')
  return isAws
    ? known<Fact>('AWS', block.location)
    : { is: 'assumed', value: 'other', at: block.location, via: 'default' }
}

function checkLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const place = fact(resource, 'endpoint')
  const at = (item: (where: string) => string) =>
    priceFor(resource, [place], (region, where) => prices.service('aws', service, item(where), region))
  const options = numberFact(resource, 'options')
  return [
    line(
      'Health check',
      'month',
      fixed(resource, 1),
      at((where) => `health check, ${where} endpoint`),
    ),
    ...(valueOf(options) === 0
      ? []
      : [
          line(
            'Options',
            'month',
            options,
            at((where) => `health check option, ${where} endpoint`),
          ),
        ]),
  ]
}

const check = defineResource({
  id: 'aws/route53-health-check',
  cloud: 'aws',
  docs,
  shape: {
    endpoint: 'AWS or other: where what is checked stands',
    options: 'how many of HTTPS, string matching, fast interval and latency measurement it has',
  },
  lines: checkLines,
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_health_check
  from: {
    terraform: {
      aws_route53_health_check: { facts: { endpoint: placeOf, options: optionsOf }, region: everywhere },
    },
  },
  label: () => 'health check',
})

const resolver = defineResource({
  id: 'aws/route53-resolver-endpoint',
  cloud: 'aws',
  docs,
  shape: { addresses: 'IP addresses, each a network interface' },
  usage: { queries: 'DNS queries through it in a month' },
  lines: (resource, prices) => [
    serviceLine(
      resource,
      prices,
      'Network interfaces',
      'hour',
      product(monthOf(resource), numberFact(resource, 'addresses')),
      { service, item: 'resolver endpoint ENI' },
    ),
    ...tierLines(resource, prices, 'DNS queries', 'query', usage(resource, 'queries'), [
      { upTo: billion, service, item: 'resolver queries first 1B' },
      { upTo: Number.POSITIVE_INFINITY, service, item: 'resolver queries over 1B' },
    ]),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_resolver_endpoint
  from: { terraform: { aws_route53_resolver_endpoint: { facts: { addresses: blocksOf('ip_address') } } } },
  label: () => 'DNS resolver endpoint',
})

/** Queries that a DNS firewall looks at, in the VPC a rule group is associated with. */
const firewall = defineResource({
  id: 'aws/route53-dns-firewall',
  cloud: 'aws',
  docs,
  shape: {},
  usage: { queries: 'DNS queries of the VPC in a month' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'DNS queries filtered', 'query', usage(resource, 'queries'), {
      service,
      item: 'DNS firewall queries first 1B',
    }),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_resolver_firewall_rule_group_association
  from: { terraform: { aws_route53_resolver_firewall_rule_group_association: { facts: {} } } },
  label: () => 'DNS firewall',
})

/** By the account: the first 100 VPCs it is associated with are one price. */
const profile = defineResource({
  id: 'aws/route53-profile',
  cloud: 'aws',
  docs,
  shape: {},
  assumes: [{ what: 'VPCs associated', value: '100 or fewer', from: 'the account has one price for its first 100' }],
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Profile', 'hour', monthOf(resource), {
      service,
      item: 'profiles first 100 associations',
    }),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53profiles_profile
  from: { terraform: { aws_route53profiles_profile: { facts: {} } } },
  label: () => 'DNS profile',
})

/** A policy that a record follows, by the month. */
const policyRecord = defineResource({
  id: 'aws/route53-policy-record',
  cloud: 'aws',
  docs,
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Policy record', 'month', fixed(resource, 1), {
      service,
      item: 'traffic policy record',
    }),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_traffic_policy_instance
  from: { terraform: { aws_route53_traffic_policy_instance: { facts: {}, region: everywhere } } },
  label: () => 'DNS policy record',
})

export const resources = [zone, record, check, resolver, firewall, profile, policyRecord]
export const examples: readonly ResourceExample[] = worked
