import { type Column, type ColumnKind, columns, countable } from '../focus.ts'

// What Outlay makes in a database that is its own. Rows of a load never change: each belongs to a part, one per load and month, and
// counts as long as the newest entry of its scope, source and month in `outlay_parts` names its part. One insert there publishes a whole
// load. A scope is what a project's `spend.scope` takes of the sources: two of them neither see nor replace each other's rows.

export const rowsTable = 'outlay_rows'
export const partsTable = 'outlay_parts'
export const loadsTable = 'outlay_loads'

/** Long texts that seldom repeat; the others have few values, and grouping by their numbers is many times faster. */
const diverse: ReadonlySet<Column> = new Set<Column>([
  'ResourceId',
  'ResourceName',
  'ChargeDescription',
  'InvoiceId',
  'SkuId',
  'SkuPriceId',
])

const types: Readonly<Record<ColumnKind, string>> = {
  text: 'String',
  time: `DateTime64(6, 'UTC')`,
  money: 'Decimal(38, 12)',
  number: 'Decimal(38, 12)',
  json: 'String',
  flag: 'Bool',
}

const required: ReadonlySet<Column> = new Set<Column>([...countable, 'x_Source', 'x_Grade', 'x_Estimated'])

function typeOf(column: Column): string {
  const kind = columns[column]
  const type = required.has(column) ? types[kind] : `Nullable(${types[kind]})`
  return kind === 'text' && !diverse.has(column) ? `LowCardinality(${type})` : type
}

export const rowColumns = Object.keys(columns) as Column[]

// https://clickhouse.com/docs/engines/table-engines/mergetree-family/mergetree
export const tables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS "${rowsTable}" (${rowColumns.map((column) => `"${column}" ${typeOf(column)}`).join(', ')}, "x_Part" LowCardinality(String))
ENGINE = MergeTree PARTITION BY (toYYYYMM("ChargePeriodStart"), "x_Part") ORDER BY ("ChargePeriodStart", "x_Source") COMMENT 'Spend, read with Outlay'`,
  `CREATE TABLE IF NOT EXISTS "${partsTable}" ("Scope" String, "Source" String, "Month" UInt32, "Part" String, "At" DateTime64(6, 'UTC'))
ENGINE = MergeTree ORDER BY ("Scope", "Source", "Month", "At") COMMENT 'Which part of each month counts: the newest; an empty name is none'`,
  `CREATE TABLE IF NOT EXISTS "${loadsTable}" ("Scope" String, "Source" String, "At" DateTime64(6, 'UTC'), "State" String)
ENGINE = MergeTree ORDER BY ("Scope", "Source", "At") COMMENT 'Each load and what it could not use, as JSON; an empty state is a source that was removed'`,
]

/** The part of every source and month of a scope that counts now. */
export const liveParts = `SELECT "Source", "Month", argMax("Part", "At") AS "Live", max("At") AS "Since" FROM "${partsTable}" WHERE "Scope" = {scope:String} GROUP BY 1, 2 HAVING "Live" != ''`

/** Only what counts; `parts` is asked for before, so that a question sees one state of the store from its start to its end. */
export const liveRows = `(SELECT * FROM "${rowsTable}" WHERE "x_Part" IN {parts:Array(String)}) AS "spend"`
