// A billing export that Google BigQuery sums: a charge of one day, a credit of the next.
import { isRecord } from '../../core/record.ts'
import type { Heard, Said } from './fake.ts'

export const schema = (...names: string[]) => ({ fields: names.map((name) => ({ name, type: 'STRING' })) })
const usageExport = schema('usage_start_time', 'service', 'cost', 'currency', 'credits', 'labels')

const answered = schema('day', 'month', 'service', 'currency', 'credit', 'cost')
const jobReference = { projectId: 'harbour-billing', jobId: 'job-1', location: 'EU' }
const row = (...values: (string | null)[]) => ({ f: values.map((v) => ({ v })) })
const page = (rows: object[], pageToken?: string) => ({
  body: {
    kind: 'bigquery#queryResponse',
    jobComplete: true,
    jobReference,
    schema: answered,
    rows,
    ...(pageToken && { pageToken }),
  },
})

/** A dry run tells columns and bytes; the query runs for a while and comes on two pages. */
export function bigQuery(bytes: string, columns: object = usageExport) {
  let looks = 0
  return ({ method, body, query }: Heard): Said => {
    if (isRecord(body) && body.dryRun === true)
      return { body: { jobComplete: true, schema: columns, totalBytesProcessed: bytes } }
    if (method === 'POST') return { body: { jobComplete: false, jobReference } }
    if (query.get('pageToken') === 'second')
      return page([row('2026-11-02', '202611', 'Vertex AI', 'EUR', 'Trial', '-1.5')])
    looks++
    if (looks < 3) return { body: { jobComplete: false, jobReference } }
    return page([row('2026-11-01', '202611', 'Vertex AI', 'EUR', null, '4.25')], 'second')
  }
}

/** https://cloud.google.com/bigquery/docs/error-messages */
export const googleRefusal = (code: number, reason: string) => ({
  status: code,
  body: { error: { code, message: 'made up', errors: [{ message: 'made up', domain: 'global', reason }] } },
})
