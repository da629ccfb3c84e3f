import { expect, it } from 'vitest'
import { commitmentCells, commitmentRows, parseCommitments } from './commitment-tables.ts'

const head = commitmentCells.join('\t')
const good = 'aws\trds\tm6g\t1\tmonthly\t0.36\t3\ta list\t2026-10-01\tfile'

it('a rate is read as a row of discounts', () => {
  expect(parseCommitments(`${head}\n${good}\n`)).toEqual([
    {
      kind: 'commitment.rds.1yr.monthly',
      provider: 'aws',
      subject: 'm6g',
      median_or_stated: '0.36',
      n: '3',
      source: 'a list',
      source_date: '2026-10-01',
    },
  ])
})

it.each([
  ['a percentage for a share', good.replace('0.36', '36'), 'not a share: 36'],
  ['a term nobody sells', good.replace('\t1\t', '\t2\t'), 'for 1 year or 3'],
  ['a way to pay of its own', good.replace('monthly', 'yearly'), 'how it is paid is one of'],
  ['no source', good.replace('a list', ''), 'the source must not be empty'],
  ['a month for a day', good.replace('2026-10-01', '2026-10'), 'not a day: 2026-10'],
  ['a rate that stands twice', `${good}\n${good}`, 'the rate stands twice'],
])('with %s the table is refused', (_, lines, message) => {
  expect(() => parseCommitments(`${head}\n${lines}\n`)).toThrow(message)
})

it('the committed table is of its form', () => {
  expect(commitmentRows().length).toBeGreaterThan(200)
})
