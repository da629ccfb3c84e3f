import { printUsd, usd } from '../money.ts'
import type { Price, Quote } from '../types.ts'

type Ranged = Pick<Price, 'range' | 'per' | 'unit'>

/** `$1.25 (llm-prices, 2026-08-05) to $2.00 (genai-prices, 2026-09-23)`; undefined where the lists agree. */
export function rangeText({ range }: Pick<Ranged, 'range'>, times = 1): string | undefined {
  if (range === undefined) return undefined
  const said = ({ usd: amount, source, asOf }: Quote) => `${printUsd(usd(amount * times))} (${source}, ${asOf})`
  return `${said(range.low)} to ${said(range.high)}`
}

/** The same with what it is the price of: `$1.25 (…) to $2.00 (…) per 1M input tokens`. */
export function rangeSentence(price: Ranged): string | undefined {
  const isToken = price.unit.endsWith(' token')
  const text = rangeText(price, isToken ? 1e6 / price.per : 1)
  if (text === undefined) return undefined
  const units = isToken
    ? `1M ${price.unit}s`
    : price.per === 1
      ? price.unit
      : `${price.per.toLocaleString('en-US')} ${price.unit}s`
  return `${text} per ${units}`
}
