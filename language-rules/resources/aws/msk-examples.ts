// Worked out by hand from https://aws.amazon.com/msk/pricing/, us-east-1.
import type { ResourceExample } from '../../../core/resource.ts'

const cluster = (brokers: number, type: string, storage: string, more = '') => `provider "aws" {
  region = "us-east-1"
}

resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = ${brokers}
${more}
  broker_node_group_info {
    instance_type   = "${type}"
    client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
    security_groups = ["sg-1"]
${storage}  }
}
`

const disk = (size: number, inside = '') => `
    storage_info {
      ebs_storage_info {
        volume_size = ${size}
${inside}      }
    }
`

export const examples: readonly ResourceExample[] = [
  {
    name: '3 brokers: 3 × 730 h × $0.21 + 3 × 1,000 GB × $0.10',
    terraform: cluster(3, 'kafka.m5.large', disk(1000)),
    sees: [
      {
        address: 'aws_msk_cluster.events',
        usd: 759.9,
        status: 'priced',
        lines: ['Brokers', 'Storage'],
        assumed: ['storageMode'],
      },
    ],
  },
  {
    name: 'provisioned throughput: 2 × 730 h × $10.08 + 2 × 500 GB × $0.10 + 2 × 300 MB/s × $0.08',
    terraform: cluster(
      2,
      'kafka.m5.24xlarge',
      disk(
        500,
        `
        provisioned_throughput {
          enabled           = true
          volume_throughput = 300
        }
`,
      ),
    ),
    sees: [
      {
        address: 'aws_msk_cluster.events',
        usd: 14_864.8,
        status: 'priced',
        lines: ['Brokers', 'Storage', 'Storage throughput'],
      },
    ],
  },
  {
    name: 'tiered, and open to other VPCs by two ways to sign in: 3 × 730 h × $0.204 + 300 GB × $0.10 + 2 × 730 h × $0.0225',
    terraform: cluster(
      3,
      'kafka.m7g.large',
      `${disk(100)}
    connectivity_info {
      vpc_connectivity {
        client_authentication {
          tls = true
          sasl {
            iam = true
          }
        }
      }
    }
`,
      '  storage_mode           = "TIERED"\n',
    ),
    sees: [
      {
        address: 'aws_msk_cluster.events',
        usd: 509.61,
        status: 'partial',
        lines: ['Brokers', 'Storage', 'Tiered storage', 'Private connectivity', 'Private connectivity data'],
      },
    ],
  },
  {
    name: 'express brokers have no provisioned storage: 3 × 730 h × $0.408',
    terraform: cluster(3, 'express.m7g.large', ''),
    sees: [
      {
        address: 'aws_msk_cluster.events',
        usd: 893.52,
        status: 'partial',
        lines: ['Brokers', 'Storage', 'Data written'],
      },
    ],
  },
  {
    name: 'storage that scales itself stands at what is written: 3 × 730 h × $0.0456 + 300 GB × $0.10',
    terraform: `${cluster(3, 'kafka.t3.small', disk(100))}
resource "aws_appautoscaling_target" "storage" {
  service_namespace  = "kafka"
  resource_id        = aws_msk_cluster.events.arn
  scalable_dimension = "kafka:broker-storage:VolumeSize"
  min_capacity       = 1
  max_capacity       = 1000
}
`,
    sees: [{ address: 'aws_msk_cluster.events', usd: 129.86, status: 'priced' }],
  },
  {
    name: 'serverless: 730 h × $0.75 whatever flows; 100 partitions × 730 h × $0.0015 + 50 GB × ($0.10 + $0.10 + $0.05)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_msk_serverless_cluster" "events" {
  cluster_name = "events"
}

resource "aws_msk_serverless_cluster" "untold" {
  cluster_name = "untold"
}
`,
    usage: { 'aws_msk_serverless_cluster.events': { partitions: 100, storedGB: 50, writtenGB: 50, readGB: 50 } },
    sees: [
      { address: 'aws_msk_serverless_cluster.events', usd: 669.5, status: 'priced' },
      { address: 'aws_msk_serverless_cluster.untold', usd: 547.5, status: 'partial' },
    ],
  },
  {
    name: 'a connector by its workers: 2 × 4 units × 730 h × $0.11; one that scales, at its minimum, 730 h × $0.11; a replicator, 730 h × $0.30',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mskconnect_connector" "sink" {
  name = "sink"

  capacity {
    provisioned_capacity {
      mcu_count    = 4
      worker_count = 2
    }
  }
}

resource "aws_mskconnect_connector" "scaled" {
  name = "scaled"

  capacity {
    autoscaling {
      min_worker_count = 1
      max_worker_count = 6
    }
  }
}

resource "aws_msk_replicator" "copy" {
  replicator_name = "copy"
}
`,
    sees: [
      { address: 'aws_mskconnect_connector.sink', usd: 642.4, status: 'priced' },
      { address: 'aws_mskconnect_connector.scaled', usd: 80.3, status: 'priced' },
      { address: 'aws_msk_replicator.copy', usd: 219, status: 'partial' },
    ],
  },
]
