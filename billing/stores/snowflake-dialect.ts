import type { Dialect } from '../dialect.ts'
import type { ColumnKind } from '../focus.ts'
import type { Writing } from './focus-table.ts'

const text = (instant: string, format: string) => `TO_CHAR(${instant}, '${format}')`
const day = (instant: string) => text(instant, 'YYYY-MM-DD')

// https://docs.snowflake.com/en/sql-reference/functions
export const snowflakeDialect = (table: string): Dialect => ({
  table,
  quote: '"',
  parameter: ({ kind }) => (kind === 'time' ? 'TO_TIMESTAMP_NTZ(?)' : '?'),
  day,
  // Where a week begins is a setting of the account for DATE_TRUNC.
  week: (instant) => day(`DATEADD(day, 1 - DAYOFWEEKISO(${instant}), ${instant})`),
  month: (instant) => text(instant, 'YYYY-MM'),
  second: (instant) => text(instant, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
  justBefore: (instant) => `DATEADD(microsecond, -1, ${instant})`,
  digits: (number) => `CAST(${number} AS VARCHAR)`,
  tag: (key, bind) => `CAST(GET("Tags", ${bind(key)}) AS VARCHAR)`,
  lines: (value) => `LISTAGG(DISTINCT ${value}, '\\n')`,
})

const types: Readonly<Record<ColumnKind, string>> = {
  text: 'VARCHAR',
  time: 'TIMESTAMP_NTZ',
  money: 'NUMBER(38,12)',
  number: 'NUMBER(38,12)',
  json: 'VARIANT',
  flag: 'BOOLEAN',
}

export const snowflakeWriting: Writing = {
  cast(column, type, kind) {
    const given = type.toUpperCase()
    if (kind === 'json') return given === 'TEXT' ? `TRY_PARSE_JSON(${column})` : column
    if (kind !== 'time') return `CAST(${column} AS ${types[kind]})`
    if (given === 'TIMESTAMP_NTZ' || given === 'DATE') return `CAST(${column} AS TIMESTAMP_NTZ)`
    const instant = given === 'TEXT' ? `TRY_TO_TIMESTAMP_TZ(${column})` : column
    return `CAST(CONVERT_TIMEZONE('UTC', ${instant}) AS TIMESTAMP_NTZ)`
  },
  none: (kind) => `CAST(NULL AS ${types[kind]})`,
  now: 'SYSDATE()', // UTC
}
