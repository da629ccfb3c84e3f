// Writes core/prices/snapshot/cloud-aws.bin.br and its like out of a table of instance prices. The layout is documented where it is read.
import { type CloudColumns, type Origin, spotStep } from '../core/prices/cloud.ts'
import { openGrid } from '../core/prices/grid.ts'
import type { Cloud } from '../core/types.ts'
import { type EncodedGrid, encodeGrid } from './encode-grid.ts'
import { instanceOrigins, spotOrigins } from './price-origins.ts'
import { familyOf } from './size-names.ts'
import { joined, packedSize, type Row } from './snapshot-file.ts'

const baseRegion: Record<Cloud, string> = { aws: 'us-east-1', gcp: 'us-central1', azure: 'eastus' }

const number = (text: string | undefined) => (text ? Number(text) : 0)

/** m7g.large and m7g.xlarge side by side, and in order of size: similar rows compress. */
function bySize(vcpu: ReadonlyMap<string, number>) {
  return (a: string, b: string) =>
    familyOf(a).localeCompare(familyOf(b)) || vcpu.get(a)! - vcpu.get(b)! || a.localeCompare(b)
}

function originOf(row: Row): Origin {
  const { source, asOf, weak } = instanceOrigins[row.source!] ?? missing(row.source!)
  const spot =
    number(row.spot_usd_per_hour) > 0 && row.spot_source
      ? (spotOrigins[row.spot_source] ?? missing(row.spot_source))
      : undefined
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

/** The cells of a grid one after the other, as `CloudColumns.order` says. */
function cellsOf(types: readonly string[], regions: readonly string[], order: CloudColumns['order']) {
  return order === 'type'
    ? types.flatMap((_, type) => regions.map((_, region) => [type, region] as const))
    : regions.flatMap((_, region) => types.map((_, type) => [type, region] as const))
}

/** Rows of one cloud by type and region. */
function tableOf(rows: readonly Row[]) {
  const byCell = new Map(rows.map((row) => [`${row.instance_type}|${row.region}`, row]))
  const first = new Map<string, Row>()
  for (const row of rows) if (!first.has(row.instance_type!)) first.set(row.instance_type!, row)
  const vcpu = new Map([...first].map(([type, row]) => [type, number(row.vcpu)]))
  const types = [...first.keys()].sort(bySize(vcpu))
  const regions = [...new Set(rows.map((row) => row.region!))].sort()
  const at = (type: number, region: number) => byCell.get(`${types[type]}|${regions[region]}`)
  return {
    types,
    regions,
    at,
    priced: (type: number, region: number) => number(at(type, region)?.on_demand_usd_per_hour),
    of: (type: string) => first.get(type)!,
  }
}

type Table = ReturnType<typeof tableOf>

function gridOf(cloud: Cloud, { types, regions, priced }: Table): EncodedGrid {
  const main = regions.indexOf(baseRegion[cloud])
  const gridTypes = types.map((name, type) => {
    const prices = regions.map((_, region) => priced(type, region))
    return {
      name,
      price: prices[main] || prices.find(Boolean) || 0,
      cells: prices.map((usd) => (usd === 0 ? undefined : { usd })),
    }
  })
  return encodeGrid(regions, gridTypes, ({ header, bytes }) => packedSize(joined([header], [bytes])))
}

function encodeCloud(cloud: Cloud, table: Table, grid: EncodedGrid, order: CloudColumns['order']): Uint8Array {
  const { types, regions, at, priced, of } = table
  const read = openGrid(grid.header, grid.bytes)
  const origins: Origin[] = []
  const originCodes = new Map<string, number>()
  const originCode = (row: Row) => {
    const origin = originOf(row)
    const key = JSON.stringify(origin)
    if (!originCodes.has(key)) originCodes.set(key, origins.push(origin) - 1)
    return originCodes.get(key)!
  }
  const spotOnly: [number, number, number, number][] = []
  const spots: number[] = []
  const cells = cellsOf(types, regions, order).map(([type, region]) => {
    const row = at(type, region)
    const spot = number(row?.spot_usd_per_hour)
    if (row === undefined) return 0
    if (priced(type, region) === 0) {
      if (spot > 0) spotOnly.push([type, region, spot, originCode(row)])
      return 0
    }
    // a share of the price that is read, so that the two errors do not add up
    if (spot > 0) spots.push(Math.round(-Math.log(spot / read.usd(type, region)) / spotStep))
    return originCode(row) + 1
  })
  const steps = [...new Set(spots)].sort((a, b) => a - b)
  const codes = new Map(steps.map((step, code) => [step, code]))
  const acceleratorNames = [...new Set(types.map((type) => of(type).accelerator_name!))]
  const column = (name: string) => types.map((type) => number(of(type)[name]))
  const columns: CloudColumns = {
    schema: 3,
    cloud,
    grid: grid.header,
    order,
    spotSteps: steps.map((step, i) => step - (steps[i - 1] ?? 0)),
    spots: spots.length,
    origins,
    spotOnly,
    vcpu: column('vcpu'),
    memoryGiB: column('memory_gib'),
    acceleratorNames,
    accelerator: types.map((type) => acceleratorNames.indexOf(of(type).accelerator_name!)),
    accelerators: column('accelerator_count'),
    acceleratorMemoryGiB: column('gpu_memory_gib'),
  }
  const spotCodes = spots.map((step) => codes.get(step)!)
  return joined(
    [columns],
    [
      grid.bytes,
      Uint8Array.from(cells),
      Uint8Array.from(spotCodes.map((code) => code & 255)),
      Uint8Array.from(spotCodes.map((code) => code >> 8)),
    ],
  )
}

/** The three clouds' rows of `instances.csv` as the bytes of `cloud-aws.bin`, `cloud-gcp.bin` and `cloud-azure.bin`. */
export function encodeCloudPrices(rows: readonly Row[]): Readonly<Record<Cloud, Uint8Array>> {
  const encode = (cloud: Cloud) => {
    const table = tableOf(rows.filter((row) => row.provider === cloud))
    const grid = gridOf(cloud, table)
    const tries = (['type', 'region'] as const).map((order) => encodeCloud(cloud, table, grid, order))
    const sizes = tries.map(packedSize)
    return tries[sizes.indexOf(Math.min(...sizes))]!
  }
  return { aws: encode('aws'), gcp: encode('gcp'), azure: encode('azure') }
}
