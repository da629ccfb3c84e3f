// What stands beside an RDS database: https://aws.amazon.com/rds/proxy/pricing/, and what is kept of it: https://aws.amazon.com/rds/pricing/
import { fact, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { vcpusOf } from './database-facts.ts'
import { is, serviceLines, textOf } from './item-lines.ts'

const proxyTargets = ['aws_db_proxy_target']

/** The vCPUs of what the proxy stands before, told by its target. */
function proxiedType(block: Block): Known<Fact> {
  const target = proxyTargets.flatMap((type) => block.referredBy(type))[0]
  const database = target?.target('db_instance_identifier', 'aws_db_instance')
  if (database !== undefined) return database.fact('instance_class')
  const cluster = target?.target('db_cluster_identifier', 'aws_rds_cluster')
  return cluster?.referredBy('aws_rds_cluster_instance')[0]?.fact('instance_class') ?? unknown('dynamic')
}

/** How many instances of a cluster it stands before; one of an instance. */
function proxiedCount(block: Block): Known<Fact> {
  const target = proxyTargets.flatMap((type) => block.referredBy(type))[0]
  const cluster = target?.target('db_cluster_identifier', 'aws_rds_cluster')
  const counts = cluster?.referredBy('aws_rds_cluster_instance').map(({ count }) => count)
  if (counts === undefined) return known<Fact>(1, block.location)
  const exact = counts.map(valueOf)
  return exact.includes(undefined)
    ? unknown('dynamic', block.location)
    : known<Fact>(
        exact.reduce<number>((total, one) => total + one!, 0),
        block.location,
      )
}

function proxyLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const { item } = serviceLines(resource, prices, 'rds')
  const type = fact(resource, 'instanceType')
  const instances = numberFact(resource, 'instances')
  const each = is(type, 'db.serverless') ? unknown<number>('usage') : vcpusOf(prices, type)
  const told = usage(resource, 'proxiedVcpus')
  const vcpus = told.is === 'unknown' ? product(each, instances) : told
  return [item('Proxy', 'vCPU-hour', product(vcpus, monthOf(resource)), 'proxy')]
}

const proxy = defineResource({
  id: 'aws/rds-proxy',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/rds/proxy/pricing/',
  shape: {
    instanceType: 'instance class of what it stands before',
    instances: 'how many of them',
  },
  usage: { proxiedVcpus: 'vCPUs of all that it stands before' },
  lines: proxyLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_proxy
    terraform: { aws_db_proxy: { facts: { instanceType: proxiedType, instances: proxiedCount } } },
  },
  label: () => 'RDS Proxy',
})

/** A snapshot taken by hand counts against the free share of all of the region's databases, so that only use tells. */
const snapshot = defineResource({
  id: 'aws/rds-snapshot',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/rds/pricing/',
  shape: { service: 'rds or aurora' },
  usage: { storedGB: 'GB billed: beyond the free share of the region' },
  lines: (resource, prices) => [
    serviceLines(resource, prices, textOf(fact(resource, 'service')) ?? 'rds').used(
      'Snapshot',
      'GB-month',
      'backup storage',
      'storedGB',
    ),
  ],
  from: {
    terraform: {
      aws_db_snapshot: { facts: { service: (block) => known<Fact>('rds', block.location) } },
      aws_db_instance_automated_backups_replication: {
        facts: { service: (block) => known<Fact>('rds', block.location) },
      },
      aws_rds_cluster_snapshot_copy: { facts: { service: (block) => known<Fact>('aurora', block.location) } },
      aws_db_snapshot_copy: { facts: { service: (block) => known<Fact>('rds', block.location) } },
      aws_db_cluster_snapshot: { facts: { service: (block) => known<Fact>('aurora', block.location) } },
    },
  },
  label: () => 'RDS snapshot',
})

const exported = defineResource({
  id: 'aws/rds-export',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/rds/pricing/',
  shape: {},
  usage: { exportedGB: 'GB of the snapshot that is exported to S3' },
  lines: (resource, prices) => [
    serviceLines(resource, prices, 'rds').used('Snapshot export', 'GB', 'snapshot export', 'exportedGB'),
  ],
  from: { terraform: { aws_rds_export_task: { facts: {} } } },
  label: () => 'RDS export to S3',
})

export const resources = [proxy, snapshot, exported]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a proxy is billed by the vCPUs behind it: 2 × 730 h × $0.015; a snapshot by what is told: 100 GB × $0.095, and exported at $0.01',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine            = "mysql"
  instance_class    = "db.m5.large"
  identifier        = "main"
  allocated_storage = 20
}

resource "aws_db_proxy" "proxy" {
  name           = "proxy"
  engine_family  = "MYSQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = []
}

resource "aws_db_proxy_target" "db" {
  db_proxy_name          = aws_db_proxy.proxy.name
  target_group_name      = "default"
  db_instance_identifier = aws_db_instance.db.identifier
}

resource "aws_db_snapshot" "before" {
  db_instance_identifier = aws_db_instance.db.identifier
  db_snapshot_identifier = "before"
}

resource "aws_rds_export_task" "before" {
  export_task_identifier = "before"
  iam_role_arn           = "arn:aws:iam::123456789012:role/export"
  kms_key_id             = "alias/export"
  s3_bucket_name         = "exports"
  source_arn             = aws_db_snapshot.before.db_snapshot_arn
}
`,
    usage: { 'aws_rds_export_task.before': { exportedGB: 100 }, 'aws_db_snapshot.before': { storedGB: 100 } },
    sees: [
      { address: 'aws_db_instance.db', usd: 127.13, status: 'priced' },
      { address: 'aws_db_proxy.proxy', usd: 21.9, status: 'priced' },
      { address: 'aws_db_snapshot.before', usd: 9.5, status: 'priced' },
      { address: 'aws_rds_export_task.before', usd: 1, status: 'priced' },
    ],
  },
]
