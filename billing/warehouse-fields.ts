import type { Field } from './source.ts'
import type { WarehouseKind } from './warehouse.ts'

/** What each warehouse is signed in to with, besides what `spend.store` of outlay.json says. Never in a settings file. */
export const warehouseFields: Readonly<Record<WarehouseKind, readonly Field[]>> = {
  athena: [
    { id: 'accessKeyId', label: 'an access key id', secret: false, env: 'AWS_ACCESS_KEY_ID', optional: true },
    {
      id: 'secretAccessKey',
      label: 'its secret access key',
      secret: true,
      env: 'AWS_SECRET_ACCESS_KEY',
      optional: true,
    },
    { id: 'sessionToken', label: 'a session token', secret: true, env: 'AWS_SESSION_TOKEN', optional: true },
  ],
  bigquery: [
    {
      id: 'token',
      label: 'an access token; left out, that of the application default credentials',
      secret: true,
      env: 'GOOGLE_ACCESS_TOKEN',
      optional: true,
    },
  ],
  clickhouse: [
    { id: 'password', label: 'a password', secret: true, env: 'OUTLAY_CLICKHOUSE_PASSWORD', optional: true },
  ],
  databricks: [{ id: 'token', label: 'a personal access or OAuth token', secret: true, env: 'DATABRICKS_TOKEN' }],
  snowflake: [
    { id: 'token', label: 'a programmatic access or OAuth token', secret: true, env: 'SNOWFLAKE_TOKEN' },
    {
      id: 'tokenType',
      label: 'what kind of token it is, where it is no programmatic access token',
      secret: false,
      env: 'SNOWFLAKE_TOKEN_TYPE',
      example: 'OAUTH',
      optional: true,
    },
  ],
}
