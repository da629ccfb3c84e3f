// Writes core/prices/snapshot/hosted.bin.br out of the tables of hosting and managed databases. The layout is documented where
// it is read.
import { decodeHostedPrices, type GridColumns, type HostedHeader } from '../core/prices/hosted.ts'
import { encodeGrid } from './encode-grid.ts'
import type { GridType } from './grid-rows.ts'
import type { HostedRow, HostedTable } from './hosted-tables.ts'
import { joined, packedSize } from './snapshot-file.ts'

const key = (row: HostedRow) => `${row.type}|${row.region}`

/** t3.micro, t3.small, t3.medium side by side: similar rows compress. */
function bySize(prices: ReadonlyMap<string, number>) {
  const family = (type: string) => type.replace(/(^|[.-])(\d*x?large|nano|micro|small|medium|metal|\d+)(?=\.|$)/, '')
  return (a: string, b: string) =>
    family(a).localeCompare(family(b)) || prices.get(a)! - prices.get(b)! || a.localeCompare(b)
}

interface Encoded {
  readonly columns: GridColumns
  readonly bytes: Uint8Array
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
  const columns: GridColumns = {
    name: table.name,
    label: table.label,
    ...(table.of === undefined ? {} : { of: table.of }),
    ...(table.next === undefined ? {} : { next: table.next }),
    ...(table.times === undefined ? {} : { times: table.times }),
    ...grid.header,
    source: table.source,
    asOf: table.asOf,
    ...(table.weak === undefined ? {} : { weak: table.weak }),
  }
  const cells = types.flatMap((type) => type.cells.map((cell) => (cell === undefined ? 0 : 1)))
  return { columns, bytes: Buffer.concat([grid.bytes, Uint8Array.from(cells)]) }
}

/** The tables as the bytes of `hosted.bin`. A table comes after the one it is given as a share of. */
export function encodeHosted(tables: readonly HostedTable[]): Uint8Array {
  const grids: Encoded[] = []
  const pack = () => {
    const header: HostedHeader = { schema: 3, grids: grids.map(({ columns, bytes }) => [columns.name, bytes.length]) }
    return joined(
      [header, ...grids.map(({ columns }) => columns)],
      grids.map(({ bytes }) => bytes),
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
