import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BillingClient } from '../../billing/client.ts'
import type { SpendRow } from '../../billing/focus.ts'
import { seasonalNaive } from '../../billing/forecast/method.ts'
import { daysOf } from '../../billing/range.ts'
import type { SpendStore } from '../../billing/store.ts'
import { openMemory } from '../../billing/stores/duckdb.ts'
import { charge, tags } from '../../billing/testing/charges.ts'
import { runSpend } from '../../cli/commands/spend.ts'
import { runForecast } from '../../cli/commands/spend-ahead.ts'
import { runAllocation } from '../../cli/commands/spend-allocation.ts'
import { runBudgets } from '../../cli/commands/spend-budgets.ts'
import { runCarbon } from '../../cli/commands/spend-carbon.ts'
import { runChange } from '../../cli/commands/spend-change.ts'
import { runCommitments } from '../../cli/commands/spend-commitments.ts'
import { runUnit } from '../../cli/commands/spend-unit.ts'
import type { Exit, Out } from '../../cli/output.ts'
import type { Reading, SpendTools } from '../../cli/spend/read.ts'
import { fakeBook } from '../../core/carbon/fake-book.ts'
import { noSpendSettings, type SpendSettings } from '../../core/config/spend.ts'
import { folderWith, listener } from './folder.ts'
import { documentOf } from './spend-documents.ts'

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const november = { since: '2026-11-01', until: '2026-11-30', where: [] }

/** The commands over a store in this process; the process that holds it elsewhere has tests of its own. */
async function run(
  rows: readonly SpendRow[],
  command: (base: Reading, tools: SpendTools, out: Out) => Promise<Exit>,
  settings: Partial<SpendSettings> = {},
) {
  await store.load(rows, { source: 'test' })
  const client = {
    ask: store.ask,
    loads: store.loads,
    importFile: async () => ({ is: 'loaded', id: 1, source: 'test', rows: rows.length, problems: [] }),
  } as unknown as BillingClient
  const { out, printed, told } = listener()
  const tools = {
    env: {},
    client,
    scopeOf: () => ({}),
    settings: { ...noSpendSettings, ...settings },
    today: '2026-11-20',
  }
  const exit = await command({ cwd: folderWith({ 'bill.csv': '' }), source: ['bill.csv'], address: [] }, tools, out)
  // As of when it is, is told first; the test of spend says how.
  return { exit, printed: printed(), told: told().replace(/^test: as of .* UTC\n/m, '') }
}

const hours = (quantity: number): Partial<SpendRow> => ({
  SkuMeter: 'BoxUsage:m5.large',
  ConsumedQuantity: quantity,
  ConsumedUnit: 'Hours',
})
const twoMonths = [
  charge('2026-10-05', 20, hours(10)),
  charge('2026-11-05', 60, hours(20)),
  charge('2026-11-05', 5, { ServiceName: 'S3', ...tags({ team: 'search' }) }),
]

it('change: sums, drivers and movers, as text', async () => {
  const { exit, printed, told } = await run(twoMonths, (base, tools, out) =>
    runChange({ ...base, ...november, by: 'service', cost: 'effective', top: 1, format: 'text' }, tools, out),
  )
  expect({ exit, told }).toEqual({ exit: 0, told: '' })
  expect(printed).toBe(`2026-10-01 to 2026-10-31, and 2026-11-01 to 2026-11-30
test tells nothing before 2026-10-05.
test tells nothing after 2026-11-05.

20.00 → 65.00 USD: +45.00, +225.0 %
  by quantity +20.00, by price +20.00, new +5.00
service  before    now  change  because
EC2       20.00  60.00  +40.00  by quantity +20.00, by price +20.00
and 1 more that changed less

by quantity: more or less of the same at the price of before. by price: what is used now at another price.
`)
})

