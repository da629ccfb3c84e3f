import { expect, it } from 'vitest'
import { createSpaced } from './spaced.ts'

/** A clock that moves when it is told to. */
function made(took = 0) {
  let time = 0
  let waiting: { readonly at: number; readonly step: () => void } | undefined
  const done: number[] = []
  const spaced = createSpaced(
    () => {
      done.push(time)
      time += took
    },
    { soon: 50, apart: (took) => Math.max(500, took * 20) },
    {
      now: () => time,
      later(step, ms) {
        waiting = { at: time + ms, step }
        return () => {
          waiting = undefined
        }
      },
    },
  )
  const pass = (ms: number) => {
    const end = time + ms
    while (waiting && waiting.at <= end) {
      const { at, step } = waiting
      waiting = undefined
      time = Math.max(time, at)
      step()
    }
    time = Math.max(time, end)
  }
  return { spaced, done, pass }
}

it('is done soon after it was asked for once', () => {
  const { spaced, done, pass } = made()
  pass(1000)
  spaced.ask()
  pass(5000)
  expect(done).toEqual([1050])
})

it('is done twice a second while a scan of ten seconds answers a hundred times a second, and once at its end', () => {
  const { spaced, done, pass } = made()
  for (let answer = 0; answer < 1000; answer++) {
    spaced.ask()
    pass(10)
  }
  expect(done.length).toBeLessThanOrEqual(20)
  const during = done.length
  pass(5000)
  expect(done.length).toBe(during + 1)
  expect(done.at(-1)).toBeGreaterThan(9990)
})

it('is done more seldom where it takes long', () => {
  const { spaced, done, pass } = made(100)
  for (let answer = 0; answer < 100; answer++) {
    spaced.ask()
    pass(100)
  }
  expect(done.length).toBeLessThanOrEqual(5)
})

it('what takes several turns is done once at a time, and once more for what was asked meanwhile', async () => {
  let begun = 0
  let end: (() => void) | undefined
  const steps: (() => void)[] = []
  const spaced = createSpaced(
    () => {
      begun++
      return new Promise<void>((done) => {
        end = done
      })
    },
    { soon: 50, apart: () => 0 },
    {
      now: () => 0,
      later(step) {
        steps.push(step)
        return () => void steps.splice(0)
      },
    },
  )
  const turn = () => steps.shift()?.()
  const settled = () => new Promise((go) => setTimeout(go, 0))
  spaced.ask()
  turn()
  spaced.ask()
  spaced.ask()
  expect([begun, steps.length]).toEqual([1, 0])
  end?.()
  await settled()
  turn()
  expect([begun, steps.length]).toEqual([2, 0])
  end?.()
  await settled()
  expect(steps.length, 'nobody has asked since').toBe(0)
})

it('is not done any more once it is cancelled', () => {
  const { spaced, done, pass } = made()
  spaced.ask()
  spaced.cancel()
  pass(1000)
  expect(done).toEqual([])
  spaced.ask()
  pass(50)
  expect(done).toEqual([1050])
})
