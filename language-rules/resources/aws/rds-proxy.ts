// https://aws.amazon.com/rds/proxy/pricing/
import { fact, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { vcpusOf } from './database-facts.ts'
import { is, serviceLines } from './item-lines.ts'

const proxyTargets = ['aws_db_proxy_target']

/** The vCPUs of what the proxy stands before, told by its target. */
function proxiedType(block: Block): Known<Fact> {
  const target = proxyTargets.flatMap((type) => block.referredBy(type))[0]
  const database = target?.target('db_instance_identifier', 'aws_db_instance')
  if (database !== undefined) return database.fact('instance_class')
  const cluster = target?.target('db_cluster_identifier', 'aws_rds_cluster')
  return cluster?.referredBy('aws_rds_cluster_instance')[0]?.fact('instance_class') ?? unknown('dynamic')
}

/** How many instances of a cluster it stands before; one of an instance. */
function proxiedCount(block: Block): Known<Fact> {
  const target = proxyTargets.flatMap((type) => block.referredBy(type))[0]
  const cluster = target?.target('db_cluster_identifier', 'aws_rds_cluster')
  const counts = cluster?.referredBy('aws_rds_cluster_instance').map(({ count }) => count)
  if (counts === undefined) return known<Fact>(1, block.location)
  const exact = counts.map(valueOf)
  return exact.includes(undefined)
    ? unknown('dynamic', block.location)
    : known<Fact>(
        exact.reduce<number>((total, one) => total + one!, 0),
        block.location,
      )
}

function proxyLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const { item } = serviceLines(resource, prices, 'rds')
  const type = fact(resource, 'instanceType')
  const instances = numberFact(resource, 'instances')
  const each = is(type, 'db.serverless') ? unknown<number>('usage') : vcpusOf(prices, type)
  const told = usage(resource, 'proxiedVcpus')
  const vcpus = told.is === 'unknown' ? product(each, instances) : told
  return [item('Proxy', 'vCPU-hour', product(vcpus, monthOf(resource)), 'proxy')]
}

const proxy = defineResource({
  id: 'aws/rds-proxy',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/rds/proxy/pricing/',
  shape: {
    instanceType: 'instance class of what it stands before',
    instances: 'how many of them',
  },
  usage: { proxiedVcpus: 'vCPUs of all that it stands before' },
  lines: proxyLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_proxy
    terraform: { aws_db_proxy: { facts: { instanceType: proxiedType, instances: proxiedCount } } },
  },
  label: () => 'RDS Proxy',
})

export const resources = [proxy]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a proxy is billed by the vCPUs behind it: 2 × 730 h × $0.015',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "db" {
  engine            = "mysql"
  instance_class    = "db.m5.large"
  identifier        = "main"
  allocated_storage = 20
}

resource "aws_db_proxy" "proxy" {
  name           = "proxy"
  engine_family  = "MYSQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = []
}

resource "aws_db_proxy_target" "db" {
  db_proxy_name          = aws_db_proxy.proxy.name
  target_group_name      = "default"
  db_instance_identifier = aws_db_instance.db.identifier
}
`,
    sees: [
      { address: 'aws_db_instance.db', usd: 127.13, status: 'priced' },
      { address: 'aws_db_proxy.proxy', usd: 21.9, status: 'priced' },
    ],
  },
]
