// https://focus.finops.org/focus-specification/v1-2/
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dialect } from '../dialect.ts'
import { type Column, type ColumnKind, columns } from '../focus.ts'
import { filterOf } from '../question-sql.ts'
import type { Within } from '../questions.ts'
import type { ExportFormat } from '../store.ts'
import { name, quote } from './duckdb-file.ts'

/** Names of 1.2 for what is stored under those of 1.3; what 1.2 has no column for is one of ours. */
const renamed: Readonly<Partial<Record<Column, string>>> = {
  ServiceProviderName: 'ProviderName',
  HostProviderName: 'x_HostProviderName',
}
/** Columns of 1.2 that no source tells. */
const untold = ['PricingCurrencyContractedUnitPrice', 'PricingCurrencyListUnitPrice']

/** As text of a CSV: ISO 8601, decimals without the zeros that say nothing. */
const text: Readonly<Partial<Record<ColumnKind, (column: string) => string>>> = {
  time: (column) => `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`,
  money: (column) => `rtrim(rtrim(CAST(${column} AS VARCHAR), '0'), '.')`,
  number: (column) => `rtrim(rtrim(CAST(${column} AS VARCHAR), '0'), '.')`,
}

/** Writes the charges of `within` as FOCUS 1.2, every column of it, with ours as x_. @returns how many */
export async function exportRows(
  db: DuckDBConnection,
  dialect: Dialect,
  { to, format, within }: { readonly to: string; readonly format: ExportFormat; readonly within: Within },
): Promise<number> {
  const cells = (Object.entries(columns) as [Column, ColumnKind][]).map(([column, kind]) => {
    const value = (format === 'focus' && text[kind]?.(name(column))) || name(column)
    return `${value} AS ${name(renamed[column] ?? column)}`
  })
  const nulls = untold.map(
    (column) => `CAST(NULL AS ${format === 'focus' ? 'VARCHAR' : 'DECIMAL(38,12)'}) AS ${name(column)}`,
  )
  // Where the engine writes to a file there is no place for values beside the text.
  const literal: Dialect['parameter'] = ({ value, kind }) =>
    kind === 'time' ? `CAST(${quote(value)} AS TIMESTAMP)` : quote(value)
  const literally: Dialect = { ...dialect, parameter: literal }
  const select = `SELECT ${[...cells, ...nulls].join(', ')} FROM ${dialect.table} WHERE ${filterOf(within, literally)} ORDER BY "ChargePeriodStart", "x_Source"`
  const options = format === 'focus' ? 'FORMAT csv, HEADER' : 'FORMAT parquet, COMPRESSION zstd'
  const result = await db.run(`COPY (${select}) TO ${quote(to)} (${options})`)
  return Number(result.rowsChanged)
}
