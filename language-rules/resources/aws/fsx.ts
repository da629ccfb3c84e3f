// https://aws.amazon.com/fsx/pricing/
import { fact, isUnwritten, line, numberFact, numberOf, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { examples as fsxExamples } from './fsx-examples.ts'
import { is, serviceLines, storagePrice, textOf } from './item-lines.ts'

/**
 * IOPS that come with each GiB of SSD storage: https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/storage-capacity-and-IOPS.html
 * https://docs.aws.amazon.com/fsx/latest/WindowsGuide/managing-provisioned-ssd-iops.html
 */
const iopsPerGiB = 3

const zonesOf = (deployment: string | undefined) => (deployment?.startsWith('MULTI') ? 'multi_az' : 'single_az')

const quantities = {
  storedGB: 'GB in the capacity pool, mean of the month',
  backupGB: 'GB of backups, mean of the month',
}

/** Backups are billed from the first GB. */
function backupLines(resource: Resource, prices: PriceBook, service: string, item: string): readonly Line[] {
  const { used, told } = serviceLines(resource, prices, service)
  return is(fact(resource, 'backupDays'), 0)
    ? told('Backups', 'GB-month', item, 'backupGB')
    : [used('Backups', 'GB-month', item, 'backupGB')]
}

/** Those beyond what comes with the storage, where somebody asked for them. */
function iopsLines(resource: Resource, prices: PriceBook, service: string, item: string): readonly Line[] {
  const { above } = serviceLines(resource, prices, service)
  const included = mapKnown(numberFact(resource, 'sizeGiB'), (size) => size * iopsPerGiB)
  return above('Provisioned SSD IOPS', 'IOPS-month', numberFact(resource, 'iops'), included, item)
}

const openDeployment = (resource: Resource, label: string): Line => {
  const open = fact(resource, 'deployment')
  return line(label, 'GB-month', numberFact(resource, 'sizeGiB'), open.is === 'unknown' ? open.why : 'dynamic')
}

function windowsLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const deployment = textOf(fact(resource, 'deployment'))
  const storageType = textOf(fact(resource, 'storageType'))
  if (deployment === undefined || storageType === undefined) return [openDeployment(resource, 'Storage')]
  const zones = zonesOf(deployment)
  const { item, storage } = serviceLines(resource, prices, 'fsx_windows')
  return [
    storage('Storage', numberFact(resource, 'sizeGiB'), `${storageType.toLowerCase()} ${zones}`),
    item('Throughput capacity', 'MBps-month', numberFact(resource, 'throughputMBps'), `${zones} throughput`),
    ...iopsLines(resource, prices, 'fsx_windows', `${zones} ssd iops`),
    ...backupLines(resource, prices, 'fsx_windows', `${zones} backup`),
  ]
}

function openzfsLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const deployment = textOf(fact(resource, 'deployment'))
  if (deployment === undefined) return [openDeployment(resource, 'Storage')]
  const suffix = deployment.startsWith('MULTI') ? ' multi_az' : deployment.includes('_HA_') ? ' single_az_ha' : ''
  const { item, storage } = serviceLines(resource, prices, 'fsx_openzfs')
  return [
    storage('Storage', numberFact(resource, 'sizeGiB'), `ssd${suffix}`),
    item('Throughput capacity', 'MBps-month', numberFact(resource, 'throughputMBps'), `ssd throughput${suffix}`),
    ...iopsLines(resource, prices, 'fsx_openzfs', `ssd iops${suffix}`),
    ...backupLines(resource, prices, 'fsx_openzfs', `backup${suffix}`),
  ]
}

function ontapLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const deployment = textOf(fact(resource, 'deployment'))
  if (deployment === undefined) return [openDeployment(resource, 'SSD storage')]
  const zones = zonesOf(deployment)
  const { item, storage } = serviceLines(resource, prices, 'fsx_ontap')
  const second = deployment.endsWith('_2') ? `${zones}_2` : zones
  return [
    storage('SSD storage', numberFact(resource, 'sizeGiB'), `ssd ${zones}`),
    item('Throughput capacity', 'MBps-month', numberFact(resource, 'throughputMBps'), `${second} throughput`),
    ...iopsLines(resource, prices, 'fsx_ontap', `${zones} iops`),
    storage('Capacity pool storage', usage(resource, 'storedGB'), `capacity pool ${zones}`),
    ...backupLines(resource, prices, 'fsx_ontap', 'backup'),
  ]
}

/** The class of storage as the list names it: throughput is part of it, per TiB. */
function lustreClass(resource: Resource): Known<string> {
  const parts = ['deployment', 'storageType', 'throughputPerTiB', 'driveCache'].map((name) => fact(resource, name))
  const [deployment, storageType, throughput, cache] = parts.map(textOf)
  if (deployment === undefined || storageType === undefined) {
    const open = parts[0]!
    return unknown(open.is === 'unknown' ? open.why : 'dynamic')
  }
  const name = deployment.toLowerCase()
  if (name.startsWith('scratch')) return known(name, resource.location)
  if (throughput === undefined) {
    const open = parts[2]!
    return unknown(open.is === 'unknown' ? open.why : 'dynamic')
  }
  const cached = cache === 'READ' ? ' read cache' : ''
  return known(`${name} ${storageType.toLowerCase()} ${throughput}${cached}`, resource.location)
}

function lustreLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const listed = lustreClass(resource)
  const price =
    listed.is === 'unknown' ? listed.why : storagePrice(resource, prices, 'fsx_lustre', textOf(listed) ?? '')
  const { item } = serviceLines(resource, prices, 'fsx_lustre')
  const metadata = numberFact(resource, 'metadataIops')
  return [
    line('Storage', 'GB-month', numberFact(resource, 'sizeGiB'), price),
    ...(isUnwritten(metadata) ? [] : [item('Metadata IOPS', 'IOPS-month', metadata, 'metadata iops')]),
    ...backupLines(resource, prices, 'fsx_lustre', 'backup'),
  ]
}

/** Unless somebody provisions them, IOPS are those that come with the storage. */
function iops(block: Block): Known<Fact> {
  const mode = block.fact('disk_iops_configuration.mode')
  if (mode.is === 'unknown') return mode
  return is(mode, 'USER_PROVISIONED') ? block.fact('disk_iops_configuration.iops') : unknown('absent')
}

/** That of every pair together. */
function ontapThroughput(block: Block): Known<Fact> {
  const whole = block.fact('throughput_capacity')
  if (!isUnwritten(whole)) return whole
  const pairs = block.fact('ha_pairs')
  return product(
    numberOf(block.fact('throughput_capacity_per_ha_pair')),
    isUnwritten(pairs) ? assumed(1, block.location) : numberOf(pairs),
  )
}

const common = {
  deployment: 'deployment type: SINGLE_AZ_1, MULTI_AZ_1, PERSISTENT_2, …',
  sizeGiB: 'GiB of storage',
  backupDays: 'days that automated backups are kept; 0 is none',
}
const provisioned = {
  ...common,
  throughputMBps: 'throughput capacity in MB/s',
  iops: 'provisioned SSD IOPS, those included counted',
}
const base = { sizeGiB: 'storage_capacity', throughputMBps: 'throughput_capacity', iops } as const

/**
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_windows_file_system and its like; of Lustre
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-fsx-filesystem-lustreconfiguration.html has the default
 */
const mappings: Readonly<Record<string, FormatMapping>> = {
  aws_fsx_windows_file_system: {
    facts: {
      ...base,
      deployment: ['deployment_type', 'SINGLE_AZ_1'],
      storageType: ['storage_type', 'SSD'],
      backupDays: ['automatic_backup_retention_days', 7],
    },
  },
  aws_fsx_openzfs_file_system: {
    facts: { ...base, deployment: 'deployment_type', backupDays: ['automatic_backup_retention_days', 0] },
  },
  aws_fsx_ontap_file_system: {
    facts: {
      ...base,
      deployment: 'deployment_type',
      throughputMBps: ontapThroughput,
      backupDays: ['automatic_backup_retention_days', 0],
    },
  },
  aws_fsx_lustre_file_system: {
    facts: {
      sizeGiB: 'storage_capacity',
      deployment: ['deployment_type', 'SCRATCH_1'],
      storageType: ['storage_type', 'SSD'],
      throughputPerTiB: 'per_unit_storage_throughput',
      driveCache: ['drive_cache_type', 'NONE'],
      metadataIops: 'metadata_configuration.iops',
      backupDays: ['automatic_backup_retention_days', 0],
    },
  },
}

const only = (type: string) => ({ terraform: { [type]: mappings[type]! } })

const windows = defineResource({
  id: 'aws/fsx-windows',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/fsx/windows/pricing/',
  shape: { ...provisioned, storageType: 'SSD or HDD' },
  usage: { backupGB: quantities.backupGB },
  lines: windowsLines,
  from: only('aws_fsx_windows_file_system'),
  label: () => 'FSx for Windows File Server',
})

const openzfs = defineResource({
  id: 'aws/fsx-openzfs',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/fsx/openzfs/pricing/',
  shape: provisioned,
  usage: { backupGB: quantities.backupGB },
  lines: openzfsLines,
  from: only('aws_fsx_openzfs_file_system'),
  label: () => 'FSx for OpenZFS',
})

const ontap = defineResource({
  id: 'aws/fsx-ontap',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/fsx/netapp-ontap/pricing/',
  shape: provisioned,
  usage: quantities,
  lines: ontapLines,
  from: only('aws_fsx_ontap_file_system'),
  label: () => 'FSx for NetApp ONTAP',
})

const lustre = defineResource({
  id: 'aws/fsx-lustre',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/fsx/lustre/pricing/',
  shape: {
    ...common,
    storageType: 'SSD or HDD',
    throughputPerTiB: 'MB/s for each TiB of a persistent file system',
    driveCache: 'READ or NONE, of HDD storage',
    metadataIops: 'provisioned metadata IOPS',
  },
  usage: { backupGB: quantities.backupGB },
  lines: lustreLines,
  from: only('aws_fsx_lustre_file_system'),
  label: () => 'FSx for Lustre',
})

/** https://aws.amazon.com/fsx/pricing/: a backup taken by hand. */
const backup = defineResource({
  id: 'aws/fsx-backup',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/fsx/pricing/',
  shape: { service: 'the file system it is of, as the price book names it' },
  usage: { storedGB: 'GB of the backup, mean of the month' },
  lines: (resource, prices) => [
    serviceLines(resource, prices, textOf(fact(resource, 'service')) ?? 'fsx_windows').used(
      'Backup',
      'GB-month',
      'backup',
      'storedGB',
    ),
  ],
  from: {
    terraform: {
      aws_fsx_backup: {
        facts: {
          service: (block) => {
            const type = block.target('file_system_id')?.type ?? ''
            return known<Fact>(type.replace(/^aws_(fsx_\w+)_file_system$/, '$1'), block.location)
          },
        },
      },
    },
  },
  label: () => 'FSx backup',
})

export const resources = [windows, openzfs, ontap, lustre, backup]
export const examples = fsxExamples
