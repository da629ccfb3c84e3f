// https://cloud.google.com/sql/pricing
import {
  committable,
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { usageOf, usedLines } from '../used.ts'
import { examples as sqlExamples } from './cloud-sql-examples.ts'
import { editionFor, sqlFromCode } from './cloud-sql-from-code.ts'
import { machineOf } from './cloud-sql-tiers.ts'

const service = 'cloud-sql'

const text = (value: Known<Fact>) => String(valueOf(value) ?? '')

/** A highly available instance has a standby of the same machine and disk in another zone: all is billed twice. */
function copiesOf(resource: Resource): Known<number> {
  const availability = fact(resource, 'availability')
  const copies = mapKnown(availability, (type) => (type === 'REGIONAL' ? 2 : 1))
  return product(
    copies,
    isUnwritten(fact(resource, 'nodes')) ? known(1, resource.location) : numberFact(resource, 'nodes'),
  )
}

/** Not of shared cores, storage, addresses or licences: https://cloud.google.com/sql/cud */
const committed = { service: 'cloud-sql', family: 'vCPUs and memory', what: 'vCPUs and memory' }

function machineLines(resource: Resource, prices: PriceBook): Line[] {
  const tier = fact(resource, 'tier')
  const hours = product(copiesOf(resource), monthOf(resource))
  const machine = machineOf(text(tier))
  if (machine === undefined) {
    const price = priceFor(resource, [tier], (region, name) => prices.service('gcp', service, `${name} zonal`, region))
    return [line('Instance', 'hour', hours, price)]
  }
  const edition = text(fact(resource, 'edition')) === 'ENTERPRISE_PLUS' ? 'enterprise plus ' : ''
  const part = (label: string, unit: string, amount: number, item: string) =>
    serviceLine(resource, prices, label, unit, product(known(amount, resource.location), hours), {
      service,
      item: `${edition}${item} zonal`,
    })
  return [
    committable(part('vCPUs', 'vCPU-hour', machine.vcpus, 'vCPU'), committed),
    committable(part('Memory', 'GB-hour', machine.memoryGiB, 'memory'), committed),
    ...licenceLines(resource, prices, machine.vcpus),
  ]
}

/** Of SQL Server, for four cores at least. No page that was found says whether a standby takes one too: a band from one to two. */
function licenceLines(resource: Resource, prices: PriceBook, vcpus: number): Line[] {
  const [, edition] = /^SQLSERVER_\d+_(ENTERPRISE|STANDARD|WEB)$/.exec(text(fact(resource, 'engine'))) ?? []
  if (edition === undefined) return []
  const least = Math.max(4, vcpus)
  const hasStandby = text(fact(resource, 'availability')) !== 'ZONAL'
  const cores: Known<number> = hasStandby
    ? { is: 'range', low: least, likely: least, high: 2 * least, at: resource.location }
    : known(least, resource.location)
  const price = priceFor(resource, [], () =>
    prices.service('gcp', service, `SQL Server ${edition.toLowerCase()} licence`, 'global'),
  )
  return [line('SQL Server licence', 'core-hour', product(cores, monthOf(resource)), price)]
}

const storages: Readonly<Record<string, string>> = {
  PD_SSD: 'SSD storage zonal',
  PD_HDD: 'HDD storage zonal',
  HYPERDISK_BALANCED: 'hyperdisk storage zonal',
}

function storageLines(resource: Resource, prices: PriceBook): Line[] {
  const copies = copiesOf(resource)
  const type = fact(resource, 'storageType')
  const price = priceFor(resource, [type], (region, name) =>
    prices.service('gcp', service, storages[name!] ?? name!, region),
  )
  const performance = (label: string, unit: string, name: string, item: string) => {
    const asked = numberFact(resource, name)
    return isUnwritten(asked)
      ? []
      : [serviceLine(resource, prices, label, unit, product(asked, copies), { service, item })]
  }
  return [
    line('Storage', 'GB-month', product(numberFact(resource, 'sizeGiB'), copies), price),
    ...performance('Storage IOPS', 'IOPS-month', 'iops', 'hyperdisk iops zonal'),
    ...performance('Storage throughput', 'MiBps-month', 'throughputMiBps', 'hyperdisk throughput zonal'),
  ]
}

/** A public address costs something only while the instance is stopped. */
function addressLines(resource: Resource, prices: PriceBook): Line[] {
  if (isValue(fact(resource, 'publicIpv4'), false) || isUnwritten(fact(resource, 'publicIpv4'))) return []
  return [serviceLine(resource, prices, 'Idle IPv4 address', 'hour', monthOf(resource), { service, item: 'idle IP' })]
}

const used = [
  {
    label: 'Backups',
    unit: 'GB-month',
    name: 'backupGB',
    meaning: 'GB of backups kept',
    price: { service, item: 'backups' },
  },
]

const masterOf = (block: Block) => block.target('master_instance_name', 'google_sql_database_instance')

/** From version 16 on PostgreSQL is of the dearer edition unless another is written. */
const editionOf = (block: Block): Known<Fact> =>
  editionFor(block, block.fact('settings.edition'), block.fact('database_version'))

/** A replica has at least the disk of what it copies; else the least there is. */
function sizeOf(block: Block): Known<Fact> {
  const written = block.fact('settings.disk_size')
  if (!isUnwritten(written)) return written
  const ofMaster = masterOf(block)?.fact('settings.disk_size')
  if (ofMaster !== undefined && !isUnwritten(ofMaster)) return ofMaster
  return assumed<Fact>(isValue(block.fact('settings.disk_type'), 'HYPERDISK_BALANCED') ? 20 : 10, block.location)
}

const isStopped = (resource: Resource) => isValue(fact(resource, 'activation'), 'NEVER')

const instance = defineResource({
  id: 'gcp/cloud-sql-instance',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/sql/pricing',
  shape: {
    tier: 'machine type: db-custom-2-7680, db-f1-micro, db-perf-optimized-N-2',
    engine: 'database version, POSTGRES_15',
    edition: 'ENTERPRISE or ENTERPRISE_PLUS',
    availability: 'ZONAL, or REGIONAL with a standby',
    activation: 'ALWAYS, or NEVER where it is stopped',
    nodes: 'how many nodes a read pool has; without it, one',
    storageType: 'PD_SSD, PD_HDD or HYPERDISK_BALANCED',
    sizeGiB: 'GiB of the disk',
    iops: 'provisioned IOPS of a hyperdisk',
    throughputMiBps: 'provisioned MiB/s of a hyperdisk',
    publicIpv4: 'whether it has a public address',
  },
  usage: usageOf(used),
  lines: (resource, prices) => [
    ...(isStopped(resource) ? addressLines(resource, prices) : machineLines(resource, prices)),
    ...storageLines(resource, prices),
    ...usedLines(resource, prices, used),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance
    terraform: {
      google_sql_database_instance: {
        facts: {
          tier: 'settings.tier',
          engine: 'database_version',
          edition: editionOf,
          availability: ['settings.availability_type', 'ZONAL'],
          activation: ['settings.activation_policy', 'ALWAYS'],
          nodes: 'node_count',
          storageType: ['settings.disk_type', 'PD_SSD'],
          sizeGiB: sizeOf,
          iops: 'settings.data_disk_provisioned_iops',
          throughputMiBps: 'settings.data_disk_provisioned_throughput',
          publicIpv4: ['settings.ip_configuration.ipv4_enabled', true],
        },
      },
    },
    sdk: sqlFromCode,
  },
  label: (resource) => text(fact(resource, 'tier')) || 'Cloud SQL instance',
})

export const resources = [instance]

export const examples = sqlExamples

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'an instance that a program makes: 730 h × (2 × $0.0413 + 7.5 GiB × $0.007) and 100 GB × $0.17',
    lang: 'python',
    code: `from googleapiclient import discovery

discovery.build("sqladmin", "v1beta4").instances().insert(
    project="p",
    body={
        "name": "orders",
        "databaseVersion": "POSTGRES_15",
        "region": "us-central1",
        "settings": {"tier": "db-custom-2-7680", "dataDiskSizeGb": "100"},
    },
).execute()
`,
    sees: [{ address: 'google.sql_instance', usd: 115.62, status: 'partial', unknown: ['Backups: usage'] }],
  },
]
