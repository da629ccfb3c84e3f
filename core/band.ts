import type { Band } from './types.ts'

export const exactly = (value: number): Band => ({ low: value, likely: value, high: value })

export const scale = (band: Band, by: number): Band => ({
  low: band.low * by,
  likely: band.likely * by,
  high: band.high * by,
})

export const times = (a: Band, b: Band): Band => ({
  low: a.low * b.low,
  likely: a.likely * b.likely,
  high: a.high * b.high,
})

export const plus = (a: Band, b: Band): Band => ({
  low: a.low + b.low,
  likely: a.likely + b.likely,
  high: a.high + b.high,
})

/** The sum of the bands that are there; undefined if none is. */
export function sum(bands: readonly (Band | undefined)[]): Band | undefined {
  const there = bands.filter((band) => band !== undefined)
  return there.length === 0 ? undefined : there.reduce(plus)
}

/** From the smallest low to the largest high, the likely ones averaged. */
export function hull(bands: readonly Band[]): Band | undefined {
  if (bands.length === 0) return undefined
  return {
    low: Math.min(...bands.map((b) => b.low)),
    likely: bands.reduce((total, b) => total + b.likely, 0) / bands.length,
    high: Math.max(...bands.map((b) => b.high)),
  }
}

/** What is saved when `before` becomes `after`. The ends are paired like with like: the same unknowns hold on both sides. */
export function saved(before: Band, after: Band): Band {
  const ends = [before.low - after.low, before.high - after.high]
  return {
    low: Math.min(...ends, before.likely - after.likely),
    likely: before.likely - after.likely,
    high: Math.max(...ends, before.likely - after.likely),
  }
}
