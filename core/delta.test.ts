import { expect, test } from 'vitest'
import { exactly } from './band.ts'
import { deltaOf } from './delta.ts'
import type { CostedSite, Estimate, Known, Resource } from './types.ts'

const at = (file: string) => ({ file, span: [0, 1] as const })
const is = <T>(value: T): Known<T> => ({ is: 'known', value, at: at('x'), via: 'literal' })

const estimate = (usd: number | undefined, more: Partial<Estimate> = {}): Estimate => ({
  per: 'month',
  status: usd === undefined ? 'unknown' : 'priced',
  usd: usd === undefined ? undefined : exactly(usd),
  month: undefined,
  lines: [],
  unknown: [],
  assumed: [],
  ...more,
})

function machine(
  file: string,
  key: string,
  type: string,
  usd: number | undefined,
  more: Partial<Estimate> = {},
): CostedSite {
  const site: Partial<Resource> = {
    kind: 'resource',
    key,
    location: at(file),
    cloud: 'aws',
    type: 'aws_instance',
    address: key,
    region: is('us-east-1'),
    count: is(1),
    purchase: 'on-demand',
    shape: { instanceType: is(type) },
  }
  return { site: site as Resource, estimate: estimate(usd, more) }
}

const seen = (before: CostedSite[], after: CostedSite[], renames?: Map<string, string>) => {
  const { changes, totals } = deltaOf(before, after, renames)
  return {
    changes: changes.map(({ change, key, because, delta }) => [
      change,
      key,
      because.map(({ what, from, to }) => `${what}: ${from} → ${to}`),
      delta.usd?.likely,
    ]),
    perMonth: totals.perMonth?.likely,
    unknown: totals.unknown,
  }
}

test('the same on both sides is no change, and its total exactly 0', () => {
  expect(seen([machine('a.tf', 'k', 'm5', 100)], [machine('a.tf', 'k', 'm5', 100)])).toEqual({
    changes: [],
    perMonth: 0,
    unknown: 0,
  })
})

test('added, removed and changed, each with its amount and why', () => {
  const before = [machine('a.tf', 'gone', 'm5', 100), machine('a.tf', 'big', 'p4d', 20_000)]
  const after = [machine('a.tf', 'big', 'p5', 50_000), machine('b.tf', 'new', 'g5', 700)]
  expect(seen(before, after)).toEqual({
    changes: [
      ['changed', 'big', ['instanceType: p4d → p5'], 30_000],
      ['removed', 'gone', [], -100],
      ['added', 'new', [], 700],
    ],
    perMonth: 30_600,
    unknown: 0,
  })
})

test('a file git says was renamed keeps its sites; what changed in it besides is a change', () => {
  const renames = new Map([['new.tf', 'old.tf']])
  expect(seen([machine('old.tf', 'k', 'm5', 100)], [machine('new.tf', 'k', 'm5', 100)], renames).changes).toEqual([
    ['moved', 'k', ['file: old.tf → new.tf'], 0],
  ])
  expect(seen([machine('old.tf', 'k', 'm5', 100)], [machine('new.tf', 'k', 'c5', 80)], renames).changes).toEqual([
    ['changed', 'k', ['file: old.tf → new.tf', 'instanceType: m5 → c5'], -20],
  ])
})

test('without a rename the shape tells that a site moved or got another name', () => {
  expect(seen([machine('a.tf', 'k', 'm5', 100)], [machine('b.tf', 'other', 'm5', 100)]).changes).toEqual([
    ['moved', 'other', ['file: a.tf → b.tf', 'key: k → other'], 0],
  ])
})

test('of two equal shapes the one in the same file is the same site', () => {
  const before = [machine('a.tf', 'one', 'm5', 100), machine('b.tf', 'two', 'm5', 100)]
  const after = [machine('b.tf', 'renamed', 'm5', 100)]
  expect(seen(before, after).changes).toEqual([
    ['removed', 'one', [], -100],
    ['moved', 'renamed', ['key: two → renamed'], 0],
  ])
})

