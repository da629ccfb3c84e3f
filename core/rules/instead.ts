import { millionPrice, perMillion, wholeUsd } from '../estimate/lines.ts'
import { isComparable } from '../estimate/ranged.ts'
import { say, usd } from '../money.ts'
import type { Estimate, Finding } from '../types.ts'

export interface Instead {
  /** `$0.002 a call`, `$2.50 per million input tokens`. */
  readonly now: string
  readonly later: string
  readonly unit: NonNullable<Finding['unit']>
}

/**
 * What a call costs, and what it would: by the call where all of both amounts is known, and of the same tokens, else by
 * the million input tokens, else output tokens.
 * Undefined where the change does not make it cheaper, or nothing tells.
 */
export function instead(estimate: Estimate, after: Estimate): Instead | undefined {
  for (const kind of ['input', 'output'] as const) {
    const [before, later] = [perMillion(estimate, `${kind} token`), perMillion(after, `${kind} token`)]
    if (before === undefined || later === undefined || later >= before) continue
    const unit = { per: `1M ${kind} tokens`, before, after: later }
    if (estimate.usd && after.usd && isComparable(estimate, after) && after.usd.likely >= estimate.usd.likely)
      return undefined
    const [now, then] = [wholeUsd(estimate), wholeUsd(after)]
    // It may write more where nothing limits it, and then the ends would say the opposite of the prices.
    if (!now || !then || then.high > now.high || !isComparable(estimate, after))
      return byUnit(estimate, after, unit, kind)
    return { now: say`${usd(now)} a call`, later: say`${usd(then)}`, unit }
  }
  return undefined
}

const byUnit = (estimate: Estimate, after: Estimate, unit: Instead['unit'], kind: string): Instead => ({
  now: say`${usd(millionPrice(estimate, `${kind} token`) ?? unit.before)} per million ${kind} tokens`,
  later: say`${usd(millionPrice(after, `${kind} token`) ?? unit.after)}`,
  unit,
})
