// https://azure.microsoft.com/pricing/details/azure-bastion/: two scale units are included.
import { fact, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const included = 2

export const resources = [
  defineResource({
    id: 'azure/bastion-host',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/azure-bastion/',
    shape: { sku: 'Developer, Basic, Standard or Premium', scaleUnits: 'scale units, two of them included' },
    usage: { outboundGB: 'GB sent to the internet in a month' },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      if (valueOf(sku) === 'Developer') return []
      const { hours, item, used } = itemLines(resource, prices, 'bastion')
      const further = mapKnown(numberFact(resource, 'scaleUnits'), (units) => Math.max(0, units - included))
      return [
        hours('Bastion host', { by: [sku], item: (name) => name!.toLowerCase() }),
        ...(valueOf(further) === 0
          ? []
          : [
              item('Further scale units', 'hour', product(further, monthOf(resource)), {
                by: [sku],
                item: (name) => `${name!.toLowerCase()} scale unit`,
              }),
            ]),
        used('Outbound data', 'GB', 'data', 'outboundGB'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/bastion_host
      terraform: { azurerm_bastion_host: { facts: { sku: ['sku', 'Basic'], scaleUnits: ['scale_units', 2] } } },
    },
    label: () => 'Bastion host',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a basic one in Australia East: 730 h × $0.19; the one for developers is free',
    terraform: `resource "azurerm_bastion_host" "main" {
  location = "Australia East"
}

resource "azurerm_bastion_host" "developer" {
  location = "Australia East"
  sku      = "Developer"
}
`,
    sees: [
      { address: 'azurerm_bastion_host.main', usd: 138.7, status: 'partial', assumed: ['sku', 'scaleUnits'] },
      { address: 'azurerm_bastion_host.developer', usd: null, status: 'free' },
    ],
  },
  {
    name: 'with four scale units two are billed apart, and have no row',
    terraform: `resource "azurerm_bastion_host" "main" {
  location    = "Australia East"
  sku         = "Standard"
  scale_units = 4
}
`,
    sees: [
      {
        address: 'azurerm_bastion_host.main',
        usd: null,
        status: 'unknown',
        unknown: ['Bastion host: no-price', 'Further scale units: no-price', 'Outbound data: no-price'],
      },
    ],
  },
]
