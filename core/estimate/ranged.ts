// Savings where lists differ on a price: of two models whose lists err each on their own, only what is saved at the worst counts.
import { saved, sum, times } from '../band.ts'
import type { Band, Estimate, Line, Price } from '../types.ts'

const rangedOf = ({ lines }: Estimate): readonly Price[] =>
  lines.flatMap((line) => line.prices.filter(({ range }) => range !== undefined))

/** The lists err alike on two rates of one thing; on two things each may err its own way. */
function errAlike(before: Estimate, after: Estimate): boolean {
  const things = (of: Estimate) => new Set(of.lines.flatMap((line) => line.prices.map(({ sku }) => sku)))
  const [was, now] = [things(before), things(after)]
  return [...was].every((sku) => now.has(sku)) && [...now].every((sku) => was.has(sku))
}

const at = (line: Line, end: 'low' | 'high'): Band | undefined => {
  const unit = line.unitUsd?.[end]
  const ranged = line.prices.some(({ range }) => range !== undefined)
  if (!ranged || unit === undefined || line.quantity === undefined) return line.usd
  return times(line.quantity, { low: unit, likely: unit, high: unit })
}

const priced = ({ lines }: Estimate, end: 'low' | 'high') => sum(lines.map((line) => at(line, end)))

/**
 * `after`, with answers no longer than `before` may give: what one model may write more than another where nothing limits it says
 * nothing of what the same answer costs.
 */
export function sameAnswer(before: Estimate, after: Estimate): Estimate {
  const lines = after.lines.map((line) => {
    const same = before.lines.find(({ label, unit }) => label === line.label && unit === line.unit)
    if (line.unit !== 'output token' || !line.quantity || !line.unitUsd || !same?.quantity) return line
    if (same.quantity.high >= line.quantity.high || same.quantity.high < line.quantity.likely) return line
    const quantity = { ...line.quantity, high: same.quantity.high }
    return { ...line, quantity, usd: times(quantity, line.unitUsd) }
  })
  if (lines.every((line, i) => line === after.lines[i])) return after
  const usd = after.usd && sum(lines.map((line) => line.usd))
  return usd ? { ...after, lines, usd } : after
}

/**
 * What `after` saves over `before` by `usd`, whichever list is right; undefined where by some list it saves nothing.
 * Where all lists agree, or both are prices of one thing, the ends are paired like with like.
 */
export function surelySaved(before: Estimate, after: Estimate): Band | undefined {
  if (before.usd === undefined || after.usd === undefined) return undefined
  const plain = saved(before.usd, after.usd)
  const ranged = [...rangedOf(before), ...rangedOf(after)].length > 0
  if (!ranged || errAlike(before, after)) return plain
  const [least, most] = [
    saved(priced(before, 'low') ?? before.usd, priced(after, 'high') ?? after.usd),
    saved(priced(before, 'high') ?? before.usd, priced(after, 'low') ?? after.usd),
  ]
  return least.low > 0 || (least.low === 0 && least.likely > 0)
    ? { low: least.low, likely: plain.likely, high: most.high }
    : undefined
}

/** Whether a unit of `after` costs less than one of `before`, whichever list is right. */
export function surelyCheaper(before: Estimate, after: Estimate): boolean {
  if ([...rangedOf(before), ...rangedOf(after)].length === 0 || errAlike(before, after)) return true
  return after.lines.every((line) => {
    const same = before.lines.find(({ unit }) => unit === line.unit)
    return !same?.unitUsd || !line.unitUsd || line.unitUsd.high <= same.unitUsd.low
  })
}

/** Nothing that `before` has an amount for is of unknown quantity in `after`: else less would be counted, not less be paid. */
export function isComparable(before: Estimate, after: Estimate): boolean {
  const counted = ({ lines }: Estimate, unit: string) => lines.filter((line) => line.unit === unit && line.usd).length
  return after.lines.every(({ unit, usd }) => usd !== undefined || counted(after, unit) >= counted(before, unit))
}
