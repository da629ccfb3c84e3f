import { describe, expect, it } from 'vitest'
import { writeItemTables } from '../../scripts/write-item-tables.ts'
import { readItemTables } from './item-tables.ts'

describe('tables of items in the snapshot', () => {
  const list = { source: 'Price list', as_of: '2026-08-01', weak: '' }
  const page = { source: 'A page', as_of: '2025-01-02', weak: 'read from a page' }
  const disk = { cloud: 'aws', service: 'ebs', item: 'gp3', unit: 'GB-month' }
  const rows = [
    { ...disk, region: 'eu-west-1', usd: '0.088', ...list },
    { ...disk, region: 'us-east-1', usd: '0.08', ...page },
    { ...disk, region: 'us-west-2', usd: '0.08', ...list },
    { ...disk, item: 'gp3 IOPS', unit: 'IOPS-month', region: 'us-east-1', usd: '0.005', ...list },
    { cloud: 'gcp', service: 'nat', item: 'gateway', unit: 'hour', region: 'us-east1', usd: '0.045', ...list },
  ]
  const text = writeItemTables(['cloud', 'service'], ['unit', 'usd'], rows)

  it('are written by column, what is of an item once', () => {
    expect(text.split('\n\f')).toEqual([
      'origins\nsource\tA page\tPrice list\nas_of\t2025-01-02\t2026-08-01\nweak\tread from a page\t',
      'regions\neu-west-1 us-east-1 us-west-2\nus-east-1\nus-east1',
      'tables\naws\tebs\ngcp\tnat',
      'item\ngp3\tgp3 IOPS\ngateway',
      'list\n0\t1\n2',
      'unit\nGB-month\tIOPS-month\nhour',
      'usd\n0.088\t0.08\t~1\t0.005\n0.045',
      'from\n1\t0\t1\t~1\n1',
    ])
  })

  it('give each row back with its item and its origin', () => {
    const tables = readItemTables(text)
    expect(tables.names).toEqual(['aws\tebs', 'gcp\tnat'])
    const read = rows.map(({ cloud, service, item, region }) => tables.table(`${cloud}\t${service}`)!.row(item, region))
    expect(read).toEqual(
      rows.map(({ cloud, service, ...row }) => expect.objectContaining(row as Record<string, string>)),
    )
  })

  it('are asked without regard to case, and have no row where there is none', () => {
    const ebs = readItemTables(text).table('aws\tebs')!
    expect(ebs.items).toEqual(['gp3', 'gp3 IOPS'])
    expect(ebs.row('GP3 iops', 'US-EAST-1')?.usd).toBe('0.005')
    expect(ebs.row('gp3 IOPS', 'eu-west-1')).toBeUndefined()
    expect(readItemTables(text).table('aws\tefs')).toBeUndefined()
  })
})
