// What engines past their standard support cost on top, by vCPU-hour:
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-charges.html
// Dates: https://github.com/flexera-public/policy_templates, data/aws/aws_extended_support_dates.json of 2026-07-23, which
// quotes the release calendars of RDS and Aurora.
import { fact, line, monthOf, type Priced, product } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { vcpusOf } from './database-facts.ts'
import { is, itemPrice, scaled, textOf } from './item-lines.ts'

interface Support {
  readonly starts: string
  /** The third year has a price of its own; undefined where the list has none. */
  readonly thirdYear: string | undefined
}

const postgres: Readonly<Record<string, Support>> = {
  11: { starts: '2024-04-01', thirdYear: '2026-04-01' },
  12: { starts: '2025-03-01', thirdYear: '2027-03-01' },
  13: { starts: '2026-03-01', thirdYear: '2028-03-01' },
  14: { starts: '2027-03-01', thirdYear: '2029-03-01' },
  15: { starts: '2028-03-01', thirdYear: '2030-03-01' },
  16: { starts: '2029-03-01', thirdYear: '2031-03-01' },
  17: { starts: '2030-03-01', thirdYear: '2032-03-01' },
}

const calendar: Readonly<Record<string, Readonly<Record<string, Support>>>> = {
  mysql: {
    '5.7': { starts: '2024-03-01', thirdYear: '2026-03-01' },
    '8.0': { starts: '2026-08-01', thirdYear: '2028-08-01' },
    '8.4': { starts: '2029-08-01', thirdYear: '2031-08-01' },
  },
  postgres,
  'aurora-postgresql': postgres,
  'aurora-mysql': {
    '5.7': { starts: '2024-12-01', thirdYear: undefined },
    '8.0': { starts: '2028-05-01', thirdYear: undefined },
  },
}

/** `13.7` of PostgreSQL is version 13, `5.7.44` of MySQL 5.7, `8.0.mysql_aurora.3.04.0` 8.0. */
const majorOf = (engine: string, version: string) =>
  version
    .split('.')
    .slice(0, engine.includes('postgres') ? 1 : 2)
    .join('.')

const yearOf = (support: Support | undefined, day: string): 1 | 3 | undefined =>
  support === undefined || day < support.starts
    ? undefined
    : support.thirdYear !== undefined && day >= support.thirdYear
      ? 3
      : 1

/**
 * The charge of every vCPU, where the engine's version is in extended support on the day of the prices.
 * @param service `rds` or `aurora`
 * @param instances the primary and its standbys
 */
export function extendedSupportLines(
  resource: Resource,
  prices: PriceBook,
  service: 'rds' | 'aurora',
  instances: number,
): readonly Line[] {
  const written = textOf(fact(resource, 'engine'))
  const engine = written === 'aurora' ? 'aurora-mysql' : written
  const version = textOf(fact(resource, 'engineVersion'))
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
  if (is(fact(resource, 'lifecycleSupport'), 'open-source-rds-extended-support-disabled')) return []
  if (engine === undefined || version === undefined) return []
  const year = yearOf(calendar[engine]?.[majorOf(engine, version)], prices.asOf)
  if (year === undefined) return []
  const price: Priced = itemPrice(resource, prices, service, `extended support year ${year}`)
  const vcpus = scaled(vcpusOf(prices, fact(resource, 'instanceType')), instances)
  return [line(`Extended support, year ${year}`, 'vCPU-hour', product(vcpus, monthOf(resource)), price)]
}

/** Redis OSS of ElastiCache: a share of the node's own price on top. Same list. */
const cacheCalendar: Readonly<Record<string, Support>> = {
  4: { starts: '2026-02-01', thirdYear: '2028-02-01' },
  5: { starts: '2026-02-01', thirdYear: '2028-02-01' },
  6: { starts: '2027-02-01', thirdYear: '2029-02-01' },
}

/** 0.8 for 80 % on top of the node's price; 0 while the version has standard support. */
export function cacheSupportShare(resource: Resource, prices: PriceBook): number {
  const version = valueOf(fact(resource, 'engineVersion'))
  if (!is(fact(resource, 'engine'), 'redis') || version === undefined) return 0
  const year = yearOf(cacheCalendar[String(version).split('.')[0]!], prices.asOf)
  return year === 3 ? 1.6 : year === 1 ? 0.8 : 0
}
