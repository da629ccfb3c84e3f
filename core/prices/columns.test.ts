import { describe, expect, it } from 'vitest'
import { writeTsv } from '../../scripts/snapshot-file.ts'
import { readColumns, rowsOfColumns } from './columns.ts'

describe('a table of the snapshot', () => {
  const rows = [
    { cloud: 'aws', note: '', usd: '1' },
    { cloud: 'aws', note: '', usd: '2' },
    { cloud: 'aws', note: 'a', usd: '2' },
    { cloud: 'gcp', note: '', usd: '5' },
  ]
  const text = 'cloud\taws\t~2\tgcp\nnote\t\t~1\ta\t\nusd\t1\t2\t~1\t5\n'

  it('is written by column, each cell that is like those before it counted', () => {
    expect(writeTsv(['cloud', 'note', 'usd'], rows)).toBe(text)
  })

  it('is read as it was, empty cells at the end too', () => {
    expect(rowsOfColumns(text)).toEqual(rows)
    expect(readColumns('').count).toBe(0)
  })

  it('is asked cell by cell', () => {
    const columns = readColumns(text)
    expect([0, 1, 2, 3].map((row) => columns.cell('cloud', row))).toEqual(['aws', 'aws', 'aws', 'gcp'])
    expect(columns.cell('region', 0)).toBe('')
  })

  it('counts more than 35 to the base of 36', () => {
    const many = Array.from({ length: 1000 }, () => ({ a: 'x' }))
    expect(writeTsv(['a'], many)).toBe('a\tx\t~rr\n')
    expect(rowsOfColumns('a\tx\t~rr\n')).toEqual(many)
  })

  it.each(['~1', 'a\tb', 'a\nb'])('is not written with the cell %j', (cell) => {
    expect(() => writeTsv(['a'], [{ a: cell }])).toThrow('a cell must not')
  })
})
