// https://azure.microsoft.com/pricing/details/api-management/, workspace gateways: units by the hour.
import type { ResourceExample } from '../../../core/resource.ts'
import { bySku } from './by-sku.ts'

export const resources = [
  bySku({
    id: 'api-management-workspace-gateway',
    docs: 'https://azure.microsoft.com/pricing/details/api-management/',
    service: 'api-management',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management_standalone_gateway
    types: ['azurerm_api_management_standalone_gateway'],
    line: 'Units',
    time: 'hours',
    skus: 'WorkspaceGatewayPremium',
    sku: 'sku.name',
    count: ['sku.capacity', 1],
    item: (sku) => (sku === 'WorkspaceGatewayPremium' ? 'workspace gateway premium' : undefined),
  }),
]

/** A workspace runs on its gateway; a gateway of one's own is billed with its service, by how many are deployed. */
export const free: readonly string[] = ['azurerm_api_management_workspace', 'azurerm_api_management_gateway']

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US 2: 730 h × $1.91781, and two of them',
    terraform: `resource "azurerm_api_management_standalone_gateway" "one" {
  location = "East US 2"
  sku {
    name = "WorkspaceGatewayPremium"
  }
}

resource "azurerm_api_management_standalone_gateway" "two" {
  location = "East US 2"
  sku {
    name     = "WorkspaceGatewayPremium"
    capacity = 2
  }
}
`,
    sees: [
      { address: 'azurerm_api_management_standalone_gateway.one', usd: 1400, status: 'priced', lines: ['Units'] },
      { address: 'azurerm_api_management_standalone_gateway.two', usd: 2800, status: 'priced' },
    ],
  },
]
