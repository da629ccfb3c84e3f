// https://azure.microsoft.com/pricing/details/elastic-san/: what is provisioned, whether volumes use it or not.
import { fact, isUnwritten, numberFact } from '../../../core/estimate/resource-line.ts'
import { mapKnown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const gibOfTib = 1024

export const resources = [
  defineResource({
    id: 'azure/elastic-san',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/elastic-san/',
    shape: {
      sku: 'Premium_LRS or Premium_ZRS',
      baseTiB: 'TiB with IOPS and throughput',
      capacityTiB: 'further TiB, of capacity alone',
    },
    lines(resource, prices) {
      const { item } = itemLines(resource, prices, 'elastic-san')
      const tib = (name: string) => mapKnown(numberFact(resource, name), (size) => size * gibOfTib)
      const of = (kind: string) => ({
        by: [fact(resource, 'sku')],
        item: (sku: string | undefined) => `${kind} ${sku!.replace(/^Premium_/i, '')}`,
      })
      return [
        item('Base', 'GiB-month', tib('baseTiB'), of('base')),
        ...(isUnwritten(numberFact(resource, 'capacityTiB'))
          ? []
          : [item('Capacity', 'GiB-month', tib('capacityTiB'), of('capacity'))]),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/elastic_san
      terraform: {
        azurerm_elastic_san: {
          facts: { sku: 'sku.name', baseTiB: 'base_size_in_tib', capacityTiB: 'extended_size_in_tib' },
        },
      },
    },
    label: () => 'Elastic SAN',
  }),
]

/** Volumes are cut out of what is provisioned. */
export const free: readonly string[] = ['azurerm_elastic_san_volume', 'azurerm_elastic_san_volume_group']

const san = (name: string, sku: string, more = '') => `resource "azurerm_elastic_san" "${name}" {
  location         = "East US 2"
  base_size_in_tib = 1${more}
  sku {
    name = "${sku}"
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US 2: 1,024 GiB × $0.08; with 5,120 GiB more × $0.06; in several zones 1,024 × $0.12',
    terraform: `${san('base', 'Premium_LRS')}
${san('more', 'Premium_LRS', '\n  extended_size_in_tib = 5')}
${san('zones', 'Premium_ZRS')}`,
    sees: [
      { address: 'azurerm_elastic_san.base', usd: 81.92, status: 'priced', lines: ['Base'] },
      { address: 'azurerm_elastic_san.more', usd: 389.12, status: 'priced', lines: ['Base', 'Capacity'] },
      { address: 'azurerm_elastic_san.zones', usd: 122.88, status: 'priced' },
    ],
  },
]
