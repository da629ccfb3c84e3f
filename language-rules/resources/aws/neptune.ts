// https://aws.amazon.com/neptune/pricing/
import type { ResourceExample } from '../../../core/resource.ts'
import { clusterDatabase } from './cluster-database.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster */
export const resources = clusterDatabase({
  service: 'neptune',
  name: 'Neptune',
  docs: 'https://aws.amazon.com/neptune/pricing/',
  unit: 'NCU',
  scaling: 'serverless_v2_scaling_configuration',
  least: 2.5,
  most: 128,
})

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.348; storage, requests and backups are use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_neptune_cluster" "graph" {}

resource "aws_neptune_cluster_instance" "graph" {
  cluster_identifier = aws_neptune_cluster.graph.id
  instance_class     = "db.r5.large"
}
`,
    sees: [
      { address: 'aws_neptune_cluster.graph', usd: null, status: 'partial' },
      { address: 'aws_neptune_cluster_instance.graph', usd: 254.04, status: 'priced' },
    ],
  },
  {
    name: 'I/O-Optimized: 730 h × $0.469, twice, and 100 GB × $0.225',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_neptune_cluster" "graph" {
  storage_type = "iopt1"
}

resource "aws_neptune_cluster_instance" "graph" {
  count              = 2
  cluster_identifier = aws_neptune_cluster.graph.id
  instance_class     = "db.r5.large"
}
`,
    usage: { 'aws_neptune_cluster.*': { storedGB: 100 } },
    sees: [
      {
        address: 'aws_neptune_cluster.graph',
        usd: 22.5,
        status: 'partial',
        lines: ['Storage', 'Backups beyond the size of the storage'],
      },
      { address: 'aws_neptune_cluster_instance.graph', usd: 684.74, status: 'priced' },
    ],
  },
  {
    name: 'serverless uses 2.5 NCU at least: 2.5 × 730 h × $0.1608; as told, 10 × 730 h × $0.1608',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_neptune_cluster" "graph" {
  serverless_v2_scaling_configuration {
    min_capacity = 2.5
    max_capacity = 64
  }
}

resource "aws_neptune_cluster_instance" "least" {
  cluster_identifier = aws_neptune_cluster.graph.id
  instance_class     = "db.serverless"
}

resource "aws_neptune_cluster_instance" "told" {
  cluster_identifier = aws_neptune_cluster.graph.id
  instance_class     = "db.serverless"
}
`,
    usage: { 'aws_neptune_cluster_instance.told': { capacityUnits: 10 } },
    sees: [
      { address: 'aws_neptune_cluster.graph', usd: null, status: 'partial' },
      { address: 'aws_neptune_cluster_instance.least', usd: 293.46, status: 'priced' },
      { address: 'aws_neptune_cluster_instance.told', usd: 1173.84, status: 'priced' },
    ],
  },
  {
    name: 'a snapshot of 100 GB × $0.022 in London; an instance in a region without a row',
    terraform: `provider "aws" {
  region = "eu-west-2"
}

resource "aws_neptune_cluster_snapshot" "before" {
  db_cluster_identifier          = "graph"
  db_cluster_snapshot_identifier = "before"
}
`,
    usage: { 'aws_neptune_cluster_snapshot.before': { storedGB: 100 } },
    sees: [{ address: 'aws_neptune_cluster_snapshot.before', usd: 2.2, status: 'priced' }],
  },
]
