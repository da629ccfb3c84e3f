import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { GridHeader } from './grid.ts'
import { decodeHostedPrices, type GridAbout, gridParts } from './hosted.ts'

const book = loadPriceBook()

interface Written extends GridAbout, GridHeader {
  /** A cell for each region: 1 where there is a price. */
  readonly cells: readonly number[]
}

/** @param more bytes too many */
function file(grids: readonly Written[], schema = 4, more = 0): Uint8Array {
  // a row of two shares in two bytes each: code 0 and 1, then the same again
  const rows = [1, 0, 0, 0]
  const header = { schema, grids: grids.map(({ name }) => [name, rows.length, 2]) }
  const about = grids.map(({ name, label, of, next, source, asOf, weak }) => ({
    ...{ name, label, of, next, source, asOf, weak },
  }))
  const lines = [header, ...about, ...gridParts.flatMap((part) => grids.map((grid) => grid[part]))]
  const json = new TextEncoder().encode(lines.map((line) => JSON.stringify(line)).join('\n'))
  const planes = [...grids.flatMap(() => rows), ...grids.flatMap(({ cells }) => cells), ...Array(more).fill(0)]
  const bytes = new Uint8Array(4 + json.length + planes.length)
  new DataView(bytes.buffer).setUint32(0, json.length, true)
  bytes.set(json, 4)
  bytes.set(planes, 4 + json.length)
  return bytes
}

const own = { source: 's', asOf: '2026-01-01', types: 'x', regions: ['here', 'there'] }
const common = { ...own, digits: '2', row: [0], rows: 1, apart: [] }
/** `a` has one region, `b` is twice of `a` where `a` has a price, and of its base where not. */
const header: readonly Written[] = [
  { ...common, name: 'a', label: 'A', base: [3], ratios: [1.5], cells: [1, 0] },
  { ...common, name: 'b', label: 'B', of: 'a', base: [10], ratios: [2], weak: 'old', cells: [1, 1] },
]

describe('the grids of hosted.bin', () => {
  it('gives a price as a share of the type, or of the same cell of another grid', () => {
    const prices = decodeHostedPrices(file(header))
    expect(prices.find('a', 'x', 'here')).toEqual({
      usd: 4.5,
      per: 1,
      unit: 'hour',
      sku: 'A x',
      region: 'here',
      source: 's',
      asOf: '2026-01-01',
    })
    expect(prices.find('a', 'x', 'there')).toBeUndefined()
    expect(prices.find('b', 'x', 'here')).toMatchObject({ usd: 9, weak: 'old' })
    expect(prices.find('b', 'x', 'there')).toMatchObject({ usd: 20 })
    for (const [grid, type, region] of [
      ['c', 'x', 'here'],
      ['a', 'y', 'here'],
      ['a', 'x', 'elsewhere'],
    ] as const) {
      expect(prices.find(grid, type, region)).toBeUndefined()
    }
  })

  it('asks the next grid where it has no price, and gives its source under the own label', () => {
    const chained: readonly Written[] = [
      { ...common, name: 'a', label: 'A', next: 'b', base: [3], ratios: [1], cells: [1, 0] },
      { ...common, name: 'b', label: 'B', base: [10], ratios: [2], source: 'other', weak: 'old', cells: [0, 1] },
    ]
    const prices = decodeHostedPrices(file(chained))
    expect(prices.find('a', 'x', 'here')).toMatchObject({ usd: 3, source: 's' })
    expect(prices.find('a', 'x', 'there')).toMatchObject({ usd: 20, sku: 'A x', source: 'other', weak: 'old' })
    expect(prices.find('b', 'x', 'here')).toBeUndefined()
  })

  it('is refused where it is not as long as its header says', () => {
    expect(() => decodeHostedPrices(file(header, 4, 1))).toThrow(/hosted\.bin has \d+ bytes/)
  })

  it('is refused where it is of an earlier layout', () => {
    expect(() => decodeHostedPrices(file([], 3)).find('a', 'x', 'here')).toThrow('hosted.bin is not of schema 4')
  })
})

