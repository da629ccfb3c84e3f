// https://aws.amazon.com/dynamodb/pricing/: the cache before it is billed by its nodes
import { fact, line, monthOf, numberFact, priceFor, product } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const cluster = defineResource({
  id: 'aws/dax-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/dynamodb/pricing/',
  shape: { instanceType: 'node type, dax.r5.large', nodes: 'how many nodes, the first one counted' },
  lines: (resource, prices) => [
    line(
      'Nodes',
      'hour',
      product(numberFact(resource, 'nodes'), monthOf(resource)),
      priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
        prices.service('aws', 'dax', type!, region),
      ),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dax_cluster
    terraform: { aws_dax_cluster: { facts: { instanceType: 'node_type', nodes: 'replication_factor' } } },
  },
  label: ({ shape }) => `DAX · ${(shape.instanceType && valueOf(shape.instanceType)) ?? 'cluster'}`,
})

export const resources = [cluster]

export const examples: readonly ResourceExample[] = [
  {
    name: 'three nodes of dax.r4.large: 3 × 730 h × $0.269; a region without a row',
    terraform: `provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "mexico"
  region = "mx-central-1"
}

resource "aws_dax_cluster" "cache" {
  cluster_name       = "cache"
  iam_role_arn       = "arn:aws:iam::123456789012:role/dax"
  node_type          = "dax.r4.large"
  replication_factor = 3
}

resource "aws_dax_cluster" "far" {
  provider           = aws.mexico
  cluster_name       = "far"
  iam_role_arn       = "arn:aws:iam::123456789012:role/dax"
  node_type          = "dax.r4.large"
  replication_factor = 1
}
`,
    sees: [
      { address: 'aws_dax_cluster.cache', usd: 589.11, status: 'priced', lines: ['Nodes'] },
      { address: 'aws_dax_cluster.far', usd: null, status: 'unknown', unknown: ['Nodes: no-price'] },
    ],
  },
]
