import type { Cell } from '../answers.ts'
import { clock, type Parameter } from '../dialect.ts'
import { recordIn } from '../json.ts'
import { snowflakeHeaders } from '../snowflake-key.ts'
import { snowflakeColumns, snowflakeParts, snowflakeStatement } from '../snowflake-statement.ts'
import type { Fetched, Page } from '../source.ts'
import type { Warehouse, WarehousePlace } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { warehouseNames } from '../warehouse-name.ts'
import { cellsIn, type Rest, restStore } from './rest.ts'
import { snowflakeDialect, snowflakeWriting } from './snowflake-dialect.ts'
import { tableParts } from './table-name.ts'

const name = warehouseNames.snowflake
type Settings = WarehousePlace['settings']

/** The first answer of a statement that has ended well. */
async function done({ io, told }: Rest, settings: Settings, text: string, parameters: readonly Parameter[] = []) {
  const { table = '', warehouse, role, database } = settings
  const values = parameters.map(({ kind, value }) => (kind === 'time' ? clock(value) : value))
  const ended = await snowflakeStatement(io, { text, values, warehouse, role, database })
  return told<Page>(unseen(ended, table))
}

/** 422: the statement could not be run. */
const unseen = (ended: Fetched, table: string): Fetched => {
  if (ended.is === 'page' || ended.failure.status !== 422) return ended
  const message = `Snowflake could not read ${table} (422): is the name right, with its schema and "database", and may the role read it? It needs SELECT on the table, and USAGE on its schema, database and warehouse.`
  return { is: 'failed', failure: { ...ended.failure, message } }
}

async function rowsOf({ io, told }: Rest, first: Page): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = []
  for await (const part of snowflakeParts(io, first))
    for (const cells of cellsIn(recordIn(told<Page>(part).body).data)) rows.push(cells)
  return rows
}

export const store: Warehouse = {
  id: 'snowflake',
  name,
  needs: {
    settings: [
      { key: 'address', label: 'the address of the account', example: 'https://account.snowflakecomputing.com' },
      { key: 'database', label: 'the database, the user’s own if left out', example: 'BILLING', optional: true },
      { key: 'table', label: 'the table of FOCUS columns', example: 'SCHEMA.TABLE' },
      { key: 'warehouse', label: 'the warehouse that computes, the user’s own if left out', optional: true },
      { key: 'role', label: 'the role, the user’s own if left out', optional: true },
    ],
    fields: warehouseFields.snowflake,
    scope: 'SELECT on the table and USAGE on the warehouse',
    link: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
    grant: 'SELECT on the table, and USAGE on its schema, its database and the warehouse',
  },
  asking: 'the time that the warehouse runs',
  open({ settings, credentials }, outside) {
    const { address, table = '', columns } = settings
    // Names stand without quotes, so that Snowflake takes them in upper case, as it made them.
    const from = tableParts(name, table, 'SCHEMA.TABLE or DATABASE.SCHEMA.TABLE').join('.')
    return restStore(
      {
        asked: {
          id: 'snowflake',
          name,
          needs: store.needs,
          headers: snowflakeHeaders,
        },
        connection: { credentials, base: address },
        table,
        from,
        named: columns,
        writing: snowflakeWriting,
        dialect: snowflakeDialect,
        describe: async (rest) => snowflakeColumns(await done(rest, settings, `SELECT * FROM ${from} LIMIT 0`)),
        run: async (rest, { text, parameters }) => rowsOf(rest, await done(rest, settings, text, parameters)),
      },
      outside,
    )
  },
}
