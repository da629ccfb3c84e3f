// https://aws.amazon.com/rds/pricing/
import {
  committable,
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  numberOf,
  priceFor,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Committable, Fact, Known, Line, Resource } from '../../../core/types.ts'
import { familyOf, inherited } from './database-facts.ts'
import { instancesFromCode } from './databases-from-code.ts'
import { extendedSupportLines } from './extended-support.ts'
import { is, serviceLines, textOf } from './item-lines.ts'
import { insightsDays, insightsLines, insightsMode } from './performance-insights.ts'
import { addressLines } from './public-address.ts'
import { examples as rdsExamples } from './rds-examples.ts'
import { growing, leastIops, leastSize, storageLines } from './rds-storage.ts'

/**
 * Engine and licence as the price book names them, first choice first. With one's own licence all editions of Oracle have one price:
 * those of Enterprise Edition and of Standard Edition Two are the same for each machine and region that the list has of both.
 */
function listedEngines(engine: string, licence: string): readonly string[] {
  const edition = engine.replace('-cdb', '').replace(/^aurora$/, 'aurora-mysql')
  const isOwn = engine.startsWith('oracle-') && licence === 'bring-your-own-license'
  return isOwn ? [`${edition}-byol`, edition === 'oracle-se' ? edition : 'oracle-ee', 'oracle-ee'] : [edition]
}

/** Of the engines whose rates were read. One of a pair covers its standby too: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithReservedDBInstances.html */
function reservedInstance(resource: Resource): Committable | undefined {
  const what = textOf(fact(resource, 'instanceType'))
  const engine = textOf(fact(resource, 'engine'))
  if (what === undefined || (engine !== 'mysql' && engine !== 'postgres')) return undefined
  return { service: 'rds', family: familyOf(what), what }
}

/** Not twice the price of one where the list has none for both: a standby's licence may cost less. */
function instanceLine(resource: Resource, prices: PriceBook, isMultiAz: boolean): Line {
  const facts = [fact(resource, 'instanceType'), fact(resource, 'engine'), fact(resource, 'licence')]
  const price = priceFor(resource, facts, (region, type, engine, licence) =>
    listedEngines(engine!, licence!)
      .map((name) => prices.database(name, type!, region, isMultiAz ? 'multi-az' : 'single-az'))
      .find((listed) => listed !== undefined),
  )
  const hours = line(isMultiAz ? 'Instance, Multi-AZ' : 'Instance', 'hour', monthOf(resource), price)
  return committable(hours, reservedInstance(resource))
}

function backupLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const isOff = is(fact(resource, 'backupDays'), 0) && resource.usage?.backupGB === undefined
  const { used, told } = serviceLines(resource, prices, 'rds')
  return [
    ...(isOff ? [] : [used('Backups beyond the size of the storage', 'GB-month', 'backup storage', 'backupGB')]),
    ...told('Snapshot export', 'GB', 'snapshot export', 'snapshotExportGB'),
  ]
}

/** The storage of Aurora is the cluster's: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const isAurora = (resource: Resource) => textOf(fact(resource, 'engine'))?.startsWith('aurora') === true

function lines(resource: Resource, prices: PriceBook): readonly Line[] {
  const multiAz = fact(resource, 'multiAz')
  const isMultiAz = is(multiAz, true)
  if (!isMultiAz && !is(multiAz, false)) {
    const why = multiAz.is === 'unknown' ? multiAz.why : 'dynamic'
    return [
      line('Instance', 'hour', monthOf(resource), why),
      line('Storage', 'GB-month', numberFact(resource, 'sizeGiB'), why),
      ...backupLines(resource, prices),
    ]
  }
  return [
    instanceLine(resource, prices, isMultiAz),
    ...extendedSupportLines(resource, prices, 'rds', isMultiAz ? 2 : 1),
    ...(isAurora(resource) ? [] : storageLines(resource, prices, isMultiAz)),
    ...dedicatedLogLines(resource, prices, isMultiAz),
    ...insightsLines(resource, prices, isMultiAz ? 2 : 1),
    ...backupLines(resource, prices),
    ...addressLines(resource, prices),
  ]
}

/** A volume of 1,000 GiB and 3,000 IOPS of its own: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.dlv.html */
function dedicatedLogLines(resource: Resource, prices: PriceBook, isMultiAz: boolean): readonly Line[] {
  const type = textOf(fact(resource, 'storageType'))
  if (!is(fact(resource, 'logVolume'), true) || type === undefined) return []
  const own = {
    ...resource,
    shape: {
      ...resource.shape,
      sizeGiB: known<Fact>(1_000, resource.location),
      iops: known<Fact>(3_000, resource.location),
    },
  }
  return storageLines(own, prices, isMultiAz).map((one) => ({ ...one, label: `Log volume: ${one.label}` }))
}

const source = { replicate_source_db: 'aws_db_instance' }

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html: a replica has the storage type of its source. */
const storageType = inherited('storage_type', source, (block) =>
  assumed<Fact>(isUnwritten(askedIops(block)) ? 'gp2' : 'io1', block.location),
)

/** Where the size comes from elsewhere. */
const restored = (block: Block): boolean =>
  ['snapshot_identifier', 'replicate_source_db'].some((path) => !isUnwritten(block.fact(path))) ||
  ['restore_to_point_in_time', 's3_import'].some((path) => block.nested(path).length > 0)

