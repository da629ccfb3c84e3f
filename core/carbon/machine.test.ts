import { describe, expect, it } from 'vitest'
import { fakeBook } from './fake-book.ts'
import { gpuHourCarbon, machineCarbon, storageCarbon } from './resource.ts'

const virginia = { gCO2ePerKWh: 396.25, pue: 1.15, waterLPerKWh: 0.12 }
const small = { 'm5.large': { vcpu: 2, memoryGiB: 8 } }

describe('a machine', () => {
  it('draws between idle and full load; half of the way is likely, and all of its memory', () => {
    const book = fakeBook({ specs: small, regions: { 'us-east-1': virginia } })
    const { kWh, kgCO2e, waterL, missing } = machineCarbon('aws', 'm5.large', 'us-east-1', 730, book)
    // Idle: 2 × 0.74 W = 1.48 W; × 730 h = 1.0804 kWh; × PUE 1.15 = 1.24246.
    expect(kWh?.low).toBeCloseTo(1.24246, 5)
    // Half: 2 × 2.12 W + 8 × 0.392 W = 7.376 W; × 730 h = 5.38448 kWh; × 1.15 = 6.192152.
    expect(kWh?.likely).toBeCloseTo(6.192152, 6)
    // Full: 2 × 3.5 W + 3.136 W = 10.136 W; × 730 h = 7.39928 kWh; × 1.15 = 8.509172.
    expect(kWh?.high).toBeCloseTo(8.509172, 6)
    // 6.192152 kWh × 396.25 g = 2,453.64 g.
    expect(kgCO2e?.likely).toBeCloseTo(2.45364, 5)
    // Water is per kWh of the hardware: 5.38448 × 0.12.
    expect(waterL?.likely).toBeCloseTo(0.6461376, 7)
    expect(missing).toEqual([])
  })

  it('names the utilisation, the watts, the PUE and the grid it took, each with its source', () => {
    const book = fakeBook({ specs: small, regions: { 'us-east-1': virginia } })
    expect(
      machineCarbon('aws', 'm5.large', 'us-east-1', 730, book).assumed.map(({ what, value }) => [what, value]),
    ).toEqual([
      ['utilisation', '50 %, from idle to full load'],
      ['power of a vCPU', '0.74 W idle, 3.5 W at full load'],
      ['power of memory', '0.392 W per GiB, at the low end none'],
      ['PUE', '1.15'],
      ['grid', '396.25 gCO2e/kWh, yearly average'],
      ['cooling water', '0.12 L/kWh of the hardware'],
    ])
  })

  it('whose processor is known draws what that one does', () => {
    const specs = { 'm6g.large': { vcpu: 2, memoryGiB: 8 } }
    const book = fakeBook({ specs, regions: { 'us-east-1': virginia } })
    const { kWh, assumed } = machineCarbon('aws', 'm6g.large', 'us-east-1', 730, book)
    // 2 × (0.4743 + 1.693) / 2 W + 3.136 W = 5.3033 W; × 730 h = 3.871409 kWh; × 1.15 = 4.45212.
    expect(kWh?.likely).toBeCloseTo(4.45212, 5)
    expect(assumed).toContainEqual({
      what: 'power of a vCPU',
      value: '0.4743 W idle, 1.693 W at full load',
      from: 'Graviton2; coefficients, 2024-03-25',
    })
  })

  it('with an accelerator, adds the watts measured for it', () => {
    const specs = { 'g5x.xlarge': { vcpu: 4, memoryGiB: 16, accelerator: 'A10G', accelerators: 1 } }
    const book = fakeBook({ specs, regions: { 'us-east-1': virginia } })
    // 4 × 2.12 + 16 × 0.392 + (18 + 153) / 2 = 8.48 + 6.272 + 85.5 = 100.252 W; × 1 h × 1.15.
    expect(machineCarbon('aws', 'g5x.xlarge', 'us-east-1', 1, book).kWh?.likely).toBeCloseTo(0.1152898, 7)
  })

  it('with an accelerator whose power nobody publishes, is not known, not even in part', () => {
    const specs = { 'trn1.2xlarge': { vcpu: 8, memoryGiB: 32, accelerator: 'Trainium', accelerators: 1 } }
    const book = fakeBook({ specs, tdpW: { Trainium: undefined }, regions: { 'us-east-1': virginia } })
    expect(machineCarbon('aws', 'trn1.2xlarge', 'us-east-1', 730, book)).toMatchObject({
      kWh: undefined,
      kgCO2e: undefined,
      waterL: undefined,
      missing: [{ what: 'kWh', because: 'no power is published for Trainium' }],
    })
  })

  it('that is not in the price book is not known', () => {
    const { kWh, missing } = machineCarbon('aws', 'm99.large', 'us-east-1', 730, fakeBook())
    expect(kWh).toBeUndefined()
    expect(missing[0]?.because).toBe('the price book does not know what is in m99.large')
  })
})

