import { expect, test } from 'vitest'
import { exactly } from '../band.ts'
import type { Change } from '../delta.ts'
import type { Band, CostedSite, Estimate, Line, ModelCall } from '../types.ts'
import { changeSums } from './change-sums.ts'
import { sinceLabel, sinceMarkdown, siteChange } from './since.ts'

const input = (unitUsd: number): Line => ({
  label: 'Input',
  unit: 'input token',
  quantity: undefined,
  unitUsd: exactly(unitUsd),
  usd: undefined,
  prices: [],
})

const estimate = (usd: number | undefined, more: Partial<Estimate> = {}): Estimate => ({
  per: 'month',
  status: usd === undefined ? 'partial' : 'priced',
  usd: usd === undefined ? undefined : exactly(usd),
  month: undefined,
  lines: [],
  unknown: [],
  assumed: [],
  ...more,
})

const costed = (made: Estimate): CostedSite => ({
  site: {
    kind: 'model-call',
    key: 'ask',
    label: 'gpt-4o',
    location: { file: '/p/a.py', span: [0, 1] },
  } as Partial<ModelCall> as ModelCall,
  estimate: made,
})

function change(kind: Change['change'], was: Estimate | undefined, is: Estimate | undefined, usd: Band | undefined) {
  const made: Change = {
    change: kind,
    key: 'ask',
    before: was && costed(was),
    after: is && costed(is),
    because:
      kind === 'moved' ? [{ what: 'file', from: '/p/b.py', to: '/p/a.py' }] : [{ what: 'model', from: 'a', to: '*b*' }],
    delta: { per: (is ?? was)!.per, usd },
    open: usd === undefined,
  }
  return siteChange(made, () => 3, '/p')
}

test.each([
  ['an amount with its sign', change('changed', estimate(10), estimate(222), exactly(212)), '+$212.00/mo since main'],
  ['a saving', change('changed', estimate(222), estimate(10), exactly(-212)), '-$212.00/mo since main'],
  [
    'a wide band as about',
    change('changed', estimate(1), estimate(9), { low: 1, likely: 8, high: 20 }),
    '≈ +$8.00/mo since main',
  ],
  [
    'less than half a cent a month not at all',
    change('changed', estimate(1), estimate(1.001), exactly(0.001)),
    undefined,
  ],
  ['what is new', change('added', undefined, estimate(10), exactly(10)), 'new since main'],
  ['what only moved not at all', change('moved', estimate(10), estimate(10), exactly(0)), undefined],
  [
    'another price where nobody knows the quantity',
    change(
      'changed',
      estimate(undefined, { lines: [input(1.5e-7)] }),
      estimate(undefined, { lines: [input(2.5e-6)] }),
      undefined,
    ),
    '$0.15 → $2.50/1M input since main',
  ],
  [
    'no amount where one side is unknown',
    change('changed', estimate(10), estimate(undefined, { status: 'unknown' }), undefined),
    'change unknown since main',
  ],
] as const)('beside the cost of a line stands %s', (_, made, label) => {
  expect(sinceLabel([made], 'main')).toBe(label)
})

test('several sites of one block are told by their sum, and not where one is unknown', () => {
  const one = change('changed', estimate(10), estimate(20), exactly(10))
  const other = change('changed', estimate(10), estimate(40), exactly(30))
  expect(sinceLabel([one, other], 'main')).toBe('+$40.00/mo since main')
  const unknown = change('changed', estimate(10), estimate(undefined, { status: 'unknown' }), undefined)
  expect(sinceLabel([one, unknown], 'main')).toBe('change unknown since main')
})

test('the hover says from what to what, and because of what; text of the source is no Markdown', () => {
  expect(sinceMarkdown(change('changed', estimate(10), estimate(222), exactly(212)), 'main')).toBe(
    '**Changed since main**: +$212.00/mo ($10.00/mo → $222.00/mo)\n\n- model: a → \\*b\\*',
  )
  expect(sinceMarkdown(change('moved', estimate(10), estimate(10), exactly(0)), 'main')).toBe(
    '**Moved since main**: costs the same\n\n- file: b.py → a.py',
  )
  const unknown = change('changed', estimate(10), estimate(undefined, { status: 'unknown' }), undefined)
  expect(sinceMarkdown(unknown, 'main')).toBe(
    '**Changed since main**: by how much is not known ($10.00/mo → price unknown)\n\n- model: a → \\*b\\*',
  )
})

test('sums tell what is added from what is taken away, and count what has no amount', () => {
  const more = change('added', undefined, estimate(10), exactly(10))
  const less = change('removed', estimate(4), undefined, exactly(-4))
  const unknown = change('changed', estimate(10), estimate(undefined, { status: 'unknown' }), undefined)
  expect(changeSums([more, less])).toBe('+$10.00/mo, -$4.00/mo')
  expect(changeSums([more, unknown])).toBe('+$10.00/mo + 1 unknown')
  expect(changeSums([unknown])).toBe('change unknown')
  expect(changeSums([change('moved', estimate(10), estimate(10), exactly(0))])).toBeUndefined()
})
