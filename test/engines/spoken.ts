import type { DuckDBConnection } from '@duckdb/node-api'

// What the warehouses' SQL says, said to DuckDB: it runs the questions as they were sent, but for the names of functions. This proves
// that a statement is whole, that its values stand in their places and that it asks for the right thing; not that the engine itself takes it.

export type Spoken = 'athena' | 'bigquery' | 'databricks' | 'snowflake'

const words: Readonly<Record<Spoken, readonly (readonly [RegExp, string])[]>> = {
  athena: [
    [/element_at\(/g, 'of_map('],
    [/'%Y-%m-%dT%H:%i:%sZ'/g, `'%Y-%m-%dT%H:%M:%SZ'`],
    [/date_format\(/g, 'strftime('],
    [/array_join\(array_agg\(DISTINCT ("\w+")\), chr\(10\)\)/g, 'string_agg(DISTINCT $1, chr(10))'],
  ],
  bigquery: [
    [/`/g, '"'],
    [/TIMESTAMP\(@(\w+)\)/g, 'CAST($$$1 AS TIMESTAMP)'],
    [/@(\w+)/g, '$$$1'],
    [/FORMAT_TIMESTAMP\(/g, 'spelled('],
    [/'%FT%TZ'/g, `'%Y-%m-%dT%H:%M:%SZ'`],
    [/'%F'/g, `'%Y-%m-%d'`],
    [/TIMESTAMP_TRUNC\((".*?"), ISOWEEK\)/g, `date_trunc('week', $1)`],
    [/TIMESTAMP_SUB\((.*?), INTERVAL 1 MICROSECOND\)/g, '$1 - INTERVAL 1 MICROSECOND'],
    [/JSON_VALUE\(/g, 'json_extract_string('],
    [/'\\n'/g, 'chr(10)'],
    [/BIGNUMERIC/g, 'DECIMAL(38,12)'],
    [/CURRENT_TIMESTAMP\(\)/g, 'CAST(now() AS TIMESTAMP)'],
  ],
  databricks: [
    [/`/g, '"'],
    [/:(p\d+)/g, '$$$1'],
    [/date_format\(/g, 'strftime('],
    [/'yyyy-MM-dd'/g, `'%Y-%m-%d'`],
    [/'yyyy-MM'/g, `'%Y-%m'`],
    [/'HH:mm:ss'/g, `'%H:%M:%S'`],
    [/to_utc_timestamp\(current_timestamp\(\), current_timezone\(\)\)/g, 'CAST(now() AS TIMESTAMP)'],
    [/to_utc_timestamp\((.*?), current_timezone\(\)\)/g, '$1'],
    [/try_element_at\(/g, 'of_map('],
    [/array_join\(collect_set\(("\w+")\), '\\n'\)/g, 'string_agg(DISTINCT $1, chr(10))'],
    [/MAP<STRING, STRING>/g, 'MAP(VARCHAR, VARCHAR)'],
  ],
  snowflake: [
    [/'YYYY-MM-DD"T"HH24:MI:SS"Z"'/g, `'%Y-%m-%dT%H:%M:%SZ'`],
    [/'YYYY-MM-DD'/g, `'%Y-%m-%d'`],
    [/'YYYY-MM'/g, `'%Y-%m'`],
    [/TO_CHAR\(/g, 'strftime('],
    [/DATEADD\(day, 1 - DAYOFWEEKISO\((".*?")\), ".*?"\)/g, '($1 + to_days(CAST(1 - isodow($1) AS INTEGER)))'],
    [/DATEADD\(microsecond, -1, (MAX\(".*?"\))\)/g, '($1 - INTERVAL 1 MICROSECOND)'],
    [/TO_TIMESTAMP_NTZ\(\?\)/g, 'CAST(? AS TIMESTAMP)'],
    [/GET\(/g, 'of_map('],
    [/LISTAGG\(DISTINCT ("\w+"), '\\n'\)/g, 'string_agg(DISTINCT $1, chr(10))'],
    [/SYSDATE\(\)/g, 'CAST(now() AS TIMESTAMP)'],
    [/TIMESTAMP_NTZ/g, 'TIMESTAMP'],
    [/NUMBER\(38,12\)/g, 'DECIMAL(38,12)'],
    [/VARIANT/g, 'VARCHAR'],
  ],
}

export interface Heard {
  readonly names: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

export async function heard(
  db: DuckDBConnection,
  engine: Spoken,
  statement: string,
  values: Record<string, string> | string[],
): Promise<Heard> {
  await db.run(`CREATE OR REPLACE MACRO of_map(m, k) AS map_extract(m, k)[1]`)
  await db.run(`CREATE OR REPLACE MACRO spelled(f, x) AS strftime(x, f)`)
  const sql = words[engine].reduce((text, [word, ours]) => text.replace(word, ours), statement)
  const reader = await db.runAndReadAll(sql, values)
  const rows = reader.getRowsJS().map((row) => row.map((cell) => (cell === null ? null : String(cell))))
  return { names: reader.columnNames(), rows }
}
