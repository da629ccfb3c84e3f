// The layout of `snapshot/cloud-aws.bin` and its like for each cloud, written by scripts/encode-cloud.ts and read here; nothing
// else knows it. A file per cloud, because decompressing takes most of the time: a project on one cloud reads one of them.
//
//   u32 little-endian   length of the header in bytes
//   header              JSON, `CloudColumns`
//   planes              five planes of types × regions bytes
//
// The planes are: low and high byte of the price code, low and high byte of the spot code, the origin code. A price is the
// type's base price × a ratio out of a dictionary; a spot price is the price × a ratio out of a second one.
// Code 0 means that there is no such price.
import type { Cloud, Price, Purchase } from '../types.ts'
import type { InstanceSpecs } from './book.ts'

/** Where a row's prices come from. Dates are ISO; `weak` says why a price deserves less trust. */
export interface Origin {
  readonly source: string
  readonly asOf: string
  readonly weak?: string
  readonly spot?: { readonly source: string; readonly asOf: string; readonly weak?: string }
}

export interface CloudColumns {
  readonly schema: 1
  readonly cloud: Cloud
  readonly regions: readonly string[]
  /** One name per line. */
  readonly types: string
  /** Cells run through the regions of one type first (`type`), or through the types of one region (`region`). */
  readonly order: 'type' | 'region'
  /** USD per hour, by type. */
  readonly base: readonly number[]
  readonly ratios: readonly number[]
  /** A spot price is exp(-step × k) of the price. The ks in rising order: the first, then each less the one before. */
  readonly spotSteps: readonly number[]
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

const planes = 5

export interface CloudPrices {
  instance(cloud: Cloud, type: string, region: string, purchase: Purchase): Price | undefined
  specs(cloud: Cloud, type: string): InstanceSpecs | undefined
  types(cloud: Cloud): readonly string[]
  regions(cloud: Cloud): readonly string[]
}

/** Six significant digits: the encoding is within 0.05 %, so more would be noise. */
const rounded = (usd: number) => Number(usd.toPrecision(6))

interface Table {
  readonly columns: CloudColumns
  readonly names: readonly string[]
  readonly types: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
  readonly cells: Uint8Array
  /** Share of the price by spot code. */
  readonly spotRatios: readonly number[]
}

function indexed(names: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  // a loop, not pairs: this is a fifth of the time to the first price
  for (let i = 0; i < names.length; i++) index.set(names[i]!, i)
  return index
}

/** At most 0.05 % off. */
export const spotStep = 0.00099

function spotRatiosOf(steps: readonly number[]): readonly number[] {
  const ratios = [0]
  let k = 0
  for (const step of steps) {
    k += step
    ratios.push(Math.exp(-k * spotStep))
  }
  return ratios
}

function tableOf(bytes: Uint8Array): Table {
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const columns = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerBytes))) as CloudColumns
  if (columns.schema !== 1) throw new Error('a file of cloud prices is not of schema 1')
  const names = columns.types.split('\n')
  const at = 4 + headerBytes
  const end = at + names.length * columns.regions.length * planes
  if (end !== bytes.length) {
    throw new Error(`cloud-${columns.cloud}.bin has ${bytes.length} bytes, its header says ${end}`)
  }
  return {
    columns,
    names,
    types: indexed(names),
    regions: indexed(columns.regions),
    cells: bytes.subarray(at, end),
    spotRatios: spotRatiosOf(columns.spotSteps),
  }
}

interface Cell {
  readonly onDemand: number | undefined
  readonly spot: number | undefined
  readonly origin: Origin
}

function cell({ columns, names, cells, spotRatios }: Table, type: number, region: number): Cell | undefined {
  const plane = names.length * columns.regions.length
  const at = columns.order === 'type' ? type * columns.regions.length + region : region * names.length + type
  const code = cells[at]! | (cells[at + plane]! << 8)
  if (code === 0) {
    const alone = columns.spotOnly.find((row) => row[0] === type && row[1] === region)
    return alone && { onDemand: undefined, spot: alone[2], origin: columns.origins[alone[3]]! }
  }
  const onDemand = columns.base[type]! * columns.ratios[code]!
  const spotCode = cells[at + 2 * plane]! | (cells[at + 3 * plane]! << 8)
  return {
    onDemand: rounded(onDemand),
    spot: spotCode === 0 ? undefined : rounded(onDemand * spotRatios[spotCode]!),
    origin: columns.origins[cells[at + 4 * plane]!]!,
  }
}

function priceOf(found: Cell, purchase: Purchase, sku: string, region: string): Price | undefined {
  const usd = purchase === 'on-demand' ? found.onDemand : purchase === 'spot' ? found.spot : undefined
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
      const typeIndex = table?.types.get(type)
      const regionIndex = table?.regions.get(region)
      if (table === undefined || typeIndex === undefined || regionIndex === undefined) return undefined
      const found = cell(table, typeIndex, regionIndex)
      return found && priceOf(found, purchase, type, region)
    },
    specs(cloud, type) {
      const table = tableFor(cloud)
      const index = table?.types.get(type)
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
    types: (cloud) => tableFor(cloud)?.names ?? [],
    regions: (cloud) => tableFor(cloud)?.columns.regions ?? [],
  }
}
