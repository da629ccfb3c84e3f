// https://models.dev: kept by hand and by people other than the price list's. It only votes: its figures stand beside a price that
// differs from them, and never are one.
import * as z from 'zod/mini'
import type { Provider } from '../../types.ts'
import type { RateId } from '../book.ts'
import { pageJson } from '../page-json.ts'
import type { ModelRateRow, Page, PriceSource, PriceSourceExample } from '../source.ts'

/** USD per million tokens. */
const usd = z.optional(z.number())

const list = z.record(
  z.string(),
  z.object({
    models: z.record(
      z.string(),
      z.object({
        cost: z.optional(z.object({ input: z.number(), output: z.number(), cache_read: usd, cache_write: usd })),
        modalities: z.optional(z.object({ output: z.array(z.string()) })),
      }),
    ),
  }),
)

type Listed = z.infer<typeof list>[string]['models'][string]

/** OpenRouter is left out: the figures are that service's own. */
const sellers: Readonly<Record<string, Provider>> = {
  openai: 'openai',
  azure: 'azure-openai',
  anthropic: 'anthropic',
  'amazon-bedrock': 'bedrock',
  google: 'google',
  'google-vertex': 'vertex',
  'google-vertex-anthropic': 'vertex',
  mistral: 'mistral',
  groq: 'groq',
  togetherai: 'together',
  'fireworks-ai': 'fireworks',
  cohere: 'cohere',
  deepseek: 'deepseek',
  xai: 'xai',
  perplexity: 'perplexity',
}

const fields: readonly (readonly [RateId, keyof NonNullable<Listed['cost']>])[] = [
  ['input', 'input'],
  ['output', 'output'],
  ['cache-read', 'cache_read'],
  ['cache-write', 'cache_write'],
]

/** On Bedrock it repeats the global price for most regional profiles, and for Claude without a profile: there it has no vote. */
const hasVote = (provider: Provider, id: string) =>
  provider !== 'bedrock' || !id.includes('anthropic.') || id.startsWith('global.')

/** Tokens of images and sound have one field with those of text: which of them is meant is not said. */
const isText = ({ modalities }: Listed) =>
  modalities === undefined || modalities.output.every((kind) => kind === 'text')

function rowOf(provider: Provider, id: string, model: Listed): ModelRateRow | undefined {
  const { cost } = model
  if (cost === undefined || !hasVote(provider, id) || !isText(model)) return undefined
  const rates: Partial<Record<RateId, number>> = {}
  for (const [rate, field] of fields) {
    const value = cost[field]
    // Cached prices on Azure are rounded to cents there. 0 beside a price means that there is no such thing to buy.
    if (value !== undefined && value !== 0 && !(provider === 'azure-openai' && rate === 'cache-read'))
      rates[rate] = value
  }
  return rates.input === undefined ? undefined : { is: 'model', provider, id, rates }
}

export const source: PriceSource = {
  id: 'models-dev',
  name: 'models.dev',
  base: 'https://models.dev',
  hosts: ['models.dev'],
  licence: 'MIT',
  byRegion: false,
  maxBytes: 20_000_000,
  covers: {},
  async *pages(_region, io) {
    const feed = await io.get('/api.json')
    if (feed !== undefined) yield { body: await feed.text(), at: feed.at }
  },
  rows({ body }: Page) {
    const json = pageJson(list, body)
    if (json.is === 'new-shape') return json
    const rows = Object.entries(json.value).flatMap(([seller, { models }]) => {
      const provider = Object.hasOwn(sellers, seller) ? sellers[seller] : undefined
      return provider === undefined ? [] : Object.entries(models).map(([id, model]) => rowOf(provider, id, model))
    })
    return { is: 'rows', rows: rows.filter((row) => row !== undefined) }
  },
}

const page = (body: unknown): Page => ({ at: '2026-11-20T06:00:00.000Z', body: JSON.stringify(body) })

const text = { input: ['text'], output: ['text'] }

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'the figures of a seller we know, per million as they stand; of others none',
    page: page({
      xai: {
        id: 'xai',
        env: ['XAI_API_KEY'],
        models: {
          'grok-9': { id: 'grok-9', cost: { input: 1.25, output: 2.5, cache_read: 0.2 }, modalities: text },
          'grok-free': { id: 'grok-free', cost: { input: 0, output: 0 }, modalities: text },
          'grok-unpriced': { id: 'grok-unpriced', modalities: text },
        },
      },
      openrouter: { id: 'openrouter', models: { 'x-ai/grok-9': { cost: { input: 1.25, output: 2.5 } } } },
    }),
    makes: {
      is: 'rows',
      rows: [{ is: 'model', provider: 'xai', id: 'grok-9', rates: { input: 1.25, output: 2.5, 'cache-read': 0.2 } }],
    },
  },
  {
    name: 'no vote on regional profiles, on cached prices of Azure and on models that make images',
    page: page({
      'amazon-bedrock': {
        models: {
          'us.anthropic.claude-haiku-4-5-20251001-v1:0': { cost: { input: 1, output: 5 } },
          'global.anthropic.claude-haiku-4-5-20251001-v1:0': { cost: { input: 1, output: 5 } },
        },
      },
      azure: { models: { 'gpt-5-mini': { cost: { input: 0.25, output: 2, cache_read: 0.03 } } } },
      google: {
        models: {
          'gemini-2.5-flash-image': { cost: { input: 0.3, output: 30 }, modalities: { output: ['text', 'image'] } },
        },
      },
    }),
    makes: {
      is: 'rows',
      rows: [
        {
          is: 'model',
          provider: 'bedrock',
          id: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
          rates: { input: 1, output: 5 },
        },
        { is: 'model', provider: 'azure-openai', id: 'gpt-5-mini', rates: { input: 0.25, output: 2 } },
      ],
    },
  },
  {
    name: 'a price that is text is a new shape',
    page: page({ xai: { models: { 'grok-9': { cost: { input: '1.25', output: 2.5 } } } } }),
    makes: { is: 'new-shape', what: 'xai.models.grok-9.cost.input' },
  },
]
