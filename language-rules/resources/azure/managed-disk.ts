// https://azure.microsoft.com/pricing/details/managed-disks/
import { fact, isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { diskUsed } from '../disk-used.ts'
import { diskLines, diskUsage } from './disk-lines.ts'
import { gibOfTier } from './disk-tiers.ts'

/** A copy is as large as what it is copied from, where nothing is written. */
function sizeOfDisk(block: Block): Known<Fact> {
  const written = block.fact('disk_size_gb')
  const source = isUnwritten(written) ? block.target('source_resource_id', 'azurerm_managed_disk') : undefined
  if (source !== undefined) return source.fact('disk_size_gb')
  const bytes = block.fact('upload_size_bytes')
  return isUnwritten(written) && !isUnwritten(bytes)
    ? mapKnown(bytes, (value): Fact => Math.ceil(Number(value) / 2 ** 30))
    : written
}

/** A disk that works as fast as a larger one costs what that one costs: learn.microsoft.com/azure/virtual-machines/disks-change-performance */
const billedSize = (block: Block): Known<Fact> => {
  const tier = block.fact('tier')
  return isUnwritten(tier) ? sizeOfDisk(block) : mapKnown(tier, (name): Fact => gibOfTier(String(name)) ?? Number.NaN)
}

/** What Azure gives a Premium v2 disk that asks for nothing: learn.microsoft.com/azure/virtual-machines/disks-types */
const provisionedOr =
  (path: string, least: number) =>
  (block: Block): Known<Fact> => {
    const written = block.fact(path)
    const isV2 = valueOf(block.fact('storage_account_type')) === 'PremiumV2_LRS'
    return isUnwritten(written) && isV2 ? assumed<Fact>(least, block.location) : written
  }

export const resources = [
  defineResource({
    id: 'azure/managed-disk',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/managed-disks/',
    shape: {
      type: 'storage account type, Premium_LRS',
      sizeGiB: 'GiB; billed as the next larger size there is, or that of its performance tier',
      iops: 'provisioned IOPS of an ultra or Premium v2 disk',
      mbps: 'provisioned MB/s of an ultra or Premium v2 disk',
    },
    usage: { ...diskUsage, ...diskUsed },
    lines: (resource, prices) => diskLines(resource, prices, '', 'Disk'),
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_disk
      terraform: {
        azurerm_managed_disk: {
          facts: {
            type: 'storage_account_type',
            sizeGiB: billedSize,
            iops: provisionedOr('disk_iops_read_write', 3000),
            mbps: provisionedOr('disk_mbps_read_write', 125),
          },
        },
      },
    },
    label: (resource) => String(valueOf(fact(resource, 'type')) ?? 'Managed disk'),
  }),
]

const disk = (rest: string) => `resource "azurerm_managed_disk" "data" {
  name                = "data"
  location            = "East US"
  resource_group_name = "data"
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'a Premium disk of 100 GiB is a P10: $19.71 a month',
    terraform: disk(`  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 100
`),
    sees: [
      { address: 'azurerm_managed_disk.data', usd: 19.71, status: 'priced', lines: ['Disk storage'], assumed: [] },
    ],
  },
  {
    name: 'the same as fast as a P30: 1,024 GiB × $0.131992',
    terraform: disk(`  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 100
  tier                 = "P30"
`),
    sees: [{ address: 'azurerm_managed_disk.data', usd: 135.17, status: 'priced' }],
  },
  {
    name: 'a standard hard disk of 10 GiB is an S4 of 32: $1.536, and 20,000,000 operations at $0.0005 for 10,000',
    terraform: disk(`  storage_account_type = "Standard_LRS"
  create_option        = "Empty"
  disk_size_gb         = 10
`),
    usage: { azurerm_managed_disk: { diskOperations: 20_000_000 } },
    sees: [
      {
        address: 'azurerm_managed_disk.data',
        usd: 2.54,
        status: 'priced',
        lines: ['Disk storage', 'Disk operations'],
      },
    ],
  },
  {
    name: 'an ultra disk: 1,024 GiB × $0.11972 + 4,096 IOPS × $0.04964 + 250 MB/s × $0.34967',
    terraform: disk(`  storage_account_type = "UltraSSD_LRS"
  create_option        = "Empty"
  disk_size_gb         = 1024
  disk_iops_read_write = 4096
  disk_mbps_read_write = 250
`),
    sees: [
      {
        address: 'azurerm_managed_disk.data',
        usd: 413.34,
        status: 'priced',
        lines: ['Disk storage', 'Disk IOPS', 'Disk throughput'],
      },
    ],
  },
  {
    name: 'Premium v2 with what is included: 100 GiB × $0.0803; and with 5,000 IOPS, 2,000 × $0.00511 more',
    terraform: disk(`  for_each             = { included = 3000, more = 5000 }
  storage_account_type = "PremiumV2_LRS"
  create_option        = "Empty"
  disk_size_gb         = 100
  disk_iops_read_write = each.value
`),
    sees: [
      { address: 'azurerm_managed_disk.data["included"]', usd: 8.03, status: 'priced', assumed: ['mbps'] },
      { address: 'azurerm_managed_disk.data["more"]', usd: 18.25, status: 'priced' },
    ],
  },
  {
    name: 'a copy without a size is as large as its source: 512 GiB of zone-redundant standard SSD',
    terraform: `${disk(`  storage_account_type = "StandardSSD_LRS"
  create_option        = "Empty"
  disk_size_gb         = 500
`)}
resource "azurerm_managed_disk" "copy" {
  location             = "eastus"
  storage_account_type = "StandardSSD_ZRS"
  create_option        = "Copy"
  source_resource_id   = azurerm_managed_disk.data.id
}
`,
    sees: [
      { address: 'azurerm_managed_disk.data', usd: 38.4, status: 'partial', unknown: ['Disk operations: usage'] },
      { address: 'azurerm_managed_disk.copy', usd: 57.6, status: 'partial' },
    ],
  },
]
