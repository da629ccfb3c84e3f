import { known, unknown } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { list, object, toText, type Value } from '../value.ts'
import { csvRows } from './csv.ts'
import { type FunctionTable, fromPlain, onTexts, openIn, type Plain, toJson } from './function.ts'
import { yamlOf, yamlText } from './yaml.ts'

const bytesToBase64 = (bytes: Iterable<number>) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

function base64ToBytes(text: string): Uint8Array | undefined {
  const isBase64 = /^[A-Za-z\d+/]*={0,2}$/.test(text) && text.length % 4 === 0
  return isBase64 ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) : undefined
}

/** Undefined where the bytes are no text of that encoding. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

function encode(text: string, encoding: string): readonly number[] | undefined {
  const name = encoding.toUpperCase()
  if (name === 'UTF-8') return [...new TextEncoder().encode(text)]
  if (name !== 'UTF-16LE' && name !== 'UTF-16BE') return undefined
  const pairs = Array.from({ length: text.length }, (_, i) => [text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8])
  return pairs.flatMap((pair) => (name === 'UTF-16LE' ? pair : pair.reverse()))
}

const decoded = (text: string, encoding: string) => {
  const bytes = base64ToBytes(text)
  return bytes && decode(bytes, encoding)
}

/** What Go's query escaping leaves alone; a space is a plus. */
const urlencode = (text: string) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

function urldecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

function jsonOf(text: string): Plain | undefined {
  try {
    return JSON.parse(text) as Plain
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const fromText =
  (read: (text: string) => Plain | undefined) =>
  ([text]: readonly Value[], at: Location): Known<Value> | undefined => {
    const whole = toText(text ?? null)
    const data = whole === undefined ? undefined : read(whole)
    const value = data === undefined ? undefined : fromPlain(data, at)
    return value === undefined ? undefined : known<Value>(value, at)
  }

const toWritten =
  (write: (value: Value) => string) =>
  ([value]: readonly Value[], at: Location): Known<Value> | undefined =>
    value === undefined ? undefined : (openIn(value, at) ?? known<Value>(write(value), at))

export const encoding: FunctionTable = {
  base64decode: onTexts(1, (text) => decoded(text, 'utf-8')),
  base64encode: onTexts(1, (text) => bytesToBase64(new TextEncoder().encode(text))),
  csvdecode: ([text], at) => {
    const rows = csvRows(toText(text ?? null))
    if (rows === undefined) return undefined
    const [header, ...lines] = rows
    const row = (fields: readonly string[]) =>
      object(fields.map((field, i) => [header![i]!, known<Value>(field, at)] as const))
    if (lines.some((fields) => fields.length !== header!.length)) return undefined
    if (lines.length > 10_000) return unknown('limit', at)
    return known<Value>(list(lines.map((fields) => known<Value>(row(fields), at))), at)
  },
  jsondecode: fromText(jsonOf),
  jsonencode: toWritten(toJson),
  textdecodebase64: onTexts(2, decoded),
  textencodebase64: onTexts(2, (text, name) => {
    const bytes = encode(text, name)
    return bytes && bytesToBase64(bytes)
  }),
  urldecode: onTexts(1, urldecode),
  urlencode: onTexts(1, urlencode),
  yamldecode: fromText(yamlOf),
  yamlencode: toWritten((value) => yamlText(value)),
  // Compressed bytes are opaque, and nothing that is billed is written that way.
  base64gzip: (_, at) => unknown('dynamic', at),
  base64gunzip: (_, at) => unknown('dynamic', at),
}
