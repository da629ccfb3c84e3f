import type { DuckDBConnection } from '@duckdb/node-api'
import { awsContract } from '../../billing/testing/aws-json.ts'
import { googleRefusal } from '../../billing/testing/bigquery.ts'
import athena from '../../billing/testing/contracts/aws-athena.json' with { type: 'json' }
import databricks from '../../billing/testing/contracts/databricks-sql.json' with { type: 'json' }
import bigquery from '../../billing/testing/contracts/google-bigquery.json' with { type: 'json' }
import snowflake from '../../billing/testing/contracts/snowflake-sql.json' with { type: 'json' }
import { type Fake, type Said, startFake } from '../../billing/testing/fake.ts'
import { type Contract, contractOf } from '../../billing/testing/openapi.ts'
import { type Heard, heard, type Spoken } from './spoken.ts'

/** Rows of one page, so that most answers have several. */
const pageRows = 40

interface Job {
  readonly answer: Heard | { readonly wrong: string }
  looks: number
}

/** A warehouse over the table `focus` of a DuckDB: every statement is at work for one look, and its answer comes in pages. */
export interface FakeWarehouse extends Fake {
  readonly state: {
    /** What a question reads: a dry run of BigQuery says it, a look at Athena's. */
    bytes: number
    /** Statements do not end. */
    stuck: boolean
    readonly cancelled: string[]
  }
}

type Body = Readonly<Record<string, unknown>>
const pagesOf = ({ rows }: Heard) => Math.max(1, Math.ceil(rows.length / pageRows))
const page = ({ rows }: Heard, index: number) => rows.slice(index * pageRows, (index + 1) * pageRows)

/** Types as the engine writes them. */
const typeOf = (engine: Spoken, name: string): string => {
  if (/Start$|End$|At$/.test(name))
    return { athena: 'timestamp', bigquery: 'TIMESTAMP', databricks: 'TIMESTAMP', snowflake: 'TIMESTAMP_NTZ' }[engine]
  if (/Cost$/.test(name))
    return { athena: 'double', bigquery: 'FLOAT', databricks: 'DOUBLE', snowflake: 'REAL' }[engine]
  if (name === 'Tags') return { athena: 'map', bigquery: 'STRING', databricks: 'MAP', snowflake: 'VARIANT' }[engine]
  return { athena: 'varchar', bigquery: 'STRING', databricks: 'STRING', snowflake: 'TEXT' }[engine]
}

/** BigQuery's. */
const schemaOf = ({ names }: Heard) => ({
  fields: names.map((name) => ({ name, type: typeOf('bigquery', name) })),
})

