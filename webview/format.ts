const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency} ${digits}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  formats.set(key, format)
  return format
}

/** Cents; below a cent two significant digits, so that no cost looks like zero. */
export function money(amount: number, currency: string): string {
  const size = Math.abs(amount)
  const digits = size === 0 || size >= 0.005 ? 2 : Math.min(12, 1 - Math.floor(Math.log10(size)))
  try {
    return formatOf(currency, digits).format(amount)
  } catch {
    // A currency that is not three letters: the file's own word stands behind the number.
    return `${amount.toFixed(digits)} ${currency}`
  }
}

/** Of one of something: three digits that count, as cents would tell little of a fraction of one. */
export function unitPrice(amount: number, currency: string): string {
  const size = Math.abs(amount)
  const digits = size === 0 || size >= 1 ? 2 : Math.min(12, 2 - Math.floor(Math.log10(size)))
  try {
    return formatOf(currency, digits).format(amount)
  } catch {
    return `${amount.toFixed(digits)} ${currency}`
  }
}

/** `+$12.00`, `-$3.50`. */
export const signed = (amount: number, currency: string): string => `${amount > 0 ? '+' : ''}${money(amount, currency)}`

/** For an axis: `$1.2K`. */
export function shortMoney(amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      notation: 'compact',
      maximumFractionDigits: 1,
    }).format(amount)
  } catch {
    return String(amount)
  }
}

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** `18 Nov 2026`; days of a bill are UTC days. */
export const date = (day: string): string => dateFormat.format(new Date(`${day}T00:00:00Z`))
/** `19 Nov 2026, 07:00`, the reader's own clock. */
export const time = (instant: string): string => timeFormat.format(new Date(instant))
export const count = (quantity: number): string => quantity.toLocaleString('en-US', { maximumFractionDigits: 2 })
/** Both days are in it. */
export const days = ({ since, until }: { readonly since: string; readonly until: string }): string =>
  since === until ? date(since) : `${date(since)} to ${date(until)}`
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
