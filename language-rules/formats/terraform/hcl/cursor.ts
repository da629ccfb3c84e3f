import type { Span } from '../../../../core/types.ts'
import type { HclProblem } from './ast.ts'

/** Where a parse is in its text. One lives as long as one `parseHcl`. */
export interface Cursor {
  readonly text: string
  at: number
  /** Inside brackets or an interpolation a line end is only space. */
  linesAreSpace: boolean
  depth: number
  readonly problems: HclProblem[]
}

/** What stops one item of a body; never leaves `parseBody`. */
export class Broken extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Deeper than any file a person wrote, and shallow enough for the stack of a web worker. */
const deepest = 200

export function fail(cursor: Cursor, expected: string, at = cursor.at): never {
  const code = cursor.text.codePointAt(at)
  const line = code === undefined ? 'the file ends' : code === 10 || code === 13 ? 'the line ends' : undefined
  throw new Broken(`Expected ${expected}, but ${line ?? `found \`${String.fromCodePoint(code!)}\``}.`, at)
}

/** Runs one level deeper; fails, rather than overflows, on absurd nesting. */
export function deeper<T>(cursor: Cursor, parse: () => T): T {
  if (cursor.depth >= deepest) throw new Broken(`Nested more than ${deepest} levels deep.`, cursor.at)
  cursor.depth++
  const parsed = parse()
  cursor.depth--
  return parsed
}

/** Parses with line ends taken as space, or not, and puts the old state back. */
export function withLines<T>(cursor: Cursor, areSpace: boolean, parse: () => T): T {
  const before = cursor.linesAreSpace
  cursor.linesAreSpace = areSpace
  const parsed = parse()
  cursor.linesAreSpace = before
  return parsed
}

/** Spaces and comments; line ends too where they are space. A `#` comment leaves its line end. */
export function skipSpace(cursor: Cursor, lines = cursor.linesAreSpace): void {
  const { text } = cursor
  for (;;) {
    const code = text.charCodeAt(cursor.at)
    if (code === 32 || code === 9 || code === 13 || (code === 10 && lines)) cursor.at++
    else if (code === 35 || (code === 47 && text.charCodeAt(cursor.at + 1) === 47)) cursor.at = lineEnd(text, cursor.at)
    else if (code === 47 && text.charCodeAt(cursor.at + 1) === 42) cursor.at = commentEnd(text, cursor.at)
    else return
  }
}

/** Offset of the line feed that ends the line, or of the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

export function commentEnd(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2)
  return end < 0 ? text.length : end + 2
}

export const sees = (cursor: Cursor, what: string) => cursor.text.startsWith(what, cursor.at)

/** Takes the text if it comes next. */
export function take(cursor: Cursor, what: string): boolean {
  if (!sees(cursor, what)) return false
  cursor.at += what.length
  return true
}

export function expect(cursor: Cursor, what: string): void {
  if (!take(cursor, what)) fail(cursor, `\`${what}\``)
}

const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy

const isLetter = (code: number) => (code > 96 && code < 123) || (code > 64 && code < 91) || code === 95
const isLetterDigitOrDash = (code: number) => isLetter(code) || (code > 47 && code < 58) || code === 45

/** The identifier that begins at the offset; undefined where none does. Plain ASCII does without the slow pattern. */
export function identifierAt(text: string, at: number): string | undefined {
  const first = text.charCodeAt(at)
  if (first < 128 && !isLetter(first)) return undefined
  let end = at
  while (isLetterDigitOrDash(text.charCodeAt(end))) end++
  if (end > at && !(text.charCodeAt(end) > 127)) return text.slice(at, end)
  identifier.lastIndex = at
  return identifier.exec(text)?.[0]
}

export function takeIdentifier(cursor: Cursor, expected = 'a name'): { readonly name: string; readonly span: Span } {
  const name = identifierAt(cursor.text, cursor.at) ?? fail(cursor, expected)
  const start = cursor.at
  cursor.at += name.length
  return { name, span: [start, cursor.at] }
}

/** Takes a word that is not the beginning of a longer name. */
export function takeWord(cursor: Cursor, word: string): boolean {
  if (identifierAt(cursor.text, cursor.at) !== word) return false
  cursor.at += word.length
  return true
}
