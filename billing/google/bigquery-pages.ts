// https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query: a dry run costs nothing and tells the columns and the bytes.
import { size } from '../bytes.ts'
import { isRecord, recordIn, textIn } from '../json.ts'
import type { Ask, Failure, Fetched, Page, Range, Scope, SourceIo } from '../source.ts'
import { type BigQuery, exportOf, focusQuery, usageQuery } from './bigquery-sql.ts'

/** Bytes that one reading may scan, where the user sets no other limit: 10 GiB. */
const defaultLimit = 10 * 2 ** 30
const pageRows = 10_000
const patience = 30_000 // ms the server waits for the result before it answers without one
const lookAgain = 1000 // ms

export async function* bigQueryPages(range: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched> {
  const table = tableIn(io.settings.table ?? '')
  if (!table)
    return yield failed(
      'scope',
      'The table of the billing export is written project.dataset.table: take it from the BigQuery console.',
    )
  const limit = Number(io.settings.maxBytes ?? defaultLimit)
  if (!Number.isSafeInteger(limit) || limit <= 0)
    return yield failed(
      'scope',
      'The most bytes Google BigQuery may read is a whole number, as 10737418240 for 10 GiB.',
    )
  const path = `/bigquery/v2/projects/${encodeURIComponent(io.settings.project ?? table.project)}/queries`
  const dry = (query: BigQuery) => io.ask({ method: 'POST', path, body: { ...common, ...query, dryRun: true } })

  const described = await dry({ query: `SELECT * FROM \`${table.name}\``, queryParameters: [] })
  if (described.is === 'failed') return yield unreadable(described.failure, table.name)
  const names = new Set(fieldsOf(described.body))
  const kind = exportOf(names)
  if (!kind)
    return yield failed(
      'answer',
      `${table.name} is no export of Cloud Billing: it lacks the columns of the standard, the detailed and the FOCUS export. Nothing was loaded.`,
    )
  if (kind === 'focus' && Object.keys(scope.tags ?? {}).length > 0)
    return yield failed(
      'scope',
      'The tags in spend.scope cannot be asked of the FOCUS export: name projects instead, or read the detailed export.',
    )
  const query = (kind === 'focus' ? focusQuery : usageQuery)({ table: table.name, names, range, scope })
  const weighed = await dry(query)
  if (weighed.is === 'failed') return yield weighed
  const bytes = Number(recordIn(weighed.body).totalBytesProcessed)
  if (!Number.isFinite(bytes))
    return yield failed('answer', 'Google BigQuery did not say how much it would read: nothing was asked.')
  if (bytes > limit)
    return yield failed(
      'scope',
      `Google BigQuery would read ${size(bytes)} for these days, more than the ${size(limit)} allowed: nothing was asked. Ask for fewer days, or raise the limit.`,
    )
  yield { ...weighed, about: `${bytes} ${limit}` }
  yield* results({ path, kind, io, ask: { ...query, maximumBytesBilled: String(limit) } })
}

const common = { useLegacySql: false, parameterMode: 'NAMED' }

interface Run {
  readonly path: string
  readonly kind: string
  readonly io: SourceIo
  readonly ask: object
}

async function* results({ path, kind, io, ask }: Run): AsyncIterable<Fetched> {
  let next: Ask = {
    method: 'POST',
    path,
    body: { ...common, ...ask, maxResults: pageRows, timeoutMs: patience, useQueryCache: true },
  }
  const seen = new Set<string>()
  for (;;) {
    const got = await io.ask(next)
    if (got.is === 'failed') return yield got
    const { jobComplete, jobReference, pageToken, errors } = recordIn(got.body)
    if (Array.isArray(errors) && errors.length > 0)
      return yield failed('answer', 'Google BigQuery ended the query with an error: nothing was loaded.')
    const { jobId, location } = recordIn(jobReference)
    if (jobComplete === true) yield { ...got, about: kind }
    if (jobComplete === true && (typeof pageToken !== 'string' || pageToken === '')) return
    if (typeof jobId !== 'string')
      return yield failed('answer', 'Google BigQuery sent an answer without its job: nothing was loaded.')
    if (jobComplete !== true) await io.wait(lookAgain)
    else if (seen.has(String(pageToken)))
      return yield failed('answer', 'Google BigQuery names the same next page twice: nothing was loaded.')
    else seen.add(String(pageToken))
    next = {
      path: `${path}/${encodeURIComponent(jobId)}`,
      query: [
        ['maxResults', String(pageRows)],
        ['timeoutMs', String(patience)],
        ...(typeof location === 'string' ? [['location', location] as const] : []),
        ...(jobComplete === true ? [['pageToken', String(pageToken)] as const] : []),
      ],
    }
  }
}

/** Project and full name; nothing else than a table can stand in the query. */
function tableIn(text: string): { readonly project: string; readonly name: string } | undefined {
  const [, project, rest] = /^([a-z][a-z0-9.:-]*[a-z0-9])[.:]([A-Za-z0-9_]+\.[A-Za-z0-9_-]+)$/.exec(text.trim()) ?? []
  return project && rest ? { project, name: `${project}.${rest}` } : undefined
}

function fieldsOf(body: unknown): string[] {
  const { fields } = recordIn(recordIn(body).schema)
  return Array.isArray(fields) ? fields.map((field) => (isRecord(field) ? String(field.name) : '')) : []
}

/** Cells of each row of a page, by the name of their column. */
export function cellsOf(page: Page): ReadonlyMap<string, string | undefined>[] | undefined {
  const names = fieldsOf(page.body)
  const { rows = [] } = recordIn(page.body)
  if (names.length === 0 || !Array.isArray(rows)) return undefined
  return (rows as unknown[]).map((row) => {
    const { f } = recordIn(row)
    const cells = Array.isArray(f) ? (f as unknown[]) : []
    return new Map(names.map((name, index) => [name, textIn(recordIn(cells[index]).v)]))
  })
}

const failed = (kind: Failure['kind'], message: string) => ({ is: 'failed', failure: { kind, message } }) as const

function unreadable(failure: Failure, table: string): Fetched {
  if (failure.status !== 404) return { is: 'failed', failure }
  return failed(
    'scope',
    `Google BigQuery finds no table ${table}: is its name right, and is the export switched on? Nothing was loaded.`,
  )
}
