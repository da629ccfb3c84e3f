/** Whether a name fits a pattern with `*` (any run, also none) and `?` (one character), without regard to case. Linear in practice. */
export function fits(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase()
  const given = name.toLowerCase()
  let p = 0
  let star = -1
  let mark = 0
  for (let n = 0; n < given.length; ) {
    if (wanted[p] === '*') {
      star = p
      mark = n
      p += 1
    } else if (p < wanted.length && (wanted[p] === '?' || wanted[p] === given[n])) {
      p += 1
      n += 1
    } else if (star >= 0) {
      // The last star takes one character more.
      p = star + 1
      mark += 1
      n = mark
    } else return false
  }
  return /^\**$/.test(wanted.slice(p))
}

export const isPattern = (text: string): boolean => /[*?]/.test(text)
