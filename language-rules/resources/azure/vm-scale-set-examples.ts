import type { ResourceExample } from '../../../core/resource.ts'

const disks = `  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 128
  }
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'three machines: 3 × (730 h × $0.096 + a P10 + a P4 of 32 GiB)',
    terraform: `resource "azurerm_linux_virtual_machine_scale_set" "web" {
  location  = "eastus"
  sku       = "Standard_D2s_v5"
  instances = 3

${disks}  data_disk {
    lun                  = 0
    caching              = "None"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 32
  }
}
`,
    sees: [
      {
        address: 'azurerm_linux_virtual_machine_scale_set.web',
        usd: 285.21,
        status: 'priced',
        lines: ['Instance', 'OS disk storage', 'Data disk 1 storage'],
      },
    ],
  },
  {
    name: 'autoscaled from 2 to 10, 4 at first: 4 × (730 h × $0.096 + a P10); without machines nothing',
    terraform: `resource "azurerm_linux_virtual_machine_scale_set" "web" {
  location  = "eastus"
  sku       = "Standard_D2s_v5"
  instances = 4

${disks}}

resource "azurerm_monitor_autoscale_setting" "web" {
  location           = "eastus"
  target_resource_id = azurerm_linux_virtual_machine_scale_set.web.id
  profile {
    name = "default"
    capacity {
      default = 2
      minimum = 2
      maximum = 10
    }
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "none" {
  location = "eastus"
  sku      = "Standard_D2s_v5"

${disks}}
`,
    sees: [
      { address: 'azurerm_linux_virtual_machine_scale_set.web', usd: 359.16, status: 'priced' },
      { address: 'azurerm_linux_virtual_machine_scale_set.none', usd: null, status: 'free' },
    ],
  },
  {
    name: 'Windows: 2 × (730 h × $0.192 + 730 h × 4 vCPU × $0.046 + a P10), on spot with the hybrid benefit: 2 × (730 h × $0.021111 + a P10)',
    terraform: `resource "azurerm_windows_virtual_machine_scale_set" "app" {
  location  = "eastus"
  sku       = "Standard_D4s_v5"
  instances = 2

${disks}}

resource "azurerm_windows_virtual_machine_scale_set" "spot" {
  location     = "eastus"
  sku          = "Standard_D4s_v5"
  instances    = 2
  priority     = "Spot"
  license_type = "Windows_Server"

${disks}}
`,
    sees: [
      { address: 'azurerm_windows_virtual_machine_scale_set.app', usd: 588.38, status: 'priced' },
      { address: 'azurerm_windows_virtual_machine_scale_set.spot', usd: 70.24, status: 'priced' },
    ],
  },
  {
    name: 'orchestrated and of the older kind: 730 h × $0.096 each, the second with an S4 of 32 GiB',
    terraform: `resource "azurerm_orchestrated_virtual_machine_scale_set" "flexible" {
  location                    = "eastus"
  platform_fault_domain_count = 1
  sku_name                    = "Standard_D2s_v5"
  instances                   = 1

  os_profile {
    linux_configuration {
      admin_username = "me"
    }
  }
${disks}}

resource "azurerm_virtual_machine_scale_set" "old" {
  location            = "eastus"
  upgrade_policy_mode = "Manual"

  sku {
    name     = "Standard_D2s_v3"
    capacity = 2
  }
  storage_profile_image_reference {
    publisher = "Canonical"
    offer     = "0001-com-ubuntu-server-jammy"
    sku       = "22_04-lts"
    version   = "latest"
  }
  storage_profile_os_disk {
    managed_disk_type = "Standard_LRS"
    create_option     = "FromImage"
  }
}
`,
    sees: [
      { address: 'azurerm_orchestrated_virtual_machine_scale_set.flexible', usd: 89.79, status: 'priced' },
      { address: 'azurerm_virtual_machine_scale_set.old', usd: 143.23, status: 'partial' },
    ],
  },
]
