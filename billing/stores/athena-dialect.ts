import { clock, type Dialect, jsonPath } from '../dialect.ts'
import type { ColumnKind } from '../focus.ts'
import type { Writing } from './focus-table.ts'

const format = (instant: string, pattern: string) => `date_format(${instant}, '${pattern}')`
const day = (instant: string) => format(instant, '%Y-%m-%d')
/** A text knows one escape, and only of its own quote: https://trino.io/docs/current/language/types.html#varchar */
const literal = (value: string) => `'${value.replaceAll("'", "''")}'`

/**
 * https://docs.aws.amazon.com/athena/latest/ug/functions.html. Values are literals: parameters are taken in WHERE only
 * (https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html), and a tag stands in SELECT.
 */
export const athenaDialect = (table: string, tags: 'map' | 'json'): Dialect => ({
  table,
  quote: '"',
  parameter: ({ kind, value }) => (kind === 'time' ? `TIMESTAMP ${literal(clock(value))}` : literal(value)),
  day,
  week: (instant) => day(`date_trunc('week', ${instant})`),
  month: (instant) => format(instant, '%Y-%m'),
  second: (instant) => format(instant, '%Y-%m-%dT%H:%i:%sZ'),
  justBefore: (instant) => `${instant} - INTERVAL '1' SECOND`,
  digits: (number) => `CAST(${number} AS VARCHAR)`,
  tag: (key, bind) =>
    tags === 'map' ? `element_at("Tags", ${bind(key)})` : `json_extract_scalar("Tags", ${bind(bracketed(key))})`,
  lines: (value) => `array_join(array_agg(DISTINCT ${value}), chr(10))`,
})

const bracketed = (key: string) => jsonPath(key).replace(/^\$\.(.*)$/s, '$[$1]')

const types: Readonly<Record<ColumnKind, string>> = {
  text: 'VARCHAR',
  time: 'TIMESTAMP',
  money: 'DECIMAL(38,12)',
  number: 'DECIMAL(38,12)',
  json: 'VARCHAR',
  flag: 'BOOLEAN',
}

export const athenaWriting: Writing = {
  cast(column, type, kind) {
    const given = type.toLowerCase()
    if (kind === 'json') return given === 'json' ? `json_format(${column})` : column
    if (kind !== 'time' || given === 'timestamp' || given === 'date') return `CAST(${column} AS ${types[kind]})`
    const instant = given === 'varchar' || given === 'string' ? `from_iso8601_timestamp(${column})` : column
    return `CAST(${instant} AT TIME ZONE 'UTC' AS TIMESTAMP)`
  },
  none: (kind) => `CAST(NULL AS ${types[kind]})`,
  now: `CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP)`,
}
