import type { Dialect } from '../dialect.ts'
import type { ColumnKind } from '../focus.ts'
import type { Writing } from './focus-table.ts'

const format = (instant: string, pattern: string) => `date_format(${instant}, '${pattern}')`
const day = (instant: string) => format(instant, 'yyyy-MM-dd')

// https://docs.databricks.com/aws/en/sql/language-manual/sql-ref-functions-builtin
export const databricksDialect = (table: string): Dialect => ({
  table,
  quote: '`',
  parameter: ({ name, kind }) => (kind === 'time' ? `CAST(:${name} AS TIMESTAMP)` : `:${name}`),
  day,
  week: (instant) => day(`date_trunc('WEEK', ${instant})`),
  month: (instant) => format(instant, 'yyyy-MM'),
  second: (instant) => `concat(${day(instant)}, 'T', ${format(instant, 'HH:mm:ss')}, 'Z')`,
  justBefore: (instant) => `${instant} - INTERVAL 1 MICROSECOND`,
  digits: (number) => `CAST(${number} AS STRING)`,
  tag: (key, bind) => `try_element_at("Tags", ${bind(key)})`,
  lines: (value) => `array_join(collect_set(${value}), '\\n')`,
})

const types: Readonly<Record<ColumnKind, string>> = {
  text: 'STRING',
  time: 'TIMESTAMP',
  money: 'DECIMAL(38,12)',
  number: 'DECIMAL(38,12)',
  json: 'MAP<STRING, STRING>',
  flag: 'BOOLEAN',
}

// Days are those of UTC, whatever the time zone of the warehouse: an instant becomes the time on a clock in UTC.
const inUtc = (instant: string) => `to_utc_timestamp(${instant}, current_timezone())`

export const databricksWriting: Writing = {
  cast(column, type, kind) {
    const given = type.toUpperCase()
    if (kind === 'json') return given === 'STRING' ? `from_json(${column}, 'MAP<STRING, STRING>')` : column
    if (kind !== 'time') return `CAST(${column} AS ${types[kind]})`
    return given === 'TIMESTAMP_NTZ' || given === 'DATE'
      ? `CAST(${column} AS TIMESTAMP)`
      : inUtc(`CAST(${column} AS TIMESTAMP)`)
  },
  none: (kind) => `CAST(NULL AS ${types[kind]})`,
  now: inUtc('current_timestamp()'),
}
