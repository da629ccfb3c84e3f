// https://azure.microsoft.com/pricing/details/storage/blobs/, …/files/, …/tables/ and …/queues/
import { fact, line, numberFact, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import type { PriceBook, StoragePrice } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Line, Price, Resource } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'
import { examples as worked } from './storage-account-examples.ts'

const shape = {
  kind: 'StorageV2, BlobStorage, BlockBlobStorage, FileStorage or Storage',
  tier: 'Standard or Premium',
  redundancy: 'LRS, ZRS, GRS, GZRS, RAGRS or RAGZRS',
  accessTier: 'Hot, Cool, Cold or Premium',
}

/** `RAGRS` → `RA-GRS`. */
const redundancyOf = (written: string) => written.toUpperCase().replace(/^RA-?/, 'RA-')

/** The class a price list has what is kept in an account under: `HOT LRS`, `PREMIUM BLOCK ZRS`; of files `STANDARD HOT LRS`. */
function classOf(service: 'blob' | 'files', tier: string, redundancy: string, access: string): string {
  const copies = redundancyOf(redundancy)
  if (tier === 'Premium') return service === 'files' ? `PREMIUM ${copies}` : `PREMIUM BLOCK ${copies}`
  return `${service === 'files' ? 'STANDARD ' : ''}${access.toUpperCase()} ${copies}`
}

const parts = [
  ['Capacity', 'GB-month', 'storedGB', (price: StoragePrice) => price.storage],
  ['Write operations', 'request', 'writeRequests', (price: StoragePrice) => price.put],
  ['Read operations', 'request', 'readRequests', (price: StoragePrice) => price.get],
  ['Data retrieval', 'GB', 'retrievedGB', (price: StoragePrice) => price.retrieval],
] as const

const facts = ['tier', 'redundancy', 'accessTier']

const classPrice = (
  resource: Resource,
  prices: PriceBook,
  service: 'blob' | 'files',
  read: (price: StoragePrice) => Price | undefined,
) =>
  priceFor(
    resource,
    facts.map((name) => fact(resource, name)),
    (region, tier, redundancy, access) => {
      const row = prices.storage('azure', service, classOf(service, tier!, redundancy!, access!), region)
      return row && read(row)
    },
  )

/** What is kept, written and read; reading it back costs extra in the cooler tiers alone. */
function keptLines(resource: Resource, prices: PriceBook, service: 'blob' | 'files'): Line[] {
  const isHot = /^(?:Hot|Premium)$/i.test(String(valueOf(fact(resource, 'accessTier')))) || isPremium(resource)
  return parts
    .filter(([label]) => label !== 'Data retrieval' || !isHot)
    .map(([label, unit, quantity, read]) =>
      line(label, unit, usage(resource, quantity), classPrice(resource, prices, service, read)),
    )
}

const isPremium = (resource: Resource) => valueOf(fact(resource, 'tier')) === 'Premium'

const kept = {
  storedGB: 'GB kept, mean of the month',
  writeRequests: 'write operations in a month',
  readRequests: 'read operations in a month',
  retrievedGB: 'GB read from a tier that bills for it, in a month',
}

const account: FormatMapping['facts'] = {
  kind: ['account_kind', 'StorageV2'],
  tier: 'account_tier',
  redundancy: 'account_replication_type',
  accessTier: ['access_tier', 'Hot'],
}

/** Of the account something is kept in. */
const ofAccount =
  (path: string) =>
  (block: Block): Known<Fact> => {
    const owner = block.target('storage_account_id') ?? block.target('storage_account_name')
    const source = account[path]!
    if (owner === undefined) return block.fact('storage_account_id')
    if (typeof source === 'string') return owner.fact(source)
    if (typeof source === 'function') return source(owner)
    const written = owner.fact(source[0])
    return written.is === 'unknown' && written.why === 'absent' ? known(source[1], owner.location) : written
  }

const inAccount: FormatMapping = {
  facts: {
    kind: ofAccount('kind'),
    tier: ofAccount('tier'),
    redundancy: ofAccount('redundancy'),
    accessTier: ofAccount('accessTier'),
  },
  region: regionOf('storage_account_id', 'storage_account_name'),
}

