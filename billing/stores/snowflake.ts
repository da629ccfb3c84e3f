// https://docs.snowflake.com/en/developer-guide/sql-api/reference
import type { Cell } from '../answers.ts'
import { clock, type Parameter } from '../dialect.ts'
import { recordIn, textIn } from '../json.ts'
import { untilDone } from '../poll.ts'
import { snowflakeHeaders } from '../snowflake-key.ts'
import type { Ask, Fetched } from '../source.ts'
import { type Warehouse, WarehouseError, type WarehousePlace } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { cellsIn, type Rest, restStore } from './rest.ts'
import { snowflakeDialect, snowflakeWriting } from './snowflake-dialect.ts'
import { tableParts } from './table-name.ts'

const name = 'Snowflake'
const path = '/api/v2/statements'
const longest = 600 // s that a statement may take

const start = (settings: WarehousePlace['settings'], statement: string, parameters: readonly Parameter[]): Ask => {
  const { warehouse, role, database } = settings
  const bindings = parameters.map(({ kind, value }, index) => [
    String(index + 1),
    { type: 'TEXT', value: kind === 'time' ? clock(value) : value },
  ])
  return {
    method: 'POST',
    path,
    body: {
      statement,
      timeout: longest,
      ...(bindings.length > 0 && { bindings: Object.fromEntries(bindings) }),
      ...(warehouse && { warehouse }),
      ...(role && { role }),
      ...(database && { database }),
    },
  }
}

/** The first answer of a statement that has ended well. */
async function done(rest: Rest, request: Ask, table: string): Promise<Readonly<Record<string, unknown>>> {
  let handle: string | undefined
  rest.onAbort(() => (handle === undefined ? undefined : { method: 'POST', path: `${path}/${handle}/cancel` }))
  const ended = await untilDone(name, rest.io, await rest.io.ask(request), (body) => {
    handle = textIn(recordIn(body).statementHandle)
    // Without the shape of a result it is still at work.
    return handle !== undefined && recordIn(body).resultSetMetaData === undefined
      ? { path: `${path}/${handle}` }
      : undefined
  })
  return recordIn(rest.told(unseen(ended, table)).body)
}

/** 422: the statement could not be run. */
const unseen = (ended: Fetched, table: string): Fetched => {
  if (ended.is === 'page' || ended.failure.status !== 422) return ended
  const message = `Snowflake could not read ${table} (422): is the name right, with its schema and "database", and may the role read it? It needs SELECT on the table, and USAGE on its schema, database and warehouse.`
  return { is: 'failed', failure: { ...ended.failure, message } }
}

async function rowsOf(rest: Rest, first: Readonly<Record<string, unknown>>): Promise<readonly (readonly Cell[])[]> {
  const { partitionInfo } = recordIn(first.resultSetMetaData)
  const rows = [...cellsIn(first.data)]
  const parts = Array.isArray(partitionInfo) ? partitionInfo.length : 1
  for (let part = 1; part < parts; part++) {
    const request = { path: `${path}/${String(first.statementHandle)}`, query: [['partition', String(part)]] as const }
    rows.push(...cellsIn(recordIn((await rest.page(request)).body).data))
  }
  const { numRows } = recordIn(first.resultSetMetaData)
  if (typeof numRows === 'number' && numRows !== rows.length)
    throw new WarehouseError(`Snowflake sent ${rows.length} of ${numRows} rows: there is no whole answer.`)
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
        describe: async (rest) => {
          const body = await done(rest, start(settings, `SELECT * FROM ${from} LIMIT 0`, []), table)
          const { rowType } = recordIn(body.resultSetMetaData)
          return (Array.isArray(rowType) ? (rowType as unknown[]) : []).map((column) => ({
            name: String(recordIn(column).name),
            type: String(recordIn(column).type),
          }))
        },
        run: async (rest, { text, parameters }) =>
          rowsOf(rest, await done(rest, start(settings, text, parameters), table)),
      },
      outside,
    )
  },
}
