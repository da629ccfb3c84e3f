import * as z from 'zod/mini'
import { names } from '../../core/report/schema.ts'
import { grades } from '../focus.ts'

// What stands in several documents of `outlay spend`. Amounts are in the currency beside them; null is what is not known.

/** The document as the code makes it, which changes none of its lists. */
export type Printed<Schema extends z.core.$ZodType> = Unchanged<z.infer<Schema>>
type Unchanged<T> = T extends object ? { readonly [Key in keyof T]: Unchanged<T[Key]> } : T

export const text = z.string()
export const textOrNull = z.nullable(z.string())
export const number = z.number()
export const numberOrNull = z.nullable(z.number())
export const count = z.int().check(z.nonnegative())

/** UTC: `2026-11-20`. */
export const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))
export const dayOrNull = z.nullable(day)
/** UTC: `2026-11-20T08:00:00.000Z`. */
const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/))
/** Both days in it. */
export const period = z.object({ since: day, until: day }).register(names, { id: 'period' })

/** invoice: billed by the provider. metered: usage priced by somebody else. allocated: a shared amount that was split. */
const grade = z.enum(grades as readonly ['invoice', 'metered', 'allocated'])
/** Money of two currencies, or of two grades, is never added. */
export const kind = { currency: text, grade }
export const costs = { billedCost: number, effectiveCost: number }

/** `asOf` is when the oldest of what was read was read; of a file, when it was written. */
export const head = { schema: z.literal(1), asOf: instant }
/** Sentences. */
export const problems = z.array(text)

const money = z.object({ amount: number, currency: text }).register(names, { id: 'money' })
const told = { source: text, at: instant }

/** What a provider says of its own budgets, forecasts and anomalies: none of it is in a sum of ours. The last day is not in it. */
export const providerBudget = z
  .object({
    is: z.literal('budget'),
    ...told,
    id: text,
    name: text,
    allowed: z.optional(money),
    period: z.enum(['day', 'month', 'quarter', 'year', 'custom']),
    since: z.optional(day),
    until: z.optional(day),
    actual: z.optional(money),
    forecast: z.optional(money),
    thresholds: z.optional(z.array(z.object({ percent: number, of: z.enum(['actual', 'forecast']) }))),
    of: z.array(z.object({ what: text, values: z.array(text) })),
  })
  .register(names, { id: 'providerBudget' })

export const providerForecast = z
  .object({
    is: z.literal('forecast'),
    ...told,
    since: day,
    until: day,
    expected: money,
    band: z.optional(z.object({ low: number, high: number, percent: number })),
    of: z.optional(text),
  })
  .register(names, { id: 'providerForecast' })

export const providerAnomaly = z
  .object({
    is: z.literal('anomaly'),
    ...told,
    id: text,
    since: day,
    until: z.optional(day),
    impact: money,
    actual: z.optional(money),
    expected: z.optional(money),
    causes: z.array(
      z.object({
        service: z.optional(text),
        account: z.optional(text),
        region: z.optional(text),
        meter: z.optional(text),
      }),
    ),
  })
  .register(names, { id: 'providerAnomaly' })
