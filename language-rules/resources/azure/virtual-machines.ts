// https://azure.microsoft.com/pricing/details/virtual-machines/linux/
import { fact, line, monthOf, numberFact, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Purchase, Resource } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { diskClass, diskTierGiB } from './managed-disk.ts'

function instanceLine(resource: Resource, prices: PriceBook): Line {
  const { purchase } = resource
  const price = priceFor(resource, [fact(resource, 'instanceType')], (region, size) =>
    purchase === undefined ? undefined : prices.instance('azure', size, region, purchase),
  )
  return line('Instance', 'hour', monthOf(resource), purchase === undefined ? 'dynamic' : price)
}

/** A managed disk is billed as the next larger size there is; an ephemeral one not at all. */
function osDiskLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const ephemeral = fact(resource, 'ephemeralOsDisk')
  if (ephemeral.is === 'known' && ephemeral.value === true) return []
  const type = fact(resource, 'osDiskType')
  const size = numberFact(resource, 'osDiskGiB')
  const price = priceFor(resource, [type, size], (region, name, gib) => {
    const tier = diskClass(name, Number(gib))
    return tier === undefined ? undefined : prices.storage('azure', 'managed-disk', tier, region)?.storage
  })
  const kind = type.is === 'known' ? String(type.value) : ''
  const billed = mapKnown(size, (gib) => diskTierGiB(kind, gib) ?? gib)
  return [line('OS disk storage', 'GB-month', ephemeral.is === 'unknown' ? ephemeral : billed, price)]
}

function licenceLines(resource: Resource): readonly Line[] {
  const publisher = fact(resource, 'imagePublisher')
  const isLicensed = publisher.is === 'known' && /redhat|suse/i.test(String(publisher.value))
  return isLicensed ? [line('Image licence', 'hour', monthOf(resource), 'no-price')] : []
}

function purchaseOf(block: Block): Purchase | undefined {
  const priority = block.fact('priority')
  if (priority.is === 'unknown') return priority.why === 'absent' && priority.at === undefined ? 'on-demand' : undefined
  if (priority.is !== 'known') return undefined
  return priority.value === 'Spot' ? 'spot' : priority.value === 'Regular' ? 'on-demand' : undefined
}

function ephemeralOsDisk(block: Block): Known<Fact> {
  const [settings] = block.nested('os_disk.diff_disk_settings')
  if (settings === undefined) return known<Fact>(false, block.location)
  return settings.count.is === 'known'
    ? mapKnown(settings.count, (count) => count > 0)
    : unknown('dynamic', block.location)
}

const machine = defineResource({
  id: 'azure/linux-virtual-machine',
  cloud: 'azure',
  docs: 'https://azure.microsoft.com/pricing/details/virtual-machines/linux/',
  shape: {
    instanceType: 'size, Standard_NC24ads_A100_v4',
    osDiskType: 'storage account type, Premium_LRS',
    osDiskGiB: 'GiB of the OS disk; without it, the size of the image',
    ephemeralOsDisk: 'whether the OS disk is on the host, and free',
    imagePublisher: 'publisher of the image, for licences billed with it',
  },
  lines: (resource, prices) => [
    instanceLine(resource, prices),
    ...osDiskLines(resource, prices),
    ...licenceLines(resource),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine
    terraform: {
      azurerm_linux_virtual_machine: {
        facts: {
          instanceType: 'size',
          osDiskType: 'os_disk.storage_account_type',
          osDiskGiB: 'os_disk.disk_size_gb',
          ephemeralOsDisk,
          imagePublisher: 'source_image_reference.publisher',
        },
        purchase: purchaseOf,
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'Virtual machine', prices),
})

export const resources = [machine]

export const examples: readonly ResourceExample[] = [
  {
    name: 'an A100 in the location of its group: 730 h × $3.673 + the P15 disk that 200 GiB takes, 256 × $0.148485',
    terraform: `resource "azurerm_resource_group" "ml" {
  name     = "ml"
  location = "East US"
}

resource "azurerm_linux_virtual_machine" "train" {
  name                = "train"
  resource_group_name = azurerm_resource_group.ml.name
  location            = azurerm_resource_group.ml.location
  size                = "Standard_NC24ads_A100_v4"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 200
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }
}
`,
    sees: [
      {
        address: 'azurerm_linux_virtual_machine.train',
        usd: 2719.3,
        status: 'priced',
        lines: ['Instance', 'OS disk storage'],
        unknown: [],
        assumed: [],
      },
    ],
  },
  {
    name: 'spot with an ephemeral disk: 730 h × $0.0105555, and a licence without a row',
    terraform: `resource "azurerm_linux_virtual_machine" "batch" {
  location = "eastus"
  size     = "Standard_D2s_v5"
  priority = "Spot"

  os_disk {
    caching              = "ReadOnly"
    storage_account_type = "Standard_LRS"
    diff_disk_settings {
      option = "Local"
    }
  }

  source_image_reference {
    publisher = "RedHat"
    offer     = "RHEL"
    sku       = "9-lvm-gen2"
    version   = "latest"
  }
}
`,
    sees: [
      {
        address: 'azurerm_linux_virtual_machine.batch',
        usd: 7.71,
        status: 'partial',
        lines: ['Instance', 'Image licence'],
        unknown: ['Image licence: no-price'],
      },
    ],
  },
  {
    name: 'the size of the image decides about the disk',
    terraform: `resource "azurerm_linux_virtual_machine" "web" {
  location = "eastus"
  size     = "Standard_D2s_v5"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }
}
`,
    sees: [
      {
        address: 'azurerm_linux_virtual_machine.web',
        usd: 70.08,
        status: 'partial',
        unknown: ['OS disk storage: absent'],
      },
    ],
  },
]
