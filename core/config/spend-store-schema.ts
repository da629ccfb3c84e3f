import * as z from 'zod/mini'

const warehouseKinds = ['clickhouse'] as const

const text = (what: string) => z.optional(z.string({ error: 'a text' }).check(z.minLength(1), z.describe(what)))

/** Never a secret: those come from the environment, or from the editor's secret storage. */
export const spendStoreSchema = z
  .strictObject(
    {
      kind: z.enum(warehouseKinds, { error: '"clickhouse"' }).check(z.describe('The engine.')),
      address: text('ClickHouse: "https://host:8443".'),
      database: text('ClickHouse: the database.'),
      table: text(
        'The table of FOCUS columns that is read: "focus". ClickHouse without it: Outlay makes tables of its own and keeps spend there.',
      ),
      columns: z.optional(
        z
          .record(z.string(), z.string(), { error: 'an object of names by FOCUS column' })
          .check(z.describe('Where the table names a column otherwise: { "ServiceName": "product" }.')),
      ),
      user: text('ClickHouse: who asks; "default" where it is left out.'),
    },
    { error: 'an object with "kind", and what that engine needs' },
  )
  .check(z.describe('The organisation’s own warehouse of spend, asked instead of the store on this machine.'))

export type SpendStoreSetting = z.infer<typeof spendStoreSchema>
