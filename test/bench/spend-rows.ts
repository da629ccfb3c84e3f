import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Kept between runs, outside the repository. */
export const cache = join(tmpdir(), 'outlay-bench-spend')

/**
 * A bill as a mid-sized company has it, FOCUS columns: 30 services over 540 days, three accounts of five projects each, a
 * team behind each project, two regions, 50,000 resources. The same numbers in every run.
 * @returns the file's path
 */
export async function billOf(rows: number, format: 'csv' | 'parquet'): Promise<string> {
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `bill-${rows}.${format}`)
  if (existsSync(file)) return file
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB', temp_directory: cache })
  const db = await instance.connect()
  const day = `TIMESTAMP '2025-05-01' + INTERVAL 1 DAY * CAST(i * 540 // ${rows} AS INTEGER)`
  await db.run(`COPY (
    SELECT 'acct-' || (h % 3) AS "BillingAccountId", 'Account ' || (h % 3) AS "BillingAccountName",
      'proj-' || (h % 3) || '-' || (h // 7 % 5) AS "SubAccountId", 'AWS' AS "ServiceProviderName", 'AWS' AS "InvoiceIssuerName",
      'Service ' || (h // 11 % 30) AS "ServiceName", 'Compute' AS "ServiceCategory", ['us-east-1', 'eu-west-1'][1 + h % 2] AS "RegionId",
      'res-' || (h % 50000) AS "ResourceId", 'SKU' || (h // 11 % 300) AS "SkuId", 'Usage' AS "ChargeCategory", 'Standard' AS "PricingCategory",
      strftime(${day}, '%Y-%m-%dT%H:%M:%SZ') AS "ChargePeriodStart", strftime(${day} + INTERVAL 1 DAY, '%Y-%m-%dT%H:%M:%SZ') AS "ChargePeriodEnd",
      'USD' AS "BillingCurrency", CAST(h % 100000 AS DECIMAL(38,12)) / 10000 AS "BilledCost", CAST(h % 100000 AS DECIMAL(38,12)) / 10000 AS "EffectiveCost",
      h % 1000 AS "ConsumedQuantity", 'Hours' AS "ConsumedUnit", '{"team":"team-' || ((h % 3 * 5 + h // 7 % 5) % 6) || '","env":"' || ['prod', 'test'][1 + h // 17 % 2] || '"}' AS "Tags"
    FROM (SELECT i, CAST(hash(i) >> 8 AS BIGINT) AS h FROM range(${rows}) AS t(i))
  ) TO '${file}.part' (FORMAT ${format}${format === 'parquet' ? ', COMPRESSION zstd' : ', HEADER'})`)
  db.closeSync()
  instance.closeSync()
  renameSync(`${file}.part`, file)
  return file
}
