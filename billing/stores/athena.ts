// https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
import type { Cell } from '../answers.ts'
import { awsMeaning, hostOf, keyFields, operation, policy, signedFor } from '../aws/ask.ts'
import { numberIn, recordIn, textIn } from '../json.ts'
import { untilDone } from '../poll.ts'
import type { Ask } from '../source.ts'
import { type Warehouse, WarehouseError, type WarehousePlace } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { athenaDialect, athenaWriting } from './athena-dialect.ts'
import { type Rest, restStore } from './rest.ts'
import { tableParts } from './table-name.ts'

const name = 'Amazon Athena'
type Place = WarehousePlace['settings']
const gigabyte = 2 ** 30
/** Of a question, where the user sets no other limit. */
const defaultGigabytes = 10

const ask = (action: string, body: object): Ask => operation(`AmazonAthena.${action}`, body)

/** @returns the id of a query that has ended well */
async function done(rest: Rest, settings: Place, query: string): Promise<string> {
  const { database, workgroup, maxGigabytes = defaultGigabytes } = settings
  const started = await rest.page(
    ask('StartQueryExecution', {
      QueryString: query,
      QueryExecutionContext: { Database: database },
      ...(workgroup && { WorkGroup: workgroup }),
      // The bill changes a few times a day: the same question again costs nothing for an hour.
      ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: true, MaxAgeInMinutes: 60 } },
    }),
  )
  const id = textIn(recordIn(started.body).QueryExecutionId)
  if (id === undefined) throw new WarehouseError(`${name} sent an answer without the id of the query.`)
  const stop = ask('StopQueryExecution', { QueryExecutionId: id })
  rest.onAbort(() => stop)
  const look = ask('GetQueryExecution', { QueryExecutionId: id })
  const ended = await untilDone(name, rest.io, await rest.io.ask(look), (body) => {
    const { Status, Statistics } = recordIn(recordIn(body).QueryExecution)
    const { State } = recordIn(Status)
    if (State !== 'QUEUED' && State !== 'RUNNING') return undefined
    if ((numberIn(recordIn(Statistics).DataScannedInBytes) ?? 0) <= maxGigabytes * gigabyte) return look
    void rest.io.ask(stop)
    throw new WarehouseError(
      `${name} had read more than the ${maxGigabytes} GiB allowed and was stopped. Ask for fewer days, or raise "maxGigabytes" of spend.store in outlay.json.`,
    )
  })
  const { State, StateChangeReason } = recordIn(recordIn(recordIn(rest.told(ended).body).QueryExecution).Status)
  if (State === 'SUCCEEDED') return id
  throw new WarehouseError(why(String(State), String(StateChangeReason ?? '')))
}

/** Of the server's words only the name of the error is told: the rest may quote the query. */
function why(state: string, reason: string): string {
  const code = /^([A-Z][A-Z_]+):/.exec(reason)?.[1] ?? state
  if (/TABLE_NOT_FOUND|SCHEMA_NOT_FOUND|CATALOG_NOT_FOUND/.test(code))
    return `Amazon Athena has no such table (${code}): are "database", "table" and "region" of spend.store right?`
  if (/Bytes scanned limit/i.test(reason))
    return 'Amazon Athena ended the question: it would read more than the workgroup allows. Ask for fewer days, or raise the workgroup’s limit.'
  if (/output location/i.test(reason))
    return 'Amazon Athena does not know where to write answers: give the workgroup a query result location.'
  if (/PERMISSION|Access ?Denied|insufficient/i.test(`${code} ${reason}`))
    return `Amazon Athena may not read the table (${code}): it needs the policy in docs/warehouses.md, for the buckets of the export and of the answers too.`
  return `Amazon Athena could not answer (${code}).`
}

async function* pages(rest: Rest, id: string): AsyncIterable<Readonly<Record<string, unknown>>> {
  const seen = new Set<string>()
  for (let token: string | undefined; ; ) {
    const body = { QueryExecutionId: id, MaxResults: 1000, ...(token && { NextToken: token }) }
    const page = recordIn((await rest.page(ask('GetQueryResults', body))).body)
    yield recordIn(page.ResultSet)
    token = textIn(page.NextToken)
    if (token === undefined) return
    if (seen.has(token)) throw new WarehouseError(`${name} names the same next page twice: there is no whole answer.`)
    seen.add(token)
  }
}

const cellsOf = (row: unknown): readonly Cell[] => {
  const { Data } = recordIn(row)
  return Array.isArray(Data) ? (Data as unknown[]).map((cell) => (recordIn(cell).VarCharValue ?? null) as Cell) : []
}

async function rowsOf(rest: Rest, id: string): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = []
  for await (const { Rows } of pages(rest, id)) if (Array.isArray(Rows)) rows.push(...(Rows as unknown[]).map(cellsOf))
  // The first row of the first page is the header.
  return rows.slice(1)
}

export const store: Warehouse = {
  id: 'athena',
  name,
  needs: {
    settings: [
      { key: 'region', label: 'the AWS region', example: 'eu-central-1' },
      { key: 'database', label: 'the database', example: 'billing' },
      { key: 'table', label: 'the table of FOCUS columns', example: 'focus' },
      { key: 'workgroup', label: 'the workgroup that writes the answers', example: 'finops', optional: true },
      { key: 'profile', label: 'the AWS profile that signs in; left out, keys are asked for', optional: true },
    ],
    fields: warehouseFields.athena,
    scope: 'to ask Athena, and to read the buckets of the export and of the answers',
    link: 'https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena.html',
    signIns: [{ with: 'aws' }],
    grant: policy({
      Action: [
        'athena:StartQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:StopQueryExecution',
        'glue:GetTable',
        'glue:GetPartitions',
        'glue:GetDatabase',
        's3:GetObject',
        's3:ListBucket',
        's3:GetBucketLocation',
        's3:PutObject',
      ],
      Resource: '*',
    }),
  },
  asking: 'the bytes that a question scans',
  open({ settings, credentials }, outside) {
    const { table = '', columns, profile, region = '', address } = settings
    const host = address ?? hostOf('athena', region)
    if (host === undefined) throw new WarehouseError(`"${region}" is no region of AWS: it is written eu-central-1.`)
    const from = tableParts(name, table, 'table or database.table')
      .map((part) => `"${part}"`)
      .join('.')
    return restStore(
      {
        asked: {
          id: 'athena',
          name,
          needs: { ...store.needs, fields: keyFields },
          headers: signedFor('athena', region),
          meaning: awsMeaning,
        },
        connection: {
          credentials,
          base: host,
          ...(!credentials.accessKeyId && { signIn: { with: 'aws', profile: profile ?? 'default' } }),
        },
        table,
        from,
        named: columns,
        writing: athenaWriting,
        dialect: (sql, tags) => athenaDialect(sql, tags && /^(map|row)/i.test(tags.type) ? 'map' : 'json'),
        describe: async (rest) => {
          const id = await done(rest, settings, `SELECT * FROM ${from} LIMIT 0`)
          for await (const { ResultSetMetadata } of pages(rest, id)) {
            const { ColumnInfo } = recordIn(ResultSetMetadata)
            return (Array.isArray(ColumnInfo) ? (ColumnInfo as unknown[]) : []).map((column) => ({
              name: String(recordIn(column).Name),
              type: String(recordIn(column).Type),
            }))
          }
          return []
        },
        run: async (rest, { text }) => rowsOf(rest, await done(rest, settings, text)),
      },
      outside,
    )
  },
}
