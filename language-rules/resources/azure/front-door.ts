// https://azure.microsoft.com/pricing/details/frontdoor/

import { fact, numberFact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { hoursPerMonth } from '../../../core/hours.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { blocksOf, flag, totalOf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { everywhere } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/frontdoor/'
const includedRules = 5
const includedHosts = 100

/** The classic one has prices by zone of the world; the price book has them by a region of the zone. */
const regionOfGroup = (block: Block): Known<string> =>
  block.region.is === 'unknown' || valueOf(block.region) === 'global'
    ? (block.target('resource_group_name')?.region ?? block.region)
    : block.region

/** "Azure Front Door resources […] aren't billed if disabled": https://learn.microsoft.com/azure/frontdoor/front-door-faq#billing */
function rulesSwitchedOn(block: Block): Known<Fact> {
  const isDoorOn = flag(block, 'load_balancer_enabled', true)
  if (isDoorOn === undefined) return unknown('dynamic', block.location)
  if (!isDoorOn) return known<Fact>(0, block.location)
  const counts = block.nested('routing_rule').flatMap((rule) => {
    const isOn = flag(rule, 'enabled', true)
    if (isOn === undefined) return [unknown<number>('dynamic', block.location)]
    return isOn ? [rule.count] : []
  })
  return totalOf(counts, block.location)
}

export const resources = [
  defineResource({
    id: 'azure/front-door-profile',
    cloud: 'azure',
    docs,
    shape: { sku: 'Standard_AzureFrontDoor or Premium_AzureFrontDoor' },
    usage: { outboundGB: 'GB from its edge to clients in a month', requests: 'requests in a month' },
    lines(resource, prices) {
      const { months, used } = itemLines(resource, prices, 'front-door')
      const of = (what: string) => ({
        by: [fact(resource, 'sku')],
        item: (sku: string | undefined) => `${sku!.split('_')[0]!.toLowerCase()} ${what}`,
      })
      return [
        months('Base fee', of('base')),
        used('Requests', 'request', of('requests'), 'requests'),
        used('Outbound data', 'GB', of('data out'), 'outboundGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_frontdoor_profile
      terraform: { azurerm_cdn_frontdoor_profile: { facts: { sku: 'sku_name' }, region: everywhere } },
    },
    label: () => 'Front Door',
  }),
  defineResource({
    id: 'azure/front-door-classic',
    cloud: 'azure',
    docs,
    shape: { rules: 'routing rules that are switched on', hosts: 'frontend hosts' },
    usage: { inboundGB: 'GB from clients in a month', outboundGB: 'GB to clients in a month' },
    lines(resource, prices) {
      const { item, used } = itemLines(resource, prices, 'front-door-classic')
      const rules = numberFact(resource, 'rules')
      const times = (count: (rules: number) => number) => mapKnown(rules, (all) => count(all) * hoursPerMonth)
      const further = mapKnown(rules, (all) => Math.max(0, all - includedRules))
      const hosts = mapKnown(numberFact(resource, 'hosts'), (all) => Math.max(0, all - includedHosts))
      return [
        item(
          'First five routing rules',
          'hour',
          times((all) => Math.min(all, includedRules)),
          'routing rule, first five',
        ),
        ...(valueOf(further) === 0
          ? []
          : [
              item(
                'Further routing rules',
                'hour',
                times((all) => Math.max(0, all - includedRules)),
                'routing rule, over five',
              ),
            ]),
        ...(valueOf(hosts) === 0 ? [] : [item('Frontend hosts over 100', 'month', hosts, 'frontend host, over 100')]),
        used('Inbound data', 'GB', 'data in', 'inboundGB'),
        used('Outbound data', 'GB', 'data out first 10 TB', 'outboundGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/frontdoor
      terraform: {
        azurerm_frontdoor: {
          facts: { rules: rulesSwitchedOn, hosts: blocksOf('frontend_endpoint') },
          region: regionOfGroup,
        },
      },
    },
    label: () => 'Front Door (classic)',
  }),
  defineResource({
    id: 'azure/front-door-firewall-policy',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/web-application-firewall/',
    shape: { customRules: 'custom rules', managedRules: 'managed rule sets' },
    usage: {
      customRequests: 'requests its custom rules see in a month',
      managedRequests: 'requests its managed rules see',
    },
    lines(resource, prices) {
      const { months, used } = itemLines(resource, prices, 'front-door-classic')
      const rules = (label: string, name: string, item: string) => {
        const count: Known<Fact> = fact(resource, name)
        return valueOf(count) === 0 ? [] : [months(label, item, numberFact(resource, name))]
      }
      return [
        months('Policy', 'WAF policy'),
        ...rules('Custom rules', 'customRules', 'WAF custom rule'),
        used('Custom rule requests', 'request', 'WAF custom requests', 'customRequests'),
        ...rules('Managed rule sets', 'managedRules', 'WAF managed ruleset'),
        used('Managed rule requests', 'request', 'WAF managed requests', 'managedRequests'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/frontdoor_firewall_policy
      terraform: {
        azurerm_frontdoor_firewall_policy: {
          facts: { customRules: blocksOf('custom_rule'), managedRules: blocksOf('managed_rule') },
          region: regionOfGroup,
        },
      },
    },
    label: () => 'Front Door firewall policy',
  }),
]

/** Parts of a profile. */
export const free: readonly string[] = [
  ...['custom_domain', 'custom_domain_association', 'endpoint', 'firewall_policy', 'origin', 'origin_group'],
  ...['route', 'route_disable_link_to_default_domain', 'rule', 'rule_set', 'secret', 'security_policy'],
].map((part) => `azurerm_cdn_frontdoor_${part}`)

export const examples: readonly ResourceExample[] = [
  {
    name: 'a premium profile is $330 a month; its requests and data are use',
    terraform: `resource "azurerm_cdn_frontdoor_profile" "main" {
  name     = "main"
  sku_name = "Premium_AzureFrontDoor"
}
`,
    sees: [
      {
        address: 'azurerm_cdn_frontdoor_profile.main',
        usd: 330,
        status: 'partial',
        lines: ['Base fee', 'Requests', 'Outbound data'],
      },
    ],
  },
  {
    name: 'the classic one with six rules: 5 × 730 h × $0.03 + 730 h × $0.012',
    terraform: `resource "azurerm_resource_group" "main" {
  location = "West Europe"
}

resource "azurerm_frontdoor" "main" {
  resource_group_name = azurerm_resource_group.main.name
  dynamic "routing_rule" {
    for_each = toset(["a", "b", "c", "d", "e", "f"])
    content {
      name = routing_rule.value
    }
  }
  frontend_endpoint {
    name = "www"
  }
}
`,
    sees: [
      {
        address: 'azurerm_frontdoor.main',
        usd: 118.26,
        status: 'partial',
        unknown: ['Inbound data: usage', 'Outbound data: usage'],
      },
    ],
  },
  {
    name: 'a rule that is switched off is not billed, nor one of a door that is: 730 h × $0.03; $0',
    terraform: `resource "azurerm_resource_group" "main" {
  location = "West Europe"
}

resource "azurerm_frontdoor" "half" {
  resource_group_name = azurerm_resource_group.main.name
  routing_rule {
    name = "a"
  }
  routing_rule {
    name    = "b"
    enabled = false
  }
  frontend_endpoint {
    name = "www"
  }
}

resource "azurerm_frontdoor" "off" {
  resource_group_name   = azurerm_resource_group.main.name
  load_balancer_enabled = false
  routing_rule {
    name = "a"
  }
  frontend_endpoint {
    name = "www"
  }
}
`,
    sees: [
      { address: 'azurerm_frontdoor.half', usd: 21.9, status: 'partial' },
      { address: 'azurerm_frontdoor.off', usd: 0, status: 'partial' },
    ],
  },
  {
    name: 'its firewall: $5 + 2 custom rules × $1 + a managed set × $20',
    terraform: `resource "azurerm_resource_group" "main" {
  location = "West US"
}

resource "azurerm_frontdoor_firewall_policy" "main" {
  resource_group_name = azurerm_resource_group.main.name
  custom_rule {
    name = "a"
  }
  custom_rule {
    name = "b"
  }
  managed_rule {
    type = "DefaultRuleSet"
  }
}
`,
    sees: [{ address: 'azurerm_frontdoor_firewall_policy.main', usd: 27, status: 'partial' }],
  },
]
