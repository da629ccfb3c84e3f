// The layout of `snapshot/cloud-aws.bin` and its like for each cloud, written by scripts/encode-cloud.ts and read here; nothing
// else knows it. A file per cloud, because decompressing takes most of the time: a project on one cloud reads one of them.
//
//   u32 little-endian   length of the header in bytes
//   header              JSON, `CloudColumns`
//   rows                the rows of shares of the on-demand prices: grid.ts
//   origins             a byte for each cell (types × regions): 0 where nothing is sold on demand, else the origin's index and 1
//   spot                low bytes of the spot codes of the cells whose origin has spot, then their high bytes
//
// A spot price is the price × a share.
import type { Cloud, Price, Purchase } from '../types.ts'
import type { InstanceSpecs } from './book.ts'
import { type GridHeader, openGrid, type PriceGrid, rowBytes } from './grid.ts'

/** Where a row's prices come from. Dates are ISO; `weak` says why a price deserves less trust. */
export interface Origin {
  readonly source: string
  readonly asOf: string
  readonly weak?: string
  readonly spot?: { readonly source: string; readonly asOf: string; readonly weak?: string }
}

export interface CloudColumns {
  readonly schema: 3
  readonly cloud: Cloud
  /** On demand. */
  readonly grid: GridHeader
  /** Cells run through the regions of one type first (`type`), or through the types of one region (`region`). */
  readonly order: 'type' | 'region'
  /** A spot price is exp(-step × k) of the price. The ks in rising order: the first, then each less the one before. */
  readonly spotSteps: readonly number[]
  /** Number of spot prices. */
  readonly spots: number
  readonly origins: readonly Origin[]
  /** Offered as spot only: type index, region index, USD per hour, origin code. */
  readonly spotOnly: readonly (readonly [type: number, region: number, usd: number, origin: number])[]
  /** 0 where it is not known, as in the other specs. */
  readonly vcpu: readonly number[]
  readonly memoryGiB: readonly number[]
  readonly acceleratorNames: readonly string[]
  readonly accelerator: readonly number[]
  readonly accelerators: readonly number[]
  readonly acceleratorMemoryGiB: readonly number[]
}

export interface CloudPrices {
  instance(cloud: Cloud, type: string, region: string, purchase: Purchase): Price | undefined
  specs(cloud: Cloud, type: string): InstanceSpecs | undefined
  types(cloud: Cloud): readonly string[]
  regions(cloud: Cloud): readonly string[]
}

/** Six significant digits: a spot price is within 0.05 %, so more would be noise. */
const rounded = (usd: number) => Number(usd.toPrecision(6))

interface Table {
  readonly columns: CloudColumns
  readonly grid: PriceGrid
  readonly origins: Uint8Array
  readonly spot: Uint8Array
  /** Share of the price by spot code. */
  readonly spotRatios: readonly number[]
  /** Which of the spot prices a cell's is. */
  readonly spotIndex: () => Int32Array
}

/** At most 0.05 % off. */
export const spotStep = 0.00099

function spotRatiosOf(steps: readonly number[]): readonly number[] {
  const ratios: number[] = []
  let k = 0
  for (const step of steps) {
    k += step
    ratios.push(Math.exp(-k * spotStep))
  }
  return ratios
}

/** Number of spot prices before each cell: it takes a walk through all cells, and many projects ask for none. */
function countSpot({ origins }: CloudColumns, cells: Uint8Array): Int32Array {
  const before = new Int32Array(cells.length + 1)
  for (let i = 0; i < cells.length; i++) before[i + 1] = before[i]! + (origins[cells[i]! - 1]?.spot ? 1 : 0)
  return before
}

