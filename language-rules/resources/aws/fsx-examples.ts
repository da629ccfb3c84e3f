// Worked out by hand from https://aws.amazon.com/fsx/pricing/ and its pages per file system, us-east-1 and us-west-2.
import type { ResourceExample } from '../../../core/resource.ts'

export const examples: readonly ResourceExample[] = [
  {
    name: 'Windows in two zones: 100 GiB × $0.23 + 8 MB/s × $4.50; backups of seven days are the default, and use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_windows_file_system" "data" {
  subnet_ids = []
  deployment_type     = "MULTI_AZ_1"
  storage_capacity    = 100
  throughput_capacity = 8
}
`,
    sees: [
      {
        address: 'aws_fsx_windows_file_system.data',
        usd: 59,
        status: 'partial',
        lines: ['Storage', 'Throughput capacity', 'Backups'],
        unknown: ['Backups: usage'],
      },
    ],
  },
  {
    name: 'Windows on disks, without backups: 2,000 GiB × $0.025 + 16 MB/s × $4.50',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_windows_file_system" "data" {
  subnet_ids = []
  deployment_type                 = "MULTI_AZ_1"
  storage_type                    = "HDD"
  storage_capacity                = 2000
  throughput_capacity             = 16
  automatic_backup_retention_days = 0
}
`,
    sees: [{ address: 'aws_fsx_windows_file_system.data', usd: 122, status: 'priced' }],
  },
  {
    name: 'with backups told: 100 GiB × $0.23 + 8 MB/s × $4.50 + 200 GB × $0.05',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_windows_file_system" "data" {
  subnet_ids = []
  deployment_type     = "MULTI_AZ_1"
  storage_capacity    = 100
  throughput_capacity = 8
}
`,
    usage: { 'aws_fsx_windows_file_system.*': { backupGB: 200 } },
    sees: [{ address: 'aws_fsx_windows_file_system.data', usd: 69, status: 'priced' }],
  },
  {
    name: 'OpenZFS: 64 GiB × $0.09 + 64 MB/s × $0.26',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_openzfs_file_system" "data" {
  subnet_ids = []
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  throughput_capacity = 64
}
`,
    sees: [{ address: 'aws_fsx_openzfs_file_system.data', usd: 22.4, status: 'priced' }],
  },
  {
    name: 'OpenZFS above 3 IOPS a GiB: 64 GiB × $0.09 + 64 MB/s × $0.26 + (1,000 − 192) × $0.006',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_openzfs_file_system" "data" {
  subnet_ids = []
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  throughput_capacity = 64

  disk_iops_configuration {
    mode = "USER_PROVISIONED"
    iops = 1000
  }
}
`,
    sees: [{ address: 'aws_fsx_openzfs_file_system.data', usd: 27.25, status: 'priced' }],
  },
  {
    name: 'Lustre: 1,200 GiB × $0.14 of scratch, and 1,200 GiB × $0.29 that persist with 200 MB/s a TiB',
    terraform: `provider "aws" {
  region = "us-west-2"
}

resource "aws_fsx_lustre_file_system" "scratch" {
  subnet_ids = []
  deployment_type  = "SCRATCH_2"
  storage_capacity = 1200
}

resource "aws_fsx_lustre_file_system" "kept" {
  subnet_ids = []
  deployment_type             = "PERSISTENT_1"
  per_unit_storage_throughput = 200
  storage_capacity            = 1200
}
`,
    sees: [
      { address: 'aws_fsx_lustre_file_system.scratch', usd: 168, status: 'priced' },
      { address: 'aws_fsx_lustre_file_system.kept', usd: 348, status: 'priced' },
    ],
  },
  {
    name: 'in one zone: Windows, 300 GiB × $0.13 + 32 MB/s × $2.20; Lustre that persists, 1,200 GiB × $0.145 with 125 MB/s a TiB, and 6,000 GiB × $0.041 on disks with a cache',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_windows_file_system" "one" {
  subnet_ids                      = []
  storage_capacity                = 300
  throughput_capacity             = 32
  automatic_backup_retention_days = 0
}

resource "aws_fsx_lustre_file_system" "fast" {
  subnet_ids                  = []
  deployment_type             = "PERSISTENT_2"
  per_unit_storage_throughput = 125
  storage_capacity            = 1200
}

resource "aws_fsx_lustre_file_system" "disks" {
  subnet_ids                  = []
  deployment_type             = "PERSISTENT_1"
  storage_type                = "HDD"
  drive_cache_type            = "READ"
  per_unit_storage_throughput = 12
  storage_capacity            = 6000
}
`,
    sees: [
      { address: 'aws_fsx_windows_file_system.one', usd: 109.4, status: 'priced' },
      { address: 'aws_fsx_lustre_file_system.fast', usd: 174, status: 'priced' },
      { address: 'aws_fsx_lustre_file_system.disks', usd: 246, status: 'priced' },
    ],
  },
  {
    name: 'ONTAP in two zones: 1,024 GiB × $0.25 + 128 MBps × $1.20, the capacity pool is use; a backup of a file system',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_fsx_ontap_file_system" "data" {
  subnet_ids = []
  deployment_type     = "MULTI_AZ_1"
  preferred_subnet_id = ""
  storage_capacity    = 1024
  throughput_capacity = 128
}

resource "aws_fsx_backup" "data" {
  file_system_id = aws_fsx_openzfs_file_system.zfs.id
}

resource "aws_fsx_openzfs_file_system" "zfs" {
  subnet_ids = []
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  throughput_capacity = 64
}
`,
    usage: { 'aws_fsx_backup.data': { storedGB: 100 } },
    sees: [
      {
        address: 'aws_fsx_ontap_file_system.data',
        usd: 409.6,
        status: 'partial',
        lines: ['SSD storage', 'Throughput capacity', 'Capacity pool storage'],
        unknown: ['Capacity pool storage: usage'],
      },
      { address: 'aws_fsx_backup.data', usd: 5, status: 'priced' },
      { address: 'aws_fsx_openzfs_file_system.zfs', usd: 22.4, status: 'priced' },
    ],
  },
]
