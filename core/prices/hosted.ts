// The layout of `snapshot/hosted.bin`, written by scripts/encode-hosted.ts and read here; nothing else knows it. It holds what
// is billed by the hour of a machine someone else runs: model hosting and managed databases.
//
//   u32 little-endian   length of the header in bytes
//   header              lines of JSON: `HostedHeader`, then the `GridColumns` of each grid, which is parsed when it is first asked
//   grids               each in the header's order: its rows of shares (grid.ts), then a byte for each cell (types × regions, type by
//                       type), 1 where there is a price
//
// The shares are of the price of the same type and region in the grid `of`, where it has one, and of the type's base price otherwise.
import type { Price } from '../types.ts'
import { type GridHeader, openGrid, type PriceGrid, rowBytes } from './grid.ts'

export interface HostedHeader {
  readonly schema: 3
  /** Each grid's name, and how many bytes it has. */
  readonly grids: readonly (readonly [name: string, bytes: number])[]
}

export interface GridColumns extends GridHeader {
  /** `sagemaker`, `vertex`, engine and deployment: `mysql single-az`, or `serviceGrid`. */
  readonly name: string
  /** What is said of the price beside the type, where the name does not tell: `Aurora MySQL, I/O-Optimized`. */
  readonly label: string
  readonly of?: string
  /** The grid that is asked where this one has no price; it is then this one's `label`, and the other's source and weakness. */
  readonly next?: string
  /** What the next grid's price is multiplied by, and why that holds. */
  readonly times?: { readonly of: number; readonly weak: string }
  readonly source: string
  /** ISO date. */
  readonly asOf: string
  readonly weak?: string
}

export interface HostedPrices {
  /** @param grid `sagemaker`, `vertex`, or engine and deployment. USD per hour. */
  find(grid: string, type: string, region: string): Price | undefined
}

interface Grid extends PriceGrid {
  readonly columns: GridColumns
  readonly cells: Uint8Array
}

/** Name of the grid of a service of AWS whose items are machines, asked by `book.service`: `neptune`, `ec2-host`. */
export const serviceGrid = (service: string) => `service ${service}`

/** A product of a price and a share is given six significant digits. */
const rounded = (usd: number) => Number(usd.toPrecision(6))

/** Each grid is indexed when it is first asked. */
function grids(bytes: Uint8Array): (name: string) => Grid | undefined {
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const [head, ...lines] = new TextDecoder().decode(bytes.subarray(4, 4 + headerBytes)).split('\n')
  const header = JSON.parse(head!) as HostedHeader
  if (header.schema !== 3) throw new Error('hosted.bin is not of schema 3')
  let at = 4 + headerBytes
  const waiting = new Map<string, { readonly line: string; readonly at: number }>()
  header.grids.forEach(([name, size], i) => {
    waiting.set(name, { line: lines[i]!, at })
    at += size
  })
  if (at !== bytes.length) throw new Error(`hosted.bin has ${bytes.length} bytes, its header says ${at}`)
  const ready = new Map<string, Grid>()
  return (name) => {
    const there = ready.get(name)
    const raw = there ? undefined : waiting.get(name)
    if (raw === undefined) return there
    const columns = JSON.parse(raw.line) as GridColumns
    const cells = raw.at + rowBytes(columns)
    const grid = {
      ...openGrid(columns, bytes.subarray(raw.at, cells)),
      columns,
      cells: bytes.subarray(cells, cells + columns.base.length * columns.regions.length),
    }
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
    if (cells[typeIndex * columns.regions.length + regionIndex] === 0) return undefined
    const of = columns.of === undefined ? undefined : usd(gridNamed(columns.of), type, region)
    return grid.usd(typeIndex, regionIndex, of)
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
      const computed = isOwn ? undefined : times?.weak
      const weak = [computed, grid.columns.weak].filter((each) => each !== undefined).join('; ') || undefined
      if (!isOwn && times !== undefined) price = rounded(price * times.of)
      const sku = `${named.columns.label} ${type}`
      return { usd: price, per: 1, unit: 'hour', sku, region, source, asOf, ...(weak === undefined ? {} : { weak }) }
    },
  }
}