/** What keeps its code, state, disks or images in an account, and looks after them. */
const appTypes = [
  'azurerm_function_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
  'azurerm_function_app_flex_consumption',
  'azurerm_logic_app_standard',
  'azurerm_app_service',
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_virtual_machine',
  'azurerm_image',
]

const table = (id: string, type: string, service: string, label: string) =>
  defineResource({
    id: `azure/${id}`,
    cloud: 'azure',
    docs: `https://azure.microsoft.com/pricing/details/storage/${service}/`,
    shape,
    usage: { storedGB: kept.storedGB, writeRequests: kept.writeRequests, readRequests: kept.readRequests },
    lines(resource, prices) {
      const { used } = itemLines(resource, prices, `storage-${service}`)
      const of = (what: string) => ({
        by: [fact(resource, 'redundancy')],
        item: (redundancy: string | undefined) => `${what} ${redundancyOf(redundancy!)}`,
      })
      return [
        used('Capacity', 'GB-month', of('data'), 'storedGB'),
        used('Write operations', 'request', of('writes'), 'writeRequests'),
        used('Read operations', 'request', 'reads', 'readRequests'),
      ]
    },
    from: { terraform: { [type]: inAccount } },
    label: () => label,
  })

export const resources = [
  defineResource({
    id: 'azure/storage-account',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/storage/blobs/',
    shape: {
      ...shape,
      lifecycle: 'whether a management policy moves or deletes blobs',
      containers:
        'containers for blobs that the configuration puts in it; none where an app or a machine keeps its own things there',
    },
    usage: kept,
    lines: (resource, prices) =>
      keptLines(resource, prices, valueOf(fact(resource, 'kind')) === 'FileStorage' ? 'files' : 'blob'),
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account
      terraform: {
        azurerm_storage_account: {
          facts: {
            ...account,
            lifecycle: (block) =>
              known<Fact>(block.referredBy('azurerm_storage_management_policy').length > 0, block.location),
            containers: (block) =>
              known<Fact>(
                appTypes.some((type) => block.referredBy(type).length > 0)
                  ? 0
                  : block.referredBy('azurerm_storage_container').length,
                block.location,
              ),
          },
        },
      },
    },
    label: (resource) => `Storage account, ${valueOf(fact(resource, 'redundancy')) ?? 'redundancy unknown'}`,
  }),
  defineResource({
    id: 'azure/storage-share',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/storage/files/',
    shape: { ...shape, quotaGiB: 'GiB it may have; a premium one is billed for all of them' },
    usage: kept,
    lines(resource, prices) {
      if (!isPremium(resource)) return keptLines(resource, prices, 'files')
      const price = classPrice(resource, prices, 'files', (row) => row.storage)
      return [line('Provisioned capacity', 'GB-month', numberFact(resource, 'quotaGiB'), price)]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_share
      terraform: {
        azurerm_storage_share: {
          ...inAccount,
          facts: {
            ...inAccount.facts,
            quotaGiB: 'quota',
            // Its own where it is written; the transaction optimised tier has a name and prices of its own.
            accessTier: ['access_tier', 'TransactionOptimized'],
          },
        },
      },
    },
    label: () => 'File share',
  }),
  table('storage-table', 'azurerm_storage_table', 'tables', 'Table'),
  table('storage-queue', 'azurerm_storage_queue', 'queues', 'Queue'),
]

export const examples = worked

/** What is in an account is billed with it. */
export const free: readonly string[] = [
  ...['account_customer_managed_key', 'account_network_rules', 'account_queue_properties', 'account_static_website'],
  ...['blob', 'blob_inventory_policy', 'container', 'container_immutability_policy', 'data_lake_gen2_filesystem'],
  ...['data_lake_gen2_path', 'encryption_scope', 'management_policy', 'object_replication', 'share_directory'],
  ...['share_file', 'sync_cloud_endpoint', 'sync_group', 'sync_server_endpoint', 'table_entity'],
].map((part) => `azurerm_storage_${part}`)