describe('the region', () => {
  const book = fakeBook({ specs: small, regions: { 'eu-west-2': { gCO2ePerKWh: 187.89 } } })

  it('that publishes no PUE takes the cloud’s average, and no water', () => {
    const carbon = machineCarbon('aws', 'm5.large', 'eu-west-2', 730, book)
    // 5.38448 kWh × 1.135 = 6.1113848; × 187.89 g = 1,148.268 g.
    expect(carbon.kWh?.likely).toBeCloseTo(6.1113848, 7)
    expect(carbon.kgCO2e?.likely).toBeCloseTo(1.148268, 5)
    expect(carbon.waterL).toBeUndefined()
    expect(carbon.missing).toEqual([{ what: 'waterL', because: 'no water use is published for eu-west-2' }])
  })

  it.each([
    ['that no grid is published for', 'mars-1', 'no grid intensity is published for mars-1'],
    ['that is not known', undefined, 'the region is not known'],
  ])('%s has electricity and no emissions: there is no average grid', (_, region, because) => {
    const carbon = machineCarbon('aws', 'm5.large', region, 730, book)
    expect(carbon.kWh?.likely).toBeCloseTo(6.1113848, 7)
    expect(carbon.kgCO2e).toBeUndefined()
    expect(carbon.missing).toContainEqual({ what: 'kgCO2e', because })
  })

  it('whose intensity is more than coal’s is a slip in the table, and not known', () => {
    const slip = fakeBook({ specs: small, regions: { finlandcentral: { gCO2ePerKWh: 7.7e7 } } })
    expect(machineCarbon('aws', 'm5.large', 'finlandcentral', 730, slip).kgCO2e).toBeUndefined()
  })

  it('of a cloud without a PUE has no electricity either', () => {
    const { kWh, missing } = machineCarbon(
      'aws',
      'm5.large',
      'eu-west-2',
      730,
      fakeBook({ specs: small, without: /pue/ }),
    )
    expect(kWh).toBeUndefined()
    expect(missing[0]).toEqual({ what: 'kWh', because: 'no PUE is published for eu-west-2' })
  })
})

describe('an hour of an accelerator', () => {
  it('without measured watts, draws 0.12 to 1.02 of its TDP', () => {
    const book = fakeBook({ tdpW: { H100: 700 }, regions: { 'us-east-1': virginia } })
    const { kWh, kgCO2e } = gpuHourCarbon('H100', 'aws', 'us-east-1', book)
    // 84, 399 and 714 W × PUE 1.15.
    expect(kWh?.low).toBeCloseTo(0.0966, 10)
    expect(kWh?.likely).toBeCloseTo(0.45885, 10)
    expect(kWh?.high).toBeCloseTo(0.8211, 10)
    // 0.45885 kWh × 396.25 g = 181.819 g.
    expect(kgCO2e?.likely).toBeCloseTo(0.1818193, 7)
  })

  it('of a TPU is not known', () => {
    const { kWh, missing } = gpuHourCarbon('TPU-v5e', 'gcp', 'us-west4', fakeBook({ tdpW: { 'TPU-v5e': undefined } }))
    expect(kWh).toBeUndefined()
    expect(missing).toEqual([{ what: 'kWh', because: 'no power is published for TPU-v5e' }])
  })
})

describe('storage', () => {
  const book = fakeBook({ regions: { 'us-east-1': virginia } })

  it('on SSD is 1.2 W per TB and copy', () => {
    // 800 GB × 1.2 Wh/TBh / 1,000 × 730 h × 2 copies = 1,401.6 Wh; × 1.15 = 1.61184 kWh.
    expect(storageCarbon('aws', ['ebs', 'gp2'], 'us-east-1', 800, book).kWh?.likely).toBeCloseTo(1.61184, 8)
  })

  it('on disks is 0.65 W per TB and copy', () => {
    // 10,000 GB × 0.65 / 1,000 × 730 × 6 copies = 28,470 Wh; × 1.15 = 32.7405 kWh; × 0.39625 = 12.9734 kg.
    const { kWh, kgCO2e } = storageCarbon('aws', ['s3', 'STANDARD'], 'us-east-1', 10_000, book)
    expect(kWh?.likely).toBeCloseTo(32.7405, 8)
    expect(kgCO2e?.likely).toBeCloseTo(12.973423, 6)
  })

  it('of a class whose medium is not published is not known', () => {
    expect(storageCarbon('aws', ['s3', 'EXPRESS_ONEZONE'], 'us-east-1', 10, book)).toMatchObject({
      kWh: undefined,
      missing: [{ what: 'kWh', because: 'what s3 EXPRESS_ONEZONE is kept on is not published' }],
    })
  })
})
