import type { Cell } from '../answers.ts'
import type { Parameter } from '../dialect.ts'
import { type BigQuery, bigQueryPages, bytesIn, dryRun, fieldsIn, rowsIn } from '../google/bigquery-job.ts'
import { bigQueryMeaning } from '../google/meaning.ts'
import type { Fetched, Page } from '../source.ts'
import { type Warehouse, WarehouseError, type WarehousePlace } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { warehouseNames } from '../warehouse-name.ts'
import { bigqueryDialect, bigqueryWriting } from './bigquery-dialect.ts'
import { type Rest, restStore } from './rest.ts'
import { tableParts } from './table-name.ts'

const name = warehouseNames.bigquery
const gigabyte = 2 ** 30
/** Of a question, where the user sets no other limit. */
const defaultGigabytes = 10

type Place = WarehousePlace['settings']

const pathOf = ({ project, table = '' }: Place) => `/bigquery/v2/projects/${project ?? table.split('.')[0]}/queries`

const queryOf = ({ location }: Place, query: string, parameters: readonly Parameter[] = []): BigQuery => ({
  query,
  location,
  queryParameters: parameters.map(({ name, value }) => ({
    name,
    parameterType: { type: 'STRING' },
    parameterValue: { value },
  })),
})

/** Who may not see a table is told that it is not there. */
function unseen(fetched: Fetched, table: string): Fetched {
  if (fetched.is === 'page' || fetched.failure.status !== 404) return fetched
  const message = `Google BigQuery finds no table ${table}: is its name right, and its "location"? Reading needs ${store.needs.grant}.`
  return { is: 'failed', failure: { ...fetched.failure, message } }
}

/** The question is weighed before it is asked, and the server holds it to the limit as well. */
async function run({ io, page, told }: Rest, settings: Place, query: BigQuery): Promise<readonly (readonly Cell[])[]> {
  const limit = Math.round((settings.maxGigabytes ?? defaultGigabytes) * gigabyte)
  const bytes = bytesIn((await page(dryRun(pathOf(settings), query))).body)
  if (bytes === undefined) throw new WarehouseError(`${name} did not say how much it would read: nothing was asked.`)
  if (bytes > limit)
    throw new WarehouseError(
      `${name} would read ${(bytes / gigabyte).toFixed(1)} GiB for this question, more than the ${limit / gigabyte} allowed: nothing was asked. Ask for fewer days, or raise "maxGigabytes" of spend.store in outlay.json.`,
    )
  const rows: (readonly Cell[])[] = []
  for await (const got of bigQueryPages(io, pathOf(settings), query, limit))
    for (const cells of rowsIn(told<Page>(got).body) ?? []) rows.push(cells.map((cell) => (cell ?? null) as Cell))
  return rows
}

const token = { with: 'google', field: 'token', scopes: ['https://www.googleapis.com/auth/bigquery'] } as const

export const store: Warehouse = {
  id: 'bigquery',
  name,
  needs: {
    settings: [
      { key: 'table', label: 'the table of FOCUS columns', example: 'project.dataset.table' },
      { key: 'project', label: 'the project that pays for the questions, the table’s if left out', optional: true },
      { key: 'location', label: 'where the data set lies', example: 'EU', optional: true },
    ],
    fields: warehouseFields.bigquery,
    scope: 'roles/bigquery.dataViewer on the data set and roles/bigquery.jobUser on the project',
    grant: 'roles/bigquery.dataViewer on the data set and roles/bigquery.jobUser on the project',
    link: 'https://console.cloud.google.com/bigquery',
    signIns: [token],
  },
  asking: 'the bytes that a question scans',
  open({ settings, credentials }, outside) {
    const { table = '', columns, address } = settings
    const parts = tableParts(name, table, 'project.dataset.table')
    if (parts.length !== 3)
      throw new WarehouseError(`"${table}" is no name of a table in ${name}: it is written project.dataset.table.`)
    const from = `"${table}"`
    return restStore(
      {
        asked: {
          id: 'bigquery',
          name,
          base: 'https://bigquery.googleapis.com',
          needs: store.needs,
          headers: (given) => ({ authorization: `Bearer ${given.token}` }),
          meaning: bigQueryMeaning,
        },
        connection: { credentials, base: address, ...(!credentials.token && { signIn: { with: 'google' } }) },
        table,
        from,
        named: columns,
        writing: bigqueryWriting,
        dialect: bigqueryDialect,
        describe: async (rest) => {
          const query = `SELECT * FROM ${from}`.replaceAll('"', '`')
          const asked = await rest.io.ask(dryRun(pathOf(settings), queryOf(settings, query)))
          return fieldsIn(rest.told<Page>(unseen(asked, table)).body)
        },
        run: (rest, { text, parameters }) => run(rest, settings, queryOf(settings, text, parameters)),
      },
      outside,
    )
  },
}
