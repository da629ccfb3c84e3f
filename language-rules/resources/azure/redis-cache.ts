// https://azure.microsoft.com/pricing/details/cache/ and …/managed-redis/
import {
  committable,
  fact,
  isUnwritten,
  monthOf,
  numberFact,
  numberOf,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { cachesFromCode } from './databases-from-code.ts'
import { itemLines, one } from './item-lines.ts'

/**
 * A basic cache is one node and a standard one two, billed as one item; a premium one is billed by the node: a primary and its replicas,
 * one where nothing is written, in each shard (https://learn.microsoft.com/azure/azure-cache-for-redis/cache-how-to-multi-replicas).
 */
function nodesOf(block: Block): Known<Fact> {
  const tier = block.fact('sku_name')
  if (valueOf(tier) === undefined) return tier
  if (valueOf(tier) === 'Basic') return known<Fact>(1, block.location)
  const number = (unwritten: number, ...paths: readonly string[]): Known<number> => {
    const path = paths.find((each) => !isUnwritten(block.fact(each)))
    return path === undefined ? known(unwritten, block.location) : numberOf(block.fact(path))
  }
  return product(
    mapKnown(number(0, 'shard_count'), (shards) => Math.max(1, shards)),
    mapKnown(number(1, 'replicas_per_primary', 'replicas_per_master'), (replicas) => 1 + replicas),
  )
}

/** `Balanced_B3` → `balanced B3`, `MemoryOptimized_M10` → `memory optimized M10`. */
const managedItem = (sku: string) => {
  const [tier = '', size = ''] = sku.split('_')
  return `${tier.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()} ${size}`
}

export const resources = [
  defineResource({
    id: 'azure/redis-cache',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cache/',
    shape: {
      tier: 'Basic, Standard or Premium',
      size: 'C0 to C6, P1 to P5',
      nodes: 'nodes: one, two, or those of its shards',
    },
    lines(resource, prices) {
      const { item } = itemLines(resource, prices, 'redis')
      const isBasic = valueOf(fact(resource, 'tier')) === 'Basic'
      return [
        item('Cache', isBasic ? 'month' : 'node-month', numberFact(resource, 'nodes'), {
          by: [fact(resource, 'tier'), fact(resource, 'size')],
          item: (tier, size) => `${tier!.toLowerCase()} ${size}${isBasic ? '' : ' node'}`,
        }),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache
      terraform: {
        azurerm_redis_cache: {
          facts: {
            tier: 'sku_name',
            size: (block) =>
              mapKnown(block.fact('capacity'), (size): Fact => `${valueOf(block.fact('family'))}${size}`),
            nodes: nodesOf,
          },
        },
      },
      sdk: cachesFromCode,
    },
    label: (resource) => `Redis ${valueOf(fact(resource, 'size')) ?? 'cache'}`,
  }),
  defineResource({
    id: 'azure/managed-redis',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/managed-redis/',
    shape: { sku: 'Balanced_B3, MemoryOptimized_M10', nodes: '2 with high availability, else 1' },
    lines(resource, prices) {
      const { item } = itemLines(resource, prices, 'managed-redis')
      const hours = product(numberFact(resource, 'nodes'), monthOf(resource))
      const sku = String(valueOf(fact(resource, 'sku')) ?? '')
      const family = managedItem(sku).replace(/ \S*$/, '')
      return [
        committable(item('Nodes', 'hour', hours, { by: [fact(resource, 'sku')], item: (of) => managedItem(of!) }), {
          service: 'managed-redis',
          family,
          what: sku,
        }),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_redis
      terraform: {
        azurerm_managed_redis: {
          facts: {
            sku: 'sku_name',
            nodes: (block) => {
              const isAvailable = block.fact('high_availability_enabled')
              if (isUnwritten(isAvailable)) return assumed<Fact>(2, block.location)
              return mapKnown(isAvailable, (is): Fact => (is === false ? 1 : 2))
            },
          },
        },
      },
    },
    label: (resource) => `Managed Redis ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
  defineResource({
    id: 'azure/redis-enterprise',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cache/',
    shape: { sku: 'Enterprise_E10-2: size and capacity' },
    lines: (resource, prices) => {
      const sku = String(valueOf(fact(resource, 'sku')) ?? '')
      const cluster = itemLines(resource, prices, 'redis').hours(
        'Cluster',
        { by: [fact(resource, 'sku')], item: (of) => of!.toLowerCase() },
        one(resource),
      )
      const isMeasured = /^Enterprise_/i.test(sku)
      return [
        committable(cluster, isMeasured ? { service: 'redis-enterprise', family: 'enterprise', what: sku } : undefined),
      ]
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/redis_enterprise_cluster
    from: { terraform: { azurerm_redis_enterprise_cluster: { facts: { sku: 'sku_name' } } } },
    label: () => 'Redis Enterprise',
  }),
]

/** Rules, policies and databases of a cache. */
export const free: readonly string[] = [
  'azurerm_managed_redis_access_policy_assignment',
  'azurerm_managed_redis_geo_replication',
  'azurerm_redis_cache_access_policy',
  'azurerm_redis_cache_access_policy_assignment',
  'azurerm_redis_enterprise_database',
  'azurerm_redis_firewall_rule',
  'azurerm_redis_linked_server',
]

const cache = (
  name: string,
  sku: string,
  family: string,
  capacity: number,
  rest = '',
) => `resource "azurerm_redis_cache" "${name}" {
  location = "East US"
  sku_name = "${sku}"
  family   = "${family}"
  capacity = ${capacity}
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'a basic C4 is $153.30; a standard C3 has two nodes, 2 × $164.25',
    terraform: `${cache('basic', 'Basic', 'C', 4)}
${cache('standard', 'Standard', 'C', 3)}`,
    sees: [
      { address: 'azurerm_redis_cache.basic', usd: 153.3, status: 'priced', lines: ['Cache'] },
      { address: 'azurerm_redis_cache.standard', usd: 328.5, status: 'priced' },
    ],
  },
  {
    name: 'premium by the node: 2 × $202.21; three shards with two replicas each, 9 × $405.15',
    terraform: `${cache('small', 'Premium', 'P', 1)}
${cache('sharded', 'Premium', 'P', 2, '  shard_count          = 3\n  replicas_per_primary = 2\n')}`,
    sees: [
      { address: 'azurerm_redis_cache.small', usd: 404.42, status: 'priced' },
      { address: 'azurerm_redis_cache.sharded', usd: 3646.35, status: 'priced' },
    ],
  },
  {
    name: 'managed Redis: 2 × 730 h × $0.065, without high availability half of it; an enterprise cluster has no row',
    terraform: `resource "azurerm_managed_redis" "main" {
  location = "East US"
  sku_name = "Balanced_B3"
}

resource "azurerm_managed_redis" "single" {
  location                  = "East US"
  sku_name                  = "Balanced_B3"
  high_availability_enabled = false
}

resource "azurerm_redis_enterprise_cluster" "old" {
  location = "East US"
  sku_name = "Enterprise_E10-2"
}
`,
    sees: [
      { address: 'azurerm_managed_redis.main', usd: 94.9, status: 'priced', assumed: ['nodes'] },
      { address: 'azurerm_managed_redis.single', usd: 47.45, status: 'priced' },
      { address: 'azurerm_redis_enterprise_cluster.old', usd: null, status: 'unknown' },
    ],
  },
  {
    name: 'in UK South $50.37 for a basic C1, in West Europe 2 × $50.37 for a standard one; managed in Canada Central 2 × 730 h × $0.17',
    terraform: `${cache('basic', 'Basic', 'C', 1).replace('East US', 'UK South')}
${cache('standard', 'Standard', 'C', 1).replace('East US', 'West Europe')}
resource "azurerm_managed_redis" "main" {
  location = "Canada Central"
  sku_name = "Balanced_B5"
}
`,
    sees: [
      { address: 'azurerm_redis_cache.basic', usd: 50.37, status: 'priced' },
      { address: 'azurerm_redis_cache.standard', usd: 100.74, status: 'priced' },
      { address: 'azurerm_managed_redis.main', usd: 248.2, status: 'priced' },
    ],
  },
]
