import type { ResourceExample } from '../../../core/resource.ts'

const image = (publisher = 'Canonical', offer = 'ubuntu-24_04-lts', sku = 'server') => `  source_image_reference {
    publisher = "${publisher}"
    offer     = "${offer}"
    sku       = "${sku}"
    version   = "latest"
  }
`

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

${image()}}
`,
    sees: [
      {
        address: 'azurerm_linux_virtual_machine.train',
        usd: 2719.3,
        status: 'priced',
        lines: ['Instance', 'OS disk storage'],
        unknown: [],
        assumed: ['licence'],
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

${image('RedHat', 'RHEL', '9-lvm-gen2')}}
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
    name: 'a disk without a size is the 30 GiB of the image, an E4: 730 h × $0.096 + 32 × $0.075',
    terraform: `resource "azurerm_linux_virtual_machine" "web" {
  location = "eastus"
  size     = "Standard_D2s_v5"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

${image()}}
`,
    sees: [
      {
        address: 'azurerm_linux_virtual_machine.web',
        usd: 72.48,
        status: 'partial',
        unknown: ['OS disk operations: usage'],
        assumed: ['licence', 'osDisk.sizeGiB'],
      },
    ],
  },
  {
    name: 'of an image of one’s own the size is not known',
    terraform: `resource "azurerm_linux_virtual_machine" "own" {
  location        = "eastus"
  size            = "Standard_D2s_v5"
  source_image_id = var.image

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }
}
`,
    sees: [
      {
        address: 'azurerm_linux_virtual_machine.own',
        usd: 70.08,
        status: 'partial',
        unknown: ['OS disk storage: absent'],
      },
    ],
  },
  {
    name: 'Windows: 730 h × $0.192 + 730 h × 4 vCPU × $0.046 + a P10; with the hybrid benefit no licence; 8 vCPU for an E8-4s',
    terraform: `locals {
  machines = {
    listed  = { size = "Standard_D4s_v5", licence = "None" }
    brought = { size = "Standard_D4s_v5", licence = "Windows_Server" }
    fewer   = { size = "Standard_E8-4s_v5", licence = "None" }
  }
}

resource "azurerm_windows_virtual_machine" "app" {
  for_each     = local.machines
  location     = "eastus"
  size         = each.value.size
  license_type = each.value.licence

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

${image('MicrosoftWindowsServer', 'WindowsServer', '2022-datacenter-azure-edition')}}
`,
    sees: [
      {
        address: 'azurerm_windows_virtual_machine.app["listed"]',
        usd: 294.19,
        status: 'priced',
        lines: ['Instance', 'Windows licence', 'OS disk storage'],
        assumed: ['osDisk.sizeGiB'],
      },
      { address: 'azurerm_windows_virtual_machine.app["brought"]', usd: 159.87, status: 'priced' },
      { address: 'azurerm_windows_virtual_machine.app["fewer"]', usd: 656.27, status: 'priced' },
    ],
  },
  {
    name: 'Windows on older sizes, each with a licence of its own price: 730 h × ($0.146 + $0.092) and 730 h × ($0.079 + $0.054), a P10 or an S10 each',
    terraform: `locals {
  machines = {
    premium = { size = "Standard_DS2_v2", disk = "Premium_LRS" }
    basic   = { size = "Basic_A2", disk = "Standard_LRS" }
  }
}

resource "azurerm_windows_virtual_machine" "older" {
  for_each = local.machines
  location = "eastus"
  size     = each.value.size

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = each.value.disk
  }

${image('MicrosoftWindowsServer', 'WindowsServer', '2022-datacenter-azure-edition')}}
`,
    sees: [
      {
        address: 'azurerm_windows_virtual_machine.older["premium"]',
        usd: 193.45,
        status: 'priced',
        lines: ['Instance', 'Windows licence', 'OS disk storage'],
      },
      { address: 'azurerm_windows_virtual_machine.older["basic"]', usd: 102.98, status: 'partial' },
    ],
  },
  {
    name: 'Windows on spot: 730 h × $0.0105555, its licence in no list; a size that is not known has no price',
    terraform: `variable "size" {}

resource "azurerm_windows_virtual_machine" "spot" {
  location = "eastus"
  size     = "Standard_D2s_v5"
  priority = "Spot"

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 128
  }
}

resource "azurerm_linux_virtual_machine" "open" {
  location = "eastus"
  size     = var.size

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 128
  }
}
`,
    sees: [
      {
        address: 'azurerm_windows_virtual_machine.spot',
        usd: 27.42,
        status: 'partial',
        unknown: ['Windows licence: no-price'],
      },
      {
        address: 'azurerm_linux_virtual_machine.open',
        usd: 19.71,
        status: 'partial',
        unknown: ['Instance: absent'],
      },
    ],
  },
  {
    name: 'the older resource: 730 h × $0.096 + an S4 + a P20 of its own; what is attached is billed where it is made',
    terraform: `resource "azurerm_virtual_machine" "old" {
  location = "eastus"
  vm_size  = "Standard_D2s_v3"

  storage_image_reference {
    publisher = "Canonical"
    offer     = "0001-com-ubuntu-server-jammy"
    sku       = "22_04-lts"
    version   = "latest"
  }
  storage_os_disk {
    name              = "os"
    create_option     = "FromImage"
    managed_disk_type = "Standard_LRS"
  }
  storage_data_disk {
    name              = "own"
    create_option     = "Empty"
    managed_disk_type = "Premium_LRS"
    disk_size_gb      = 500
    lun               = 0
  }
  storage_data_disk {
    name            = "elsewhere"
    create_option   = "Attach"
    managed_disk_id = azurerm_managed_disk.elsewhere.id
    disk_size_gb    = 1024
    lun             = 1
  }
  os_profile_linux_config {
    disable_password_authentication = true
  }
}
`,
    sees: [
      {
        address: 'azurerm_virtual_machine.old',
        usd: 144.84,
        status: 'partial',
        lines: ['Instance', 'OS disk storage', 'OS disk operations', 'Data disk 1 storage'],
      },
    ],
  },
]
