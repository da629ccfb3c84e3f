import { describe, expect, it } from 'vitest'
import { cleanest } from './cleanest.ts'
import { fakeBook } from './fake-book.ts'

const regions = {
  'us-east-1': { gCO2ePerKWh: 396.25, pue: 1.15 },
  'eu-north-1': { gCO2ePerKWh: 24.71, pue: 1.1 },
  'ca-central-1': { gCO2ePerKWh: 30.51, pue: 1.19 },
  'mx-central-1': {},
  'ap-south-1': { gCO2ePerKWh: 746.98, pue: 1.42 },
}
const specs = { 'm5.large': { vcpu: 2, memoryGiB: 8 } }
const usd = {
  'm5.large us-east-1': 0.0816,
  'm5.large eu-north-1': 0.0872,
  'm5.large ca-central-1': 0.091,
  'm5.large mx-central-1': 0.08,
  'ebs gp3 us-east-1': 0.08,
  'ebs gp3 eu-north-1': 0.0836,
}
const book = fakeBook({ specs, regions, usd })
const instance = { is: 'instance', type: 'm5.large', purchase: 'on-demand' } as const

describe('the same resource, region by region', () => {
  it('gives the cheapest and the cleanest side by side', () => {
    const found = cleanest('aws', instance, book)
    // 730 h × $0.08 and × $0.0872.
    expect(found.cheapest).toMatchObject({ region: 'mx-central-1' })
    expect(found.cheapest?.usdPerMonth).toBeCloseTo(58.4, 10)
    expect(found.cleanest).toMatchObject({ region: 'eu-north-1' })
    expect(found.cleanest?.usdPerMonth).toBeCloseTo(63.656, 10)
    // 5.38448 kWh × PUE 1.1 × 24.71 g = 146.356 g.
    expect(found.cleanest?.carbon.kgCO2e?.likely).toBeCloseTo(0.1463556, 6)
  })

  it('lists them by price, and says which of them publish no grid', () => {
    const found = cleanest('aws', instance, book)
    expect(found.regions.map(({ region }) => region)).toEqual([
      'mx-central-1',
      'us-east-1',
      'eu-north-1',
      'ca-central-1',
    ])
    expect(found.unknown).toEqual(['mx-central-1'])
  })

  it('leaves out a region without a price, however clean, and those that are not allowed', () => {
    const found = cleanest('aws', instance, book, ['ap-south-1', 'us-east-1', 'ca-central-1'])
    expect(found.regions.map(({ region }) => region)).toEqual(['us-east-1', 'ca-central-1'])
    expect([found.cheapest?.region, found.cleanest?.region]).toEqual(['us-east-1', 'ca-central-1'])
  })

  it('does it for stored data', () => {
    const found = cleanest('aws', { is: 'storage', service: 'ebs', storageClass: 'gp3', gb: 500 }, book)
    expect([found.cheapest?.region, found.cheapest?.usdPerMonth]).toEqual(['us-east-1', 40])
    expect([found.cleanest?.region, found.cleanest?.usdPerMonth]).toEqual(['eu-north-1', 41.8])
  })

  it('has no cleanest where the power is not published', () => {
    const found = cleanest(
      'aws',
      { ...instance, type: 'trn1.2xlarge' },
      fakeBook({ regions, usd: { 'trn1.2xlarge us-east-1': 1.34 } }),
    )
    expect([found.cheapest?.region, found.cleanest]).toEqual(['us-east-1', undefined])
  })
})
