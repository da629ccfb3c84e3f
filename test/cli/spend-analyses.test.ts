import { expect, it } from 'vitest'
import type { SpendRow } from '../../billing/focus.ts'
import { charge, tags } from '../../billing/testing/charges.ts'
import { runSpend } from '../../cli/commands/spend.ts'
import { runAllocation } from '../../cli/commands/spend-allocation.ts'
import { runCarbon } from '../../cli/commands/spend-carbon.ts'
import { runCommitments } from '../../cli/commands/spend-commitments.ts'
import { runUnit } from '../../cli/commands/spend-unit.ts'
import { fakeBook } from '../../core/carbon/fake-book.ts'
import type { SpendSettings } from '../../core/config/spend.ts'
import { folderWith } from './folder.ts'
import { november, overRows } from './over-rows.ts'
import { documentOf } from './spend-documents.ts'

it('spend by a tag says what share of the money lacks it; a filter keeps what lacks it', async () => {
  const command = { ...november, by: ['tag:team'] }
  const rows = [charge('2026-11-05', 60), charge('2026-11-05', 5, { ServiceName: 'S3', ...tags({ team: 'search' }) })]
  const all = await overRows(rows, (base, tools, out) => runSpend({ ...base, ...command, format: 'text' }, tools, out))
  expect(all.printed).toContain('\nwithout team: 60.00 USD, 92.3 % of the effective cost\n')
  const without = await overRows(rows, (base, tools, out) =>
    runSpend({ ...base, ...command, where: ['tag:team='], format: 'json' }, tools, out),
  )
  expect(documentOf('spend', without.printed)).toMatchObject({
    rows: [{ 'tag:team': null, effectiveCost: 60 }],
    totals: [{ effectiveCost: 60 }],
    untagged: [{ key: 'team', effectiveCost: 60, share: 1 }],
  })
})

it('what is called the same is one row by name, which is said, and two by id', async () => {
  const rows = [
    charge('2026-11-01', 3, {
      BillingAccountName: 'Main',
      BillingAccountId: '111',
      ResourceName: 'web',
      ResourceId: 'i-1',
    }),
    charge('2026-11-01', 4, {
      BillingAccountName: 'Main',
      BillingAccountId: '222',
      ResourceName: 'web',
      ResourceId: 'i-2',
    }),
  ]
  const by = async (...dimensions: string[]) => {
    const { printed, told } = await overRows(rows, (base, tools, out) =>
      runSpend({ ...base, ...november, by: dimensions, format: 'csv' }, tools, out),
    )
    return [...printed.split('\n').slice(1, -1), ...told.split('\n').filter((line) => line.includes('are called'))]
  }
  expect(await by('account', 'resource')).toEqual([
    'Main,web,7,7,USD,invoice,false',
    '2 accounts are called Main and are one sum here: 111, 222. By account-id they stand apart.',
    '2 resources are called web and are one sum here: i-1, i-2. By resource-id they stand apart.',
  ])
  expect(await by('account-id')).toEqual(['111,3,3,USD,invoice,false', '222,4,4,USD,invoice,false'])
  expect(await by('resource', 'resource-id')).toEqual([
    'web,i-1,3,3,USD,invoice,false',
    'web,i-2,4,4,USD,invoice,false',
  ])
})

it('as CSV it is told what the provider may still change, as in the document', async () => {
  const rows = [charge('2026-11-01', 60), charge('2026-11-02', 5, { ServiceName: 'S3', x_Estimated: true })]
  const { printed } = await overRows(rows, (base, tools, out) =>
    runSpend({ ...base, ...november, by: ['service'], format: 'csv' }, tools, out),
  )
  expect(printed).toBe(`service,billedCost,effectiveCost,currency,grade,estimated
EC2,60,60,USD,invoice,false
S3,5,5,USD,invoice,true
`)
})

