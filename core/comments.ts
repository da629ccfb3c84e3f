import type { Span } from './types.ts'

/** A comment with its markers in `span` and without them in `text`. */
export interface FoundComment {
  readonly span: Span
  readonly text: string
}

/**
 * Comments of a text with `#`, `//` and block comments, double-quoted strings with `${…}` in them, and heredocs: HCL and
 * its relatives. Reads on past anything it does not understand; a string that is not closed ends with its line.
 */
export function hashComments(text: string): readonly FoundComment[] {
  const comments: FoundComment[] = []
  let at = 0
  const take = (end: number, text_: string) => {
    comments.push({ span: [at, end], text: text_ })
    at = end
  }
  while (at < text.length) {
    const two = text.slice(at, at + 2)
    if (two[0] === '#') take(endOfLine(text, at), text.slice(at + 1, endOfLine(text, at)))
    else if (two === '//') take(endOfLine(text, at), text.slice(at + 2, endOfLine(text, at)))
    else if (two === '/*') {
      const close = text.indexOf('*/', at + 2)
      const end = close < 0 ? text.length : close + 2
      take(end, text.slice(at + 2, close < 0 ? end : close))
    } else if (two[0] === '"') at = endOfString(text, at)
    else if (two === '<<') at = endOfHeredoc(text, at)
    else at++
  }
  return comments
}

function endOfLine(text: string, from: number): number {
  const at = /[\r\n]/g
  at.lastIndex = from
  return at.exec(text)?.index ?? text.length
}

/** Offset after the closing quote. Inside `${…}` quotes open strings of their own. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '"') return at + 1
    else if (char === '\n') return at
    else if ((char === '$' || char === '%') && text[at + 1] === '{') at = endOfHole(text, at + 2) - 1
  }
  return text.length
}

function endOfHole(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === '"') at = endOfString(text, at) - 1
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return at + 1
    else if (char === '\n') return at
  }
  return text.length
}

/** Offset after `<<EOT … EOT` or `<<-EOT … EOT`; after `<<` where it opens none. */
function endOfHeredoc(text: string, open: number): number {
  const opened = /^<<-?([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/u.exec(text.slice(open, open + 200))
  if (!opened) return open + 2
  const close = new RegExp(`^[ \\t]*${opened[1]}[ \\t]*\\r?$`, 'm').exec(text.slice(open + opened[0].length))
  return close ? open + opened[0].length + close.index + close[0].length : text.length
}
