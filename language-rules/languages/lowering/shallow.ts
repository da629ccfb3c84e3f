import type { Span } from '../../../core/types.ts'
import { type ModuleBuilder, report } from './builder.ts'

/** https://github.com/python/cpython/blob/3.13/Parser/lexer/state.h: MAXLEVEL, and deeper than anybody writes in any language. */
export const mostBrackets = 200

/** A text that a parser can read, of the same length, and what of the original it leaves out. */
export interface Shallow {
  readonly text: string
  readonly deep: readonly Span[]
}

/** Empties the brackets that nest deeper than `mostBrackets`. @param token finds strings and comments, in which no bracket counts, and single brackets */
export function shallow(text: string, token: RegExp): Shallow {
  const deep: Span[] = []
  let depth = 0
  let from: number | undefined
  for (const { 0: what, index } of text.matchAll(token)) {
    if ('([{'.includes(what) && depth++ === mostBrackets) from = index + 1
    if (!')]}'.includes(what)) continue
    depth = Math.max(0, depth - 1)
    if (depth !== mostBrackets || from === undefined) continue
    deep.push([from, index])
    from = undefined
  }
  if (from !== undefined) deep.push([from, text.length])
  let out = ''
  let done = 0
  for (const [start, end] of deep) {
    out += text.slice(done, start) + emptied(text[start - 1]!, text.slice(start, end))
    done = end
  }
  return { text: out + text.slice(done), deep }
}

/** `()` is an expression in no language that is read. */
function emptied(bracket: string, inside: string): string {
  const blank = inside.replace(/[^\r\n]/g, ' ')
  return bracket === '(' ? blank.replace(' ', '0') : blank
}

export const deepMessage = `Brackets are nested more than ${mostBrackets} levels deep: what is inside is not read.`

export function reportDeep(builder: ModuleBuilder, deep: readonly Span[], start = 0): void {
  for (const [from] of deep) report(builder, [start + from - 1, start + from], deepMessage)
}
