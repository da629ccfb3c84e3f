// https://azure.microsoft.com/pricing/details/signalr-service/ and …/web-pubsub/
import { fact, numberFact } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceDefinition, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

const service = (
  name: string,
  type: string,
  sku: string,
  capacity: string | readonly [string, number],
): ResourceDefinition =>
  defineResource({
    id: `azure/${name}`,
    cloud: 'azure',
    docs: `https://azure.microsoft.com/pricing/details/${name === 'signalr' ? 'signalr-service' : name}/`,
    shape: { tier: 'Free_F1, Standard_S1, Premium_P1', units: 'units' },
    usage: { messages: 'messages in a month, beyond the million of each unit and day that are included' },
    lines(resource, prices) {
      const tier = fact(resource, 'tier')
      if (valueOf(tier) === 'Free') return []
      const { item, used } = itemLines(resource, prices, name)
      return [
        item('Units', 'unit-month', numberFact(resource, 'units'), {
          by: [tier],
          item: (of) => `${of!.toLowerCase()} unit`,
        }),
        used('Further messages', 'message', 'messages', 'messages'),
      ]
    },
    from: {
      terraform: {
        [type]: {
          facts: {
            tier: (block) => mapKnown(block.fact(sku), (written): Fact => String(written).split('_')[0]!),
            units: capacity,
          },
        },
      },
    },
    label: () => (name === 'signalr' ? 'SignalR' : 'Web PubSub'),
  })

export const resources = [
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/signalr_service
  service('signalr', 'azurerm_signalr_service', 'sku.name', 'sku.capacity'),
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/web_pubsub
  service('web-pubsub', 'azurerm_web_pubsub', 'sku', ['capacity', 1]),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in West Europe: 2 × $48.97 + 3 M messages × $1; premium $60.834; web PubSub has no row',
    terraform: `resource "azurerm_signalr_service" "main" {
  location = "West Europe"
  sku {
    name     = "Standard_S1"
    capacity = 2
  }
}

resource "azurerm_signalr_service" "premium" {
  location = "West Europe"
  sku {
    name     = "Premium_P1"
    capacity = 1
  }
}

resource "azurerm_web_pubsub" "main" {
  location = "West Europe"
  sku      = "Standard_S1"
}
`,
    usage: { azurerm_signalr_service: { messages: 3_000_000 } },
    sees: [
      { address: 'azurerm_signalr_service.main', usd: 100.94, status: 'priced', lines: ['Units', 'Further messages'] },
      { address: 'azurerm_signalr_service.premium', usd: 63.83, status: 'priced' },
      { address: 'azurerm_web_pubsub.main', usd: null, status: 'unknown' },
    ],
  },
]
