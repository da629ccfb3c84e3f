// Providers that are paid for being asked, or read at once: each tells five days on five pages. A token, a query or a
// statement is known as long as its provider keeps it.
import { recordIn } from '../json.ts'
import { sources } from '../registry.gen.ts'
import type { BillingSource, Credentials, Scope } from '../source.ts'
import { results } from './athena.ts'
import { awsContract, awsRefusal } from './aws-json.ts'
import { schema } from './bigquery.ts'
import athenaContract from './contracts/aws-athena.json' with { type: 'json' }
import explorerContract from './contracts/aws-cost-explorer.json' with { type: 'json' }
import databricksContract from './contracts/databricks-sql.json' with { type: 'json' }
import bigQueryContract from './contracts/google-bigquery.json' with { type: 'json' }
import openRouterContract from './contracts/openrouter-usage.json' with { type: 'json' }
import snowflakeContract from './contracts/snowflake-sql.json' with { type: 'json' }
import { day } from './cost-explorer.ts'
import { madeUpCredentials } from './credentials.ts'
import type { Heard, Said } from './fake.ts'
import { type Contract, contractOf } from './openapi.ts'

export interface Paged {
  readonly source: BillingSource
  readonly credentials: Credentials
  readonly scope: Scope
  readonly contract: Contract
  /** Of the base. */
  readonly under: string
  /** 1 to 5, where the request is for one of the pages. */
  pageOf(request: Heard): number | undefined
  /** It asks how far the work is. */
  isLook(request: Heard): boolean
  /** It runs queries that are paid for. */
  readonly isBegun: boolean
  /** It begins one. */
  begins(request: Heard): boolean
  /** A provider that nobody has asked yet. `times`: of looks at its work until that is done. */
  start(times?: number): PagedProvider
}

export interface PagedProvider {
  answer(request: Heard): Said
  /** What it said so far leads nowhere any more: it knows none of its tokens, queries and statements. */
  forgets(): void
}

const range = [1, 2, 3, 4, 5] as const
const dateOf = (page: number) => `2026-11-0${page}`
/** What the day of a page cost. */
const costOf = (page: number) => page + 0.25
export const totalCost = range.reduce((sum: number, page) => sum + costOf(page), 0)

const of = (id: string) => sources.find((source) => source.id === id)!
const common = (id: string) => {
  const source = of(id)
  return { source, credentials: madeUpCredentials(source), scope: {}, under: '' }
}
const targetOf = ({ headers }: Heard) => String(headers['x-amz-target']).split('.')[1] ?? ''

/** What is asked, without who asks and when. */
export function askedBy({ method, path, query, headers, body }: Heard): string {
  const { ClientRequestToken: _, ...rest } = recordIn(body)
  return JSON.stringify([method, path, [...query], headers['x-amz-target'], rest])
}

/** Names that hold as long as they are not forgotten: `2-1` is the second of the first life. */
function named() {
  let life = 1
  return {
    name: (number: number) => `${number}-${life}`,
    /** Undefined where it is not known. */
    numberOf(name: unknown): number | undefined {
      const [, number, its] = /^(\d+)-(\d+)$/.exec(String(name)) ?? []
      return Number(its) === life ? Number(number) : undefined
    },
    forgets: () => {
      life++
    },
  }
}

const costExplorer: Paged = {
  ...common('aws-cost-explorer'),
  contract: awsContract(explorerContract),
  pageOf: ({ body }) => {
    const { GroupBy, NextPageToken } = recordIn(body)
    const isUsed = JSON.stringify(GroupBy).includes('LINKED_ACCOUNT')
    return isUsed ? Number(String(NextPageToken ?? '1-0').split('-')[0]) : undefined
  },
  isLook: () => false,
  isBegun: false,
  begins: () => false,
  start() {
    const { name, numberOf, forgets } = named()
    return {
      forgets,
      answer({ body }) {
        const { GroupBy, NextPageToken } = recordIn(body) as { GroupBy: { Key: string }[]; NextPageToken?: string }
        const page = NextPageToken === undefined ? 1 : numberOf(NextPageToken)
        if (page === undefined) return awsRefusal('InvalidNextTokenException')
        const isUsed = GroupBy[1]!.Key === 'LINKED_ACCOUNT'
        const days = [day(dateOf(page), dateOf(page + 1), ['Amazon EC2', '111111111111'], String(costOf(page)))]
        return {
          body: {
            GroupDefinitions: GroupBy.map(({ Key }) => ({ Type: 'DIMENSION', Key })),
            ResultsByTime: isUsed ? days : [],
            DimensionValueAttributes: [],
            ...(isUsed && page < 5 && { NextPageToken: name(page + 1) }),
          },
        }
      },
    }
  },
}

const athenaColumns = ['billingcurrency', 'chargeperiodstart', 'billedcost', 'effectivecost']

