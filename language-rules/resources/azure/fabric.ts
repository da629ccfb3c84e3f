// https://azure.microsoft.com/pricing/details/microsoft-fabric/: capacity units by the hour, until it is paused by hand.
import { fact, isUnwritten, monthOf, product } from '../../../core/estimate/resource-line.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Known } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/fabric-capacity',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/microsoft-fabric/',
    shape: { sku: 'F2 to F2048: the number is that of its capacity units' },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      const units = Number(/^F(\d+)$/i.exec(String(valueOf(sku) ?? ''))?.[1])
      const count: Known<number> =
        units > 0
          ? known(units, resource.location)
          : unknown(isUnwritten(sku) ? 'absent' : 'dynamic', resource.location)
      return [
        itemLines(resource, prices, 'fabric').item('Capacity', 'CU-hour', product(count, monthOf(resource)), 'CU'),
      ]
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/fabric_capacity
    from: { terraform: { azurerm_fabric_capacity: { facts: { sku: 'sku.name' } } } },
    label: (resource) => `Fabric capacity ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
]

const capacity = (name: string, region: string, sku: string) => `resource "azurerm_fabric_capacity" "${name}" {
  location = "${region}"
  sku {
    name = ${sku}
    tier = "Fabric"
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'two units in East US 2: 730 h × 2 × $0.18; 64 of them; in a region without a row; a size nobody wrote',
    terraform: `variable "sku" {}
${capacity('small', 'East US 2', '"F2"')}
${capacity('large', 'East US 2', '"F64"')}
${capacity('far', 'Jio India West', '"F2"')}
${capacity('open', 'East US 2', 'var.sku')}`,
    sees: [
      { address: 'azurerm_fabric_capacity.small', usd: 262.8, status: 'priced', lines: ['Capacity'] },
      { address: 'azurerm_fabric_capacity.large', usd: 8409.6, status: 'priced' },
      { address: 'azurerm_fabric_capacity.far', usd: null, status: 'unknown', unknown: ['Capacity: no-price'] },
      { address: 'azurerm_fabric_capacity.open', usd: null, status: 'partial' },
    ],
  },
]
