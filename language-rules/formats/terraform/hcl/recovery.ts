import { commentEnd, lineEnd } from './cursor.ts'

/** How many characters stand before the offset on its line. */
export const columnOf = (text: string, at: number) => at - (text.lastIndexOf('\n', at - 1) + 1)

/** Longer than any one argument, so that a file of open brackets does not cost its length at each of them. */
const lookahead = 50_000

/**
 * Where to go on after the item that begins at `start` broke at `broken`: behind the item where its brackets close, at
 * the `}` of the block around it, or at the next item that is indented no further, where its brackets never close.
 */
export function resume(text: string, start: number, broken: number): number {
  const column = columnOf(text, start)
  const farthest = Math.min(text.length, Math.max(start, broken) + lookahead)
  let depth = 0
  let at = start
  while (at < farthest) {
    const character = text.charAt(at)
    if (character === '\n') {
      if (depth === 0 ? !continues(text, at + 1) : beginsItem(text, at + 1, column)) return at + 1
      at++
    } else if (character === '"') at = quoteEnd(text, at)
    else if (character === '#' || text.startsWith('//', at)) at = lineEnd(text, at)
    else if (text.startsWith('/*', at)) at = commentEnd(text, at)
    else if (text.startsWith('<<', at)) at = heredocEnd(text, at)
    else if ('([{'.includes(character)) {
      depth++
      at++
    } else if (')]}'.includes(character)) {
      const closesParent = character === '}' && (depth === 0 || isIndentedLess(text, at, column))
      if (closesParent) return at
      depth = Math.max(0, depth - 1)
      at++
    } else at++
  }
  const isClosed = depth === 0 && at >= text.length
  return isClosed ? text.length : Math.min(text.length, lineEnd(text, Math.max(start, broken)) + 1)
}

const continuation = /[ \t]*[^\s\p{ID_Start}_#/}]/uy

/** A line that begins nothing of its own belongs to the broken item before it. */
function continues(text: string, at: number): boolean {
  continuation.lastIndex = at
  return continuation.test(text)
}

const itemStart = /([ \t]*)[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(=(?![=>])|("[^"\n]*"[ \t]*)*\{)/uy

/** An argument or a block header, indented no further than the broken item. */
function beginsItem(text: string, at: number, column: number): boolean {
  itemStart.lastIndex = at
  const match = itemStart.exec(text)
  return match !== null && match[1]!.length <= column
}

function isIndentedLess(text: string, at: number, column: number): boolean {
  const indent = columnOf(text, at)
  return indent < column && text.slice(at - indent, at).trim() === ''
}

/** Behind the closing quote, or at the end of the line. A brace inside an interpolation is not looked at. */
function quoteEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === '\\') i++
    else if (character === '"') return i + 1
    else if (character === '\n') return i
  }
  return text.length
}

const opening = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t\r]*\n/uy

/** Behind the line that ends the heredoc; behind the `<<` where it is none, or never ends. */
function heredocEnd(text: string, at: number): number {
  opening.lastIndex = at
  const match = opening.exec(text)
  if (match === null) return at + 2
  let line = opening.lastIndex
  while (line < text.length) {
    const end = lineEnd(text, line)
    if (text.slice(line, end).trim() === match[1]) return end
    line = end + 1
  }
  return at + 2
}
