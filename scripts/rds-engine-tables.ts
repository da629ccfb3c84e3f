// RDS engines that managed_db.csv lacks: SQL Server, Oracle and MariaDB, out of scripts/tables/rds-engines.tsv.
//
//   engine   as Terraform writes it; `oracle-se2` has the licence in its price, `oracle-se2-byol` and `oracle-ee` do not
//            `multi-az` after it: of a Multi-AZ instance; `2021`: what only the list of 2021 has; `mysql 2025`: of
//            PostgreSQL too
//   type     db.m5.large
//   then a column per region: USD per hour of a Single-AZ instance, blank where the list has no price
import { readFileSync } from 'node:fs'
import type { HostedTable } from './hosted-tables.ts'

/** It has every one of 1,706 prices of the list of 2021 to within half a per cent, and newer machines. */
const feed = {
  id: 'aws-price-watcher',
  baseRegion: 'us-east-1',
  source: 'AWS pricing page feeds, by aws-price-watcher',
  asOf: '2025-06-17',
}

const list = {
  id: 'ec2instances-rds',
  baseRegion: 'us-east-1',
  source: 'AWS RDS list prices, by ec2instances.info',
  asOf: '2021-03-30',
  weak: 'this RDS price is from 2021-03; the same list has MySQL and PostgreSQL as they still were in 2024-08',
}

const engines = [
  { id: 'sqlserver-ex', label: 'RDS for SQL Server Express' },
  { id: 'sqlserver-web', label: 'RDS for SQL Server Web' },
  { id: 'sqlserver-se', label: 'RDS for SQL Server Standard' },
  { id: 'sqlserver-ee', label: 'RDS for SQL Server Enterprise' },
  { id: 'oracle-se2', label: 'RDS for Oracle SE2, licence included' },
  { id: 'oracle-se2-byol', label: 'RDS for Oracle SE2, own licence' },
  { id: 'oracle-ee', label: 'RDS for Oracle EE, own licence' },
]

/** AWS sells it no more: the feed has nothing of it. */
const soldBefore = { id: 'oracle-se1', label: 'RDS for Oracle SE1, licence included' }

/** Editions that ask another's grid: with an own licence the list has one price for all, but for slips. */
const sameAsEnterprise = [
  { id: 'oracle-se', label: 'RDS for Oracle SE, own licence' },
  { id: 'oracle-se1-byol', label: 'RDS for Oracle SE1, own licence' },
].map(
  ({ id, label }): HostedTable => ({
    ...list,
    name: `${id} single-az`,
    label,
    next: 'oracle-ee single-az',
    derived: true,
    rows: [],
  }),
)

/**
 * MariaDB has no rows: it asks MySQL's grid, whose prices it shares. The list of 2021-03 has both for 1,078 machines and regions,
 * and they differ in 15: six by less than 0.2 %, nine by a slip in one of them (an Outpost's price, seven times that of its region).
 */
const mariadb = (['single-az', 'multi-az'] as const).map(
  (deployment): HostedTable => ({
    ...list,
    name: `mariadb ${deployment}`,
    label: deployment === 'multi-az' ? 'RDS for MariaDB, Multi-AZ' : 'RDS for MariaDB',
    next: `mysql ${deployment}`,
    derived: true,
    rows: [],
  }),
)

/** The engines managed_db.csv lacks; MariaDB asks a grid of MySQL. */
export function rdsEngineTables(): HostedTable[] {
  const text = readFileSync(new URL('tables/rds-engines.tsv', import.meta.url), 'utf8').trimEnd()
  const [head, ...lines] = text.split('\n').map((line) => line.split('\t'))
  const regions = head!.slice(2)
  const rowsOf = (engine: string) =>
    lines
      .filter(([of]) => of === engine)
      .flatMap(([, type, ...cells]) =>
        cells.flatMap((usd, i) => (usd === '' ? [] : [{ type: type!, region: regions[i]!, usd: Number(usd) }])),
      )
  const own = engines.flatMap(({ id, label }): HostedTable[] => {
    const before = rowsOf(`${id} 2021`)
    const name = `${id} single-az`
    const older = { ...list, name: `${id} 2021`, label, rows: before }
    const own = { ...feed, name, label, rows: rowsOf(id) }
    return before.length === 0 ? [own] : [older, { ...own, next: older.name }]
  })
  // machines that MySQL and PostgreSQL have had since the list of 2024, at one price
  const newer = [
    { ...feed, name: 'mysql 2025', label: 'RDS', rows: rowsOf('mysql 2025') },
    {
      ...feed,
      name: 'mysql 2025 multi-az',
      label: 'RDS, Multi-AZ',
      of: 'mysql 2025',
      rows: rowsOf('mysql 2025 multi-az'),
    },
  ]
  const se1 = { ...list, name: 'oracle-se1 single-az', label: soldBefore.label, rows: rowsOf(soldBefore.id) }
  const enterprise: HostedTable = {
    ...feed,
    name: 'sqlserver-ee multi-az',
    label: 'RDS for SQL Server Enterprise, Multi-AZ',
    of: 'sqlserver-ee single-az',
    rows: rowsOf('sqlserver-ee multi-az'),
  }
  // The feed has both deployments of these, and one costs twice the other in 3,416 of 3,452 pairs: the rest are slips of a cent, but
  // for four. SQL Server Express and Web have no Multi-AZ.
  const twice = engines.filter(({ id }) => ['sqlserver-se', 'oracle-se2', 'oracle-se2-byol', 'oracle-ee'].includes(id))
  const standbys = twice.map(
    ({ id, label }): HostedTable => ({
      ...feed,
      name: `${id} multi-az`,
      label: `${label}, Multi-AZ`,
      next: `${id} single-az`,
      times: { of: 2, weak: 'computed: twice the Single-AZ price' },
      derived: true,
      rows: [],
    }),
  )
  return [...own, ...newer, se1, enterprise, ...sameAsEnterprise, ...standbys, ...mariadb]
}
