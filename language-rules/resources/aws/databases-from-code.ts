// What a program asks for by calling AWS itself, where Terraform has the same thing: the defaults are those of the requests.
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html,
// https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html,
// https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html,
// https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_ClusterConfig.html
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { leastIops } from './rds-storage.ts'

type Mappings = Readonly<Record<string, FormatMapping>>

const region = regionBy('^region_name|^region')

function storageType(block: Block): Known<Fact> {
  const told = block.fact('StorageType')
  if (!isUnwritten(told)) return told
  return assumed<Fact>(isUnwritten(block.fact('Iops')) ? 'gp3' : 'io1', block.location)
}

function iops(block: Block): Known<Fact> {
  const told = block.fact('Iops')
  const isProvisioned = String(valueOf(storageType(block))).startsWith('io')
  return isUnwritten(told) && isProvisioned ? assumed<Fact>(leastIops, block.location) : told
}

/** Only Oracle has a choice, and which is taken where none is written is not documented. */
function licence(block: Block): Known<Fact> {
  const told = block.fact('LicenseModel')
  if (!isUnwritten(told)) return told
  const engine = block.fact('Engine')
  return String(valueOf(engine)).startsWith('oracle-')
    ? { is: 'oneOf', among: ['license-included', 'bring-your-own-license'], at: block.location }
    : mapKnown(engine, () => 'as the engine')
}

function insightsDays(block: Block): Known<Fact> {
  const [on, days] = [block.fact('EnablePerformanceInsights'), block.fact('PerformanceInsightsRetentionPeriod')]
  if (isUnwritten(on) || valueOf(on) === false || isUnwritten(days)) return known<Fact>(7, block.location)
  return on.is === 'unknown' ? on : days
}

export const instancesFromCode: Mappings = {
  'aws.create_db_instance': {
    facts: {
      engine: (block) => mapKnown(block.fact('Engine'), (name): Fact => String(name).toLowerCase()),
      engineVersion: 'EngineVersion',
      lifecycleSupport: ['EngineLifecycleSupport', 'open-source-rds-extended-support'],
      licence,
      instanceType: 'DBInstanceClass',
      multiAz: ['MultiAZ', false],
      storageType,
      sizeGiB: 'AllocatedStorage',
      iops,
      throughputMiBps: 'StorageThroughput',
      logVolume: ['DedicatedLogVolume', false],
      insightsDays,
      insightsMode: ['DatabaseInsightsMode', 'standard'],
      backupDays: ['BackupRetentionPeriod', 1],
      // Where it is left out, the network decides.
      public: (block) => {
        const told = block.fact('PubliclyAccessible')
        return isUnwritten(told) ? assumed<Fact>(false, block.location) : told
      },
    },
    region,
  },
}

export const cachesFromCode: Mappings = {
  'aws.create_cache_cluster': {
    facts: {
      engine: 'Engine',
      engineVersion: 'EngineVersion',
      instanceType: 'CacheNodeType',
      nodes: ['NumCacheNodes', 1],
      backupDays: ['SnapshotRetentionLimit', 0],
    },
    region,
  },
}

export const warehousesFromCode: Mappings = {
  'aws.redshift.create_cluster': { facts: { instanceType: 'NodeType', nodes: ['NumberOfNodes', 1] }, region },
}

/** How many there are of a kind: none unless the kind is on. */
const ifOn =
  (on: string, path: string) =>
  (block: Block): Known<Fact> => {
    const told = block.fact(on)
    if (isUnwritten(told) || valueOf(told) === false) return known<Fact>(0, block.location)
    return told.is === 'unknown' ? told : block.fact(path)
  }

export const domainsFromCode: Mappings = {
  'aws.opensearch.create_domain': {
    facts: {
      dataType: 'ClusterConfig.InstanceType',
      dataNodes: ['ClusterConfig.InstanceCount', 1],
      masterType: 'ClusterConfig.DedicatedMasterType',
      masterNodes: ifOn('ClusterConfig.DedicatedMasterEnabled', 'ClusterConfig.DedicatedMasterCount'),
      coordinatorType: () => unknown('absent'),
      coordinatorNodes: (block) =>
        block.list('ClusterConfig.NodeOptions').is === 'known'
          ? unknown('dynamic', block.location)
          : known<Fact>(0, block.location),
      warmType: 'ClusterConfig.WarmType',
      warmNodes: ifOn('ClusterConfig.WarmEnabled', 'ClusterConfig.WarmCount'),
      cold: ['ClusterConfig.ColdStorageOptions.Enabled', false],
      volumes: ['EBSOptions.EBSEnabled', false],
      volumeType: ['EBSOptions.VolumeType', 'gp2'],
      volumeGiB: 'EBSOptions.VolumeSize',
      iops: 'EBSOptions.Iops',
      throughputMiBps: 'EBSOptions.Throughput',
    },
    region,
  },
}
