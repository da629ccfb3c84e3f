/** A byte-pair encoder's time grows with the square of the longest word: 50,000 equal letters take seconds. */
const pieceLength = 4096

const whitespace = /\s/

/** Where to cut at the latest: before the last white space that fits, which encoders read with the word that follows it. */
function cutBefore(text: string, from: number): number {
  const end = from + pieceLength
  if (end >= text.length) return text.length
  for (let at = end; at > from; at--) if (whitespace.test(text[at]!)) return at
  const splitsPair = /[\uD800-\uDBFF]/.test(text[end - 1]!)
  return splitsPair ? end - 1 : end
}

/** The text in pieces of at most 4,096 characters. Counting them one by one is within 0.01 % of counting the whole. */
export function pieces(text: string): string[] {
  const out: string[] = []
  for (let from = 0; from < text.length; ) {
    const to = cutBefore(text, from)
    out.push(text.slice(from, to))
    from = to
  }
  return out
}
