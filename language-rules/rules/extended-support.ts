import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { unknown } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'

/** The fact that says the version, by type. */
const versions: Readonly<Record<string, string>> = {
  aws_eks_cluster: 'version',
  aws_db_instance: 'engineVersion',
  aws_rds_cluster_instance: 'engineVersion',
  aws_elasticache_cluster: 'engineVersion',
  aws_elasticache_replication_group: 'engineVersion',
}

export const rule = defineRule({
  id: 'extended-support',
  on: 'resource',
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'A cluster or a database has a version whose standard support is over, and AWS bills extended support on top.',
    why: 'Extended support is billed by the hour for as long as the old version runs, for databases by the vCPU.',
    fix: 'Move to a version that has standard support.',
    unless: 'What uses it cannot be moved yet.',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-charges.html',
    notIn: {
      python: 'databases and clusters that code makes are not read',
      typescript: 'databases and clusters that code makes are not read',
      notebook: 'databases and clusters that code makes are not read',
    },
  },
  options: z.object({}),
  *check(resource, { estimate, estimateWith, document }) {
    const name = versions[resource.type]
    const version = name === undefined ? undefined : resource.shape[name]
    if (name === undefined || version?.is !== 'known') return
    const billed = estimate.lines.filter(({ label }) => label.startsWith('Extended support'))
    const onTop = sum(billed.flatMap((line) => line.usd ?? []))
    if (!onTop || billed.some((line) => !line.usd)) return
    const after = estimateWith({ shape: { ...resource.shape, [name]: unknown('absent') } })
    yield {
      at: factPlace(resource, version, document),
      message: say`The standard support of version ${String(version.value)} is over: extended support costs ${usd(onTop)} a month on top. Move to a newer version.`,
      after,
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'a cluster of Kubernetes 1.30, and a database of PostgreSQL 12',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_cluster" "old" {
  name     = "old"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  version  = "1.30"
}

resource "aws_db_instance" "old" {
  engine            = "postgres"
  engine_version    = "12.19"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
}
`,
    finds: [
      {
        line: 8,
        message:
          'The standard support of version 1.30 is over: extended support costs $365.00 a month on top. Move to a newer version.',
      },
      {
        line: 13,
        message:
          'The standard support of version 12.19 is over: extended support costs $146.00 a month on top. Move to a newer version.',
      },
    ],
  },
  {
    name: 'the version is said by a variable',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "kubernetes" {
  default = "1.29"
}

resource "aws_eks_cluster" "old" {
  name     = "old"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  version  = var.kubernetes
}
`,
    finds: [
      {
        line: 12,
        message:
          'The standard support of version 1.29 is over: extended support costs $365.00 a month on top. Move to a newer version.',
      },
    ],
  },
  {
    name: 'versions with standard support',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_cluster" "new" {
  name     = "new"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  version  = "1.35"
}

resource "aws_db_instance" "new" {
  engine            = "postgres"
  engine_version    = "16.3"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
}
`,
    finds: [],
  },
  {
    name: 'it is moved on by itself when its time is over',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_cluster" "moved" {
  name     = "moved"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  version  = "1.30"

  upgrade_policy {
    support_type = "STANDARD"
  }
}

resource "aws_db_instance" "moved" {
  engine                   = "postgres"
  engine_version           = "12.19"
  engine_lifecycle_support = "open-source-rds-extended-support-disabled"
  instance_class           = "db.m6g.large"
  allocated_storage        = 100
}
`,
    finds: [],
  },
]
