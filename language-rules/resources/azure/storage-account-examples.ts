import type { ResourceExample } from '../../../core/resource.ts'

const account = (name: string, rest: string) => `resource "azurerm_storage_account" "${name}" {
  location                 = "North Europe"
${rest}}
`

const hot = account('main', '  account_tier             = "Standard"\n  account_replication_type = "LRS"\n')

export const examples: readonly ResourceExample[] = [
  {
    name: 'hot, in two regions, in Japan East: 1,000 GB × $0.04, 1 M writes × $0.01 and 10 M reads × $0.0004 by the thousand',
    terraform: hot.replace('North Europe', 'Japan East').replace('LRS', 'GRS'),
    usage: { azurerm_storage_account: { storedGB: 1000, writeRequests: 1_000_000, readRequests: 10_000_000 } },
    sees: [{ address: 'azurerm_storage_account.main', usd: 54, status: 'priced' }],
  },
  {
    name: 'hot and locally redundant in West US: 1,000 GB × $0.0208, 1 M writes × $0.0055 and 10 M reads × $0.00044 by the thousand',
    terraform: hot.replace('North Europe', 'West US'),
    usage: { azurerm_storage_account: { storedGB: 1000, writeRequests: 1_000_000, readRequests: 10_000_000 } },
    sees: [
      {
        address: 'azurerm_storage_account.main',
        usd: 30.7,
        status: 'priced',
        lines: ['Capacity', 'Write operations', 'Read operations'],
      },
    ],
  },
  {
    name: 'cool and in another region too: 1,000 GB × $0.02; what is read back is billed',
    terraform: account(
      'main',
      '  account_tier             = "Standard"\n  account_replication_type = "GRS"\n  access_tier              = "Cool"\n',
    ),
    usage: { azurerm_storage_account: { storedGB: 1000 } },
    sees: [
      {
        address: 'azurerm_storage_account.main',
        usd: 20,
        status: 'partial',
        lines: ['Capacity', 'Write operations', 'Read operations', 'Data retrieval'],
        unknown: ['Write operations: usage', 'Read operations: usage', 'Data retrieval: usage'],
      },
    ],
  },
  {
    name: 'untold, unit prices alone; premium blocks 100 GB × $0.18; what the list has no row for has no price',
    terraform: `${account('untold', '  account_tier             = "Standard"\n  account_replication_type = "LRS"\n  access_tier              = "Cool"\n')}
${account('premium', '  account_kind             = "BlockBlobStorage"\n  account_tier             = "Premium"\n  account_replication_type = "LRS"\n')}
${account('open', '  account_tier             = "Standard"\n  account_replication_type = var.redundancy\n')}`,
    usage: { 'azurerm_storage_account.premium': { storedGB: 100 } },
    sees: [
      { address: 'azurerm_storage_account.untold', usd: null, status: 'partial' },
      { address: 'azurerm_storage_account.premium', usd: 18, status: 'partial' },
      { address: 'azurerm_storage_account.open', usd: null, status: 'unknown' },
    ],
  },
  {
    name: 'a premium share is billed for its quota, 200 GiB × $0.176; tables and queues are use',
    terraform: `${account('files', '  account_kind             = "FileStorage"\n  account_tier             = "Premium"\n  account_replication_type = "LRS"\n')}
resource "azurerm_storage_share" "home" {
  storage_account_id = azurerm_storage_account.files.id
  quota              = 200
}

resource "azurerm_storage_table" "rows" {
  storage_account_name = azurerm_storage_account.files.name
}

resource "azurerm_storage_queue" "jobs" {
  storage_account_name = azurerm_storage_account.files.name
}
`,
    sees: [
      { address: 'azurerm_storage_account.files', usd: null, status: 'partial' },
      {
        address: 'azurerm_storage_share.home',
        usd: 35.2,
        status: 'priced',
        lines: ['Provisioned capacity'],
      },
      { address: 'azurerm_storage_table.rows', usd: null, status: 'partial' },
      { address: 'azurerm_storage_queue.jobs', usd: null, status: 'partial' },
    ],
  },
]
