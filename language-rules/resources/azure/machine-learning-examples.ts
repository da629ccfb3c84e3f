import type { ResourceExample } from '../../../core/resource.ts'

const workspace = (region: string) => `resource "azurerm_machine_learning_workspace" "main" {
  name     = "main"
  location = "${region}"
}
`

const cluster = (location: string, size: string, scale: string, priority = 'Dedicated') => `${workspace('East US')}
resource "azurerm_machine_learning_compute_cluster" "train" {
  name                          = "train"
  location                      = "${location}"
  vm_priority                   = "${priority}"
  vm_size                       = "${size}"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.main.id

  scale_settings {
${scale}    scale_down_nodes_after_idle_duration = "PT30S"
  }
}
`

const scale = (min: number, max: number) => `    min_node_count = ${min}
    max_node_count = ${max}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'an instance stands where its workspace is: 730 h × $0.192 + the P10 it always has, $19.71; its load balancer in no list',
    terraform: `${workspace('East US')}
resource "azurerm_machine_learning_compute_instance" "notebook" {
  name                          = "notebook"
  virtual_machine_size          = "Standard_D4s_v5"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.main.id
}
`,
    sees: [
      {
        address: 'azurerm_machine_learning_compute_instance.notebook',
        usd: 159.87,
        status: 'partial',
        lines: ['Instance', 'OS disk storage', 'Load balancer'],
        unknown: ['Load balancer: no-price'],
      },
    ],
  },
  {
    name: 'a cluster that keeps nothing: its nodes are use, 100 h × $3.673',
    terraform: cluster('East US', 'Standard_NC24ads_A100_v4', scale(0, 4)),
    usage: { azurerm_machine_learning_compute_cluster: { nodeHours: 100 } },
    sees: [
      {
        address: 'azurerm_machine_learning_compute_cluster.train',
        usd: 367.3,
        status: 'priced',
        lines: ['Further nodes'],
      },
    ],
  },
  {
    name: 'untold, the price of an hour; never $0',
    terraform: cluster('East US', 'Standard_NC24ads_A100_v4', scale(0, 4)),
    sees: [
      {
        address: 'azurerm_machine_learning_compute_cluster.train',
        usd: null,
        status: 'partial',
        unknown: ['Further nodes: usage'],
      },
    ],
  },
  {
    name: 'two nodes kept, of low priority: 2 × 730 h × $3.673 / 5',
    terraform: cluster('East US', 'Standard_NC24ads_A100_v4', scale(2, 2), 'LowPriority'),
    sees: [
      {
        address: 'azurerm_machine_learning_compute_cluster.train',
        usd: 1072.52,
        status: 'partial',
        lines: ['Nodes it keeps', 'Load balancer'],
        unknown: ['Load balancer: no-price'],
      },
    ],
  },
  {
    name: 'of a series that has another price for low priority: 2 × 730 h × $0.0388 in West Europe; where no list was read, none',
    terraform: cluster('West Europe', 'Standard_F4s_v2', scale(2, 2), 'LowPriority'),
    sees: [{ address: 'azurerm_machine_learning_compute_cluster.train', usd: 56.65, status: 'partial' }],
  },
  {
    name: 'the same in East US',
    terraform: cluster('East US', 'Standard_F4s_v2', scale(2, 2), 'LowPriority'),
    sees: [{ address: 'azurerm_machine_learning_compute_cluster.train', usd: null, status: 'unknown' }],
  },
  {
    name: 'in another region than its workspace, one node: 730 h × $0.23 in West Europe',
    terraform: cluster('West Europe', 'Standard_D4s_v5', scale(1, 1)),
    sees: [{ address: 'azurerm_machine_learning_compute_cluster.train', usd: 167.9, status: 'partial' }],
  },
]
