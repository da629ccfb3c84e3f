// https://azure.microsoft.com/pricing/details/databricks/: a workspace is billed by the DBUs its clusters use; their machines come on top.
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const parts = [
  ['All-purpose compute', 'all-purpose', 'allPurposeDBUs'],
  ['Jobs compute', 'jobs compute', 'jobsDBUs'],
  ['Jobs light compute', 'jobs light', 'jobsLightDBUs'],
] as const

export const resources = [
  defineResource({
    id: 'azure/databricks-workspace',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/databricks/',
    shape: { sku: 'standard, premium or trial' },
    usage: {
      allPurposeDBUs: 'DBUs of all-purpose clusters in a month, beside their machines',
      jobsDBUs: 'DBUs of job clusters in a month, beside their machines',
      jobsLightDBUs: 'DBUs of light job clusters in a month, beside their machines',
    },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      // A trial gives its DBUs away for a fortnight.
      const prefix = valueOf(sku) === 'premium' ? 'premium ' : ''
      const { used } = itemLines(resource, prices, 'databricks')
      return valueOf(sku) === 'trial'
        ? []
        : parts.map(([label, item, name]) =>
            used(label, 'DBU-hour', { by: [sku], item: () => `${prefix}${item} DBU` }, name),
          )
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
      terraform: { azurerm_databricks_workspace: { facts: { sku: 'sku' } } },
    },
    label: (resource) => `Databricks, ${valueOf(fact(resource, 'sku')) ?? 'workspace'}`,
  }),
]

/** Settings of a workspace. */
export const free: readonly string[] = [
  'azurerm_databricks_access_connector',
  'azurerm_databricks_virtual_network_peering',
  'azurerm_databricks_workspace_customer_managed_key',
  'azurerm_databricks_workspace_root_dbfs_customer_managed_key',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'premium: 1,000 all-purpose DBUs × $0.55 + 500 of jobs × $0.30; untold, unit prices alone',
    terraform: `resource "azurerm_databricks_workspace" "told" {
  location = "East US"
  sku      = "premium"
}

resource "azurerm_databricks_workspace" "untold" {
  location = "East US"
  sku      = "standard"
}
`,
    usage: {
      'azurerm_databricks_workspace.told': { allPurposeDBUs: 1000, jobsDBUs: 500, jobsLightDBUs: 0 },
    },
    sees: [
      { address: 'azurerm_databricks_workspace.told', usd: 700, status: 'priced' },
      { address: 'azurerm_databricks_workspace.untold', usd: null, status: 'partial' },
    ],
  },
]
