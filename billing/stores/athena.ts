import type { Cell } from '../answers.ts'
import { awsMeaning, hostOf, keyFields, policy, signedFor } from '../aws/ask.ts'
import { athenaPages, athenaQuery } from '../aws/athena-query.ts'
import { recordIn } from '../json.ts'
import type { Page } from '../source.ts'
import { type Warehouse, WarehouseError, type WarehousePlace } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { warehouseNames } from '../warehouse-name.ts'
import { athenaDialect, athenaWriting } from './athena-dialect.ts'
import { type Rest, restStore } from './rest.ts'
import { tableParts } from './table-name.ts'

const name = warehouseNames.athena
type Place = WarehousePlace['settings']
const gigabyte = 2 ** 30
/** Of a question, where the user sets no other limit. */
const defaultGigabytes = 10

/** @returns the id of a query that has ended well */
async function done({ io, told }: Rest, settings: Place, text: string): Promise<string> {
  const { database, workgroup, maxGigabytes = defaultGigabytes } = settings
  const ended = await athenaQuery(io, {
    ...{ text, database, workgroup },
    // The bill changes a few times a day: the same question again costs nothing for an hour.
    reuse: 60,
    limit: maxGigabytes * gigabyte,
    raise: 'raise "maxGigabytes" of spend.store in outlay.json',
  })
  return told(ended).id
}

async function* pages({ io, told }: Rest, id: string): AsyncIterable<Readonly<Record<string, unknown>>> {
  for await (const page of athenaPages(io, id)) yield recordIn(recordIn(told<Page>(page).body).ResultSet)
}

const cellsOf = (row: unknown): readonly Cell[] => {
  const { Data } = recordIn(row)
  return Array.isArray(Data) ? (Data as unknown[]).map((cell) => (recordIn(cell).VarCharValue ?? null) as Cell) : []
}

async function rowsOf(rest: Rest, id: string): Promise<readonly (readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = []
  for await (const { Rows } of pages(rest, id))
    if (Array.isArray(Rows)) for (const row of Rows as unknown[]) rows.push(cellsOf(row))
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