/** The size of a replica is its source's, whatever it writes; a new instance without one has the least there is of its type. */
function size(block: Block): Known<Fact> {
  const from = block.target('replicate_source_db', 'aws_db_instance') ?? block
  const written = inherited('allocated_storage', source)(from)
  const least = leastSize(textOf(storageType(from)) ?? '', textOf(inherited('engine', source)(from)) ?? '')
  if (isUnwritten(written) && !restored(from) && least !== undefined) return assumed<Fact>(least, block.location)
  return growing(numberOf(written), numberOf(from.fact('max_allocated_storage')))
}

/** The provider asks for none where 0 is written. */
function askedIops(block: Block): Known<Fact> {
  const written = inherited('iops', source)(block)
  return valueOf(numberOf(written)) === 0 ? unknown('absent') : written
}

/** io1 and io2 are not made without; gp3 has those that are included. */
function iops(block: Block): Known<Fact> {
  const written = askedIops(block)
  const isProvisioned = textOf(storageType(block))?.startsWith('io') === true
  return isUnwritten(written) && isProvisioned && !restored(block) ? assumed<Fact>(leastIops, block.location) : written
}

/**
 * Oracle alone has a choice: Enterprise Edition is only for those who bring their licence, of Standard Edition Two either may be, and
 * which is taken where none is written is not documented: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Oracle.Concepts.Licensing.html
 */
function licence(block: Block): Known<Fact> {
  const written = inherited('license_model', source)(block)
  if (!isUnwritten(written)) return written
  const engine = inherited('engine', source)(block)
  if (/^oracle-(ee|se$)/.test(String(valueOf(engine)))) return assumed<Fact>('bring-your-own-license', block.location)
  if (String(valueOf(engine)).startsWith('oracle-'))
    return { is: 'oneOf', among: ['license-included', 'bring-your-own-license'], at: block.location }
  return mapKnown(engine, () => 'as the engine')
}

const instance = defineResource({
  id: 'aws/rds-instance',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/rds/pricing/',
  shape: {
    engine: 'mysql, postgres, mariadb, oracle-ee, sqlserver-se, …',
    engineVersion: 'version of the engine; past its standard support it costs more',
    lifecycleSupport: 'open-source-rds-extended-support, or -disabled',
    licence: 'license-included or bring-your-own-license; only Oracle has a choice',
    instanceType: 'instance class, db.r6g.large',
    multiAz: 'whether there is a standby in another zone',
    storageType: 'gp2, gp3, io1, io2 or standard',
    sizeGiB: 'GiB allocated, up to what autoscaling may make of it',
    iops: 'provisioned IOPS, those included counted',
    throughputMiBps: 'provisioned MiB/s of gp3, those included counted',
    logVolume: 'whether the log has a volume of its own',
    insightsDays: 'days that Performance Insights keeps; 7 are free',
    insightsMode: 'standard or advanced, of Database Insights',
    backupDays: 'days that automated backups are kept; 0 is none',
    public: 'whether it has a public IPv4 address',
  },
  usage: {
    backupGB: 'GB of backups beyond the size of the storage, mean of the month',
    ioRequests: 'requests to magnetic storage a month',
    snapshotExportGB: 'GB of snapshots exported to S3 a month',
  },
  lines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
    terraform: {
      aws_db_instance: {
        facts: {
          engine: inherited('engine', source),
          engineVersion: inherited('engine_version', source),
          lifecycleSupport: ['engine_lifecycle_support', 'open-source-rds-extended-support'],
          licence,
          instanceType: 'instance_class',
          multiAz: ['multi_az', false],
          storageType,
          sizeGiB: size,
          iops,
          throughputMiBps: inherited('storage_throughput', source),
          logVolume: ['dedicated_log_volume', false],
          insightsDays,
          insightsMode,
          backupDays: ['backup_retention_period', 0],
          public: ['publicly_accessible', false],
        },
      },
    },
    sdk: instancesFromCode,
  },
  label: ({ shape }) => {
    const engine = textOf(shape.engine ?? unknown('absent')) ?? 'RDS'
    const type = textOf(shape.instanceType ?? unknown('absent'))
    return type === undefined ? engine : `${engine} · ${type}`
  },
})

export const resources = [instance]
export const examples = rdsExamples

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'an instance that a program makes: 730 h × $0.178 and 100 GB × $0.115; of one whose class nobody sees 20 GB alone',
    lang: 'python',
    code: `import boto3

rds = boto3.client("rds", region_name="us-east-1")
rds.create_db_instance(
    DBInstanceIdentifier="a",
    DBInstanceClass="db.m5.large",
    Engine="postgres",
    AllocatedStorage=100,
    BackupRetentionPeriod=0,
    EngineLifecycleSupport="open-source-rds-extended-support-disabled",
)
rds.create_db_instance(DBInstanceIdentifier="b", DBInstanceClass=chosen(), Engine="mysql", AllocatedStorage=20)
`,
    sees: [
      { address: 'aws.create_db_instance', usd: 141.44, status: 'priced' },
      { address: 'aws.create_db_instance#2', usd: 2.3, status: 'partial' },
    ],
  },
]
