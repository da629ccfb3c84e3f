// https://aws.amazon.com/elasticache/pricing/
import { fact, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource } from '../../../core/resource.ts'
import type { Known, Line, Resource } from '../../../core/types.ts'
import { itemPrice, textOf } from './item-lines.ts'

const secondsPerMonth = 730 * 3_600

/** A minimum is billed whether it is used or not; what is used is billed as far as it is more. */
function meterLines(
  label: string,
  unit: string,
  least: Known<number>,
  used: Known<number>,
  make: Make,
): readonly Line[] {
  const floor = valueOf(least)
  if (floor === undefined || floor === 0) return [make(label, unit, used)]
  const beyond = mapKnown(used, (value) => Math.max(0, value - floor))
  return [make(`${label}, the minimum`, unit, least), make(`${label} beyond the minimum`, unit, beyond)]
}

type Make = (label: string, unit: string, quantity: Known<number>) => Line

function lines(resource: Resource, prices: PriceBook): readonly Line[] {
  const engine = textOf(fact(resource, 'engine')) ?? ''
  const priced =
    (item: string): Make =>
    (label, unit, quantity) =>
      line(label, unit, quantity, itemPrice(resource, prices, 'elasticache', `serverless ${engine} ${item}`))
  const hours = monthOf(resource)
  return [
    ...meterLines(
      'Data stored',
      'GB-hour',
      product(numberFact(resource, 'leastGB'), hours),
      product(usage(resource, 'storedGB'), hours),
      priced('data'),
    ),
    ...meterLines(
      'Processing units',
      'ECPU',
      mapKnown(numberFact(resource, 'leastUnitsPerSecond'), (value) => value * secondsPerMonth),
      usage(resource, 'processingUnits'),
      priced('ECPU'),
    ),
  ]
}

export const serverless = defineResource({
  id: 'aws/elasticache-serverless',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/elasticache/pricing/',
  shape: {
    engine: 'redis, valkey or memcached',
    leastGB: 'GB that are billed at least',
    leastUnitsPerSecond: 'ECPUs a second that are billed at least',
  },
  usage: {
    storedGB: 'GB stored, mean of the month',
    processingUnits: 'ECPUs a month',
  },
  lines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_serverless_cache
    terraform: {
      aws_elasticache_serverless_cache: {
        facts: {
          engine: 'engine',
          leastGB: ['cache_usage_limits.data_storage.minimum', 0],
          leastUnitsPerSecond: ['cache_usage_limits.ecpu_per_second.minimum', 0],
        },
      },
    },
  },
  label: ({ shape }) => `ElastiCache serverless · ${textOf(shape.engine ?? unknown('absent')) ?? 'cache'}`,
})
