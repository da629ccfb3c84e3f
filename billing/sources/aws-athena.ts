// AWS's bill where it lies: Athena sums the export's table by day, and only the sums come here.
// https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html

import { isRecord } from '../../core/record.ts'
import { awsMeaning, hostOf, keyFields, policy, regionField, signedFor } from '../aws/ask.ts'
import { athenaPages, athenaQuery } from '../aws/athena-query.ts'
import { exportOf, exportQuery, quote } from '../aws/athena-sql.ts'
import { size } from '../bytes.ts'
import { type Column, columns } from '../focus.ts'
import { type Cells, focusRow } from '../focus-cells.ts'
import { recordIn, textIn } from '../json.ts'
import type { BillingSource, Failure, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

/** Bytes one reading may scan, where the user sets no other limit: 10 GiB. */
const defaultLimit = 10 * 2 ** 30

const failed = (kind: Failure['kind'], message: string) => ({ is: 'failed', failure: { kind, message } }) as const

async function* pages(range: Range, io: SourceIo, scope: Scope): AsyncIterable<Fetched> {
  const { database = '', table = '', maxBytes = defaultLimit } = io.settings
  const limit = Number(maxBytes)
  if (![database, table].every((name) => /^[A-Za-z0-9_-]+$/.test(name)))
    return yield failed(
      'scope',
      'The database and the table of the export are plain names: take them from the Athena console.',
    )
  if (!Number.isSafeInteger(limit) || limit <= 0)
    return yield failed('scope', 'The most bytes Athena may read is a whole number, as 10737418240 for 10 GiB.')
  const names = new Set<string>()
  // The catalog's own table: no data is scanned for it.
  const describe = `SELECT column_name FROM information_schema.columns WHERE table_schema = ${quote(database.toLowerCase())} AND table_name = ${quote(table.toLowerCase())}`
  for await (const page of results(describe, io, limit)) {
    if (page.is === 'failed') return yield page
    for (const cells of dataIn(page) ?? []) names.add(cells.get('column_name') ?? '')
  }
  if (names.size === 0)
    return yield failed(
      'scope',
      `Athena finds no table ${database}.${table}: is its name right, and the region? Nothing was loaded.`,
    )
  const kind = exportOf(names)
  if (!kind)
    return yield failed(
      'answer',
      `${database}.${table} is neither a FOCUS nor a CUR 2.0 export: its columns are missing. Nothing was loaded.`,
    )
  const query = exportQuery(kind, { table: `"${database}"."${table}"`, names, range, scope })
  yield* results(query, io, limit)
}

/** `about`: of the first page how much was read for all. */
async function* results(text: string, io: SourceIo, limit: number): AsyncIterable<Fetched> {
  const { database, workgroup, output } = io.settings
  const ended = await athenaQuery(io, { text, database, workgroup, output, limit, raise: 'raise the limit' })
  if (ended.is === 'failed') return yield ended
  let about = `first ${ended.bytes}`
  for await (const got of athenaPages(io, ended.id)) {
    yield got.is === 'page' ? { ...got, about } : got
    about = 'more'
  }
}

/** Athena's names come in lower case. */
const ours = new Map(Object.keys(columns).map((column) => [column.toLowerCase(), column as Column]))

function cellsOf(body: unknown): Cells[] | undefined {
  const { Rows, ResultSetMetadata } = recordIn(recordIn(body).ResultSet)
  const { ColumnInfo } = recordIn(ResultSetMetadata)
  if (!Array.isArray(Rows) || !Array.isArray(ColumnInfo)) return undefined
  const names = (ColumnInfo as unknown[]).map((column) => String(recordIn(column).Name))
  return (Rows as unknown[]).filter(isRecord).map(({ Data }) => {
    const cells = Array.isArray(Data) ? (Data as unknown[]) : []
    return new Map(
      names.map((name, i) => [ours.get(name.toLowerCase()) ?? name, textIn(recordIn(cells[i]).VarCharValue)]),
    )
  })
}

const isFirst = ({ about }: Page) => about?.startsWith('first') ?? false
const dataIn = (page: Page) => cellsOf(page.body)?.slice(isFirst(page) ? 1 : 0)

function rows(page: Page): Mapped {
  const { at, about = '' } = page
  const cells = dataIn(page)
  if (!cells) return { rows: [], problems: ['Athena sent a page without columns or rows.'] }
  const made = cells.map((each) => focusRow(each, 'AWS', 'aws-athena', at))
  const unread = made.filter((row) => row === undefined).length
  const bytes = Number(about.split(' ')[1])
  return {
    rows: made.filter((row) => row !== undefined),
    ...(isFirst(page) && bytes > 0 ? { notes: [`Athena read ${size(bytes)} for this.`] } : {}),
    problems:
      unread > 0
        ? [
            `Athena: ${unread} ${unread === 1 ? 'row' : 'rows'} without a readable day, amount or currency; not in the totals.`,
          ]
        : [],
  }
}

export const source: BillingSource = {
  id: 'aws-athena',
  name: 'AWS Athena',
  reads: 'AWS Data Exports (FOCUS, CUR 2.0), summed in place by Athena',
  baseFor: ({ region }) => hostOf('athena', region),
  needs: {
    fields: [
      ...keyFields,
      regionField,
      {
        id: 'database',
        label: 'the database of the export',
        secret: false,
        env: 'OUTLAY_ATHENA_DATABASE',
        example: 'bill',
      },
      { id: 'table', label: 'its table', secret: false, env: 'OUTLAY_ATHENA_TABLE', example: 'focus' },
      { id: 'workgroup', label: 'the workgroup', secret: false, env: 'OUTLAY_ATHENA_WORKGROUP', optional: true },
      {
        id: 'output',
        label: 'where Athena puts results, if the workgroup does not say',
        secret: false,
        env: 'OUTLAY_ATHENA_OUTPUT',
        optional: true,
        example: 's3://harbour-athena/results/',
      },
      {
        id: 'maxBytes',
        label: 'the most bytes one reading may scan, 10737418240 (10 GiB) if left out',
        secret: false,
        env: 'OUTLAY_ATHENA_MAX_BYTES',
        optional: true,
        example: '10737418240',
      },
    ],
    scope: 'the right to query the export’s table, and to write results to Athena’s own folder',
    grant: policy(
      {
        Action: [
          'athena:StartQueryExecution',
          'athena:GetQueryExecution',
          'athena:GetQueryResults',
          'athena:StopQueryExecution',
        ],
        Resource: 'arn:aws:athena:REGION:ACCOUNT:workgroup/WORKGROUP',
      },
      { Action: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetTables', 'glue:GetPartitions'], Resource: '*' },
      { Action: ['s3:ListBucket', 's3:GetObject'], Resource: ['arn:aws:s3:::BUCKET', 'arn:aws:s3:::BUCKET/PREFIX/*'] },
      {
        Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:PutObject'],
        Resource: ['arn:aws:s3:::RESULTS', 'arn:aws:s3:::RESULTS/*'],
      },
    ),
    link: 'https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html',
    signIns: [{ with: 'aws' }],
  },
  limits:
    'AWS charges for what a query scans; one that scans more than allowed is stopped, as far as Athena tells in time. The workgroup’s own limit is the safer one',
  freshness: 'once to three times a day; a month may change for two weeks after its end',
  asking: 'the bytes a query scans',
  narrows: { accounts: 'linked accounts', tags: 'cost allocation tags' },
  renews: {
    hours: 8,
    source: 'https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html',
  },
  headers: signedFor('athena'),
  meaning: awsMeaning,
  pages,
  rows,
}

const example = (
  about: string,
  names: readonly string[],
  ...values: readonly (readonly (string | undefined)[])[]
): Page => ({
  is: 'page',
  at: '2026-11-20T08:00:00.000Z',
  about,
  body: {
    ResultSet: {
      Rows: values.map((row) => ({ Data: row.map((cell) => (cell === undefined ? {} : { VarCharValue: cell })) })),
      ResultSetMetadata: { ColumnInfo: names.map((Name) => ({ Name, Type: 'varchar' })) },
    },
  },
})
const names = [
  'servicename',
  'chargecategory',
  'billingcurrency',
  'tags',
  'billingperiodend',
  'chargeperiodstart',
  'billedcost',
  'effectivecost',
]

export const examples: readonly SourceExample[] = [
  {
    name: 'a day’s sums; the first row repeats the names, an amount that is not there is told',
    page: example(
      'first 2097152',
      names,
      names,
      [
        'Amazon Bedrock',
        'Usage',
        'USD',
        '{"user_team":"search"}',
        '2026-11-01T00:00:00Z',
        '2026-10-31T00:00:00Z',
        '4.5',
        '4.25',
      ],
      ['Amazon Bedrock', 'Usage', 'USD', undefined, '2026-11-01T00:00:00Z', '2026-10-31T00:00:00Z', undefined, '1'],
    ),
    rows: [
      {
        ServiceProviderName: 'AWS',
        ServiceName: 'Amazon Bedrock',
        ChargeCategory: 'Usage',
        ChargePeriodStart: '2026-10-31T00:00:00.000Z',
        ChargePeriodEnd: '2026-11-01T00:00:00.000Z',
        BillingPeriodEnd: '2026-11-01T00:00:00.000Z',
        BillingCurrency: 'USD',
        BilledCost: 4.5,
        EffectiveCost: 4.25,
        Tags: '{"team":"search"}',
        x_Source: 'aws-athena',
        x_Grade: 'invoice',
        x_Estimated: false,
        x_FetchedAt: '2026-11-20T08:00:00.000Z',
      },
    ],
    notes: ['Athena read 2.0 MiB for this.'],
    problems: ['Athena: 1 row without a readable day, amount or currency; not in the totals.'],
  },
]
