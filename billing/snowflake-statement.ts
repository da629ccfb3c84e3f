// https://docs.snowflake.com/en/developer-guide/sql-api/reference
import { recordIn, textIn } from './json.ts'
import { untilDone } from './poll.ts'
import type { Fetched, Page, SourceIo } from './source.ts'

const path = '/api/v2/statements'
const longest = 600 // s that a statement may take

export interface Statement {
  readonly text: string
  /** In the order of the question marks. */
  readonly values: readonly string[]
  readonly warehouse?: string | undefined
  readonly role?: string | undefined
  readonly database?: string | undefined
}

/** The first answer of a statement that has ended; a failure with status 422 where it could not be run. */
export async function snowflakeStatement(io: SourceIo, statement: Statement): Promise<Fetched> {
  const { text, values, warehouse, role, database } = statement
  const bindings = values.map((value, i) => [i + 1, { type: 'TEXT', value }] as const)
  const started = await io.ask({
    method: 'POST',
    path,
    body: {
      statement: text,
      timeout: longest,
      ...(bindings.length > 0 && { bindings: Object.fromEntries(bindings) }),
      ...(warehouse && { warehouse }),
      ...(role && { role }),
      ...(database && { database }),
    },
  })
  return untilDone('Snowflake', io, started, (body) => {
    const handle = textIn(recordIn(body).statementHandle)
    // Without the shape of a result it is still at work.
    if (handle === undefined || recordIn(body).resultSetMetaData !== undefined) return undefined
    return {
      again: { path: `${path}/${handle}` },
      stop: { method: 'POST', path: `${path}/${handle}/cancel`, ends: true },
    }
  })
}

/** Names and types of its columns; only the first answer tells them. */
export function snowflakeColumns({ body }: Page): readonly { readonly name: string; readonly type: string }[] {
  const { rowType } = recordIn(recordIn(body).resultSetMetaData)
  const all = Array.isArray(rowType) ? (rowType as unknown[]).map(recordIn) : []
  return all.map((column) => ({ name: String(column.name), type: String(column.type) }))
}

/** The parts of its answer; a failure in the end where there are fewer rows than it said. */
export async function* snowflakeParts(io: SourceIo, first: Page): AsyncIterable<Fetched> {
  const { statementHandle, resultSetMetaData } = recordIn(first.body)
  const { partitionInfo, numRows } = recordIn(resultSetMetaData)
  const parts = Array.isArray(partitionInfo) ? partitionInfo.length : 1
  let rows = 0
  for (let part = 0; part < parts; part++) {
    const query = [['partition', String(part)]] as const
    const got = part === 0 ? first : await io.ask({ path: `${path}/${String(statementHandle)}`, query })
    yield got
    if (got.is === 'failed') return
    const { data } = recordIn(got.body)
    rows += Array.isArray(data) ? data.length : 0
  }
  if (typeof numRows !== 'number' || numRows === rows) return
  const message = `Snowflake sent ${rows} of ${numRows} rows: there is no whole answer.`
  yield { is: 'failed', failure: { kind: 'answer', message } }
}
