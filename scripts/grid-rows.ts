// Finds the rows of shares of a grid (core/prices/grid.ts): which types of a price list have the same shares in every region.

/** Every price of the book is within 0.05 % of its list; a little is left for the arithmetic. */
const tolerance = 0.00049

export interface GridCell {
  /** USD per hour. */
  readonly usd: number
  /** What it is to be a share of, where that is not the type's base price. */
  readonly of?: number
}

export interface GridType {
  readonly name: string
  /** By region; undefined where it is not sold. */
  readonly cells: readonly (GridCell | undefined)[]
  /** Its price in the grid's main region, or the first there is: it is kept to the last digit. */
  readonly price: number
}

/** From least to most. */
export type Range = readonly [low: number, high: number]

export interface FoundRow {
  /** What the share may be, by region; undefined where no type of the row is sold. */
  readonly ranges: (Range | undefined)[]
}

export interface FittedType {
  readonly type: GridType
  readonly row: FoundRow
  /** USD per hour; 0 where every cell is a share of another price. */
  readonly base: number
  readonly digits: number
  /** Regions whose price does not fit the row. */
  readonly apart: readonly number[]
}

/** More than six digits are an average's, not a list's. */
function digitsOf(cells: GridType['cells']): number {
  const digits = cells.map((cell) => (cell === undefined ? 0 : (String(cell.usd).split('.')[1] ?? '').length))
  return Math.min(6, Math.max(...digits))
}

/** What a product may be so that it is the price once it is rounded. @param off by what share it may be off */
function productRange(usd: number, digits: number, off: number): Range {
  const unit = 10 ** -digits
  const low = Math.min(Math.ceil((usd * (1 - off)) / unit - 1e-6), Math.round(usd / unit))
  const high = Math.max(Math.floor((usd * (1 + off)) / unit + 1e-6), Math.round(usd / unit))
  return [(low - 0.499) * unit, (high + 0.499) * unit]
}

/** The number of fewest digits in a range. */
export function shortest([low, high]: Range): number {
  for (let digits = 1; digits < 15; digits++) {
    const value = Number(((low + high) / 2).toPrecision(digits))
    if (value >= low && value <= high) return value
  }
  return (low + high) / 2
}

/** Where most of the ranges overlap, and how many do. */
function densest(ranges: readonly Range[]): { readonly range: Range; readonly count: number } | undefined {
  const edges = ranges.flatMap(([low, high]) => [[low, 1] as const, [high, -1] as const])
  edges.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  let [open, count, range]: [number, number, Range | undefined] = [0, 0, undefined]
  edges.forEach(([at, step], i) => {
    open += step
    if (open <= count) return
    count = open
    range = [at, edges[i + 1]![0]]
  })
  return range && { range, count }
}

interface Fit {
  readonly base: number
  readonly apart: readonly number[]
  /** Regions in which the row has no share yet. */
  readonly added: number
}

/** So many regions tell most types from a row they do not fit. */
const enough = 10

/** How a type does with a row, at the base price with which most of its cells fit. */
function fitOf(type: GridType, products: readonly (Range | undefined)[], row: FoundRow, most: number): Fit | undefined {
  const bases: Range[] = []
  let [held, added] = [0, 0]
  for (const [region, product] of products.entries()) {
    const range = row.ranges[region]
    if (product === undefined) continue
    if (range === undefined) {
      added++
      continue
    }
    held++
    if (type.cells[region]!.of === undefined) bases.push([product[0] / range[1], product[1] / range[0]])
    if (bases.length === enough && enough - densest(bases)!.count > most) return undefined
  }
  if (held === 0) return undefined
  const best = densest(bases)
  if (best !== undefined && bases.length - best.count > most) return undefined
  const isPlain = best === undefined || (type.price >= best.range[0] && type.price <= best.range[1])
  const base = isPlain ? type.price : shortest(best.range)
  const apart = products.flatMap((product, region) => {
    const range = row.ranges[region]
    if (product === undefined || range === undefined) return []
    const of = type.cells[region]!.of ?? base
    return Math.max(product[0] / of, range[0]) > Math.min(product[1] / of, range[1]) ? [region] : []
  })
  return apart.length > most ? undefined : { base, apart, added }
}

/**
 * Each type with its row. Where rows are many, a price by itself costs less than a row: one type may have `most` of them.
 * Types sold in most regions come first, dear ones before cheap ones: their prices are rounded least, so they say what a share is.
 */
export function fitRows(types: readonly GridType[], most: number): readonly FittedType[] {
  const sold = (type: GridType) => type.cells.filter((cell) => cell !== undefined).length
  const inOrder = [...types].sort((a, b) => sold(b) - sold(a) || b.price - a.price)
  const rows: FoundRow[] = []
  return inOrder.map((type) => {
    const digits = digitsOf(type.cells)
    const products = type.cells.map(
      (cell) => cell && productRange(cell.usd, digits, cell.usd === type.price ? 0 : tolerance),
    )
    let best: (Fit & { readonly row: FoundRow }) | undefined
    for (const row of rows) {
      const fit = fitOf(type, products, row, most)
      if (fit === undefined) continue
      const cost = (of: Fit) => of.apart.length * 200 + of.added
      if (best === undefined || cost(fit) < cost(best)) best = { ...fit, row }
    }
    if (best === undefined && sold(type) === 0 && rows[0]) best = { base: 0, apart: [], added: 0, row: rows[0] }
    if (best === undefined) {
      best = { base: type.price, apart: [], added: 0, row: { ranges: type.cells.map(() => undefined) } }
      rows.push(best.row)
    }
    const { row, apart, base } = best
    for (const [region, product] of products.entries()) {
      if (product === undefined || apart.includes(region)) continue
      const of = type.cells[region]!.of ?? base
      const [low, high] = row.ranges[region] ?? [0, Number.POSITIVE_INFINITY]
      row.ranges[region] = [Math.max(product[0] / of, low), Math.min(product[1] / of, high)]
    }
    const isShare = type.cells.every((cell) => cell === undefined || cell.of !== undefined)
    return { type, row, base: isShare ? 0 : base, digits, apart }
  })
}
