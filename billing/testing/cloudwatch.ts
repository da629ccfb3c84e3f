// A model of Amazon Bedrock's as CloudWatch counts it: metrics on two pages, of which two are the model's own.
import { recordIn } from '../json.ts'
import type { Heard, Said } from './fake.ts'

export const model = 'eu.amazon.nova-lite-v1:0'
const seconds = (day: string) => Date.parse(day) / 1000

const metric = (MetricName: string, ...dimensions: readonly (readonly [string, string])[]) => ({
  Namespace: 'AWS/Bedrock',
  MetricName,
  Dimensions: dimensions.map(([Name, Value]) => ({ Name, Value })),
})
const own = ['ModelId', model] as const

export function cloudWatch({ headers, body }: Heard): Said {
  if (String(headers['x-amz-target']).endsWith('.ListMetrics'))
    return recordIn(body).NextToken === 'a&b'
      ? {
          body: {
            Metrics: [metric('OutputTokenCount', own), metric('OutputTokenCount', own, ['ServiceTier', 'flex'])],
          },
        }
      : { body: { Metrics: [metric('InputTokenCount', own), metric('InvocationLatency', own)], NextToken: 'a&b' } }
  const counted = (Id: string, value: number, StatusCode: string) => ({
    Id,
    Label: 'x',
    Timestamps: [seconds('2026-11-18')],
    Values: [value],
    StatusCode,
  })
  return { body: { MetricDataResults: [counted('m0', 1200.5, 'Complete'), counted('m1', 90, 'PartialData')] } }
}
