// https://azure.microsoft.com/pricing/details/api-management/
import { fact, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/api-management',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/api-management/',
    shape: { tier: 'Consumption, Developer, Basic, StandardV2', units: 'units' },
    usage: {
      requests: 'calls in a month, of a consumption one',
      gateways: 'self-hosted gateways of a premium one',
    },
    lines(resource, prices) {
      const { item, used, told } = itemLines(resource, prices, 'api-management')
      const tier = fact(resource, 'tier')
      const name = String(valueOf(tier) ?? '')
      const units = numberFact(resource, 'units')
      if (name === 'Consumption') return [used('Calls', 'request', 'consumption', 'requests')]
      const isV2 = name.endsWith('V2')
      const of = { by: [tier], item: (kind: string | undefined) => kind!.replace('V2', ' v2').toLowerCase() }
      return [
        isV2
          ? item('Units', 'unit-hour', product(units, monthOf(resource)), of)
          : item('Units', 'unit-month', units, of),
        ...told('Self-hosted gateways', 'gateway-month', 'self-hosted gateway', 'gateways'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management
      terraform: {
        azurerm_api_management: {
          facts: {
            tier: (block) => mapKnown(block.fact('sku_name'), (sku): Fact => String(sku).split('_')[0]!),
            units: (block) => mapKnown(block.fact('sku_name'), (sku): Fact => Number(String(sku).split('_')[1] ?? 1)),
          },
        },
      },
    },
    label: (resource) => `API Management ${valueOf(fact(resource, 'tier')) ?? ''}`.trim(),
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'three standard units: 3 × $686.71; one for developers $48.03; two of StandardV2 in East US 2: 2 × 730 h × $0.9589',
    terraform: `resource "azurerm_api_management" "main" {
  location = "East US"
  sku_name = "Standard_3"
}

resource "azurerm_api_management" "developer" {
  location = "East US"
  sku_name = "Developer_1"
}

resource "azurerm_api_management" "v2" {
  location = "East US 2"
  sku_name = "StandardV2_2"
}
`,
    sees: [
      { address: 'azurerm_api_management.main', usd: 2060.13, status: 'priced', lines: ['Units'] },
      { address: 'azurerm_api_management.developer', usd: 48.03, status: 'priced' },
      { address: 'azurerm_api_management.v2', usd: 1399.99, status: 'priced' },
    ],
  },
  {
    name: 'by the call: 10 M × $3.50; untold, the price of a call',
    terraform: `resource "azurerm_api_management" "told" {
  location = "East US"
  sku_name = "Consumption_0"
}

resource "azurerm_api_management" "untold" {
  location = "East US"
  sku_name = "Consumption_0"
}
`,
    usage: { 'azurerm_api_management.told': { requests: 10_000_000 } },
    sees: [
      { address: 'azurerm_api_management.told', usd: 35, status: 'priced' },
      { address: 'azurerm_api_management.untold', usd: null, status: 'partial', unknown: ['Calls: usage'] },
    ],
  },
]
