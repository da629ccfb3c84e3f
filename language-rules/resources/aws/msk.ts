// https://aws.amazon.com/msk/pricing/
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { flag } from '../block-facts.ts'
import { scaledBy } from '../scaled-by.ts'
import { examples as clusterExamples } from './msk-examples.ts'

const disk = 'broker_node_group_info.storage_info.ebs_storage_info'

function volumeSize(block: Block): Known<Fact> {
  const size = block.fact(`${disk}.volume_size`)
  const written = isUnwritten(size) ? block.fact('broker_node_group_info.ebs_volume_size') : size
  return scaledBy(block, 'kafka:broker-storage:VolumeSize', written)
}

/**
 * MiB/s of each broker; 0 where it is not turned on. Turned on it is 250 at least, which is what a broker has without:
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput.html
 */
function throughput(block: Block): Known<Fact> {
  const enabled = block.fact(`${disk}.provisioned_throughput.enabled`)
  if (isUnwritten(enabled) || valueOf(enabled) === false) return known<Fact>(0, block.location)
  return valueOf(enabled) === true ? block.fact(`${disk}.provisioned_throughput.volume_throughput`) : unknown('dynamic')
}

/** No page that was read says whether those 250 are billed too: all that is provisioned is taken to be, and that is named as assumed. */
function includedThroughput(block: Block): Known<Fact> {
  const rate = throughput(block)
  return valueOf(rate) === 0 ? known<Fact>(0, block.location) : assumed<Fact>(0, block.location)
}

/** Ways to sign in that other VPCs may use; each is billed by the hour. */
function privateSchemes(block: Block): Known<Fact> {
  const access = 'broker_node_group_info.connectivity_info.vpc_connectivity.client_authentication'
  const schemes = ['sasl.iam', 'sasl.scram', 'tls'].map((path) => flag(block, `${access}.${path}`, false))
  if (schemes.includes(undefined)) return unknown('dynamic', block.location)
  return known<Fact>(schemes.filter(Boolean).length, block.location)
}

const beyond = (rate: Known<number>, included: Known<number>) =>
  mapKnown(rate, (value) => Math.max(0, value - (valueOf(included) ?? 0)))

const billing =
  (resource: Resource, prices: PriceBook) =>
  (label: string, unit: string, quantity: Known<number>, item: string): Line =>
    serviceLine(resource, prices, label, unit, quantity, { service: 'msk', item })

function storageLines(resource: Resource, prices: PriceBook): Line[] {
  const billed = billing(resource, prices)
  if (String(valueOf(fact(resource, 'instanceType'))).startsWith('express.')) {
    return [
      billed('Storage', 'GB-month', usage(resource, 'storedGB'), 'express storage'),
      billed('Data written', 'GB', usage(resource, 'writtenGB'), 'express data in'),
    ]
  }
  const brokers = numberFact(resource, 'brokers')
  const rate = numberFact(resource, 'throughputMiBps')
  const included = numberFact(resource, 'includedMiBps')
  const isTiered = valueOf(fact(resource, 'storageMode')) === 'TIERED'
  return [
    billed('Storage', 'GB-month', product(brokers, numberFact(resource, 'sizeGiB')), 'storage'),
    ...(valueOf(rate) === 0
      ? []
      : [billed('Storage throughput', 'MBps-month', product(brokers, beyond(rate, included)), 'storage throughput')]),
    ...(isTiered ? [billed('Tiered storage', 'GB-month', usage(resource, 'storedGB'), 'tiered storage')] : []),
  ]
}

const cluster = defineResource({
  id: 'aws/msk-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/msk/pricing/',
  shape: {
    instanceType: 'kafka.m5.large, express.m7g.large',
    brokers: 'brokers of all zones',
    sizeGiB: 'GiB of each standard broker',
    throughputMiBps: 'provisioned MiB/s of each standard broker, 0 for none',
    includedMiBps: 'those of them that are not billed',
    storageMode: 'LOCAL or TIERED',
    privateSchemes: 'ways to sign in that are open to other VPCs',
  },
  usage: {
    storedGB: 'GB in tiered storage, or stored by express brokers, mean of the month',
    writtenGB: 'GB written to express brokers',
    processedGB: 'GB that go to and from other VPCs',
  },
  lines: (resource, prices) => {
    const billed = billing(resource, prices)
    const schemes = numberFact(resource, 'privateSchemes')
    return [
      line(
        'Brokers',
        'hour',
        product(numberFact(resource, 'brokers'), monthOf(resource)),
        priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
          prices.service('aws', 'msk', type!, region),
        ),
      ),
      ...storageLines(resource, prices),
      ...(valueOf(schemes) === 0
        ? []
        : [
            billed('Private connectivity', 'hour', product(schemes, monthOf(resource)), 'private connectivity'),
            billed('Private connectivity data', 'GB', usage(resource, 'processedGB'), 'private connectivity data'),
          ]),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster
    terraform: {
      aws_msk_cluster: {
        facts: {
          instanceType: 'broker_node_group_info.instance_type',
          brokers: 'number_of_broker_nodes',
          sizeGiB: volumeSize,
          throughputMiBps: throughput,
          includedMiBps: includedThroughput,
          storageMode: ['storage_mode', 'LOCAL'],
          privateSchemes,
        },
      },
    },
  },
  label: ({ shape: { brokers, instanceType } }) =>
    `${(brokers && valueOf(brokers)) ?? '?'} × ${(instanceType && valueOf(instanceType)) ?? 'broker'}`,
})

