// Databases built like Aurora: instances by the hour over a shared storage that is billed by use. DocumentDB and Neptune.
import { fact, line, monthOf, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceDefinition } from '../../../core/resource.ts'
import type { Fact, Line, Resource } from '../../../core/types.ts'
import { inherited } from './database-facts.ts'
import { is, itemPrice, serviceLines, textOf } from './item-lines.ts'
import { addressLines } from './public-address.ts'
import { capacity } from './serverless-capacity.ts'

/** What differs between such services. */
export interface ClusterDatabase {
  /** `docdb`: in the price book, and in the names of Terraform's types. */
  readonly service: string
  readonly name: string
  readonly docs: string
  /** Unit of serverless capacity: `DCU`. */
  readonly unit: string
  /** Path of the cluster's block with its bounds, and the provider's defaults of them. */
  readonly scaling: string
  readonly least?: number
  readonly most?: number
}

const optimized = 'iopt1'

const isOptimized = (resource: Resource) => is(fact(resource, 'storageType'), optimized)

const withMode = (resource: Resource, item: string) => (isOptimized(resource) ? `${item} io-optimized` : item)

function clusterOf(of: ClusterDatabase): ResourceDefinition {
  return defineResource({
    id: `aws/${of.service}-cluster`,
    cloud: 'aws',
    docs: of.docs,
    shape: { storageType: 'standard, or iopt1 where reads and writes are included' },
    usage: {
      storedGB: 'GB stored, mean of the month',
      ioRequests: 'reads and writes of the storage a month',
      backupGB: 'GB of backups beyond the size of the storage, mean of the month',
    },
    lines: (resource, prices) => {
      const { used } = serviceLines(resource, prices, of.service)
      return [
        used('Storage', 'GB-month', withMode(resource, 'storage'), 'storedGB'),
        ...(isOptimized(resource) ? [] : [used('Reads and writes', 'request', 'IO', 'ioRequests')]),
        used('Backups beyond the size of the storage', 'GB-month', 'backup storage', 'backupGB'),
      ]
    },
    from: { terraform: { [`aws_${of.service}_cluster`]: { facts: { storageType: ['storage_type', 'standard'] } } } },
    label: () => `${of.name} cluster`,
  })
}

function instanceOf(of: ClusterDatabase): ResourceDefinition {
  const type = `aws_${of.service}_cluster`
  const standard = (block: Block) => assumed<Fact>('standard', block.location)
  const units = (block: Block) => {
    const owner = block.target('cluster_identifier', type)
    if (!is(block.fact('instance_class'), 'db.serverless')) return unknown<Fact>('absent')
    const bounds = {
      ...(of.least === undefined ? {} : { min: of.least }),
      ...(of.most === undefined ? {} : { max: of.most }),
    }
    return owner ? capacity(owner, of.scaling, bounds) : unknown<Fact>('dynamic', block.location)
  }
  return defineResource({
    id: `aws/${of.service}-instance`,
    cloud: 'aws',
    docs: of.docs,
    shape: {
      instanceType: 'instance class, db.r5.large; db.serverless scales by itself',
      storageType: 'standard or iopt1: of the cluster',
      capacityUnits: `${of.unit}s of a serverless instance, from the least to the most`,
      public: 'whether it has a public IPv4 address',
    },
    usage: {
      capacityUnits: `${of.unit}s in use, mean of the month`,
      cpuCreditHours: 'vCPU-hours of T classes beyond their credits a month',
    },
    lines: (resource, prices) => [
      instanceLine(of, resource, prices),
      ...creditLines(of, resource, prices),
      ...addressLines(resource, prices),
    ],
    from: {
      terraform: {
        [`aws_${of.service}_cluster_instance`]: {
          facts: {
            instanceType: 'instance_class',
            storageType: inherited('storage_type', { cluster_identifier: type }, standard),
            capacityUnits: units,
            public: ['publicly_accessible', false],
          },
        },
      },
    },
    label: ({ shape }) => `${of.name} · ${textOf(shape.instanceType ?? unknown('absent')) ?? 'instance'}`,
  })
}

function instanceLine(of: ClusterDatabase, resource: Resource, prices: PriceBook): Line {
  if (is(fact(resource, 'instanceType'), 'db.serverless')) {
    const told = usage(resource, 'capacityUnits')
    const units = told.is === 'unknown' ? numberFact(resource, 'capacityUnits') : told
    const price = itemPrice(resource, prices, of.service, withMode(resource, of.unit))
    return line('Capacity, serverless', `${of.unit}-hour`, product(units, monthOf(resource)), price)
  }
  const facts = [fact(resource, 'instanceType'), fact(resource, 'storageType')]
  const price = priceFor(resource, facts, (region, type, storage) =>
    prices.service('aws', storage === optimized ? `${of.service}-io-optimized` : of.service, type!, region),
  )
  return line('Instance', 'hour', monthOf(resource), price)
}

/** Only T classes have credits, and only use tells how many beyond what is earned. */
function creditLines(of: ClusterDatabase, resource: Resource, prices: PriceBook): readonly Line[] {
  const isBurstable = /^db\.t\d/.test(textOf(fact(resource, 'instanceType')) ?? '')
  const { used } = serviceLines(resource, prices, of.service)
  return isBurstable ? [used('CPU credits', 'vCPU-hour', 'CPU credits', 'cpuCreditHours')] : []
}

function snapshotOf(of: ClusterDatabase): ResourceDefinition {
  return defineResource({
    id: `aws/${of.service}-snapshot`,
    cloud: 'aws',
    docs: of.docs,
    shape: {},
    usage: { storedGB: 'GB of the snapshot beyond the size of the storage, mean of the month' },
    lines: (resource, prices) => [
      serviceLines(resource, prices, of.service).used('Snapshot', 'GB-month', 'backup storage', 'storedGB'),
    ],
    from: {
      terraform: {
        [`aws_${of.service}_cluster_snapshot`]: { facts: {} },
      },
    },
    label: () => `${of.name} snapshot`,
  })
}

/** Cluster, instance and snapshot of a service. */
export const clusterDatabase = (of: ClusterDatabase): readonly ResourceDefinition[] => [
  clusterOf(of),
  instanceOf(of),
  snapshotOf(of),
]
