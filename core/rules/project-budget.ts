// What one file cannot tell: whether all of them together cost more than was meant.
import { say, usd } from '../money.ts'
import { monthOf } from '../report/site.ts'
import { totalOf } from '../report/total.ts'
import type { Settings } from '../settings.ts'
import type { Finding, Result } from '../types.ts'

const id = 'over-budget'

/**
 * The results with a finding more, at what costs most, where they cost more than `over-budget` lets the project. What is not known by the
 * month is counted, and is not in the sum: that is then the least it costs.
 */
export function withProjectBudget(results: readonly Result[], { rules }: Pick<Settings, 'rules'>): readonly Result[] {
  const setting = rules.get(id)
  const budget = setting && budgetIn(setting.options)
  if (!setting || setting.severity === 'off' || budget === undefined) return results
  const { month, calls, unknown, partial } = totalOf(results)
  if (!month || month.likely <= budget) return results
  const [dearest] = results
    .flatMap(({ file, sites }) =>
      sites.map(({ site, estimate }) => ({ file, site, usd: monthOf(estimate)?.likely ?? 0 })),
    )
    .toSorted((a, b) => b.usd - a.usd)
  if (!dearest) return results
  const open = [
    ...(calls > 0 ? [say`${calls} call${calls === 1 ? '' : 's'} without a volume`] : []),
    ...(unknown > 0 ? [say`${unknown} whose amount is not known`] : []),
    ...(partial > 0 ? [say`what is not known of ${partial} more`] : []),
  ]
  const rest = open.length > 0 ? say` Not in it: ${open.join(', ')}.` : ''
  const finding: Finding = {
    rule: id,
    site: dearest.site.key,
    location: dearest.site.location,
    message: say`The project costs ${usd(month)} a month, ${usd(month.likely - budget)} over its budget of ${usd(budget)}. This costs most.${rest}`,
    severity: setting.severity,
    related: [],
    saves: undefined,
    unit: undefined,
    fixes: [],
  }
  return results.map((each) => (each.file === dearest.file ? { ...each, findings: [...each.findings, finding] } : each))
}

function budgetIn(options: unknown): number | undefined {
  if (typeof options !== 'object' || options === null || !('project' in options)) return undefined
  return typeof options.project === 'number' ? options.project : undefined
}
