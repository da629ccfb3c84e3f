// https://registry.terraform.io/modules/Azure/compute/azurerm/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

const machine = (name: string, count: string) => `
resource "azurerm_virtual_machine" "${name}" {
  count                         = ${count}
  location                      = local.location
  resource_group_name           = var.resource_group_name
  vm_size                       = var.vm_size
  delete_os_disk_on_termination = var.delete_os_disk_on_termination
  license_type                  = ${name === 'vm_windows' ? 'var.license_type' : 'null'}
  tags                          = var.tags

  storage_os_disk {
    name              = "osdisk"
    create_option     = "FromImage"
    disk_size_gb      = var.storage_os_disk_size_gb
    managed_disk_type = var.storage_account_type
  }

  storage_image_reference {
    id        = var.vm_os_id
    publisher = var.vm_os_id == "" ? try(coalesce(var.vm_os_publisher, local.publishers[var.vm_os_simple]), null) : null
    offer     = var.vm_os_id == "" ? try(coalesce(var.vm_os_offer, var.vm_os_simple), null) : null
    sku       = var.vm_os_id == "" ? var.vm_os_sku : null
  }

  ${name === 'vm_windows' ? 'os_profile_windows_config {}' : 'os_profile_linux_config {}'}

  dynamic "storage_data_disk" {
    for_each = local.nested
    content {
      lun               = storage_data_disk.key
      create_option     = "Empty"
      disk_size_gb      = storage_data_disk.value
      managed_disk_type = var.data_sa_type
    }
  }
}
`

/** A disk of its own for each machine, where disks are not part of the machine. */
const disks = (name: string, each: string, size: string) => `
resource "azurerm_managed_disk" "${name}" {
  for_each             = var.nested_data_disks ? {} : { for pair in setproduct(range(var.nb_instances), ${each}) : join("-", ["${name}", pair[0], try(pair[1].name, pair[1])]) => pair[1] }
  location             = local.location
  storage_account_type = var.data_sa_type
  disk_size_gb         = ${size}
  tags                 = var.tags
}
`

const main = `
variable "location" { default = null }
variable "resource_group_name" { default = null }
variable "vm_hostname" { default = "myvm" }
variable "vm_size" { default = "Standard_D2s_v3" }
variable "nb_instances" { default = 1 }
variable "vm_os_simple" { default = "" }
variable "vm_os_id" { default = "" }
variable "vm_os_publisher" { default = "" }
variable "vm_os_offer" { default = "" }
variable "vm_os_sku" { default = "" }
variable "is_windows_image" { default = false }
variable "license_type" { default = null }
variable "storage_account_type" { default = "Premium_LRS" }
variable "storage_os_disk_size_gb" { default = null }
variable "delete_os_disk_on_termination" { default = false }
variable "nested_data_disks" { default = true }
variable "nb_data_disk" { default = 0 }
variable "data_disk_size_gb" { default = 30 }
variable "data_sa_type" { default = "Standard_LRS" }
variable "extra_disks" { default = [] }
variable "nb_public_ip" { default = 1 }
variable "public_ip_sku" { default = "Basic" }
variable "allocation_method" { default = "Dynamic" }
variable "boot_diagnostics" { default = false }
variable "boot_diagnostics_sa_type" { default = "Standard_LRS" }
variable "external_boot_diagnostics_storage" { default = null }
variable "tags" { default = {} }

locals {
  location   = var.location == "" ? null : var.location
  is_windows = var.is_windows_image || contains([var.vm_os_simple, var.vm_os_offer], "WindowsServer")
  # The images that a simple name stands for, and whose they are.
  publishers = {
    UbuntuServer  = "Canonical"
    WindowsServer = "MicrosoftWindowsServer"
    RHEL          = "RedHat"
    openSUSE-Leap = "SUSE"
    CentOS        = "OpenLogic"
    Debian        = "credativ"
    CoreOS        = "CoreOS"
    SLES          = "SUSE"
  }
  nested = var.nested_data_disks ? concat([for i in range(var.nb_data_disk) : var.data_disk_size_gb], [for disk in var.extra_disks : disk.size]) : []
}
${machine('vm_linux', 'local.is_windows ? 0 : var.nb_instances')}${machine('vm_windows', 'local.is_windows ? var.nb_instances : 0')}${disks('vm_data_disk', 'range(var.nb_data_disk)', 'var.data_disk_size_gb')}${disks('vm_extra_disk', 'var.extra_disks', 'each.value.size')}
resource "azurerm_public_ip" "vm" {
  count             = var.nb_public_ip
  location          = local.location
  sku               = var.public_ip_sku
  allocation_method = var.allocation_method
  tags              = var.tags
}

resource "azurerm_storage_account" "vm_sa" {
  count                    = var.boot_diagnostics && var.external_boot_diagnostics_storage == null ? 1 : 0
  location                 = local.location
  account_tier             = element(split("_", var.boot_diagnostics_sa_type), 0)
  account_replication_type = element(split("_", var.boot_diagnostics_sa_type), 1)
  tags                     = var.tags
}

output "vm_ids" { value = concat(azurerm_virtual_machine.vm_windows[*].id, azurerm_virtual_machine.vm_linux[*].id) }
output "public_ip_id" { value = azurerm_public_ip.vm[*].id }
output "public_ip_address" { value = azurerm_public_ip.vm[*].ip_address }
`

export const module: ModuleAdapter = {
  sources: ['Azure/compute/azurerm'],
  versions: [{ majors: [3, 5], files: { 'main.tf': main } }],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'two Linux machines, 2 × (730 h × $0.192 + $10.207), and a Windows one, 730 h × ($0.192 + 4 × $0.046) + $19.71, whose two disks stand apart: 2 × 32 GiB × $0.048',
    terraform: `module "linux" {
  source                  = "Azure/compute/azurerm"
  version                 = "5.3.0"
  resource_group_name     = "example"
  vnet_subnet_id          = "subnet"
  location                = "eastus"
  vm_os_simple            = "UbuntuServer"
  vm_size                 = "Standard_D4s_v3"
  nb_instances            = 2
  nb_public_ip            = 0
  storage_os_disk_size_gb = 64
}

module "windows" {
  source              = "Azure/compute/azurerm"
  resource_group_name = "example"
  vnet_subnet_id      = "subnet"
  location            = "eastus"
  vm_os_simple        = "WindowsServer"
  vm_size             = "Standard_D4s_v3"
  nb_public_ip        = 0
  nested_data_disks   = false
  nb_data_disk        = 2
}
`,
    sees: [
      { address: 'module.linux.azurerm_virtual_machine.vm_linux', usd: 300.73 },
      { address: 'module.windows.azurerm_virtual_machine.vm_windows', usd: 294.19, status: 'priced' },
      { address: 'module.windows.azurerm_managed_disk.vm_data_disk', usd: 3.07, status: 'partial' },
    ],
  },
]
