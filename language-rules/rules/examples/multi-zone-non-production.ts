import type { RuleExample } from '../../../core/rule.ts'

export const multiZoneExamples: readonly RuleExample[] = [
  {
    name: 'a staging database of Amazon RDS',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "staging" {
  engine            = "postgres"
  engine_version    = "16.3"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
  storage_type      = "gp3"
  multi_az          = true # as in production
}
`,
    finds: [
      {
        line: 11,
        message:
          'A standby in another zone, and nothing here is in production: $255.14 a month, $127.57 in one zone. Turn it off.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "staging" {
  engine            = "postgres"
  engine_version    = "16.3"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
  storage_type      = "gp3"
  multi_az          = false # as in production
}
`,
      },
    ],
  },
  {
    name: 'a variable decides it: nothing is edited',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "multi_az" {
  default = true
}

resource "aws_db_instance" "test" {
  engine            = "postgres"
  engine_version    = "16.3"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
  storage_type      = "gp3"
  multi_az          = var.multi_az
}
`,
    finds: [
      {
        line: 15,
        message:
          'A standby in another zone, and nothing here is in production: $255.14 a month, $127.57 in one zone. Turn it off.',
      },
    ],
  },
  {
    name: 'Cloud SQL, and a flexible server of Azure',
    lang: 'terraform',
    code: `provider "google" {
  region = "us-central1"
}

resource "google_sql_database_instance" "dev" {
  database_version = "POSTGRES_15"

  settings {
    tier              = "db-custom-2-7680"
    availability_type = "REGIONAL"
  }
}

resource "azurerm_postgresql_flexible_server" "dev" {
  location   = "West US"
  sku_name   = "GP_Standard_D4s_v3"
  storage_mb = 131072

  high_availability {
    mode = "ZoneRedundant"
  }
}
`,
    finds: [
      {
        line: 10,
        message:
          'A standby in another zone, and nothing here is in production: $200.65 a month, $100.32 in one zone. Turn it off.',
        fixed: `provider "google" {
  region = "us-central1"
}

resource "google_sql_database_instance" "dev" {
  database_version = "POSTGRES_15"

  settings {
    tier              = "db-custom-2-7680"
    availability_type = "ZONAL"
  }
}

resource "azurerm_postgresql_flexible_server" "dev" {
  location   = "West US"
  sku_name   = "GP_Standard_D4s_v3"
  storage_mb = 131072

  high_availability {
    mode = "ZoneRedundant"
  }
}
`,
      },
      {
        line: 20,
        message:
          'A standby in another zone, and nothing here is in production: $604.73 a month, $302.36 in one zone. Turn it off.',
      },
    ],
  },
  {
    name: 'production, and what nobody says anything of',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "production" {
  engine            = "postgres"
  engine_version    = "16.3"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
  multi_az          = true
}

resource "aws_db_instance" "orders" {
  engine            = "postgres"
  engine_version    = "16.3"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
  multi_az          = true
}
`,
    finds: [],
  },
  {
    name: 'in one zone, or nobody knows',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "multi_az" {
  type = bool
}

resource "aws_db_instance" "staging" {
  engine            = "postgres"
  engine_version    = "16.3"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
}

resource "aws_db_instance" "test" {
  engine            = "postgres"
  engine_version    = "16.3"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
  multi_az          = var.multi_az
}
`,
    finds: [],
  },
  {
    name: 'a cache of two nodes: 2 × 730 h × $0.149, and one of them',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "staging" {
  replication_group_id       = "staging"
  description                = "staging"
  engine                     = "redis"
  node_type                  = "cache.m6g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
}
`,
    finds: [
      {
        line: 10,
        message:
          'A standby in another zone, and nothing here is in production: $217.54 a month, $108.77 in one zone. Turn it off.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_replication_group" "staging" {
  replication_group_id       = "staging"
  description                = "staging"
  engine                     = "redis"
  node_type                  = "cache.m6g.large"
  num_cache_clusters         = 1
  automatic_failover_enabled = false
  multi_az_enabled           = false
}
`,
      },
    ],
  },
  {
    name: 'a cache of Google: 5 GB × 730 h × $0.054, and × $0.027',
    lang: 'terraform',
    code: `resource "google_redis_instance" "dev" {
  name           = "dev"
  region         = "us-central1"
  tier           = "STANDARD_HA"
  memory_size_gb = 5
}
`,
    finds: [
      {
        line: 4,
        message:
          'A standby in another zone, and nothing here is in production: $197.10 a month, $98.55 in one zone. Turn it off.',
        fixed: `resource "google_redis_instance" "dev" {
  name           = "dev"
  region         = "us-central1"
  tier           = "BASIC"
  memory_size_gb = 5
}
`,
      },
    ],
  },
  {
    name: 'a broker of Amazon MQ',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mq_broker" "test" {
  broker_name        = "test"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
}
`,
    finds: [
      {
        line: 10,
        message:
          'A standby in another zone, and nothing here is in production: $420.48 a month, $210.24 in one zone. Turn it off.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mq_broker" "test" {
  broker_name        = "test"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "SINGLE_INSTANCE"
}
`,
      },
    ],
  },
]
