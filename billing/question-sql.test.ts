import { expect, test } from 'vitest'
import { sqlOf } from './question-sql.ts'
import { duckdbDialect } from './stores/duckdb-dialect.ts'

const hostile = `it's "x" {y} $z`

test('values stand beside the text, in the order of their places', () => {
  const positional = { ...duckdbDialect, parameter: () => '?' }
  const { text, parameters } = sqlOf(
    {
      ask: 'spend',
      by: ['tag:team', 'day'],
      since: '2026-11-01',
      until: '2026-12-01',
      where: [{ dimension: `tag:${hostile}`, among: [hostile, null] }],
    },
    positional,
  )
  expect(text).not.toContain('it')
  expect(text.match(/\?/g)).toHaveLength(6)
  expect(parameters).toEqual([
    { name: 'p1', kind: 'text', value: '$."team"' },
    { name: 'p2', kind: 'time', value: '2026-11-01' },
    { name: 'p3', kind: 'time', value: '2026-12-01' },
    { name: 'p4', kind: 'text', value: `$."it's \\"x\\" {y} $z"` },
    { name: 'p5', kind: 'text', value: hostile },
    { name: 'p6', kind: 'text', value: `$."it's \\"x\\" {y} $z"` },
  ])
  expect(text.indexOf('json_extract_string')).toBeLessThan(text.indexOf('"ChargePeriodStart" >='))
})

test('identifiers stand in the quotes of the engine', () => {
  const { text } = sqlOf({ ask: 'overlaps' }, { ...duckdbDialect, quote: '`' })
  expect(text).not.toContain('"')
  expect(text).toContain('`ServiceProviderName` AS `provider`')
})
