// Services that are billed by use alone: automation, data factories, events, network watching, logic apps by the call.
import type { ResourceExample } from '../../../core/resource.ts'
import { byUse } from './by-use.ts'

const price = (page: string) => `https://azure.microsoft.com/pricing/details/${page}/`

export const resources = [
  byUse(
    'automation-account',
    price('automation'),
    'automation',
    ['azurerm_automation_account'],
    [
      ['Jobs', 'minute', 'job run time', 'jobMinutes', 'minutes of jobs in a month, beyond the 500 that are free'],
      [
        'Nodes elsewhere',
        'node-month',
        'non-Azure node',
        'nodes',
        'nodes outside Azure that it configures, beyond the 5 that are free',
      ],
    ],
  ),
  byUse(
    'automation-configuration',
    price('automation'),
    'automation',
    ['azurerm_automation_dsc_configuration', 'azurerm_automation_dsc_nodeconfiguration'],
    [['Nodes elsewhere', 'node-month', 'non-Azure node', 'nodes', 'nodes outside Azure that it configures']],
    'automation_account_name',
  ),
  byUse(
    'automation-job-schedule',
    price('automation'),
    'automation',
    ['azurerm_automation_job_schedule', 'azurerm_automation_hybrid_runbook_worker'],
    [['Jobs', 'minute', 'job run time', 'jobMinutes', 'minutes of its jobs in a month']],
    'automation_account_name',
  ),
  byUse(
    'data-factory',
    price('data-factory'),
    'data-factory',
    ['azurerm_data_factory'],
    [
      ['Reads and writes', 'entity', 'read/write operations', 'entities', 'entities read or written in a month'],
      ['Monitoring', 'record', 'monitoring operations', 'records', 'run records read in a month'],
    ],
  ),
  byUse(
    'event-grid',
    price('event-grid'),
    'event-grid',
    [
      'azurerm_eventgrid_topic',
      'azurerm_eventgrid_system_topic',
      'azurerm_eventgrid_domain',
      'azurerm_eventgrid_domain_topic',
    ],
    [
      [
        'Operations',
        'operation',
        'operations',
        'operations',
        'operations in a month, beyond the 100,000 that are free',
      ],
    ],
    'domain_name',
  ),
  byUse(
    'network-watcher',
    price('network-watcher'),
    'network-watcher',
    ['azurerm_network_watcher'],
    [['Diagnostics', 'check', 'diagnostic tool', 'checks', 'checks in a month, beyond the 1,000 that are free']],
  ),
  byUse(
    'flow-log',
    price('network-watcher'),
    'network-watcher',
    ['azurerm_network_watcher_flow_log'],
    [
      ['Logs', 'GB', 'flow logs', 'collectedGB', 'GB of logs in a month, beyond the 5 that are free'],
      ['Traffic analytics', 'GB', 'traffic analytics', 'processedGB', 'GB of logs that are analysed, where that is on'],
    ],
  ),
  byUse(
    'connection-monitor',
    price('network-watcher'),
    'network-watcher',
    ['azurerm_network_connection_monitor'],
    [['Tests', 'test', 'connection test', 'tests', 'tests in a month, beyond the 10 that are free']],
  ),
  byUse(
    'logic-app',
    price('logic-apps'),
    'logic-apps',
    ['azurerm_logic_app_workflow'],
    [
      ['Actions', 'action', 'consumption action', 'actions', 'built-in actions in a month'],
      [
        'Standard connectors',
        'request',
        'standard connector call',
        'standardCalls',
        'calls of standard connectors in a month',
      ],
      [
        'Enterprise connectors',
        'request',
        'enterprise connector call',
        'enterpriseCalls',
        'calls of enterprise connectors in a month',
      ],
    ],
  ),
  byUse(
    'iot-provisioning',
    price('iot-hub'),
    'iot-hub',
    ['azurerm_iothub_dps'],
    [['Provisioning', 'operation', 'device provisioning', 'operations', 'operations in a month']],
  ),
]

const plain = (type: string) => `resource "azurerm_${type}" "main" {
  location = "West Europe"
}
`

const used = ['eventgrid_topic', 'network_watcher', 'network_watcher_flow_log'].concat([
  'network_connection_monitor',
  'iothub_dps',
])

export const examples: readonly ResourceExample[] = [
  {
    name: 'what the book has no row for is said to have no price, and never $0',
    terraform: plain('data_factory'),
    sees: [{ address: 'azurerm_data_factory.main', usd: null, status: 'unknown' }],
  },
  {
    name: 'a million events × $0.06 for 100,000; 5,000 checks × $0.001; 100 GB × $0.50 + 10 GB × $2.30; 20 tests × $0.30; 100,000 × $0.10 for 1,000',
    terraform: used.map(plain).join('\n'),
    usage: {
      azurerm_eventgrid_topic: { operations: 1_000_000 },
      azurerm_network_watcher: { checks: 5000 },
      azurerm_network_watcher_flow_log: { collectedGB: 100, processedGB: 10 },
      azurerm_network_connection_monitor: { tests: 20 },
      azurerm_iothub_dps: { operations: 100_000 },
    },
    sees: used.map((type, i) => ({
      address: `azurerm_${type}.main`,
      usd: [0.6, 5, 73, 6, 10][i]!,
      status: 'priced',
    })),
  },
  {
    name: 'parts of an account stand where it does: 3 nodes × $6, 1,000 minutes × $0.002',
    terraform: `${plain('automation_account')}
resource "azurerm_automation_dsc_configuration" "web" {
  location                = "West Europe"
  automation_account_name = azurerm_automation_account.main.name
}

resource "azurerm_automation_job_schedule" "nightly" {
  automation_account_name = azurerm_automation_account.main.name
}
`,
    usage: {
      'azurerm_automation_dsc_configuration.web': { nodes: 3 },
      'azurerm_automation_job_schedule.nightly': { jobMinutes: 1000 },
    },
    sees: [
      { address: 'azurerm_automation_account.main', usd: null, status: 'partial' },
      { address: 'azurerm_automation_dsc_configuration.web', usd: 18, status: 'priced', lines: ['Nodes elsewhere'] },
      { address: 'azurerm_automation_job_schedule.nightly', usd: 2, status: 'priced', lines: ['Jobs'] },
    ],
  },
  {
    name: 'a logic app: 1 M actions × $0.000025, 1 M calls of standard connectors × $0.000125',
    terraform: plain('logic_app_workflow'),
    usage: { azurerm_logic_app_workflow: { actions: 1_000_000, standardCalls: 1_000_000, enterpriseCalls: 0 } },
    sees: [
      {
        address: 'azurerm_logic_app_workflow.main',
        usd: 150,
        status: 'priced',
      },
    ],
  },
]
