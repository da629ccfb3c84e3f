// Families of daily spend, seeded, to measure forecasts on.

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

type Family = (i: number, random: () => number, own: { readonly noise: number }) => number

const weekly = (i: number) => ([1.1, 1.15, 1.1, 1.05, 1, 0.4, 0.35] as const)[i % 7]!

/** Level of day `i`, before its noise. */
export const families: Readonly<Record<string, Family>> = {
  'office hours': (i) => 100 * weekly(i),
  'steady fleet': () => 500,
  growing: (i) => 40 * 1.012 ** i * weekly(i),
  'a step': (i) => (i < 55 ? 100 : 170) * weekly(i),
  'nightly batches': (i) => (i % 7 === 2 ? 400 : 60),
  bursts: (i, random) => 80 * weekly(i) * (random() < 0.06 ? 3 : 1),
  'a day that stands alone': (i) => 100 * weekly(i) * (i === 86 ? 8 : 1),
  'a fleet for a week': (i) => 100 * weekly(i) + (i >= 40 && i < 47 ? 900 : 0) + (i === 60 ? 800 : 0),
}

/** `length` days: the level with noise that leans on the day before. */
export function seriesOf(family: Family, seed: number, length: number): number[] {
  const random = seeded(seed)
  const noise = 0.05 + 0.1 * random()
  let lean = 0
  return Array.from({ length }, (_, i) => {
    lean = 0.5 * lean + noise * normal(random)
    return Math.max(0, family(i, random, { noise }) * Math.exp(lean))
  })
}
