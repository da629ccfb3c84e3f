// Prices of many types in many regions, written by scripts/encode-grid.ts and read here; the files of cloud machines and of hosting
// are made of such grids. A price list is a few lists of regional shares: every size of a family, and most families of a time, cost
// the same share more in a region. So each type has a base price and one of the grid's rows of shares, a share per region; the
// product is rounded to the digits the list gives that type in, as the provider did. What fits no row stands by itself.
import { readSizeNames } from './size-names.ts'

/** What of a grid is in the header's JSON. */
export interface GridHeader {
  readonly regions: readonly string[]
  /** As size-names.ts has them. */
  readonly types: string
  /**
   * USD per hour, by type; 0 where every price is a share of another grid's. Below 0: so many times the last that is above it, with
   * the digits of the type, as the sizes of a family cost.
   */
  readonly base: readonly number[]
  /** Digits behind the point, by type, one character each. */
  readonly digits: string
  /** Index of the row of shares, by type. */
  readonly row: readonly number[]
  /** Number of rows. */
  readonly rows: number
  /** The shares, which the rows hold as codes. */
  readonly ratios: readonly number[]
  /** Prices that fit no row, in pairs: cells (types × regions, type by type) since the one before, USD per hour. */
  readonly apart: readonly number[]
}

export interface PriceGrid {
  readonly names: readonly string[]
  readonly types: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
  /**
   * USD per hour. Only meant where there is a price: a row also has a share where its type is not sold.
   * @param of what the share is of, instead of the type's base price
   */
  usd(type: number, region: number, of?: number): number
}

/** Low and high byte of the codes. */
const planes = 2

/** Bytes of the rows of shares. */
export const rowBytes = (header: GridHeader) => header.rows * header.regions.length * planes

function indexed(names: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  // a loop, not pairs: this is a fifth of the time to the first price
  for (let i = 0; i < names.length; i++) index.set(names[i]!, i)
  return index
}

/** The price as a list with so many digits gives it. */
function withDigits(usd: number, digits: number): number {
  const unit = 10 ** digits
  return Math.round(usd * unit) / unit
}

/**
 * @param bytes the codes of the rows, `rowBytes` of them: low bytes, then high ones, each region by region. Both say the code and 1, or
 * 0 where it is the code of the row before
 */
export function openGrid(header: GridHeader, bytes: Uint8Array): PriceGrid {
  const { digits, row, rows, ratios } = header
  const names = readSizeNames(header.types)
  const width = header.regions.length
  const high = rows * width
  // both look back from the one asked: a scan asks a few of thousands
  const codeAt = (at: number) => {
    for (let i = at; i >= 0; i--) {
      const code = bytes[i]! | (bytes[i + high]! << 8)
      if (code > 0) return code - 1
    }
    return 0
  }
  const baseOf = (type: number) => {
    const own = header.base[type]!
    if (own >= 0) return own
    let family = type
    while (header.base[family]! <= 0) family--
    return withDigits(-own * header.base[family]!, digits.charCodeAt(type) - 48)
  }
  const apart = new Map<number, number>()
  for (let i = 0, cell = 0; i < header.apart.length; i += 2) {
    cell += header.apart[i]!
    apart.set(cell, header.apart[i + 1]!)
  }
  return {
    names,
    types: indexed(names),
    regions: indexed(header.regions),
    usd(type, region, of) {
      const alone = apart.get(type * width + region)
      if (alone !== undefined) return alone
      const ratio = ratios[codeAt(region * rows + row[type]!)]!
      return withDigits((of ?? baseOf(type)) * ratio, digits.charCodeAt(type) - 48)
    },
  }
}