describe('hosting', () => {
  it('prices SageMaker and Vertex by the hour of the machine', () => {
    expect(book.hosting('sagemaker', 'ml.m5.xlarge', 'us-east-1')).toMatchObject({
      usd: 0.23,
      sku: 'SageMaker real-time hosting ml.m5.xlarge',
      asOf: '2026-05-20',
    })
    expect(book.hosting('vertex', 'n1-highcpu-16', 'asia-east1')!.usd).toBeCloseTo(0.8429, 3)
    expect(book.hosting('vertex', 'ml.m5.xlarge', 'us-east-1')).toBeUndefined()
  })

  it('leaves out what the source has at 2.4 times the machine', () => {
    expect(book.instance('aws', 'r8g.large', 'us-east-1', 'on-demand')).toBeDefined()
    expect(book.hosting('sagemaker', 'ml.r8g.large', 'us-east-1')).toBeUndefined()
  })
})

describe('databases', () => {
  it.each([
    ['mysql', 'db.r5.large', 'single-az', 0.24],
    ['mysql', 'db.r5.large', 'multi-az', 0.48],
    ['postgres', 'db.t4g.micro', 'single-az', 0.016],
    ['redis', 'cache.t3.micro', 'single-az', 0.017],
    ['valkey', 'cache.t3.micro', 'single-az', 0.0136],
    ['opensearch', 'm5.large.search', 'single-az', 0.142],
  ] as const)('%s on %s, %s: $%d an hour in us-east-1', (engine, type, deployment, usd) => {
    const price = book.database(engine, type, 'us-east-1', deployment)!
    expect(Math.abs(price.usd / usd - 1)).toBeLessThan(0.0005)
    expect(price.weak).toMatch(/from 202[45]/)
  })

  it('tells the two prices of Aurora apart, and says how', () => {
    // 0.29 and 0.754 stand in one list: xlarge is twice large, × 1.30
    expect(book.database('aurora-mysql', 'db.r5.large', 'us-east-1', 'single-az')).toMatchObject({
      usd: expect.closeTo(0.29, 3) as number,
      sku: 'Aurora MySQL, Standard db.r5.large',
      weak: expect.stringContaining('told from its ratio to RDS') as string,
    })
    expect(book.database('aurora-mysql-io-optimized', 'db.r5.xlarge', 'us-east-1', 'single-az')).toMatchObject({
      usd: expect.closeTo(0.754, 3) as number,
      sku: 'Aurora MySQL, I/O-Optimized db.r5.xlarge',
      weak: expect.stringContaining('told from its ratio to RDS') as string,
    })
    // RDS for MySQL alone would call this one I/O-Optimized: its price there is out of line with its family
    expect(book.database('aurora-postgresql', 'db.r5.8xlarge', 'eu-south-1', 'single-az')!.usd).toBeCloseTo(5.376, 2)
  })

  it('takes the price of the other engine of Aurora where its own is not listed, and says so', () => {
    // listed for PostgreSQL only
    expect(book.database('aurora-mysql', 'db.r5.xlarge', 'us-east-1', 'single-az')).toMatchObject({
      usd: expect.closeTo(0.58, 3) as number,
      sku: 'Aurora MySQL, Standard db.r5.xlarge',
      weak: expect.stringContaining('listed for the other engine of Aurora') as string,
    })
  })

  it('computes one kind of Aurora from the other where neither engine has it, and says so', () => {
    // the list has 0.338, I/O-Optimized, for both engines
    expect(book.database('aurora-postgresql', 'db.r6g.large', 'us-east-1', 'single-az')).toMatchObject({
      usd: expect.closeTo(0.26, 3) as number,
      sku: 'Aurora PostgreSQL, Standard db.r6g.large',
      weak: 'of 2024-08; computed: the list has the I/O-Optimized price of this machine, and I/O-Optimized is 1.30 times Standard',
    })
    // 8.306, Standard
    expect(book.database('aurora-mysql-io-optimized', 'db.r6g.16xlarge', 'us-east-1', 'single-az')).toMatchObject({
      usd: expect.closeTo(10.797, 2) as number,
      weak: expect.stringContaining('computed: the list has the Standard price') as string,
    })
  })

  it('computes none in a region where the two kinds are not 1.30 apart', () => {
    // db.r5.2xlarge is 1.304, db.r5.large 1.285 apart there
    expect(book.database('aurora-mysql', 'db.r5.12xlarge', 'il-central-1', 'single-az')!.usd).toBeCloseTo(8.06, 2)
    expect(book.database('aurora-mysql-io-optimized', 'db.r5.12xlarge', 'il-central-1', 'single-az')).toBeUndefined()
  })

  it('marks every price of OpenSearch and ElastiCache with its age', () => {
    for (const [engine, type] of [
      ['opensearch', 'r6g.large.search'],
      ['redis', 'cache.r6g.large'],
      ['memcached', 'cache.r6g.large'],
      ['valkey', 'cache.r6g.large'],
    ] as const)
      for (const region of ['us-east-1', 'eu-central-1', 'ap-northeast-1'])
        expect(book.database(engine, type, region, 'single-az'), `${engine} ${region}`).toMatchObject({
          asOf: '2025-05-28',
          weak: 'this price is from 2025-05',
        })
  })

  it('has no second zone where the list has a 0 or nothing', () => {
    expect(book.database('aurora-mysql', 'db.r5.large', 'us-east-1', 'multi-az')).toBeUndefined()
    expect(book.database('postgres', 'db.r5.2xlarge', 'eu-south-1', 'single-az')).toBeDefined()
    expect(book.database('postgres', 'db.r5.2xlarge', 'eu-south-1', 'multi-az')).toBeUndefined()
    expect(book.database('redis', 'cache.t3.micro', 'us-east-1', 'multi-az')).toBeUndefined()
  })
})

