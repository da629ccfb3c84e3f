// https://developer.hashicorp.com/terraform/language/functions/format
import { toBoolean, toNumber, toText, type Value } from '../value.ts'
import { charactersOf, toJson } from './function.ts'

const verbs = /%(?:%|([ +\-0#]*)(\d*)(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z]))|%/g

interface Verb {
  readonly flags: string
  readonly precision: number | undefined
  readonly letter: string
}

/** The text with every verb filled in; undefined where a verb or an argument does not fit. */
export function formatText(template: string, values: readonly Value[]): string | undefined {
  let next = 0
  let fits = true
  let used = 0
  let chosen = false
  const text = template.replace(verbs, (whole, flags, width, precision, index, letter) => {
    if (whole === '%%') return '%'
    if (index !== undefined) {
      next = Number(index) - 1
      chosen = true
    }
    const value = values[next++]
    used = Math.max(used, next)
    const verb = { flags: flags ?? '', precision: precision === undefined ? undefined : Number(precision), letter }
    const shown = letter === undefined || value === undefined ? undefined : show(value, verb)
    if (shown === undefined) fits = false
    return pad(shown ?? '', Number(width || 0), verb)
  })
  const tooMany = !chosen && used < values.length
  return fits && !tooMany ? text : undefined
}

function show(value: Value, verb: Verb): string | undefined {
  switch (verb.letter) {
    case 'v':
      return verb.flags.includes('#') || value === null || typeof value === 'object' ? toJson(value) : toText(value)
    case 't':
      return toBoolean(value)?.toString()
    case 's':
    case 'q': {
      const text = toText(value)
      const cut = verb.precision && text !== undefined ? charactersOf(text).slice(0, verb.precision).join('') : text
      return verb.letter === 'q' && cut !== undefined ? toJson(cut) : cut
    }
    default:
      return showNumber(toNumber(value), verb)
  }
}

const bases: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, x: 16, X: 16 }

function showNumber(number: number | undefined, { flags, precision, letter }: Verb): string | undefined {
  if (number === undefined) return undefined
  const sign = number >= 0 && flags.includes('+') ? '+' : number >= 0 && flags.includes(' ') ? ' ' : ''
  const digits = Object.hasOwn(bases, letter) ? whole(number, bases[letter]!) : fraction(number, precision, letter)
  return digits === undefined ? undefined : sign + (/[XEG]/.test(letter) ? digits.toUpperCase() : digits)
}

const whole = (number: number, base: number) => (Number.isInteger(number) ? BigInt(number).toString(base) : undefined)

/** An exponent has two digits at least. Six digits after the point where none are asked for. */
function fraction(number: number, precision: number | undefined, letter: string): string | undefined {
  const exponent = (text: string) => text.replace(/e([+-])(\d)$/, 'e$10$2')
  switch (letter.toLowerCase()) {
    case 'f':
      return Math.abs(number) < 1e21 ? number.toFixed(precision ?? 6) : undefined
    case 'e':
      return exponent(number.toExponential(precision ?? 6))
    case 'g': {
      const rounded = precision === undefined ? number : Number(number.toPrecision(Math.max(1, precision)))
      const isPlain = rounded === 0 || (Math.abs(rounded) >= 1e-4 && Math.abs(rounded) < 1e21)
      return isPlain ? toText(rounded) : exponent(rounded.toExponential())
    }
    default:
      return undefined
  }
}

function pad(text: string, width: number, { flags, letter }: Verb): string {
  const missing = width - charactersOf(text).length
  if (missing <= 0) return text
  if (flags.includes('-')) return text + ' '.repeat(missing)
  if (!flags.includes('0')) return ' '.repeat(missing) + text
  const sign = /^[+\- ]/.test(text) && letter !== 's' ? 1 : 0
  return text.slice(0, sign) + '0'.repeat(missing) + text.slice(sign)
}
