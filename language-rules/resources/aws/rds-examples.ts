// Worked out by hand from https://aws.amazon.com/rds/pricing/ and its pages per engine, us-east-1.
import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'the least there is, 0 IOPS being none: 730 h × $0.017 + 20 GiB × $0.115 of gp2',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine         = "mysql"
  instance_class = "db.t3.micro"
  iops           = 0
}
`,
    sees: [
      {
        address: 'aws_db_instance.db',
        usd: 14.71,
        status: 'priced',
        lines: ['Instance', 'Storage'],
        assumed: ['lifecycleSupport', 'multiAz', 'storageType', 'sizeGiB', 'logVolume', 'backupDays', 'public'],
      },
    ],
  },
  {
    name: 'Multi-AZ doubles the storage too: 730 h × $0.342 + 100 GiB × $0.23; backups beyond the free share are use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine                  = "mysql"
  instance_class          = "db.m5.large"
  allocated_storage       = 100
  multi_az                = true
  backup_retention_period = 7
}
`,
    sees: [
      {
        address: 'aws_db_instance.db',
        usd: 272.66,
        status: 'partial',
        lines: ['Instance, Multi-AZ', 'Storage', 'Backups beyond the size of the storage'],
        unknown: ['Backups beyond the size of the storage: usage'],
      },
    ],
  },
  {
    name: 'with the backups told: 730 h × $0.342 + 100 GiB × $0.23 + 60 GB × $0.095 + 60 GB × $0.01 exported',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine                  = "mysql"
  instance_class          = "db.m5.large"
  allocated_storage       = 100
  multi_az                = true
  backup_retention_period = 7
}
`,
    usage: { 'aws_db_instance.*': { backupGB: 60, snapshotExportGB: 60 } },
    sees: [{ address: 'aws_db_instance.db', usd: 278.96, status: 'priced' }],
  },
  {
    name: 'gp3 includes 12,000 IOPS from 400 GiB on: 730 h × $0.225019 + 500 GiB × $0.115 + 2,000 × $0.02; a small one has 3,000',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "large" {
  engine            = "postgres"
  instance_class    = "db.r6g.large"
  allocated_storage = 500
  storage_type      = "gp3"
  iops              = 14000
}

resource "aws_db_instance" "small" {
  engine            = "postgres"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  storage_type      = "gp3"
}
`,
    sees: [
      {
        address: 'aws_db_instance.large',
        usd: 261.75,
        status: 'priced',
        lines: ['Instance', 'Storage', 'Provisioned IOPS'],
      },
      { address: 'aws_db_instance.small', usd: 175.75, status: 'priced', lines: ['Instance', 'Storage'] },
    ],
  },
  {
    name: 'SQL Server is not striped, so 1,000 GiB of gp3 include 3,000 IOPS: 730 h × $1.224 + 1,000 × $0.115 + 2,000 × $0.02; it takes less than 100 GiB of io1: 730 h × $0.166 + 50 GiB × $0.125 + 1,000 × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine            = "sqlserver-se"
  license_model     = "license-included"
  instance_class    = "db.m5.xlarge"
  allocated_storage = 1000
  storage_type      = "gp3"
  iops              = 5000
}

resource "aws_db_instance" "web" {
  engine            = "sqlserver-web"
  instance_class    = "db.t3.medium"
  allocated_storage = 50
  storage_type      = "io1"
  iops              = 1000
}
`,
    sees: [
      { address: 'aws_db_instance.db', usd: 1048.52, status: 'priced' },
      { address: 'aws_db_instance.web', usd: 227.43, status: 'priced' },
    ],
  },
  {
    name: 'SQL Server Enterprise in two zones, which cost less than twice one, 730 h × $6.657 + 100 GiB × $0.23; of the Express edition, which the list has none of, only 20 GiB × $0.23',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine            = "sqlserver-ee"
  instance_class    = "db.m5.2xlarge"
  allocated_storage = 100
  multi_az          = true
}

resource "aws_db_instance" "express" {
  engine            = "sqlserver-ex"
  instance_class    = "db.t3.small"
  allocated_storage = 20
  multi_az          = true
}
`,
    sees: [
      { address: 'aws_db_instance.db', usd: 4882.61, status: 'priced' },
      { address: 'aws_db_instance.express', usd: 4.6, status: 'partial', unknown: ['Instance, Multi-AZ: no-price'] },
    ],
  },
  {
    name: 'io1 bills every IOPS: 730 h × $0.171 + 100 GiB × $0.125 + 2,000 × $0.10; less than 100 GiB and 1,000 IOPS are not to be had',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine            = "mysql"
  instance_class    = "db.m5.large"
  allocated_storage = 100
  iops              = 2000
}

