// https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query: a dry run costs nothing and tells the columns and the bytes.
import { recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import { untilDone } from '../poll.ts'
import type { Ask, Fetched, SourceIo } from '../source.ts'

const name = 'Google BigQuery'
const pageRows = 10_000
const patience = 10_000 // ms the server waits for the result before it answers without one
const common = { useLegacySql: false, parameterMode: 'NAMED' }

export interface BigQuery {
  readonly query: string
  readonly queryParameters: readonly object[]
  readonly location?: string | undefined
}

/** `path`: of the queries of the project that pays. */
export const dryRun = (path: string, { location, ...query }: BigQuery): Ask => ({
  method: 'POST',
  path,
  body: { ...common, ...query, ...(location && { location }), dryRun: true },
})

/** Bytes that it would read; undefined where the answer to a dry run does not say. */
export function bytesIn(body: unknown): number | undefined {
  const bytes = Number(recordIn(body).totalBytesProcessed ?? Number.NaN)
  return Number.isFinite(bytes) ? bytes : undefined
}

/** Columns as the answer to a dry run, and each page, tells them. */
export function fieldsIn(body: unknown): readonly { readonly name: string; readonly type: string }[] {
  const { fields } = recordIn(recordIn(body).schema)
  const all = Array.isArray(fields) ? (fields as unknown[]).map(recordIn) : []
  return all.map((field) => ({ name: String(field.name), type: String(field.type) }))
}

/** Cells of each row of a page; undefined where it is none. */
export function rowsIn(body: unknown): readonly (readonly unknown[])[] | undefined {
  const { rows = [] } = recordIn(body)
  if (!Array.isArray(rows)) return undefined
  return (rows as unknown[]).map((row) => {
    const { f } = recordIn(row)
    return Array.isArray(f) ? (f as unknown[]).map((cell) => recordIn(cell).v) : []
  })
}

/** Runs a query, which the server holds to the limit as well, and reads its pages. `limit`: bytes. */
export async function* bigQueryPages(
  io: SourceIo,
  path: string,
  { location, ...query }: BigQuery,
  limit: number,
): AsyncIterable<Fetched> {
  const wanted = { maximumBytesBilled: String(limit), maxResults: pageRows, timeoutMs: patience, useQueryCache: true }
  const body = { ...common, ...query, ...(location && { location }), ...wanted }
  const done = await untilDone(name, io, await io.ask({ method: 'POST', path, body }), (body) => workIn(path, body))
  const answer = recordIn(done.is === 'page' ? done.body : undefined)
  if (done.is === 'failed') return yield done
  const { jobId } = recordIn(answer.jobReference)
  if (Array.isArray(answer.errors) && answer.errors.length > 0)
    return yield failed(`${name} ended the query with an error: nothing was loaded.`)
  if (answer.jobComplete !== true || (typeof jobId !== 'string' && textIn(answer.pageToken)))
    return yield failed(`${name} sent an answer without its job: nothing was loaded.`)
  const next = (token: string | undefined) => resultsOf(path, done.body, token)
  yield* followedPages(name, io, next, (body) => textIn(recordIn(body).pageToken), done)
}

const failed = (message: string): Fetched => ({ is: 'failed', failure: { kind: 'answer', message } })

function workIn(path: string, body: unknown) {
  const { jobComplete, jobReference, errors } = recordIn(body)
  const { jobId } = recordIn(jobReference)
  if (jobComplete === true || typeof jobId !== 'string' || Array.isArray(errors)) return undefined
  const jobs = path.replace(/queries$/, 'jobs')
  const stop = {
    method: 'POST',
    path: `${jobs}/${encodeURIComponent(jobId)}/cancel`,
    query: placeOf(body),
    ends: true,
  } as const
  return { again: resultsOf(path, body), stop }
}

function resultsOf(path: string, body: unknown, token?: string): Ask {
  const { jobId } = recordIn(recordIn(body).jobReference)
  return {
    path: `${path}/${encodeURIComponent(String(jobId))}`,
    query: [
      ['maxResults', String(pageRows)],
      ['timeoutMs', String(patience)],
      ...placeOf(body),
      ...(token === undefined ? [] : [['pageToken', token] as const]),
    ],
  }
}

function placeOf(body: unknown): readonly (readonly [string, string])[] {
  const { location } = recordIn(recordIn(body).jobReference)
  return typeof location === 'string' ? [['location', location]] : []
}
