import { type Dialect, jsonPath } from '../dialect.ts'
import type { ColumnKind } from '../focus.ts'
import type { Writing } from './focus-table.ts'

const format = (instant: string, pattern: string) => `FORMAT_TIMESTAMP('${pattern}', ${instant})`
const day = (instant: string) => format(instant, '%F')

// https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/functions-all
export const bigqueryDialect = (table: string): Dialect => ({
  table,
  quote: '`',
  parameter: ({ name, kind }) => (kind === 'time' ? `TIMESTAMP(@${name})` : `@${name}`),
  day,
  week: (instant) => day(`TIMESTAMP_TRUNC(${instant}, ISOWEEK)`),
  month: (instant) => format(instant, '%Y-%m'),
  second: (instant) => format(instant, '%FT%TZ'),
  justBefore: (instant) => `TIMESTAMP_SUB(${instant}, INTERVAL 1 MICROSECOND)`,
  digits: (number) => `CAST(${number} AS STRING)`,
  // A path is a literal or a parameter: no other expression is taken.
  tag: (key, bind) => `JSON_VALUE("Tags", ${bind(jsonPath(key))})`,
  lines: (value) => `STRING_AGG(DISTINCT ${value}, '\\n')`,
})

const types: Readonly<Record<ColumnKind, string>> = {
  text: 'STRING',
  time: 'TIMESTAMP',
  money: 'BIGNUMERIC',
  number: 'BIGNUMERIC',
  json: 'STRING',
  flag: 'BOOL',
}

export const bigqueryWriting: Writing = {
  cast(column, type, kind) {
    // A list of keys and values becomes an object.
    if (kind === 'json' && type === 'RECORD')
      return `CONCAT('{', (SELECT STRING_AGG(CONCAT(TO_JSON_STRING(pair.key), ':', TO_JSON_STRING(pair.value))) FROM UNNEST(${column}) AS pair), '}')`
    if (kind === 'json') return type === 'JSON' ? `TO_JSON_STRING(${column})` : column
    if (kind === 'time') return type === 'DATETIME' ? `TIMESTAMP(${column})` : `CAST(${column} AS TIMESTAMP)`
    // A FLOAT64 becomes its whole binary fraction: what lies behind twelve digits is nobody's price.
    if (types[kind] === 'BIGNUMERIC') return `ROUND(CAST(${column} AS BIGNUMERIC), 12)`
    return `CAST(${column} AS ${types[kind]})`
  },
  none: (kind) => `CAST(NULL AS ${types[kind]})`,
  now: 'CURRENT_TIMESTAMP()',
}
