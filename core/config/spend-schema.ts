import * as z from 'zod/mini'
import { allocationSchema } from './spend-allocation-schema.ts'
import { budgetSchema } from './spend-budget-schema.ts'
import { metricSchema } from './spend-metric-schema.ts'
import { spendStoreSchema } from './spend-store-schema.ts'

const list = (what: string) => z.optional(z.array(z.string(), { error: 'a list of texts' }).check(z.describe(what)))

const scope = z
  .strictObject(
    {
      accounts: list('Accounts, subscriptions ("/subscriptions/<id>") or billing accounts.'),
      projects: list('Projects or workspaces, by the id the provider gives them.'),
      keys: list('API keys, by the id (not the secret) the provider gives them.'),
      tags: z.optional(
        z.record(z.string(), z.string()).check(z.describe('Tags that the spend must carry, each with its value.')),
      ),
    },
    { error: 'an object with "accounts", "projects", "keys" or "tags"' },
  )
  .check(z.describe('What of this source is the project’s; left out, all that the credentials can see.'))

const named = <T extends { readonly name: string }>(all: readonly T[]) =>
  new Set(all.map(({ name }) => name)).size === all.length
const twice = { error: 'a list in which no name stands twice' }

export const spendSchema = z
  .strictObject(
    {
      scope: z.optional(
        z
          .record(z.string(), scope, { error: 'an object of scopes by source' })
          .check(z.describe('Whose spend the project’s is, by the id of the source: "openai", "aws-cost-explorer".')),
      ),
      budgets: z.optional(
        z
          .array(budgetSchema, { error: 'a list of { "name", "amount", "period", … }' })
          .check(z.refine(named, twice), z.describe('What may be spent, in all or by filter: outlay spend budgets.')),
      ),
      allocation: z.optional(
        z
          .array(allocationSchema, { error: 'a list of { "name", "where", "to", "by", … }' })
          .check(z.refine(named, twice), z.describe('How shared cost is split, in order: outlay spend allocation.')),
      ),
      metrics: z.optional(
        z
          .array(metricSchema, { error: 'a list of { "name", "file" or "value", … }' })
          .check(z.refine(named, twice), z.describe('What spend is divided by: outlay spend unit.')),
      ),
      store: z.optional(spendStoreSchema),
      retention: z.optional(
        z
          .int({ error: 'a number of months' })
          .check(
            z.minimum(0, { error: 'a number of months' }),
            z.describe('Whole months of spend the store keeps besides the current one; left out, all.'),
          ),
      ),
      tags: list('Tags that spend is often asked by: the store keeps a column of each, and answers by them faster.'),
    },
    { error: 'an object with "scope", "budgets", "allocation", "metrics", "store", "retention" or "tags"' },
  )
  .check(z.describe('Live spend: whose it is, budgets, how shared cost is split, what it is divided by.'))

export type SpendScopes = NonNullable<z.infer<typeof spendSchema>['scope']>
