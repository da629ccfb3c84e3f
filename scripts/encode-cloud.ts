// Writes core/prices/snapshot/cloud-aws.bin.br and its like out of a table of instance prices. The layout is documented where it is read.
import { type CloudColumns, type Origin, spotStep } from '../core/prices/cloud.ts'
import type { Cloud } from '../core/types.ts'
import { instanceOrigins, spotOrigins } from './price-origins.ts'
import { commonRatios } from './ratios.ts'
import { compress, type Row } from './snapshot-file.ts'

const baseRegion: Record<Cloud, string> = { aws: 'us-east-1', gcp: 'us-central1', azure: 'eastus' }

const number = (text: string | undefined) => (text ? Number(text) : 0)

/** m7g.large and m7g.xlarge side by side, and in order of size: similar rows compress. */
function bySize(cloud: Cloud, vcpu: ReadonlyMap<string, number>) {
  const family = (type: string) => (cloud === 'aws' ? type.split('.')[0]! : type.replace(/\d+/, ''))
  return (a: string, b: string) =>
    family(a).localeCompare(family(b)) || vcpu.get(a)! - vcpu.get(b)! || a.localeCompare(b)
}

type Order = (counts: ReadonlyMap<number, number>) => (a: number, b: number) => number

const byFrequency: Order = (counts) => (a, b) => counts.get(b)! - counts.get(a)! || a - b
const bySizeOf: Order = () => (a, b) => a - b

/** Codes from 1 on in that order; 0 stays the code of a missing value. */
function dictionary(values: readonly (number | undefined)[], order: Order) {
  const counts = new Map<number, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ordered = [...counts.keys()].sort(order(counts))
  if (ordered.length > 65_534) throw new Error(`${ordered.length} different ratios do not fit in two bytes`)
  const codes = new Map(ordered.map((value, index) => [value, index + 1]))
  return { ordered, codes: values.map((value) => (value === undefined ? 0 : codes.get(value)!)) }
}

function originOf(row: Row): Origin {
  const { source, asOf, weak } = instanceOrigins[row.source!] ?? missing(row.source!)
  const spot = row.spot_source ? (spotOrigins[row.spot_source] ?? missing(row.spot_source)) : undefined
  return {
    source,
    asOf: asOf ?? row.source_date!,
    ...(weak ? { weak } : {}),
    ...(spot ? { spot: { source: spot.source, asOf: spot.asOf!, ...(spot.weak ? { weak: spot.weak } : {}) } } : {}),
  }
}

function missing(source: string): never {
  throw new Error(`scripts/price-sources.ts does not describe the source ${source}`)
}

interface Encoded {
  readonly columns: CloudColumns
  readonly planes: Uint8Array
}

function encodeCloud(cloud: Cloud, rows: readonly Row[], order: CloudColumns['order'], ratioOrder: Order): Encoded {
  const byCell = new Map(rows.map((row) => [`${row.instance_type}|${row.region}`, row]))
  const first = new Map<string, Row>()
  for (const row of rows) if (!first.has(row.instance_type!)) first.set(row.instance_type!, row)
  const vcpu = new Map([...first].map(([type, row]) => [type, number(row.vcpu)]))
  const types = [...first.keys()].sort(bySize(cloud, vcpu))
  const regions = [...new Set(rows.map((row) => row.region!))].sort()
  const priced = (type: string, region: string) => number(byCell.get(`${type}|${region}`)?.on_demand_usd_per_hour)
  const base = types.map(
    (type) => priced(type, baseRegion[cloud]) || regions.map((r) => priced(type, r)).find(Boolean) || 0,
  )

  const grid =
    order === 'type'
      ? types.flatMap((t) => regions.map((r) => [t, r] as const))
      : regions.flatMap((r) => types.map((t) => [t, r] as const))
  const typeIndex = new Map(types.map((type, index) => [type, index]))
  const origins: Origin[] = []
  const originCodes = new Map<string, number>()
  const originCode = (row: Row) => {
    const origin = originOf(row)
    const key = JSON.stringify(origin)
    if (!originCodes.has(key)) originCodes.set(key, origins.push(origin) - 1)
    return originCodes.get(key)!
  }
  const exact = grid.flatMap(([type, region]) => {
    const price = priced(type, region)
    return price === 0 ? [] : [price / base[typeIndex.get(type)!]!]
  })
  const common = commonRatios(exact).values()
  const spotOnly: [number, number, number, number][] = []
  const cells = grid.map(([type, region]) => {
    const row = byCell.get(`${type}|${region}`)
    const price = number(row?.on_demand_usd_per_hour)
    const spot = number(row?.spot_usd_per_hour)
    if (row === undefined || price === 0) {
      if (row !== undefined && spot > 0)
        spotOnly.push([typeIndex.get(type)!, regions.indexOf(region), spot, originCode(row)])
      return { ratio: undefined, spot: undefined, origin: 0 }
    }
    const ratio: number = common.next().value!
    const kept = base[typeIndex.get(type)!]! * ratio
    return {
      ratio,
      spot: spot > 0 ? Math.round(-Math.log(spot / kept) / spotStep) : undefined,
      origin: originCode(row),
    }
  })
  const ratios = dictionary(
    cells.map((cell) => cell.ratio),
    ratioOrder,
  )
  const spots = dictionary(
    cells.map((cell) => cell.spot),
    bySizeOf,
  )
  const plane = (values: readonly number[]) => Uint8Array.from(values)
  const planes = [
    plane(ratios.codes.map((code) => code & 255)),
    plane(ratios.codes.map((code) => code >> 8)),
    plane(spots.codes.map((code) => code & 255)),
    plane(spots.codes.map((code) => code >> 8)),
    plane(cells.map((cell) => cell.origin)),
  ]
  const acceleratorNames = [...new Set(types.map((type) => first.get(type)!.accelerator_name!))]
  const column = (name: string) => types.map((type) => number(first.get(type)![name]))
  return {
    columns: {
      schema: 1,
      cloud,
      regions,
      types: types.join('\n'),
      order,
      base,
      ratios: [0, ...ratios.ordered],
      spotSteps: spots.ordered.map((k, i) => k - (spots.ordered[i - 1] ?? 0)),
      origins,
      spotOnly,
      vcpu: column('vcpu'),
      memoryGiB: column('memory_gib'),
      acceleratorNames,
      accelerator: types.map((type) => acceleratorNames.indexOf(first.get(type)!.accelerator_name!)),
      accelerators: column('accelerator_count'),
      acceleratorMemoryGiB: column('gpu_memory_gib'),
    },
    planes: Buffer.concat(planes),
  }
}

function packed({ columns, planes }: Encoded): Uint8Array {
  const json = Buffer.from(JSON.stringify(columns))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  return Buffer.concat([length, json, planes])
}

/** The three clouds' rows of `instances.csv` as the bytes of `cloud-aws.bin`, `cloud-gcp.bin` and `cloud-azure.bin`. */
export function encodeCloudPrices(rows: readonly Row[]): Readonly<Record<Cloud, Uint8Array>> {
  const encode = (cloud: Cloud) => {
    const own = rows.filter((row) => row.provider === cloud)
    const tries = (['type', 'region'] as const).flatMap((order) =>
      [byFrequency, bySizeOf].map((ratioOrder) => packed(encodeCloud(cloud, own, order, ratioOrder))),
    )
    const sizes = tries.map((bytes) => compress(bytes).length)
    return tries[sizes.indexOf(Math.min(...sizes))]!
  }
  return { aws: encode('aws'), gcp: encode('gcp'), azure: encode('azure') }
}
