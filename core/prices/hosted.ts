// The layout of `snapshot/hosted.bin`, written by scripts/encode-hosted.ts and read here; nothing else knows it. It holds what
// is billed by the hour of a machine someone else runs: model hosting and managed databases.
//
//   u32 little-endian   length of the header in bytes
//   header              lines of JSON: `HostedHeader`; the `GridAbout` of each grid; then each of `gridParts`, of each grid: the same
//                       part of many grids side by side packs best. Those of a grid are parsed when it is first asked
//   rows                each grid's rows of shares (grid.ts)
//   cells               each grid's: a byte for each cell (types × regions, type by type), 1 where there is a price
//
// The shares are of the price of the same type and region in the grid `of`, where it has one, and of the type's base price otherwise.
import type { Price } from '../types.ts'
import { type GridHeader, openGrid, type PriceGrid } from './grid.ts'

export interface HostedHeader {
  readonly schema: 4
  /** Each grid's name, and how many bytes its rows and its cells have. */
  readonly grids: readonly (readonly [name: string, rows: number, cells: number])[]
}

/** The parts of a grid's header, in the file's order. */
export const gridParts = [
  'regions',
  'types',
  'base',
  'digits',
  'row',
  'rows',
  'ratios',
  'apart',
] as const satisfies readonly (keyof GridHeader)[]

export interface GridAbout {
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
  readonly about: GridAbout
  readonly width: number
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
  if (header.schema !== 4) throw new Error('hosted.bin is not of schema 4')
  const count = header.grids.length
  let at = 4 + headerBytes
  const next = (length: number) => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const rows = header.grids.map(([, length]) => next(length))
  const cells = header.grids.map(([, , length]) => next(length))
  if (at !== bytes.length) throw new Error(`hosted.bin has ${bytes.length} bytes, its header says ${at}`)
  const index = new Map(header.grids.map(([name], i) => [name, i]))
  const ready = new Map<string, Grid>()
  return (name) => {
    const there = ready.get(name)
    const i = index.get(name)
    if (there !== undefined || i === undefined) return there
    const part = (which: number) => JSON.parse(lines[which * count + i]!) as unknown
    const columns = Object.fromEntries(
      gridParts.map((column, which) => [column, part(which + 1)]),
    ) as unknown as GridHeader
    const grid = {
      ...openGrid(columns, rows[i]!),
      about: part(0) as GridAbout,
      width: columns.regions.length,
      cells: cells[i]!,
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
    const { about, width, cells } = grid
    if (cells[typeIndex * width + regionIndex] === 0) return undefined
    const of = about.of === undefined ? undefined : usd(gridNamed(about.of), type, region)
    return grid.usd(typeIndex, regionIndex, of)
  }

  return {
    find(name, type, region) {
      const named = gridNamed(name)
      let grid = named
      let price = usd(grid, type, region)
      while (price === undefined && grid?.about.next !== undefined) {
        grid = gridNamed(grid.about.next)
        price = usd(grid, type, region)
      }
      if (named === undefined || grid === undefined || price === undefined) return undefined
      const { times } = named.about
      const { source, asOf } = grid.about
      const isOwn = grid === named
      const computed = isOwn ? undefined : times?.weak
      const weak = [computed, grid.about.weak].filter((each) => each !== undefined).join('; ') || undefined
      if (!isOwn && times !== undefined) price = rounded(price * times.of)
      const sku = `${named.about.label} ${type}`
      return { usd: price, per: 1, unit: 'hour', sku, region, source, asOf, ...(weak === undefined ? {} : { weak }) }
    },
  }
}
