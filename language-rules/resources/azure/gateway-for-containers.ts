// https://azure.microsoft.com/pricing/details/application-gateway/, Application Gateway for Containers: the gateway, each frontend and
// each association by the hour, and capacity units; all of it dearer with a firewall policy.
import { fact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceDefinition, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/application-gateway/'
const owner = 'application_load_balancer_id'

const hasFirewall = (gateway: Block | undefined): boolean =>
  (gateway?.referredBy('azurerm_application_load_balancer_security_policy') ?? []).length > 0

function named(resource: Resource, item: string): string {
  return isValue(fact(resource, 'firewall'), true) ? `${item} WAF` : item
}

const lines = (resource: Resource, prices: PriceBook) => itemLines(resource, prices, 'gateway-for-containers')

/** A part of a gateway, billed by the hour whatever goes through it. */
const part = (id: string, type: string, label: string): ResourceDefinition =>
  defineResource({
    id: `azure/gateway-for-containers-${id}`,
    cloud: 'azure',
    docs,
    shape: { firewall: 'whether its gateway has a firewall policy' },
    lines: (resource, prices): readonly Line[] => [lines(resource, prices).hours(label, named(resource, id))],
    from: {
      terraform: {
        [type]: {
          facts: {
            firewall: (block): Known<Fact> => known<Fact>(hasFirewall(block.target(owner)), block.location),
          },
          region: regionOf(owner),
        },
      },
    },
    label: () => `Application Gateway for Containers, ${id}`,
  })

export const resources = [
  defineResource({
    id: 'azure/gateway-for-containers',
    cloud: 'azure',
    docs,
    shape: { firewall: 'whether it has a firewall policy' },
    usage: { capacityUnitHours: 'capacity units it uses, summed over the hours of a month' },
    lines(resource, prices) {
      const { hours, used } = lines(resource, prices)
      return [
        hours('Gateway', named(resource, 'gateway')),
        used('Capacity units', 'hour', named(resource, 'capacity unit'), 'capacityUnitHours'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_load_balancer
      terraform: {
        azurerm_application_load_balancer: {
          facts: { firewall: (block) => known<Fact>(hasFirewall(block), block.location) },
        },
      },
    },
    label: () => 'Application Gateway for Containers',
  }),
  part('frontend', 'azurerm_application_load_balancer_frontend', 'Frontend'),
  part('association', 'azurerm_application_load_balancer_subnet_association', 'Association'),
]

/** What it costs is in the prices of its gateway. */
export const free: readonly string[] = ['azurerm_application_load_balancer_security_policy']

const gateway = (name: string) => `resource "azurerm_application_load_balancer" "${name}" {
  location = "East US 2"
}

resource "azurerm_application_load_balancer_frontend" "${name}" {
  application_load_balancer_id = azurerm_application_load_balancer.${name}.id
}

resource "azurerm_application_load_balancer_subnet_association" "${name}" {
  application_load_balancer_id = azurerm_application_load_balancer.${name}.id
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US 2: 730 h × $0.017 + 1,460 unit-hours × $0.008; a frontend × $0.01; an association × $0.12',
    terraform: gateway('plain'),
    usage: { azurerm_application_load_balancer: { capacityUnitHours: 1460 } },
    sees: [
      { address: 'azurerm_application_load_balancer.plain', usd: 24.09, status: 'priced' },
      { address: 'azurerm_application_load_balancer_frontend.plain', usd: 7.3, status: 'priced' },
      { address: 'azurerm_application_load_balancer_subnet_association.plain', usd: 87.6, status: 'priced' },
    ],
  },
  {
    name: 'with a firewall: 730 h × $0.031, × $0.018 and × $0.216',
    terraform: `${gateway('guarded')}
resource "azurerm_application_load_balancer_security_policy" "waf" {
  application_load_balancer_id       = azurerm_application_load_balancer.guarded.id
  location                           = "East US 2"
  web_application_firewall_policy_id = "/subscriptions/0/policy"
}
`,
    sees: [
      {
        address: 'azurerm_application_load_balancer.guarded',
        usd: 22.63,
        status: 'partial',
        lines: ['Gateway', 'Capacity units'],
        unknown: ['Capacity units: usage'],
      },
      { address: 'azurerm_application_load_balancer_frontend.guarded', usd: 13.14, status: 'priced' },
      { address: 'azurerm_application_load_balancer_subnet_association.guarded', usd: 157.68, status: 'priced' },
    ],
  },
]
