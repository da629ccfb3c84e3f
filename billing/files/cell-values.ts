// From the text of a cell to what a column holds, as DuckDB casts it. Where a text cannot be read there is no value.

/** Of an empty cell, and of `NULL`. */
export const textIn = (cell: string | undefined) => (cell === '' || cell === 'NULL' ? undefined : cell)

const decimals = 12
const largest = 10n ** 38n
const number = /^\s*([+-]?)(\d+(?:_\d+)*)?(?:\.(\d*))?(?:e([+-]?\d{1,3}))?\s*$/i

/** Millionth millionths, rounded half away from zero: DECIMAL(38,12). */
export function amountIn(text: string): bigint | undefined {
  const match = number.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', part = '', exponent = '0'] = match
  if (whole === '' && part === '') return undefined
  const digits = BigInt(whole.replaceAll('_', '') + part)
  const shift = decimals - part.length + Number(exponent)
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : rounded(digits, 10n ** BigInt(-shift))
  if (size >= largest) return undefined
  return sign === '-' ? -size : size
}

const rounded = (digits: bigint, by: bigint) => (2n * digits + by) / (2n * by)

const time =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:T|\s+)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d*))?(?:Z| UTC|([+-])(\d\d)(?::?(\d\d))?)?)?$/

/** Microseconds since 1970; without a zone it is UTC. ISO 8601 only: 1/2/26 is not guessed. */
export function microsIn(text: string): bigint | undefined {
  const match = time.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((digits) => Number(digits ?? 0)) as Six
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  const seconds = (hour * 60 + minute) * 60 + second
  if (minute > 59 || second > 59 || seconds > 86_400) return undefined
  const [fraction = '', sign, hours = '0', minutes = '0'] = match.slice(7)
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1)
  return BigInt(date.getTime() + 1000 * (seconds - ahead)) * 1000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'))
}

type Six = [number, number, number, number, number, number]

export const flagIn = (text: string | undefined) => text !== undefined && /^(?:true|t|yes|y|1)$/i.test(text)
