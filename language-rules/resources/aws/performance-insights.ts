// https://aws.amazon.com/rds/performance-insights/pricing/
import { fact, isUnwritten, line, numberFact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { vcpusOf } from './database-facts.ts'
import { firstWritten } from './ec2/written.ts'
import { is, scaled, serviceLines } from './item-lines.ts'

/** Days that are kept without charge. */
const freeDays = 7

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance: 7, 731 or a multiple of 31. */
const monthsOf = (days: number) => (days === 731 ? 24 : Math.round(days / 31))

/** How long Performance Insights keeps its data, where it is on. */
export function insightsDays(block: Block): Known<Fact> {
  const enabled = block.fact('performance_insights_enabled')
  const days = block.fact('performance_insights_retention_period')
  if (isUnwritten(enabled) || is(enabled, false) || isUnwritten(days)) return known<Fact>(freeDays, block.location)
  if (enabled.is === 'unknown') return enabled
  return days
}

/** Written, else that of the Aurora cluster: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.html */
export const insightsMode = (block: Block): Known<Fact> =>
  firstWritten(
    block.fact('database_insights_mode'),
    block.target('cluster_identifier', 'aws_rds_cluster')?.fact('database_insights_mode'),
    is(block.fact('performance_insights_enabled'), true) ? assumed<Fact>('standard', block.location) : undefined,
  )

/**
 * What longer retention costs, by the vCPU of each zone. Performance Insights ended on 2026-07-31; in the standard mode of Database
 * Insights retention is billed as before, in the advanced one 15 months are part of it:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights.Enabling.html
 * @param zones in which it stands, the standby counted
 */
export function insightsLines(resource: Resource, prices: PriceBook, zones = 1): readonly Line[] {
  const { item } = serviceLines(resource, prices, 'rds')
  const vcpus = scaled(vcpusOf(prices, fact(resource, 'instanceType')), zones)
  const mode = fact(resource, 'insightsMode')
  if (is(mode, 'advanced')) return [item('Database Insights', 'vCPU-month', vcpus, 'database insights advanced')]
  const days = numberFact(resource, 'insightsDays')
  const exact = valueOf(days)
  if (exact !== undefined && exact <= freeDays) return []
  const label = 'Performance Insights retention'
  if (exact === undefined || !is(mode, 'standard')) return [line(label, 'vCPU-month', vcpus, 'dynamic')]
  const further = monthsOf(exact) - 1
  return [
    item(label, 'vCPU-month', vcpus, 'performance insights retention, first month'),
    ...(further > 0
      ? [
          item(
            `${label} beyond a month`,
            'vCPU-month',
            scaled(vcpus, further),
            'performance insights retention, further',
          ),
        ]
      : []),
  ]
}
