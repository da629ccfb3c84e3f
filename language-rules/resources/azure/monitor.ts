// https://azure.microsoft.com/pricing/details/monitor/
import { fact } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { byUse } from './by-use.ts'
import { itemLines } from './item-lines.ts'
import { everywhere } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/monitor/'

/** What is read every so often is billed by the rule, by how often. */
const alert = (id: string, type: string, path: string | readonly [string, string | number], what: string) =>
  defineResource({
    id: `azure/${id}`,
    cloud: 'azure',
    docs,
    shape: { frequency: 'how often it is evaluated' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'monitor').months('Rule', {
        by: [fact(resource, 'frequency')],
        item: (frequency) => `${what} ${frequency}`,
      }),
    ],
    from: { terraform: { [type]: { facts: { frequency: path }, region: everywhere } } },
    label: () => 'Alert rule',
  })

export const resources = [
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_metric_alert
  alert('metric-alert', 'azurerm_monitor_metric_alert', ['frequency', 'PT1M'], 'metric alert'),
  alert('log-alert', 'azurerm_monitor_scheduled_query_rules_alert', 'frequency', 'log alert'),
  alert('log-alert-v2', 'azurerm_monitor_scheduled_query_rules_alert_v2', 'evaluation_frequency', 'log alert'),
  alert('web-test', 'azurerm_application_insights_standard_web_test', ['frequency', 300], 'standard web test'),
  alert('multi-step-web-test', 'azurerm_application_insights_web_test', 'kind', 'web test'),
  byUse(
    'action-group',
    docs,
    'monitor',
    ['azurerm_monitor_action_group'],
    [
      ['Emails', 'message', 'email notifications', 'emails', 'emails sent in a month'],
      ['Web hooks', 'request', 'web hooks', 'webhooks', 'calls of web hooks in a month'],
      ['Messages', 'message', 'SMS notifications', 'messages', 'text messages sent in a month'],
    ],
  ),
  byUse(
    'diagnostic-setting',
    docs,
    'monitor',
    ['azurerm_monitor_diagnostic_setting', 'azurerm_monitor_aad_diagnostic_setting'],
    [
      [
        'Platform logs',
        'GB',
        'platform logs',
        'processedGB',
        'GB of logs sent to storage, hubs or partners in a month',
      ],
    ],
  ),
  byUse(
    'data-collection-rule',
    docs,
    'monitor',
    ['azurerm_monitor_data_collection_rule'],
    [['Metrics', 'sample', 'metrics ingestion', 'samples', 'samples of metrics taken in, in a month']],
  ),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'rules by how often they are evaluated, and what is sent: no row, and never $0',
    terraform: `resource "azurerm_monitor_metric_alert" "cpu" {
  name = "cpu"
}

resource "azurerm_monitor_scheduled_query_rules_alert" "old" {
  location  = "East US"
  frequency = 5
}

resource "azurerm_monitor_scheduled_query_rules_alert_v2" "errors" {
  location             = "East US"
  evaluation_frequency = "PT5M"
}

resource "azurerm_application_insights_standard_web_test" "www" {
  location = "East US"
}

resource "azurerm_application_insights_web_test" "steps" {
  location = "East US"
  kind     = "multistep"
}

resource "azurerm_monitor_action_group" "people" {
  location = "global"
}

resource "azurerm_monitor_diagnostic_setting" "logs" {
  target_resource_id = var.target
}

resource "azurerm_monitor_data_collection_rule" "metrics" {
  location = "East US"
}
`,
    sees: [
      ...['metric_alert.cpu', 'scheduled_query_rules_alert.old', 'scheduled_query_rules_alert_v2.errors'].map(
        (name) => ({
          address: `azurerm_monitor_${name}`,
          usd: null,
          status: 'unknown',
          lines: ['Rule'],
        }),
      ),
      { address: 'azurerm_application_insights_standard_web_test.www', usd: null, status: 'unknown' },
      { address: 'azurerm_application_insights_web_test.steps', usd: null, status: 'unknown' },
      { address: 'azurerm_monitor_action_group.people', usd: null, status: 'unknown' },
      { address: 'azurerm_monitor_diagnostic_setting.logs', usd: null, status: 'unknown' },
      { address: 'azurerm_monitor_data_collection_rule.metrics', usd: null, status: 'unknown' },
    ],
  },
]
