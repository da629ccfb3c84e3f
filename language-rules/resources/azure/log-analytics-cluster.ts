// https://azure.microsoft.com/pricing/details/monitor/, dedicated clusters: GB a day that are committed to, for all of its workspaces.
import { fact } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/log-analytics-cluster',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/monitor/',
    shape: { reservedGB: 'GB a day that are committed to' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'log-analytics').days('Commitment', {
        by: [fact(resource, 'reservedGB')],
        item: (gb) => `capacity reservation ${gb} GB`,
      }),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/log_analytics_cluster
      terraform: { azurerm_log_analytics_cluster: { facts: { reservedGB: ['size_gb', 100] } } },
    },
    label: () => 'Log Analytics cluster',
  }),
]

export const free: readonly string[] = ['azurerm_log_analytics_workspace_table_microsoft']

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US 2 the least there is: 30 days × $196; 500 GB a day: 30 × $865',
    terraform: `resource "azurerm_log_analytics_cluster" "least" {
  location = "East US 2"
}

resource "azurerm_log_analytics_cluster" "large" {
  location = "East US 2"
  size_gb  = 500
}
`,
    sees: [
      { address: 'azurerm_log_analytics_cluster.least', usd: 5880, status: 'priced', lines: ['Commitment'] },
      { address: 'azurerm_log_analytics_cluster.large', usd: 25_950, status: 'priced' },
    ],
  },
]
