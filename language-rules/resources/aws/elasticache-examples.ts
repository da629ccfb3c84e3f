// Worked out by hand from https://aws.amazon.com/elasticache/pricing/, us-east-1.
import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'one node of Redis, 730 h × $0.017, and three of Memcached, 3 × 730 h × $0.156',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_cluster" "one" {
  cluster_id = "one"
  engine     = "redis"
  node_type  = "cache.t3.micro"
}

resource "aws_elasticache_cluster" "three" {
  cluster_id = "three"
  engine          = "memcached"
  node_type       = "cache.m5.large"
  num_cache_nodes = 3
}
`,
    sees: [
      { address: 'aws_elasticache_cluster.one', usd: 12.41, status: 'priced', lines: ['Nodes'] },
      { address: 'aws_elasticache_cluster.three', usd: 341.64, status: 'priced' },
    ],
  },
  {
    name: 'a primary and two replicas: 3 × 730 h × $0.206; without a number there is one node: 730 h × $0.206',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "three" {
  replication_group_id = "three"
  description          = "cache"
  node_type            = "cache.r6g.large"
  num_cache_clusters   = 3
}

resource "aws_elasticache_replication_group" "one" {
  replication_group_id = "one"
  description          = "cache"
  node_type            = "cache.r6g.large"
}
`,
    sees: [
      { address: 'aws_elasticache_replication_group.three', usd: 451.14, status: 'priced' },
      {
        address: 'aws_elasticache_replication_group.one',
        usd: 150.38,
        status: 'priced',
        assumed: ['engine', 'nodes', 'backupDays'],
      },
    ],
  },
  {
    name: 'shards with replicas: 3 × (1 + 2) × 730 h × $0.206, as it is written now and as it was',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "now" {
  replication_group_id = "now"
  description          = "cache"
  node_type               = "cache.r6g.large"
  num_node_groups         = 3
  replicas_per_node_group = 2
}

resource "aws_elasticache_replication_group" "before" {
  replication_group_id = "before"
  description          = "cache"
  node_type = "cache.r6g.large"

  cluster_mode {
    num_node_groups         = 3
    replicas_per_node_group = 2
  }
}
`,
    sees: [
      { address: 'aws_elasticache_replication_group.now', usd: 1353.42, status: 'priced' },
      { address: 'aws_elasticache_replication_group.before', usd: 1353.42, status: 'priced' },
    ],
  },
  {
    name: 'shards that differ: (1 + 1) + (1 + 2) nodes, 5 × 730 h × $0.206; the one there is: (1 + 2) × 730 h × $0.206; shards whose replicas nobody wrote: 3 × 730 h × $0.206',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "db" {
  replication_group_id = "db"
  description          = "cache"
  node_type       = "cache.r6g.large"
  num_node_groups = 2

  node_group_configuration {
    replica_count = 1
  }

  node_group_configuration {
    replica_count = 2
  }
}

resource "aws_elasticache_replication_group" "single" {
  replication_group_id = "single"
  description          = "cache"
  node_type       = "cache.r6g.large"
  num_node_groups = 1

  node_group_configuration {
    replica_count = 2
  }
}

resource "aws_elasticache_replication_group" "bare" {
  replication_group_id = "bare"
  description          = "cache"
  node_type       = "cache.r6g.large"
  num_node_groups = 3
}
`,
    sees: [
      { address: 'aws_elasticache_replication_group.db', usd: 751.9, status: 'priced' },
      { address: 'aws_elasticache_replication_group.single', usd: 451.14, status: 'priced' },
      {
        address: 'aws_elasticache_replication_group.bare',
        usd: 451.14,
        status: 'priced',
        assumed: ['engine', 'nodes', 'backupDays'],
      },
    ],
  },
  {
    name: 'Valkey costs less: 2 × 730 h × $0.1752; backups beyond the first are use: 40 GB × $0.085',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "db" {
  replication_group_id = "db"
  description          = "cache"
  engine                   = "valkey"
  node_type                = "cache.r7g.large"
  num_cache_clusters       = 2
  snapshot_retention_limit = 5
}
`,
    usage: { 'aws_elasticache_replication_group.db': { backupGB: 40 } },
    sees: [
      {
        address: 'aws_elasticache_replication_group.db',
        usd: 259.19,
        status: 'priced',
        lines: ['Nodes', 'Backups beyond the first'],
      },
    ],
  },
  {
    name: 'data tiering is in the price of its node type: 2 × 730 h × $0.781',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "db" {
  replication_group_id = "db"
  description          = "cache"
  node_type            = "cache.r6gd.xlarge"
  num_cache_clusters   = 2
  data_tiering_enabled = true
}
`,
    sees: [{ address: 'aws_elasticache_replication_group.db', usd: 1140.26, status: 'priced' }],
  },
  {
    name: 'shards that are scaled are a band, the written two the likely ones: 2 × (1 + 1) × 730 h × $0.206',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "db" {
  replication_group_id = "db"
  description          = "cache"
  node_type               = "cache.r6g.large"
  num_node_groups         = 2
  replicas_per_node_group = 1
}

resource "aws_appautoscaling_target" "shards" {
  service_namespace  = "elasticache"
  scalable_dimension = "elasticache:replication-group:NodeGroups"
  resource_id        = "replication-group/\${aws_elasticache_replication_group.db.id}"
  min_capacity       = 1
  max_capacity       = 6
}
`,
    sees: [{ address: 'aws_elasticache_replication_group.db', usd: 601.52, status: 'priced' }],
  },
  {
    name: 'Redis 5 is past its support, which is 80 % more: 730 h × $0.017 × 1.8',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_cluster" "old" {
  cluster_id = "old"
  engine         = "redis"
  engine_version = "5.0.6"
  node_type      = "cache.t3.micro"
}
`,
    sees: [
      {
        address: 'aws_elasticache_cluster.old',
        usd: 22.34,
        status: 'priced',
        lines: ['Nodes', 'Extended support, 80 % of the nodes'],
      },
    ],
  },
  {
    name: 'a node that joins a group has its type: 730 h × $0.206; the group itself 2 × 730 h × $0.206',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "db" {
  replication_group_id = "db"
  description          = "cache"
  node_type            = "cache.r6g.large"
  num_cache_clusters   = 2
}

resource "aws_elasticache_cluster" "more" {
  cluster_id = "more"
  replication_group_id = aws_elasticache_replication_group.db.id
}
`,
    sees: [
      { address: 'aws_elasticache_replication_group.db', usd: 300.76, status: 'priced' },
      { address: 'aws_elasticache_cluster.more', usd: 150.38, status: 'priced' },
    ],
  },
  {
    name: 'serverless is told by use: 5 GB × 730 h × $0.084 + 100M × $0.0023 a million; a minimum is billed at least: 10 GB × 730 h × $0.084',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_serverless_cache" "used" {
  name   = "used"
  engine = "valkey"
}

resource "aws_elasticache_serverless_cache" "least" {
  name   = "least"
  engine = "valkey"

  cache_usage_limits {
    data_storage {
      minimum = 10
      maximum = 50
      unit    = "GB"
    }
  }
}
`,
    usage: { 'aws_elasticache_serverless_cache.used': { storedGB: 5, processingUnits: 100000000 } },
    sees: [
      { address: 'aws_elasticache_serverless_cache.used', usd: 306.83, status: 'priced' },
      {
        address: 'aws_elasticache_serverless_cache.least',
        usd: 613.2,
        status: 'partial',
        lines: ['Data stored, the minimum', 'Data stored beyond the minimum', 'Processing units'],
      },
    ],
  },
]
