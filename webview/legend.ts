/** Between two names, and between two lines of them. Pixels. */
export const legendGap = 10
/** A line of names with the gap below it. */
const lineHeight = 14 + legendGap
/** The coloured square and what is between it and its name; a little more, so that no line is taken for one that fits. */
const aroundName = 12 + 5 + 4

/**
 * How much higher the names of a chart's parts are than one line of them, where each is to be seen whole: pixels.
 * @param measure how wide a text is
 */
export function legendBeyondLine(names: readonly string[], width: number, measure: (text: string) => number): number {
  let [lines, used] = [1, 0]
  for (const name of names) {
    const wide = measure(name) + aroundName
    const next = used === 0 ? wide : used + legendGap + wide
    if (used > 0 && next > width) {
      lines += 1
      used = wide
    } else used = next
  }
  return (lines - 1) * lineHeight
}
