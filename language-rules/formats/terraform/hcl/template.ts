// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates
import type { Span } from '../../../../core/types.ts'
import type { Expression, Template, TemplatePart } from './ast.ts'
import { type Cursor, expect, fail, skipSpace, take, takeIdentifier, withLines } from './cursor.ts'
import { parseExpression } from './expression.ts'
import { parseForIntro } from './primary.ts'
import { nest, trimAtMarkers } from './template-parts.ts'

/** A piece of a template in the order it is written, before `%{ if }` and `%{ for }` are nested. */
export type Piece =
  | Extract<TemplatePart, { is: 'text' }>
  | (Extract<TemplatePart, { is: 'interpolation' }> & Trims)
  | (Directive & Trims & { readonly span: Span })

/** `~` beside the opening or closing brace: the space on that side is not part of the text. */
interface Trims {
  readonly trimsBefore: boolean
  readonly trimsAfter: boolean
}

type Directive =
  | { readonly is: 'directive'; readonly word: 'if'; readonly condition: Expression }
  | ({ readonly is: 'directive'; readonly word: 'for' } & ReturnType<typeof parseForIntro>)
  | { readonly is: 'directive'; readonly word: 'else' | 'endif' | 'endfor' }

export function parseQuoted(cursor: Cursor): Template {
  const start = cursor.at++
  const pieces: Piece[] = []
  let text = ''
  let from = cursor.at
  const flush = () => {
    if (text !== '') pieces.push({ is: 'text', text, span: [from, cursor.at] })
    text = ''
  }
  for (;;) {
    const next = cursor.text.charAt(cursor.at)
    if (next === '' || next === '\n') fail(cursor, 'a closing `"`')
    if (next === '"') break
    if (next === '\\') text += takeEscape(cursor)
    else if (opensTemplate(cursor)) {
      flush()
      pieces.push(parseSequence(cursor))
      from = cursor.at
    } else text += takeText(cursor)
  }
  flush()
  cursor.at++
  return { is: 'template', heredoc: false, parts: nest(cursor, trimAtMarkers(pieces)), span: [start, cursor.at] }
}

/** To the end of the text: nothing but markers means anything. */
export function parseWholeTemplate(cursor: Cursor): Template {
  const pieces: Piece[] = []
  while (cursor.at < cursor.text.length) {
    const start = cursor.at
    let text = ''
    while (cursor.at < cursor.text.length && !opensTemplate(cursor)) text += takeText(cursor)
    if (text !== '') pieces.push({ is: 'text', text, span: [start, cursor.at] })
    if (cursor.at < cursor.text.length) pieces.push(parseSequence(cursor))
  }
  return { is: 'template', heredoc: false, parts: nest(cursor, trimAtMarkers(pieces)), span: [0, cursor.at] }
}

/** `${` or `%{`. */
export function opensTemplate({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at)
  return (code === 36 || code === 37) && text.charCodeAt(at + 1) === 123
}

/** Text up to what may mean something: a quote, a backslash, a line end, a marker. At one of those, that character;
 * `$${` and `%%{` stand for `${` and `%{`. */
export function takeText(cursor: Cursor): string {
  const { text, at } = cursor
  let end = at
  while (end < text.length && !isSpecial(text.charCodeAt(end))) end++
  if (end > at) {
    cursor.at = end
    return text.slice(at, end)
  }
  const character = text.charAt(at)
  const isEscaped = text.charAt(at + 1) === character && text.charAt(at + 2) === '{' && '$%'.includes(character)
  cursor.at += isEscaped ? 3 : 1
  return isEscaped ? `${character}{` : character
}

/** `"`, `\\`, `$`, `%` and the line feed. */
const isSpecial = (code: number) => code === 34 || code === 92 || code === 36 || code === 37 || code === 10

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const unicode = /u([\da-fA-F]{4})|U([\da-fA-F]{8})/y

function takeEscape(cursor: Cursor): string {
  const letter = cursor.text.charAt(cursor.at + 1)
  const plain = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined
  if (plain !== undefined) {
    cursor.at += 2
    return plain
  }
  unicode.lastIndex = cursor.at + 1
  const match = unicode.exec(cursor.text)
  const code = Number.parseInt(match?.[1] ?? match?.[2] ?? '', 16)
  if (!(code <= 0x10ffff)) fail(cursor, 'an escape such as `\\n`, `\\"` or `\\u00e9`', cursor.at + 1)
  cursor.at += 1 + match![0].length
  return String.fromCodePoint(code)
}

/** An interpolation or a directive, from its `${` or `%{` to its `}`. */
export function parseSequence(cursor: Cursor): Piece {
  const start = cursor.at
  const isDirective = cursor.text.charAt(start) === '%'
  cursor.at += 2
  const trimsBefore = take(cursor, '~')
  const inner = withLines(cursor, true, () => {
    const parsed = isDirective
      ? parseDirective(cursor)
      : { is: 'interpolation' as const, value: parseExpression(cursor) }
    skipSpace(cursor)
    return parsed
  })
  const trimsAfter = take(cursor, '~')
  expect(cursor, '}')
  return { ...inner, trimsBefore, trimsAfter, span: [start, cursor.at] }
}

function parseDirective(cursor: Cursor): Directive {
  skipSpace(cursor)
  const start = cursor.at
  const word = takeIdentifier(cursor, '`if` or `for`').name
  if (word === 'if') return { is: 'directive', word, condition: parseExpression(cursor) }
  if (word === 'for') return { is: 'directive', word, ...parseForIntro(cursor) }
  if (word === 'else' || word === 'endif' || word === 'endfor') return { is: 'directive', word }
  return fail(cursor, '`if`, `else`, `endif`, `for` or `endfor`', start)
}
