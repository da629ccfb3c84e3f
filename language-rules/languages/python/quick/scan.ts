// Tokens of a Python text, one at a time, as the reader asks for them.
// https://docs.python.org/3/reference/lexical_analysis.html
import type { Node } from '../tree.ts'

/** A text being read: the token in hand, and what was seen on the way to it. */
export interface Reader {
  readonly text: string
  /** What the token in hand is: a word or an operator as it is written, or one of the kinds below. */
  is: string
  from: number
  to: number
  /** Where the token before it ends. */
  end: number
  /** Brackets that are open: line ends mean nothing inside. */
  depth: number
  readonly indents: number[]
  /** Levels still to be left before the next token. */
  leaving: number
  /** Where the last line that was read ends, its line end with it. */
  line: number
  readonly comments: (readonly [number, number])[]
}

/** Kinds that no word or operator is written as. */
export const [NAME, NUMBER, STRING, NEWLINE, INDENT, DEDENT, END] = [
  'name ',
  'number ',
  'string ',
  'newline ',
  'indent ',
  'dedent ',
  'end ',
] as const

/** Thrown where the text is not what this reader reads: the whole of it is given to the other parser. */
export class NotRead extends Error {}

export function refuse(): never {
  throw new NotRead()
}

export function readerOf(text: string): Reader {
  const reader: Reader = {
    text,
    is: NEWLINE,
    from: 0,
    to: 0,
    end: 0,
    depth: 0,
    indents: [0],
    leaving: 0,
    line: 0,
    comments: [],
  }
  next(reader)
  return reader
}

/** https://docs.python.org/3/reference/lexical_analysis.html#keywords */
const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
)

const word = /[A-Za-z_\u00a1-\uffff][\w\u00a1-\uffff]*/y

const number =
  /(?:0[bB][_01]+|0[oO][_0-7]+|0[xX][_0-9a-fA-F]+|(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y

const operator = /\*\*=?|\/\/=?|>>=?|<<=?|\.\.\.|->|:=|[=!<>]=|<>|[-+*/@%&|^]=|[-+*/@%&|^~<>=()[\]{},:.;!]/y

const prefix = /^(?:[uUbB]|[rR]|[bB][rR]|[rR][bB]|[fF]|[fF][rR]|[rR][fF])$/

/** Takes the next token in hand. */
export function next(reader: Reader): void {
  reader.end = reader.to
  if (reader.leaving > 0) {
    reader.leaving--
    take(reader, DEDENT, reader.to, reader.to)
    return
  }
  if (reader.is === NEWLINE && reader.depth === 0 && atLine(reader)) return
  token(reader, reader.to)
}

function take(reader: Reader, is: string, from: number, to: number): void {
  reader.is = is
  reader.from = from
  reader.to = to
}

/** At the beginning of a line that holds something; true where it is indented otherwise than the one before. */
function atLine(reader: Reader): boolean {
  const { text, indents } = reader
  let at = reader.to
  let column = 0
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32) column++
    else if (code === 9) column += 8 - (column % 8)
    else if (code === 10) column = 0
    else if (code === 35) {
      at = comment(reader, at)
      continue
    } else break
    at++
    if (code === 10) reader.to = at
  }
  if (at >= text.length) {
    reader.leaving = indents.length - 1
    indents.length = 1
    reader.to = text.length
    if (reader.leaving === 0) return false
    reader.leaving--
    take(reader, DEDENT, at, at)
    return true
  }
  const current = indents[indents.length - 1]!
  reader.to = at
  if (column === current) return false
  if (column > current) {
    indents.push(column)
    take(reader, INDENT, at, at)
    return true
  }
  while (indents[indents.length - 1]! > column) {
    indents.pop()
    reader.leaving++
  }
  if (indents[indents.length - 1] !== column) refuse()
  reader.leaving--
  take(reader, DEDENT, at, at)
  return true
}

/** Where it ends: at the end of its line. */
function comment(reader: Reader, from: number): number {
  const line = reader.text.indexOf('\n', from)
  const to = line < 0 ? reader.text.length : line
  reader.comments.push([from, to])
  return to
}

function token(reader: Reader, start: number): void {
  const { text } = reader
  let at = start
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 9 || code === 12) at++
    else if (code === 35) at = comment(reader, at)
    else if (code === 92 && text.charCodeAt(at + 1) === 10) at += 2
    else if (code !== 10) break
    else if (reader.depth > 0) at++
    else {
      take(reader, NEWLINE, at, at + 1)
      return
    }
  }
  const code = text.charCodeAt(at)
  if (at >= text.length) {
    if (reader.depth > 0) refuse()
    // The last line may lack its end.
    if (reader.is !== NEWLINE && reader.is !== DEDENT && reader.is !== END) take(reader, NEWLINE, start, at)
    else take(reader, END, at, at)
  } else if (code === 34 || code === 39) take(reader, STRING, at, at)
  else if (code >= 48 && code <= 57) sticky(reader, number, NUMBER, at)
  else if (isLetter(code)) wordAt(reader, at)
  else if (code === 46 && isDigit(text.charCodeAt(at + 1))) sticky(reader, number, NUMBER, at)
  else sticky(reader, operator, undefined, at)
}

const isDigit = (code: number) => code >= 48 && code <= 57

const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 0xa1

function sticky(reader: Reader, pattern: RegExp, kind: string | undefined, at: number): void {
  pattern.lastIndex = at
  const found = pattern.exec(reader.text)
  if (!found) refuse()
  take(reader, kind ?? found[0], at, pattern.lastIndex)
}

function wordAt(reader: Reader, at: number): void {
  const { text } = reader
  word.lastIndex = at
  word.test(text)
  const to = word.lastIndex
  const length = to - at
  const after = text.charCodeAt(to)
  if (length <= 2 && (after === 34 || after === 39)) {
    if (!prefix.test(text.slice(at, to))) refuse()
    // Its content is read by whoever wants it (strings.ts): it may hold code.
    take(reader, STRING, at, at)
    return
  }
  const written = length <= 8 ? text.slice(at, to) : ''
  take(reader, keywords.has(written) ? written : NAME, at, to)
}

/** Is that the token in hand? */
export const at = (reader: Reader, is: string): boolean => reader.is === is

/** The token in hand as a node, the next one taken. */
export function mark(reader: Reader, name = reader.is): Node {
  const node: Node = { name, from: reader.from, to: reader.to, kids: [] }
  next(reader)
  return node
}

export function expect(reader: Reader, is: string, name = is): Node {
  if (reader.is !== is) refuse()
  return mark(reader, name)
}

/** A node of what was read since its first part began. */
export const nodeOf = (reader: Reader, name: string, from: number, kids: Node[]): Node => ({
  name,
  from,
  to: reader.end,
  kids,
})
