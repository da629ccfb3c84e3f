// What Bedrock counts within minutes, while the bill takes a day: https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html,
// read by https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html.
import { awsMeaning, hostOf, keyFields, policy, regionField, signedFor } from '../aws/ask.ts'
import { decimalIn } from '../json.ts'
import type { Ask, Fetched, Page, Range, SourceIo } from '../source.ts'
import { elements, textOf } from '../xml.ts'
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

/** AWS's query protocol: lists are numbered. */
const operation = (Action: string, parameters: readonly (readonly [string, string])[]): Ask => ({
  path: '/',
  query: [['Action', Action], ['Version', '2010-08-01'], ...parameters],
  answer: 'text',
})

const perRequest = 500

async function* pages({ since, until }: Range, io: SourceIo): AsyncIterable<Fetched> {
  const metrics: Metric[] = []
  for await (const page of following(io, 'ListMetrics', [['Namespace', 'AWS/Bedrock']])) {
    if (page.is === 'failed') return yield page
    metrics.push(...metricsIn(String(page.body)))
  }
  metrics.sort((a, b) => (a.model < b.model ? -1 : 1))
  for (let from = 0; from < metrics.length; from += perRequest) {
    const part = metrics.slice(from, from + perRequest)
    const asked = part.flatMap(({ name, model }, i) => {
      const at = `MetricDataQueries.member.${i + 1}`
      const metric = `${at}.MetricStat.Metric`
      return [
        [`${at}.Id`, `m${i}`],
        [`${metric}.Namespace`, 'AWS/Bedrock'],
        [`${metric}.MetricName`, name],
        [`${metric}.Dimensions.member.1.Name`, 'ModelId'],
        [`${metric}.Dimensions.member.1.Value`, model],
        [`${at}.MetricStat.Period`, '86400'],
        [`${at}.MetricStat.Stat`, 'Sum'],
      ] as const
    })
    const days = [
      ['StartTime', `${since}T00:00:00Z`],
      ['EndTime', `${until}T00:00:00Z`],
      ['ScanBy', 'TimestampAscending'],
    ] as const
    const names = Object.fromEntries(part.map(({ name, model }, i) => [`m${i}`, `${name} ${model}`]))
    for await (const page of following(io, 'GetMetricData', [...days, ...asked]))
      yield page.is === 'page' ? { ...page, names, about: io.settings.region } : page
  }
}

async function* following(
  io: SourceIo,
  action: string,
  parameters: readonly (readonly [string, string])[],
): AsyncIterable<Fetched> {
  const seen = new Set<string>()
  for (let token: string | undefined; ; ) {
    const got = await io.ask(
      operation(action, token === undefined ? parameters : [...parameters, ['NextToken', token]]),
    )
    if (got.is === 'page' && !String(got.body).includes(`</${action}Response>`)) {
      const message = 'Amazon CloudWatch sent an answer that cannot be read: nothing was loaded.'
      return yield { is: 'failed', failure: { kind: 'answer', message } }
    }
    yield got
    token = got.is === 'page' ? textOf(String(got.body), 'NextToken') : undefined
    if (token === undefined || seen.has(token)) return
    seen.add(token)
  }
}

/** Those of one model, and of nothing else besides: others count the same tokens again. */
function metricsIn(xml: string): Metric[] {
  return elements(xml, 'Dimensions').flatMap((dimensions, i) => {
    const name = elements(xml, 'MetricName')[i]
    const model = textOf(dimensions, 'Value')
    const isOfModel = elements(dimensions, 'Name').join() === 'ModelId'
    return name !== undefined && countOf(name) && isOfModel && model ? [{ name, model }] : []
  })
}

function signals({ body, at, names = {}, about = '' }: Page) {
  const xml = String(body).replaceAll(/<(Timestamps|Values)\s*\/>/g, '<$1></$1>')
  const [ids, times, values] = ['Id', 'Timestamps', 'Values'].map((name) => elements(xml, name))
  const uses = new Map<string, ModelUse>()
  for (const [i, id] of (ids ?? []).entries()) {
    const [metric = '', model = ''] = (names[id] ?? '').split(/ (.*)/)
    const count = countOf(metric)
    if (!count) continue
    const counted = elements(values?.[i] ?? '', 'member')
    for (const [k, time] of elements(times?.[i] ?? '', 'member').entries()) {
      const [day, quantity] = [time.slice(0, 10), decimalIn(counted[k])]
      if (quantity === undefined) continue
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
  const problems = /<StatusCode>(?!Complete)/.test(xml)
    ? ['Amazon CloudWatch says that some of its counts are not whole: the uses may be too low.']
    : []
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
  limits: 'AWS charges for each metric that is asked for',
  freshness: 'minutes; models that were not used for two weeks are not listed',
  headers: signedFor('monitoring'),
  meaning: awsMeaning,
  pages,
  signals,
}

const result = (id: string, ...points: readonly (readonly [string, number])[]) =>
  `<member><Timestamps>${points.map(([day]) => `<member>${day}T00:00:00Z</member>`).join('')}</Timestamps><StatusCode>Complete</StatusCode><Values>${points.map(([, value]) => `<member>${value.toFixed(1)}</member>`).join('')}</Values><Id>${id}</Id><Label>x</Label></member>`

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
      body: `<GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult><MetricDataResults>${[
        result('m0', ['2026-11-18', 1200], ['2026-11-19', 300]),
        result('m1', ['2026-11-18', 90]),
        result('m2', ['2026-11-18', 4], ['2026-11-19', 1]),
        '<member><Timestamps/><StatusCode>Complete</StatusCode><Values/><Id>m3</Id><Label>x</Label></member>',
      ].join('')}</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>`,
    },
    signals: [
      { ...use, day: '2026-11-18', input: 1200, output: 90, requests: 4 },
      { ...use, day: '2026-11-19', input: 300, requests: 1 },
    ],
  },
]
