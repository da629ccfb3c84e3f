import type { Cell } from '../answers.ts'
import { databricksColumns, databricksPart, databricksParts, databricksStatement } from '../databricks-statement.ts'
import { clock, type Parameter } from '../dialect.ts'
import type { Failure, Page } from '../source.ts'
import type { Warehouse } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { warehouseNames } from '../warehouse-name.ts'
import { databricksDialect, databricksWriting } from './databricks-dialect.ts'
import { cellsIn, type Rest, restStore } from './rest.ts'
import { tableParts } from './table-name.ts'

const name = warehouseNames.databricks

/** The first answer of a statement that has ended well. */
async function done({ io, told }: Rest, warehouse: string, text: string, asked: readonly Parameter[] = []) {
  const parameters = asked.map(({ name, kind, value }) => ({
    name,
    value: kind === 'time' ? clock(value) : value,
    type: 'STRING',
  }))
  return told<Page>(await databricksStatement(io, { warehouse, text, parameters }, why))
}

function why(code: string): Failure {
  return { kind: 'answer', message: sentenceOf(code) }
}

function sentenceOf(code: string): string {
  if (/TABLE_OR_VIEW_NOT_FOUND|SCHEMA_NOT_FOUND|CATALOG/.test(code))
    return `Databricks has no such table (${code}): "table" of spend.store is written catalog.schema.table, and the token’s owner must be allowed to see it.`
  if (/PERMISSION|INSUFFICIENT/.test(code))
    return `Databricks does not let the token’s owner read the table (${code}): it needs SELECT on it, and CAN USE on the warehouse.`
  return `Databricks could not answer (${code}).`
}

async function rowsOf({ io, told }: Rest, first: Page): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = []
  for await (const got of databricksParts(io, first))
    for (const cells of cellsIn(databricksPart(told<Page>(got).body).data_array)) rows.push(cells)
  return rows
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
          return databricksColumns(await done(rest, warehouse, statement))
        },
        run: async (rest, { text, parameters }) => rowsOf(rest, await done(rest, warehouse, text, parameters)),
      },
      outside,
    )
  },
}
