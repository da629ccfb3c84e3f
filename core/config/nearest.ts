/** Optimal string alignment: insert, delete, replace, or swap of two neighbours count one each. */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/** The valid name somebody probably meant; undefined where none is near (more than a third of it differs). */
export function nearest(name: string, valid: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  let best: { name: string; away: number } | undefined
  for (const candidate of valid) {
    const away = distance(wanted, candidate.toLowerCase())
    if (away <= Math.max(1, Math.ceil(candidate.length / 3)) && (best === undefined || away < best.away)) {
      best = { name: candidate, away }
    }
  }
  return best?.name
}
