import { size } from '../bytes.ts'
import { textIn } from '../json.ts'
import type { Failure, Fetched, Page, Range, Scope, SourceIo } from '../source.ts'
import { bigQueryPages, bytesIn, dryRun, fieldsIn, rowsIn } from './bigquery-job.ts'
import { exportOf, focusQuery, usageQuery } from './bigquery-sql.ts'

/** Bytes that one reading may scan, where the user sets no other limit: 10 GiB. */
const defaultLimit = 10 * 2 ** 30

export async function* billPages(range: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched> {
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
  const described = await io.ask(dryRun(path, { query: `SELECT * FROM \`${table.name}\``, queryParameters: [] }))
  if (described.is === 'failed') return yield unreadable(described.failure, table.name)
  const names = new Set(fieldsIn(described.body).map(({ name }) => name))
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
  const weighed = await io.ask(dryRun(path, query))
  if (weighed.is === 'failed') return yield weighed
  const bytes = bytesIn(weighed.body)
  if (bytes === undefined)
    return yield failed('answer', 'Google BigQuery did not say how much it would read: nothing was asked.')
  if (bytes > limit)
    return yield failed(
      'scope',
      `Google BigQuery would read ${size(bytes)} for these days, more than the ${size(limit)} allowed: nothing was asked. Ask for fewer days, or raise the limit.`,
    )
  yield { ...weighed, about: `${bytes} ${limit}` }
  for await (const got of bigQueryPages(io, path, query, limit)) yield got.is === 'page' ? { ...got, about: kind } : got
}

/** Project and full name; nothing else than a table can stand in the query. */
function tableIn(text: string): { readonly project: string; readonly name: string } | undefined {
  const [, project, rest] = /^([a-z][a-z0-9.:-]*[a-z0-9])[.:]([A-Za-z0-9_]+\.[A-Za-z0-9_-]+)$/.exec(text.trim()) ?? []
  return project && rest ? { project, name: `${project}.${rest}` } : undefined
}

/** Cells of each row of a page, by the name of their column. */
export function cellsOf({ body }: Page): ReadonlyMap<string, string | undefined>[] | undefined {
  const [names, rows] = [fieldsIn(body).map(({ name }) => name), rowsIn(body)]
  if (names.length === 0 || !rows) return undefined
  return rows.map((cells) => new Map(names.map((name, index) => [name, textIn(cells[index])])))
}

const failed = (kind: Failure['kind'], message: string) => ({ is: 'failed', failure: { kind, message } }) as const

function unreadable(failure: Failure, table: string): Fetched {
  if (failure.status !== 404) return { is: 'failed', failure }
  return failed(
    'scope',
    `Google BigQuery finds no table ${table}: is its name right, and is the export switched on? Nothing was loaded.`,
  )
}
