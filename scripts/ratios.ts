// Prices as shares of a reference, out of as few different shares as the book's 0.05 % allows.

/** Two ratios are one where the price they give differs by less than this share: the rest of the 0.05 % is for rounding. */
const tolerance = 0.00045

/** Index of the first that is not below. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * For each exact ratio the commonest one that gives the price: lists are rounded to a tenth of a cent, so a region's share comes
 * out as many ratios that are nearly the same.
 */
export function commonRatios(exact: readonly number[]): readonly number[] {
  const near = (value: number) => Number(value.toPrecision(5))
  const counts = new Map<number, number>()
  for (const value of exact) counts.set(near(value), (counts.get(near(value)) ?? 0) + 1)
  const sorted = [...counts.keys()].sort((a, b) => a - b)
  return exact.map((value) => {
    let best = near(value)
    const most = value * (1 + tolerance)
    for (let i = firstFrom(sorted, value * (1 - tolerance)); i < sorted.length && sorted[i]! <= most; i++) {
      if (counts.get(sorted[i]!)! > counts.get(best)!) best = sorted[i]!
    }
    return best
  })
}
