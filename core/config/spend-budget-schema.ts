import * as z from 'zod/mini'
import { currencyCode, text, whereSchema } from './spend-where-schema.ts'

const amount = 'an amount of money above 0'
const percent = 'a percentage of the amount, above 0'
const percents = (says: string) =>
  z.optional(
    z
      .array(z.number({ error: percent }).check(z.positive({ error: percent })), { error: 'a list of percentages' })
      .check(z.describe(says)),
  )

const thresholds = z
  .strictObject(
    {
      actual: percents('Of what is spent so far: [50, 80, 100].'),
      forecast: percents('Of what the period is expected to come to: [100].'),
    },
    { error: 'an object with "actual" or "forecast"' },
  )
  .check(z.describe('Percentages of the amount that are told when they are reached; left out, 100 of each.'))

export const budgetSchema = z
  .strictObject(
    {
      name: text('a name', 'What the budget is called.'),
      amount: z
        .number({ error: amount })
        .check(z.positive({ error: amount }), z.describe('What may be spent in one period.')),
      currency: z.optional(currencyCode('Currency of the amount; USD if left out. Spend in others is not counted.')),
      period: z.enum(['month', 'quarter', 'year']).check(z.describe('Calendar month, quarter or year, UTC.')),
      where: z.optional(whereSchema),
      cost: z.optional(
        z
          .enum(['effective', 'billed'])
          .check(z.describe('effective: what use consumed. billed: what is invoiced. effective if left out.')),
      ),
      thresholds: z.optional(thresholds),
    },
    { error: 'an object with "name", "amount" and "period"' },
  )
  .check(z.describe('How much may be spent in a period.'))

export type Budget = z.infer<typeof budgetSchema>
