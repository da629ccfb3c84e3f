// https://aws.amazon.com/rds/aurora/pricing/
import {
  committable,
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { examples as auroraExamples } from './aurora-examples.ts'
import { familyOf, inherited } from './database-facts.ts'
import { extendedSupportLines } from './extended-support.ts'
import { is, itemPrice, serviceLines, textOf } from './item-lines.ts'
import { insightsDays, insightsLines, insightsMode } from './performance-insights.ts'
import { addressLines } from './public-address.ts'
import { capacity } from './serverless-capacity.ts'

/** Standbys can be read in a Multi-AZ cluster of RDS: a writer and two of them. */
const readableMembers = 3

const isOptimized = (resource: Resource) => is(fact(resource, 'storageType'), 'aurora-iopt1')

const isAurora = (engine: string | undefined) => engine === undefined || engine.startsWith('aurora')

/** `aurora` is MySQL 5.6, which Terraform's older versions take for the default. */
const engineOf = (resource: Resource) =>
  mapKnown(fact(resource, 'engine'), (engine) => (engine === 'aurora' ? 'aurora-mysql' : engine))

function clusterLines(resource: Resource, prices: PriceBook): readonly Line[] {
  if (!isAurora(textOf(fact(resource, 'engine')))) return multiAzClusterLines(resource, prices)
  const { used, told } = serviceLines(resource, prices, 'aurora')
  const isFlat = isOptimized(resource)
  return [
    ...serverlessV1Lines(resource, prices),
    used('Storage', 'GB-month', isFlat ? 'IO-optimized storage' : 'storage', 'storedGB'),
    ...(isFlat ? [] : [used('Reads and writes', 'request', 'IO', 'ioRequests')]),
    used('Backups beyond the size of the storage', 'GB-month', 'backup storage', 'backupGB'),
    ...(is(fact(resource, 'backtrackSeconds'), 0)
      ? []
      : [used('Backtrack', 'change-record', 'backtrack', 'changeRecords')]),
    ...told('Snapshot export', 'GB', 'snapshot export', 'snapshotExportGB'),
  ]
}

function serverlessV1Lines(resource: Resource, prices: PriceBook): readonly Line[] {
  if (!is(fact(resource, 'mode'), 'serverless')) return []
  const told = usage(resource, 'capacityUnits')
  const units = told.is === 'unknown' ? numberFact(resource, 'capacityUnits') : told
  const { item } = serviceLines(resource, prices, 'aurora')
  return [item('Capacity, serverless v1', 'ACU-hour', product(units, monthOf(resource)), 'ACU serverless v1')]
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html: storage and IOPS are those of each member. */
function multiAzClusterLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const { item, used } = serviceLines(resource, prices, 'rds')
  const type = textOf(fact(resource, 'storageType')) ?? 'io1'
  // the list has one price for MySQL and PostgreSQL
  const price = priceFor(resource, [fact(resource, 'instanceType')], (region, name) =>
    prices.service('aws', 'rds', `${name} readable-standbys`, region),
  )
  const each = known(readableMembers, resource.location)
  const iops = numberFact(resource, 'iops')
  return [
    line('Instances, a writer and two readable standbys', 'hour', monthOf(resource), price),
    item('Storage of three members', 'GB-month', product(numberFact(resource, 'sizeGiB'), each), `${type} storage`),
    ...(type.startsWith('io')
      ? [item('Provisioned IOPS of three members', 'IOPS-month', product(iops, each), `${type} iops`)]
      : []),
    used('Backups beyond the size of the storage', 'GB-month', 'backup storage', 'backupGB'),
  ]
}

function instanceLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const engine = engineOf(resource)
  // a member of a Multi-AZ cluster is billed with the cluster
  if (!isAurora(textOf(engine))) return []
  return [
    ...(is(fact(resource, 'instanceType'), 'db.serverless')
      ? [serverlessLine(resource, prices)]
      : [provisionedLine(resource, prices, engine), ...extendedSupportLines(resource, prices, 'aurora', 1)]),
    ...insightsLines(resource, prices),
    ...serviceLines(resource, prices, 'aurora').told('CPU credits', 'vCPU-hour', 'CPU credits', 'cpuCreditHours'),
    ...addressLines(resource, prices),
  ]
}

function provisionedLine(resource: Resource, prices: PriceBook, engine: Known<Fact>): Line {
  const price = priceFor(
    resource,
    [fact(resource, 'instanceType'), engine, fact(resource, 'storageType')],
    (region, type, name, storage) =>
      prices.database(storage === 'aurora-iopt1' ? `${name}-io-optimized` : name!, type!, region, 'single-az'),
  )
  const what = textOf(fact(resource, 'instanceType'))
  return committable(
    line('Instance', 'hour', monthOf(resource), price),
    what === undefined ? undefined : { service: 'aurora', family: familyOf(what), what },
  )
}

function serverlessLine(resource: Resource, prices: PriceBook): Line {
  const told = usage(resource, 'capacityUnits')
  const units = told.is === 'unknown' ? numberFact(resource, 'capacityUnits') : told
  const name = isOptimized(resource) ? 'IO-optimized ACU' : 'ACU serverless v2'
  return line(
    'Capacity, serverless v2',
    'ACU-hour',
    product(units, monthOf(resource)),
    itemPrice(resource, prices, 'aurora', name),
  )
}