export async function startWarehouse(engine: Spoken, db: DuckDBConnection): Promise<FakeWarehouse> {
  const jobs = new Map<string, Job>()
  const state = { bytes: 2 ** 30, stuck: false, cancelled: [] as string[] }

  async function begin(statement: string, values: Record<string, string> | string[]): Promise<string> {
    const id = `job-${jobs.size + 1}`
    const answer = await heard(db, engine, statement, values).catch((error: Error) => ({ wrong: error.message }))
    jobs.set(id, { answer, looks: 0 })
    return id
  }
  const cancel = (id: string): Said => {
    state.cancelled.push(id)
    return { body: {} }
  }
  /** The answer, where it is there already. */
  const look = (id: string): Job['answer'] | undefined => {
    const job = jobs.get(id)!
    return state.stuck || job.looks++ === 0 ? undefined : job.answer
  }

  const contracts: Readonly<Record<Spoken, () => Contract>> = {
    athena: () => awsContract(athena),
    bigquery: () => contractOf(bigquery),
    databricks: () => contractOf(databricks),
    snowflake: () => contractOf(snowflake),
  }
  const answers: Readonly<
    Record<Spoken, (request: Parameters<Parameters<typeof startFake>[0]['answer']>[0]) => Promise<Said>>
  > = {
    async athena({ headers, body }) {
      const { QueryString, QueryExecutionId, NextToken = '0' } = body as Record<string, string>
      const action = String(headers['x-amz-target']).split('.')[1]
      if (action === 'StartQueryExecution') return { body: { QueryExecutionId: await begin(QueryString!, []) } }
      if (action === 'StopQueryExecution') return cancel(QueryExecutionId!)
      if (action === 'GetQueryExecution') {
        const answer = look(QueryExecutionId!)
        const State = answer === undefined ? 'RUNNING' : 'wrong' in answer ? 'FAILED' : 'SUCCEEDED'
        const reason = answer && 'wrong' in answer && { StateChangeReason: reasonOf(answer.wrong) }
        const Statistics = { DataScannedInBytes: state.bytes }
        return { body: { QueryExecution: { QueryExecutionId, Status: { State, ...reason }, Statistics } } }
      }
      const answer = jobs.get(QueryExecutionId!)!.answer as Heard
      const all = { ...answer, rows: [answer.names, ...answer.rows] }
      const at = Number(NextToken)
      return {
        body: {
          ...(at + 1 < pagesOf(all) && { NextToken: String(at + 1) }),
          ResultSet: {
            Rows: page(all, at).map((row) => ({
              Data: row.map((cell) => (cell === null ? {} : { VarCharValue: cell })),
            })),
            ResultSetMetadata: {
              ColumnInfo: answer.names.map((name) => ({ Name: name.toLowerCase(), Type: typeOf(engine, name) })),
            },
          },
        },
      }
    },
    async bigquery({ path, query, body }) {
      if (path.endsWith('/cancel')) return cancel(path.split('/').at(-2)!)
      if (body !== undefined) {
        const { query: statement, queryParameters, dryRun, maximumBytesBilled } = body as Body
        const values = ((queryParameters ?? []) as { name: string; parameterValue: { value: string } }[]).map(
          ({ name, parameterValue }) => [name, parameterValue.value],
        )
        if (dryRun === true) {
          const described = await heard(db, engine, `${String(statement)} LIMIT 0`, Object.fromEntries(values)).catch(
            () => undefined,
          )
          if (!described) return googleRefusal(404, 'notFound')
          return { body: { totalBytesProcessed: String(state.bytes), jobComplete: true, schema: schemaOf(described) } }
        }
        if (maximumBytesBilled === undefined) return googleRefusal(400, 'invalid')
        const id = await begin(String(statement), Object.fromEntries(values))
        return { body: { jobComplete: false, jobReference: { projectId: 'billing', jobId: id, location: 'EU' } } }
      }
      const id = path.split('/').at(-1)!
      const jobReference = { projectId: 'billing', jobId: id, location: 'EU' }
      const at = Number(query.get('pageToken') ?? 0)
      const answer = at > 0 ? jobs.get(id)!.answer : look(id)
      if (answer === undefined) return { body: { jobComplete: false, jobReference } }
      if ('wrong' in answer) return googleRefusal(400, 'invalidQuery')
      const rows = page(answer, at).map((row) => ({ f: row.map((v) => ({ v })) }))
      const more = at + 1 < pagesOf(answer) && { pageToken: String(at + 1) }
      return { body: { jobComplete: true, jobReference, schema: schemaOf(answer), rows, ...more } }
    },
    async databricks({ path, body }) {
      if (path.endsWith('/cancel')) return cancel(path.split('/').at(-2)!)
      const chunk = /\/(job-\d+)\/result\/chunks\/(\d+)$/.exec(path)
      const part = (answer: Heard, id: string, index: number) => ({
        chunk_index: index,
        data_array: page(answer, index),
        ...(index + 1 < pagesOf(answer) && {
          next_chunk_index: index + 1,
          next_chunk_internal_link: `/api/2.0/sql/statements/${id}/result/chunks/${index + 1}`,
        }),
      })
      if (chunk) return { body: part(jobs.get(chunk[1]!)!.answer as Heard, chunk[1]!, Number(chunk[2])) }
      if (body !== undefined) {
        const { statement, parameters } = body as { statement: string; parameters: { name: string; value: string }[] }
        const id = await begin(statement, Object.fromEntries(parameters.map(({ name, value }) => [name, value])))
        return { body: { statement_id: id, status: { state: 'PENDING' } } }
      }
      const id = path.split('/').at(-1)!
      const answer = look(id)
      if (answer === undefined) return { body: { statement_id: id, status: { state: 'RUNNING' } } }
      if ('wrong' in answer) {
        const error = { error_code: 'BAD_REQUEST', message: `[TABLE_OR_VIEW_NOT_FOUND] ${answer.wrong}` }
        return { body: { statement_id: id, status: { state: 'FAILED', error } } }
      }
      const columns = answer.names.map((name, position) => ({ name, position, type_name: typeOf(engine, name) }))
      const manifest = { format: 'JSON_ARRAY', schema: { columns }, truncated: false }
      return { body: { statement_id: id, status: { state: 'SUCCEEDED' }, manifest, result: part(answer, id, 0) } }
    },
    async snowflake({ path, query, body }) {
      if (path.endsWith('/cancel')) return cancel(path.split('/').at(-2)!)
      const working = (id: string) => ({
        status: 202,
        body: {
          code: '333334',
          message: 'running',
          statementHandle: id,
          statementStatusUrl: `/api/v2/statements/${id}`,
        },
      })
      if (body !== undefined) {
        const { statement, bindings = {} } = body as { statement: string; bindings?: Record<string, { value: string }> }
        return working(
          await begin(
            statement,
            Object.values(bindings).map(({ value }) => value),
          ),
        )
      }
      const id = path.split('/').at(-1)!
      const at = Number(query.get('partition') ?? 0)
      const answer = at > 0 ? jobs.get(id)!.answer : look(id)
      if (answer === undefined) return working(id)
      if ('wrong' in answer) return { status: 422, body: { message: answer.wrong } }
      const parts = Array.from({ length: pagesOf(answer) }, (_, index) => ({ rowCount: page(answer, index).length }))
      const rowType = answer.names.map((name) => ({ name, type: typeOf(engine, name) }))
      const resultSetMetaData = { numRows: answer.rows.length, format: 'jsonv2', rowType, partitionInfo: parts }
      return { body: { statementHandle: id, resultSetMetaData, data: page(answer, at), code: '090001' } }
    },
  }
  const fake = await startFake({ answer: answers[engine], contract: contracts[engine]() })
  return Object.assign(fake, { state })
}

const reasonOf = (wrong: string) =>
  /does not exist/.test(wrong) ? `TABLE_NOT_FOUND: ${wrong}` : `SYNTAX_ERROR: ${wrong}`
