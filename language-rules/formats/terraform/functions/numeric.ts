import { toNumber, toText } from '../value.ts'
import { type FunctionTable, plainly, type TerraformFunction } from './function.ts'

const onNumbers = (least: number, most: number, apply: (...numbers: number[]) => number): TerraformFunction =>
  plainly((...args) => {
    const numbers = args.map(toNumber)
    if (numbers.length < least || numbers.length > most) return undefined
    const result = numbers.every((number) => number !== undefined) ? apply(...numbers) : Number.NaN
    return Number.isFinite(result) ? result : undefined
  })

/** The quotient of two rounded logarithms can miss a whole number by one bit: `log(1000, 10)`. */
function logarithm(number: number, base: number): number {
  const result = Math.log(number) / Math.log(base)
  const whole = Math.round(result)
  return base ** whole === number ? whole : result
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Bases up to 36 take both cases for the same digit; beyond, upper case follows lower case. */
function parseInteger(text: string, base: number): number | undefined {
  if (!Number.isInteger(base) || base < 2 || base > 62) return undefined
  const [, sign, body] = /^([+-]?)([\da-zA-Z]+)$/.exec(text) ?? []
  if (body === undefined) return undefined
  let result = 0
  for (const letter of base <= 36 ? body.toLowerCase() : body) {
    const digit = digits.indexOf(letter)
    if (digit >= base) return undefined
    result = result * base + digit
  }
  return sign === '-' ? -result : result
}

export const numeric: FunctionTable = {
  abs: onNumbers(1, 1, Math.abs),
  ceil: onNumbers(1, 1, Math.ceil),
  floor: onNumbers(1, 1, Math.floor),
  log: onNumbers(2, 2, logarithm),
  max: onNumbers(1, Number.POSITIVE_INFINITY, Math.max),
  min: onNumbers(1, Number.POSITIVE_INFINITY, Math.min),
  parseint: plainly((text, base) => {
    const [whole, of] = [toText(text ?? null), toNumber(base ?? null)]
    return whole === undefined || of === undefined ? undefined : parseInteger(whole, of)
  }),
  pow: onNumbers(2, 2, (base, exponent) => base ** exponent),
  signum: onNumbers(1, 1, Math.sign),
}
