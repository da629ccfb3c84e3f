import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

/** A clock that each piece of work moves by 0.7 milliseconds, and turns that begin when they are told to. */
function made() {
  let time = 0
  const steps: (() => void)[] = []
  const done: string[] = []
  const inTurn = createTurns(
    () => time,
    (step) => void steps.push(step),
  )
  const work = (name: string) => () => {
    time += 0.7
    done.push(name)
    return name
  }
  return { inTurn, work, done, turn: () => steps.shift()?.() }
}

it('does what there is time for at once, and the rest in later turns, in its order', async () => {
  const { inTurn, work, done, turn } = made()
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const given = names.map((name) => inTurn(work(name)))
  expect(given.slice(0, 3)).toEqual(['a', 'b', 'c'])
  expect(done).toEqual(['a', 'b', 'c'])
  turn()
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  turn()
  expect(await Promise.all(given)).toEqual(names)
  expect(done).toEqual(names)
})

it('what comes while others wait waits behind them', () => {
  const { inTurn, work, done, turn } = made()
  for (const name of ['a', 'b', 'c', 'd']) inTurn(work(name))
  turn()
  for (const name of ['e', 'f', 'g']) inTurn(work(name))
  turn()
  expect(done.join('')).toBe('abcdefg')
})

it('a piece that fails tells whoever waits for it, and the next is done', async () => {
  const { inTurn, work, turn } = made()
  for (const name of ['a', 'b', 'c']) inTurn(work(name))
  const failing = inTurn(() => {
    throw new Error('broken')
  })
  const after = inTurn(work('d'))
  turn()
  await expect(failing).rejects.toThrow('broken')
  expect(await after).toBe('d')
})
