// https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query: a dry run costs nothing and tells the columns and the bytes.

import type { Cell } from '../answers.ts'
import type { Parameter } from '../dialect.ts'
import { bigQueryMeaning } from '../google/meaning.ts'
import { recordIn, textIn } from '../json.ts'
import type { Ask, Fetched } from '../source.ts'
import { type Warehouse, WarehouseError, type WarehousePlace } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { bigqueryDialect, bigqueryWriting } from './bigquery-dialect.ts'
import { type Rest, restStore } from './rest.ts'
import { tableParts } from './table-name.ts'

const name = 'Google BigQuery'
const gigabyte = 2 ** 30
/** Of a question, where the user sets no other limit. */
const defaultGigabytes = 10
const pageRows = 10_000
const patience = 30_000 // ms the server waits for the result before it answers without one
const lookAgain = 1000 // ms

type Place = WarehousePlace['settings']

const pathOf = ({ project, table = '' }: Place) => `/bigquery/v2/projects/${project ?? table.split('.')[0]}/queries`

function asking(settings: Place, query: string, parameters: readonly Parameter[], more: object): Ask {
  const queryParameters = parameters.map((parameter) => ({
    name: parameter.name,
    parameterType: { type: 'STRING' },
    parameterValue: { value: parameter.value },
  }))
  const { location } = settings
  const body = { query, queryParameters, useLegacySql: false, parameterMode: 'NAMED', ...(location && { location }) }
  return { method: 'POST', path: pathOf(settings), body: { ...body, ...more } }
}

/** Who may not see a table is told that it is not there. */
function unseen(fetched: Fetched, table: string): Fetched {
  if (fetched.is === 'page' || fetched.failure.status !== 404) return fetched
  const message = `Google BigQuery finds no table ${table}: is its name right, and its "location"? Reading needs ${store.needs.grant}.`
  return { is: 'failed', failure: { ...fetched.failure, message } }
}

/** The question is weighed before it is asked, and the server holds it to the limit as well. */
async function run(rest: Rest, settings: Place, text: string, parameters: readonly Parameter[]) {
  const limit = Math.round((settings.maxGigabytes ?? defaultGigabytes) * gigabyte)
  const weighed = await rest.page(asking(settings, text, parameters, { dryRun: true }))
  const bytes = Number(recordIn(weighed.body).totalBytesProcessed)
  if (!Number.isFinite(bytes))
    throw new WarehouseError(`${name} did not say how much it would read: nothing was asked.`)
  if (bytes > limit)
    throw new WarehouseError(
      `${name} would read ${(bytes / gigabyte).toFixed(1)} GiB for this question, more than the ${limit / gigabyte} allowed: nothing was asked. Ask for fewer days, or raise "maxGigabytes" of spend.store in outlay.json.`,
    )
  const more = { maximumBytesBilled: String(limit), maxResults: pageRows, timeoutMs: patience, useQueryCache: true }
  return results(rest, settings, asking(settings, text, parameters, more))
}

async function results(rest: Rest, settings: Place, first: Ask): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = []
  const seen = new Set<string>()
  for (let next = first; ; ) {
    const { jobComplete, jobReference, pageToken, errors, rows: some } = recordIn((await rest.page(next)).body)
    if (Array.isArray(errors) && errors.length > 0)
      throw new WarehouseError(`${name} ended the question with an error.`)
    const { jobId, location } = recordIn(jobReference)
    const job = typeof jobId === 'string' ? encodeURIComponent(jobId) : undefined
    const at = typeof location === 'string' ? ([['location', location]] as const) : []
    const jobs = pathOf(settings).replace(/queries$/, 'jobs')
    rest.onAbort(() => (job === undefined ? undefined : { method: 'POST', path: `${jobs}/${job}/cancel`, query: at }))
    rows.push(...cellsOf(some))
    const token = textIn(pageToken)
    if (jobComplete === true && token === undefined) return rows
    if (job === undefined) throw new WarehouseError(`${name} sent an answer without its job: there is no whole answer.`)
    if (token !== undefined && seen.has(token))
      throw new WarehouseError(`${name} names the same next page twice: there is no whole answer.`)
    if (token === undefined) await rest.wait(lookAgain)
    else seen.add(token)
    const query = [['maxResults', String(pageRows)], ['timeoutMs', String(patience)], ...at] as [string, string][]
    next = { path: `${pathOf(settings)}/${job}`, query: token === undefined ? query : [...query, ['pageToken', token]] }
  }
}

const cellsOf = (rows: unknown): (readonly Cell[])[] =>
  (Array.isArray(rows) ? (rows as unknown[]) : []).map((row) => {
    const { f } = recordIn(row)
    return Array.isArray(f) ? (f as unknown[]).map((cell) => (recordIn(cell).v ?? null) as Cell) : []
  })

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
          const asked = await rest.io.ask(asking(settings, query, [], { dryRun: true }))
          const { body } = rest.told(unseen(asked, table))
          const { fields } = recordIn(recordIn(body).schema)
          return (Array.isArray(fields) ? (fields as unknown[]) : []).map((field) => ({
            name: String(recordIn(field).name),
            type: String(recordIn(field).type),
          }))
        },
        run: (rest, { text, parameters }) => run(rest, settings, text, parameters),
      },
      outside,
    )
  },
}
