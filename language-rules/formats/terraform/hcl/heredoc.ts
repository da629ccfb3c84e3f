// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
import type { Template } from './ast.ts'
import { Broken, type Cursor, fail, lineEnd, take, takeIdentifier } from './cursor.ts'
import { opensTemplate, type Piece, parseSequence, takeText } from './template.ts'
import { nest, trimAtMarkers } from './template-parts.ts'

/** `<<TAG` or `<<-TAG` to the end of the line that holds the tag alone. The line end after it is not taken. */
export function parseHeredoc(cursor: Cursor): Template {
  const start = cursor.at
  cursor.at += 2
  const indented = take(cursor, '-')
  const tag = takeIdentifier(cursor, 'the name that ends the heredoc').name
  if (cursor.text.slice(cursor.at, lineEnd(cursor.text, cursor.at)).trim() !== '') fail(cursor, 'a new line')
  cursor.at = lineEnd(cursor.text, cursor.at) + 1
  const pieces = takeLines(cursor, tag, start)
  const parts = nest(cursor, trimAtMarkers(indented ? unindent(pieces) : pieces))
  return { is: 'template', heredoc: true, parts, span: [start, cursor.at] }
}

/** Every line is a text of its own, so that its indentation can be taken off. */
function takeLines(cursor: Cursor, tag: string, start: number): readonly Piece[] {
  const pieces: Piece[] = []
  let text = ''
  let from = cursor.at
  let beginsLine = true
  const flush = () => {
    if (text !== '') pieces.push({ is: 'text', text, span: [from, cursor.at] })
    text = ''
    from = cursor.at
  }
  for (;;) {
    if (cursor.at >= cursor.text.length)
      throw new Broken(`Expected a line with \`${tag}\` alone to end the heredoc.`, start)
    if (beginsLine && cursor.text.slice(cursor.at, lineEnd(cursor.text, cursor.at)).trim() === tag) break
    beginsLine = false
    if (opensTemplate(cursor)) {
      flush()
      pieces.push(parseSequence(cursor))
      from = cursor.at
      continue
    }
    const taken = takeText(cursor)
    text += taken
    if (taken !== '\n') continue
    flush()
    beginsLine = true
  }
  cursor.at = cursor.text.indexOf(tag, cursor.at) + tag.length
  return pieces
}

/** `<<-`: takes the indentation of the least indented line off every line; a blank line neither counts nor changes. */
function unindent(pieces: readonly Piece[]): readonly Piece[] {
  const beginsLine = (i: number) => {
    const before = pieces[i - 1]
    return before === undefined || (before.is === 'text' && before.text.endsWith('\n'))
  }
  const isBlank = (piece: Piece) => piece.is === 'text' && piece.text.trim() === '' && piece.text.endsWith('\n')
  const widths = pieces.flatMap((piece, i) => {
    if (!beginsLine(i) || isBlank(piece)) return []
    return [piece.is === 'text' ? indentation(piece.text) : 0]
  })
  const least = widths.length === 0 ? 0 : Math.min(...widths)
  return pieces.map((piece, i) =>
    piece.is === 'text' && beginsLine(i) && !isBlank(piece)
      ? { ...piece, text: piece.text.slice(Math.min(least, indentation(piece.text))) }
      : piece,
  )
}

const indentation = (text: string) => text.length - text.replace(/^[ \t]+/, '').length
