// https://azure.microsoft.com/pricing/details/netapp/: the pool is billed as provisioned, the volumes in it are not.
import { fact, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

/** https://learn.microsoft.com/azure/azure-netapp-files/azure-netapp-files-cost-model: a TiB of 1,024 GiB. */
const gib = 1024

/** Of a flexible pool, what is beyond this many MiB/s is billed. */
const includedThroughput = 128

export const resources = [
  defineResource({
    id: 'azure/netapp-pool',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/netapp/',
    shape: {
      level: 'Standard, Premium, Ultra or Flexible',
      encryption: 'Single or Double',
      sizeTiB: 'TiB provisioned',
      throughput: 'MiB/s, of a flexible pool',
    },
    lines(resource, prices) {
      const { item, hours } = itemLines(resource, prices, 'netapp')
      const level = fact(resource, 'level')
      const size = mapKnown(numberFact(resource, 'sizeTiB'), (tib) => tib * gib)
      const further = mapKnown(numberFact(resource, 'throughput'), (mib) => Math.max(0, mib - includedThroughput))
      return [
        item('Capacity', 'GiB-hour', product(size, monthOf(resource)), {
          by: [level, fact(resource, 'encryption')],
          item: (name, kind) => `${name!.toLowerCase()}${kind === 'Double' ? ' double encrypted' : ''}`,
        }),
        ...(valueOf(level) === 'Flexible' ? [hours('Further throughput', 'flexible throughput', further)] : []),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/netapp_pool
      terraform: {
        azurerm_netapp_pool: {
          facts: {
            level: 'service_level',
            encryption: ['encryption_type', 'Single'],
            sizeTiB: 'size_in_tb',
            throughput: ['custom_throughput_mibps', includedThroughput],
          },
        },
      },
    },
    label: (resource) => `NetApp pool, ${String(valueOf(fact(resource, 'level')) ?? '').toLowerCase()}`,
  }),
]

const pool = (
  name: string,
  level: string,
  size: number,
  region = 'East US',
) => `resource "azurerm_netapp_pool" "${name}" {
  location      = "${region}"
  service_level = "${level}"
  size_in_tb    = ${size}
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: '4 TiB premium: 4,096 GiB × 730 h × $0.000403; 2 TiB standard × $0.000202; a region without a row',
    terraform: `${pool('fast', 'Premium', 4)}
${pool('plain', 'Standard', 2)}
${pool('far', 'Ultra', 4, 'Japan East')}`,
    sees: [
      { address: 'azurerm_netapp_pool.fast', usd: 1205, status: 'priced', lines: ['Capacity'] },
      { address: 'azurerm_netapp_pool.plain', usd: 302, status: 'priced' },
      { address: 'azurerm_netapp_pool.far', usd: null, status: 'unknown', unknown: ['Capacity: no-price'] },
    ],
  },
]
