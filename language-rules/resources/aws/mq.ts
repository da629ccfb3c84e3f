// https://aws.amazon.com/amazon-mq/pricing/
import { fact, line, monthOf, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'

/** Brokers of a deployment, each billed by the hour, and the words of the price list where it lists them together. */
const deployments: Readonly<Record<string, { readonly brokers: number; readonly words: string }>> = {
  SINGLE_INSTANCE: { brokers: 1, words: '' },
  ACTIVE_STANDBY_MULTI_AZ: { brokers: 2, words: ' active-standby' },
  CLUSTER_MULTI_AZ: { brokers: 3, words: ' cluster' },
}

/** The whole deployment where it is listed, else as many single brokers. */
function brokerLine(resource: Resource, prices: PriceBook): Line {
  const mode = fact(resource, 'deployment')
  const deployment = deployments[String(valueOf(mode))]
  if (deployment === undefined)
    return line('Brokers', 'hour', monthOf(resource), mode.is === 'unknown' ? mode.why : 'unsupported')
  const price = (words: string) =>
    priceFor(resource, [fact(resource, 'engine'), fact(resource, 'instanceType')], (region, engine, type) =>
      prices.service('aws', 'mq', `${engine!.toLowerCase()} ${type}${words}`, region),
    )
  const together = price(deployment.words)
  if (typeof together !== 'string') return line('Brokers', 'hour', monthOf(resource), together)
  return line('Brokers', 'hour', product(fixed(resource, deployment.brokers), monthOf(resource)), price(''))
}

const broker = defineResource({
  id: 'aws/mq-broker',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/amazon-mq/pricing/',
  shape: {
    engine: 'ActiveMQ or RabbitMQ',
    instanceType: 'mq.m5.large',
    deployment: 'SINGLE_INSTANCE, ACTIVE_STANDBY_MULTI_AZ or CLUSTER_MULTI_AZ',
    storageType: 'efs or ebs; without it efs for ActiveMQ, and ebs for RabbitMQ',
  },
  usage: { storedGB: 'GB stored by all brokers, mean of the month' },
  lines: (resource, prices) => {
    const storage = valueOf(fact(resource, 'storageType'))
    const isActive = String(valueOf(fact(resource, 'engine'))).toLowerCase() === 'activemq'
    const kind = String(storage ?? (isActive ? 'efs' : 'ebs')).toUpperCase()
    return [
      brokerLine(resource, prices),
      serviceLine(resource, prices, 'Storage', 'GB-month', usage(resource, 'storedGB'), {
        service: 'mq',
        item: `${kind} storage`,
      }),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker
    terraform: {
      aws_mq_broker: {
        facts: {
          engine: 'engine_type',
          instanceType: 'host_instance_type',
          deployment: ['deployment_mode', 'SINGLE_INSTANCE'],
          storageType: 'storage_type',
        },
      },
    },
  },
  label: ({ shape }) =>
    `${(shape.engine && valueOf(shape.engine)) ?? 'Broker'} ${(shape.instanceType && valueOf(shape.instanceType)) ?? ''}`.trim(),
})

export const resources = [broker]

export const free: readonly string[] = ['aws_mq_configuration']

export const examples: readonly ResourceExample[] = [
  {
    name: 'one broker, on EFS by default: 730 h × $0.03 + 10 GB × $0.30',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mq_broker" "queue" {
  broker_name        = "queue"
  engine_type        = "ActiveMQ"
  engine_version     = "5.17.6"
  host_instance_type = "mq.t2.micro"
}
`,
    usage: { aws_mq_broker: { storedGB: 10 } },
    sees: [
      {
        address: 'aws_mq_broker.queue',
        usd: 24.9,
        status: 'priced',
        lines: ['Brokers', 'Storage'],
        assumed: ['deployment', 'storedGB'],
      },
    ],
  },
  {
    name: 'a pair is listed as one, 730 h × $0.576, and a RabbitMQ cluster as three, 730 h × $1.728 + 40 GB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mq_broker" "pair" {
  broker_name        = "pair"
  engine_type        = "ActiveMQ"
  engine_version     = "5.17.6"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
}

resource "aws_mq_broker" "cluster" {
  broker_name        = "cluster"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.xlarge"
  deployment_mode    = "CLUSTER_MULTI_AZ"
}
`,
    usage: { 'aws_mq_broker.cluster': { storedGB: 40 } },
    sees: [
      { address: 'aws_mq_broker.pair', usd: 420.48, status: 'partial', unknown: ['Storage: usage'] },
      { address: 'aws_mq_broker.cluster', usd: 1265.44, status: 'priced' },
    ],
  },
  {
    name: 'a pair that is not listed as one is two brokers: 2 × 730 h × $0.03',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_mq_broker" "pair" {
  broker_name        = "pair"
  engine_type        = "ActiveMQ"
  engine_version     = "5.17.6"
  host_instance_type = "mq.t2.micro"
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
}
`,
    sees: [{ address: 'aws_mq_broker.pair', usd: 43.8, status: 'partial', unknown: ['Storage: usage'] }],
  },
]
