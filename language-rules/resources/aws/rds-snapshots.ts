// What is kept of an RDS database: https://aws.amazon.com/rds/pricing/
import { fact } from '../../../core/estimate/resource-line.ts'
import { known } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { serviceLines, textOf } from './item-lines.ts'

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

export const resources = [snapshot, exported]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a snapshot is billed by what is told: 100 GB × $0.095, and exported at $0.01 a GB',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_snapshot" "before" {
  db_instance_identifier = "main"
  db_snapshot_identifier = "before"
}

resource "aws_db_snapshot" "untold" {
  db_instance_identifier = "main"
  db_snapshot_identifier = "untold"
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
      { address: 'aws_db_snapshot.before', usd: 9.5, status: 'priced' },
      { address: 'aws_db_snapshot.untold', usd: null, status: 'partial', unknown: ['Snapshot: usage'] },
      { address: 'aws_rds_export_task.before', usd: 1, status: 'priced' },
    ],
  },
]
