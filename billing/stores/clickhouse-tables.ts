import { type Column, type ColumnKind, columns, countable } from '../focus.ts'

// What Outlay makes in a database that is its own. Rows of a load never change: each belongs to a part, one per load and month, and
// counts as long as the newest entry of its scope, source and month in `outlay_parts` names its part. One insert there publishes a whole
// load. A scope is what a project's `spend.scope` takes of the sources: two of them neither see nor replace each other's rows.

export const rowsTable = 'outlay_rows'
export const partsTable = 'outlay_parts'
export const loadsTable = 'outlay_loads'
/** Who is about to publish: clickhouse-claims.ts. */
export const claimsTable = 'outlay_claims'

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

/** A table as it is made, and what a column is made as where an earlier build made the table without it. */
interface OwnTable {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  /** What stands after the columns. */
  readonly made: string
}

const instant = types.time

// https://clickhouse.com/docs/engines/table-engines/mergetree-family/mergetree
const ownTables: readonly OwnTable[] = [
  {
    name: rowsTable,
    columns: {
      ...Object.fromEntries(rowColumns.map((column) => [column, typeOf(column)])),
      x_Part: 'LowCardinality(String)',
    },
    made: `ENGINE = MergeTree PARTITION BY (toYYYYMM("ChargePeriodStart"), "x_Part") ORDER BY ("ChargePeriodStart", "x_Source") COMMENT 'Spend, read with Outlay'`,
  },
  {
    name: partsTable,
    columns: { Scope: 'String', Source: 'String', Month: 'UInt32', Part: 'String', At: instant },
    made: `ENGINE = MergeTree ORDER BY ("Scope", "Source", "Month", "At") COMMENT 'Which part of each month counts: the newest; an empty name is none'`,
  },
  {
    name: loadsTable,
    columns: { Scope: 'String', Source: 'String', At: instant, State: 'String' },
    made: `ENGINE = MergeTree ORDER BY ("Scope", "Source", "At") COMMENT 'Each load and what it could not use, as JSON; an empty state is a source that was removed'`,
  },
  {
    name: claimsTable,
    columns: { Scope: 'String', Claim: 'String', Ended: 'UInt8', At: instant },
    made: `ENGINE = MergeTree ORDER BY ("Scope", "Claim") TTL toDateTime("At") + INTERVAL 1 DAY COMMENT 'Who is about to publish a load: one at a time'`,
  },
]

/** Name and type of each column there is in the database's tables that have a name of ours. */
export const columnsThere = `SELECT "table", "name" FROM system.columns WHERE "database" = currentDatabase() AND "table" IN (${ownTables.map(({ name }) => `'${name}'`).join(', ')})`

/**
 * Statements that make what is not there: none where all is, as somebody who may only read asks too. A column that a later build
 * has added is empty in the rows of before, which go on to answer: no scope is that of projects that have none.
 */
export function statementsFor(there: readonly (readonly [table: string, column: string])[]): readonly string[] {
  return ownTables.flatMap(({ name, columns, made }) => {
    const found = new Set(there.filter(([table]) => table === name).map(([, column]) => column))
    const all = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`)
    if (found.size === 0) return [`CREATE TABLE IF NOT EXISTS "${name}" (${all.join(', ')}) ${made}`]
    const missing = Object.keys(columns).flatMap((column, i) => (found.has(column) ? [] : [all[i]!]))
    if (missing.length === 0) return []
    return [`ALTER TABLE "${name}" ${missing.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`).join(', ')}`]
  })
}

/** The part of every source and month of a scope that counts now. */
export const liveParts = `SELECT "Source", "Month", argMax("Part", "At") AS "Live", max("At") AS "Since" FROM "${partsTable}" WHERE "Scope" = {scope:String} GROUP BY 1, 2 HAVING "Live" != ''`

/** Only what counts; `parts` is asked for before, so that a question sees one state of the store from its start to its end. */
export const liveRows = `(SELECT * FROM "${rowsTable}" WHERE "x_Part" IN {parts:Array(String)}) AS "spend"`
