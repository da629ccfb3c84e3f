import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { cleanest } from './cleanest.ts'
import { gpuHourCarbon, machineCarbon, storageCarbon } from './resource.ts'
import { tokensCarbon } from './tokens.ts'

// The bundled tables, through the same functions: the figures below are worked out from the tables' published rows.

const book = loadPriceBook()

describe('the bundled carbon tables', () => {
  it.each([
    // (2 × 2.12 W + 8 GiB × 0.392 W) × 730 h × PUE × g/kWh: Virginia 1.15, 396.25; Stockholm 1.1, 24.71.
    ['aws', 'm5.large', 'us-east-1', 6.192152, 2.45364],
    ['aws', 'm5.large', 'eu-north-1', 5.922928, 0.146356],
    // Graviton2: (2 × 1.08365 W + 8 × 0.392 W) × 730 h × 1.15 × 396.25 g.
    ['aws', 'm6g.large', 'us-east-1', 4.45212, 1.764153],
    // (4 × 2.395 W + 16 GiB × 0.392 W) × 730 h × 1.1 × 412.72 g in Iowa.
    ['gcp', 'n2-standard-4', 'us-central1', 12.729156, 5.253577],
    // (4 × 2.14 W + 16 GiB × 0.392 W) × 730 h × 1.14 × 396.25 g in Virginia.
    ['azure', 'Standard_D4s_v5', 'eastus', 12.3431904, 4.890989],
  ] as const)('%s %s in %s', (cloud, type, region, kWh, kg) => {
    const carbon = machineCarbon(cloud, type, region, 730, book)
    expect(carbon.kWh?.likely).toBeCloseTo(kWh, 5)
    expect(carbon.kgCO2e?.likely).toBeCloseTo(kg, 4)
  })

  it('have no grid for Frankfurt’s Azure region, whose row is in the wrong unit', () => {
    expect(book.carbon('azure', 'germanywestcentral')?.gCO2ePerKWh ?? Number.POSITIVE_INFINITY).toBeGreaterThan(1820)
    const carbon = machineCarbon('azure', 'Standard_D4s_v5', 'germanywestcentral', 730, book)
    expect(carbon.kWh).toBeDefined()
    expect(carbon.kgCO2e).toBeUndefined()
  })

  it('have a power for the GPUs people rent, and none for TPUs', () => {
    // H100: 0.57 of 700 W; A100: (46 + 407) / 2 W; L4: 0.57 of 72 W; × PUE 1.1 in Iowa.
    const likely = (name: string) => gpuHourCarbon(name, 'gcp', 'us-central1', book).kWh?.likely
    expect(likely('H100')).toBeCloseTo(0.4389, 6)
    expect(likely('A100')).toBeCloseTo(0.24915, 6)
    expect(likely('L4')).toBeCloseTo(0.045144, 6)
    expect(likely('TPU-v5e')).toBeUndefined()
  })

  it.each([
    // GB × W per TB × copies × 730 h × PUE: EBS 1.2 W × 2, S3 0.65 W × 6, a zonal disk 1.2 W × 1, Azure 0.65 W × 3.
    ['aws', 'ebs', 'gp3', 'us-east-1', 2.0148],
    ['aws', 's3', 'STANDARD', 'us-east-1', 3.27405],
    ['gcp', 'pd', 'pd-ssd', 'us-central1', 0.9636],
    ['azure', 'blob', 'HOT LRS', 'eastus', 1.62279],
  ] as const)('%s %s %s in %s: a TB', (cloud, service, storageClass, region, kWh) => {
    expect(storageCarbon(cloud, [service, storageClass], region, 1000, book).kWh?.likely).toBeCloseTo(kWh, 6)
  })

  it('hold EcoLogits’ fit and the PUE of the providers', () => {
    const thousand = { low: 1000, likely: 1000, high: 1000 }
    const kWh = (provider: 'bedrock' | 'mistral' | 'cohere' | 'anthropic', model: string) =>
      tokensCarbon(provider, model, thousand, book).kWh?.likely
    expect(kWh('bedrock', 'meta.llama3-3-70b-instruct-v1:0')).toBeCloseTo(0.00062467, 8)
    expect(kWh('mistral', 'mistral-large-2407')).toBeCloseTo(0.00088427, 8)
    expect(kWh('anthropic', 'claude-sonnet-4-5')).toBeUndefined()
  })

  it('put eight H100 in Oregon for the price and in Stockholm for the grid', () => {
    const found = cleanest('aws', { is: 'instance', type: 'p5.48xlarge', purchase: 'on-demand' }, book)
    // 192 × 2.12 W, 2,048 GiB × 0.392 W and 8 × 399 W: 4.401856 kW × 730 h = 3,213.355 kWh;
    // × 1.12 × 119.76 g = 431.011 kg, × 1.1 × 24.71 g = 87.342 kg.
    expect([found.cheapest?.region, found.cleanest?.region]).toEqual(['us-west-2', 'eu-north-1'])
    expect(found.cheapest?.carbon.kgCO2e?.likely).toBeCloseTo(431.011, 2)
    expect(found.cleanest?.carbon.kgCO2e?.likely).toBeCloseTo(87.342, 2)
  })
})
