// https://azure.microsoft.com/pricing/details/private-link/
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/private-endpoint',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/private-link/',
    shape: {},
    usage: {
      inboundGB: 'GB through it to the service in a month; from 1 PB on there are lower prices',
      outboundGB: 'GB through it from the service in a month; from 1 PB on there are lower prices',
    },
    lines(resource, prices) {
      const { hours, used } = itemLines(resource, prices, 'private-endpoint')
      return [
        hours('Private endpoint', 'hour'),
        used('Inbound data', 'GB', 'data in', 'inboundGB'),
        used('Outbound data', 'GB', 'data out', 'outboundGB'),
      ]
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/private_endpoint
    from: { terraform: { azurerm_private_endpoint: { facts: {} } } },
    label: () => 'Private endpoint',
  }),
]

/** Who offers a service privately pays nothing for it. */
export const free: readonly string[] = [
  'azurerm_private_endpoint_application_security_group_association',
  'azurerm_private_link_service',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.01 + 100 GB × $0.01 each way; untold, the hours alone',
    terraform: `resource "azurerm_private_endpoint" "told" {
  location = "West US"
}

resource "azurerm_private_endpoint" "untold" {
  location = "West US"
}
`,
    usage: { 'azurerm_private_endpoint.told': { inboundGB: 100, outboundGB: 100 } },
    sees: [
      { address: 'azurerm_private_endpoint.told', usd: 9.3, status: 'priced' },
      {
        address: 'azurerm_private_endpoint.untold',
        usd: 7.3,
        status: 'partial',
        unknown: ['Inbound data: usage', 'Outbound data: usage'],
      },
    ],
  },
]
