/** Offset of the first character of the line an offset is on. */
export function lineStart(text: string, offset: number): number {
  const feed = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1)
  // Within the line: looked for in the whole text, what most files have none of would cost their length each time.
  return feed + 1 + text.slice(feed + 1, offset).lastIndexOf('\r') + 1
}

/** Offset just past the line's end, its line break included. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline + 1
}

/** The white space a line begins with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset)
  return /^[ \t]*/.exec(text.slice(start, start + 400))?.[0] ?? ''
}

/** Applies edits of one text, given in any order; they must not overlap. */
export function applyEdits(
  text: string,
  edits: readonly { readonly span: readonly [number, number]; readonly text: string }[],
): string {
  const sorted = [...edits].sort((a, b) => b.span[0] - a.span[0] || b.span[1] - a.span[1])
  let result = text
  let limit = Number.POSITIVE_INFINITY
  for (const { span, text: replacement } of sorted) {
    if (span[1] > limit) throw new RangeError('edits overlap')
    result = result.slice(0, span[0]) + replacement + result.slice(span[1])
    limit = span[0]
  }
  return result
}
