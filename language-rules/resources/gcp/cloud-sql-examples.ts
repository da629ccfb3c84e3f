import type { ResourceExample } from '../../../core/resource.ts'

const provider = `provider "google" {
  region = "us-central1"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: '2 vCPUs × 730 h × $0.0413 + 7.5 GB × 730 h × $0.007 + 100 GB × $0.17',
    terraform: `${provider}
resource "google_sql_database_instance" "db" {
  database_version = "POSTGRES_15"

  settings {
    tier      = "db-custom-2-7680"
    disk_size = 100
  }
}
`,
    sees: [
      {
        address: 'google_sql_database_instance.db',
        usd: 115.62,
        status: 'partial',
        lines: ['vCPUs', 'Memory', 'Storage', 'Backups'],
        unknown: ['Backups: usage'],
        assumed: ['edition', 'availability', 'activation', 'storageType', 'publicIpv4'],
      },
    ],
  },
  {
    name: 'with a standby all is twice: 2 × (730 h × (4 × $0.0413 + 15 GB × $0.007) + 100 GB × $0.17), and 50 GB of backups × $0.08; a replica of it has its disk and no standby: 730 h × (4 × $0.0413 + 15 GB × $0.007) + 100 GB × $0.17',
    terraform: `${provider}
resource "google_sql_database_instance" "main" {
  database_version = "MYSQL_8_0"

  settings {
    tier              = "db-n1-standard-4"
    availability_type = "REGIONAL"
    disk_size         = 100
  }
}

resource "google_sql_database_instance" "replica" {
  database_version     = "MYSQL_8_0"
  master_instance_name = google_sql_database_instance.main.name

  settings {
    tier = "db-n1-standard-4"
  }
}
`,
    usage: {
      'google_sql_database_instance.main': { backupGB: 50 },
      'google_sql_database_instance.replica': { backupGB: 0 },
    },
    sees: [
      { address: 'google_sql_database_instance.main', usd: 432.49, status: 'priced' },
      { address: 'google_sql_database_instance.replica', usd: 214.25, status: 'priced' },
    ],
  },
  {
    name: 'a shared core and the least disk: 730 h × $0.0105 + 10 GB × $0.17; stopped, with its address: 730 h × $0.01 + 10 GB × $0.17; stopped without one: 10 GB × $0.17',
    terraform: `${provider}
resource "google_sql_database_instance" "small" {
  database_version = "MYSQL_8_0"

  settings {
    tier = "db-f1-micro"
  }
}

resource "google_sql_database_instance" "stopped" {
  database_version = "MYSQL_8_0"

  settings {
    tier              = "db-f1-micro"
    activation_policy = "NEVER"
  }
}

resource "google_sql_database_instance" "private" {
  database_version = "MYSQL_8_0"

  settings {
    tier              = "db-f1-micro"
    activation_policy = "NEVER"

    ip_configuration {
      ipv4_enabled = false
    }
  }
}
`,
    sees: [
      {
        address: 'google_sql_database_instance.small',
        usd: 9.37,
        lines: ['Instance', 'Storage', 'Backups'],
        assumed: ['edition', 'availability', 'activation', 'storageType', 'sizeGiB', 'publicIpv4'],
      },
      { address: 'google_sql_database_instance.stopped', usd: 9, lines: ['Idle IPv4 address', 'Storage', 'Backups'] },
      { address: 'google_sql_database_instance.private', usd: 1.7, lines: ['Storage', 'Backups'] },
    ],
  },
  {
    name: 'SQL Server with its licence: 730 h × (4 × $0.0413 + 15 GB × $0.007 + 4 × $0.13) + 100 GB × $0.17; with a standby one licence is likely, two are the most',
    terraform: `${provider}
resource "google_sql_database_instance" "one" {
  database_version = "SQLSERVER_2019_STANDARD"

  settings {
    tier      = "db-custom-4-15360"
    disk_size = 100
  }
}

resource "google_sql_database_instance" "two" {
  database_version = "SQLSERVER_2019_STANDARD"

  settings {
    tier              = "db-custom-4-15360"
    availability_type = "REGIONAL"
    disk_size         = 100
  }
}
`,
    sees: [
      {
        address: 'google_sql_database_instance.one',
        usd: 593.85,
        lines: ['vCPUs', 'Memory', 'SQL Server licence', 'Storage', 'Backups'],
      },
      { address: 'google_sql_database_instance.two', usd: 808.09 },
    ],
  },
  {
    name: 'a tier from a variable without a value is not known, nor is its price: 20 GB × $0.17 alone',
    terraform: `${provider}
variable "tier" {}

resource "google_sql_database_instance" "db" {
  database_version = "POSTGRES_15"

  settings {
    tier      = var.tier
    disk_size = 20
  }
}
`,
    sees: [
      {
        address: 'google_sql_database_instance.db',
        usd: 3.4,
        status: 'partial',
        unknown: ['Instance: absent', 'Backups: usage'],
      },
    ],
  },
]
