// Where a text that is sent stands in the code. A line break is sent as one character, whatever the file ends its lines with.
import type { Span } from '../types.ts'

/** Every place of a text in the code. */
export function writtenIn(code: string, text: string): readonly Span[] {
  const plain = code.replaceAll('\r\n', '\n')
  const found: Span[] = []
  for (let at = plain.indexOf(text); at >= 0; at = plain.indexOf(text, at + text.length))
    found.push(asWritten(code, [at, at + text.length]))
  return found
}

/** The span in the code of one in what it is sent as. */
export function asWritten(code: string, [from, to]: Span): Span {
  const breaks = [...code.matchAll(/\r\n/g)].map(({ index }, i) => index - i)
  const before = (at: number) => breaks.filter((each) => each < at).length
  return [from + before(from), to + before(to)]
}
