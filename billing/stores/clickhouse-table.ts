import type { ColumnKind } from '../focus.ts'
import type { ClickHouse } from './clickhouse-client.ts'
import { clickhouseDialect } from './clickhouse-dialect.ts'
import { focusTable, type Writing } from './focus-table.ts'
import type { Described } from './read-only.ts'

const decimal = 'Decimal(38, 12)'
const types: Readonly<Record<ColumnKind, string>> = {
  text: 'String',
  time: `DateTime64(6, 'UTC')`,
  money: decimal,
  number: decimal,
  json: 'String',
  flag: 'Bool',
}

const casts: Readonly<Record<ColumnKind, (column: string, type: string) => string>> = {
  text: (column, type) => (/String/.test(type) ? column : `toString(${column})`),
  time: (column, type) => {
    if (/String/.test(type)) return `parseDateTime64BestEffortOrNull(${column}, 6, 'UTC')`
    return /DateTime/.test(type) ? column : `toDateTime64(${column}, 6, 'UTC')`
  },
  money: exact,
  number: exact,
  json: (column, type) => {
    if (/^Array\(Tuple/.test(type)) return `CAST(${column} AS Map(String, String))`
    return /String|^Map/.test(type) ? column : `toString(${column})`
  },
  flag: (column, type) => (/Bool|Int/.test(type) ? column : `lower(toString(${column})) = 'true'`),
}

// A floating-point number is cut, not rounded, when it becomes a decimal: its shortest text is what the provider wrote.
function exact(column: string, type: string): string {
  if (/Decimal|Int/.test(type)) return `CAST(${column} AS Nullable(${decimal}))`
  return `toDecimal128OrNull(toString(${column}), 12)`
}

const writing: Writing = {
  cast: (column, type, kind) => casts[kind](column, type),
  none: (kind) => `CAST(NULL AS Nullable(${types[kind]}))`,
  now: `now64(6, 'UTC')`,
}

/** Asks an existing table of FOCUS columns, under the names it has there. */
export async function describeTable(
  db: ClickHouse,
  name: string,
  named: Readonly<Record<string, string>> | undefined,
  signal: AbortSignal | undefined,
): Promise<Described> {
  const from = name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '')}"`)
    .join('.')
  const described = await db.rows(`DESCRIBE TABLE ${from}`, {}, signal)
  const columns = described.map(([column, type]) => ({ name: String(column), type: String(type) }))
  const table = { engine: 'ClickHouse', source: 'clickhouse', name, from, columns, named }
  const { sql, tags, uncounted } = focusTable(table, writing)
  return { dialect: clickhouseDialect(sql, tags && /^Map|^Array\(Tuple/.test(tags.type) ? 'map' : 'json'), uncounted }
}
