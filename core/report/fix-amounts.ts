import { exactly } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { Finding, Fix } from '../types.ts'

export interface FixAmounts {
  readonly before: string
  readonly after: string
  /** `month`, `call`, `GB-month`. */
  readonly per: string
  /** Undefined where the fix only bounds what a call may cost: `before` and `after` are then the most it may be. */
  readonly saves: string | undefined
}

/** What a fix brings, for its title: the estimate before and after, or both unit prices where the quantity is not known. */
export function fixAmounts({ before, after, per }: Fix, { unit }: Pick<Finding, 'unit'>): FixAmounts | undefined {
  if (per === undefined) return undefined
  if (!before || !after) return unit?.per === per ? told(exactly(unit.before), exactly(unit.after), per) : undefined
  return told(before, after, per)
}

function told(before: NonNullable<Fix['before']>, after: NonNullable<Fix['after']>, per: string): FixAmounts {
  if (after.likely < before.likely)
    return {
      before: printUsd(usd(before)),
      after: printUsd(usd(after)),
      per,
      saves: printUsd(usd(before.likely - after.likely)),
    }
  return { before: printUsd(usd(before.high)), after: printUsd(usd(after.high)), per, saves: undefined }
}
