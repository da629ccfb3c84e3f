// The instance prices of Aurora, told apart and completed.
//
// Aurora has two prices for a machine: Standard, and I/O-Optimized. The list holds one of the two and does not say which, sizes of
// one family mixed. What is known of them:
//
// - Both engines have the same instance rates, and I/O-Optimized is 1.30 × Standard: AWS says so in its own price tables
//   (https://github.com/aws/agent-toolkit-for-aws, amazon-aurora-mysql/scripts/commitment_pricing_analyzer.py, 2026-06-15).
//   In the list, 640 of the 642 machines and regions that have the same kind for both engines have the same price, and all but 17 of
//   those that have both kinds are 1.30 apart within the rounding of the list (the others 1.285 to 1.306).
// - Beside the dearer of RDS for MySQL and for PostgreSQL on the same machine Standard is 1.07 to 1.27 ×, and I/O-Optimized
//   1.41 to 1.65 ×, with nothing in between. A row that has no RDS price beside it is left out.
import type { HostedRow, HostedTable } from './hosted-tables.ts'

const engines = [
  { id: 'aurora-mysql', name: 'Aurora MySQL' },
  { id: 'aurora-postgresql', name: 'Aurora PostgreSQL' },
] as const

type Engine = (typeof engines)[number]['id']

const kinds = [
  { suffix: '', label: 'Standard', least: 1.05, most: 1.3, toOther: 1.3 },
  { suffix: '-io-optimized', label: 'I/O-Optimized', least: 1.4, most: 1.68, toOther: 1 / 1.3 },
] as const

type Kind = (typeof kinds)[number]

const key = (row: HostedRow) => `${row.type}|${row.region}`

/** Half a tenth of a cent of each of the two prices. */
const rounding = (1 + 1.3) * 0.0005

/** Rows of a kind in either engine; where the engines differ, neither is taken. */
function shared(rows: readonly (readonly HostedRow[])[]): HostedRow[] {
  const prices = new Map<string, Set<number>>()
  for (const row of rows.flat()) prices.set(key(row), (prices.get(key(row)) ?? new Set()).add(row.usd))
  const seen = new Set<string>()
  return rows.flat().filter((row) => prices.get(key(row))!.size === 1 && !seen.has(key(row)) && seen.add(key(row)))
}

/** Regions in which some machine has both kinds, and each that has is 1.30 apart. */
function regular(standard: readonly HostedRow[], optimized: readonly HostedRow[]): ReadonlySet<string> {
  const optimizedOf = new Map(optimized.map((row) => [key(row), row.usd]))
  const apart = new Map<string, boolean>()
  for (const row of standard) {
    const other = optimizedOf.get(key(row))
    if (other === undefined) continue
    const fits = Math.abs(row.usd * 1.3 - other) <= rounding
    apart.set(row.region, fits && (apart.get(row.region) ?? true))
  }
  return new Set([...apart].filter(([, fits]) => fits).map(([region]) => region))
}

/**
 * Grids of what the list has, by engine; each names the grid that is asked next: what the other engine has, then what is computed
 * from the other kind.
 *
 * @param listed the list's rows of an engine
 * @param beside the dearer RDS price of a machine, by `type|region`
 * @param common what holds of every grid of the list
 */
export function auroraTables(
  listed: (engine: Engine) => readonly HostedRow[],
  beside: ReadonlyMap<string, number>,
  common: Pick<HostedTable, 'id' | 'baseRegion' | 'source' | 'asOf'>,
): HostedTable[] {
  const of = (engine: Engine, kind: Kind) =>
    listed(engine).filter((row) => {
      const ratio = row.usd / beside.get(key(row))!
      return ratio >= kind.least && ratio <= kind.most
    })
  const either = kinds.map((kind) => shared(engines.map((engine) => of(engine.id, kind))))
  const computable = regular(either[0]!, either[1]!)
  const without = (rows: readonly HostedRow[], lists: readonly (readonly HostedRow[])[]) => {
    const there = lists.map((list) => new Set(list.map(key)))
    return rows.filter((row) => !there.every((keys) => keys.has(key(row))))
  }
  const listedGrids = kinds.flatMap((kind, i): HostedTable[] => {
    const own = engines.map(
      (engine): HostedTable => ({
        ...common,
        name: `${engine.id}${kind.suffix} single-az`,
        label: `${engine.name}, ${kind.label}`,
        of: 'mysql single-az',
        next: `aurora${kind.suffix} single-az`,
        weak: `of 2024-08; that it is the ${kind.label} price is told from its ratio to RDS, the list does not say`,
        rows: of(engine.id, kind),
      }),
    )
    const sharedGrid: HostedTable = {
      ...common,
      name: `aurora${kind.suffix} single-az`,
      label: `Aurora, ${kind.label}`,
      of: `aurora-mysql${kind.suffix} single-az`,
      next: `aurora${kind.suffix}-computed single-az`,
      weak: `of 2024-08, listed for the other engine of Aurora, which has the same rates; that it is the ${kind.label} price is told from its ratio to RDS`,
      derived: true,
      rows: either[i]!,
    }
    return [...own, sharedGrid]
  })
  const computedGrids = kinds.map((kind, i): HostedTable => {
    const other = kinds[1 - i]!
    return {
      ...common,
      name: `aurora${kind.suffix}-computed single-az`,
      label: `Aurora, ${kind.label}`,
      of: `aurora${other.suffix} single-az`,
      weak: `of 2024-08; computed: the list has the ${other.label} price of this machine, and I/O-Optimized is 1.30 times Standard`,
      derived: true,
      rows: without(either[1 - i]!, [either[i]!])
        .filter((row) => computable.has(row.region))
        .map((row) => ({ ...row, usd: row.usd * other.toOther })),
    }
  })
  return [...listedGrids, ...computedGrids]
}
