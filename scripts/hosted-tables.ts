// The tables of hosting and managed databases, read with what is known of their faults.
import { auroraTables } from './aurora-tables.ts'
import { machineTables } from './machine-tables.ts'
import { rdsEngineTables } from './rds-engine-tables.ts'
import type { Row } from './snapshot-file.ts'

export interface HostedRow {
  readonly type: string
  readonly region: string
  /** USD per hour. */
  readonly usd: number
}

/** One grid of hosted.bin. */
export interface HostedTable {
  readonly name: string
  readonly label: string
  /** Id of the source in price-sources.ts. */
  readonly id: string
  /** A grid whose prices these are nearly a fixed share of: a matter of size only. */
  readonly of?: string
  /** The grid that is asked where this one has no price. */
  readonly next?: string
  /** What the price of `next` is multiplied by, and why that holds. */
  readonly times?: { readonly of: number; readonly weak: string }
  /** Its rows are another grid's, or computed from them: they are not the source's own. */
  readonly derived?: true
  readonly baseRegion: string
  readonly source: string
  readonly asOf: string
  readonly weak?: string
  readonly rows: readonly HostedRow[]
}

/** A blank and a 0 both mean that the table has no price. */
function rowsOf(rows: readonly Row[], type: string, usd: string): HostedRow[] {
  return rows.flatMap((row) =>
    Number(row[usd]) > 0 ? [{ type: row[type]!, region: row.region!, usd: Number(row[usd]) }] : [],
  )
}

/** @param rows sagemaker.csv. Twice the EC2 price and more is a fault of the source (r8g), not a price. */
function sagemaker(rows: readonly Row[]): HostedTable {
  return {
    name: 'sagemaker',
    label: 'SageMaker real-time hosting',
    id: 'flexera-sagemaker',
    baseRegion: 'us-east-1',
    source: 'AWS SageMaker list prices, by Flexera policy templates',
    asOf: '2026-05-20',
    rows: rowsOf(
      rows.filter((row) => !(Number(row.multiplier) >= 2)),
      'instance_type',
      'usd_per_hour',
    ),
  }
}

/**
 * The copy adds up every SKU of a machine: also the fee that a bill has apart only where the machine is reserved or flexibly started. The
 * page, https://cloud.google.com/vertex-ai/pricing as quoted on 2026-09-08, has n1-standard-4 of us-central1 at $0.219, the copy at $0.2476.
 * @param rows vertex.csv
 */
function vertex(rows: readonly Row[]): HostedTable {
  return {
    name: 'vertex',
    label: 'Vertex AI prediction',
    id: 'flexera-vertex',
    baseRegion: 'us-central1',
    source: 'Vertex AI list prices, by Flexera policy templates',
    asOf: '2026-05-26',
    weak: 'the copy counts a management fee that not every machine pays: it may be up to an eighth too high',
    rows: rowsOf(rows, 'machine_type', 'usd_per_hour'),
  }
}

const rds = {
  id: 'coroot-rds',
  baseRegion: 'us-east-1',
  source: 'AWS RDS list prices, by coroot cloud-pricing',
  asOf: '2024-08-09',
}

const rdsNames: Readonly<Record<string, string>> = { mysql: 'RDS for MySQL', postgres: 'RDS for PostgreSQL' }

function databases(rows: readonly Row[]): HostedTable[] {
  const of = (engine: string) => rows.filter((row) => row.engine === engine)
  const instances = (['mysql', 'postgres'] as const).flatMap((engine): HostedTable[] => {
    const common = { ...rds, label: rdsNames[engine]!, weak: 'this RDS price is from 2024-08' }
    return [
      {
        ...common,
        name: `${engine} single-az`,
        next: 'mysql 2025',
        ...(engine === 'postgres' ? { of: 'mysql single-az' } : {}),
        rows: rowsOf(of(engine), 'instance_type', 'single_az_usd_per_hour'),
      },
      {
        ...common,
        name: `${engine} multi-az`,
        label: `${common.label}, Multi-AZ`,
        of: `${engine} single-az`,
        next: 'mysql 2025 multi-az',
        rows: rowsOf(of(engine), 'instance_type', 'multi_az_usd_per_hour'),
      },
    ]
  })
  const beside = new Map<string, number>()
  for (const engine of ['postgres', 'mysql'])
    for (const row of rowsOf(of(engine), 'instance_type', 'single_az_usd_per_hour')) {
      const cell = `${row.type}|${row.region}`
      beside.set(cell, Math.max(row.usd, beside.get(cell) ?? 0))
    }
  const aurora = auroraTables((engine) => rowsOf(of(engine), 'instance_type', 'single_az_usd_per_hour'), beside, rds)
  return [...instances, ...aurora]
}

/** @param rows opensearch_elasticache.csv, of 2025-05-28: newer than the ElastiCache rows of the databases, and equal to them. */
function caches(rows: readonly Row[]): HostedTable[] {
  const common = {
    id: 'leanercloud',
    baseRegion: 'us-east-1',
    source: 'AWS list prices, by LeanerCloud ec2-instances-info',
    asOf: '2025-05-28',
    weak: 'this price is from 2025-05',
  }
  const engine = (service: string, of: string) =>
    rowsOf(
      rows.filter((row) => row.service === service && row.engine === of),
      'instance_type',
      'usd_per_hour',
    )
  return [
    { ...common, name: 'opensearch single-az', label: 'OpenSearch Service', rows: engine('opensearch', '') },
    { ...common, name: 'redis single-az', label: 'ElastiCache for Redis', rows: engine('elasticache', 'Redis') },
    {
      ...common,
      name: 'memcached single-az',
      label: 'ElastiCache for Memcached',
      of: 'redis single-az',
      rows: engine('elasticache', 'Memcached'),
    },
    {
      ...common,
      name: 'valkey single-az',
      label: 'ElastiCache for Valkey',
      of: 'redis single-az',
      rows: engine('elasticache', 'Valkey'),
    },
  ]
}

export interface HostedInputs {
  readonly sagemaker: readonly Row[]
  readonly vertex: readonly Row[]
  /** managed_db.csv */
  readonly databases: readonly Row[]
  /** opensearch_elasticache.csv */
  readonly caches: readonly Row[]
}

/** Every grid of hosted.bin, each after the one it leans on. */
export function hostedTables(inputs: HostedInputs): HostedTable[] {
  return [
    sagemaker(inputs.sagemaker),
    vertex(inputs.vertex),
    ...databases(inputs.databases),
    ...rdsEngineTables(),
    ...caches(inputs.caches),
    ...machineTables(),
  ]
}