resource "aws_db_instance" "least" {
  engine            = "mysql"
  instance_class    = "db.m5.large"
  allocated_storage = 50
  storage_type      = "io1"
  iops              = 500
}
`,
    sees: [
      { address: 'aws_db_instance.db', usd: 337.33, status: 'priced' },
      { address: 'aws_db_instance.least', usd: 237.33, status: 'priced' },
    ],
  },
  {
    name: 'a replica has the engine, the size and the type of its source: each 730 h × $0.171 + 200 GiB × $0.115',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "main" {
  engine                  = "mysql"
  instance_class          = "db.m5.large"
  identifier              = "main"
  allocated_storage       = 200
  storage_type            = "gp3"
}

resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m5.large"
}
`,
    sees: [
      { address: 'aws_db_instance.main', usd: 147.83, status: 'priced' },
      { address: 'aws_db_instance.replica', usd: 147.83, status: 'priced', lines: ['Instance', 'Storage'] },
    ],
  },
  {
    name: 'storage that grows by itself is a band from 50 GiB up: 730 h × $0.171 + 50 × $0.115',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine                = "mysql"
  instance_class        = "db.m5.large"
  allocated_storage     = 50
  max_allocated_storage = 500
}
`,
    sees: [{ address: 'aws_db_instance.db', usd: 130.58, status: 'priced' }],
  },
  {
    name: 'Oracle with the licence in the price, 730 h × $0.438 + 100 × $0.115, and with one of one’s own, 730 h × $0.171 + 100 × $0.115',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "included" {
  engine            = "oracle-se2"
  license_model     = "license-included"
  instance_class    = "db.m5.large"
  allocated_storage = 100
}

resource "aws_db_instance" "own" {
  engine            = "oracle-se2"
  license_model     = "bring-your-own-license"
  instance_class    = "db.m5.large"
  allocated_storage = 100
}

resource "aws_db_instance" "enterprise" {
  engine            = "oracle-ee"
  instance_class    = "db.m5.large"
  allocated_storage = 100
}
`,
    sees: [
      { address: 'aws_db_instance.included', usd: 331.24, status: 'priced' },
      { address: 'aws_db_instance.own', usd: 136.33, status: 'priced' },
      { address: 'aws_db_instance.enterprise', usd: 136.33, status: 'priced' },
    ],
  },
  {
    name: 'PostgreSQL 12 is past its support: 730 h × $0.225019 + 2 vCPU × 730 h × $0.10 + 20 GiB × $0.115; not where that was declined',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "old" {
  engine            = "postgres"
  engine_version    = "12.17"
  instance_class    = "db.r6g.large"
  allocated_storage = 20
}

resource "aws_db_instance" "declined" {
  engine                   = "postgres"
  engine_version           = "12.17"
  engine_lifecycle_support = "open-source-rds-extended-support-disabled"
  instance_class           = "db.r6g.large"
  allocated_storage        = 20
}
`,
    sees: [
      {
        address: 'aws_db_instance.old',
        usd: 312.55,
        status: 'priced',
        lines: ['Instance', 'Extended support, year 1', 'Storage'],
      },
      { address: 'aws_db_instance.declined', usd: 166.55, status: 'priced', lines: ['Instance', 'Storage'] },
    ],
  },
  {
    name: 'magnetic storage bills its requests: 730 h × $0.171 + 100 GiB × $0.10 + 50M × $0.10; MariaDB has the rates of MySQL',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine            = "mariadb"
  instance_class    = "db.m5.large"
  allocated_storage = 100
  storage_type      = "standard"
}
`,
    usage: { 'aws_db_instance.db': { ioRequests: 50000000 } },
    sees: [{ address: 'aws_db_instance.db', usd: 139.83, status: 'priced' }],
  },
  {
    name: 'a public one has an address that is billed: 730 h × ($0.017 + $0.005) + 20 GiB × $0.115, twice',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  count               = 2
  engine              = "mysql"
  instance_class      = "db.t3.micro"
  allocated_storage   = 20
  publicly_accessible = true
}
`,
    sees: [
      {
        address: 'aws_db_instance.db',
        usd: 36.72,
        status: 'priced',
        lines: ['Instance', 'Storage', 'Public IPv4 addresses'],
      },
    ],
  },
  {
    name: 'two years of insights in Tokyo: 2 vCPU × ($1.7561 + 23 × $0.0739), 730 h × $0.235 and 20 GiB × $0.138; of the advanced mode no price is listed, beside 730 h × $0.171 + 20 GiB × $0.115; seven days are free',
    terraform: `provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "tokyo"
  region = "ap-northeast-1"
}

resource "aws_db_instance" "tokyo" {
  provider                              = aws.tokyo
  engine                                = "mysql"
  instance_class                        = "db.m5.large"
  allocated_storage                     = 20
  performance_insights_enabled          = true
  performance_insights_retention_period = 731
}

resource "aws_db_instance" "advanced" {
  engine                                = "mysql"
  instance_class                        = "db.m5.large"
  allocated_storage                     = 20
  performance_insights_enabled          = true
  performance_insights_retention_period = 465
  database_insights_mode                = "advanced"
}

resource "aws_db_instance" "free" {
  engine                                = "mysql"
  instance_class                        = "db.m5.large"
  allocated_storage                     = 20
  performance_insights_enabled          = true
  performance_insights_retention_period = 7
}
`,
    sees: [
      // and 730 h × $0.23501; the price of storage there is not listed
      { address: 'aws_db_instance.tokyo', usd: 181.22, status: 'priced' },
      {
        address: 'aws_db_instance.advanced',
        usd: 127.13,
        status: 'partial',
        unknown: ['Database Insights: no-price'],
      },
      { address: 'aws_db_instance.free', usd: 127.13, status: 'priced' },
    ],
  },
  {
    name: 'a size that comes with the snapshot, a class nobody names, a region without storage prices: 730 h × $0.017 and × $0.036',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "class" {}

resource "aws_db_instance" "restored" {
  engine              = "mysql"
  instance_class      = "db.t3.micro"
  snapshot_identifier = "rds:main-2026-01-01"
}

resource "aws_db_instance" "open" {
  engine            = "mysql"
  instance_class    = var.class
  allocated_storage = 20
}
`,
    sees: [
      { address: 'aws_db_instance.restored', usd: 12.41, status: 'partial', unknown: ['Storage: absent'] },
      { address: 'aws_db_instance.open', usd: 2.3, status: 'partial', unknown: ['Instance: absent'] },
    ],
  },
]
