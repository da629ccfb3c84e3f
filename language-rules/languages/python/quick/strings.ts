// https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
import type { Node } from '../tree.ts'
import { test, yields } from './expressions.ts'
import { at, mark, next, nodeOf, type Reader, refuse, STRING } from './scan.ts'

/** One literal, or several side by side. */
export function strings(reader: Reader): Node {
  const first = string(reader)
  if (!at(reader, STRING)) return first
  const kids = [first]
  while (at(reader, STRING)) kids.push(string(reader))
  return nodeOf(reader, 'ContinuedString', first.from, kids)
}

function string(reader: Reader): Node {
  const { text, from } = reader
  let at = from
  while (text.charCodeAt(at) !== 34 && text.charCodeAt(at) !== 39) at++
  const prefix = text.slice(from, at).toLowerCase()
  const quote = text.charCodeAt(at)
  const long = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote
  at += long ? 3 : 1
  const isFormat = prefix.includes('f')
  const kids: Node[] = []
  const isRaw = prefix.includes('r')
  for (;;) {
    const code = text.charCodeAt(at)
    if (at >= text.length) refuse()
    if (code === 92) at = isRaw ? at + 2 : afterEscape(text, at)
    else if (code === quote && (!long || (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote))) {
      at += long ? 3 : 1
      break
    } else if (code === 10 && !long) refuse()
    else if (code === 123 && isFormat) {
      if (text.charCodeAt(at + 1) === 123) at += 2
      else {
        kids.push(replacement(reader, at))
        at = reader.to
      }
    } else at++
  }
  reader.to = at
  next(reader)
  return { name: isFormat ? 'FormatString' : 'String', from, to: at, kids }
}

/** `\N{LEFT BRACE}` holds no code. */
function afterEscape(text: string, at: number): number {
  if (text[at + 1] !== 'N' || text[at + 2] !== '{') return at + 2
  const close = text.indexOf('}', at)
  return close < 0 ? refuse() : close + 1
}

/** `{value!r:>{width}}`. Afterwards its closing brace is in hand. */
function replacement(reader: Reader, from: number): Node {
  const { depth } = reader
  reader.depth++
  reader.is = '{'
  reader.to = from + 1
  const kids: Node[] = [{ name: '{', from, to: from + 1, kids: [] }]
  next(reader)
  if (at(reader, 'yield')) kids.push(yields(reader, 'YieldExpression'))
  else values(reader, kids)
  if (at(reader, '=')) kids.push(mark(reader, 'FormatSelfDoc'))
  if (at(reader, '!')) {
    const start = reader.from
    if (!/[sra]/.test(reader.text[start + 1] ?? '')) refuse()
    reader.to = start + 2
    next(reader)
    kids.push({ name: 'FormatConversion', from: start, to: start + 2, kids: [] })
  }
  if (at(reader, ':') || at(reader, ':=')) kids.push(spec(reader))
  if (!at(reader, '}')) refuse()
  kids.push({ name: '}', from: reader.from, to: reader.to, kids: [] })
  reader.depth = depth
  return { name: 'FormatReplacement', from, to: reader.to, kids }
}

function values(reader: Reader, kids: Node[]): void {
  for (;;) {
    if (at(reader, '*')) kids.push(mark(reader))
    kids.push(test(reader))
    if (!at(reader, ',')) return
    kids.push(mark(reader))
    if ('}=!:'.includes(reader.is)) return
  }
}

/** What stands between the colon and the closing brace, which is then in hand. */
function spec(reader: Reader): Node {
  const { text, from } = reader
  const kids: Node[] = [{ name: ':', from, to: from + 1, kids: [] }]
  let at = from + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (at >= text.length || code === 10) refuse()
    if (code === 125) break
    if (code === 123) {
      kids.push(replacement(reader, at))
      at = reader.to
    } else at++
  }
  reader.is = '}'
  reader.from = at
  reader.to = at + 1
  return { name: 'FormatSpec', from, to: at, kids }
}
