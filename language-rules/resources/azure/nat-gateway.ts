// https://azure.microsoft.com/pricing/details/azure-nat-gateway/
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/nat-gateway',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/azure-nat-gateway/',
    shape: {},
    usage: { processedGB: 'GB through it in a month' },
    lines(resource, prices) {
      const { hours, used } = itemLines(resource, prices, 'nat-gateway')
      return [hours('NAT gateway', 'hour'), used('Data processed', 'GB', 'data', 'processedGB')]
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/nat_gateway
    from: { terraform: { azurerm_nat_gateway: { facts: {} } } },
    label: () => 'NAT gateway',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.045 + 1,000 GB × $0.045; untold, the hours alone',
    terraform: `resource "azurerm_nat_gateway" "told" {
  location = "West Europe"
}

resource "azurerm_nat_gateway" "untold" {
  location = "West Europe"
}
`,
    usage: { 'azurerm_nat_gateway.told': { processedGB: 1000 } },
    sees: [
      { address: 'azurerm_nat_gateway.told', usd: 77.85, status: 'priced', lines: ['NAT gateway', 'Data processed'] },
      { address: 'azurerm_nat_gateway.untold', usd: 32.85, status: 'partial', unknown: ['Data processed: usage'] },
    ],
  },
]
