import { known, unknown } from '../../../../core/known.ts'
import type { Known } from '../../../../core/types.ts'
import { failed, lift, list, toNumber, toText, type Value } from '../value.ts'
import { formatText } from './format.ts'
import { charactersOf, type FunctionTable, itemsOf, onTexts, openIn, plainly } from './function.ts'
import { regular } from './regular.ts'

const trimOf = (text: string, cut: string) => {
  const characters = [...text]
  const isCut = (character: string) => cut.includes(character)
  const first = characters.findIndex((character) => !isCut(character))
  const last = characters.findLastIndex((character) => !isCut(character))
  return first < 0 ? '' : characters.slice(first, last + 1).join('')
}

/** The offset counts from the end where it is negative; a length of -1 is the rest. */
function substring(text: string, offset: number, length: number): string | undefined {
  const characters = charactersOf(text)
  const start = offset < 0 ? characters.length + offset : offset
  if (!Number.isInteger(offset) || !Number.isInteger(length) || length < -1) return undefined
  return characters.slice(Math.max(0, start), length === -1 ? undefined : Math.max(0, start) + length).join('')
}

export const strings: FunctionTable = {
  ...regular,
  chomp: onTexts(1, (text) => text.replace(/[\r\n]+$/, '')),
  endswith: onTexts(2, (text, suffix) => text.endsWith(suffix)),
  startswith: onTexts(2, (text, prefix) => text.startsWith(prefix)),
  strcontains: onTexts(2, (text, part) => text.includes(part)),
  format: ([template, ...values], at) => {
    const text = toText(template ?? null)
    const open = values.map((value) => openIn(value, at)).find((value) => value !== undefined)
    if (text === undefined || open !== undefined) return open
    const made = formatText(text, values)
    return made === undefined ? undefined : known<Value>(made, at)
  },
  formatlist: ([template, ...values], at) => {
    const text = toText(template ?? null)
    const lists = values.flatMap((value) => itemsOf(value) ?? [])
    const lengths = new Set(values.flatMap((value) => itemsOf(value)?.length ?? []))
    if (text === undefined || lengths.size > 1) return undefined
    const count = lengths.size === 0 ? 1 : [...lengths][0]!
    if (lists.length > 10_000) return unknown('limit', at)
    const item = (i: number): Known<Value> =>
      lift(
        values.map((value) => itemsOf(value)?.[i] ?? known<Value>(value, at)),
        at,
        (one) => {
          const made = formatText(text, one)
          return made === undefined ? failed('unsupported', at) : known<Value>(made, at)
        },
      )
    return known<Value>(list(Array.from({ length: count }, (_, i) => item(i))), at)
  },
  indent: plainly((spaces, text) => {
    const [count, whole] = [toNumber(spaces ?? null), toText(text ?? null)]
    if (count === undefined || whole === undefined || count < 0 || count > 1000) return undefined
    return whole.replaceAll('\n', `\n${' '.repeat(count)}`)
  }),
  join: ([separator, ...lists], at) => {
    const between = toText(separator ?? null)
    const items = lists.map(itemsOf)
    if (between === undefined || items.length === 0 || items.some((one) => one === undefined)) return undefined
    return lift(
      items.flatMap((one) => one!),
      at,
      (values) => {
        const texts = values.map(toText)
        return texts.includes(undefined) ? failed('unsupported', at) : known<Value>(texts.join(between), at)
      },
    )
  },
  lower: onTexts(1, (text) => text.toLowerCase()),
  upper: onTexts(1, (text) => text.toUpperCase()),
  split: ([separator, text], at) => {
    const [between, whole] = [toText(separator ?? null), toText(text ?? null)]
    if (between === undefined || whole === undefined) return undefined
    const parts = whole === '' ? [''] : whole.split(between)
    return known<Value>(list(parts.map((part) => known<Value>(part, at))), at)
  },
  strrev: onTexts(1, (text) => [...charactersOf(text)].reverse().join('')),
  substr: plainly((text, offset, length) => {
    const [whole, from, count] = [toText(text ?? null), toNumber(offset ?? null), toNumber(length ?? null)]
    return whole === undefined || from === undefined || count === undefined ? undefined : substring(whole, from, count)
  }),
  title: onTexts(1, (text) => text.replace(/(?<![\p{L}\p{N}_'])\p{L}/gu, (letter) => letter.toUpperCase())),
  trim: onTexts(2, trimOf),
  trimprefix: onTexts(2, (text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix: onTexts(2, (text, suffix) => (text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text)),
  trimspace: onTexts(1, (text) => text.trim()),
}
