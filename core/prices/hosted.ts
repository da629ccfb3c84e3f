// The layout of `snapshot/hosted.bin`, written by scripts/encode-hosted.ts and read here; nothing else knows it. It holds what
// is billed by the hour of a machine someone else runs: model hosting and managed databases.
//
//   u32 little-endian   length of the header in bytes
//   header              JSON, `HostedHeader`
//   planes              per grid, in the header's order: low and high byte of the code, types × regions bytes each
//
// A price is a reference × a ratio out of the grid's dictionary; code 0 means that there is no such price. The reference is the
// price of the same type and region in the grid `of`, where it has one, and the type's base price otherwise.
import type { Price } from '../types.ts'

export interface HostedHeader {
  readonly schema: 1
  readonly grids: readonly GridColumns[]
}

export interface GridColumns {
  /** `sagemaker`, `vertex`, engine and deployment: `mysql single-az`, or `serviceGrid`. */
  readonly name: string
  /** What is said of the price beside the type, where the name does not tell: `Aurora MySQL, I/O-Optimized`. */
  readonly label: string
  readonly of?: string
  /** The grid that is asked where this one has no price; it is then this one's `label`, and the other's source and weakness. */
  readonly next?: string
  /** What the next grid's price is multiplied by, and why that holds. */
  readonly times?: { readonly of: number; readonly weak: string }
  readonly regions: readonly string[]
  /** One name per line. */
  readonly types: string
  /** USD per hour, by type. */
  readonly base: readonly number[]
  readonly ratios: readonly number[]
  readonly source: string
  /** ISO date. */
  readonly asOf: string
  readonly weak?: string
}

export interface HostedPrices {
  /** @param grid `sagemaker`, `vertex`, or engine and deployment. USD per hour. */
  find(grid: string, type: string, region: string): Price | undefined
}

interface Grid {
  readonly columns: GridColumns
  readonly types: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
  readonly cells: Uint8Array
}

const planes = 2

/** Name of the grid of a service of AWS whose items are machines, asked by `book.service`: `neptune`, `ec2-host`. */
export const serviceGrid = (service: string) => `service ${service}`

/** As in cloud.bin: within 0.05 %, so more digits would be noise. */
const rounded = (usd: number) => Number(usd.toPrecision(6))

function indexed(names: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  for (let i = 0; i < names.length; i++) index.set(names[i]!, i)
  return index
}

/** Names of a grid's types: counted without cutting the text, since most grids are never asked. */
function lineCount(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Each grid is indexed when it is first asked. */
function grids(bytes: Uint8Array): (name: string) => Grid | undefined {
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerBytes))) as HostedHeader
  let at = 4 + headerBytes
  const waiting = new Map<string, { readonly columns: GridColumns; readonly cells: Uint8Array }>()
  for (const columns of header.grids) {
    const size = lineCount(columns.types) * columns.regions.length * planes
    waiting.set(columns.name, { columns, cells: bytes.subarray(at, at + size) })
    at += size
  }
  if (at !== bytes.length) throw new Error(`hosted.bin has ${bytes.length} bytes, its header says ${at}`)
  const ready = new Map<string, Grid>()
  return (name) => {
    const there = ready.get(name)
    const raw = there ? undefined : waiting.get(name)
    if (raw === undefined) return there
    const grid = { ...raw, types: indexed(raw.columns.types.split('\n')), regions: indexed(raw.columns.regions) }
    ready.set(name, grid)
    return grid
  }
}

/** Reads `hosted.bin`, decompressed. */
export function decodeHostedPrices(bytes: Uint8Array): HostedPrices {
  const gridNamed = grids(bytes)

  function usd(grid: Grid | undefined, type: string, region: string): number | undefined {
    const typeIndex = grid?.types.get(type)
    const regionIndex = grid?.regions.get(region)
    if (grid === undefined || typeIndex === undefined || regionIndex === undefined) return undefined
    const { columns, cells } = grid
    const at = typeIndex * columns.regions.length + regionIndex
    const code = cells[at]! | (cells[at + cells.length / planes]! << 8)
    if (code === 0) return undefined
    const of = columns.of === undefined ? undefined : usd(gridNamed(columns.of), type, region)
    return rounded((of ?? columns.base[typeIndex]!) * columns.ratios[code]!)
  }

  return {
    find(name, type, region) {
      const named = gridNamed(name)
      let grid = named
      let price = usd(grid, type, region)
      while (price === undefined && grid?.columns.next !== undefined) {
        grid = gridNamed(grid.columns.next)
        price = usd(grid, type, region)
      }
      if (named === undefined || grid === undefined || price === undefined) return undefined
      const { times } = named.columns
      const { source, asOf } = grid.columns
      const isOwn = grid === named
      const weak = isOwn || times === undefined ? grid.columns.weak : `${times.weak}; ${grid.columns.weak ?? ''}`
      if (!isOwn && times !== undefined) price = rounded(price * times.of)
      const sku = `${named.columns.label} ${type}`
      return { usd: price, per: 1, unit: 'hour', sku, region, source, asOf, ...(weak === undefined ? {} : { weak }) }
    },
  }
}
