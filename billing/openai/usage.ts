// https://platform.openai.com/docs/api-reference/usage: how many requests each model had, by project, key, batch and service tier. Tokens, cached ones
// too, stand in the rows of costs, which are charged by them; here they would be counted twice.

import { isRecord } from '../../core/record.ts'
import { cursorPages } from '../cursor.ts'
import type { SpendRow } from '../focus.ts'
import { numberIn, recordIn, textIn } from '../json.ts'
import { modelCharge } from '../model-charge.ts'
import { namedKey, namedProject } from '../names.ts'
import { windows } from '../range.ts'
import type { Fetched, Mapped, Page, Range, Scope, SourceIo } from '../source.ts'
import { requests, usageRows } from '../usage-rows.ts'

/** What each endpoint can be grouped by, beside project, key and model. Other endpoints count what a line item of costs counts already. */
const endpoints: Readonly<Record<string, readonly string[]>> = {
  completions: ['batch', 'service_tier'],
  embeddings: [],
  images: [],
  audio_speeches: [],
  audio_transcriptions: [],
}

const seconds = (date: string) => String(Date.parse(date) / 1000)
type Pairs = readonly (readonly [string, string])[]

/** Ends at what the key may not read, or the server does not have, with one page that says so: no money is missing for it. */
export async function* usagePages(
  range: Range,
  io: SourceIo,
  { projects = [], keys = [] }: Scope,
  names: Page['names'],
) {
  for (const part of windows(range, 31))
    for (const [endpoint, groups] of Object.entries(endpoints)) {
      const query: Pairs = [
        ['start_time', seconds(part.since)],
        ['end_time', seconds(part.until)],
        ['bucket_width', '1d'],
        ...['project_id', 'api_key_id', 'model', ...groups].map((group) => ['group_by', group] as const),
        ...projects.map((id) => ['project_ids', id] as const),
        ...keys.map((id) => ['api_key_ids', id] as const),
        ['limit', '31'],
      ]
      for await (const got of cursorPages('OpenAI', io, { path: `/organization/usage/${endpoint}`, query })) {
        if (got.is === 'page') yield { ...got, about: 'usage', names } satisfies Fetched
        else {
          yield* unread(got)
          return
        }
      }
    }
}

function* unread({ failure }: Extract<Fetched, { is: 'failed' }>): Iterable<Fetched> {
  if (failure.kind === 'cancelled') yield { is: 'failed', failure }
  // A server that speaks the costs API alone has no requests to tell of.
  else if (failure.status !== 404 && failure.status !== 400)
    yield { is: 'page', at: '', about: 'no usage', body: failure.message }
}

export function usageMapped({ body, at, about, names }: Page): Mapped {
  if (about === 'no usage')
    return { rows: [], problems: [`OpenAI’s costs are complete, the number of requests is not: ${String(body)}`] }
  const { data } = recordIn(body)
  if (!Array.isArray(data)) return { rows: [], problems: ['OpenAI sent a page of usage without data.'] }
  const rows: SpendRow[] = []
  for (const bucket of (data as unknown[]).map(recordIn)) {
    const [start, end] = [numberIn(bucket.start_time), numberIn(bucket.end_time)]
    const results = Array.isArray(bucket.results) ? (bucket.results as unknown[]).filter(isRecord) : []
    if (start !== undefined && end !== undefined)
      rows.push(...results.flatMap((result) => rowsOf(result, start * 1000, end * 1000, at, names)))
  }
  return { rows, problems: [] }
}

function rowsOf(
  result: Readonly<Record<string, unknown>>,
  start: number,
  end: number,
  at: string,
  names: Page['names'],
) {
  const [model, tier] = [textIn(result.model), textIn(result.service_tier)]
  const details = {
    ...(tier ? { x_ServiceTier: tier } : {}),
    ...(typeof result.batch === 'boolean' ? { x_Batch: result.batch } : {}),
  }
  const of = {
    ServiceProviderName: 'OpenAI',
    HostProviderName: 'OpenAI',
    InvoiceIssuerName: 'OpenAI',
    ServiceName: 'OpenAI API',
    ...modelCharge(new Date(start).toISOString(), new Date(end).toISOString()),
    BillingCurrency: 'USD',
    ...(model ? { x_ModelId: model } : {}),
    ...namedProject(textIn(result.project_id), 'Project', names),
    ...namedKey(textIn(result.api_key_id), names),
    ...(Object.keys(details).length > 0 ? { SkuPriceDetails: JSON.stringify(details) } : {}),
    x_Source: 'openai',
    x_Grade: 'invoice' as const,
    x_Estimated: end > Date.parse(at) - 86_400_000,
    x_FetchedAt: at,
  }
  return usageRows(of, [requests(numberIn(result.num_model_requests))])
}
