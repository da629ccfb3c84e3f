import { expect, it } from 'vitest'
import type { SpendRow } from '../../billing/focus.ts'
import { seasonalNaive } from '../../billing/forecast/method.ts'
import { daysOf } from '../../billing/range.ts'
import { charge } from '../../billing/testing/charges.ts'
import { runForecast } from '../../cli/commands/spend-ahead.ts'
import { runBudgets } from '../../cli/commands/spend-budgets.ts'
import type { SpendSettings } from '../../core/config/spend.ts'
import { overRows } from './over-rows.ts'
import { documentOf } from './spend-documents.ts'

it('budgets: exit 1 where a threshold is reached, 0 where none is', async () => {
  const rows = Array.from({ length: 19 }, (_, i) => charge(`2026-11-${String(i + 1).padStart(2, '0')}`, 10))
  const thresholds = { actual: [50], forecast: [100] }
  const budgets: SpendSettings['budgets'] = [
    { name: 'all', amount: 250, period: 'month', thresholds },
    { name: 'S3', amount: 5, period: 'month', where: { service: 'S3' } },
  ]
  const reached = await overRows(
    rows,
    (base, tools, out) => runBudgets({ ...base, format: 'text' }, tools, seasonalNaive, out),
    { budgets },
  )
  expect({ exit: reached.exit, told: reached.told }).toEqual({ exit: 1, told: '' })
  expect(reached.printed).toBe(`all: 250.00 USD, 2026-11-01 to 2026-11-30
  190.00 spent, 76.0 %; 300.00 expected (300.00 to 300.00)
  ! 50 % was reached on 2026-11-13
  ! 100 % is expected to be reached on 2026-11-25
S3: 5.00 USD, 2026-11-01 to 2026-11-30
  nothing is spent of it in USD
`)
  const fine = await overRows(
    rows,
    (base, tools, out) => runBudgets({ ...base, format: 'json' }, tools, seasonalNaive, out),
    { budgets: [{ name: 'all', amount: 1000, period: 'month' }] },
  )
  expect(fine.exit).toBe(0)
  expect(documentOf('budgets', fine.printed)).toMatchObject({
    budgets: [
      {
        name: 'all',
        limit: 1000,
        actual: 190,
        forecast: { low: 300, likely: 300, high: 300 },
        state: 'within',
        period: { since: '2026-11-01', until: '2026-11-30' },
        states: [{ actual: 190, crossed: [] }],
      },
    ],
  })
})

it('a budget at a glance: reached, expected, or not known; grades are not added, and what was reached is not expected any more', async () => {
  const rows = Array.from({ length: 19 }, (_, i) => charge(`2026-11-${String(i + 1).padStart(2, '0')}`, 10))
  const metered = charge('2026-11-02', 7, { x_Grade: 'metered' })
  const month = { period: 'month' } as const
  const settings = {
    budgets: [
      { name: 'reached', amount: 100, ...month },
      { name: 'expected', amount: 250, ...month, where: { service: 'EC2' } },
    ],
  }
  const json = (charges: SpendRow[]) =>
    overRows(
      charges,
      (base, tools, out) => runBudgets({ ...base, format: 'json' }, tools, seasonalNaive, out),
      settings,
    )
  expect(documentOf('budgets', (await json(rows)).printed).budgets).toMatchObject([
    { limit: 100, actual: 190, state: 'reached' },
    { limit: 250, actual: 190, state: 'expected' },
  ])
  expect(documentOf('budgets', (await json([...rows, metered])).printed).budgets[0]).toMatchObject({
    actual: null,
    forecast: null,
    state: 'reached',
  })
  expect(
    documentOf('budgets', (await json([charge('2026-11-10', 1, { ServiceName: 'S3' })])).printed).budgets[1],
  ).toMatchObject({
    actual: null,
    forecast: null,
    state: 'unknown',
  })
  const text = await overRows(
    rows,
    (base, tools, out) => runBudgets({ ...base, format: 'text' }, tools, seasonalNaive, out),
    settings,
  )
  expect(text.printed.match(/100 %.*/g)).toEqual([
    '100 % was reached on 2026-11-10',
    '100 % is expected to be reached on 2026-11-25',
  ])
})

it('without a budget it is said how one is written', async () => {
  const { exit, told } = await overRows([], (base, tools, out) =>
    runBudgets({ ...base, format: 'text' }, tools, seasonalNaive, out),
  )
  expect(exit).toBe(2)
  expect(told).toContain('There is no budget: write one in outlay.json')
})

it('the forecast of a filter is of what matches alone', async () => {
  const rows = daysOf({ since: '2026-10-01', until: '2026-11-20' }).flatMap((day) => [
    charge(day, 10),
    charge(day, 5, { ServiceName: 'S3' }),
  ])
  const { printed } = await overRows(rows, (base, tools, out) =>
    runForecast({ ...base, where: ['service=S3'], format: 'json' }, tools, seasonalNaive, out),
  )
  expect(documentOf('forecast', printed)).toMatchObject({
    totals: [{ actual: 95, expected: { likely: expect.closeTo(150) } }],
  })
})

it('forecast: of today only a part is known, and it is not taken for a day', async () => {
  const rows = [
    ...daysOf({ since: '2026-10-01', until: '2026-11-20' }).map((day) => charge(day, 10)),
    charge('2026-11-20', 1),
  ]
  const { printed } = await overRows(rows, (base, tools, out) =>
    runForecast({ ...base, where: [], format: 'text' }, tools, seasonalNaive, out),
  )
  expect(printed).toContain('test, 2026-11: 300.00 USD expected')
  expect(printed).toContain('so far 190.00 USD on complete days')
})
