import { jsonPath } from '../dialect.ts'
import { cubeKeys, tagColumn } from './cube.ts'
import { name, quote } from './duckdb-file.ts'

const day = `date_trunc('day', "ChargePeriodStart")`

/** Tags of `Tags` as columns, for the rows and from there for the cube. */
export const tagColumns = (tags: readonly string[]) =>
  tags.map((key) => `json_extract_string("Tags", ${quote(jsonPath(key))}) AS ${name(tagColumn(key))}`)

/** The cube over `from`, which has the columns of focus.ts and those of the tags. */
export function cubeOf(from: string, tags: readonly string[]): string {
  const keys = [...cubeKeys, ...tags.map(tagColumn)].map(name)
  const halves = (column: string, as: string) =>
    `CAST(floor(${column}) AS BIGINT) AS "${as}", CAST((${column} - floor(${column})) * 1000000000000 AS BIGINT) AS "${as}Part"`
  return `SELECT *, ${halves('"BilledCost"', 'x_Billed')}, ${halves('"EffectiveCost"', 'x_Effective')} FROM (
  SELECT ${day} AS "ChargePeriodStart", ${keys.join(', ')}, MAX("ChargePeriodEnd") AS "ChargePeriodEnd",
    CAST(SUM("BilledCost") AS DECIMAL(38,12)) AS "BilledCost", CAST(SUM("EffectiveCost") AS DECIMAL(38,12)) AS "EffectiveCost",
    BOOL_OR("x_Estimated") AS "x_Estimated", MIN("x_FetchedAt") AS "x_FetchedAt", COUNT(*) AS "x_Rows"
  FROM ${from} GROUP BY ${[day, ...keys].join(', ')}
) ORDER BY "ChargePeriodStart"`
}
