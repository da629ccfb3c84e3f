import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { GpuOffer } from '../../core/prices/book.ts'
import { overlay } from '../../core/prices/overlay.ts'
import { type RefreshedTable, tableOf } from '../../core/prices/refreshed.ts'
import type { InstanceRow, PriceRow, PriceSource, StoragePart } from '../../core/prices/source.ts'
import { source as ec2 } from '../../core/prices/sources/aws-ec2.ts'
import { source as pages } from '../../core/prices/sources/aws-pages.ts'
import { source as advisor } from '../../core/prices/sources/aws-spot-advisor.ts'
import { source as spotPrices } from '../../core/prices/sources/aws-spot-prices.ts'
import { source as gpuhunt } from '../../core/prices/sources/gpuhunt.ts'

const bundled = loadPriceBook(undefined, '2026-11-21')

const table = (source: PriceSource, rows: readonly PriceRow[], asOf = '2026-11-20'): RefreshedTable =>
  tableOf(source, { region: '', asOf, checked: `${asOf}T06:00:00.000Z` }, rows).table

const spotRow = (usd: number): InstanceRow => ({
  is: 'instance',
  cloud: 'aws',
  type: 'm5.large',
  region: 'us-east-1',
  purchase: 'spot',
  usd,
})

describe('a refreshed price of storage or a service', () => {
  const s3 = (name: string, region: string, part: StoragePart, usd: number): PriceRow => ({
    is: 'storage',
    cloud: 'aws',
    service: 's3',
    class: name,
    region,
    part,
    usd,
  })

  it('prices a class in a region the snapshot does not have, with the least days that hold everywhere', () => {
    const rows = [s3('ONEZONE_IA', 'sa-east-1', 'storage', 0.0162), s3('ONEZONE_IA', 'sa-east-1', 'put', 0.01)]
    const book = overlay(
      { ...bundled, storage: (...asked) => (asked[3] === 'us-east-1' ? bundled.storage(...asked) : undefined) },
      [table(pages, rows)],
    )
    expect(book.storage('aws', 's3', 'onezone_ia', 'sa-east-1')).toEqual({
      storage: {
        usd: 0.0162,
        per: 1,
        unit: 'GB-month',
        sku: 's3 onezone_ia',
        region: 'sa-east-1',
        source: 'AWS price pages',
        asOf: '2026-11-20',
      },
      put: expect.objectContaining({ usd: 0.01, per: 1000, unit: 'request' }),
      get: undefined,
      retrieval: undefined,
      minDays: 30,
      extra: '',
    })
  })

  it('of a request alone prices no class, and leaves what it does not speak of', () => {
    const only = overlay({ ...bundled, storage: () => undefined }, [table(pages, [s3('STANDARD', 'x-1', 'put', 0.01)])])
    expect(only.storage('aws', 's3', 'STANDARD', 'x-1')).toBeUndefined()
    const old = bundled.storage('aws', 's3', 'STANDARD', 'us-east-1')!
    const book = overlay(bundled, [table(pages, [s3('STANDARD', 'us-east-1', 'storage', 0.03)])])
    expect(book.storage('aws', 's3', 'STANDARD', 'us-east-1')).toEqual({
      ...old,
      storage: { ...old.storage, usd: 0.03, source: 'AWS price pages', asOf: '2026-11-20' },
    })
  })

  it('is never older than the bundled one', () => {
    const rows: PriceRow[] = [s3('STANDARD', 'us-east-1', 'storage', 0.03), iops('gp3 iops', 0.009)]
    const book = overlay(bundled, [table(pages, rows, '2019-01-01')])
    expect(book.storage('aws', 's3', 'STANDARD', 'us-east-1')).toEqual(
      bundled.storage('aws', 's3', 'STANDARD', 'us-east-1'),
    )
    expect(book.service('aws', 'ebs', 'gp3 iops', 'us-east-1')).toEqual(
      bundled.service('aws', 'ebs', 'gp3 iops', 'us-east-1'),
    )
  })

  const iops = (item: string, usd: number, region = 'us-east-1'): PriceRow => ({
    is: 'service',
    cloud: 'aws',
    service: 'ebs',
    item,
    region,
    unit: 'IOPS-month',
    per: 1,
    usd,
  })

  it('of a service is of exactly that item and region', () => {
    const book = overlay(bundled, [table(ec2, [iops('gp3 iops', 0.009, 'af-south-1')])])
    expect(book.service('aws', 'ebs', 'gp3 iops', 'af-south-1')).toEqual({
      usd: 0.009,
      per: 1,
      unit: 'IOPS-month',
      sku: 'ebs gp3 iops',
      region: 'af-south-1',
      source: 'AWS Price List',
      asOf: '2026-11-20',
    })
    expect(book.service('aws', 'ebs', 'constructor', 'af-south-1')).toBeUndefined()
    expect(book.service('aws', 'ebs', 'gp3 iops', 'us-east-1')).toEqual(
      bundled.service('aws', 'ebs', 'gp3 iops', 'us-east-1'),
    )
  })

  it('of two that differ is none', () => {
    const { table: two, disputed } = tableOf(pages, { region: 'vpc', asOf: '2026-11-20', checked: '' }, [
      iops('gp3 iops', 0.009, 'x-1'),
      iops('gp3 iops', 0.01, 'x-1'),
    ])
    expect(disputed).toBe(1)
    expect(overlay(bundled, [two]).service('aws', 'ebs', 'gp3 iops', 'x-1')).toBeUndefined()
  })

  it('of hosting stands in for the bundled one', () => {
    const row: PriceRow = { is: 'hosting', service: 'sagemaker', type: 'ml.g5.xlarge', region: 'us-east-1', usd: 1.5 }
    expect(overlay(bundled, [table(ec2, [row])]).hosting('sagemaker', 'ml.g5.xlarge', 'us-east-1')).toMatchObject({
      usd: 1.5,
      unit: 'hour',
      source: 'AWS Price List',
    })
  })
})

