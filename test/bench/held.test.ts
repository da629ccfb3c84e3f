import type { Profiler } from 'node:inspector'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createMeter, heldIn, type Turn, type Work } from './held.ts'

const isIts = (script: string) => script.endsWith('/its.js')

const [root, program, tidying, its, called, others] = [1, 2, 3, 4, 5, 6]

const node = (id: number, functionName: string, url: string, children: number[] = []): Profiler.ProfileNode => ({
  id,
  callFrame: { functionName, url, scriptId: '0', lineNumber: 0, columnNumber: 0 },
  children,
})

const nodes = [
  node(root, '(root)', '', [program, tidying, its, others]),
  node(program, '(program)', ''),
  node(tidying, '(garbage collector)', ''),
  node(its, 'listener', 'file:///extension/its.js', [called]),
  node(called, 'set', 'file:///editor/api.js'),
  node(others, 'fire', 'file:///editor/api.js'),
]

/** @param looks each at how many microseconds after the one before */
const profileOf = (...looks: readonly (readonly [id: number, after: number])[]): Profiler.Profile => ({
  nodes,
  startTime: 1000,
  endTime: 1_000_000,
  samples: looks.map(([id]) => id),
  timeDeltas: looks.map(([, after]) => after),
})

const times = (id: number, many: number) => Array.from({ length: many }, () => [id, 250] as const)

/** From the start of the profile, microseconds. */
const turn = (from: number, to: number, ran = to - from): Turn => ({ began: 1000 + from, ended: 1000 + to, ran })

/** From the start of the profile on. */
const work = (...turns: readonly Turn[]): Work => ({ began: 1000, ended: 1_000_000, turns })

test('what a script calls is its, and what shares its turn is not', () => {
  const profile = profileOf(...times(others, 4), ...times(its, 8), ...times(called, 8), ...times(others, 4))
  const { longest, total } = heldIn(profile, work(turn(125, 6125)), isIts)
  expect(longest).toBeCloseTo(4)
  expect(total).toBeCloseTo(4)
})

test('the longest turns are told by the stacks of the script, and by what V8 did beside them', () => {
  const looks = [...times(its, 8), ...times(called, 12), ...times(program, 4), ...times(others, 4)]
  const held = heldIn(profileOf(...looks, ...times(its, 4)), work(turn(125, 7125), turn(7125, 8125)), isIts)
  const told = held.longTurns.map((spent) => spent.map(({ stack, took }) => `${took} ${stack}`))
  expect(told).toEqual([
    ['3 listener its.js:1:1 > set api.js:1:1', '2 listener its.js:1:1', '1 (program)'],
    ['1 listener its.js:1:1'],
  ])
})

test('what it does in two goes of one turn is one piece, in two turns two', () => {
  const profile = profileOf(...times(its, 12), ...times(others, 4), ...times(its, 12))
  expect(heldIn(profile, work(turn(125, 7125)), isIts).longest).toBeCloseTo(6)
  const { longest, total } = heldIn(profile, work(turn(125, 3625), turn(3625, 7125)), isIts)
  expect(longest).toBeCloseTo(3)
  expect(total).toBeCloseTo(6)
})

test('what V8 does without a script is of who ran before or after it', () => {
  const amid = profileOf(...times(program, 4), ...times(its, 4), ...times(tidying, 4), ...times(others, 4))
  const held = heldIn(amid, work(turn(125, 4125)), isIts)
  expect(held.longest).toBeCloseTo(2)
  expect(held.withTidying).toBeCloseTo(3)
  const apart = profileOf(...times(tidying, 4), ...times(others, 4), ...times(its, 4), ...times(others, 4), [
    program,
    250,
  ])
  const beside = heldIn(apart, work(turn(125, 4375)), isIts)
  expect(beside.longest).toBeCloseTo(1)
  expect(beside.withTidying).toBeCloseTo(1)
})

test('while another process had the processor nobody looked: that is of what ran when it was taken away', () => {
  const afterwards = profileOf(...times(its, 8), [others, 10_250], ...times(others, 7))
  expect(heldIn(afterwards, work(turn(125, 14_125, 4000)), isIts).longest).toBeCloseTo(2, 0)
  const amid = profileOf(...times(its, 4), [its, 10_250], ...times(its, 3), ...times(others, 8))
  expect(heldIn(amid, work(turn(125, 14_125, 4000)), isIts).longest).toBeCloseTo(2, 0)
})

test('a look that comes late stands for the time since the one before where the thread ran', () => {
  const profile = profileOf([its, 250], [its, 5000], [its, 5000])
  expect(heldIn(profile, work(turn(0, 10_250)), isIts).longest).toBeCloseTo(10.25)
})

test('while it waits for another thread it is looked at, and holds no processor', () => {
  const profile = profileOf(...times(its, 80))
  expect(heldIn(profile, work(turn(125, 20_125, 2000)), isIts).longest).toBeCloseTo(2)
})

test('brief turns count to all that it took, and what went before and after does not', () => {
  const profile = profileOf(...times(its, 16))
  expect(heldIn(profile, work(), isIts)).toMatchObject({ longest: 0, total: 4 })
  expect(heldIn(profile, { began: 2000, ended: 3000, turns: [] }, isIts)).toMatchObject({ longest: 0, total: 1 })
})

/** Runs for so many milliseconds, without what others take of the processor meanwhile: then the clock jumps. */
const busyIn = (file: string): ((ms: number) => void) =>
  runInThisContext(
    `(ms) => {
      let [left, last] = [ms, performance.now()]
      while (left > 0) {
        const now = performance.now()
        if (now - last < 0.1) left -= now - last
        last = now
      }
    }`,
    { filename: file },
  )

const nextTurn = () => new Promise((go) => setTimeout(go, 5))

test('a script is told apart from another that is busy beside it, also when both have run for long', async () => {
  const meter = await createMeter<string>(isIts)
  const [own, foreign] = [busyIn('/extension/its.js'), busyIn('/extension/foreign.js')]
  // Until it is machine code.
  own(20)
  foreign(20)
  const piece = 16
  for (const name of ['own', 'between', 'foreign'])
    await meter.during(name, async () => {
      for (let i = 0; i < 3; i++) {
        if (name !== 'own') foreign(piece)
        if (name !== 'foreign') own(piece)
        if (name === 'between') foreign(piece)
        await nextTurn()
      }
    })
  const held = await meter.end()
  // How near it comes is a matter of the machine: half of what is known is seen on any.
  for (const name of ['own', 'between']) {
    expect(held[name]!.longest).toBeGreaterThan(piece / 2)
    expect(held[name]!.total).toBeGreaterThan(held[name]!.longest)
  }
  expect(held.foreign).toEqual({ longest: 0, withTidying: 0, total: 0, longTurns: [] })
})
