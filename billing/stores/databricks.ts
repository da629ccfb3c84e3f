// https://docs.databricks.com/api/workspace/statementexecution
import type { Cell } from '../answers.ts'
import { clock, type Parameter } from '../dialect.ts'
import { recordIn, textIn } from '../json.ts'
import { untilDone } from '../poll.ts'
import type { Ask } from '../source.ts'
import { type Warehouse, WarehouseError } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { databricksDialect, databricksWriting } from './databricks-dialect.ts'
import { cellsIn, type Rest, restStore } from './rest.ts'
import { tableParts } from './table-name.ts'

const name = 'Databricks'
const path = '/api/2.0/sql/statements'

const start = (warehouse: string, statement: string, parameters: readonly Parameter[]): Ask => ({
  method: 'POST',
  path,
  body: {
    warehouse_id: warehouse,
    statement,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      value: parameter.kind === 'time' ? clock(parameter.value) : parameter.value,
      type: 'STRING',
    })),
    wait_timeout: '30s',
    on_wait_timeout: 'CONTINUE',
    disposition: 'INLINE',
    format: 'JSON_ARRAY',
  },
})

/** The first answer of a statement that has ended well. */
async function done(rest: Rest, request: Ask): Promise<unknown> {
  let id: string | undefined
  rest.onAbort(() => (id === undefined ? undefined : { method: 'POST', path: `${path}/${id}/cancel`, body: {} }))
  const ended = await untilDone(name, rest.io, await rest.io.ask(request), (body) => {
    id = textIn(recordIn(body).statement_id)
    const { state } = recordIn(recordIn(body).status)
    return id !== undefined && (state === 'PENDING' || state === 'RUNNING') ? { path: `${path}/${id}` } : undefined
  })
  const { body } = rest.told(ended)
  const { state, error } = recordIn(recordIn(body).status)
  if (state !== 'SUCCEEDED') throw new WarehouseError(why(String(state), recordIn(error)))
  if (recordIn(recordIn(body).manifest).truncated === true)
    throw new WarehouseError('Databricks cut the answer short: ask for fewer days, or by fewer dimensions.')
  return body
}

/** Of the server's words only the name of the error is told: the rest may quote the statement. */
function why(state: string, error: Readonly<Record<string, unknown>>): string {
  const code = /\[([A-Z][A-Z_.]+)\]/.exec(String(error.message))?.[1] ?? textIn(error.error_code) ?? state
  if (/TABLE_OR_VIEW_NOT_FOUND|SCHEMA_NOT_FOUND|CATALOG/.test(code))
    return `Databricks has no such table (${code}): "table" of spend.store is written catalog.schema.table, and the token’s owner must be allowed to see it.`
  if (/PERMISSION|INSUFFICIENT/.test(code))
    return `Databricks does not let the token’s owner read the table (${code}): it needs SELECT on it, and CAN USE on the warehouse.`
  return `Databricks could not answer (${code}).`
}

async function rowsOf(rest: Rest, first: unknown): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = []
  const seen = new Set<string>()
  for (let body = first; ; ) {
    // The first answer holds its part in `result`, the others are one.
    const part = recordIn(recordIn(body).result ?? body)
    rows.push(...cellsIn(part.data_array))
    const next = textIn(part.next_chunk_internal_link)
    if (next === undefined) return rows
    if (seen.has(next)) throw new WarehouseError('Databricks names the same next part twice: there is no whole answer.')
    seen.add(next)
    body = (await rest.page({ path: next })).body
  }
}

export const store: Warehouse = {
  id: 'databricks',
  name,
  needs: {
    settings: [
      { key: 'address', label: 'the address of the workspace', example: 'https://workspace.cloud.databricks.com' },
      { key: 'warehouse', label: 'the id of the SQL warehouse', example: '1234567890abcdef' },
      { key: 'table', label: 'the table of FOCUS columns', example: 'catalog.schema.table' },
    ],
    fields: warehouseFields.databricks,
    scope: 'SELECT on the table and CAN USE on the SQL warehouse',
    link: 'https://docs.databricks.com/dev-tools/auth',
    grant: 'SELECT on the table, USE CATALOG and USE SCHEMA on what it lies in, and CAN USE on the SQL warehouse',
  },
  asking: 'the time that the SQL warehouse runs',
  open({ settings, credentials }, outside) {
    const { address, warehouse = '', table = '', columns } = settings
    const from = tableParts(name, table, 'catalog.schema.table')
      .map((part) => `"${part}"`)
      .join('.')
    return restStore(
      {
        asked: {
          id: 'databricks',
          name,
          needs: store.needs,
          headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
        },
        connection: { credentials, base: address },
        table,
        from,
        named: columns,
        writing: databricksWriting,
        dialect: databricksDialect,
        describe: async (rest) => {
          const statement = `SELECT * FROM ${from} LIMIT 0`.replaceAll('"', '`')
          const body = await done(rest, start(warehouse, statement, []))
          const { columns: found } = recordIn(recordIn(recordIn(body).manifest).schema)
          return (Array.isArray(found) ? (found as unknown[]) : []).map((column) => ({
            name: String(recordIn(column).name),
            type: String(recordIn(column).type_name),
          }))
        },
        run: async (rest, { text, parameters }) => rowsOf(rest, await done(rest, start(warehouse, text, parameters))),
      },
      outside,
    )
  },
}
