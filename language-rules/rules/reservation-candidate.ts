import * as z from 'zod/mini'
import { plus, scale } from '../../core/band.ts'
import { say, usd } from '../../core/money.ts'
import { type Committed, type CommittedMonth, whatIf } from '../../core/prices/what-if.ts'
import { defineRule } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { isDemonstration, isNonProduction } from '../../core/rules/environment.ts'
import type { Band, Estimate } from '../../core/types.ts'
import { reservationCandidateExamples } from './examples/reservation-candidate.ts'

const options = z.object({
  least: z
    ._default(z.number().check(z.gt(0)), 100)
    .check(z.describe('USD a month on demand, from which a machine is worth a commitment.')),
  years: z._default(z.literal([1, 3]), 1).check(z.describe('How long the commitment may be: 1 or 3 years.')),
})

export const rule = defineRule({
  id: 'reservation-candidate',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'A machine or database runs on demand all month, and a commitment for it costs less.',
    why: 'Providers take a part of the price off what is paid for by the year. Nobody can tell from the code whether it will still be there in a year, or is committed to already, so this is in no total.',
    fix: 'Commit to what is sure to run for that long: a reservation, a savings plan, committed use. It is bought in the account, not in the code.',
    unless: 'It is committed to already, goes in less than the time, or will be of another type.',
    source: 'https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html',
    notIn: {
      typescript: 'what a program starts may end with its work',
      python: 'what a program starts may end with its work',
    },
  },
  options,
  *check(resource, { estimate, prices, document, options }) {
    if (resource.source.call || estimate.per !== 'month' || isNonProduction(resource) || isDemonstration(resource))
      return
    if (!estimate.usd || estimate.usd.likely < options.least || resource.source.values.schedules) return
    const site = { site: resource, estimate }
    for (const { what, onDemand, instead } of whatIf(site, prices).committed) {
      // What grows and shrinks, or runs now and then, is not steady.
      if (onDemand.low < options.least || onDemand.low !== onDemand.high) continue
      const best = bestOf(instead, options.years)
      if (best === undefined) continue
      const ahead = best.paidAhead ? say`, ${usd(best.paidAhead)} of it before the first month` : ''
      const after = less(estimate, best.saves)
      yield {
        at: factPlace(resource, resource.shape.instanceType ?? resource.shape['candidates[0].type'], document),
        message: say`${what} on demand: ${usd(onDemand)} a month, ${usd(best.month)} if committed to for ${years(best)} and ${paid(best)}${ahead} (${best.source}, ${best.asOf}). Commit to it if it stays that long.`,
        ...(after ? { after } : {}),
      }
    }
  },
})

/** Google's are paid by the month, and so are savings plans unless they say otherwise. */
const paid = ({ how }: CommittedMonth): string => (how.includes('paid') ? how : `paid monthly as ${how}`)

const years = ({ years }: CommittedMonth): string => (years === 1 ? 'a year' : say`${years} years`)

/** The cheapest of those that are no longer than that; of two alike the one with less paid ahead. */
function bestOf(instead: Committed['instead'], longest: number): CommittedMonth | undefined {
  return instead
    .filter((each) => each.years <= longest)
    .toSorted(
      (a, b) =>
        a.month.likely - b.month.likely || Number(a.paidAhead !== undefined) - Number(b.paidAhead !== undefined),
    )[0]
}

/** The same with so much taken off. */
function less(estimate: Estimate, saves: Band): Estimate | undefined {
  return estimate.usd && { ...estimate, usd: plus(estimate.usd, scale(saves, -1)) }
}

export const examples = reservationCandidateExamples
