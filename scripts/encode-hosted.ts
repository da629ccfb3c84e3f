// Writes core/prices/snapshot/hosted.bin.br out of the tables of hosting and managed databases. The layout is documented where
// it is read.
import type { GridHeader } from '../core/prices/grid.ts'
import { decodeHostedPrices, type GridAbout, gridParts, type HostedHeader } from '../core/prices/hosted.ts'
import { encodeGrid } from './encode-grid.ts'
import type { GridType } from './grid-rows.ts'
import type { HostedRow, HostedTable } from './hosted-tables.ts'
import { familyOf } from './size-names.ts'
import { joined, packedSize } from './snapshot-file.ts'

const key = (row: HostedRow) => `${row.type}|${row.region}`

/** t3.micro, t3.small, t3.medium side by side: similar rows compress. */
function bySize(prices: ReadonlyMap<string, number>) {
  return (a: string, b: string) =>
    familyOf(a).localeCompare(familyOf(b)) || prices.get(a)! - prices.get(b)! || a.localeCompare(b)
}

interface Encoded {
  readonly about: GridAbout
  readonly header: GridHeader
  readonly rows: Uint8Array
  readonly cells: Uint8Array
}

function encodeTable(table: HostedTable, reference: ReadonlyMap<string, number>): Encoded {
  const byCell = new Map(table.rows.map((row) => [key(row), row.usd]))
  const base = new Map<string, number>()
  for (const row of table.rows) if (row.region === table.baseRegion) base.set(row.type, row.usd)
  for (const row of table.rows) if (!base.has(row.type)) base.set(row.type, row.usd)
  const names = [...base.keys()].sort(bySize(base))
  const regions = [...new Set(table.rows.map((row) => row.region))].sort()
  const types = names.map((name): GridType => {
    const cells = regions.map((region) => {
      const usd = byCell.get(`${name}|${region}`)
      const of = reference.get(`${name}|${region}`)
      return usd === undefined ? undefined : { usd, ...(of === undefined ? {} : { of }) }
    })
    return { name, price: base.get(name)!, cells }
  })
  const grid = encodeGrid(regions, types, ({ header, bytes }) => packedSize(joined([header], [bytes])))
  const about: GridAbout = {
    name: table.name,
    label: table.label,
    ...(table.of === undefined ? {} : { of: table.of }),
    ...(table.next === undefined ? {} : { next: table.next }),
    ...(table.times === undefined ? {} : { times: table.times }),
    source: table.source,
    asOf: table.asOf,
    ...(table.weak === undefined ? {} : { weak: table.weak }),
  }
  const cells = types.flatMap((type) => type.cells.map((cell) => (cell === undefined ? 0 : 1)))
  return { about, header: grid.header, rows: grid.bytes, cells: Uint8Array.from(cells) }
}

/** The tables as the bytes of `hosted.bin`. A table comes after the one it is given as a share of. */
export function encodeHosted(tables: readonly HostedTable[]): Uint8Array {
  const grids: Encoded[] = []
  const pack = () => {
    const header: HostedHeader = {
      schema: 4,
      grids: grids.map(({ about, rows, cells }) => [about.name, rows.length, cells.length]),
    }
    return joined(
      [
        header,
        ...grids.map(({ about }) => about),
        ...gridParts.flatMap((part) => grids.map((grid) => grid.header[part])),
      ],
      [...grids.map(({ rows }) => rows), ...grids.map(({ cells }) => cells)],
    )
  }
  for (const table of tables) {
    // the reference is what the reader will see, not what the table says: its error must not add up
    const there = table.of === undefined ? undefined : decodeHostedPrices(pack())
    const reference = new Map<string, number>()
    for (const row of table.rows) {
      const usd = there?.find(table.of!, row.type, row.region)?.usd
      if (usd !== undefined) reference.set(key(row), usd)
    }
    grids.push(encodeTable(table, reference))
  }
  return pack()
}
