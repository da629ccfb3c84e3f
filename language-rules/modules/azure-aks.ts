// https://registry.terraform.io/modules/Azure/aks/azurerm/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

/** Inputs that version 11 of the module renamed as version 4 of the provider renamed its attributes, of which both are written here. */
interface Words {
  readonly scaling: string
  readonly publicIp: string
  /** Whether the cluster has an application gateway of its own, in the words of Terraform. */
  readonly gateway: string
}

const main = ({ scaling, publicIp, gateway }: Words) => `
variable "location" { default = null }
variable "resource_group_name" { default = null }
variable "prefix" { default = "" }
variable "cluster_name" { default = null }
variable "sku_tier" { default = "Free" }
variable "kubernetes_version" { default = null }
variable "support_plan" { default = "KubernetesOfficial" }
variable "load_balancer_sku" { default = "standard" }
variable "network_plugin" { default = "kubenet" }
variable "net_profile_outbound_type" { default = "loadBalancer" }
variable "load_balancer_profile_enabled" { default = false }
variable "load_balancer_profile_managed_outbound_ip_count" { default = null }
variable "agents_pool_name" { default = "nodepool" }
variable "agents_size" { default = "Standard_D2s_v3" }
variable "agents_count" { default = 2 }
variable "agents_min_count" { default = null }
variable "agents_max_count" { default = null }
variable "agents_availability_zones" { default = null }
variable "${scaling}" { default = false }
variable "${publicIp}" { default = false }
variable "os_disk_size_gb" { default = 50 }
variable "os_disk_type" { default = "Managed" }
variable "os_sku" { default = null }
variable "ultra_ssd_enabled" { default = false }
variable "node_pools" { default = {} }
variable "green_field_application_gateway_for_ingress" { default = null }
variable "brown_field_application_gateway_for_ingress" { default = null }
variable "ingress_application_gateway_enabled" { default = false }
variable "ingress_application_gateway_id" { default = null }
variable "log_analytics_workspace_enabled" { default = true }
variable "log_analytics_workspace" { default = null }
variable "log_analytics_workspace_sku" { default = "PerGB2018" }
variable "log_analytics_workspace_daily_quota_gb" { default = null }
variable "log_analytics_workspace_reservation_capacity_in_gb_per_day" { default = null }
variable "log_analytics_solution" { default = null }
variable "log_retention_in_days" { default = 30 }
variable "tags" { default = {} }

resource "azurerm_kubernetes_cluster" "main" {
  location            = var.location
  name                = var.cluster_name == null ? try("\${var.prefix}-aks", null) : var.cluster_name
  resource_group_name = var.resource_group_name
  kubernetes_version  = var.kubernetes_version
  sku_tier            = var.sku_tier
  support_plan        = var.support_plan
  tags                = var.tags

  default_node_pool {
    name                 = var.agents_pool_name
    vm_size              = var.agents_size
    auto_scaling_enabled   = var.${scaling}
    enable_auto_scaling    = var.${scaling}
    node_public_ip_enabled = var.${publicIp}
    enable_node_public_ip  = var.${publicIp}
    node_count           = var.${scaling} == true ? null : var.agents_count
    min_count            = var.${scaling} == true ? var.agents_min_count : null
    max_count            = var.${scaling} == true ? var.agents_max_count : null
    os_disk_size_gb      = var.os_disk_size_gb
    os_disk_type         = var.os_disk_type
    os_sku               = var.os_sku
    ultra_ssd_enabled    = var.ultra_ssd_enabled
    zones                = var.agents_availability_zones
  }

  network_profile {
    network_plugin    = var.network_plugin
    load_balancer_sku = var.load_balancer_sku
    outbound_type     = var.net_profile_outbound_type

    dynamic "load_balancer_profile" {
      for_each = var.load_balancer_profile_enabled && var.load_balancer_sku == "standard" ? [1] : []
      content {
        managed_outbound_ip_count = var.load_balancer_profile_managed_outbound_ip_count
      }
    }
  }

  dynamic "ingress_application_gateway" {
    for_each = ${gateway} ? [1] : []
    content {
      gateway_id = try(var.brown_field_application_gateway_for_ingress.id, var.ingress_application_gateway_id, null)
    }
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "node_pool_create_before_destroy" {
  for_each              = { for key, pool in var.node_pools : key => pool if try(pool.create_before_destroy, true) == true }
${pool(scaling, publicIp)}}

resource "azurerm_kubernetes_cluster_node_pool" "node_pool_create_after_destroy" {
  for_each              = { for key, pool in var.node_pools : key => pool if try(pool.create_before_destroy, true) != true }
${pool(scaling, publicIp)}}

resource "azurerm_log_analytics_workspace" "main" {
  count                              = var.log_analytics_workspace_enabled && var.log_analytics_workspace == null ? 1 : 0
  location                           = var.location
  resource_group_name                = var.resource_group_name
  sku                                = var.log_analytics_workspace_sku
  retention_in_days                  = var.log_retention_in_days
  daily_quota_gb                     = var.log_analytics_workspace_daily_quota_gb
  reservation_capacity_in_gb_per_day = var.log_analytics_workspace_reservation_capacity_in_gb_per_day
  tags                               = var.tags
}

resource "azurerm_log_analytics_solution" "main" {
  count                 = var.log_analytics_workspace_enabled && var.log_analytics_solution == null ? 1 : 0
  location              = var.location
  solution_name         = "ContainerInsights"
  workspace_resource_id = try(azurerm_log_analytics_workspace.main[0].id, var.log_analytics_workspace.id, null)
}

output "aks_id" { value = azurerm_kubernetes_cluster.main.id }
output "aks_name" { value = azurerm_kubernetes_cluster.main.name }
output "location" { value = azurerm_kubernetes_cluster.main.location }
output "host" { value = try(azurerm_kubernetes_cluster.main.kube_config[0].host, null) }
output "node_resource_group" { value = azurerm_kubernetes_cluster.main.node_resource_group }
output "oidc_issuer_url" { value = azurerm_kubernetes_cluster.main.oidc_issuer_url }
output "azurerm_log_analytics_workspace_id" { value = try(azurerm_log_analytics_workspace.main[0].id, null) }
output "azurerm_log_analytics_workspace_name" { value = try(azurerm_log_analytics_workspace.main[0].name, null) }
`

