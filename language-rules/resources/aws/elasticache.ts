// https://aws.amazon.com/elasticache/pricing/
import {
  committable,
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  numberOf,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Committable, Fact, Known, Line, Resource } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'
import { scaledBy } from '../scaled-by.ts'
import { inherited } from './database-facts.ts'
import { cachesFromCode } from './databases-from-code.ts'
import { examples as cacheExamples } from './elasticache-examples.ts'
import { serverless } from './elasticache-serverless.ts'
import { cacheSupportShare } from './extended-support.ts'
import { scaled, serviceLines, textOf } from './item-lines.ts'

/** Older types are reserved on terms of their own, or not at all, in AWS's price list. */
const reservable = /^cache\.([cmr][5-9]\w*|t[34]g?)\./

function reservedNode(resource: Resource): Committable | undefined {
  const type = textOf(fact(resource, 'instanceType'))
  const family = reservable.exec(type ?? '')?.[1]
  return type === undefined || family === undefined ? undefined : { service: 'elasticache', family, what: type }
}

function nodeLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const price = priceFor(resource, [fact(resource, 'instanceType'), fact(resource, 'engine')], (region, type, engine) =>
    prices.database(engine!, type!, region, 'single-az'),
  )
  const hours = product(numberFact(resource, 'nodes'), monthOf(resource))
  const share = cacheSupportShare(resource, prices)
  return [
    committable(line('Nodes', 'hour', hours, price), reservedNode(resource)),
    ...(share > 0
      ? [line(`Extended support, ${share * 100} % of the nodes`, 'hour', scaled(hours, share), price)]
      : []),
    ...backupLines(resource, prices),
  ]
}

/**
 * One backup of each cluster is free, of Memcached there is none:
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/red-ug/backups.html#backups-costs
 */
function backupLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const days = valueOf(numberFact(resource, 'backupDays'))
  const { used, told } = serviceLines(resource, prices, 'elasticache')
  const isFree = textOf(fact(resource, 'engine')) === 'memcached' || (days !== undefined && days <= 1)
  return isFree
    ? told('Backups beyond the first', 'GB-month', 'backup storage', 'backupGB')
    : [used('Backups beyond the first', 'GB-month', 'backup storage', 'backupGB')]
}

const shape = {
  engine: 'redis, valkey or memcached',
  engineVersion: 'version of the engine; past its standard support it costs more',
  instanceType: 'node type, cache.r7g.large; r6gd types move cold data to disks of their own',
  nodes: 'how many nodes, replicas counted',
  backupDays: 'backups kept of each cluster',
}

const backupUsage = { backupGB: 'GB of backups beyond the first of each cluster, mean of the month' }

const label = ({ shape: facts }: Resource) =>
  `ElastiCache · ${textOf(facts.instanceType ?? unknown('absent')) ?? textOf(facts.engine ?? unknown('absent')) ?? 'nodes'}`

const group = { replication_group_id: 'aws_elasticache_replication_group' }

/** A group of a global datastore has the node type of its primary. */
function groupNodeType(block: Block): Known<Fact> {
  const written = block.fact('node_type')
  if (!isUnwritten(written)) return written
  const global = block.target('global_replication_group_id', 'aws_elasticache_global_replication_group')
  const primary = global?.target('primary_replication_group_id', 'aws_elasticache_replication_group')
  return primary?.fact('node_type') ?? written
}

/** The first of the paths that is written. */
const firstOf = (block: Block, paths: readonly string[]): Known<Fact> =>
  paths.map((path) => block.fact(path)).find((value) => !isUnwritten(value)) ?? unknown('absent')

/** Nodes of all groups, each with the replicas it is written with; undefined where that is not written of every group. */
function configuredNodes(block: Block, shards: Known<number>): Known<Fact> | undefined {
  const groups = block.nested('node_group_configuration')
  const written = valueOf(
    totalOf(
      groups.map(({ count }) => count),
      block.location,
    ),
  )
  const open = groups
    .map((each) => each.fact('replica_count'))
    .find((each) => each.is === 'unknown' && !isUnwritten(each))
  if (open !== undefined) return open
  const counts = groups.map((each) => product(addOne(numberOf(each.fact('replica_count'))), each.count))
  const isWhole = groups.length > 0 && written === valueOf(shards) && counts.every(({ is }) => is !== 'unknown')
  return isWhole ? totalOf(counts, block.location) : undefined
}

function nodesOf(block: Block): Known<Fact> {
  const shards = numberOf(firstOf(block, ['num_node_groups', 'cluster_mode.num_node_groups']))
  const configured = configuredNodes(block, shards)
  if (configured !== undefined) return configured
  if (isUnwritten(shards)) {
    const clusters = firstOf(block, ['num_cache_clusters', 'number_cache_clusters'])
    return isUnwritten(clusters) ? assumed<Fact>(1, block.location) : clusters
  }
  const scaling = numberOf(scaledBy(block, 'elasticache:replication-group:NodeGroups', shards))
  return spanned(scaling, withPrimary(block))
}

/** The product of two bands: both ends are reached when both are scaled. */
function spanned(shards: Known<number>, each: Known<number>): Known<number> {
  if (shards.is !== 'range' || each.is !== 'range') return product(shards, each)
  const likely = (shards.likely ?? shards.low) * (each.likely ?? each.low)
  return { ...shards, low: shards.low * each.low, likely, high: shards.high * each.high }
}

/** How many replicas a group has where none are written, no document says: none are taken, which is named as assumed. */
function withPrimary(block: Block): Known<number> {
  const written = numberOf(firstOf(block, ['replicas_per_node_group', 'cluster_mode.replicas_per_node_group']))
  const replicas = isUnwritten(written) ? assumed(0, block.location) : written
  const scaling = numberOf(scaledBy(block, 'elasticache:replication-group:Replicas', replicas))
  return addOne(scaling)
}

const addOne = (value: Known<number>): Known<number> => mapKnown(value, (count) => count + 1)

const cluster = defineResource({
  id: 'aws/elasticache-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/elasticache/pricing/',
  shape,
  usage: backupUsage,
  lines: nodeLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_cluster
    terraform: {
      aws_elasticache_cluster: {
        facts: {
          engine: inherited('engine', group, (block) =>
            block.target('replication_group_id') ? assumed<Fact>('redis', block.location) : unknown('absent'),
          ),
          engineVersion: inherited('engine_version', group),
          instanceType: inherited('node_type', group),
          nodes: ['num_cache_nodes', 1],
          backupDays: ['snapshot_retention_limit', 0],
        },
      },
    },
    sdk: cachesFromCode,
  },
  label,
})

const replicationGroup = defineResource({
  id: 'aws/elasticache-replication-group',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/elasticache/pricing/',
  shape,
  usage: backupUsage,
  lines: nodeLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
    terraform: {
      aws_elasticache_replication_group: {
        facts: {
          engine: ['engine', 'redis'],
          engineVersion: 'engine_version',
          instanceType: groupNodeType,
          nodes: nodesOf,
          backupDays: ['snapshot_retention_limit', 0],
        },
      },
    },
  },
  label,
})

export const resources = [cluster, replicationGroup, serverless]
export const examples = cacheExamples

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'three nodes that a program makes: 3 × 730 h × $0.156',
    lang: 'python',
    code: `import boto3

boto3.client("elasticache", region_name="us-east-1").create_cache_cluster(
    CacheClusterId="c", Engine="memcached", CacheNodeType="cache.m5.large", NumCacheNodes=3
)
`,
    sees: [{ address: 'aws.create_cache_cluster', usd: 341.64, status: 'priced' }],
  },
]
