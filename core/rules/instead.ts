import { perMillion } from '../estimate/lines.ts'
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
 * What a call costs, and what it would: by the call where both amounts are known and of the same tokens, else by
 * the million input tokens, else output tokens.
 * Undefined where the change does not make it cheaper, or nothing tells.
 */
export function instead(estimate: Estimate, after: Estimate): Instead | undefined {
  for (const kind of ['input', 'output'] as const) {
    const [before, later] = [perMillion(estimate, `${kind} token`), perMillion(after, `${kind} token`)]
    if (before === undefined || later === undefined || later >= before) continue
    const unit = { per: `1M ${kind} tokens`, before, after: later }
    if (estimate.usd && after.usd && isComparable(estimate, after)) {
      if (after.usd.likely >= estimate.usd.likely) return undefined
      // It may write more where nothing limits it, and then the ends would say the opposite of the prices.
      if (after.usd.high > estimate.usd.high) return byUnit(unit, kind)
      return { now: say`${usd(estimate.usd)} a call`, later: usdText(after), unit }
    }
    return byUnit(unit, kind)
  }
  return undefined
}

const byUnit = (unit: Instead['unit'], kind: string): Instead => ({
  now: say`${usd(unit.before)} per million ${kind} tokens`,
  later: say`${usd(unit.after)}`,
  unit,
})

const usdText = ({ usd: amount }: Estimate) => say`${usd(amount!)}`