it('allocation: own and allocated stand apart, what nobody is given is said', async () => {
  const support = { ServiceName: 'AWS Support' }
  const rows = [
    charge('2026-11-01', 100, { ...support, x_Estimated: true }),
    charge('2026-11-01', 9, { ...support, BillingCurrency: 'EUR' }),
    charge('2026-11-01', 10, tags({ team: 'a' })),
    charge('2026-11-01', 30, tags({ team: 'b' })),
  ]
  const allocation: SpendSettings['allocation'] = [
    { name: 'support', where: { service: 'AWS Support' }, to: 'tag:team', by: 'proportional' },
  ]
  const text = await overRows(
    rows,
    (base, tools, out) => runAllocation({ ...base, ...november, format: 'text' }, tools, out),
    { allocation },
  )
  expect({ exit: text.exit, told: text.told }).toEqual({ exit: 0, told: '' })
  expect(text.printed).toBe(`2026-11-01 to 2026-11-30

tag:team  own or rule      billed  effective
a         own               10.00      10.00  USD
b         own               30.00      30.00  USD
a         support, 25.0 %   25.00      25.00  USD  allocated
b         support, 75.0 %   75.00      75.00  USD  allocated

support: 9.00 billed, 9.00 effective EUR is given to nobody: nothing of the same currency and grade is spent by tag:team itself

allocated: a shared amount that was split by a rule of outlay.json.
`)
  const csv = await overRows(
    rows.slice(0, 3),
    (base, tools, out) => runAllocation({ ...base, ...november, format: 'csv' }, tools, out),
    { allocation },
  )
  expect(csv.printed).toContain('tag:team,a,support,1,100,100,USD,allocated,invoice,true\n')
  const json = await overRows(
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
  const text = await overRows(rows, (base, tools, out) =>
    runCommitments({ ...base, ...november, format: 'text' }, tools, out),
  )
  expect(text.printed).toBe(`2026-11-01 to 2026-11-30

commitment   used  wasted  utilisation  saved  billed for it
sp-1        20.00    4.00       83.3 %   6.00           0.00  USD

service  covered     of  coverage
AWS EC2    30.00  40.00    75.0 %  USD

used and wasted: effective cost, what was committed for these days. saved: less than list prices. coverage: at list prices. -: not told by the rows.
`)
  const csv = await overRows(rows, (base, tools, out) =>
    runCommitments({ ...base, ...november, format: 'csv' }, tools, out),
  )
  expect(csv.printed).toContain('sp-1,20,4,0.8333333333333334,6,0,0,USD,invoice,sp-1\n')
})

it('commitments of one name stand apart, by their ids', async () => {
  const plan = { PricingCategory: 'Committed', CommitmentDiscountStatus: 'Used', CommitmentDiscountName: 'Compute' }
  const rows = [
    charge('2026-11-01', 20, { ...plan, CommitmentDiscountId: 'sp-1' }),
    charge('2026-11-01', 10, { ...plan, CommitmentDiscountId: 'sp-2' }),
    charge('2026-11-01', 5, { ...plan, CommitmentDiscountId: 'ri-3', CommitmentDiscountName: 'Database' }),
  ]
  const { printed } = await overRows(rows, (base, tools, out) =>
    runCommitments({ ...base, ...november, format: 'text' }, tools, out),
  )
  expect(printed.split('\n').slice(3, 6)).toEqual([
    expect.stringMatching(/^Compute \(sp-1\) +20\.00/),
    expect.stringMatching(/^Compute \(sp-2\) +10\.00/),
    expect.stringMatching(/^Database +5\.00/),
  ])
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
  const text = await overRows(
    rows,
    (base, tools, out) => runUnit({ ...base, ...november, format: 'text' }, tools, out),
    {
      metrics,
    },
  )
  expect(text.exit).toBe(2)
  expect(text.told).toBe(`users: ${folder}/users.csv cannot be read (ENOENT). It is named in outlay.json.\n`)
  expect(text.printed).toBe(`2026-11-01 to 2026-11-30

requests: 0.05 USD per request (20.00 USD over 400, 2 days, 2026-11-01 to 2026-11-02)
revenue: 80.00 USD over 20.00 USD spent, margin 75.0 %, 4.00 back for each one spent
GPUs: 2.00 USD, idle 2.00 (100.0 %)

model      input  from cache  into cache   output  out/in  cached  per million  per request
gpt-5  3,000,000           -           -  600,000   0.200       -         5.00            -  USD
`)
  const json = await overRows(
    rows,
    (base, tools, out) => runUnit({ ...base, ...november, format: 'json' }, tools, out),
    {
      metrics: metrics.slice(0, 1),
    },
  )
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
  const text = await overRows(rows, (base, tools, out) =>
    runCarbon({ ...base, ...november, format: 'text' }, tools, book, out),
  )
  expect(text.exit).toBe(0)
  expect(text.printed).toContain('m5.large in us-east-1')
  expect(text.printed).toContain('70.0 % of 100.00 USD')
  const json = await overRows(rows, (base, tools, out) =>
    runCarbon({ ...base, ...november, format: 'json' }, tools, book, out),
  )
  expect(documentOf('carbon', json.printed)).toMatchObject({
    parts: [{ what: 'm5.large in us-east-1', quantity: 730, unit: 'hours', carbon: { kgCO2e: { likely: 2.45364 } } }],
    kgCO2e: { likely: 2.45364 },
    waterL: null,
    covered: [{ currency: 'USD', grade: 'invoice', kWh: 70, kgCO2e: 70, effectiveCost: 100 }],
  })
})