function tableOf(bytes: Uint8Array): Table {
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const columns = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerBytes))) as CloudColumns
  if (columns.schema !== 3) throw new Error('a file of cloud prices is not of schema 3')
  const { grid } = columns
  const rows = 4 + headerBytes
  const origins = rows + rowBytes(grid)
  const spot = origins + grid.base.length * grid.regions.length
  if (bytes.length !== spot + 2 * columns.spots) {
    throw new Error(`cloud-${columns.cloud}.bin has ${bytes.length} bytes, its header says ${spot + 2 * columns.spots}`)
  }
  const cells = bytes.subarray(origins, spot)
  let before: Int32Array | undefined
  return {
    columns,
    grid: openGrid(grid, bytes.subarray(rows, origins)),
    origins: cells,
    spot: bytes.subarray(spot),
    spotRatios: spotRatiosOf(columns.spotSteps),
    spotIndex() {
      before ??= countSpot(columns, cells)
      return before
    },
  }
}

interface Cell {
  readonly onDemand: number | undefined
  readonly spot: () => number | undefined
  readonly origin: Origin
}

function cell(table: Table, type: number, region: number): Cell | undefined {
  const { columns, grid, spot } = table
  const at = columns.order === 'type' ? type * columns.grid.regions.length + region : region * grid.names.length + type
  const code = table.origins[at]!
  if (code === 0) {
    const alone = columns.spotOnly.find((row) => row[0] === type && row[1] === region)
    return alone && { onDemand: undefined, spot: () => alone[2], origin: columns.origins[alone[3]]! }
  }
  const origin = columns.origins[code - 1]!
  const onDemand = table.grid.usd(type, region)
  return {
    onDemand,
    spot() {
      if (origin.spot === undefined) return undefined
      const index = table.spotIndex()[at]!
      return rounded(onDemand * table.spotRatios[spot[index]! | (spot[index + columns.spots]! << 8)]!)
    },
    origin,
  }
}

function priceOf(found: Cell, purchase: Purchase, sku: string, region: string): Price | undefined {
  const usd = purchase === 'on-demand' ? found.onDemand : purchase === 'spot' ? found.spot() : undefined
  const from = purchase === 'spot' ? found.origin.spot : found.origin
  if (usd === undefined || from === undefined) return undefined
  const { source, asOf, weak } = from
  return { usd, per: 1, unit: 'hour', sku, region, source, asOf, ...(weak === undefined ? {} : { weak }) }
}

/** @param fileOf gives a cloud's file, decompressed, or undefined where there is none; called once each, when first needed. */
export function openCloudPrices(fileOf: (cloud: Cloud) => Uint8Array | undefined): CloudPrices {
  const byCloud = new Map<Cloud, Table | undefined>()
  const tableFor = (cloud: Cloud): Table | undefined => {
    if (!byCloud.has(cloud)) {
      const bytes = fileOf(cloud)
      byCloud.set(cloud, bytes && tableOf(bytes))
    }
    return byCloud.get(cloud)
  }
  return {
    instance(cloud, type, region, purchase) {
      const table = tableFor(cloud)
      const typeIndex = table?.grid.types.get(type)
      const regionIndex = table?.grid.regions.get(region)
      if (table === undefined || typeIndex === undefined || regionIndex === undefined) return undefined
      const found = cell(table, typeIndex, regionIndex)
      return found && priceOf(found, purchase, type, region)
    },
    specs(cloud, type) {
      const table = tableFor(cloud)
      const index = table?.grid.types.get(type)
      if (table === undefined || index === undefined) return undefined
      const { columns } = table
      return {
        vcpu: columns.vcpu[index] || undefined,
        memoryGiB: columns.memoryGiB[index] || undefined,
        accelerator: columns.acceleratorNames[columns.accelerator[index]!] || undefined,
        accelerators: columns.accelerators[index]!,
        acceleratorMemoryGiB: columns.acceleratorMemoryGiB[index] || undefined,
      }
    },
    types: (cloud) => tableFor(cloud)?.grid.names ?? [],
    regions: (cloud) => tableFor(cloud)?.columns.grid.regions ?? [],
  }
}
