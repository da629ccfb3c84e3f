import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SpendRow } from '../focus.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'
import { charge } from '../testing/charges.ts'
import { commitmentsOf } from './commitments.ts'

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const november = { since: '2026-11-01', until: '2026-12-01' }
const day = '2026-11-03'
const ri = { CommitmentDiscountId: 'ri-1', PricingCategory: 'Committed' }
const used = (cost: number, list?: number): SpendRow =>
  charge(day, cost, { ...ri, CommitmentDiscountStatus: 'Used', BilledCost: 0, ListCost: list })
const unused = (cost: number): SpendRow =>
  charge(day, cost, { ...ri, CommitmentDiscountStatus: 'Unused', BilledCost: 0, ListCost: cost })
const standard = (list: number, more: Partial<SpendRow> = {}): SpendRow =>
  charge(day, list, { PricingCategory: 'Standard', ListCost: list, ...more })
const purchase = (billed: number, effective = 0): SpendRow =>
  charge(day, effective, {
    ChargeCategory: 'Purchase',
    CommitmentDiscountId: 'ri-1',
    PricingCategory: 'Standard',
    BilledCost: billed,
  })

async function commitments(...rows: readonly SpendRow[]) {
  await store.load(rows, { source: 'test' })
  return commitmentsOf(store.ask, november)
}

test('one dollar an hour committed, 75 cents drawn on: a quarter is wasted (FOCUS 1.2, usage, scenario 3)', async () => {
  const { commitments: found } = await commitments(used(0.75, 1.5), unused(0.25))
  expect(found).toEqual([
    {
      commitment: 'ri-1',
      id: 'ri-1',
      currency: 'USD',
      grade: 'invoice',
      bought: 0,
      used: 0.75,
      wasted: 0.25,
      utilisation: 0.75,
      saved: 0.5,
      countedTwice: 0,
    },
  ])
})

test('two of one name are two; the purchase may lack the name, and has the id', async () => {
  const plan = (id: string, name?: string) => ({ CommitmentDiscountId: id, CommitmentDiscountName: name })
  const { commitments: found } = await commitments(
    { ...used(20, 30), ...plan('sp-1', 'Compute 2026') },
    { ...used(10, 12), ...plan('sp-2', 'Compute 2026') },
    { ...unused(5), ...plan('sp-2', 'Compute 2026') },
    { ...purchase(100), ...plan('sp-2') },
  )
  expect(found.map(({ commitment, id, used, wasted, bought }) => [commitment, id, used, wasted, bought])).toEqual([
    ['Compute 2026', 'sp-2', 10, 5, 100],
    ['Compute 2026', 'sp-1', 20, 0, 0],
  ])
})

test('the purchase is billed once and has no effective cost; sums of neither count anything twice', async () => {
  const { commitments: found } = await commitments(purchase(8760), used(20, 30), unused(4))
  expect(found).toMatchObject([{ bought: 8760, used: 20, wasted: 4, saved: 6, countedTwice: 0 }])
  expect(await store.ask({ ask: 'totals', ...november })).toMatchObject([{ billedCost: 8760, effectiveCost: 24 }])
})

test('a purchase that carries effective cost beside rows of use, against FOCUS, is pointed out', async () => {
  const { commitments: found } = await commitments(purchase(24, 24), used(20, 30), unused(4))
  expect(found).toMatchObject([{ bought: 24, countedTwice: 24 }])
})

test('nothing drawn on it saves nothing and costs all of it; only a purchase tells nothing of use', async () => {
  expect((await commitments(unused(1.5))).commitments).toMatchObject([{ utilisation: 0, wasted: 1.5, saved: -1.5 }])
  expect((await commitments(purchase(10))).commitments).toMatchObject([{ bought: 10, utilisation: null, saved: null }])
})

test('coverage is of list prices, in services that draw on a commitment; spot cannot be committed', async () => {
  const { coverage } = await commitments(
    used(20, 30),
    unused(4),
    standard(10),
    charge(day, 7, { PricingCategory: 'Dynamic', ListCost: 20 }),
    standard(500, { ServiceName: 'S3' }),
    charge(day, -5, { ChargeCategory: 'Credit' }),
  )
  expect(coverage).toEqual([
    {
      provider: 'AWS',
      service: 'EC2',
      currency: 'USD',
      grade: 'invoice',
      covered: 30,
      coverable: 40,
      share: 0.75,
    },
  ])
})

test('without a list price on every row, neither coverage nor a saving is known', async () => {
  const { commitments: found, coverage } = await commitments(used(20), standard(10))
  expect(found).toMatchObject([{ used: 20, saved: null }])
  expect(coverage).toMatchObject([{ covered: null, coverable: null, share: null }])
  const unclear = await commitments(used(20, 30), charge(day, 10, { ListCost: 10 }))
  expect(unclear.coverage).toMatchObject([{ covered: 30, coverable: null, share: null }])
})
