import { type Dialect, jsonPath, type Sql } from '../dialect.ts'

const day = (instant: string) => `strftime(${instant}, '%Y-%m-%d')`

export const duckdbDialect: Dialect = {
  table: '"spend"',
  quote: '"',
  parameter: ({ name, kind }) => (kind === 'time' ? `CAST($${name} AS TIMESTAMP)` : `$${name}`),
  day,
  week: (instant) => day(`date_trunc('week', ${instant})`),
  month: (instant) => `strftime(${instant}, '%Y-%m')`,
  second: (instant) => `strftime(${instant}, '%Y-%m-%dT%H:%M:%SZ')`,
  justBefore: (instant) => `${instant} - INTERVAL 1 MICROSECOND`,
  digits: (number) => `CAST(${number} AS VARCHAR)`,
  tag: (key, bind) => `json_extract_string("Tags", ${bind(jsonPath(key))})`,
  lines: (value) => `STRING_AGG(DISTINCT ${value}, chr(10))`,
}

export const duckdbValues = ({ parameters }: Sql): Record<string, string> =>
  Object.fromEntries(parameters.map(({ name, value }) => [name, value]))
