// https://azure.microsoft.com/pricing/details/managed-disks/ (snapshots): a GB-month of what is stored, at the price of a standard hard disk.
import { isUnwritten, line, numberFact, numberOf, priceFor, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { bandOf, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'
import { always, osDiskSize, osOf } from './os-disk.ts'

/** At most the whole disk is stored, and that is what is taken where nobody tells how much of it is used. */
function stored(resource: Resource): Known<number> {
  const told = resource.usage?.storedGB
  if (told !== undefined) return told
  const size = numberFact(resource, 'sizeGiB')
  const most = bandOf(size)?.high
  return most === undefined || size.is === 'unknown'
    ? size
    : { is: 'range', low: 0, likely: most, high: most, at: size.at }
}

/** Of the snapshot itself, or of the disk it is taken of. */
function sizeOfSource(block: Block): Known<Fact> {
  const written = block.fact('disk_size_gb')
  if (written.is === 'unknown' && block.instances().length > 0) return unknown('limit', block.location)
  if (!isUnwritten(written)) return written
  const source =
    block.target('source_uri', 'azurerm_managed_disk') ?? block.target('source_resource_id', 'azurerm_managed_disk')
  return source?.fact('disk_size_gb') ?? openBy(block.fact('source_uri'), block)
}

/** What a reference leaves open; which of several it is, each instance of the block tells. */
const openBy = (reference: Known<Fact>, block: Block): Known<Fact> =>
  reference.is === 'oneOf' || (reference.is === 'unknown' && reference.why === 'limit')
    ? unknown('limit', block.location)
    : unknown('dynamic', block.location)

/** The sizes of all disks of these types, the OS disk of a machine as the machine itself has it. */
function sizesOf(block: Block, types: readonly string[], osDisk?: Known<Fact>): Known<number>[] {
  return types.flatMap((type) => {
    const disks = block.nested(type).filter(({ count }) => valueOf(count) !== 0)
    // A disk that is named has a size of its own, where it is the only one of its kind.
    const named = disks.length === 1 ? block.target(`${type}.managed_disk_id`, 'azurerm_managed_disk') : undefined
    return disks.map((disk) => {
      const written = disk.fact('size_gb')
      const size = isUnwritten(written) ? disk.fact('disk_size_gb') : written
      const taken = isUnwritten(size)
        ? ((/os_disk$/.test(type) ? osDisk : undefined) ?? named?.fact('disk_size_gb'))
        : size
      return product(taken === undefined ? unknown('absent', block.location) : numberOf(taken), disk.count)
    })
  })
}

/** As the definition of the machine takes it: written, else as large as images of its system usually are. */
function osDiskOf(machine: Block): Known<Fact> {
  if (machine.type === 'azurerm_virtual_machine')
    return osDiskSize('storage_os_disk.disk_size_gb', osOf, 'storage_image_reference.id')(machine)
  return osDiskSize('os_disk.disk_size_gb', always(/windows/.test(machine.type) ? 'windows' : 'linux'))(machine)
}

/** The disks of an image, or of the machine it is taken of. */
function sizeOfImage(block: Block): Known<Fact> {
  const machine = block.target('source_virtual_machine_id')
  const sizes =
    machine === undefined
      ? sizesOf(block, ['os_disk', 'data_disk'])
      : sizesOf(machine, ['storage_os_disk', 'os_disk', 'storage_data_disk'], osDiskOf(machine))
  // What differs from one instance of the block to the next, each of them tells.
  const isOpen = sizes.length === 0 || sizes.some(({ is }) => is === 'oneOf' || is === 'unknown')
  if (isOpen && block.instances().length > 0) return unknown('limit', block.location)
  return sizes.length === 0 ? unknown('dynamic', block.location) : totalOf(sizes, block.location)
}

export const resources = [
  defineResource({
    id: 'azure/snapshot',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/managed-disks/',
    shape: { sizeGiB: 'GiB of the disks it is taken of, the most it can store' },
    usage: { storedGB: 'GB that are stored, mean of the month; without it, the whole of the disks' },
    lines: (resource, prices) => [
      line(
        'Storage',
        'GB-month',
        stored(resource),
        priceFor(resource, [], (region) => prices.service('azure', 'managed-disk', 'snapshot standard-hdd', region)),
      ),
    ],
    from: {
      terraform: {
        // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/snapshot
        azurerm_snapshot: { facts: { sizeGiB: sizeOfSource } },
        // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/image
        azurerm_image: { facts: { sizeGiB: sizeOfImage } },
      },
    },
    label: () => 'Snapshot',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'of a disk of 200 GiB, at most 200 × $0.05; told that 40 GB are used, 40 × $0.05',
    terraform: `resource "azurerm_managed_disk" "data" {
  location             = "eastus"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 200
}

resource "azurerm_snapshot" "whole" {
  location      = "eastus"
  create_option = "Copy"
  source_uri    = azurerm_managed_disk.data.id
}

resource "azurerm_snapshot" "told" {
  location      = "eastus"
  create_option = "Copy"
  source_uri    = azurerm_managed_disk.data.id
}
`,
    usage: { 'azurerm_snapshot.told': { storedGB: 40 } },
    sees: [
      { address: 'azurerm_managed_disk.data', usd: 38.01, status: 'priced' },
      { address: 'azurerm_snapshot.whole', usd: 10, status: 'priced', lines: ['Storage'] },
      { address: 'azurerm_snapshot.told', usd: 2, status: 'priced' },
    ],
  },
  {
    name: 'instances that differ are told apart: 64 × $0.05 of what is written, 100 × $0.05 of the disk; of a machine 30 + 50 GiB',
    terraform: `resource "azurerm_managed_disk" "data" {
  location             = "East US"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 100
}

locals {
  copies = {
    written = { size = 64, disk = null }
    named   = { size = null, disk = azurerm_managed_disk.data.id }
  }
}

resource "azurerm_snapshot" "each" {
  for_each      = local.copies
  location      = "East US"
  create_option = "Copy"
  source_uri    = each.value.disk
  disk_size_gb  = each.value.size
}

resource "azurerm_image" "machine" {
  location                  = "East US"
  source_virtual_machine_id = azurerm_virtual_machine.web.id
}

resource "azurerm_virtual_machine" "web" {
  location = "East US"
  vm_size  = "Standard_B2s"
  storage_image_reference {
    publisher = "Canonical"
  }
  storage_os_disk {
    create_option     = "FromImage"
    managed_disk_type = "Standard_LRS"
  }
  storage_data_disk {
    create_option     = "Empty"
    managed_disk_type = "Standard_LRS"
    disk_size_gb      = 50
  }
}
`,
    sees: [
      { address: 'azurerm_managed_disk.data', usd: 19.71, status: 'priced' },
      { address: 'azurerm_snapshot.each["written"]', usd: 3.2, status: 'priced' },
      { address: 'azurerm_snapshot.each["named"]', usd: 5, status: 'priced' },
      { address: 'azurerm_image.machine', usd: 4, status: 'priced' },
      { address: 'azurerm_virtual_machine.web', usd: 34.91 },
    ],
  },
  {
    name: 'an image of a disk that is named: at most 60 × $0.05; of two disks (30 + 100) × $0.05; of a machine that is not read nothing is known',
    terraform: `resource "azurerm_managed_disk" "os" {
  location             = "West US 2"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 60
}

resource "azurerm_image" "named" {
  location = "West US 2"
  os_disk {
    os_type         = "Linux"
    managed_disk_id = azurerm_managed_disk.os.id
  }
}

resource "azurerm_image" "own" {
  location = "West US 2"
  os_disk {
    os_type = "Linux"
    size_gb = 30
  }
  data_disk {
    size_gb = 100
  }
}

resource "azurerm_image" "elsewhere" {
  location                  = "West US 2"
  source_virtual_machine_id = var.machine
}
`,
    sees: [
      { address: 'azurerm_managed_disk.os', usd: 9.28, status: 'priced' },
      { address: 'azurerm_image.named', usd: 3, status: 'priced' },
      { address: 'azurerm_image.own', usd: 6.5, status: 'priced' },
      { address: 'azurerm_image.elsewhere', usd: null, status: 'partial', unknown: ['Storage: dynamic'] },
    ],
  },
]
