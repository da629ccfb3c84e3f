/** Digits after the point of what a currency is paid in: 2 of USD, 0 of JPY, 3 of KWD; 2 of what is no currency of ISO 4217. */
export function minorDigits(currency: string): number {
  // Intl refuses what is not three letters.
  if (!/^[A-Za-z]{3}$/.test(currency)) return 2
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * An amount by weights, in whole cents (or what the currency has), whose sum is the amount rounded to cents: each share is cut
 * down, and the cents that are left go to those that lost most. Of equals the first gets it.
 * @param weights not below zero, at least one above
 */
export function split(amount: number, weights: readonly number[], digits: number): readonly number[] {
  const cents = 10 ** digits
  const whole = Math.round(Math.abs(amount) * cents)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (whole * weight) / all)
  const shares = exact.map(Math.floor)
  const order = exact
    .map((value, index) => ({ index, lost: value - Math.floor(value) }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
  const left = whole - shares.reduce((sum, share) => sum + share, 0)
  for (const { index } of order.slice(0, left)) shares[index]! += 1
  const sign = amount < 0 ? -1 : 1
  return shares.map((share) => (share === 0 ? 0 : (sign * share) / cents))
}
