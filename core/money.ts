import type { Band } from './types.ts'

/** An amount that may be printed. Made only by `usd`, printed only by `say`, `printUsd` and `printRate`. */
export interface Money {
  readonly is: 'money'
  readonly band: Band
}

/** USD. A missing amount is a bug in the caller: an unknown has no amount to print. */
export function usd(amount: Band | number | undefined): Money {
  const band = typeof amount === 'number' ? { low: amount, likely: amount, high: amount } : amount
  if (band === undefined || !Number.isFinite(band.low + band.likely + band.high)) {
    throw new TypeError('an unknown amount cannot be printed as money')
  }
  return { is: 'money', band }
}

/** Made on first use: loading the locale's data takes up to 30 ms, and the editor loads this file when it starts. */
const format = (options: Intl.NumberFormatOptions) => {
  let made: Intl.NumberFormat | undefined
  return (value: number) => {
    made ??= new Intl.NumberFormat('en-US', options)
    return made.format(value)
  }
}
const grouped = format({ maximumFractionDigits: 0 })
const cents = format({ minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Cents below a thousand, whole dollars above, so many significant digits below a dollar; never rounds a cost to zero. */
function digits(amount: number, significant: number): string {
  const size = Math.abs(amount)
  if (size === 0) return '0'
  if (size >= 1000) return grouped(size)
  if (size >= 1) return cents(size)
  const places = Math.min(12, significant - 1 - Math.floor(Math.log10(size)))
  const fixed = Number(size.toPrecision(significant)).toFixed(places)
  return fixed.replace(/(\.\d\d\d*?)0+$/, '$1')
}

/** Unit prices have three digits (`$0.0125`); the ends of a band, which are uncertain, two. */
const printOne = (amount: number, significant = 3) => `${amount < 0 ? '-' : ''}$${digits(amount, significant)}`

/** `$0.0125`, or `$0.0003–0.015` where the ends differ by more than a twentieth. */
export function printUsd(money: Money): string {
  const { low, high, likely } = money.band
  if (high - low <= Math.abs(likely) / 20) return printOne(likely)
  return low < 0 ? `${printOne(low, 2)} to ${printOne(high, 2)}` : `${printOne(low, 2)}–${digits(high, 2)}`
}

const tenThousandths = format({ minimumFractionDigits: 2, maximumFractionDigits: 4 })

/** A list price as the list has it, to a hundredth of a cent: `$1.006`, `$0.2016`, `$55.04`; below a cent three digits. */
export function printRate(money: Money): string {
  const { low, high, likely } = money.band
  const size = Math.abs(likely)
  return low !== high || size < 0.01 || size >= 1000
    ? printUsd(money)
    : `${likely < 0 ? '-' : ''}$${tenThousandths(size)}`
}

/** `1,536`, or `1,400–1,650`. */
export function printCount(band: Band): string {
  const round = (value: number) =>
    Math.abs(value) < 10 && !Number.isInteger(value) ? value.toFixed(1) : grouped(value)
  return round(band.low) === round(band.high) ? round(band.likely) : `${round(band.low)}–${round(band.high)}`
}

/** The only way to put money into a sentence. Numbers are grouped; text passes as it is. */
export function say(strings: TemplateStringsArray, ...values: readonly (Money | number | string)[]): string {
  return strings.reduce((text, piece, i) => {
    const value = values[i - 1]!
    const printed = typeof value === 'object' ? printUsd(value) : typeof value === 'number' ? grouped(value) : value
    return text + printed + piece
  })
}
