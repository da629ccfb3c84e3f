import * as z from 'zod/mini'
import { currencyCode, text, whereSchema } from './spend-where-schema.ts'

const value = 'a number, 0 or more'

export const metricSchema = z
  .strictObject(
    {
      name: text('a name', 'What is counted: "requests", "active users", "revenue".'),
      unit: z.optional(text('a unit', 'One of it, as in "cost per request"; the name if left out.')),
      is: z.optional(
        z
          .enum(['count', 'tokens', 'revenue', 'busy-hours', 'cold-start-hours'])
          .check(
            z.describe(
              'count: the spend is divided by it. tokens: the same, per million. revenue: money that comes in, for margin and return. busy-hours, cold-start-hours: of the machine hours that are paid for, how many worked or only started. count if left out.',
            ),
          ),
      ),
      file: z.optional(
        text(
          'a path',
          'A CSV file with a day (2026-11-01) and a number in each line, or OTLP JSON (.json, .jsonl): a metric, or spans of model calls; by path from this config.',
        ),
      ),
      metric: z.optional(
        text('a name', 'Of a file of OTLP metrics, which one counts: a sum or a gauge; "name" if left out.'),
      ),
      value: z.optional(
        z
          .number({ error: value })
          .check(z.nonnegative({ error: value }), z.describe('A constant, in place of a file.')),
      ),
      per: z.optional(
        z
          .enum(['day', 'month', 'year'])
          .check(
            z.describe('With "value": that many in each; left out, it is a level, such as the number of customers.'),
          ),
      ),
      total: z.optional(
        z
          .enum(['sum', 'mean'])
          .check(
            z.describe(
              'How the days of a file come together: sum for what happens (requests), mean for what there is (users). sum if left out.',
            ),
          ),
      ),
      currency: z.optional(currencyCode('Currency of revenue; USD if left out.')),
      where: z.optional(whereSchema),
    },
    { error: 'an object with "name" and "file" or "value"' },
  )
  .check(
    z.refine(({ file, value }) => (file === undefined) !== (value === undefined), {
      error: 'one of "file" and "value"',
    }),
    z.refine(({ per, value }) => per === undefined || value !== undefined, { error: '"per" only beside "value"' }),
    z.refine(({ metric, file }) => metric === undefined || file !== undefined, {
      error: '"metric" only beside "file"',
    }),
    z.refine(({ total, file }) => total === undefined || file !== undefined, { error: '"total" only beside "file"' }),
    z.refine(({ is, currency }) => is === 'revenue' || currency === undefined, {
      error: '"currency" only where "is" is "revenue"',
    }),
    z.describe('A business metric that spend is divided by, or revenue it is compared with.'),
  )

export type Metric = z.infer<typeof metricSchema>
