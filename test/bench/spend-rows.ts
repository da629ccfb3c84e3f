import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Kept between runs, outside the repository. */
export const cache = join(tmpdir(), 'outlay-bench-spend')

const first = Date.UTC(2025, 4, 1)
const days = 540

/**
 * A bill as a mid-sized company has it, FOCUS columns: 30 services over 540 days, three accounts of five projects each, a
 * team behind each project, two regions, 50,000 resources. The same numbers in every run.
 * @returns the path of the CSV file, or of a folder with a Parquet file for each month, as clouds export them
 */
export async function billOf(rows: number, format: 'csv' | 'parquet'): Promise<string> {
  const path = join(cache, format === 'csv' ? `bill-${rows}.csv` : `bill-${rows}`)
  if (existsSync(path)) return path
  const part = `${path}.part`
  rmSync(part, { force: true, recursive: true })
  mkdirSync(format === 'csv' ? cache : part, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB', temp_directory: cache })
  const db = await instance.connect()
  if (format === 'csv') await db.run(`COPY (${lines(rows, 0, days)}) TO '${part}' (FORMAT csv, HEADER)`)
  else
    for (const { month, from, to } of months())
      await db.run(
        `COPY (${lines(rows, from, to)}) TO '${join(part, `${month}.parquet`)}' (FORMAT parquet, COMPRESSION zstd)`,
      )
  db.closeSync()
  instance.closeSync()
  renameSync(part, path)
  return path
}

/** The days of each month, counted from the first; `to` exclusive. */
function months(): { month: string; from: number; to: number }[] {
  const found = new Map<string, { month: string; from: number; to: number }>()
  for (let day = 0; day < days; day++) {
    const month = new Date(first + day * 86_400_000).toISOString().slice(0, 7)
    found.set(month, { month, from: found.get(month)?.from ?? day, to: day + 1 })
  }
  return [...found.values()]
}

/** Of a bill of `rows` lines those of some days. */
function lines(rows: number, from: number, to: number): string {
  const day = `TIMESTAMP '2025-05-01' + INTERVAL 1 DAY * CAST(i * ${days} // ${rows} AS INTEGER)`
  const at = (index: number) => Math.ceil((index * rows) / days)
  return `SELECT 'acct-' || (h % 3) AS "BillingAccountId", 'Account ' || (h % 3) AS "BillingAccountName",
      'proj-' || (h % 3) || '-' || (h // 7 % 5) AS "SubAccountId", 'AWS' AS "ServiceProviderName", 'AWS' AS "InvoiceIssuerName",
      'Service ' || (h // 11 % 30) AS "ServiceName", 'Compute' AS "ServiceCategory", ['us-east-1', 'eu-west-1'][1 + h % 2] AS "RegionId",
      'res-' || (h % 50000) AS "ResourceId", 'SKU' || (h // 11 % 300) AS "SkuId", 'Usage' AS "ChargeCategory", 'Standard' AS "PricingCategory",
      strftime(${day}, '%Y-%m-%dT%H:%M:%SZ') AS "ChargePeriodStart", strftime(${day} + INTERVAL 1 DAY, '%Y-%m-%dT%H:%M:%SZ') AS "ChargePeriodEnd",
      'USD' AS "BillingCurrency", CAST(h % 100000 AS DECIMAL(38,12)) / 10000 AS "BilledCost", CAST(h % 100000 AS DECIMAL(38,12)) / 10000 AS "EffectiveCost",
      h % 1000 AS "ConsumedQuantity", 'Hours' AS "ConsumedUnit", '{"team":"team-' || ((h % 3 * 5 + h // 7 % 5) % 6) || '","env":"' || ['prod', 'test'][1 + h // 17 % 2] || '"}' AS "Tags"
    FROM (SELECT i, CAST(hash(i) >> 8 AS BIGINT) AS h FROM range(${at(from)}, ${at(to)}) AS t(i))`
}
