import * as z from 'zod/mini'

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

export const spendSchema = z
  .strictObject(
    {
      scope: z.optional(
        z
          .record(z.string(), scope, { error: 'an object of scopes by source' })
          .check(z.describe('Whose spend the project’s is, by the id of the source: "openai", "aws-cost-explorer".')),
      ),
    },
    { error: 'an object with "scope"' },
  )
  .check(z.describe('Live spend: which accounts, projects, keys and tags of each source are this project’s.'))

export type SpendScopes = NonNullable<z.infer<typeof spendSchema>['scope']>
