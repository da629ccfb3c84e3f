// https://azure.microsoft.com/pricing/details/load-balancer/: up to five rules have one price by the hour, each further one its own.
import { fact, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { isValue, totalOf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

const included = 5

/** What is billed by the rule: load balancing and outbound rules, not those of inbound NAT. */
const rulesOf = (block: Block): Known<Fact> =>
  totalOf(
    ['azurerm_lb_rule', 'azurerm_lb_outbound_rule'].flatMap((type) => block.referredBy(type).map(({ count }) => count)),
    block.location,
  )

const rule: FormatMapping = {
  facts: {
    isHere: (block) => known<Fact>(block.target('loadbalancer_id') !== undefined, block.location),
  },
  region: regionOf('loadbalancer_id'),
}

export const resources = [
  defineResource({
    id: 'azure/load-balancer',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/load-balancer/',
    shape: { sku: 'Basic, Standard or Gateway', rules: 'load balancing and outbound rules it has' },
    usage: { processedGB: 'GB through it in a month' },
    lines(resource, prices) {
      // A basic one is free.
      if (valueOf(fact(resource, 'sku')) === 'Basic') return []
      const { hours, item, used } = itemLines(resource, prices, 'load-balancer')
      const rules = numberFact(resource, 'rules')
      const further = mapKnown(rules, (count) => Math.max(0, count - included))
      return [
        ...(valueOf(rules) === 0 ? [] : [hours('First five rules', 'included rules')]),
        ...(valueOf(further) === 0 ? [] : [item('Further rules', 'hour', product(further, monthOf(resource)), 'rule')]),
        used('Data processed', 'GB', 'data', 'processedGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/lb
      terraform: { azurerm_lb: { facts: { sku: ['sku', 'Standard'], rules: rulesOf } } },
    },
    label: () => 'Load balancer',
  }),
  defineResource({
    id: 'azure/load-balancer-rule',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/load-balancer/',
    shape: { isHere: 'whether its load balancer is read, and billed for it' },
    billedWith: (resource) => (isValue(fact(resource, 'isHere'), true) ? 'its load balancer' : undefined),
    // Of one elsewhere nobody knows which of its rules this is: one of the first five, or a further one.
    lines: (resource, prices) =>
      isValue(fact(resource, 'isHere'), true)
        ? []
        : [
            itemLines(resource, prices, 'load-balancer').item(
              'Rule',
              'hour',
              unknown('dynamic', resource.location),
              'rule',
            ),
          ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/lb_rule and …/lb_outbound_rule
      terraform: { azurerm_lb_rule: rule, azurerm_lb_outbound_rule: rule },
    },
    label: () => 'Rule of a load balancer',
  }),
]

/** Its other parts cost nothing. */
export const free: readonly string[] = [
  'azurerm_lb_backend_address_pool',
  'azurerm_lb_backend_address_pool_address',
  'azurerm_lb_nat_pool',
  'azurerm_lb_nat_rule',
  'azurerm_lb_probe',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a rule of a load balancer that is elsewhere is not free: one of its first five, or $0.01 an hour',
    terraform: `resource "azurerm_lb_rule" "web" {
  loadbalancer_id = "/subscriptions/0/loadBalancers/shared"
}
`,
    sees: [{ address: 'azurerm_lb_rule.web', usd: null, status: 'unknown', lines: ['Rule'] }],
  },
  {
    name: 'without rules only what goes through it: 1,000 GB × $0.005; with two 730 h × $0.025; a basic one is free',
    terraform: `resource "azurerm_lb" "bare" {
  location = "East US"
}

resource "azurerm_lb" "ruled" {
  location = "East US"
}

resource "azurerm_lb_rule" "web" {
  count           = 2
  loadbalancer_id = azurerm_lb.ruled.id
}

resource "azurerm_lb" "basic" {
  location = "East US"
  sku      = "Basic"
}
`,
    usage: { azurerm_lb: { processedGB: 1000 } },
    sees: [
      { address: 'azurerm_lb.bare', usd: 5, status: 'priced', lines: ['Data processed'] },
      { address: 'azurerm_lb.ruled', usd: 23.25, status: 'priced', lines: ['First five rules', 'Data processed'] },
      { address: 'azurerm_lb_rule.web', usd: null, status: 'free' },
      { address: 'azurerm_lb.basic', usd: null, status: 'free' },
    ],
  },
  {
    name: 'eight rules: 730 h × $0.025 + 3 × 730 h × $0.01',
    terraform: `resource "azurerm_lb" "many" {
  location = "East US"
  sku      = "Standard"
}

resource "azurerm_lb_rule" "port" {
  for_each        = toset(["1", "2", "3", "4", "5", "6", "7"])
  loadbalancer_id = azurerm_lb.many.id
}

resource "azurerm_lb_outbound_rule" "out" {
  loadbalancer_id = azurerm_lb.many.id
}
`,
    sees: [
      {
        address: 'azurerm_lb.many',
        usd: 40.15,
        status: 'partial',
        lines: ['First five rules', 'Further rules', 'Data processed'],
      },
      { address: 'azurerm_lb_rule.port', usd: null, status: 'free' },
      { address: 'azurerm_lb_outbound_rule.out', usd: null, status: 'free' },
    ],
  },
]
