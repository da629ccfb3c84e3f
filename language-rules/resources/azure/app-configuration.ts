// https://azure.microsoft.com/pricing/details/app-configuration/: a store and each of its replicas, by the day.
import { fact, numberFact } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { blocksOf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/app-configuration',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/app-configuration/',
    shape: { sku: 'free, developer, standard or premium', replicas: 'copies in other regions' },
    usage: {
      furtherRequests:
        'requests in a month beyond those included in each day: 3,000 for developer, 200,000 for standard, 800,000 for premium',
    },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      const name = valueOf(sku)
      if (name === 'free') return []
      const { days, used } = itemLines(resource, prices, 'app-configuration')
      const of = (what: string) => ({ by: [sku], item: (tier: string | undefined) => `${tier} ${what}` })
      // One replica comes with a premium store.
      const replicas = mapKnown(numberFact(resource, 'replicas'), (count) =>
        name === 'premium' ? Math.max(0, count - 1) : count,
      )
      return [
        days('Store', of('instance')),
        ...(valueOf(replicas) === 0 ? [] : [days('Replicas', of('replica'), replicas)]),
        used('Further requests', 'request', of('operations'), 'furtherRequests'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_configuration
      terraform: { azurerm_app_configuration: { facts: { sku: ['sku', 'free'], replicas: blocksOf('replica') } } },
    },
    label: (resource) => `App Configuration, ${valueOf(fact(resource, 'sku')) ?? ''}`,
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'free is the default; what a store and its replicas cost a day has no row, 2 M requests more × $0.06 a 10,000',
    terraform: `resource "azurerm_app_configuration" "small" {
  location = "West Europe"
}

resource "azurerm_app_configuration" "main" {
  location = "West Europe"
  sku      = "standard"
  replica {
    name     = "us"
    location = "West US"
  }
}
`,
    usage: { azurerm_app_configuration: { furtherRequests: 2_000_000 } },
    sees: [
      { address: 'azurerm_app_configuration.small', usd: null, status: 'free' },
      {
        address: 'azurerm_app_configuration.main',
        usd: 12,
        status: 'partial',
        lines: ['Store', 'Replicas', 'Further requests'],
        unknown: ['Store: no-price', 'Replicas: no-price'],
      },
    ],
  },
  {
    name: 'a store and its replica, 2 × 30 days × $1.20; requests beyond those of the day are use',
    terraform: `resource "azurerm_app_configuration" "main" {
  location = "East US 2"
  sku      = "standard"
  replica {
    name     = "us"
    location = "West US"
  }
}
`,
    sees: [
      {
        address: 'azurerm_app_configuration.main',
        usd: 72,
        status: 'partial',
        unknown: ['Further requests: usage'],
      },
    ],
  },
]
