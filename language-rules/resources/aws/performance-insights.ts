// https://aws.amazon.com/rds/performance-insights/pricing/
import { fact, isUnwritten, line, numberFact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { vcpusOf } from './database-facts.ts'
import { is, itemPrice } from './item-lines.ts'

/** Days that are kept without charge. */
const freeDays = 7

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance: 7, 731 or a multiple of 31. */
const monthsOf = (days: number) => (days === 731 ? 24 : Math.round(days / 31))

/** How long Performance Insights keeps its data, where it is on. */
export function insightsDays(block: Block): Known<Fact> {
  const enabled = block.fact('performance_insights_enabled')
  const days = block.fact('performance_insights_retention_period')
  if (isUnwritten(enabled) || is(enabled, false) || isUnwritten(days)) return known<Fact>(freeDays, block.location)
  return days
}

/** What longer retention costs, by the vCPU. */
export function insightsLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const days = numberFact(resource, 'insightsDays')
  const exact = valueOf(days)
  if (exact !== undefined && exact <= freeDays) return []
  const price =
    exact === undefined
      ? ('dynamic' as const)
      : itemPrice(resource, prices, 'rds', `performance insights retention ${monthsOf(exact)} months`)
  return [line('Performance Insights retention', 'vCPU-month', vcpusOf(prices, fact(resource, 'instanceType')), price)]
}
