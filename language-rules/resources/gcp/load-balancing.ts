// https://cloud.google.com/vpc/network-pricing#lb
import { fact, isUnwritten, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'
import { usageOf, usedLines } from '../used.ts'

const docs = 'https://cloud.google.com/vpc/network-pricing#lb'
const service = 'load-balancer'

/** A project's first rules are billed together, as one; each more by itself. */
const rulesTogether = 5

const types = ['google_compute_forwarding_rule', 'google_compute_global_forwarding_rule']

const mesh = 'INTERNAL_SELF_MANAGED'

/** How many rules are billed with this one, as far as the configuration has them: those of a service mesh are free. */
function rulesBeside(rule: Block): Known<Fact> {
  const all = types.flatMap((type) => rule.ofType(type))
  const schemes = all.map((each) => each.fact('load_balancing_scheme'))
  const open = schemes.find((scheme) => !isUnwritten(scheme) && valueOf(scheme) === undefined)
  if (open !== undefined) return unknown('dynamic', rule.location)
  const billed = all.filter((_, i) => valueOf(schemes[i]!) !== mesh)
  return totalOf(
    billed.map(({ count }) => count),
    rule.location,
  )
}

const mapping = (region?: FormatMapping['region']): FormatMapping => ({
  facts: {
    scheme: ['load_balancing_scheme', 'EXTERNAL'],
    rules: rulesBeside,
    proxied: (rule) => known<Fact>(!isUnwritten(rule.fact('target')), rule.location),
  },
  ...(region === undefined ? {} : { region }),
})

const data = {
  label: 'Data processed',
  unit: 'GB',
  name: 'processedGB',
  meaning: 'GB through the load balancer in a month',
  price: { service, item: 'data' },
}

const inUnitedStates: FormatMapping['region'] = (block) => known('us-central1', block.location)

const rule = defineResource({
  id: 'gcp/forwarding-rule',
  cloud: 'gcp',
  docs,
  shape: {
    scheme: 'load balancing scheme; INTERNAL_SELF_MANAGED is free',
    rules: 'how many rules the configuration has: the first five cost as much as one',
    proxied: 'whether it leads to a proxy, which bills the data',
  },
  usage: usageOf([data]),
  assumes: [
    {
      what: 'forwarding rules',
      value: 'those of this configuration',
      from: 'the first five of a project are billed together',
    },
  ],
  lines: (resource, prices) => {
    if (valueOf(fact(resource, 'scheme')) === mesh) return []
    const all = numberFact(resource, 'rules')
    // Each carries the same share of what the first five cost together, and of those beyond.
    const first = mapKnown(all, (count) => 1 / count)
    const beyond = mapKnown(all, (count) => Math.max(0, count - rulesTogether) / count)
    const hours = (share: Known<number>) => product(share, monthOf(resource))
    return [
      serviceLine(resource, prices, 'Forwarding rule', 'hour', hours(first), {
        service,
        item: 'forwarding rules minimum',
      }),
      ...((valueOf(all) ?? 0) > rulesTogether
        ? [
            serviceLine(resource, prices, 'Rules beyond five', 'hour', hours(beyond), {
              service,
              item: 'forwarding rule',
            }),
          ]
        : []),
      ...(valueOf(fact(resource, 'proxied')) === true ? [] : usedLines(resource, prices, [data])),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_forwarding_rule
    terraform: {
      google_compute_forwarding_rule: mapping(),
      // Rules of the whole world are listed with the regions of the United States.
      google_compute_global_forwarding_rule: mapping(inUnitedStates),
    },
  },
  label: () => 'forwarding rule',
})

const proxyUse = [
  data,
  {
    label: 'Proxy instances',
    unit: 'hour',
    name: 'proxyInstanceHours',
    meaning: 'hours of the proxies that Google runs for a regional load balancer, by its traffic',
    price: { service, item: 'proxy instance (global LB)' },
  },
]

const proxyOf = (isRegional: boolean, name: string, ids: readonly string[]) =>
  defineResource({
    id: `gcp/${name}`,
    cloud: 'gcp',
    docs,
    shape: {},
    usage: usageOf(isRegional ? proxyUse : [data]),
    lines: (resource, prices) => usedLines(resource, prices, isRegional ? proxyUse : [data]),
    from: {
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_target_http_proxy
      terraform: Object.fromEntries(
        ids.map((type): [string, FormatMapping] => [
          type,
          { facts: {}, ...(isRegional ? {} : { region: inUnitedStates }) },
        ]),
      ),
    },
    label: () => 'load balancer proxy',
  })

const globalProxy = proxyOf(false, 'target-proxy', [
  'google_compute_target_http_proxy',
  'google_compute_target_https_proxy',
  'google_compute_target_ssl_proxy',
  'google_compute_target_tcp_proxy',
  'google_compute_target_grpc_proxy',
])

const regionalProxy = proxyOf(true, 'region-target-proxy', [
  'google_compute_region_target_http_proxy',
  'google_compute_region_target_https_proxy',
  'google_compute_region_target_tcp_proxy',
])

export const resources = [rule, globalProxy, regionalProxy]

export const examples: readonly ResourceExample[] = [
  {
    name: 'one rule 730 h × $0.025; its data is billed at the proxy: 500 GB × $0.008; a rule of a service mesh is free',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_compute_global_forwarding_rule" "web" {
  target     = google_compute_target_https_proxy.web.id
  port_range = "443"
}

resource "google_compute_target_https_proxy" "web" {
  url_map          = "web"
  ssl_certificates = ["web"]
}

resource "google_compute_global_forwarding_rule" "mesh" {
  target                = google_compute_region_target_http_proxy.inner.id
  load_balancing_scheme = "INTERNAL_SELF_MANAGED"
}

resource "google_compute_region_target_http_proxy" "inner" {
  region  = "us-central1"
  url_map = "inner"
}
`,
    usage: { google_compute_target_https_proxy: { processedGB: 500 } },
    sees: [
      {
        address: 'google_compute_global_forwarding_rule.web',
        usd: 18.25,
        status: 'priced',
        lines: ['Forwarding rule'],
      },
      { address: 'google_compute_target_https_proxy.web', usd: 4, status: 'priced' },
      { address: 'google_compute_global_forwarding_rule.mesh', usd: null, status: 'free' },
      {
        address: 'google_compute_region_target_http_proxy.inner',
        usd: null,
        status: 'partial',
        unknown: ['Data processed: usage', 'Proxy instances: usage'],
      },
    ],
  },
  {
    name: 'seven rules: 730 h × ($0.025 for the first five + 2 × $0.01), all of them; 100 GB × $0.008 each',
    terraform: `resource "google_compute_forwarding_rule" "inner" {
  count                 = 7
  region                = "us-central1"
  load_balancing_scheme = "INTERNAL"
  backend_service       = "inner"
}
`,
    usage: { google_compute_forwarding_rule: { processedGB: 100 } },
    sees: [
      {
        address: 'google_compute_forwarding_rule.inner',
        usd: 38.45,
        status: 'priced',
        lines: ['Forwarding rule', 'Rules beyond five', 'Data processed'],
        assumed: ['processedGB', 'forwarding rules'],
      },
    ],
  },
]
