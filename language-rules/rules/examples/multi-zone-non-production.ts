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
]
