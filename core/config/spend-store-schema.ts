import * as z from 'zod/mini'

const warehouseKinds = ['clickhouse', 'athena', 'bigquery', 'snowflake', 'databricks'] as const

const text = (what: string) => z.optional(z.string({ error: 'a text' }).check(z.minLength(1), z.describe(what)))

/** Never a secret: those come from the environment, or from the editor's secret storage. */
export const spendStoreSchema = z
  .strictObject(
    {
      kind: z
        .enum(warehouseKinds, { error: 'one of "clickhouse", "athena", "bigquery", "snowflake", "databricks"' })
        .check(z.describe('The engine.')),
      address: text(
        'ClickHouse: "https://host:8443". Snowflake: "https://account.snowflakecomputing.com". Databricks: "https://workspace.cloud.databricks.com".',
      ),
      database: text('ClickHouse and Athena: the database. Snowflake: the database the table is in.'),
      table: text(
        'The table of FOCUS columns that is read: "focus", BigQuery "project.dataset.table", Snowflake "SCHEMA.TABLE", Databricks "catalog.schema.table". ClickHouse without it: Outlay makes tables of its own and keeps spend there.',
      ),
      columns: z.optional(
        z
          .record(z.string(), z.string(), { error: 'an object of names by FOCUS column' })
          .check(z.describe('Where the table names a column otherwise: { "ServiceName": "product" }.')),
      ),
      user: text('ClickHouse: who asks; "default" where it is left out.'),
      region: text('Athena: the AWS region.'),
      workgroup: text('Athena: the workgroup, which says where answers are written and how much may be scanned.'),
      profile: text('Athena: the AWS profile that signs in.'),
      project: text('BigQuery: the project that pays for the queries.'),
      location: text('BigQuery: where the data set is: "EU".'),
      maxGigabytes: z.optional(
        z
          .number({ error: 'a number above 0' })
          .check(
            z.gt(0),
            z.describe(
              'BigQuery and Athena: no question may read more than this, 10 where it is left out. BigQuery says it beforehand; Athena is stopped.',
            ),
          ),
      ),
      warehouse: text('Snowflake: the name of the warehouse that computes. Databricks: the id of the SQL warehouse.'),
      role: text('Snowflake: the role.'),
    },
    { error: 'an object with "kind", and what that engine needs' },
  )
  .check(z.describe('The organisation’s own warehouse of spend, asked instead of the store on this machine.'))

export type SpendStoreSetting = z.infer<typeof spendStoreSchema>
