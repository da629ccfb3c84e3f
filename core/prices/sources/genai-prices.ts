// https://github.com/pydantic/genai-prices: the feed its own packages update themselves from
import * as z from 'zod/mini'
import type { Provider } from '../../types.ts'
import { type GenaiPrices, genaiPrices, tokenRates, unitCells } from '../genai-rates.ts'
import { outdated } from '../outdated.ts'
import { pageJson } from '../page-json.ts'
import type { ModelRateRow, Page, PriceSource, PriceSourceExample } from '../source.ts'

const conditional = z.object({
  constraint: z.optional(
    z.object({
      start_date: z.optional(z.string()),
      start_time: z.optional(z.string()),
      end_time: z.optional(z.string()),
    }),
  ),
  prices: genaiPrices,
})
const feed = z.array(
  z.object({
    id: z.string(),
    models: z.array(
      z.object({
        id: z.string(),
        match: z.unknown(),
        context_window: z.optional(z.number()),
        prices: z.union([z.array(conditional), genaiPrices]),
      }),
    ),
  }),
)

type Model = z.infer<typeof feed>[number]['models'][number]

const sellers: Readonly<Record<string, readonly Provider[]>> = {
  openai: ['openai'],
  azure: ['azure-openai'],
  anthropic: ['anthropic'],
  aws: ['bedrock'],
  google: ['google', 'vertex'],
  mistral: ['mistral'],
  groq: ['groq'],
  together: ['together'],
  fireworks: ['fireworks'],
  cohere: ['cohere'],
  deepseek: ['deepseek'],
  'x-ai': ['xai'],
  perplexity: ['perplexity'],
}

/** The price of that day, at hours without a discount of their own. */
function current(model: Model, today: string): { readonly prices: GenaiPrices; readonly weak?: string } {
  if (!Array.isArray(model.prices)) return { prices: model.prices }
  const byHour = model.prices.some(({ constraint }) => constraint?.start_time !== undefined)
  const held = model.prices.filter(
    ({ constraint }) =>
      constraint === undefined ||
      (constraint.start_time === undefined && constraint.start_date !== undefined && constraint.start_date <= today),
  )
  return { prices: held.at(-1)?.prices ?? {}, ...(byHour ? { weak: 'the price differs by the hour of the day' } : {}) }
}

/** Every text a match compares with whole or at the start: taken as exact ids, never as prefixes. */
function matched(match: unknown): string[] {
  if (Array.isArray(match)) return match.flatMap(matched)
  if (typeof match !== 'object' || match === null) return []
  return Object.entries(match).flatMap(([kind, value]) => {
    if (kind === 'equals' || kind === 'starts_with') return typeof value === 'string' ? [value] : []
    return kind === 'or' || kind === 'and' ? matched(value) : []
  })
}

/** Every text of a match, whatever it is compared with. */
function texts(match: unknown): string[] {
  if (typeof match === 'string') return [match]
  return typeof match === 'object' && match !== null ? Object.values(match).flatMap(texts) : []
}

/** Texts that are ids of Bedrock's API as they stand, but for the version at their end. */
const bedrockForm = /^((us|eu|apac|jp|au|in|us-gov|global)\.)?(anthropic|openai)\./
const withVersions = (id: string) => (id.endsWith('-v1') ? [id, `${id}:0`] : [id])

/**
 * The ids a row is of, its own first. Fireworks' API takes a path. A row of Bedrock stands for its profiles (`regional.…`): which ids
 * of the API those are is in the snapshot, beside the name the list has for them.
 */
function idsOf(provider: Provider, { id, match }: Model): readonly string[] {
  if (provider === 'bedrock')
    return [
      id,
      ...texts(match)
        .filter((text) => bedrockForm.test(text))
        .flatMap(withVersions),
    ]
  const ids = [id, ...matched(match)]
  const path = provider === 'fireworks' ? ids.find((each) => each.startsWith('accounts/')) : undefined
  return path === undefined ? ids : [path, ...ids]
}

function rowOf(provider: Provider, model: Model, today: string): ModelRateRow | undefined {
  const { prices: listed, weak } = current(model, today)
  const rates = tokenRates(listed)
  // 0 is how the list says that it does not know
  const priced = Object.values(rates).some((cells) => (typeof cells === 'number' ? cells : cells[0]) !== 0)
  const [id, ...others] = idsOf(provider, model)
  const stale = outdated[provider] ?? []
  const units = unitCells(listed, 0)
  if ((!priced && units.length === 0) || stale.includes(id!)) return undefined
  const isStale = (other: string) => stale.some((each) => each === other || each.startsWith(`${other}-v`))
  const also = [...new Set(others)].filter((other) => other !== id && !isStale(other))
  return {
    is: 'model',
    provider,
    id: id!,
    ...(also.length > 0 ? { also } : {}),
    rates: priced ? rates : {},
    ...(units.length > 0 ? { units } : {}),
    ...(model.context_window === undefined ? {} : { context: model.context_window }),
    ...(weak === undefined ? {} : { weak }),
  }
}

