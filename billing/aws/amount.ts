import { isRecord } from '../../core/record.ts'
import { decimalIn, textIn } from '../json.ts'

/** AWS's amounts are decimal text with their currency as unit. */
export function amountIn(value: unknown): { readonly amount: number; readonly currency: string } | undefined {
  if (!isRecord(value)) return undefined
  const [amount, currency] = [decimalIn(value.Amount), textIn(value.Unit)]
  return amount === undefined || currency === undefined ? undefined : { amount, currency }
}