const athena: Paged = {
  ...common('aws-athena'),
  contract: awsContract(athenaContract),
  pageOf: (request) => {
    const { QueryExecutionId, NextToken } = recordIn(request.body)
    // The first query is for the names of the columns.
    if (targetOf(request) !== 'GetQueryResults' || /^1-/.test(String(QueryExecutionId))) return undefined
    return Number(String(NextToken ?? '1-0').split('-')[0])
  },
  isLook: (request) => targetOf(request) === 'GetQueryExecution',
  isBegun: true,
  begins: (request) => targetOf(request) === 'StartQueryExecution',
  start(times = 2) {
    const { name, numberOf, forgets } = named()
    const looks = new Map<string, number>()
    let queries = 0
    return {
      forgets,
      answer(request) {
        const { QueryExecutionId: id, NextToken, QueryString } = recordIn(request.body)
        if (targetOf(request) === 'StartQueryExecution') {
          // Columns are asked for in a query of their own.
          queries = String(QueryString).includes('information_schema') ? 1 : Math.max(2, queries + 1)
          return { body: { QueryExecutionId: name(queries) } }
        }
        const query = numberOf(id)
        if (query === undefined) return awsRefusal('InvalidRequestException')
        if (targetOf(request) === 'StopQueryExecution') return { body: {} }
        if (targetOf(request) === 'GetQueryExecution') {
          const looked = (looks.get(String(id)) ?? 0) + 1
          looks.set(String(id), looked)
          const State = looked < times ? 'RUNNING' : 'SUCCEEDED'
          return { body: { QueryExecution: { Status: { State }, Statistics: { DataScannedInBytes: 1024 } } } }
        }
        if (query === 1) return results(['column_name'], [['column_name'], ...athenaColumns.map((column) => [column])])
        const page = NextToken === undefined ? 1 : numberOf(NextToken)
        if (page === undefined) return awsRefusal('InvalidRequestException')
        const amounts = [String(costOf(page)), String(costOf(page))]
        const row = ['USD', `${dateOf(page)}T00:00:00Z`, ...amounts]
        return results(athenaColumns, page === 1 ? [athenaColumns, row] : [row], page < 5 ? name(page + 1) : undefined)
      },
    }
  },
}

const bigQuery: Paged = {
  ...common('google-bigquery'),
  contract: contractOf(bigQueryContract),
  pageOf: ({ method, query }) =>
    method === 'GET' ? Number((query.get('pageToken') ?? '1-0').split('-')[0]) : undefined,
  isLook: ({ method, query }) => method === 'GET' && !query.has('pageToken'),
  isBegun: true,
  begins: ({ method, body }) => method === 'POST' && recordIn(body).query !== undefined && !recordIn(body).dryRun,
  start(times = 2) {
    const { name, numberOf, forgets } = named()
    const missing = { status: 404, body: { error: { code: 404, message: 'made up', errors: [] } } }
    let [jobs, looks] = [0, 0]
    return {
      forgets,
      answer({ method, path, body, query }) {
        const columns = schema('usage_start_time', 'service', 'cost', 'currency', 'credits', 'labels')
        if (recordIn(body).dryRun) return { body: { jobComplete: true, schema: columns, totalBytesProcessed: '1024' } }
        const reference = (jobId: string) => ({ projectId: 'harbour', jobId, location: 'EU' })
        if (path.endsWith('/cancel')) return { body: {} }
        if (method === 'POST') {
          looks = 0
          return { body: { jobComplete: false, jobReference: reference(name(++jobs)) } }
        }
        const jobId = decodeURIComponent(path.split('/').at(-1)!)
        const token = query.get('pageToken')
        const page = token === null ? 1 : numberOf(token)
        if (numberOf(jobId) === undefined || page === undefined) return missing
        const jobReference = reference(jobId)
        if (token === null && ++looks < times) return { body: { jobComplete: false, jobReference } }
        const cells = [dateOf(page), '202611', 'Vertex AI', 'USD', null, String(costOf(page))]
        return {
          body: {
            ...{ kind: 'bigquery#queryResponse', jobComplete: true, jobReference },
            schema: schema('day', 'month', 'service', 'currency', 'credit', 'cost'),
            rows: [{ f: cells.map((v) => ({ v })) }],
            ...(page < 5 && { pageToken: name(page + 1) }),
          },
        }
      },
    }
  },
}

const statements = '/api/2.0/sql/statements'

