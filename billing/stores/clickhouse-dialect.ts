import type { Dialect, Sql } from '../dialect.ts'

/** How a table holds tags: the text of a JSON object, or a map. */
export type TagsAs = 'json' | 'map'

const day = (instant: string) => `toString(toDate(${instant}, 'UTC'))`

// https://clickhouse.com/docs/sql-reference/functions
export const clickhouseDialect = (table: string, tags: TagsAs): Dialect => ({
  table,
  quote: '"',
  parameter: ({ name, kind }) =>
    kind === 'time' ? `parseDateTime64BestEffort({${name}:String}, 6, 'UTC')` : `{${name}:String}`,
  day,
  week: (instant) => `toString(toMonday(${instant}, 'UTC'))`,
  month: (instant) => `formatDateTime(${instant}, '%Y-%m', 'UTC')`,
  second: (instant) => `formatDateTime(${instant}, '%FT%TZ', 'UTC')`,
  justBefore: (instant) => `subtractMicroseconds(${instant}, 1)`,
  digits: (number) => `toString(${number})`,
  tag: (key, bind) => {
    if (tags === 'json') return `JSONExtract("Tags", ${bind(key)}, 'Nullable(String)')`
    // A map gives the empty text for a key it does not have.
    return `if(mapContains("Tags", ${bind(key)}), "Tags"[${bind(key)}], NULL)`
  },
  lines: (value) => `arrayStringConcat(groupUniqArray(${value}), '\\n')`,
})

export const clickhouseValues = ({ parameters }: Sql): Record<string, string> =>
  Object.fromEntries(parameters.map(({ name, value }) => [name, value]))
