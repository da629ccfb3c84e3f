import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

/** A clock that each piece of work moves by 0.4 milliseconds, and turns that begin when they are told to. */
function made() {
  let time = 0
  let asked: { readonly step: () => void; readonly ms: number } | undefined
  const done: string[] = []
  const { soon, inTurn } = createTurns(
    () => time,
    (step, ms) => {
      asked = { step, ms }
      return () => {
        asked = undefined
      }
    },
  )
  const work = (name: string) => () => {
    time += 0.4
    done.push(name)
    return name
  }
  /** The next turn begins, when it was asked for: after so many milliseconds. */
  function turn(): number | undefined {
    const { step, ms } = asked ?? {}
    asked = undefined
    time += ms ?? 0
    step?.()
    return ms
  }
  return { soon, inTurn, work, done, turn }
}

it('does what there is time for at once, and the rest in later turns, in its order', async () => {
  const { inTurn, work, done, turn } = made()
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const given = names.map((name) => inTurn(work(name)))
  expect(given.slice(0, 3)).toEqual(['a', 'b', 'c'])
  expect(done).toEqual(['a', 'b', 'c'])
  expect(turn()).toBe(4)
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

it('what somebody waits for goes before what can wait, with a turn as soon as others have had theirs', () => {
  const { soon, inTurn, work, done, turn } = made()
  for (const name of ['a', 'b', 'c', 'd', 'e']) inTurn(work(name))
  for (const name of ['S', 'T', 'U', 'V']) soon(work(name))
  expect(done.join('')).toBe('abc')
  expect(turn()).toBe(0)
  expect(done.join('')).toBe('abcSTU')
  expect(turn()).toBe(0)
  expect(done.join('')).toBe('abcSTUV')
  while (turn() !== undefined);
  expect(done.join('')).toBe('abcSTUVde')
})

it('what somebody waits for does not wait for a turn that others have had since', () => {
  const { soon, work, done, turn } = made()
  for (const name of ['S', 'T', 'U']) soon(work(name))
  expect(turn()).toBe(0)
  for (const name of ['V', 'W']) soon(work(name))
  expect(done.join('')).toBe('STUVW')
})

it('what can wait has no more turns because somebody waits', () => {
  const { soon, inTurn, work, done, turn } = made()
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) inTurn(work(name))
  for (const name of ['S', 'T', 'U', 'V']) soon(work(name))
  expect([turn(), turn()]).toEqual([0, 0])
  // There was time left in the second, but less than six milliseconds had passed.
  expect(done.join('')).toBe('abcSTUV')
  expect(turn()).toBe(4)
  expect(done.join('')).toBe('abcSTUVdef')
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