export const source: PriceSource = {
  id: 'genai-prices',
  name: 'genai-prices',
  base: 'https://raw.githubusercontent.com',
  hosts: ['raw.githubusercontent.com'],
  licence: 'MIT',
  byRegion: false,
  maxBytes: 20_000_000,
  covers: { providers: Object.values(sellers).flat() },
  async *pages(_region, io) {
    const answer = await io.get('/pydantic/genai-prices/main/prices/new_data/v2/data.json')
    if (answer !== undefined) yield { body: await answer.text(), at: answer.at }
  },
  rows({ body, at }: Page) {
    const json = pageJson(feed, body)
    if (json.is === 'new-shape') return json
    const rows = json.value.flatMap(({ id, models }) =>
      (Object.hasOwn(sellers, id) ? sellers[id]! : []).flatMap((provider) =>
        models.map((model) => rowOf(provider, model, at.slice(0, 10))).filter((row) => row !== undefined),
      ),
    )
    return { is: 'rows', rows }
  },
}

const page = (models: readonly object[], seller = 'openai'): Page => ({
  at: '2026-11-20T06:00:00.000Z',
  body: JSON.stringify([{ id: seller, name: seller, api_pattern: 'https://api', models }]),
})

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'a price with a tier for long input, under every id it is listed for',
    page: page([
      {
        id: 'gpt-5.4',
        match: { or: [{ equals: 'gpt-5.4' }, { equals: 'gpt-5-4' }, { contains: 'gpt-5.4-turbo' }] },
        context_window: 1050000,
        prices: {
          input_mtok: { base: 2.5, tiers: [{ start: 271999, price: 5 }] },
          output_mtok: 15,
          web_searches_kcount: 10,
        },
      },
    ]),
    makes: {
      is: 'rows',
      rows: [
        {
          is: 'model',
          provider: 'openai',
          id: 'gpt-5.4',
          also: ['gpt-5-4'],
          rates: { input: [2.5, 271999, 5], output: 15 },
          units: [['web-search', 10, 0]],
          context: 1050000,
        },
      ],
    },
  },
  {
    name: 'of several prices the one of that day, not one that is announced',
    page: page(
      [
        {
          id: 'grok-9',
          match: { equals: 'grok-9' },
          prices: [
            { prices: { input_mtok: 5 } },
            { constraint: { start_date: '2026-03-13' }, prices: { input_mtok: 3 } },
            { constraint: { start_date: '2027-01-01' }, prices: { input_mtok: 9 } },
          ],
        },
      ],
      'x-ai',
    ),
    makes: { is: 'rows', rows: [{ is: 'model', provider: 'xai', id: 'grok-9', rates: { input: 3 } }] },
  },
  {
    name: 'a price of 0 is none, and a row known to be out of date is left to the snapshot',
    page: page(
      [
        { id: 'open-model', match: { equals: 'open-model' }, prices: { input_mtok: 0, output_mtok: 0 } },
        { id: 'mistral-large', match: { equals: 'mistral-large' }, prices: { input_mtok: 2, output_mtok: 6 } },
      ],
      'mistral',
    ),
    makes: { is: 'rows', rows: [] },
  },
  {
    name: 'Fireworks by the path its API takes; Bedrock by the name of the list and the ids that stand in its match',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: JSON.stringify([
        {
          id: 'fireworks',
          models: [
            {
              id: 'glm-9',
              match: { equals: 'accounts/fireworks/models/glm-9' },
              prices: { input_mtok: 1, output_mtok: 4 },
            },
          ],
        },
        {
          id: 'aws',
          models: [
            {
              id: 'regional.anthropic.claude-sonnet-9-v1:0',
              match: {
                or: [
                  { starts_with: 'anthropic.claude-sonnet-9-v1' },
                  { starts_with: 'claude-sonnet-9' },
                  { contains: 'us.anthropic.claude-sonnet-9' },
                ],
              },
              prices: { input_mtok: 3.3, output_mtok: 16.5 },
            },
          ],
        },
      ]),
    },
    makes: {
      is: 'rows',
      rows: [
        {
          is: 'model',
          provider: 'fireworks',
          id: 'accounts/fireworks/models/glm-9',
          also: ['glm-9'],
          rates: { input: 1, output: 4 },
        },
        {
          is: 'model',
          provider: 'bedrock',
          id: 'regional.anthropic.claude-sonnet-9-v1:0',
          also: ['anthropic.claude-sonnet-9-v1', 'anthropic.claude-sonnet-9-v1:0', 'us.anthropic.claude-sonnet-9'],
          rates: { input: 3.3, output: 16.5 },
        },
      ],
    },
  },
  {
    name: 'what is billed by the hour of sound, by our second',
    page: page([{ id: 'whisper-1', match: { equals: 'whisper-1' }, prices: { input_audio_hours: 0.36 } }]),
    makes: {
      is: 'rows',
      rows: [{ is: 'model', provider: 'openai', id: 'whisper-1', rates: {}, units: [['input-second', 0.0001, 0]] }],
    },
  },
  {
    name: 'models that are no longer a list are a new shape',
    page: { at: '2026-11-20T06:00:00.000Z', body: '[{"id":"openai","models":{}}]' },
    makes: { is: 'new-shape', what: '0.models' },
  },
]
