import { expect, it } from 'vitest'
import { eachInTurn, sortedInTurn } from './long-lists.ts'
import type { InTurn } from './turns.ts'

/** Counts the pieces; every other has to wait. */
function counting() {
  let pieces = 0
  const inTurn: InTurn = (work) => {
    pieces++
    return pieces % 2 === 0 ? Promise.resolve().then(work) : work()
  }
  return { inTurn, pieces: () => pieces }
}

const numbers = Array.from({ length: 1000 }, (_, i) => ({ i, by: (i * 7919) % 13 }))

it('sorts as a list sorts itself, equals in their order, in pieces', async () => {
  const { inTurn, pieces } = counting()
  const compare = (a: { by: number }, b: { by: number }) => a.by - b.by
  expect(await sortedInTurn(numbers, compare, inTurn)).toEqual(numbers.toSorted(compare))
  expect(pieces()).toBeGreaterThan(32)
  expect(await sortedInTurn([], compare, inTurn)).toEqual([])
})

it('does for each what is to be done, in their order, in pieces', async () => {
  const { inTurn, pieces } = counting()
  const twice = ({ i }: { i: number }) => (i % 2 === 0 ? [i, i] : [])
  expect(await eachInTurn(numbers, twice, inTurn)).toEqual(numbers.flatMap(twice))
  expect(pieces()).toBe(125)
})
