import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeBook } from '../../core/carbon/fake-book.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'
import { charge } from '../testing/charges.ts'
import { carbonOf } from './carbon.ts'

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const november = { since: '2026-11-01', until: '2026-12-01' }
const book = fakeBook({
  specs: { 'm5.large': { vcpu: 2, memoryGiB: 8 } },
  regions: { 'us-east-1': { gCO2ePerKWh: 396.25, pue: 1.15 } },
})
const at = (meter: string, quantity: number, unit: string) => ({
  SkuMeter: meter,
  ConsumedQuantity: quantity,
  ConsumedUnit: unit,
})

test('machine hours, on demand and spot, and disks of AWS; in a region without a grid the emissions are not known', async () => {
  await store.load(
    [
      charge('2026-11-01', 50, { ...at('BoxUsage:m5.large', 500, 'Hrs'), RegionId: 'us-east-1' }),
      charge('2026-11-02', 20, { ...at('SpotUsage:m5.large', 230, 'Hours'), RegionId: 'us-east-1' }),
      charge('2026-11-01', 8, { ...at('EBS:VolumeUsage.gp3', 100, 'GB-Mo'), RegionId: 'us-east-1' }),
      charge('2026-11-01', 5, { ...at('EU-BoxUsage:m5.large', 10, 'Hrs'), RegionId: 'eu-west-9' }),
      charge('2026-11-01', 9, { ...at('BoxUsage:x9.large', 10, 'Hrs'), RegionId: 'us-east-1' }),
      charge('2026-11-01', 3, { ServiceName: 'Lambda' }),
    ],
    { source: 'test' },
  )
  const { parts, kgCO2e, covered } = await carbonOf(store.ask, book, november)
  expect(parts.map(({ what, quantity, effectiveCost }) => [what, quantity, effectiveCost])).toEqual([
    ['m5.large in us-east-1', 730, 70],
    ['x9.large in us-east-1', 10, 9],
    ['ebs gp3 in us-east-1', 100, 8],
    ['m5.large in eu-west-9', 10, 5],
  ])
  // 6.192152 kWh × 396.25 g, as worked out in core/carbon/machine.test.ts.
  expect(parts[0]!.carbon.kgCO2e?.likely).toBeCloseTo(2.45364, 5)
  // 1.2 W per TB × 730 h × 2 copies × 0.1 TB = 0.1752 kWh; × 1.15 × 396.25 g.
  expect(parts[2]!.carbon.kgCO2e?.likely).toBeCloseTo(0.0798365, 6)
  expect(parts[1]!.carbon.missing).toEqual([
    { what: 'kWh', because: 'the price book does not know what is in x9.large' },
  ])
  expect(parts[3]!.carbon).toMatchObject({ kgCO2e: undefined, kWh: { likely: expect.any(Number) } })
  expect(kgCO2e?.likely).toBeCloseTo(2.533477, 5)
  expect(covered).toEqual([{ currency: 'USD', grade: 'invoice', kWh: 83, kgCO2e: 78, effectiveCost: 95 }])
})

test('machine hours of Azure by the names of its meters; a disk or an address of the same service is none', async () => {
  const azure = { ServiceProviderName: 'Microsoft', ServiceName: 'Virtual Machines', RegionId: 'westeurope' }
  const d2s = { vcpu: 2, memoryGiB: 8 }
  const own = fakeBook({
    specs: { Standard_D2s_v5: d2s, Standard_D2_v3: d2s, Standard_NC24ads_A100_v4: d2s },
    regions: { westeurope: { gCO2ePerKWh: 300, pue: 1.1 } },
  })
  const meters = [
    'D2s v5',
    'D2s v5 Spot',
    'D2 v3/D2s v3',
    'NC24ads A100 v4',
    'Standard IPv4 Static Public IP',
    'P10 LRS',
  ]
  await store.load(
    meters.map((meter, i) => charge('2026-11-01', 10 - i, { ...azure, ...at(meter, 24, '1 Hour') })),
    { source: 'test' },
  )
  const { parts } = await carbonOf(store.ask, own, november)
  expect(parts.map(({ what, quantity }) => [what, quantity])).toEqual([
    ['Standard_D2s_v5 in westeurope', 48],
    ['Standard_D2_v3 in westeurope', 24],
    ['Standard_NC24ads_A100_v4 in westeurope', 24],
  ])
  expect(parts[0]!.carbon.kgCO2e?.likely).toBeGreaterThan(0)
})

test('output of a model whose size is published has an energy and no grid; of others nothing is known', async () => {
  const tokens = (model: string, provider: string) =>
    charge('2026-11-01', 5, {
      ...at('Output Tokens', 2, '1000000 Tokens'),
      x_ModelId: model,
      ServiceProviderName: provider,
    })
  await store.load([tokens('mistral-large-2411', 'Mistral AI'), tokens('claude-sonnet-5', 'Anthropic')], {
    source: 'test',
  })
  const { parts, kWh, kgCO2e, covered } = await carbonOf(store.ask, book, november)
  expect(parts).toMatchObject([
    { what: 'output of claude-sonnet-5 at Anthropic', carbon: { kWh: undefined } },
    { what: 'output of mistral-large-2411 at Mistral AI', quantity: 2e6, unit: 'output tokens' },
  ])
  expect(kWh?.likely).toBeGreaterThan(0)
  expect(kgCO2e).toBeUndefined()
  expect(covered).toMatchObject([{ kWh: 5, kgCO2e: 0, effectiveCost: 10 }])
})
