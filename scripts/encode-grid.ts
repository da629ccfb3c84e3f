// Writes a grid of prices; the layout is described where it is read, in core/prices/grid.ts.
import type { GridHeader } from '../core/prices/grid.ts'
import { type FittedType, type FoundRow, fitRows, type GridType, type Range, shortest } from './grid-rows.ts'
import { familyOf, writeSizeNames } from './size-names.ts'

/** Index of the first that is not below. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

interface Wanted {
  readonly range: Range
  readonly row: number
  readonly region: number
  code?: number
}

/** The shares, each the one that is in most of the ranges which those before it are not in; so few are needed, and few are often used. */
function sharesOf(wanted: readonly Wanted[]): readonly number[] {
  const points = [...new Set(wanted.map(({ range }) => range[1]))].sort((a, b) => a - b)
  const at = points.map((): Wanted[] => [])
  const within = (range: Range) => [firstFrom(points, range[0]), firstFrom(points, range[1])] as const
  for (const one of wanted) {
    const [from, to] = within(one.range)
    for (let i = from; i <= to; i++) at[i]!.push(one)
  }
  const counts = at.map((ones) => ones.length)
  const shares: number[] = []
  for (;;) {
    let most = 0
    for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[most]!) most = i
    const open = at[most]?.filter((one) => one.code === undefined) ?? []
    if (open.length === 0) return shares
    for (const one of open) {
      one.code = shares.length
      const [from, to] = within(one.range)
      for (let i = from; i <= to; i++) counts[i]!--
    }
    shares.push(
      shortest([Math.max(...open.map(({ range }) => range[0])), Math.min(...open.map(({ range }) => range[1]))]),
    )
  }
}

type Codes = (number | undefined)[]

/** Like rows side by side, and a code nobody asks for like its neighbour: both compress. */
function chained(rows: readonly Codes[]): readonly number[] {
  const left = new Set(rows.keys())
  const order: number[] = []
  let last: Codes = []
  while (left.size > 0) {
    let [next, most] = [-1, -1]
    for (const index of left) {
      const alike = rows[index]!.filter((code, region) => code === undefined || code === last[region]).length
      if (alike > most) [next, most] = [index, alike]
    }
    left.delete(next)
    order.push(next)
    const row = rows[next]!
    for (let region = 0; region < row.length; region++) row[region] ??= last[region] ?? 0
    last = row
  }
  return order
}

/** The base price of a size of the family above as a multiple of it, where that gives the price to its last digit. */
function basesOf(types: readonly FittedType[]): number[] {
  let last: FittedType | undefined
  return types.map((fitted) => {
    const { base, digits, type } = fitted
    if (base > 0 && last !== undefined && familyOf(last.type.name) === familyOf(type.name)) {
      const times = Number((base / last.base).toPrecision(4))
      const unit = 10 ** digits
      if (Math.round(times * last.base * unit) / unit === base) return -times
    }
    if (base > 0) last = fitted
    return base
  })
}

export interface EncodedGrid {
  readonly header: GridHeader
  /** The rows' codes, as core/prices/grid.ts has them. */
  readonly bytes: Uint8Array
}

function encoded(regions: readonly string[], types: readonly GridType[], most: number): EncodedGrid {
  const fitted = new Map(fitRows(types, most).map((fit) => [fit.type, fit]))
  const found: FoundRow[] = [...new Set(types.map((type) => fitted.get(type)!.row))]
  const codes: Codes[] = found.map(() => regions.map(() => undefined))
  const wanted = found.flatMap(({ ranges }, row) =>
    ranges.flatMap((range, region): Wanted[] => (range === undefined ? [] : [{ range, row, region }])),
  )
  const ratios = sharesOf(wanted)
  for (const { row, region, code } of wanted) codes[row]![region] = code
  const order = chained(codes)
  const indexOf = new Map(order.map((row, index) => [found[row]!, index]))
  const plain = regions.flatMap((_, region) => order.map((row) => codes[row]![region]!))
  const flat = plain.map((code, i) => (code === (plain[i - 1] ?? 0) ? 0 : code + 1))
  const apart = types.flatMap((type, index) =>
    fitted.get(type)!.apart.map((region) => [index * regions.length + region, type.cells[region]!.usd] as const),
  )
  return {
    header: {
      regions,
      types: writeSizeNames(types.map(({ name }) => name)),
      base: basesOf(types.map((type) => fitted.get(type)!)),
      digits: types.map((type) => fitted.get(type)!.digits).join(''),
      row: types.map((type) => indexOf.get(fitted.get(type)!.row)!),
      rows: order.length,
      ratios,
      apart: apart.flatMap(([cell, usd], i) => [cell - (apart[i - 1]?.[0] ?? 0), usd]),
    },
    bytes: Uint8Array.from([...flat.map((code) => code & 255), ...flat.map((code) => code >> 8)]),
  }
}

/**
 * The smallest of a few encodings.
 * @param size bytes of one, packed
 */
export function encodeGrid(
  regions: readonly string[],
  types: readonly GridType[],
  size: (grid: EncodedGrid) => number,
): EncodedGrid {
  const tries = [0, 1, 2].map((most) => encoded(regions, types, most))
  const sizes = tries.map(size)
  return tries[sizes.indexOf(Math.min(...sizes))]!
}
