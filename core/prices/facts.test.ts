import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'

const book = loadPriceBook()

describe('accelerators', () => {
  it('has memory, power and speed, as far as they are published', () => {
    expect(book.accelerator('h100')).toEqual({
      name: 'H100',
      vendor: 'nvidia',
      memoryGiB: 80,
      tdpW: 700,
      fp16Tflops: 989,
      year: 2022,
      source: expect.stringContaining('huggingface.js') as string,
    })
    expect(book.accelerator('Trainium2')).toMatchObject({ memoryGiB: 96, tdpW: undefined, year: undefined })
    expect(book.accelerator('A10G')).toMatchObject({ tdpW: 150, fp16Tflops: undefined })
    expect(book.accelerator('H1000')).toBeUndefined()
  })
})

describe('GPU clouds', () => {
  const offers = book.gpuOffers()

  it('lists each offer with what it has and what it costs', () => {
    expect(offers).toHaveLength(349)
    expect(new Set(offers.map((offer) => offer.provider)).size).toBe(23)
    expect(offers.find((offer) => offer.type === 'gpu_4x_a6000')).toEqual({
      provider: 'lambda',
      type: 'gpu_4x_a6000',
      region: '',
      specs: { vcpu: 56, memoryGiB: 400, accelerator: 'A6000', accelerators: 4, acceleratorMemoryGiB: 48 },
      onDemand: {
        usd: 4.36,
        per: 1,
        unit: 'hour',
        sku: 'gpu_4x_a6000',
        region: undefined,
        source: 'SkyPilot catalog v8',
        asOf: '2025-01-01',
        weak: 'the catalogue gives no day for its rows: 2025 or 2026',
      },
      spot: undefined,
    })
  })

  it('marks a marketplace price as such', () => {
    expect(offers.find((offer) => offer.type === 'akash-a100-80gb-marketplace')!.spot).toMatchObject({
      usd: 1.08,
      asOf: '2026-05-24',
      weak: 'a marketplace offer: its hosts set the price',
    })
  })

  it('has a price for every offer, and none that is free', () => {
    for (const { type, onDemand, spot } of offers) {
      const usd = [onDemand, spot].flatMap((price) => (price ? [price.usd] : []))
      expect(usd.length, type).toBeGreaterThan(0)
      expect(Math.min(...usd), type).toBeGreaterThan(0)
    }
  })
})

describe('discounts', () => {
  it('gives measured ones with their spread, stated ones without', () => {
    const find = (kind: string, subject: string) =>
      book.discounts().find((discount) => discount.kind === kind && discount.subject === subject)
    expect(find('spot_saving.accelerator', 'A10G')).toEqual({
      kind: 'spot_saving.accelerator',
      cloud: 'aws',
      subject: 'A10G',
      median: 0.594,
      p10: 0.327,
      p90: 0.76,
      n: 136,
      source: "measured over this snapshot's prices",
      asOf: '2026-07-05',
    })
    expect(find('stated.savings_plan.compute', 'EC2, Fargate, Lambda')).toMatchObject({ median: 0.66, p10: undefined })
  })

  it('holds no region index and nothing that is dearer', () => {
    expect(book.discounts()).toHaveLength(622)
    for (const { kind, subject, median, asOf } of book.discounts()) {
      expect(kind).not.toMatch(/region_index|coldstart/)
      expect(median, subject).toBeGreaterThan(0)
      expect(median, subject).toBeLessThan(1)
      expect(asOf, subject).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })
})

describe('carbon', () => {
  it('has the grid of a region with its year, and no other region in its place', () => {
    expect(book.carbon('aws', 'us-east-1')).toMatchObject({ gCO2ePerKWh: expect.closeTo(396, 0) as number })
    expect(book.carbon('aws', 'af-south-1')).toEqual({
      gCO2ePerKWh: 702.03,
      pue: 1.24,
      waterLPerKWh: 0.18,
      carbonFreeShare: undefined,
      source: 'GSF real-time-cloud (Electricity Maps yearly average, location-based)',
      year: 2024,
    })
    expect(book.carbon('gcp', 'us-east-1')).toBeUndefined()
  })

  it('has the coefficients by key, ranges as their two ends', () => {
    expect(book.coefficient('aws.vcpu_min_watts')).toEqual({
      value: 0.74,
      unit: 'W/vCPU',
      source: 'Cloud Carbon Footprint',
      asOf: '2024-03-25',
    })
    expect(book.coefficient('ecologits.pue.anthropic')).toBeUndefined()
    expect(book.coefficient('ecologits.pue.anthropic.low')!.value).toBe(1.09)
    expect(book.coefficient('ecologits.pue.anthropic.high')!.value).toBe(1.14)
    expect(book.coefficient('vendor.google.wh_per_prompt')).toMatchObject({ value: 0.24, unit: 'Wh/prompt' })
  })

  it('leaves out a processor that draws four times what its neighbours draw', () => {
    expect(book.coefficient('cpu.EPYC 4th Gen.max_watts')!.value).toBe(2.282)
    expect(book.coefficient('cpu.EPYC 5th Gen.max_watts')).toBeUndefined()
  })
})
