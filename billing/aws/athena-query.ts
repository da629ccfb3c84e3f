// https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
import { size } from '../bytes.ts'
import { numberIn, recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import { untilDone } from '../poll.ts'
import type { Ask, Failure, Fetched, SourceIo } from '../source.ts'
import { operation } from './ask.ts'

const name = 'Amazon Athena'
const ask = (action: string, body: object): Ask => operation(`AmazonAthena.${action}`, body)
type Failed = Extract<Fetched, { is: 'failed' }>
const failed = (kind: Failure['kind'], message: string): Failed => ({ is: 'failed', failure: { kind, message } })

export interface AthenaQuery {
  readonly text: string
  readonly database?: string | undefined
  readonly workgroup?: string | undefined
  /** Where the answer is written, if the workgroup does not say. */
  readonly output?: string | undefined
  /** Minutes for which the same question is answered from what was scanned for it before. */
  readonly reuse?: number
  /** Bytes it may scan; it is stopped where Athena tells of more in time. */
  readonly limit: number
  /** What to do about a query that would scan more, as the end of a sentence. */
  readonly raise: string
}

interface Ended {
  readonly is: 'ended'
  readonly id: string
  /** That it has scanned. */
  readonly bytes: number
}

const isAtWork = ({ state }: Progress) => state === 'QUEUED' || state === 'RUNNING'

/** Runs a query to its end. */
export async function athenaQuery(io: SourceIo, query: AthenaQuery): Promise<Ended | Failed> {
  const { database, workgroup, output, reuse, limit, raise } = query
  const start = ask('StartQueryExecution', {
    QueryString: query.text,
    QueryExecutionContext: { Database: database },
    ...(workgroup && { WorkGroup: workgroup }),
    ...(output && { ResultConfiguration: { OutputLocation: output } }),
    ...(reuse && {
      ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: true, MaxAgeInMinutes: reuse } },
    }),
  })
  const started = await io.ask({ ...start, sameBy: 'ClientRequestToken' })
  if (started.is === 'failed') return started
  const id = textIn(recordIn(started.body).QueryExecutionId)
  if (id === undefined) return failed('answer', `${name} sent an answer without the id of the query.`)
  const of = { QueryExecutionId: id }
  const work = { again: ask('GetQueryExecution', of), stop: { ...ask('StopQueryExecution', of), ends: true } } as const
  io.onCancel(work.stop)
  const ended = await untilDone(name, io, await io.ask(work.again), (body) => {
    const progress = progressIn(body)
    return isAtWork(progress) && progress.bytes <= limit ? work : undefined
  })
  if (ended.is === 'failed') return ended
  const progress = progressIn(ended.body)
  if (progress.state === 'SUCCEEDED') return { is: 'ended', id, bytes: progress.bytes }
  if (!isAtWork(progress)) return failed('answer', why(progress))
  await io.ask(work.stop)
  return failed(
    'scope',
    `${name} had read ${size(progress.bytes)}, more than the ${size(limit)} allowed, and was stopped. Ask for fewer days, or ${raise}.`,
  )
}

interface Progress {
  readonly state: string | undefined
  readonly reason: string
  readonly bytes: number
}

function progressIn(body: unknown): Progress {
  const { Status, Statistics } = recordIn(recordIn(body).QueryExecution)
  const { State, StateChangeReason } = recordIn(Status)
  const bytes = numberIn(recordIn(Statistics).DataScannedInBytes) ?? 0
  return { state: textIn(State), reason: textIn(StateChangeReason) ?? '', bytes }
}

/** Of the server's words only the name of the error is told: the rest may quote the query. */
function why({ state, reason }: Progress): string {
  const code = /^([A-Z][A-Z_]+):/.exec(reason)?.[1] ?? String(state)
  if (/TABLE_NOT_FOUND|SCHEMA_NOT_FOUND|CATALOG_NOT_FOUND/.test(code))
    return `${name} has no such table (${code}): are the names of the database and the table right, and the region?`
  if (/Bytes scanned limit/i.test(reason))
    return `${name} ended the query: it would read more than the workgroup allows. Ask for fewer days, or raise the workgroup’s limit.`
  if (/output location/i.test(reason))
    return `${name} does not know where to write answers: give the workgroup a query result location.`
  if (/PERMISSION|Access ?Denied|insufficient/i.test(`${code} ${reason}`))
    return `${name} may not read the table (${code}): it needs the policy it is connected with, for the buckets of the export and of the answers too.`
  return `${name} could not answer (${code}).`
}

const asked = (id: string) => (NextToken: string | undefined) =>
  ask('GetQueryResults', { QueryExecutionId: id, MaxResults: 1000, ...(NextToken && { NextToken }) })

/** The pages of its answer. The first row of the first page repeats the names of the columns. */
export const athenaPages = (io: SourceIo, id: string): AsyncIterable<Fetched> =>
  followedPages(name, io, asked(id), (body) => textIn(recordIn(body).NextToken))
