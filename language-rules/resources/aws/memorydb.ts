// https://aws.amazon.com/memorydb/pricing/
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  numberOf,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { serviceLines, textOf } from './item-lines.ts'

/** 10 TB written to Valkey in a month are free of charge. */
const valkeyFreeGB = 10_240

/** Redis OSS is billed from the first GB, Valkey from the 10 TB on. */
function writtenLines(resource: Resource, prices: PriceBook, engine: string): readonly Line[] {
  const written = usage(resource, 'writtenGB')
  const { item, used } = serviceLines(resource, prices, 'memorydb')
  if (engine !== 'valkey') return [used('Data written', 'GB', `data written ${engine}`, 'writtenGB')]
  const billed = mapKnown(written, (value) => Math.max(0, value - valkeyFreeGB))
  return [item('Data written over 10 TB', 'GB', billed, 'data written valkey over 10 TB')]
}

function lines(resource: Resource, prices: PriceBook): readonly Line[] {
  const engine = textOf(fact(resource, 'engine')) ?? 'redis'
  const price = priceFor(resource, [fact(resource, 'instanceType'), fact(resource, 'engine')], (region, type, name) =>
    prices.service('aws', 'memorydb', `${type} ${name}`, region),
  )
  const { used } = serviceLines(resource, prices, 'memorydb')
  return [
    line('Nodes', 'hour', product(numberFact(resource, 'nodes'), monthOf(resource)), price),
    ...writtenLines(resource, prices, engine),
    used('Snapshots beyond the first', 'GB-month', 'snapshot storage', 'backupGB'),
  ]
}

const orOne = (value: Known<number>, block: Block) => (isUnwritten(value) ? assumed(1, block.location) : value)

/** One shard with one replica, where nothing else is written: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster */
function nodesOf(block: Block): Known<Fact> {
  const shards = orOne(numberOf(block.fact('num_shards')), block)
  const replicas = orOne(numberOf(block.fact('num_replicas_per_shard')), block)
  return product(
    shards,
    mapKnown(replicas, (value) => value + 1),
  )
}

const cluster = defineResource({
  id: 'aws/memorydb-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/memorydb/pricing/',
  shape: {
    engine: 'redis or valkey',
    instanceType: 'node type, db.r7g.large',
    nodes: 'how many nodes: shards, each with its replicas',
  },
  usage: {
    writtenGB: 'GB written a month',
    backupGB: 'GB of snapshots beyond the first, mean of the month',
  },
  lines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster
    terraform: {
      aws_memorydb_cluster: { facts: { engine: ['engine', 'redis'], instanceType: 'node_type', nodes: nodesOf } },
    },
  },
  label: ({ shape }) => `MemoryDB · ${textOf(shape.instanceType ?? unknown('absent')) ?? 'nodes'}`,
})

export const resources = [cluster]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a shard with its replica: 2 × 730 h × $0.309; what is written and snapshots are use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_memorydb_cluster" "db" {
  name     = "db"
  acl_name = "open-access"
  node_type = "db.r7g.large"
}
`,
    sees: [
      {
        address: 'aws_memorydb_cluster.db',
        usd: 451.14,
        status: 'partial',
        lines: ['Nodes', 'Data written', 'Snapshots beyond the first'],
      },
    ],
  },
  {
    name: 'with use told: 2 × 730 h × $0.309 + 100 GB × $0.20 + 50 GB × $0.021',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_memorydb_cluster" "db" {
  name     = "db"
  acl_name = "open-access"
  node_type = "db.r7g.large"
}
`,
    usage: { 'aws_memorydb_cluster.*': { writtenGB: 100, backupGB: 50 } },
    sees: [{ address: 'aws_memorydb_cluster.db', usd: 472.19, status: 'priced' }],
  },
  {
    name: 'Valkey, two shards with a replica each: 4 × 730 h × $0.2163; of 12,240 GB written 10,240 are free: 2,000 × $0.04',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_memorydb_cluster" "db" {
  name     = "db"
  acl_name = "open-access"
  engine     = "valkey"
  node_type  = "db.r7g.large"
  num_shards = 2
}
`,
    usage: { 'aws_memorydb_cluster.db': { writtenGB: 12240, backupGB: 0 } },
    sees: [{ address: 'aws_memorydb_cluster.db', usd: 711.6, status: 'priced' }],
  },
  {
    name: 'no replica: 730 h × $0.097',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_memorydb_cluster" "db" {
  name     = "db"
  acl_name = "open-access"
  node_type              = "db.t4g.medium"
  num_replicas_per_shard = 0
}
`,
    sees: [{ address: 'aws_memorydb_cluster.db', usd: 70.81, status: 'partial' }],
  },
]
