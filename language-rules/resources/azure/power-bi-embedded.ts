// https://azure.microsoft.com/pricing/details/power-bi-embedded/: by the hour, paused by hand alone.
import type { ResourceExample } from '../../../core/resource.ts'
import { bySku } from './by-sku.ts'

export const resources = [
  bySku({
    id: 'power-bi-embedded',
    docs: 'https://azure.microsoft.com/pricing/details/power-bi-embedded/',
    service: 'power-bi-embedded',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/powerbi_embedded
    types: ['azurerm_powerbi_embedded'],
    line: 'Node',
    time: 'hours',
    skus: 'A1 to A8',
    sku: 'sku_name',
    item: (sku) => sku,
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what a node costs has no row, and never $0',
    terraform: `resource "azurerm_powerbi_embedded" "reports" {
  location = "West Europe"
  sku_name = "A2"
}
`,
    sees: [
      {
        address: 'azurerm_powerbi_embedded.reports',
        usd: null,
        status: 'unknown',
        lines: ['Node'],
        unknown: ['Node: no-price'],
      },
    ],
  },
]
