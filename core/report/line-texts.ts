import { printCount, printRate, printUsd, usd } from '../money.ts'
import { dateOf } from '../prices/range.ts'
import type { Line, Price } from '../types.ts'
import { unitPrice } from './hint.ts'
import { rangeSentence } from './range.ts'

/** `1,536 input tokens`, `$2.50/1M input`, `$0.0038`; `not known` for each that is not. */
export function lineTexts(line: Line): readonly [quantity: string, price: string, usd: string] {
  const quantity = line.quantity ? `${printCount(line.quantity)} ${plural(line.unit, line.quantity.high)}` : notKnown
  const price = line.unitUsd ? unitPrice(line, printRate) : notKnown
  return [quantity, price, line.usd ? printUsd(usd(line.usd)) : notKnown]
}

const notKnown = 'not known'

const plural = (unit: string, count: number) =>
  /^(hour|[a-z]+ token|request)$/.test(unit) && count !== 1 ? `${unit}s` : unit

/** Each price once: `aws-bulk, 2026-11-20: gp3, us-east-1`. */
export const sourceTexts = (lines: readonly Line[]): readonly string[] => [
  ...new Set(lines.flatMap((line) => line.prices.map(sourceText))),
]

function sourceText(price: Price): string {
  const region = price.region === undefined ? '' : `, ${price.region}`
  const weak = price.weak === undefined ? '' : ` (${price.weak})`
  const range = rangeSentence(price)
  const lists = range === undefined ? '' : `; the lists differ: ${range}`
  return `${price.source}, ${dateOf(price)}: ${price.sku}${region}${weak}${lists}`
}
