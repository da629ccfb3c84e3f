import type { ResourceExample } from '../../../core/resource.ts'

const cluster = (rest = '') => `resource "azurerm_kubernetes_cluster" "main" {
  name       = "main"
  location   = "East US"
  dns_prefix = "main"
${rest}
  default_node_pool {
    name       = "default"
    node_count = 3
    vm_size    = "Standard_D4s_v5"
  }
}
`

const gpus = (rest = '') => `resource "azurerm_kubernetes_cluster_node_pool" "gpu" {
  name                  = "gpu"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_NC24ads_A100_v4"
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'a free control plane: 3 × (730 h × $0.192 + the P10 of a node below 8 vCPUs)',
    terraform: cluster(),
    sees: [
      {
        address: 'azurerm_kubernetes_cluster.main',
        usd: 479.61,
        status: 'priced',
        lines: ['Instance', 'OS disk storage'],
        assumed: ['tier', 'osDisk.type', 'osDisk.sizeGiB'],
      },
    ],
  },
  {
    name: 'the standard tier adds 730 h × $0.10, the premium one 730 h × $0.60',
    terraform: `${cluster('  sku_tier = "Standard"\n')}
${cluster('  sku_tier = "Premium"\n').replace('"main" {', '"premium" {')}`,
    sees: [
      {
        address: 'azurerm_kubernetes_cluster.main',
        usd: 552.61,
        status: 'priced',
        lines: ['Control plane', 'Instance', 'OS disk storage'],
      },
      { address: 'azurerm_kubernetes_cluster.premium', usd: 917.61, status: 'priced' },
    ],
  },
  {
    name: 'a pool from 0 to 4, one at first, in the place of its cluster: 730 h × $3.673 + a P20',
    terraform: `${cluster()}
${gpus(`  auto_scaling_enabled  = true
  node_count            = 1
  min_count             = 0
  max_count             = 4
`)}`,
    sees: [
      { address: 'azurerm_kubernetes_cluster.main', usd: 479.61 },
      {
        address: 'azurerm_kubernetes_cluster_node_pool.gpu',
        usd: 2754.51,
        status: 'priced',
        lines: ['Instance', 'OS disk storage'],
      },
    ],
  },
  {
    name: 'on spot with its disk on the host: 730 h × $0.444564; without nodes nothing',
    terraform: `${cluster()}
${gpus(`  node_count            = 1
  priority              = "Spot"
  os_disk_type          = "Ephemeral"
`)}
resource "azurerm_kubernetes_cluster_node_pool" "none" {
  name                  = "none"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_NC24ads_A100_v4"
  node_count            = 0
}
`,
    sees: [
      { address: 'azurerm_kubernetes_cluster.main', usd: 479.61 },
      { address: 'azurerm_kubernetes_cluster_node_pool.gpu', usd: 324.53, status: 'priced', lines: ['Instance'] },
      { address: 'azurerm_kubernetes_cluster_node_pool.none', usd: null, status: 'free' },
    ],
  },
  {
    name: 'Windows nodes: 2 × (730 h × $0.192 + 730 h × 4 vCPU × $0.046 + a P10); of a cluster elsewhere no region is known',
    terraform: `${cluster()}
resource "azurerm_kubernetes_cluster_node_pool" "windows" {
  name                  = "win"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_D4s_v5"
  os_type               = "Windows"
  node_count            = 2
}

resource "azurerm_kubernetes_cluster_node_pool" "elsewhere" {
  name                  = "other"
  kubernetes_cluster_id = var.cluster
  vm_size               = "Standard_D4s_v5"
  node_count            = 2
}
`,
    sees: [
      { address: 'azurerm_kubernetes_cluster.main', usd: 479.61 },
      {
        address: 'azurerm_kubernetes_cluster_node_pool.windows',
        usd: 588.38,
        status: 'priced',
        lines: ['Instance', 'Windows licence', 'OS disk storage'],
      },
      {
        address: 'azurerm_kubernetes_cluster_node_pool.elsewhere',
        usd: null,
        status: 'unknown',
        unknown: ['region: dynamic'],
      },
    ],
  },
]
