import type { SpendStoreSetting } from '../core/config/spend-store-schema.ts'
import type { WarehouseKind } from './warehouse.ts'

export const warehouseNames: Readonly<Record<WarehouseKind, string>> = {
  athena: 'Amazon Athena',
  bigquery: 'Google BigQuery',
  clickhouse: 'ClickHouse',
  databricks: 'Databricks',
  snowflake: 'Snowflake',
}

/** `ClickHouse at clickhouse.example.com:8443, billing.focus`: which one it is, as it is shown. */
export function warehouseName({ kind, address = '', region, database, table }: SpendStoreSetting): string {
  const host = URL.canParse(address) ? new URL(address).host : address
  const at = kind === 'athena' ? (region ?? host) : host
  const inside = [database, table].filter((part) => part !== undefined).join('.')
  return [[warehouseNames[kind], at].filter((part) => part !== '').join(' at '), inside]
    .filter((part) => part !== '')
    .join(', ')
}
