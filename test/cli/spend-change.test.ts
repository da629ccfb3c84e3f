import { expect, it } from 'vitest'
import type { SpendRow } from '../../billing/focus.ts'
import { daysOf } from '../../billing/range.ts'
import { charge, tags } from '../../billing/testing/charges.ts'
import { runChange } from '../../cli/commands/spend-change.ts'
import { november, overRows } from './over-rows.ts'
import { documentOf } from './spend-documents.ts'

const hours = (quantity: number): Partial<SpendRow> => ({
  SkuMeter: 'BoxUsage:m5.large',
  ConsumedQuantity: quantity,
  ConsumedUnit: 'Hours',
})
const twoMonths = [
  charge('2026-10-05', 20, hours(10)),
  charge('2026-11-05', 60, hours(20)),
  charge('2026-11-05', 5, { ServiceName: 'S3', ...tags({ team: 'search' }), x_Estimated: true }),
]

it('change: sums, drivers and movers, as text', async () => {
  const { exit, printed, told } = await overRows(twoMonths, (base, tools, out) =>
    runChange({ ...base, ...november, by: 'service', cost: 'effective', top: 1, format: 'text' }, tools, out),
  )
  expect({ exit, told }).toEqual({ exit: 0, told: '' })
  expect(printed).toBe(`2026-10-01 to 2026-10-31, and 2026-11-01 to 2026-11-30
test tells nothing before 2026-10-05.
test tells nothing after 2026-11-05.

20.00 → 65.00 USD: +45.00, +225.0 %; some of it may still change
  by quantity +20.00, by price +20.00, new +5.00
service  before    now  change  because
EC2       20.00  60.00  +40.00  by quantity +20.00, by price +20.00
and 1 more that changed less

by quantity: more or less of the same at the price of before. by price: what is used now at another price.
`)
})

it('change against a named period, of a filter, as JSON and CSV; the last day is in a period', async () => {
  const command = { ...november, by: 'service', cost: 'effective', top: 9, versus: '2026-11-01..2026-11-30' } as const
  const filtered = await overRows(twoMonths, (base, tools, out) =>
    runChange({ ...base, ...command, where: ['tag:team=search'], format: 'json' }, tools, out),
  )
  expect(documentOf('change', filtered.printed)).toMatchObject({
    schema: 1,
    by: 'service',
    measure: 'effective',
    before: { since: '2026-11-01', until: '2026-11-30' },
    now: { since: '2026-11-01', until: '2026-11-30' },
    changes: [
      { currency: 'USD', before: 5, now: 5, change: 0, movers: [{ value: 'S3', kind: 'same', estimated: true }] },
    ],
    problems: [],
  })
  const csv = await overRows(twoMonths, (base, tools, out) =>
    runChange({ ...base, ...command, versus: undefined, format: 'csv' }, tools, out),
  )
  expect(csv.printed).toBe(`service,kind,before,now,change,quantity,price,arrived,left,untold,currency,grade,estimated
EC2,grown,20,60,40,20,20,0,0,0,USD,invoice,false
S3,new,0,5,5,0,0,5,0,0,USD,invoice,true
`)
})

it('where no last day is named, the periods end with the last complete day that is told, and are equally long', async () => {
  const rows = daysOf({ since: '2026-09-01', until: '2026-11-19' }).map((day) => charge(day, 10))
  const { printed } = await overRows(rows, (base, tools, out) =>
    runChange({ ...base, by: 'service', cost: 'effective', top: 9, format: 'json' }, tools, out),
  )
  expect(documentOf('change', printed)).toMatchObject({
    before: { since: '2026-09-20', until: '2026-10-19' },
    now: { since: '2026-10-20', until: '2026-11-18' },
    changes: [{ before: 300, now: 300, change: 0 }],
    notes: [],
  })
})

it('a period that no source tells of is not zero: there is nothing to compare with', async () => {
  const command = { ...november, by: 'service', cost: 'effective', top: 9, format: 'text' } as const
  const none = await overRows([charge('2026-11-05', 5)], (base, tools, out) =>
    runChange({ ...base, ...command }, tools, out),
  )
  expect(none).toEqual({
    exit: 2,
    printed: '',
    told: 'No source tells of 2026-10-01 to 2026-10-31: there is nothing to compare with.\n',
  })
  const half = await overRows([charge('2026-10-20', 5), charge('2026-11-18', 5)], (base, tools, out) =>
    runChange({ ...base, ...command }, tools, out),
  )
  expect(half.exit).toBe(0)
  expect(half.printed).toContain('test tells nothing before 2026-10-20.\n')
})

it.each([
  [{ by: 'colour' }, '"colour" is nothing spend can be listed by: day, week'],
  [{ versus: 'last month' }, 'A period is written 2026-10-01..2026-10-31.'],
  [{ where: ['EC2'] }, '"EC2" is no filter: write <dimension>=<value>, the dimension one of day, week'],
])('change with %j is told in a sentence', async (wrong, sentence) => {
  const { exit, told } = await overRows([], (base, tools, out) =>
    runChange({ ...base, ...november, by: 'service', cost: 'effective', top: 9, format: 'text', ...wrong }, tools, out),
  )
  expect(exit).toBe(2)
  expect(told).toContain(sentence)
})