describe('the engines of RDS', () => {
  it('have prices of their own where they bring a licence', () => {
    expect(book.database('sqlserver-se', 'db.m5.xlarge', 'us-east-1', 'single-az')).toMatchObject({
      usd: 1.224,
      unit: 'hour',
      sku: 'RDS for SQL Server Standard db.m5.xlarge',
      asOf: '2025-06-17',
    })
    expect(book.database('sqlserver-se', 'db.m6i.xlarge', 'eu-central-1', 'single-az')?.usd).toBeGreaterThan(1)
    expect(book.database('sqlserver-ee', 'db.m5.xlarge', 'us-east-1', 'single-az')?.usd).toBe(2.336)
    expect(book.database('oracle-se2', 'db.m5.xlarge', 'us-east-1', 'single-az')?.usd).toBe(0.876)
    expect(book.database('oracle-ee', 'db.r5.xlarge', 'us-east-1', 'single-az')?.usd).toBe(0.466)
  })

  it('cost twice as much with a standby, which says that it is computed', () => {
    expect(book.database('sqlserver-se', 'db.m5.xlarge', 'us-east-1', 'multi-az')).toMatchObject({
      usd: 2.448,
      sku: 'RDS for SQL Server Standard, Multi-AZ db.m5.xlarge',
      weak: 'computed: twice the Single-AZ price',
    })
    expect(book.database('sqlserver-ee', 'db.m5.2xlarge', 'us-east-1', 'multi-az')).toMatchObject({
      usd: 6.657,
      sku: 'RDS for SQL Server Enterprise, Multi-AZ db.m5.2xlarge',
    })
  })

  it('say how old a price is that only the list of 2021 has', () => {
    expect(book.database('oracle-ee', 'db.t3.micro', 'us-east-1', 'single-az')).toMatchObject({
      asOf: '2021-03-30',
      weak: expect.stringContaining('from 2021-03'),
    })
    expect(book.database('oracle-ee', 'db.t3.micro', 'us-east-1', 'multi-az')).toMatchObject({
      weak: expect.stringMatching(/^computed: twice the Single-AZ price; .*2021-03/),
    })
  })

  it('have machines that came after the list of 2024, at one price for MySQL and PostgreSQL', () => {
    for (const engine of ['mysql', 'postgres'])
      expect(book.database(engine, 'db.m7i.large', 'us-east-1', 'multi-az'), engine).toMatchObject({
        usd: 0.356,
        asOf: '2025-06-17',
      })
  })

  it('share MySQL’s prices where they are MariaDB', () => {
    for (const deployment of ['single-az', 'multi-az'] as const) {
      const mysql = book.database('mysql', 'db.r6g.large', 'eu-west-1', deployment)
      expect(mysql?.usd).toBeGreaterThan(0)
      expect(book.database('mariadb', 'db.r6g.large', 'eu-west-1', deployment)?.usd).toBe(mysql?.usd)
    }
  })

  it('have none where nobody was read to state it', () => {
    expect(book.database('sqlserver-web', 'db.m5.xlarge', 'us-east-1', 'multi-az')).toBeUndefined()
    expect(book.database('db2-se', 'db.m5.xlarge', 'us-east-1', 'single-az')).toBeUndefined()
  })
})
