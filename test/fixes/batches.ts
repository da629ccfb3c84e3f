// What a batch that has ended gives: a line for each request, with the answer the request would have got by itself.
import { answerOf, type Before } from './answers.ts'
import type { Arrived } from './provider-server.ts'
import { type BatchLine, type MistralJob, routeOf, type Wire } from './wire.ts'

type Asked<R extends keyof Wire> = Wire[R]['asks']

export function linesOf(arrived: readonly Arrived[]): readonly BatchLine[] {
  const file = arrived.findLast(({ route }) => route === 'POST /v1/files')
  return file ? (file.body as Asked<'POST /v1/files'>).lines : []
}

/** Undefined where the path is of no batch. */
export function resultsOf(
  path: string,
  arrived: readonly Arrived[],
  before: Before,
): { readonly type: string; readonly text: string } | undefined {
  const jsonl = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  if (path === '/v1/files/file-out/content') {
    const answered = before.lines.map(({ custom_id, url, body }) => ({
      id: `batch_req_${custom_id}`,
      custom_id,
      response: { status_code: 200, request_id: custom_id, body: answerOf(routeOf('POST', url)!.route, body, before) },
      error: null,
    }))
    return { type: 'application/octet-stream', text: jsonl(answered) }
  }
  const job = arrived.findLast(({ route }) => route === 'POST /mistral/v1/batch/jobs')
  if (job && path === '/mistral/v1/batch/jobs/job-1?inline=true') {
    const { requests } = job.body as Asked<'POST /mistral/v1/batch/jobs'>
    const outputs = requests.map(({ custom_id, body }) => ({
      custom_id,
      response: { status_code: 200, body: answerOf('POST /mistral/v1/chat/completions', body, before) },
    }))
    const answer = answerOf(job.route, job.body, before) as MistralJob
    return { type: 'application/json', text: JSON.stringify({ ...answer, outputs }) }
  }
  const sent = arrived.findLast(({ route }) => route === 'POST /v1/messages/batches')
  if (!sent || !path.startsWith('/v1/messages/batches/msgbatch_1')) return undefined
  const asked = sent.body as Asked<'POST /v1/messages/batches'>
  if (!path.endsWith('/results'))
    return { type: 'application/json', text: JSON.stringify(answerOf(sent.route, asked, before)) }
  const answered = asked.requests.map(({ custom_id, params }) => ({
    custom_id,
    result: { type: 'succeeded', message: answerOf('POST /v1/messages', params, before) },
  }))
  return { type: 'application/x-jsonl', text: jsonl(answered) }
}
