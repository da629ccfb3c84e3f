// https://developer.hashicorp.com/terraform/language/functions
import { toBoolean, toNumber, toText, type Value } from '../value.ts'

type Scalar = (args: readonly Value[]) => Value | undefined

const numbers =
  (apply: (...numbers: number[]) => number): Scalar =>
  (args) => {
    const values = args.map(toNumber)
    const result = values.every((value) => value !== undefined) ? apply(...values) : Number.NaN
    return Number.isFinite(result) ? result : undefined
  }

const texts =
  (apply: (...texts: string[]) => Value): Scalar =>
  (args) => {
    const values = args.map(toText)
    return values.length > 0 && values.every((value) => value !== undefined) ? apply(...values) : undefined
  }

/** `%s`, `%d`, `%v`, `%q`, `%%` and zero-padded widths; any other verb is left alone by leaving the whole alone. */
function format(args: readonly Value[]): string | undefined {
  const [template, ...values] = args.map(toText)
  if (template === undefined || values.some((value) => value === undefined)) return undefined
  let next = 0
  let isPlain = true
  const text = template.replace(
    /%(?:(0?)(\d*)([sdvq])|(.?))/g,
    (_, zero: string, width: string, verb: string, other: string) => {
      if (other === '%') return '%'
      const value = values[next++]
      if (verb === undefined || value === undefined) isPlain = false
      const shown = verb === 'q' ? JSON.stringify(value) : (value ?? '')
      return shown.padStart(Number(width || 0), zero === '0' ? '0' : ' ')
    },
  )
  return isPlain ? text : undefined
}

/** A pattern between slashes is a regular expression of another dialect. */
const replace = (text: string, from: string, to: string) =>
  /^\/.*\/$/.test(from) ? undefined : text.replaceAll(from, to)

const trimOf = (text: string, cut: string) => {
  const characters = [...text]
  const isCut = (character: string) => cut.includes(character)
  const first = characters.findIndex((character) => !isCut(character))
  return first < 0
    ? ''
    : characters.slice(first, characters.findLastIndex((character) => !isCut(character)) + 1).join('')
}

export const scalars: Readonly<Record<string, Scalar>> = {
  abs: numbers(Math.abs),
  ceil: numbers(Math.ceil),
  floor: numbers(Math.floor),
  max: numbers(Math.max),
  min: numbers(Math.min),
  pow: numbers((base, exponent) => base ** exponent),
  parseint: texts((text, base) => Number.parseInt(text, Number(base))),
  lower: texts((text) => text.toLowerCase()),
  upper: texts((text) => text.toUpperCase()),
  trimspace: texts((text) => text.trim()),
  trim: texts(trimOf),
  trimprefix: texts((text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix: texts((text, suffix) => (text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text)),
  startswith: texts((text, prefix) => text.startsWith(prefix)),
  endswith: texts((text, suffix) => text.endsWith(suffix)),
  strcontains: texts((text, part) => text.includes(part)),
  replace: (args) => {
    const [text, from, to] = args.map(toText)
    return text === undefined || from === undefined || to === undefined ? undefined : replace(text, from, to)
  },
  format,
  tostring: ([value]) => (value === null ? null : toText(value!)),
  tonumber: ([value]) => (value === null ? null : toNumber(value!)),
  tobool: ([value]) => (value === null ? null : toBoolean(value!)),
  sensitive: ([value]) => value,
  nonsensitive: ([value]) => value,
}
