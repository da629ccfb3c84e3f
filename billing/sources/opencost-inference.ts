// https://llm-d.ai/docs/dev/operations/observability/inference-cost and OpenCost's own page of inference cost tracking: what the models served on
// one's own machines cost, by tokens in and out. It is the same money as the allocation of their pods, divided by model: never added to it.

import { isRecord } from '../../core/record.ts'
import type { SpendRow } from '../focus.ts'
import { instantIn, numberIn, recordIn, textIn } from '../json.ts'
import { clusterFields, clusterHeaders, inCurrency, windowOf } from '../kubernetes.ts'
import { modelCharge } from '../model-charge.ts'
import { windows } from '../range.ts'
import type { BillingSource, Fetched, Mapped, Page, Range, Scope, SourceExample, SourceIo } from '../source.ts'

async function* pages(range: Range, io: SourceIo, { projects = [] }: Scope): AsyncIterable<Fetched> {
  for (const part of windows(range, 7))
    for (const namespace of projects.length > 0 ? projects : [undefined]) {
      const got = await io.ask({
        path: '/inferenceCost/timeseries',
        query: [
          ['window', windowOf(part)],
          ['accumulate', 'day'],
          ['aggregate', 'model_name,namespace'],
          // What the machines cost that are held for the model, idle ones too: this adds up to the bill, use alone does not.
          ['costBasis', 'allocation'],
          ...(namespace === undefined ? [] : [['filter', `namespace:${namespace}`] as const]),
        ],
      })
      yield inCurrency(got, io)
      if (got.is === 'failed') return
    }
}

type Json = Readonly<Record<string, unknown>>
type Made = readonly SpendRow[] | string

function rowsOf(item: Json, window: Json, currency: string, at: string): Made {
  const properties = recordIn(item.properties)
  const model = textIn(properties.modelName)
  const [start, end] = [instantIn(window.start), instantIn(window.end)]
  const sides = [
    { meter: 'Input Tokens', cost: numberIn(item.inputCost), tokens: numberIn(item.promptTokens) },
    { meter: 'Output Tokens', cost: numberIn(item.outputCost), tokens: numberIn(item.generationTokens) },
  ]
  if (!start || !end) return 'no readable time'
  const used = sides.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0)
  // Tokens without a method: the pods carry no label of the model, and no cost was found for it.
  if (used > 0 && !textIn(item.allocationMethod))
    return `OpenCost could not join its tokens with the cost of its pods: they need the label of the model`
  if (sides.some(({ cost }) => cost === undefined)) return 'no readable cost'
  const namespace = textIn(properties.namespace)
  return sides.map(({ meter, cost, tokens }) => ({
    ServiceProviderName: 'OpenCost',
    ServiceName: 'Inference on own machines',
    ...modelCharge(start, end),
    BillingCurrency: currency,
    BilledCost: cost!,
    EffectiveCost: cost!,
    SkuMeter: meter,
    ...(tokens === undefined ? {} : { ConsumedQuantity: tokens, ConsumedUnit: 'Tokens' }),
    ...(model ? { x_ModelId: model } : {}),
    ...(namespace ? { SubAccountId: namespace, SubAccountType: 'Namespace' } : {}),
    x_Source: 'opencost-inference',
    x_Grade: 'allocated' as const,
    x_Estimated: Date.parse(end) > Date.parse(at),
    x_FetchedAt: at,
  }))
}

function rows({ body, at, about }: Page): Mapped {
  const sets = recordIn(recordIn(body).data).inferenceCostSets
  if (!Array.isArray(sets)) return { rows: [], problems: ['OpenCost sent an answer without inference costs.'] }
  const made: SpendRow[] = []
  const problems: string[] = []
  for (const set of (sets as unknown[]).map(recordIn))
    for (const [name, item] of Object.entries(recordIn(set.inferenceCosts))) {
      const found = isRecord(item)
        ? rowsOf(item, recordIn(item.window ?? set.window), about ?? 'USD', at)
        : 'no readable cost'
      if (typeof found === 'string') problems.push(`OpenCost, ${name}: ${found}; it is not in the totals.`)
      else made.push(...found)
    }
  return { rows: made, problems }
}

export const source: BillingSource = {
  id: 'opencost-inference',
  name: 'OpenCost inference',
  reads: 'OpenCost inference cost: the models on a cluster’s own GPUs, by tokens in and out',
  needs: {
    fields: clusterFields('OPENCOST'),
    scope: 'the address of its API, port 9003, started with INFERENCE_COST_ENABLED=true; it asks for no key',
    link: 'https://llm-d.ai/docs/dev/operations/observability/inference-cost',
  },
  limits: 'none of its own; a week is asked for at a time',
  freshness: 'as fast as its Prometheus looks at vLLM and the machines; the current day grows',
  narrows: { projects: 'namespaces' },
  headers: clusterHeaders,
  pages,
  rows,
}

const window = { start: '2026-11-17T00:00:00Z', end: '2026-11-18T00:00:00Z' }

export const examples: readonly SourceExample[] = [
  {
    name: 'a model’s tokens in and out with their share of the machines; a model whose pods have no label is told',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      about: 'USD',
      body: {
        data: {
          inferenceCostSets: [
            {
              inferenceCosts: {
                'Qwen3-32B:serving': {
                  properties: { modelName: 'Qwen3-32B', namespace: 'serving' },
                  window,
                  costBasis: 'allocation',
                  totalCost: 42.5,
                  promptTokens: 12_000_000,
                  generationTokens: 3_000_000,
                  totalTokens: 15_000_000,
                  inputCost: 28.25,
                  outputCost: 14.25,
                  allocationMethod: 'compute_time',
                },
                'Unlabelled:serving': {
                  properties: { modelName: 'Unlabelled', namespace: 'serving' },
                  window,
                  costBasis: 'allocation',
                  totalCost: 0,
                  promptTokens: 1000,
                  generationTokens: 10,
                  totalTokens: 1010,
                  inputCost: 0,
                  outputCost: 0,
                  allocationMethod: '',
                },
              },
              window,
            },
          ],
          window,
        },
      },
    },
    rows: [
      { BilledCost: 28.25, EffectiveCost: 28.25, SkuMeter: 'Input Tokens', ConsumedQuantity: 12_000_000 },
      { BilledCost: 14.25, EffectiveCost: 14.25, SkuMeter: 'Output Tokens', ConsumedQuantity: 3_000_000 },
    ].map((own) => ({
      ServiceProviderName: 'OpenCost',
      ServiceName: 'Inference on own machines',
      ServiceCategory: 'AI and Machine Learning',
      ServiceSubcategory: 'Generative AI',
      ChargeCategory: 'Usage',
      ChargeFrequency: 'Usage-Based',
      ChargePeriodStart: '2026-11-17T00:00:00.000Z',
      ChargePeriodEnd: '2026-11-18T00:00:00.000Z',
      BillingPeriodStart: '2026-11-01T00:00:00.000Z',
      BillingPeriodEnd: '2026-12-01T00:00:00.000Z',
      BillingCurrency: 'USD',
      ConsumedUnit: 'Tokens',
      x_ModelId: 'Qwen3-32B',
      SubAccountId: 'serving',
      SubAccountType: 'Namespace',
      x_Source: 'opencost-inference',
      x_Grade: 'allocated',
      x_Estimated: false,
      x_FetchedAt: '2026-11-20T08:00:00.000Z',
      ...own,
    })),
    problems: [
      'OpenCost, Unlabelled:serving: OpenCost could not join its tokens with the cost of its pods: they need the label of the model; it is not in the totals.',
    ],
  },
]
