// What Bedrock counts within minutes, while the bill takes a day: https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html,
// read by https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html.

import { isRecord } from '../../core/record.ts'
import { awsMeaning, hostOf, keyFields, operation, policy, regionField, signedFor } from '../aws/ask.ts'
import { numberIn, recordIn, textIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import type { Fetched, Page, Range, SourceIo } from '../source.ts'
import type { ModelUse, SignalExample, SignalSource } from './signal.ts'

type Count = 'requests' | 'input' | 'output' | 'cacheRead' | 'cacheWrite'

/** The two counts of the cache are named in two ways, by the age of the page. */
function countOf(metric: string): Count | undefined {
  if (metric === 'Invocations') return 'requests'
  if (metric === 'InputTokenCount') return 'input'
  if (metric === 'OutputTokenCount') return 'output'
  const [, kind] = /^Cache(Read|Write)InputToken(?:s|Count)$/.exec(metric) ?? []
  return kind === undefined ? undefined : kind === 'Read' ? 'cacheRead' : 'cacheWrite'
}

interface Metric {
  readonly name: string
  readonly model: string
}

const Namespace = 'AWS/Bedrock'
const perRequest = 500
const seconds = (day: string) => Date.parse(day) / 1000

async function* pages({ since, until }: Range, io: SourceIo): AsyncIterable<Fetched> {
  const metrics: Metric[] = []
  for await (const page of following(io, 'ListMetrics', 'Metrics', { Namespace })) {
    if (page.is === 'failed') return yield page
    metrics.push(...listIn(page.body, 'Metrics')!.flatMap(metricOf))
  }
  metrics.sort((a, b) => (a.model < b.model ? -1 : 1))
  const days = { StartTime: seconds(since), EndTime: seconds(until), ScanBy: 'TimestampAscending' }
  for (let from = 0; from < metrics.length; from += perRequest) {
    const part = metrics.slice(from, from + perRequest)
    const MetricDataQueries = part.map(({ name: MetricName, model: Value }, i) => ({
      Id: `m${i}`,
      MetricStat: {
        Metric: { Namespace, MetricName, Dimensions: [{ Name: 'ModelId', Value }] },
        Period: 86_400,
        Stat: 'Sum',
      },
    }))
    const names = Object.fromEntries(part.map(({ name, model }, i) => [`m${i}`, `${name} ${model}`]))
    for await (const page of following(io, 'GetMetricData', 'MetricDataResults', { ...days, MetricDataQueries }))
      yield page.is === 'page' ? { ...page, names, about: io.settings.region } : page
  }
}

async function* following(io: SourceIo, action: string, list: string, asked: object): AsyncIterable<Fetched> {
  const ask = (NextToken: string | undefined) =>
    operation(
      `GraniteServiceVersion20100801.${action}`,
      { ...asked, ...(NextToken === undefined ? {} : { NextToken }) },
      '1.0',
    )
  for await (const got of followedPages('Amazon CloudWatch', io, ask, (body) => textIn(recordIn(body).NextToken))) {
    if (got.is === 'page' && listIn(got.body, list) === undefined) {
      const message = 'Amazon CloudWatch sent an answer that cannot be read: nothing was loaded.'
      return yield { is: 'failed', failure: { kind: 'answer', message } }
    }
    yield got
  }
}

/** Undefined where the answer is another one; an empty list may be left out. */
function listIn(body: unknown, list: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  const { [list]: found, ...rest } = recordIn(body)
  if (Array.isArray(found)) return (found as unknown[]).filter(isRecord)
  return isRecord(body) && found === undefined && Object.keys(rest).length === 0 ? [] : undefined
}

/** One of a model, and of nothing else besides: others count the same tokens again. */
function metricOf({ MetricName, Dimensions }: Readonly<Record<string, unknown>>): Metric[] {
  const dimensions = Array.isArray(Dimensions) ? (Dimensions as unknown[]).map(recordIn) : []
  const [name, model] = [textIn(MetricName), textIn(dimensions[0]?.Value)]
  const isOfModel = dimensions.length === 1 && dimensions[0]!.Name === 'ModelId'
  return name !== undefined && countOf(name) && isOfModel && model ? [{ name, model }] : []
}

function signals({ body, at, names = {}, about = '' }: Page) {
  const results = listIn(body, 'MetricDataResults') ?? []
  const uses = new Map<string, ModelUse>()
  for (const { Id, Timestamps, Values } of results) {
    const [metric = '', model = ''] = (names[String(Id)] ?? '').split(/ (.*)/)
    const count = countOf(metric)
    if (!count || !Array.isArray(Timestamps) || !Array.isArray(Values)) continue
    for (const [k, time] of (Timestamps as unknown[]).entries()) {
      const [start, quantity] = [numberIn(time), numberIn(Values[k])]
      if (start === undefined || quantity === undefined) continue
      const day = new Date(start * 1000).toISOString().slice(0, 10)
      const key = `${day} ${model}`
      const before = uses.get(key) ?? {
        is: 'use',
        source: 'aws-bedrock-metrics',
        at,
        day,
        provider: 'bedrock',
        model,
        region: about,
      }
      uses.set(key, { ...before, [count]: quantity })
    }
  }
  const problems = results.every(({ StatusCode }) => StatusCode === 'Complete')
    ? []
    : ['Amazon CloudWatch says that some of its counts are not whole: the uses may be too low.']
  return { signals: [...uses.values()], problems }
}

export const signalSource: SignalSource = {
  id: 'aws-bedrock-metrics',
  with: 'aws-cost-explorer',
  tells: 'use',
  name: 'Amazon CloudWatch',
  reads: 'Amazon Bedrock’s counts of tokens and requests, from CloudWatch',
  baseFor: ({ region }) => hostOf('monitoring', region),
  needs: {
    fields: [...keyFields, regionField],
    scope: 'cloudwatch:ListMetrics and cloudwatch:GetMetricData',
    grant: policy({ Action: ['cloudwatch:ListMetrics', 'cloudwatch:GetMetricData'], Resource: '*' }),
    link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/permissions-reference-cw.html',
    signIns: [{ with: 'aws' }],
  },
  asking: 'each metric that CloudWatch is asked for',
  freshness: 'minutes; models that were not used for two weeks are not listed',
  headers: signedFor('monitoring'),
  meaning: awsMeaning,
  pages,
  signals,
}

const result = (Id: string, ...points: readonly (readonly [string, number])[]) => ({
  Id,
  Label: 'x',
  Timestamps: points.map(([day]) => seconds(day)),
  Values: points.map(([, value]) => value),
  StatusCode: 'Complete',
})

const nova = 'eu.amazon.nova-lite-v1:0'
const use = {
  is: 'use',
  source: 'aws-bedrock-metrics',
  at: '2026-11-20T08:00:00.000Z',
  provider: 'bedrock',
  model: nova,
  region: 'eu-central-1',
} as const

export const examples: readonly SignalExample[] = [
  {
    name: 'counts of a model by day; a day without a count of one kind has none',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      about: 'eu-central-1',
      names: {
        m0: `InputTokenCount ${nova}`,
        m1: `OutputTokenCount ${nova}`,
        m2: `Invocations ${nova}`,
        m3: `CacheReadInputTokens ${nova}`,
      },
      body: {
        MetricDataResults: [
          result('m0', ['2026-11-18', 1200], ['2026-11-19', 300]),
          result('m1', ['2026-11-18', 90]),
          result('m2', ['2026-11-18', 4], ['2026-11-19', 1]),
          result('m3'),
        ],
      },
    },
    signals: [
      { ...use, day: '2026-11-18', input: 1200, output: 90, requests: 4 },
      { ...use, day: '2026-11-19', input: 300, requests: 1 },
    ],
  },
]
