// https://developer.hashicorp.com/terraform/language/functions
import type { RootFiles } from '../../../../core/format.ts'
import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { isList, isObject, list, object, toText, type Value } from '../value.ts'

/** What a function may read beside its arguments: files, by the path it is given. */
export type ReadFiles = Pick<RootFiles, 'text' | 'under'>

/** Every argument has one value. Undefined where Terraform would end with an error: `try` goes on to the next. */
export type TerraformFunction = (
  args: readonly Value[],
  at: Location,
  files: ReadFiles | undefined,
) => Known<Value> | undefined

export type FunctionTable = Readonly<Record<string, TerraformFunction>>

/** A function of plain values to a plain value. */
export const plainly =
  (apply: (...args: Value[]) => Value | undefined): TerraformFunction =>
  (args, at) => {
    const result = apply(...args)
    return result === undefined ? undefined : known<Value>(result, at)
  }

/** A function of texts; a number or a truth value is taken as its text. */
export const onTexts = (least: number, apply: (...texts: string[]) => Value | undefined): TerraformFunction =>
  plainly((...args) => {
    const texts = args.map(toText)
    return texts.length >= least && texts.every((text) => text !== undefined) ? apply(...texts) : undefined
  })

export const itemsOf = (value: Value | undefined): readonly Known<Value>[] | undefined =>
  value !== undefined && value !== null && isList(value) ? value.items : undefined

export const entriesOf = (value: Value | undefined): ReadonlyMap<string, Known<Value>> | undefined =>
  value !== undefined && value !== null && isObject(value) ? value.entries : undefined

/** What JSON, YAML and their like hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/** Deeper than any data a person wrote, and shallow enough for the stack. */
const deepest = 100

/** Data as a value whose every part stands at one place; undefined where it is nested too deep. */
export function fromPlain(data: Plain, at: Location, depth = 0): Value | undefined {
  if (depth > deepest) return undefined
  if (data === null || typeof data !== 'object') return data
  const inner = (part: Plain): Known<Value> => {
    const value = fromPlain(part, at, depth + 1)
    return value === undefined ? unknown('limit', at) : known<Value>(value, at)
  }
  if (Array.isArray(data)) return list((data as readonly Plain[]).map(inner))
  return object(Object.entries(data).map(([key, part]) => [key, inner(part)] as const))
}

/** The first part, however deep, that has not one value; undefined where all do. */
export function openIn(value: Value, at: Location): Known<Value> | undefined {
  if (value === null || typeof value !== 'object') return undefined
  for (const part of value.kind === 'list' ? value.items : value.entries.values()) {
    if (part.is === 'unknown') return part
    const single = valueOf(part)
    const open = single === undefined ? unknown<Value>('dynamic', at) : openIn(single, at)
    if (open !== undefined) return open
  }
  return undefined
}

/** With the keys in order, as `jsonencode` writes it. Of a value in which nothing is open. */
export function toJson(value: Value): string {
  if (value === null || typeof value !== 'object') return quote(value)
  const part = (inner: Known<Value>) => toJson(valueOf(inner) ?? null)
  if (value.kind === 'list') return `[${value.items.map(part).join(',')}]`
  const keys = [...value.entries.keys()].sort(byCodePoint)
  return `{${keys.map((key) => `${quote(key)}:${part(value.entries.get(key)!)}`).join(',')}}`
}

const escaped = /[<>&\u2028\u2029]/g

function quote(value: string | number | boolean | null): string {
  if (typeof value === 'number') return toText(value)!
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(escaped, escape)
}

/** Lexicographically by code point, which differs from UTF-16 order beyond the first plane. */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let i = 0
  while (i < shorter && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (i === shorter) return a.length - b.length
  const rank = (code: number) => (code >= 0xd800 && code <= 0xdfff ? code + 0x10000 : code)
  return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i))
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader takes for one character, be it several code points. */
export function charactersOf(text: string): readonly string[] {
  if (/^[\n\t -~]*$/.test(text)) return text.split('')
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}
