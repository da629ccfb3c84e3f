// https://azure.microsoft.com/pricing/details/monitor/
import type { ResourceExample } from '../../../core/resource.ts'
import { byUse } from './by-use.ts'

const docs = 'https://azure.microsoft.com/pricing/details/monitor/'

export const resources = [
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
    name: 'what is sent has no row, and never $0; 200 M samples of metrics × $0.16 for 10 M',
    terraform: `resource "azurerm_monitor_action_group" "people" {
  location = "global"
}

resource "azurerm_monitor_diagnostic_setting" "logs" {
  target_resource_id = var.target
}

resource "azurerm_monitor_data_collection_rule" "metrics" {
  location = "East US"
}
`,
    usage: { azurerm_monitor_data_collection_rule: { samples: 200_000_000 } },
    sees: [
      { address: 'azurerm_monitor_action_group.people', usd: null, status: 'unknown' },
      { address: 'azurerm_monitor_diagnostic_setting.logs', usd: null, status: 'unknown' },
      { address: 'azurerm_monitor_data_collection_rule.metrics', usd: 3.2, status: 'priced' },
    ],
  },
]
