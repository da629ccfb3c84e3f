// https://openrouter.ai/docs/api-reference/list-available-models
import * as z from 'zod/mini'
import type { RateId } from '../book.ts'
import { pageJson } from '../page-json.ts'
import type { ModelRateRow, Page, PriceSource, PriceSourceExample } from '../source.ts'

/** USD per token, as text. "-1" where the price depends on the model it is routed to. */
const usd = z.optional(z.string())

const list = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      context_length: z.nullish(z.number()),
      pricing: z.object({ prompt: usd, completion: usd, input_cache_read: usd, input_cache_write: usd }),
      top_provider: z.nullish(z.object({ max_completion_tokens: z.nullish(z.number()) })),
    }),
  ),
})

type Listed = z.infer<typeof list>['data'][number]

const fields: readonly (readonly [RateId, keyof Listed['pricing']])[] = [
  ['input', 'prompt'],
  ['output', 'completion'],
  ['cache-read', 'input_cache_read'],
  ['cache-write', 'input_cache_write'],
]

/** Per million; 12 digits, so that 0.0000025 × 1,000,000 is 2.5. */
const perMillion = (text: string) => Number((Number(text) * 1_000_000).toPrecision(12))

function rowOf(model: Listed): ModelRateRow | undefined {
  const { prompt, completion } = model.pricing
  const varies = prompt === '-1' || completion === '-1'
  const free = Number(prompt ?? 0) === 0 && Number(completion ?? 0) === 0
  if (varies || free) return undefined
  const rates: Partial<Record<RateId, number>> = {}
  for (const [rate, field] of fields) {
    const text = model.pricing[field]
    // "0" beside a price means that there is no such thing to buy, not that it is free
    if (text !== undefined && Number(text) !== 0) rates[rate] = perMillion(text)
  }
  const maxOutput = model.top_provider?.max_completion_tokens
  return {
    is: 'model',
    provider: 'openrouter',
    id: model.id,
    rates,
    ...(model.context_length ? { context: model.context_length } : {}),
    ...(maxOutput ? { maxOutput } : {}),
  }
}

export const source: PriceSource = {
  id: 'openrouter',
  name: 'OpenRouter',
  base: 'https://openrouter.ai',
  hosts: ['openrouter.ai'],
  licence: "the service's public list; prices are facts",
  byRegion: false,
  maxBytes: 20_000_000,
  covers: { providers: ['openrouter'] },
  async *pages(_region, io) {
    const feed = await io.get('/api/v1/models')
    if (feed !== undefined) yield { body: await feed.text(), at: feed.at }
  },
  rows({ body }: Page) {
    const json = pageJson(list, body)
    if (json.is === 'new-shape') return json
    return { is: 'rows', rows: json.value.data.map(rowOf).filter((row) => row !== undefined) }
  },
}

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'a price per token becomes one per million; a router without a price of its own and a free model make no row',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: JSON.stringify({
        data: [
          {
            id: 'openai/gpt-4o',
            context_length: 128000,
            pricing: { prompt: '0.0000025', completion: '0.00001', input_cache_read: '0.00000125', request: '0' },
            top_provider: { max_completion_tokens: 16384 },
          },
          { id: 'openrouter/auto', context_length: 2000000, pricing: { prompt: '-1', completion: '-1' } },
          { id: 'some/model:free', context_length: 8192, pricing: { prompt: '0', completion: '0' } },
        ],
      }),
    },
    makes: {
      is: 'rows',
      rows: [
        {
          is: 'model',
          provider: 'openrouter',
          id: 'openai/gpt-4o',
          rates: { input: 2.5, output: 10, 'cache-read': 1.25 },
          context: 128000,
          maxOutput: 16384,
        },
      ],
    },
  },
  {
    name: 'a list without prices is of a new shape',
    page: { at: '2026-11-20T06:00:00.000Z', body: '{"data":[{"id":"openai/gpt-4o","cost":{}}]}' },
    makes: { is: 'new-shape', what: 'data.0.pricing' },
  },
]
