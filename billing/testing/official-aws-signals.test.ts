// What AWS's services tell beside the bill: their own clients and our sources read the same of one fake.
import {
  CloudWatchClient,
  LimitExceededFault,
  paginateGetMetricData,
  paginateListMetrics,
} from '@aws-sdk/client-cloudwatch'
import {
  CostExplorerClient,
  DataUnavailableException,
  GetAnomaliesCommand,
  GetCostForecastCommand,
} from '@aws-sdk/client-cost-explorer'
import { afterEach, expect, test } from 'vitest'
import { signalSource as anomalies, examples as anomalyExamples } from '../signals/aws-anomalies.ts'
import { signalSource as metrics } from '../signals/aws-bedrock-metrics.ts'
import { signalSource as forecast, examples as forecastExamples } from '../signals/aws-forecast.ts'
import { collectSignals } from '../signals/collect.ts'
import type { SignalSource } from '../signals/signal.ts'
import { awsContract, awsRefusal, isSigned } from './aws-json.ts'
import { cloudWatch, model } from './cloudwatch.ts'
import metricContract from './contracts/aws-cloudwatch.json' with { type: 'json' }
import costContract from './contracts/aws-cost-explorer.json' with { type: 'json' }
import { type Fake, type FakeOptions, heldOutside, startFake } from './fake.ts'

let fake: Fake
afterEach(() => fake.close())

const credentials = { accessKeyId: 'AKIDNOTREAL', secretAccessKey: 'not/a/real/secret' }
const at = () => ({ endpoint: fake.base, region: 'eu-central-1', credentials, maxAttempts: 1 })
const start = async (contract: object, answer: FakeOptions['answer']) => {
  fake = await startFake({ answer, contract: awsContract(contract as Parameters<typeof awsContract>[0]) })
}
const read = (source: SignalSource) =>
  collectSignals(
    source,
    { credentials: { ...credentials, region: 'eu-central-1' }, base: fake.base },
    { since: '2026-11-18', until: '2026-11-20' },
    heldOutside(),
    new AbortController().signal,
  )
const allSigned = () =>
  fake.heard.every((request) => isSigned({ ...request, host: new URL(fake.base).host }, credentials.secretAccessKey))

test('CloudWatch: its client lists the same metrics page by page, and reads the same counts and days', async () => {
  await start(metricContract, cloudWatch)
  const client = new CloudWatchClient(at())
  const names: (string | undefined)[] = []
  for await (const { Metrics = [] } of paginateListMetrics({ client }, { Namespace: 'AWS/Bedrock' }))
    names.push(...Metrics.map(({ MetricName }) => MetricName))
  const counts: unknown[] = []
  const MetricStat = {
    Metric: {
      Namespace: 'AWS/Bedrock',
      MetricName: 'InputTokenCount',
      Dimensions: [{ Name: 'ModelId', Value: model }],
    },
    Period: 86_400,
    Stat: 'Sum',
  }
  const days = { StartTime: new Date('2026-11-18'), EndTime: new Date('2026-11-20') }
  const pages = paginateGetMetricData({ client }, { ...days, MetricDataQueries: [{ Id: 'm0', MetricStat }] })
  for await (const { MetricDataResults = [] } of pages)
    counts.push(...MetricDataResults.map(({ Timestamps, Values }) => [Timestamps?.[0]?.toISOString(), Values?.[0]]))
  expect(names).toEqual(['InputTokenCount', 'InvocationLatency', 'OutputTokenCount', 'OutputTokenCount'])
  expect(counts).toEqual([
    ['2026-11-18T00:00:00.000Z', 1200.5],
    ['2026-11-18T00:00:00.000Z', 90],
  ])
  expect(await read(metrics)).toMatchObject({ signals: [{ day: '2026-11-18', input: 1200.5, output: 90 }] })
  expect(fake.violations).toEqual([])
  expect(allSigned()).toBe(true)
})

test('CloudWatch: a limit is its client’s own error, and one to us', async () => {
  await start(metricContract, () => awsRefusal('LimitExceededFault'))
  const listed = paginateListMetrics({ client: new CloudWatchClient(at()) }, {}).next()
  await expect(listed).rejects.toBeInstanceOf(LimitExceededFault)
  expect(await read(metrics)).toMatchObject({ kind: 'rate' })
})

test('the forecast: its client reads the same amount, and the same lack of history', async () => {
  await start(costContract, () => ({ body: forecastExamples[0]!.page.body }))
  const client = new CostExplorerClient(at())
  const asked = new GetCostForecastCommand({
    TimePeriod: { Start: '2026-11-18', End: '2026-11-20' },
    Metric: 'UNBLENDED_COST',
    Granularity: 'DAILY',
    PredictionIntervalLevel: 95,
  })
  const theirs = await client.send(asked)
  const [expected] = forecastExamples[0]!.signals
  expect(expected).toMatchObject({ expected: { amount: Number(theirs.ForecastResultsByTime?.[0]?.MeanValue) } })
  expect(await read(forecast)).toMatchObject({ signals: forecastExamples[0]!.signals })
  expect(fake.heard[0]!.body).toEqual(fake.heard[1]!.body)
  expect(fake.violations).toEqual([])

  fake.faults = [awsRefusal('DataUnavailableException'), awsRefusal('DataUnavailableException')]
  await expect(client.send(asked)).rejects.toBeInstanceOf(DataUnavailableException)
  expect(await read(forecast)).toMatchObject({ message: expect.stringContaining('too little history') })
})

test('anomalies: its client reads the same impacts', async () => {
  await start(costContract, () => ({ body: anomalyExamples[0]!.page.body }))
  const theirs = await new CostExplorerClient(at()).send(
    new GetAnomaliesCommand({ DateInterval: { StartDate: '2026-11-18', EndDate: '2026-11-19' }, MaxResults: 100 }),
  )
  const impacts = theirs.Anomalies?.map(({ AnomalyId, Impact }) => [
    AnomalyId,
    Impact?.TotalImpact ?? Impact?.MaxImpact,
  ])
  expect(impacts).toEqual([
    ['a-1', 90.5],
    ['a-2', 7],
  ])
  expect(await read(anomalies)).toMatchObject({ signals: anomalyExamples[0]!.signals })
  expect(fake.heard[0]!.body).toEqual(fake.heard[1]!.body)
  expect(fake.violations).toEqual([])
})