it('a spot price stands before a share of the on-demand price of the same day', () => {
  const spot = spotRow(0.05)
  const share: PriceRow = { is: 'spot-share', cloud: 'aws', type: 'm5.large', region: 'us-east-1', share: 0.4 }
  for (const tables of [
    [table(spotPrices, [spot]), table(advisor, [share])],
    [table(advisor, [share]), table(spotPrices, [spot])],
  ]) {
    expect(overlay(bundled, tables).instance('aws', 'm5.large', 'us-east-1', 'spot')).toMatchObject({
      usd: 0.05,
      source: 'AWS spot prices',
    })
  }
})

it('a spot price far from the average of the last month says so', () => {
  const share: PriceRow = { is: 'spot-share', cloud: 'aws', type: 'm5.large', region: 'us-east-1', share: 0.4 }
  const weak = (usd: number, more: readonly RefreshedTable[]) =>
    overlay(bundled, [table(spotPrices, [spotRow(usd)]), ...more]).instance('aws', 'm5.large', 'us-east-1', 'spot')!
      .weak
  const advice = table(advisor, [share])
  // on demand 0.096
  expect(weak(0.0384 * 1.4, [advice])).toBeUndefined()
  expect(weak(0.012, [advice])).toBe('AWS Spot Advisor of 2026-11-20 has an average of $0.0384 for the last month')
  expect(weak(0.09, [advice])).toBe('AWS Spot Advisor of 2026-11-20 has an average of $0.0384 for the last month')
  expect(weak(0.012, [])).toBeUndefined()
})

describe('offers of a GPU cloud', () => {
  const offer = (usd: number, accelerators: number): PriceRow => ({
    is: 'offer',
    provider: 'nebius',
    type: `gpu-h200-sxm ${accelerators}`,
    region: 'eu-north1',
    purchase: 'on-demand',
    usd,
    accelerator: 'H200',
    accelerators,
  })
  const h200 = (offers: readonly GpuOffer[]) =>
    offers
      .filter(({ provider, specs }) => provider === 'nebius' && specs.accelerator === 'H200')
      .map(({ specs, onDemand }) => [specs.accelerators, onDemand?.usd])

  it('take the place of older ones of the same GPUs in the same number, and of no others', () => {
    const before = h200(bundled.gpuOffers())
    const after = h200(overlay(bundled, [table(gpuhunt, [offer(3.1, 1)])]).gpuOffers())
    expect(after).toEqual([...before.filter(([count]) => count !== 1), [1, 3.1]])
  })

  it('do not where they are older', () => {
    const old = overlay(bundled, [table(gpuhunt, [offer(3.1, 1)], '2019-01-01')])
    expect(h200(old.gpuOffers())).toEqual(h200(bundled.gpuOffers()))
  })
})
