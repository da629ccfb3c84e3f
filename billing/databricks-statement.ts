// https://docs.databricks.com/api/workspace/statementexecution
import { recordIn, textIn } from './json.ts'
import { followedPages } from './next-page.ts'
import { untilDone } from './poll.ts'
import type { Failure, Fetched, Page, SourceIo } from './source.ts'

const path = '/api/2.0/sql/statements'

export interface Statement {
  /** The id of the SQL warehouse that runs it. */
  readonly warehouse: string | undefined
  readonly text: string
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly type: string }[]
}

/**
 * The first answer of a statement that has ended well.
 * @param why a failure for the name of an error; `words`: the server's own, which may quote the statement and are not told
 */
export async function databricksStatement(
  io: SourceIo,
  { warehouse, text, parameters }: Statement,
  why: (code: string, words: string) => Failure,
): Promise<Fetched> {
  const started = await io.ask({
    method: 'POST',
    path,
    body: {
      warehouse_id: warehouse,
      statement: text,
      parameters,
      wait_timeout: '30s',
      on_wait_timeout: 'CONTINUE',
      disposition: 'INLINE',
      format: 'JSON_ARRAY',
    },
  })
  const ended = await untilDone('Databricks', io, started, (body) => {
    const id = textIn(recordIn(body).statement_id)
    if (id === undefined || !['PENDING', 'RUNNING'].includes(String(statusOf(body).state))) return undefined
    return {
      again: { path: `${path}/${id}` },
      stop: { method: 'POST', path: `${path}/${id}/cancel`, body: {}, ends: true },
    }
  })
  return ended.is === 'failed' ? ended : wellEnded(ended, why)
}

const statusOf = (body: unknown) => recordIn(recordIn(body).status)
const failed = (message: string): Fetched => ({ is: 'failed', failure: { kind: 'answer', message } })

function wellEnded(ended: Page, why: (code: string, words: string) => Failure): Fetched {
  const { state, error } = statusOf(ended.body)
  if (state === undefined)
    return failed('Databricks sent an answer without the state of the statement: nothing was loaded.')
  if (state !== 'SUCCEEDED') {
    const words = String(recordIn(error).message)
    const code = /\[([A-Z][A-Z_.]+)\]/.exec(words)?.[1] ?? textIn(recordIn(error).error_code) ?? String(state)
    return { is: 'failed', failure: why(code, words) }
  }
  return recordIn(recordIn(ended.body).manifest).truncated === true
    ? failed('Databricks cut the answer short: nothing was loaded. Ask for fewer days, or by fewer dimensions.')
    : ended
}

/** Names and types of its columns; only the first answer tells them. */
export function databricksColumns({ body }: Page): readonly { readonly name: string; readonly type: string }[] {
  const { columns } = recordIn(recordIn(recordIn(body).manifest).schema)
  const all = Array.isArray(columns) ? (columns as unknown[]).map(recordIn) : []
  return all.map((column) => ({ name: String(column.name), type: String(column.type_name) }))
}

/** The first answer holds its part in `result`, the others are one. */
export const databricksPart = (body: unknown) => recordIn(recordIn(body).result ?? body)

/** The parts of its answer. */
export const databricksParts = (io: SourceIo, first: Page): AsyncIterable<Fetched> =>
  followedPages(
    'Databricks',
    io,
    (next = '') => ({ path: next }),
    (body) => textIn(databricksPart(body).next_chunk_internal_link),
    first,
  )