const cluster = { cluster_identifier: 'aws_rds_cluster' }

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html: Standard unless it says otherwise. */
const standard = (block: Block): Known<Fact> => assumed<Fact>('aurora', block.location)

/** A cluster that pauses uses nothing meanwhile, and it does unless told otherwise: then only use tells. */
const v1Units = (block: Block): Known<Fact> =>
  is(block.fact('scaling_configuration.auto_pause'), false)
    ? capacity(block, 'scaling_configuration', { min: 1, max: 16 })
    : unknown('usage', block.location)

function v2Units(block: Block): Known<Fact> {
  const owner = block.target('cluster_identifier', 'aws_rds_cluster')
  return owner ? capacity(owner, 'serverlessv2_scaling_configuration') : unknown('dynamic', block.location)
}

const auroraCluster = defineResource({
  id: 'aws/aurora-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/rds/aurora/pricing/',
  shape: {
    engine: 'aurora-mysql, aurora-postgresql; mysql and postgres are Multi-AZ clusters of RDS',
    mode: 'provisioned or serverless, which is version 1',
    storageType: 'aurora, or aurora-iopt1 where reads and writes are included',
    capacityUnits: 'ACUs of serverless v1, from the least to the most',
    backtrackSeconds: 'how far it can be wound back; 0 is not at all',
    instanceType: 'instance class of each member of a Multi-AZ cluster',
    sizeGiB: 'GiB of each member of a Multi-AZ cluster',
    iops: 'provisioned IOPS of each member of a Multi-AZ cluster',
  },
  usage: {
    storedGB: 'GB stored, mean of the month',
    ioRequests: 'reads and writes of the storage a month',
    backupGB: 'GB of backups beyond the size of the storage, mean of the month',
    changeRecords: 'change records kept for backtrack, mean of the month × 730',
    snapshotExportGB: 'GB of snapshots exported to S3 a month',
    capacityUnits: 'ACUs of serverless v1 in use, mean of the month',
  },
  lines: clusterLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster
    terraform: {
      aws_rds_cluster: {
        facts: {
          engine: ['engine', 'aurora'],
          mode: ['engine_mode', 'provisioned'],
          storageType: (block) => {
            const written = block.fact('storage_type')
            if (!isUnwritten(written)) return written
            return is(block.fact('engine'), 'mysql') || is(block.fact('engine'), 'postgres')
              ? assumed<Fact>('io1', block.location)
              : standard(block)
          },
          capacityUnits: (block) => (is(block.fact('engine_mode'), 'serverless') ? v1Units(block) : unknown('absent')),
          backtrackSeconds: ['backtrack_window', 0],
          instanceType: 'db_cluster_instance_class',
          sizeGiB: 'allocated_storage',
          iops: 'iops',
        },
      },
    },
  },
  label: ({ shape }) => `${textOf(shape.engine ?? unknown('absent')) ?? 'Aurora'} cluster`,
})

const auroraInstance = defineResource({
  id: 'aws/aurora-instance',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/rds/aurora/pricing/',
  shape: {
    engine: 'aurora-mysql or aurora-postgresql',
    engineVersion: 'version of the engine; past its standard support it costs more',
    lifecycleSupport: 'open-source-rds-extended-support, or -disabled',
    instanceType: 'instance class, db.r6g.large; db.serverless is serverless v2',
    storageType: 'aurora, or aurora-iopt1: of the cluster',
    capacityUnits: 'ACUs of serverless v2, from the least to the most',
    insightsDays: 'days that Performance Insights keeps; 7 are free',
    insightsMode: 'standard or advanced, of Database Insights',
    public: 'whether it has a public IPv4 address',
  },
  usage: {
    capacityUnits: 'ACUs in use, mean of the month',
    cpuCreditHours: 'vCPU-hours of T classes beyond their credits a month',
  },
  lines: instanceLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance
    terraform: {
      aws_rds_cluster_instance: {
        facts: {
          engine: inherited('engine', cluster, (block) => assumed<Fact>('aurora', block.location)),
          engineVersion: inherited('engine_version', cluster),
          lifecycleSupport: inherited('engine_lifecycle_support', cluster),
          instanceType: 'instance_class',
          storageType: inherited('storage_type', cluster, standard),
          capacityUnits: (block) =>
            is(block.fact('instance_class'), 'db.serverless') ? v2Units(block) : unknown('absent'),
          insightsDays,
          insightsMode,
          public: ['publicly_accessible', false],
        },
      },
    },
  },
  label: ({ shape }) => {
    const type = textOf(shape.instanceType ?? unknown('absent'))
    return [textOf(shape.engine ?? unknown('absent')) ?? 'Aurora', type].filter(Boolean).join(' · ')
  },
})

/** The clusters are billed; of the global database itself only what it replicates. */
const globalCluster = defineResource({
  id: 'aws/aurora-global-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/rds/aurora/pricing/',
  shape: {},
  usage: { replicatedWrites: 'writes replicated to other regions a month' },
  lines: (resource, prices) => [
    serviceLines(resource, prices, 'aurora').used(
      'Replicated writes',
      'request',
      'replicated write IO',
      'replicatedWrites',
    ),
  ],
  from: { terraform: { aws_rds_global_cluster: { facts: {} } } },
  label: () => 'Aurora global database',
})

export const resources = [auroraCluster, auroraInstance, globalCluster]
export const examples = auroraExamples
