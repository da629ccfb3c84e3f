import { scale } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { Currency } from '../prices/user/prices.ts'
import type { Band } from '../types.ts'

/** ` (EUR 14,750 at 0.92 EUR per USD of 2026-11-01)`, to follow an amount in USD; empty where the user shows no other currency. */
export function alsoIn(currency: Currency | undefined, amount: Band): string {
  if (!currency) return ''
  const { code, perUsd, asOf } = currency
  const printed = printUsd(usd(scale(amount, perUsd))).replaceAll('$', `${code} `)
  return ` (${printed} at ${perUsd} ${code} per USD of ${asOf})`
}