const databricks: Paged = {
  ...common('databricks'),
  contract: contractOf(databricksContract),
  pageOf: ({ method, path }) => {
    const [, chunk] = /\/result\/chunks\/(\d+)$/.exec(path) ?? []
    if (chunk !== undefined) return Number(chunk) + 1
    return method === 'GET' ? 1 : undefined
  },
  isLook: ({ method, path }) => method === 'GET' && !path.includes('/chunks/'),
  isBegun: true,
  begins: ({ method, path }) => method === 'POST' && path === statements,
  start(times = 2) {
    const { name, numberOf, forgets } = named()
    const missing = { status: 404, body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'made up' } }
    let [begun, looks] = [0, 0]
    const columns = ['usage_date', 'sku_name', 'currency_code', 'cost'].map((name, position) => ({ name, position }))
    const part = (id: string, page: number) => ({
      data_array: [[dateOf(page), 'JOBS', 'USD', String(costOf(page))]],
      ...(page < 5 && { next_chunk_internal_link: `${statements}/${id}/result/chunks/${page}` }),
    })
    return {
      forgets,
      answer({ method, path }) {
        if (path.endsWith('/cancel')) return { body: {} }
        if (method === 'POST') {
          looks = 0
          return { body: { statement_id: name(++begun), status: { state: 'PENDING' } } }
        }
        const [, id = '', chunk] = /statements\/([^/]+)(?:\/result\/chunks\/(\d+))?$/.exec(path) ?? []
        if (numberOf(id) === undefined) return missing
        if (chunk !== undefined) return { body: { chunk_index: Number(chunk), ...part(id, Number(chunk) + 1) } }
        if (++looks < times) return { body: { statement_id: id, status: { state: 'RUNNING' } } }
        return {
          body: {
            ...{ statement_id: id, status: { state: 'SUCCEEDED' } },
            manifest: { format: 'JSON_ARRAY', schema: { columns } },
            result: part(id, 1),
          },
        }
      },
    }
  },
}

const snowflake: Paged = {
  ...common('snowflake'),
  credentials: { token: 'made-up-token' },
  contract: contractOf(snowflakeContract),
  pageOf: ({ method, query }) => (method === 'GET' ? Number(query.get('partition') ?? 0) + 1 : undefined),
  isLook: ({ method, query }) => method === 'GET' && !query.has('partition'),
  isBegun: true,
  begins: ({ method, path }) => method === 'POST' && path === '/api/v2/statements',
  start(times = 2) {
    const { name, numberOf, forgets } = named()
    // Of a handle that it knows no more it says the same as of a statement that cannot be run.
    const missing = { status: 422, body: { code: '000709', message: 'made up' } }
    let [begun, looks] = [0, 0]
    const rowType = ['OUTLAY_DAY', 'ACCOUNT_NAME', 'CURRENCY', 'USAGE_IN_CURRENCY'].map((name) => ({
      ...{ name, type: 'text' },
    }))
    const data = (page: number) => [[dateOf(page), 'PROD', 'USD', String(costOf(page))]]
    return {
      forgets,
      answer({ method, path, query }) {
        if (path.endsWith('/cancel')) return { body: {} }
        const working = (statementHandle: string) => ({
          status: 202,
          body: { code: '333334', message: 'in progress', statementHandle, statementStatusUrl: '/api/v2/statements' },
        })
        if (method === 'POST') {
          looks = 0
          return working(name(++begun))
        }
        const statementHandle = path.split('/').at(-1)!
        if (numberOf(statementHandle) === undefined) return missing
        const partition = query.get('partition')
        if (partition !== null) return { body: { data: data(Number(partition) + 1) } }
        if (++looks < times) return working(statementHandle)
        const partitionInfo = range.map(() => ({ rowCount: 1 }))
        const resultSetMetaData = { numRows: 5, format: 'jsonv2', rowType, partitionInfo }
        return { body: { resultSetMetaData, data: data(1), code: '090001', statementHandle } }
      },
    }
  },
}

/** A page for each workspace: it knows no tokens, and nothing of it grows old. */
const openRouter: Paged = {
  ...common('openrouter'),
  scope: { projects: range.map(String) },
  contract: contractOf(openRouterContract),
  under: '/api/v1',
  pageOf: ({ query }) => Number(query.get('workspace_id')),
  isLook: () => false,
  isBegun: false,
  begins: () => false,
  start: () => ({
    forgets: () => undefined,
    answer({ query }) {
      const page = Number(query.get('workspace_id'))
      const counts = { requests: 0, prompt_tokens: 50, completion_tokens: 125, reasoning_tokens: 25 }
      const model = { model: 'openai/gpt-4.1', model_permaslug: 'openai/gpt-4.1-2025-04-14', provider_name: 'OpenAI' }
      const endpoint_id = 'b7f5a2d0-0000-4000-8000-000000000001'
      const usage = { usage: costOf(page), byok_usage_inference: 0 }
      return { body: { data: [{ date: dateOf(page), ...model, endpoint_id, ...usage, ...counts }] } }
    },
  }),
}

/** All that are read at once. */
export const pagedProviders: readonly Paged[] = [costExplorer, athena, bigQuery, databricks, snowflake, openRouter]
