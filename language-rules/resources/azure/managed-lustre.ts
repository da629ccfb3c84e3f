// https://azure.microsoft.com/pricing/details/managed-lustre/: GiB that are provisioned, by the hour; the number in the SKU is its
// MB/s for each TiB.
import { fact, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const gibOfTib = 1024

export const resources = [
  defineResource({
    id: 'azure/managed-lustre',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/managed-lustre/',
    shape: { sku: 'AMLFS-Durable-Premium-125', sizeTiB: 'TiB of it' },
    lines(resource, prices) {
      const gib = mapKnown(numberFact(resource, 'sizeTiB'), (size) => size * gibOfTib)
      const of = { by: [fact(resource, 'sku')], item: (sku: string | undefined) => sku }
      return [
        itemLines(resource, prices, 'managed-lustre').item('Storage', 'GiB-hour', product(gib, monthOf(resource)), of),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_lustre_file_system
      terraform: {
        azurerm_managed_lustre_file_system: { facts: { sku: 'sku_name', sizeTiB: 'storage_capacity_in_tb' } },
      },
    },
    label: (resource) => `Managed Lustre ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: '16 TiB in West Europe: 730 h × 16,384 GiB × $0.000258',
    terraform: `resource "azurerm_managed_lustre_file_system" "scratch" {
  location               = "West Europe"
  sku_name               = "AMLFS-Durable-Premium-125"
  storage_capacity_in_tb = 16
}
`,
    sees: [
      { address: 'azurerm_managed_lustre_file_system.scratch', usd: 3085.76, status: 'priced', lines: ['Storage'] },
    ],
  },
]
