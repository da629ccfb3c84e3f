// https://azure.microsoft.com/pricing/details/app-service/windows/ (isolated) and
// https://learn.microsoft.com/azure/app-service/environment/overview (pricing): its plans are billed for their instances; one that is
// empty is billed for an instance of I1v2, one in several zones for at least 18 vCPUs.
import { fact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { flagFact } from '../block-facts.ts'
import { itemLines, one } from './item-lines.ts'
import { regionOf } from './regions.ts'

const region = regionOf('subnet_id', 'virtual_network_name')

const docs = 'https://azure.microsoft.com/pricing/details/app-service/windows/'

const isEmpty = (block: Block): Known<Fact> =>
  known<Fact>(block.referredBy('azurerm_service_plan').length === 0, block.location)

export const resources = [
  defineResource({
    id: 'azure/app-service-environment',
    cloud: 'azure',
    docs,
    shape: {
      hosts: 'dedicated hosts, where it has any',
      isZonal: 'whether it stands in several zones',
      isEmpty: 'whether it has no plan in this configuration',
    },
    lines(resource, prices) {
      const { hours } = itemLines(resource, prices, 'app-service')
      const hosts = Number(valueOf(fact(resource, 'hosts')) ?? 0)
      if (hosts > 0) return [hours('Dedicated hosts', 'environment host', known(hosts, resource.location))]
      // How many of the 18 its plans take, the plans say.
      if (valueOf(fact(resource, 'isZonal')) === true)
        return [hours('Up to 18 vCPUs', 'I1v2 windows', unknown('dynamic', resource.location))]
      return valueOf(fact(resource, 'isEmpty')) === false ? [] : [hours('Empty', 'I1v2 windows', one(resource))]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service_environment_v3
      terraform: {
        azurerm_app_service_environment_v3: {
          facts: { hosts: 'dedicated_host_count', isZonal: flagFact('zone_redundant', false), isEmpty },
          region,
        },
      },
    },
    label: () => 'App Service environment',
  }),
  defineResource({
    id: 'azure/app-service-environment-v2',
    cloud: 'azure',
    docs,
    shape: {},
    // A stamp fee, and front ends beyond two; retired on 31 August 2024.
    lines: (resource, prices) => [itemLines(resource, prices, 'app-service').hours('Stamp fee', 'environment stamp')],
    from: { terraform: { azurerm_app_service_environment: { facts: {}, region } } },
    label: () => 'App Service environment',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an empty one in West Europe is 730 h × $0.57; with a plan of 3 × 730 h × $0.409, that is billed; two hosts have no row',
    terraform: `resource "azurerm_app_service_environment_v3" "empty" {
  location = "West Europe"
}

resource "azurerm_app_service_environment_v3" "full" {
  location = "West Europe"
}

resource "azurerm_service_plan" "apps" {
  location                   = "West Europe"
  os_type                    = "Linux"
  sku_name                   = "I1v2"
  worker_count               = 3
  app_service_environment_id = azurerm_app_service_environment_v3.full.id
}

resource "azurerm_app_service_environment_v3" "own" {
  location             = "West Europe"
  dedicated_host_count = 2
}

resource "azurerm_app_service_environment" "old" {
  location = "West Europe"
}
`,
    sees: [
      { address: 'azurerm_app_service_environment_v3.empty', usd: 416.1, status: 'priced', lines: ['Empty'] },
      { address: 'azurerm_app_service_environment_v3.full', usd: null, status: 'free' },
      { address: 'azurerm_service_plan.apps', usd: 895.71, status: 'priced' },
      { address: 'azurerm_app_service_environment_v3.own', usd: null, status: 'unknown' },
      { address: 'azurerm_app_service_environment.old', usd: null, status: 'unknown', lines: ['Stamp fee'] },
    ],
  },
]
