// https://aws.amazon.com/documentdb/pricing/
import { line, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { clusterDatabase } from './cluster-database.ts'
import { itemPrice, serviceLines } from './item-lines.ts'

const docs = 'https://aws.amazon.com/documentdb/pricing/'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster */
const instanceBased = clusterDatabase({
  service: 'docdb',
  name: 'DocumentDB',
  docs,
  unit: 'DCU',
  scaling: 'serverless_v2_scaling_configuration',
})

/** Each shard has as many instances as it has copies of its data. */
const elastic = defineResource({
  id: 'aws/docdb-elastic-cluster',
  cloud: 'aws',
  docs,
  shape: {
    shards: 'how many shards',
    vcpusPerInstance: 'vCPUs of each instance of a shard',
    instancesPerShard: 'instances of each shard',
  },
  usage: {
    storedGB: 'GB stored, mean of the month',
    backupGB: 'GB of backups beyond the size of the storage, mean of the month',
  },
  lines: (resource, prices) => {
    const instances = product(numberFact(resource, 'shards'), numberFact(resource, 'instancesPerShard'))
    const vcpus = product(instances, numberFact(resource, 'vcpusPerInstance'))
    const { used } = serviceLines(resource, prices, 'docdb')
    return [
      line(
        'Shards',
        'vCPU-hour',
        product(vcpus, monthOf(resource)),
        itemPrice(resource, prices, 'docdb', 'elastic vCPU'),
      ),
      used('Storage', 'GB-month', 'elastic storage', 'storedGB'),
      used('Backups beyond the size of the storage', 'GB-month', 'backup storage', 'backupGB'),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdbelastic_cluster
    terraform: {
      aws_docdbelastic_cluster: {
        facts: {
          shards: 'shard_count',
          vcpusPerInstance: 'shard_capacity',
          instancesPerShard: 'shard_instance_count',
        },
      },
    },
  },
  label: () => 'DocumentDB elastic cluster',
})

export const resources = [...instanceBased, elastic]

export const examples: readonly ResourceExample[] = [
  {
    name: '730 h × $0.078; credits of a T class are use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_docdb_cluster" "db" {}

resource "aws_docdb_cluster_instance" "db" {
  cluster_identifier = aws_docdb_cluster.db.id
  instance_class     = "db.t3.medium"
}
`,
    sees: [
      {
        address: 'aws_docdb_cluster.db',
        usd: null,
        status: 'partial',
        lines: ['Storage', 'Reads and writes', 'Backups beyond the size of the storage'],
      },
      { address: 'aws_docdb_cluster_instance.db', usd: 56.94, status: 'partial', unknown: ['CPU credits: usage'] },
    ],
  },
  {
    name: '730 h × $2.216, two of them; 100 GB × $0.10 + 1M × $0.20 + 50 GB × $0.021',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_docdb_cluster" "db" {}

resource "aws_docdb_cluster_instance" "db" {
  count              = 2
  cluster_identifier = aws_docdb_cluster.db.id
  instance_class     = "db.r5.4xlarge"
}
`,
    usage: { 'aws_docdb_cluster.*': { storedGB: 100, ioRequests: 1000000, backupGB: 50 } },
    sees: [
      { address: 'aws_docdb_cluster.db', usd: 11.25, status: 'priced' },
      { address: 'aws_docdb_cluster_instance.db', usd: 3235.36, status: 'priced' },
    ],
  },
  {
    name: 'credits told: 730 h × $0.078 + 100 × $0.09; a snapshot of 100 GB × $0.021',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_docdb_cluster_instance" "db" {
  cluster_identifier = "docs"
  instance_class     = "db.t3.medium"
}

resource "aws_docdb_cluster_snapshot" "before" {
  db_cluster_identifier          = "docs"
  db_cluster_snapshot_identifier = "before"
}
`,
    usage: {
      'aws_docdb_cluster_instance.db': { cpuCreditHours: 100 },
      'aws_docdb_cluster_snapshot.before': { storedGB: 100 },
    },
    sees: [
      { address: 'aws_docdb_cluster_instance.db', usd: 65.94, status: 'priced' },
      { address: 'aws_docdb_cluster_snapshot.before', usd: 2.1, status: 'priced' },
    ],
  },
  {
    name: 'elastic clusters are not in the list, nor is the storage with its requests included: backups of 10 GB × $0.021',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_docdbelastic_cluster" "db" {
  name           = "db"
  shard_capacity = 2
  shard_count    = 2
}

resource "aws_docdb_cluster" "db" {
  storage_type = "iopt1"
}
`,
    usage: { 'aws_docdb_cluster.db': { backupGB: 10 } },
    sees: [
      { address: 'aws_docdbelastic_cluster.db', usd: null, status: 'partial' },
      { address: 'aws_docdb_cluster.db', usd: 0.21, status: 'partial' },
    ],
  },
]
