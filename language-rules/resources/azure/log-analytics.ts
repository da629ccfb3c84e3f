// https://azure.microsoft.com/pricing/details/monitor/ (Log Analytics): what is taken in, kept and searched.
import { fact, isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'

/** https://learn.microsoft.com/azure/sentinel/billing: it bills what it looks through beside what the workspace takes in. */
function isWatched(block: Block): Known<Fact> {
  const solutions = block.referredBy('azurerm_log_analytics_solution').map((each) => each.fact('solution_name'))
  const isOn =
    block.referredBy('azurerm_sentinel_log_analytics_workspace_onboarding').length > 0 ||
    solutions.some((name) => valueOf(name) === 'SecurityInsights')
  return known<Fact>(isOn, block.location)
}

export const resources = [
  defineResource({
    id: 'azure/log-analytics-workspace',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/monitor/',
    shape: {
      sku: 'PerGB2018, CapacityReservation',
      reservedGB: 'GB a day that are reserved',
      watched: 'whether Sentinel is switched on for it',
    },
    usage: {
      ingestedGB: 'GB taken in, in a month',
      basicGB: 'GB of basic logs taken in, in a month',
      retainedGB: 'GB kept beyond the days that are included, mean of the month',
      archivedGB: 'GB archived, mean of the month',
      searchedGB: 'GB of basic logs searched in a month',
      exportedGB: 'GB exported in a month',
      sentinelGB: 'GB that Sentinel looks through in a month',
    },
    lines(resource, prices) {
      const { days, used, told } = itemLines(resource, prices, 'log-analytics')
      const isReserved = valueOf(fact(resource, 'sku')) === 'CapacityReservation'
      return [
        isReserved
          ? days('Capacity reservation', {
              by: [fact(resource, 'reservedGB')],
              item: (gb) => `capacity reservation ${gb} GB`,
            })
          : used('Ingestion', 'GB', 'ingestion', 'ingestedGB'),
        ...told('Basic logs', 'GB', 'basic logs', 'basicGB'),
        used('Retention', 'GB-month', 'retention', 'retainedGB'),
        ...told('Archive', 'GB-month', 'archive', 'archivedGB'),
        ...told('Search', 'GB', 'search', 'searchedGB'),
        ...told('Export', 'GB', 'export', 'exportedGB'),
        ...(isValue(fact(resource, 'watched'), true)
          ? [used('Sentinel', 'GB', 'sentinel', 'sentinelGB')]
          : told('Sentinel', 'GB', 'sentinel', 'sentinelGB')),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/log_analytics_workspace
      terraform: {
        azurerm_log_analytics_workspace: {
          facts: { sku: ['sku', 'PerGB2018'], reservedGB: 'reservation_capacity_in_gb_per_day', watched: isWatched },
        },
      },
    },
    label: () => 'Log Analytics workspace',
  }),
  defineResource({
    id: 'azure/application-insights',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/monitor/',
    shape: { inWorkspace: 'whether its data is billed with a workspace' },
    usage: { ingestedGB: 'GB taken in, in a month' },
    lines(resource, prices) {
      const isApart = valueOf(fact(resource, 'inWorkspace')) !== true
      return isApart
        ? [itemLines(resource, prices, 'log-analytics').used('Ingestion', 'GB', 'ingestion', 'ingestedGB')]
        : []
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_insights
      terraform: {
        azurerm_application_insights: {
          facts: { inWorkspace: (block) => known<Fact>(!isUnwritten(block.fact('workspace_id')), block.location) },
        },
      },
    },
    label: () => 'Application Insights',
  }),
]

/** Tables, queries and links of a workspace, and what sends data to it. */
export const free: readonly string[] = [
  ...['cluster_customer_managed_key', 'datasource_windows_event', 'datasource_windows_performance_counter'],
  ...['linked_service', 'linked_storage_account', 'query_pack', 'query_pack_query', 'saved_search', 'solution'],
  ...['storage_insights', 'workspace_table', 'workspace_table_custom_log', 'data_export_rule'],
]
  .map((part) => `azurerm_log_analytics_${part}`)
  .concat([
    'azurerm_application_insights_analytics_item',
    'azurerm_application_insights_api_key',
    'azurerm_application_insights_smart_detection_rule',
    'azurerm_application_insights_workbook',
    'azurerm_application_insights_workbook_template',
  ])

export const examples: readonly ResourceExample[] = [
  {
    name: 'reserved in East US 2: 30 days × $196 of 100 GB, 30 × $865 of 500 GB',
    terraform: ['100', '500']
      .map(
        (gb) => `resource "azurerm_log_analytics_workspace" "gb${gb}" {
  location                           = "East US 2"
  sku                                = "CapacityReservation"
  reservation_capacity_in_gb_per_day = ${gb}
}
`,
      )
      .join('\n'),
    sees: [
      { address: 'azurerm_log_analytics_workspace.gb100', usd: 5880, status: 'partial' },
      { address: 'azurerm_log_analytics_workspace.gb500', usd: 25_950, status: 'partial' },
    ],
  },
  {
    name: '500 GB taken in × $2.30 and 100 GB kept × $0.10; untold, unit prices alone',
    terraform: `resource "azurerm_log_analytics_workspace" "told" {
  location = "East US"
}

resource "azurerm_log_analytics_workspace" "untold" {
  location = "East US"
}
`,
    usage: { 'azurerm_log_analytics_workspace.told': { ingestedGB: 500, retainedGB: 100 } },
    sees: [
      {
        address: 'azurerm_log_analytics_workspace.told',
        usd: 1160,
        status: 'priced',
        lines: ['Ingestion', 'Retention'],
      },
      { address: 'azurerm_log_analytics_workspace.untold', usd: null, status: 'partial' },
    ],
  },
  {
    name: 'what is reserved has no row; West Europe with Sentinel: 100 GB × ($2.99 + $2.99) and 50 GB archived × $0.026',
    terraform: `resource "azurerm_log_analytics_workspace" "reserved" {
  location                           = "East US"
  sku                                = "CapacityReservation"
  reservation_capacity_in_gb_per_day = 100
}

resource "azurerm_log_analytics_workspace" "watched" {
  location = "West Europe"
}

resource "azurerm_application_insights" "in_it" {
  location         = "West Europe"
  application_type = "web"
  workspace_id     = azurerm_log_analytics_workspace.watched.id
}
`,
    usage: {
      'azurerm_log_analytics_workspace.watched': { ingestedGB: 100, sentinelGB: 100, archivedGB: 50, retainedGB: 0 },
    },
    sees: [
      {
        address: 'azurerm_log_analytics_workspace.reserved',
        usd: null,
        status: 'partial',
        unknown: ['Capacity reservation: no-price', 'Retention: usage'],
      },
      { address: 'azurerm_log_analytics_workspace.watched', usd: 599.3, status: 'priced' },
      { address: 'azurerm_application_insights.in_it', usd: null, status: 'free' },
    ],
  },
  {
    name: 'where Sentinel is switched on its price is shown too, $2.99 a GB in West Europe, however much it is',
    terraform: `resource "azurerm_log_analytics_workspace" "security" {
  location = "West Europe"
}

resource "azurerm_sentinel_log_analytics_workspace_onboarding" "security" {
  workspace_id = azurerm_log_analytics_workspace.security.id
}
`,
    usage: { azurerm_log_analytics_workspace: { ingestedGB: 10, retainedGB: 0 } },
    sees: [
      {
        address: 'azurerm_log_analytics_workspace.security',
        usd: 29.9,
        status: 'partial',
        lines: ['Ingestion', 'Retention', 'Sentinel'],
        unknown: ['Sentinel: usage'],
      },
    ],
  },
]
