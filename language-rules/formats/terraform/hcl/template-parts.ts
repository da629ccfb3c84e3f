import type { TemplatePart } from './ast.ts'
import { Broken, type Cursor } from './cursor.ts'
import type { Piece } from './template.ts'

/** Takes the space off texts that stand beside a `~`. */
export function trimAtMarkers(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.every((piece) => piece.is === 'text' || !(piece.trimsBefore || piece.trimsAfter))) return pieces
  return pieces.map((piece, i) => {
    if (piece.is !== 'text') return piece
    const before = pieces[i - 1]
    const after = pieces[i + 1]
    let { text } = piece
    if (before !== undefined && before.is !== 'text' && before.trimsAfter) text = text.trimStart()
    if (after !== undefined && after.is !== 'text' && after.trimsBefore) text = text.trimEnd()
    return { ...piece, text }
  })
}

/** Puts what stands between `%{ if }` and `%{ endif }`, `%{ for }` and `%{ endfor }`, inside them. */
export function nest(cursor: Cursor, pieces: readonly Piece[]): readonly TemplatePart[] {
  if (pieces.every(isPlain)) return pieces
  const rest = [...pieces].reverse()
  const parts = nestUntil(rest, [])
  const left = rest.at(-1)
  if (left !== undefined) throw new Broken('This directive closes nothing.', left.span[0])
  return parts

  function nestUntil(waiting: Piece[], closers: readonly string[]): readonly TemplatePart[] {
    const done: TemplatePart[] = []
    for (let piece = waiting.at(-1); piece !== undefined; piece = waiting.at(-1)) {
      if (piece.is === 'directive' && (closers.includes(piece.word) || piece.word.startsWith('e'))) break
      waiting.pop()
      if (piece.is === 'text') done.push(piece)
      else if (piece.is === 'interpolation') done.push({ is: 'interpolation', value: piece.value, span: piece.span })
      else done.push(nestDirective(waiting, piece))
    }
    return done
  }

  function nestDirective(waiting: Piece[], opener: Extract<Piece, { is: 'directive' }>): TemplatePart {
    if (opener.word === 'if') {
      const then = nestUntil(waiting, ['else', 'endif'])
      const otherwise = closes(waiting, 'else') ? nestUntil(waiting, ['endif']) : []
      if (!closes(waiting, 'endif')) throw new Broken('Expected `%{ endif }` for this `%{ if }`.', opener.span[0])
      return { is: 'if', condition: opener.condition, then, otherwise, span: [opener.span[0], cursor.at] }
    }
    if (opener.word !== 'for') throw new Broken('This directive closes nothing.', opener.span[0])
    const parts = nestUntil(waiting, ['endfor'])
    if (!closes(waiting, 'endfor')) throw new Broken('Expected `%{ endfor }` for this `%{ for }`.', opener.span[0])
    const { key, value, collection } = opener
    return { is: 'for', key, value, collection, parts, span: [opener.span[0], cursor.at] }
  }
}

type Plain = Extract<Piece, { is: 'text' | 'interpolation' }>
const isPlain = (piece: Piece): piece is Plain => piece.is !== 'directive'

function closes(waiting: Piece[], word: string): boolean {
  const piece = waiting.at(-1)
  if (piece?.is !== 'directive' || piece.word !== word) return false
  waiting.pop()
  return true
}
