/** 1-based line and column, the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Offsets at which the lines of a text begin. A CRLF is one line end; so is a lone CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++
    else if (code !== 10 && code !== 13) continue
    starts.push(i + 1)
  }
  return starts
}

export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - starts[low]! + 1 }
}