test('a delta with an unknown side is unknown, never the other side', () => {
  expect(seen([machine('a.tf', 'k', 'm5', undefined)], [machine('a.tf', 'k', 'p5', 50_000)])).toEqual({
    changes: [['changed', 'k', ['instanceType: m5 → p5'], undefined]],
    perMonth: undefined,
    unknown: 1,
  })
  expect(seen([], [machine('a.tf', 'k', 'm5', undefined)])).toEqual({
    changes: [['added', 'k', [], undefined]],
    perMonth: undefined,
    unknown: 1,
  })
})

test('what is free adds nothing, and makes no $0 out of changes that are unknown', () => {
  const group = machine('a.tf', 'group', 'none', 0, { status: 'free' })
  const unsupported = machine('a.tf', 'k', 'm5', undefined, { status: 'unsupported' })
  expect(seen([], [group]).perMonth).toBe(0)
  expect(seen([], [group, unsupported])).toMatchObject({ perMonth: undefined, unknown: 1 })
  expect(seen([machine('a.tf', 'group', 'm5', 100)], [group]).perMonth).toBe(-100)
})

test('known parts are subtracted only where the unknown parts are the same', () => {
  const line = (label: string) => ({
    label,
    unit: 'GB-month',
    quantity: undefined,
    unitUsd: exactly(0.1),
    usd: undefined,
    why: 'usage' as const,
    prices: [],
  })
  const partial = (type: string, usd: number, label: string) =>
    machine('a.tf', 'k', type, usd, { status: 'partial', lines: [line(label)] })
  expect(seen([partial('m5', 100, 'Disk')], [partial('c5', 80, 'Disk')])).toMatchObject({ perMonth: -20, unknown: 1 })
  expect(seen([partial('m5', 100, 'Disk')], [partial('c5', 80, 'Traffic')])).toMatchObject({
    perMonth: undefined,
    unknown: 1,
  })
})

test('a band is subtracted end from end, and a removed one turned round', () => {
  const wide = { ...machine('a.tf', 'k', 'm5', 1), estimate: estimate(1, { usd: { low: 10, likely: 20, high: 40 } }) }
  expect(deltaOf([wide], []).totals.perMonth).toEqual({ low: -40, likely: -20, high: -10 })
})

test('a call without a volume is summed by no month', () => {
  const call = machine('a.py', 'k', 'x', 0.002, { per: 'call' })
  expect(deltaOf([], [call]).totals).toEqual({
    perMonth: undefined,
    perCall: [{ file: 'a.py', key: 'k', usd: exactly(0.002) }],
    unknown: 0,
  })
})

test('an amount that changed through the config alone says so', () => {
  const calls = (n: number) =>
    machine('a.py', 'k', 'x', 0.01, {
      per: 'call',
      month: { usd: exactly(n / 100), calls: exactly(n), from: 'outlay.json' },
    })
  expect(seen([calls(1000)], [calls(5000)])).toEqual({
    changes: [['changed', 'k', ['calls per month: 1000 → 5000'], 40]],
    perMonth: 40,
    unknown: 0,
  })
})

test('a volume on one side only leaves the monthly change unknown, whatever the call costs', () => {
  const month = { usd: exactly(10), calls: exactly(1000), from: 'outlay.json' }
  const before = machine('a.py', 'k', 'x', 0.01, { per: 'call', month })
  const { changes, totals } = deltaOf([before], [machine('a.py', 'k', 'x', 0.01, { per: 'call' })])
  expect(changes.map(({ because, delta }) => [because, delta])).toEqual([
    [[{ what: 'calls per month', from: '1000', to: undefined }], { per: 'month', usd: undefined }],
  ])
  expect(totals).toEqual({ perMonth: undefined, perCall: [], unknown: 1 })
})
