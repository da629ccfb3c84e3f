// Writes core/prices/snapshot/hosted.bin.br out of the tables of hosting and managed databases. The layout is documented where
// it is read.
import { decodeHostedPrices, type GridColumns, type HostedHeader } from '../core/prices/hosted.ts'
import type { HostedRow, HostedTable } from './hosted-tables.ts'
import { commonRatios } from './ratios.ts'

const key = (row: HostedRow) => `${row.type}|${row.region}`

/** t3.micro, t3.small, t3.medium side by side: similar rows compress. */
function bySize(prices: ReadonlyMap<string, number>) {
  const family = (type: string) => type.replace(/(^|[.-])(\d*x?large|nano|micro|small|medium|metal|\d+)(?=\.|$)/, '')
  return (a: string, b: string) =>
    family(a).localeCompare(family(b)) || prices.get(a)! - prices.get(b)! || a.localeCompare(b)
}

function encodeGrid(table: HostedTable, reference: ReadonlyMap<string, number>) {
  const byCell = new Map(table.rows.map((row) => [key(row), row.usd]))
  const base = new Map<string, number>()
  for (const row of table.rows) if (row.region === table.baseRegion) base.set(row.type, row.usd)
  for (const row of table.rows) if (!base.has(row.type)) base.set(row.type, row.usd)
  const types = [...base.keys()].sort(bySize(base))
  const regions = [...new Set(table.rows.map((row) => row.region))].sort()
  const cells = types.flatMap((type) =>
    regions.map((region) => ({ type, region, usd: byCell.get(`${type}|${region}`) })),
  )
  const priced = cells.filter((cell) => cell.usd !== undefined)
  const of = (cell: { type: string; region: string }) =>
    reference.get(`${cell.type}|${cell.region}`) ?? base.get(cell.type)!
  const ratios = commonRatios(priced.map((cell) => cell.usd! / of(cell)))
  const uses = new Map<number, number>()
  for (const ratio of ratios) uses.set(ratio, (uses.get(ratio) ?? 0) + 1)
  const dictionary = [0, ...[...uses.keys()].sort((a, b) => uses.get(b)! - uses.get(a)! || a - b)]
  const codeOf = new Map(dictionary.map((ratio, index) => [ratio, index]))
  const codeByCell = new Map(priced.map((cell, i) => [cell, codeOf.get(ratios[i]!)!]))
  const codes = cells.map((cell) => codeByCell.get(cell) ?? 0)
  const columns: GridColumns = {
    name: table.name,
    label: table.label,
    ...(table.of === undefined ? {} : { of: table.of }),
    ...(table.next === undefined ? {} : { next: table.next }),
    ...(table.times === undefined ? {} : { times: table.times }),
    regions,
    types: types.join('\n'),
    base: types.map((type) => base.get(type)!),
    ratios: dictionary,
    source: table.source,
    asOf: table.asOf,
    ...(table.weak === undefined ? {} : { weak: table.weak }),
  }
  return { columns, planes: Uint8Array.from([...codes.map((code) => code & 255), ...codes.map((code) => code >> 8)]) }
}

function packed(header: HostedHeader, planes: readonly Uint8Array[]): Uint8Array {
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  return Buffer.concat([length, json, ...planes])
}

/** The tables as the bytes of `hosted.bin`. A table comes after the one it is given as a share of. */
export function encodeHosted(tables: readonly HostedTable[]): Uint8Array {
  const grids: ReturnType<typeof encodeGrid>[] = []
  const pack = () =>
    packed(
      { schema: 1, grids: grids.map((grid) => grid.columns) },
      grids.map((grid) => grid.planes),
    )
  for (const table of tables) {
    // the reference is what the reader will see, not what the table says: its error must not add up
    const there = table.of === undefined ? undefined : decodeHostedPrices(pack())
    const reference = new Map<string, number>()
    for (const row of table.rows) {
      const usd = there?.find(table.of!, row.type, row.region)?.usd
      if (usd !== undefined) reference.set(key(row), usd)
    }
    grids.push(encodeGrid(table, reference))
  }
  return pack()
}
