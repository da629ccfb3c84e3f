// https://aws.amazon.com/redshift/pricing/
import {
  committable,
  fact,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import { unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { warehousesFromCode } from './databases-from-code.ts'
import { serviceLines, textOf } from './item-lines.ts'

const docs = 'https://aws.amazon.com/redshift/pricing/'

/** Prices of S3, by what is stored: snapshots of DC2 and DS2 beyond the free share, and those taken by hand. */
const backupTiers: readonly Tier[] = [
  { service: 'redshift', item: 'backup first 50 TB', upTo: 50 * 1024 },
  { service: 'redshift', item: 'backup next 450 TB', upTo: 500 * 1024 },
  { service: 'redshift', item: 'backup over 500 TB', upTo: Number.POSITIVE_INFINITY },
]

function clusterLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const type = fact(resource, 'instanceType')
  const price = priceFor(resource, [type], (region, name) => prices.service('aws', 'redshift', name!, region))
  const { used, told } = serviceLines(resource, prices, 'redshift')
  const node = textOf(type)
  const isManaged = (node ?? 'ra3').startsWith('ra3')
  return [
    committable(
      line('Nodes', 'hour', product(numberFact(resource, 'nodes'), monthOf(resource)), price),
      node === undefined ? undefined : { service: 'redshift', family: node.split('.')[0]!, what: node },
    ),
    ...(isManaged ? [used('Managed storage', 'GB-month', 'managed storage', 'storedGB')] : []),
    ...tierLines(
      resource,
      prices,
      'Snapshots beyond what is free',
      'GB-month',
      usage(resource, 'backupGB'),
      backupTiers,
    ),
    ...told('Spectrum, data scanned', 'TB', 'spectrum', 'scannedTB'),
    ...told('Concurrency scaling', 'node-second', `concurrency scaling ${textOf(type) ?? ''}`, 'scalingNodeSeconds'),
  ]
}

const cluster = defineResource({
  id: 'aws/redshift-cluster',
  cloud: 'aws',
  docs,
  shape: { instanceType: 'node type, ra3.4xlarge', nodes: 'how many nodes' },
  usage: {
    storedGB: 'GB of managed storage, mean of the month',
    backupGB: 'GB of snapshots beyond what is free, mean of the month',
    scannedTB: 'TB that Spectrum scans a month',
    scalingNodeSeconds: 'seconds of concurrency scaling beyond the free ones × nodes a month',
  },
  lines: clusterLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster
    terraform: { aws_redshift_cluster: { facts: { instanceType: 'node_type', nodes: ['number_of_nodes', 1] } } },
    sdk: warehousesFromCode,
  },
  label: ({ shape }) => `Redshift · ${textOf(shape.instanceType ?? unknown('absent')) ?? 'cluster'}`,
})

/** Capacity is billed while it answers queries, so that only use tells for how long. */
const workgroup = defineResource({
  id: 'aws/redshift-serverless-workgroup',
  cloud: 'aws',
  docs,
  shape: { capacityUnits: 'RPUs it starts with' },
  usage: { rpuHours: 'RPU-hours a month: RPUs × hours in which it answers queries' },
  lines: (resource, prices) => [
    serviceLines(resource, prices, 'redshift-serverless').used('Capacity in use', 'RPU-hour', 'RPU', 'rpuHours'),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshiftserverless_workgroup
    terraform: { aws_redshiftserverless_workgroup: { facts: { capacityUnits: ['base_capacity', 128] } } },
  },
  label: () => 'Redshift Serverless',
})

const namespace = defineResource({
  id: 'aws/redshift-serverless-namespace',
  cloud: 'aws',
  docs,
  shape: {},
  usage: { storedGB: 'GB of managed storage, mean of the month' },
  lines: (resource, prices) => [
    serviceLines(resource, prices, 'redshift-serverless').used(
      'Managed storage',
      'GB-month',
      'managed storage',
      'storedGB',
    ),
  ],
  from: { terraform: { aws_redshiftserverless_namespace: { facts: {} } } },
  label: () => 'Redshift Serverless storage',
})

export const resources = [cluster, workgroup, namespace]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two nodes: 2 × 730 h × $3.26; the managed storage is use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_redshift_cluster" "dwh" {
  cluster_identifier = "dwh"
  node_type          = "ra3.4xlarge"
  number_of_nodes    = 2
}
`,
    sees: [
      {
        address: 'aws_redshift_cluster.dwh',
        usd: 4759.6,
        status: 'partial',
        lines: ['Nodes', 'Managed storage', 'Snapshots beyond what is free'],
      },
    ],
  },
  {
    name: 'one node with its own disks: 730 h × $0.25 + 1,000 GB of snapshots × $0.023 + 2 TB scanned × $5',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_redshift_cluster" "dwh" {
  cluster_identifier = "dwh"
  node_type          = "dc2.large"
}
`,
    usage: { 'aws_redshift_cluster.*': { backupGB: 1000, scannedTB: 2 } },
    sees: [
      {
        address: 'aws_redshift_cluster.dwh',
        usd: 215.5,
        status: 'priced',
        lines: ['Nodes', 'Snapshots beyond what is free', 'Spectrum, data scanned'],
      },
    ],
  },
  {
    name: 'snapshots in tiers: 51,200 GB × $0.023 + 8,800 GB × $0.022, 500 GB of managed storage × $0.024 and 730 h × $1.086',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_redshift_cluster" "dwh" {
  cluster_identifier = "dwh"
  node_type          = "ra3.xlplus"
}
`,
    usage: { 'aws_redshift_cluster.dwh': { backupGB: 60000, storedGB: 500 } },
    sees: [{ address: 'aws_redshift_cluster.dwh', usd: 2175.98, status: 'priced' }],
  },
  {
    name: 'serverless is billed while it answers: 100 RPU-hours × $0.375, and 500 GB × $0.024',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_redshiftserverless_namespace" "dwh" {
  namespace_name = "dwh"
}

resource "aws_redshiftserverless_workgroup" "dwh" {
  namespace_name = aws_redshiftserverless_namespace.dwh.namespace_name
  workgroup_name = "dwh"
  base_capacity  = 8
}
`,
    usage: {
      'aws_redshiftserverless_workgroup.dwh': { rpuHours: 100 },
      'aws_redshiftserverless_namespace.dwh': { storedGB: 500 },
    },
    sees: [
      { address: 'aws_redshiftserverless_namespace.dwh', usd: 12, status: 'priced' },
      { address: 'aws_redshiftserverless_workgroup.dwh', usd: 37.5, status: 'priced' },
    ],
  },
  {
    name: 'serverless with nothing told has unit prices',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_redshiftserverless_workgroup" "dwh" {
  namespace_name = "dwh"
  workgroup_name = "dwh"
}
`,
    sees: [
      {
        address: 'aws_redshiftserverless_workgroup.dwh',
        usd: null,
        status: 'partial',
        unknown: ['Capacity in use: usage'],
      },
    ],
  },
  {
    name: 'a node type nobody names',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "type" {}

resource "aws_redshift_cluster" "dwh" {
  cluster_identifier = "dwh"
  node_type          = var.type
}
`,
    sees: [{ address: 'aws_redshift_cluster.dwh', usd: null, status: 'partial' }],
  },
]