const pool = (scaling: string, publicIp: string) => `
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  location              = var.location
  name                  = try(each.value.name, null)
  vm_size               = try(each.value.vm_size, null)
  priority              = try(each.value.priority, null)
  spot_max_price        = try(each.value.spot_max_price, null)
  node_count            = try(each.value.node_count, null)
  min_count             = try(each.value.min_count, null)
  max_count             = try(each.value.max_count, null)
  auto_scaling_enabled   = try(each.value.${scaling}, null)
  enable_auto_scaling    = try(each.value.${scaling}, null)
  node_public_ip_enabled = try(each.value.${publicIp}, null)
  enable_node_public_ip  = try(each.value.${publicIp}, null)
  os_disk_size_gb       = try(each.value.os_disk_size_gb, null)
  os_disk_type          = try(each.value.os_disk_type, "Managed")
  os_type               = try(each.value.os_type, "Linux")
  os_sku                = try(each.value.os_sku, null)
  ultra_ssd_enabled     = try(each.value.ultra_ssd_enabled, null)
  tags                  = merge(var.tags, try(each.value.tags, {}))
`

const before11 = { scaling: 'enable_auto_scaling', publicIp: 'enable_node_public_ip' }
const fields =
  'var.brown_field_application_gateway_for_ingress != null || var.green_field_application_gateway_for_ingress != null'
const ten = main({ ...before11, gateway: fields })

export const module: ModuleAdapter = {
  sources: ['Azure/aks/azurerm'],
  versions: [
    {
      majors: [11, 11],
      files: {
        'main.tf': main({ scaling: 'auto_scaling_enabled', publicIp: 'node_public_ip_enabled', gateway: fields }),
      },
    },
    // Of versions 9 and 10 there is a second folder, for version 4 of the provider.
    { majors: [8, 10], files: { 'main.tf': ten, 'v4/main.tf': ten } },
    { majors: [5, 7], files: { 'main.tf': main({ ...before11, gateway: 'var.ingress_application_gateway_enabled' }) } },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'version 9: 730 h × ($0.10 + 3 × $0.192) with 3 × $10.207 of its 64-GiB disks, and 2 × (730 h × $0.526 + $19.71)',
    terraform: `module "aks" {
  source                          = "Azure/aks/azurerm"
  version                         = "~> 9.0"
  resource_group_name             = "example"
  location                        = "eastus"
  prefix                          = "example"
  sku_tier                        = "Standard"
  agents_size                     = "Standard_D4s_v3"
  agents_count                    = 3
  log_analytics_workspace_enabled = false
  node_pools = {
    gpu = { name = "gpu", vm_size = "Standard_NC4as_T4_v3", node_count = 2 }
  }
}
`,
    sees: [
      { address: 'module.aks.azurerm_kubernetes_cluster.main', usd: 524.1 },
      { address: 'module.aks.azurerm_kubernetes_cluster_node_pool.node_pool_create_before_destroy', usd: 807.38 },
    ],
  },
]
