import * as z from 'zod/mini'
import { dimension, text, whereSchema } from './spend-where-schema.ts'

const share = 'a percentage above 0'

const addsUp = (shares: Readonly<Record<string, number>> | undefined) =>
  shares === undefined || Math.abs(Object.values(shares).reduce((sum, each) => sum + each, 0) - 100) < 1e-9

export const allocationSchema = z
  .strictObject(
    {
      name: text('a name', 'What the rule is called where its share is shown.'),
      where: whereSchema,
      to: dimension('Among whose values the cost is split: "tag:team", "project", "service".'),
      by: z
        .enum(['even', 'proportional', 'fixed'])
        .check(
          z.describe(
            'even: the same to each. proportional: as each spends itself. fixed: by the percentages of "shares".',
          ),
        ),
      among: z.optional(
        z
          .array(z.string(), { error: 'a list of texts' })
          .check(z.minLength(1), z.describe('Values that take a share; left out, all that spend in the period.')),
      ),
      of: z.optional(whereSchema),
      shares: z.optional(
        z
          .record(z.string(), z.number({ error: share }).check(z.positive({ error: share })), {
            error: 'an object from value to percentage',
          })
          .check(
            z.refine(addsUp, { error: 'percentages that add up to 100' }),
            z.describe('With "fixed": value → percentage; together 100.'),
          ),
      ),
    },
    { error: 'an object with "name", "where", "to" and "by"' },
  )
  .check(
    z.refine(({ by, shares }) => (by === 'fixed') === (shares !== undefined), {
      error: '"shares" where "by" is "fixed", and only there',
    }),
    z.refine(({ by, of }) => by === 'proportional' || of === undefined, {
      error: '"of" only where "by" is "proportional"',
    }),
    z.refine(({ by, among }) => by !== 'fixed' || among === undefined, {
      error: 'no "among" where "by" is "fixed": "shares" names who takes part',
    }),
    z.describe('Shared cost and who bears it. What an earlier rule takes, a later one does not see.'),
  )

export type AllocationRule = z.infer<typeof allocationSchema>