it('change against a named period, of a filter, as JSON and CSV; the last day is in a period', async () => {
  const command = { ...november, by: 'service', cost: 'effective', top: 9, versus: '2026-11-01..2026-11-30' } as const
  const filtered = await run(twoMonths, (base, tools, out) =>
    runChange({ ...base, ...command, where: ['tag:team=search'], format: 'json' }, tools, out),
  )
  expect(documentOf('change', filtered.printed)).toMatchObject({
    schema: 1,
    by: 'service',
    measure: 'effective',
    before: { since: '2026-11-01', until: '2026-11-30' },
    now: { since: '2026-11-01', until: '2026-11-30' },
    changes: [{ currency: 'USD', before: 5, now: 5, change: 0, movers: [{ value: 'S3', kind: 'same' }] }],
    problems: [],
  })
  const csv = await run(twoMonths, (base, tools, out) =>
    runChange({ ...base, ...command, versus: undefined, format: 'csv' }, tools, out),
  )
  expect(csv.printed).toBe(`service,kind,before,now,change,quantity,price,arrived,left,untold,currency,grade
EC2,grown,20,60,40,20,20,0,0,0,USD,invoice
S3,new,0,5,5,0,0,5,0,0,USD,invoice
`)
})

it('where no last day is named, the periods end with the last complete day that is told, and are equally long', async () => {
  const rows = daysOf({ since: '2026-09-01', until: '2026-11-19' }).map((day) => charge(day, 10))
  const { printed } = await run(rows, (base, tools, out) =>
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
  const none = await run([charge('2026-11-05', 5)], (base, tools, out) =>
    runChange({ ...base, ...command }, tools, out),
  )
  expect(none).toEqual({
    exit: 2,
    printed: '',
    told: 'No source tells of 2026-10-01 to 2026-10-31: there is nothing to compare with.\n',
  })
  const half = await run([charge('2026-10-20', 5), charge('2026-11-18', 5)], (base, tools, out) =>
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
  const { exit, told } = await run([], (base, tools, out) =>
    runChange({ ...base, ...november, by: 'service', cost: 'effective', top: 9, format: 'text', ...wrong }, tools, out),
  )
  expect(exit).toBe(2)
  expect(told).toContain(sentence)
})

it('spend by a tag says what share of the money lacks it; a filter keeps what lacks it', async () => {
  const command = { ...november, by: ['tag:team'] }
  const all = await run(twoMonths, (base, tools, out) => runSpend({ ...base, ...command, format: 'text' }, tools, out))
  expect(all.printed).toContain('\nwithout team: 60.00 USD, 92.3 % of the effective cost\n')
  const without = await run(twoMonths, (base, tools, out) =>
    runSpend({ ...base, ...command, where: ['tag:team='], format: 'json' }, tools, out),
  )
  expect(documentOf('spend', without.printed)).toMatchObject({
    rows: [{ 'tag:team': null, effectiveCost: 60 }],
    totals: [{ effectiveCost: 60 }],
    untagged: [{ key: 'team', effectiveCost: 60, share: 1 }],
  })
})

it('budgets: exit 1 where a threshold is reached, 0 where none is', async () => {
  const rows = Array.from({ length: 19 }, (_, i) => charge(`2026-11-${String(i + 1).padStart(2, '0')}`, 10))
  const thresholds = { actual: [50], forecast: [100] }
  const budgets: SpendSettings['budgets'] = [
    { name: 'all', amount: 250, period: 'month', thresholds },
    { name: 'S3', amount: 5, period: 'month', where: { service: 'S3' } },
  ]
  const reached = await run(
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
  const fine = await run(
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
    run(charges, (base, tools, out) => runBudgets({ ...base, format: 'json' }, tools, seasonalNaive, out), settings)
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
  const text = await run(
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
  const { exit, told } = await run([], (base, tools, out) =>
    runBudgets({ ...base, format: 'text' }, tools, seasonalNaive, out),
  )
  expect(exit).toBe(2)
  expect(told).toContain('There is no budget: write one in outlay.json')
})

it('allocation: own and allocated stand apart, what nobody is given is said', async () => {
  const support = { ServiceName: 'AWS Support' }
  const rows = [
    charge('2026-11-01', 100, support),
    charge('2026-11-01', 9, { ...support, BillingCurrency: 'EUR' }),
    charge('2026-11-01', 10, tags({ team: 'a' })),
    charge('2026-11-01', 30, tags({ team: 'b' })),
  ]
  const allocation: SpendSettings['allocation'] = [
    { name: 'support', where: { service: 'AWS Support' }, to: 'tag:team', by: 'proportional' },
  ]
  const text = await run(
    rows,
    (base, tools, out) => runAllocation({ ...base, ...november, format: 'text' }, tools, out),
    { allocation },
  )
  expect({ exit: text.exit, told: text.told }).toEqual({ exit: 0, told: '' })
  expect(text.printed).toBe(`tag:team  own or rule      billed  effective
a         own               10.00      10.00  USD
b         own               30.00      30.00  USD
a         support, 25.0 %   25.00      25.00  USD  allocated
b         support, 75.0 %   75.00      75.00  USD  allocated

support: 9.00 billed, 9.00 effective EUR is given to nobody: nothing of the same currency and grade is spent by tag:team itself

allocated: a shared amount that was split by a rule of outlay.json.
`)
  const csv = await run(
    rows.slice(0, 3),
    (base, tools, out) => runAllocation({ ...base, ...november, format: 'csv' }, tools, out),
    { allocation },
  )
  expect(csv.printed).toContain('tag:team,a,support,1,100,100,USD,allocated,invoice\n')
  const json = await run(
    rows.slice(2),
    (base, tools, out) => runAllocation({ ...base, ...november, format: 'json' }, tools, out),
    { allocation },
  )
  expect(documentOf('allocation', json.printed)).toMatchObject({
    period: { since: '2026-11-01', until: '2026-11-30' },
    own: [
      { to: 'tag:team', value: 'a', grade: 'invoice', effectiveCost: 10 },
      { to: 'tag:team', value: 'b', grade: 'invoice', effectiveCost: 30 },
    ],
    shares: [],
    unallocated: [],
  })
})

it('commitments: used, wasted, saved and covered, as text and CSV', async () => {
  const plan = { CommitmentDiscountId: 'sp-1', PricingCategory: 'Committed', BilledCost: 0 }
  const rows = [
    charge('2026-11-01', 20, { ...plan, CommitmentDiscountStatus: 'Used', ListCost: 30 }),
    charge('2026-11-01', 4, { ...plan, CommitmentDiscountStatus: 'Unused' }),
    charge('2026-11-01', 10, { PricingCategory: 'Standard', ListCost: 10 }),
  ]
  const text = await run(rows, (base, tools, out) =>
    runCommitments({ ...base, ...november, format: 'text' }, tools, out),
  )
  expect(text.printed).toBe(`commitment   used  wasted  utilisation  saved  billed for it
sp-1        20.00    4.00       83.3 %   6.00           0.00  USD

service  covered     of  coverage
AWS EC2    30.00  40.00    75.0 %  USD

used and wasted: effective cost, what was committed for these days. saved: less than list prices. coverage: at list prices. -: not told by the rows.
`)
  const csv = await run(rows, (base, tools, out) => runCommitments({ ...base, ...november, format: 'csv' }, tools, out))
  expect(csv.printed).toContain('sp-1,20,4,0.8333333333333334,6,0,0,USD,invoice\n')
})

it('unit: metrics from a file and a constant, tokens and GPUs from the rows; a file that is not there is told', async () => {
  const folder = folderWith({ 'requests.csv': '2026-11-01,100\n2026-11-02,300\n' })
  const tokens = (meter: string, count: number): Partial<SpendRow> => ({
    x_ModelId: 'gpt-5',
    SkuMeter: meter,
    ConsumedQuantity: count,
    ConsumedUnit: 'Tokens',
  })
  const rows = [
    charge('2026-11-01', 12, tokens('Input Tokens', 3_000_000)),
    charge('2026-11-02', 6, tokens('Output Tokens', 600_000)),
    charge('2026-11-02', 2, { SkuMeter: 'GPU', ResourceName: '__idle__' }),
  ]
  const metrics: SpendSettings['metrics'] = [
    { name: 'requests', unit: 'request', file: `${folder}/requests.csv` },
    { name: 'revenue', is: 'revenue', value: 40, per: 'day' },
    { name: 'users', file: `${folder}/users.csv` },
  ]
  const text = await run(rows, (base, tools, out) => runUnit({ ...base, ...november, format: 'text' }, tools, out), {
    metrics,
  })
  expect(text.exit).toBe(2)
  expect(text.told).toBe(`users: ${folder}/users.csv cannot be read (ENOENT). It is named in outlay.json.\n`)
  expect(text.printed).toBe(`requests: 0.05 USD per request (20.00 USD over 400, 2 days, 2026-11-01 to 2026-11-02)
revenue: 80.00 USD over 20.00 USD spent, margin 75.0 %, 4.00 back for each one spent
GPUs: 2.00 USD, idle 2.00 (100.0 %)

model      input  from cache  into cache   output  out/in  cached  per million  per request
gpt-5  3,000,000           -           -  600,000   0.200       -         5.00            -  USD
`)
  const json = await run(rows, (base, tools, out) => runUnit({ ...base, ...november, format: 'json' }, tools, out), {
    metrics: metrics.slice(0, 1),
  })
  expect(json.exit).toBe(0)
  expect(documentOf('unit', json.printed)).toMatchObject({
    period: { since: '2026-11-01', until: '2026-11-02' },
    costs: [{ name: 'requests', quantity: 400, costs: [{ perUnit: 0.05, currency: 'USD' }] }],
    tokens: [{ model: 'gpt-5', density: 0.2 }],
  })
})

it('carbon: what published factors are of, each with how it is made; the money they are not of is said', async () => {
  const book = fakeBook({
    specs: { 'm5.large': { vcpu: 2, memoryGiB: 8 } },
    regions: { 'us-east-1': { gCO2ePerKWh: 396.25, pue: 1.15 } },
  })
  const machine = { SkuMeter: 'BoxUsage:m5.large', ConsumedQuantity: 730, ConsumedUnit: 'Hrs', RegionId: 'us-east-1' }
  const rows = [charge('2026-11-01', 70, machine), charge('2026-11-01', 30, { ServiceName: 'Lambda' })]
  const text = await run(rows, (base, tools, out) =>
    runCarbon({ ...base, ...november, format: 'text' }, tools, book, out),
  )
  expect(text.exit).toBe(0)
  expect(text.printed).toContain('m5.large in us-east-1')
  expect(text.printed).toContain('70.0 % of 100.00 USD')
  const json = await run(rows, (base, tools, out) =>
    runCarbon({ ...base, ...november, format: 'json' }, tools, book, out),
  )
  expect(documentOf('carbon', json.printed)).toMatchObject({
    parts: [{ what: 'm5.large in us-east-1', quantity: 730, unit: 'hours', carbon: { kgCO2e: { likely: 2.45364 } } }],
    kgCO2e: { likely: 2.45364 },
    waterL: null,
    covered: [{ currency: 'USD', grade: 'invoice', kWh: 70, kgCO2e: 70, effectiveCost: 100 }],
  })
})

it('the forecast of a filter is of what matches alone', async () => {
  const rows = daysOf({ since: '2026-10-01', until: '2026-11-20' }).flatMap((day) => [
    charge(day, 10),
    charge(day, 5, { ServiceName: 'S3' }),
  ])
  const { printed } = await run(rows, (base, tools, out) =>
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
  const { printed } = await run(rows, (base, tools, out) =>
    runForecast({ ...base, where: [], format: 'text' }, tools, seasonalNaive, out),
  )
  expect(printed).toContain('test, 2026-11: 300.00 USD expected')
  expect(printed).toContain('so far 190.00 USD on complete days')
})
