const week = 7
/** Days a level must have held on both sides. */
const held = 14
/**
 * How many times better than noise of one day a change has to explain the series, and how little of a second one casts doubt
 * on it. Daily spend leans on the day before, so that noise holds on three times as long, and the best of many days is taken.
 * Andrews, Tests for parameter instability with unknown change point, Econometrica 61, 1993: 12 for independent days at 1 %.
 */
const [evidence, doubt] = [40, 12]

/**
 * The first day of the new level, as an index, after the one change of level in a series with a weekly season and a trend.
 * Undefined where there is none, and where there are several: then they are how this series is, and may come again.
 */
export function levelShift(series: readonly number[]): number | undefined {
  if (series.length < 4 * held) return undefined
  const days = series.map((_, i) => i)
  const base = [days, ...Array.from({ length: week }, (_, day) => days.map((i) => (i % week === day ? 1 : 0)))]
  const first = best(orthogonal(base), series, evidence)
  if (first === undefined) return undefined
  return best(orthogonal([...base, stepAt(first, series.length)]), series, doubt) ? undefined : first
}

const stepAt = (at: number, length: number) => Array.from({ length }, (_, i) => (i < at ? 0 : 1))
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** What `others` do not explain of `values`. */
const without = (values: readonly number[], others: readonly (readonly number[])[]) =>
  others.reduce<readonly number[]>((left, other) => {
    const share = dot(left, other)
    return left.map((value, i) => value - share * other[i]!)
  }, values)

/** Gram and Schmidt: the same space, its vectors of length one and at right angles. */
function orthogonal(vectors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const made: (readonly number[])[] = []
  for (const vector of vectors) {
    const left = without(vector, made)
    const size = Math.sqrt(dot(left, left))
    if (size > 1e-9) made.push(left.map((value) => value / size))
  }
  return made
}

/** The step that explains most beside what `known` does, where it explains that many times more than noise would. */
function best(known: readonly (readonly number[])[], series: readonly number[], times: number): number | undefined {
  const left = without(series, known)
  const total = dot(left, left)
  if (total < 1e-9 * dot(series, series)) return undefined
  let found: number | undefined
  let explained = 0
  for (let at = held; at <= series.length - held; at++) {
    const step = without(stepAt(at, series.length), known)
    const size = dot(step, step)
    const share = size < 1e-6 ? 0 : dot(left, step) ** 2 / size
    if (share <= explained) continue
    explained = share
    found = at
  }
  const free = series.length - known.length - 1
  return explained > (times * (total - explained)) / free ? found : undefined
}