const serverless = defineResource({
  id: 'aws/msk-serverless-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/msk/pricing/',
  shape: {},
  usage: {
    partitions: 'partitions, mean of the month',
    storedGB: 'GB stored, mean of the month',
    writtenGB: 'GB written',
    readGB: 'GB read',
  },
  lines: (resource, prices) => {
    const billed = billing(resource, prices)
    const partitionHours = product(usage(resource, 'partitions'), monthOf(resource))
    return [
      billed('Cluster', 'hour', monthOf(resource), 'serverless cluster'),
      billed('Partitions', 'hour', partitionHours, 'serverless partition'),
      billed('Storage', 'GB-month', usage(resource, 'storedGB'), 'serverless storage'),
      billed('Data written', 'GB', usage(resource, 'writtenGB'), 'serverless data in'),
      billed('Data read', 'GB', usage(resource, 'readGB'), 'serverless data out'),
    ]
  },
  from: { terraform: { aws_msk_serverless_cluster: { facts: {} } } },
  label: () => 'MSK Serverless',
})

/** Workers of a connector, fixed or from a minimum, which is the likely one, to a maximum. */
function workers(block: Block): Known<Fact> {
  const fixedCount = block.fact('capacity.provisioned_capacity.worker_count')
  if (!isUnwritten(fixedCount)) return fixedCount
  const low = valueOf(block.fact('capacity.autoscaling.min_worker_count'))
  const high = valueOf(block.fact('capacity.autoscaling.max_worker_count'))
  return low === undefined || high === undefined || high < low
    ? unknown('dynamic', block.location)
    : { is: 'range', low, likely: low, high, at: block.location }
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mskconnect_connector: 1 where nothing is written. */
function unitsOfWorker(block: Block): Known<Fact> {
  const written = ['provisioned_capacity', 'autoscaling'].map((kind) => block.fact(`capacity.${kind}.mcu_count`))
  return written.find((value) => !isUnwritten(value)) ?? { is: 'assumed', value: 1, at: block.location, via: 'default' }
}

const connector = defineResource({
  id: 'aws/msk-connector',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/msk/pricing/',
  shape: { workers: 'workers', unitsOfWorker: 'capacity units (1 vCPU, 4 GiB) of a worker' },
  lines: (resource, prices) => [
    billing(resource, prices)(
      'Capacity units',
      'hour',
      product(product(numberFact(resource, 'workers'), numberFact(resource, 'unitsOfWorker')), monthOf(resource)),
      'connect MCU',
    ),
  ],
  from: { terraform: { aws_mskconnect_connector: { facts: { workers, unitsOfWorker } } } },
  label: () => 'MSK connector',
})

const replicator = defineResource({
  id: 'aws/msk-replicator',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/msk/pricing/',
  shape: {},
  usage: { processedGB: 'GB replicated' },
  lines: (resource, prices) => {
    const billed = billing(resource, prices)
    return [
      billed('Replicator', 'hour', product(fixed(resource, 1), monthOf(resource)), 'replicator'),
      billed('Data replicated', 'GB', usage(resource, 'processedGB'), 'replicator data'),
    ]
  },
  from: { terraform: { aws_msk_replicator: { facts: {} } } },
  label: () => 'MSK replicator',
})

export const resources = [cluster, serverless, connector, replicator]

export const free: readonly string[] = [
  'aws_msk_cluster_policy',
  'aws_msk_configuration',
  'aws_msk_scram_secret_association',
  'aws_msk_single_scram_secret_association',
  'aws_mskconnect_custom_plugin',
  'aws_mskconnect_worker_configuration',
]

export const examples: readonly ResourceExample[] = clusterExamples
