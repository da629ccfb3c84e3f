// Worked out by hand from https://aws.amazon.com/rds/aurora/pricing/, us-east-1.
import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'two instances, 2 × 730 h × $0.26; the storage and its requests are use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "db" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "db" {
  count              = 2
  cluster_identifier = aws_rds_cluster.db.id
  engine             = aws_rds_cluster.db.engine
  instance_class     = "db.r6g.large"
}
`,
    sees: [
      {
        address: 'aws_rds_cluster.db',
        usd: null,
        status: 'partial',
        lines: ['Storage', 'Reads and writes', 'Backups beyond the size of the storage'],
      },
      { address: 'aws_rds_cluster_instance.db', usd: 379.6, status: 'priced' },
    ],
  },
  {
    name: 'with use told: 200 GB × $0.10 + 10M × $0.20 + 50 GB × $0.021',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "db" {
  engine = "aurora-mysql"
}
`,
    usage: { 'aws_rds_cluster.*': { storedGB: 200, ioRequests: 10000000, backupGB: 50 } },
    sees: [{ address: 'aws_rds_cluster.db', usd: 23.05, status: 'priced' }],
  },
  {
    name: 'I/O-Optimized includes the requests: 730 h × $0.338066 and 100 GB × $0.225 + 10 GB × $0.021',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "db" {
  engine       = "aurora-postgresql"
  storage_type = "aurora-iopt1"
}

resource "aws_rds_cluster_instance" "db" {
  cluster_identifier = aws_rds_cluster.db.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
`,
    usage: { 'aws_rds_cluster.db': { storedGB: 100, backupGB: 10 } },
    sees: [
      {
        address: 'aws_rds_cluster.db',
        usd: 22.71,
        status: 'priced',
        lines: ['Storage', 'Backups beyond the size of the storage'],
      },
      { address: 'aws_rds_cluster_instance.db', usd: 246.74, status: 'priced' },
    ],
  },
  {
    name: 'serverless v2 uses half an ACU at least: 0.5 × 730 h × $0.12; what is told counts: 2 × 730 h × $0.12',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "db" {
  engine = "aurora-postgresql"

  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}

resource "aws_rds_cluster_instance" "least" {
  cluster_identifier = aws_rds_cluster.db.id
  engine             = "aurora-postgresql"
  instance_class     = "db.serverless"
}

resource "aws_rds_cluster_instance" "told" {
  cluster_identifier = aws_rds_cluster.db.id
  engine             = "aurora-postgresql"
  instance_class     = "db.serverless"
}
`,
    usage: { 'aws_rds_cluster_instance.told': { capacityUnits: 2 } },
    sees: [
      { address: 'aws_rds_cluster.db', usd: null, status: 'partial' },
      { address: 'aws_rds_cluster_instance.least', usd: 43.8, status: 'priced' },
      { address: 'aws_rds_cluster_instance.told', usd: 175.2, status: 'priced' },
    ],
  },
  {
    name: 'serverless v2 that pauses is told by use alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "db" {
  engine = "aurora-postgresql"

  serverlessv2_scaling_configuration {
    min_capacity = 0
    max_capacity = 4
  }
}

resource "aws_rds_cluster_instance" "db" {
  cluster_identifier = aws_rds_cluster.db.id
  engine             = "aurora-postgresql"
  instance_class     = "db.serverless"
}
`,
    sees: [
      { address: 'aws_rds_cluster.db', usd: null, status: 'partial' },
      {
        address: 'aws_rds_cluster_instance.db',
        usd: null,
        status: 'partial',
        unknown: ['Capacity, serverless v2: usage'],
      },
    ],
  },
  {
    name: 'serverless v1 that never pauses uses its least: 2 ACU × 730 h × $0.06; one that pauses is told by use alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "awake" {
  engine      = "aurora-mysql"
  engine_mode = "serverless"

  scaling_configuration {
    auto_pause   = false
    min_capacity = 2
    max_capacity = 8
  }
}

resource "aws_rds_cluster" "asleep" {
  engine      = "aurora-mysql"
  engine_mode = "serverless"
}
`,
    sees: [
      { address: 'aws_rds_cluster.awake', usd: 87.6, status: 'partial' },
      { address: 'aws_rds_cluster.asleep', usd: null, status: 'partial' },
    ],
  },
  {
    name: 'PostgreSQL 12 is past its support: 730 h × $0.26 + 2 vCPU × 730 h × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "db" {
  engine         = "aurora-postgresql"
  engine_version = "12.17"
}

resource "aws_rds_cluster_instance" "db" {
  cluster_identifier = aws_rds_cluster.db.id
  engine             = aws_rds_cluster.db.engine
  instance_class     = "db.r6g.large"
}
`,
    sees: [
      { address: 'aws_rds_cluster.db', usd: null, status: 'partial' },
      {
        address: 'aws_rds_cluster_instance.db',
        usd: 335.8,
        status: 'priced',
        lines: ['Instance', 'Extended support, year 1'],
      },
    ],
  },
  {
    name: 'a Multi-AZ cluster of RDS has one price for its three machines, and its storage three times: 730 h × $1.445 + 3 × 100 GiB × $0.125 + 3 × 1,000 IOPS × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "db" {
  engine                    = "mysql"
  db_cluster_instance_class = "db.r6gd.xlarge"
  storage_type              = "io1"
  allocated_storage         = 100
  iops                      = 1000
}
`,
    sees: [
      {
        address: 'aws_rds_cluster.db',
        usd: 1392.35,
        status: 'partial',
        unknown: ['Backups beyond the size of the storage: usage'],
      },
    ],
  },
  {
    name: 'a public one has an address that is billed: 730 h × ($0.082 + $0.005); backtrack is use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_rds_cluster" "db" {
  engine           = "aurora-mysql"
  backtrack_window = 3600
}

resource "aws_rds_cluster_instance" "db" {
  cluster_identifier  = aws_rds_cluster.db.id
  engine              = "aurora-mysql"
  instance_class      = "db.t3.medium"
  publicly_accessible = true
}
`,
    sees: [
      {
        address: 'aws_rds_cluster.db',
        usd: null,
        status: 'partial',
        lines: ['Storage', 'Reads and writes', 'Backups beyond the size of the storage', 'Backtrack'],
      },
      { address: 'aws_rds_cluster_instance.db', usd: 63.51, status: 'priced' },
    ],
  },
  {
    name: 'of a global database only what it replicates; a cluster in a region without rows',
    terraform: `provider "aws" {
  region = "me-central-1"
}

resource "aws_rds_global_cluster" "world" {
  global_cluster_identifier = "world"
}

resource "aws_rds_cluster" "db" {
  engine                    = "aurora-mysql"
  global_cluster_identifier = aws_rds_global_cluster.world.id
}
`,
    sees: [
      {
        address: 'aws_rds_global_cluster.world',
        usd: null,
        status: 'unknown',
        unknown: ['Replicated writes: no-price'],
      },
      { address: 'aws_rds_cluster.db', usd: null, status: 'unknown' },
    ],
  },
]
