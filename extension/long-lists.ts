import type { InTurn } from './turns.ts'

// Lists of thousands: what is done to them is done in pieces, and others have their turn in between.

/** Things done in one piece, of which one may take a tenth of a millisecond. */
const few = 8
/** The same of comparisons. */
const piece = 32

/** What comes of each, in their order. */
export async function eachInTurn<T, R>(
  all: readonly T[],
  work: (one: T) => readonly R[],
  inTurn: InTurn,
): Promise<R[]> {
  const made: R[] = []
  for (let start = 0; start < all.length; start += few)
    await inTurn(() => {
      for (const one of all.slice(start, start + few)) for (const each of work(one)) made.push(each)
    })
  return made
}

/** Equals stay in their order. */
export async function sortedInTurn<T>(
  all: readonly T[],
  compare: (a: T, b: T) => number,
  inTurn: InTurn,
): Promise<readonly T[]> {
  let runs: T[][] = []
  for (let start = 0; start < all.length; start += piece)
    runs.push(await inTurn(() => all.slice(start, start + piece).sort(compare)))
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let i = 0; i < runs.length; i += 2) merged.push(await merge(runs[i]!, runs[i + 1] ?? [], compare, inTurn))
    runs = merged
  }
  return runs[0] ?? []
}

async function merge<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => number,
  inTurn: InTurn,
): Promise<T[]> {
  const merged: T[] = []
  let [i, j] = [0, 0]
  const next = () =>
    j >= second.length || (i < first.length && compare(first[i]!, second[j]!) <= 0) ? first[i++]! : second[j++]!
  while (i < first.length || j < second.length)
    await inTurn(() => {
      for (let left = piece; left > 0 && (i < first.length || j < second.length); left--) merged.push(next())
    })
  return merged
}
