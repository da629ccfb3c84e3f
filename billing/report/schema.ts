import * as z from 'zod/mini'
import { band, carbon, names } from '../../core/report/schema.ts'
import { dimensionNames } from '../../core/spend-dimensions.ts'
import {
  costs,
  count,
  day,
  dayOrNull,
  head,
  kind,
  number,
  numberOrNull,
  type Printed,
  period,
  problems,
  providerAnomaly,
  providerBudget,
  providerForecast,
  text,
  textOrNull,
} from './schema-parts.ts'

// What `outlay spend … --format json` prints, as docs/json.md explains it. Fields may be added within a schema number; none changes meaning.

const bandOrNull = z.nullable(band)
const measure = z.enum(['effective', 'billed'])

const dimensions = `^(?:${dimensionNames.join('|')}|tag:.+)$`
const dimension = {
  type: ['string', 'null'],
  description: 'A dimension that was asked for; null where nobody wrote it.',
}
const row = z
  .object({ ...kind, ...costs, estimated: z.boolean() })
  .register(names, { id: 'row', patternProperties: { [dimensions]: dimension } })

export const spendSchema = z.object({
  ...head,
  period,
  rows: z.array(row),
  totals: z.array(z.object({ ...kind, ...costs })),
  /** By a tag only: the money without a value for it. */
  untagged: z.optional(z.array(z.object({ ...kind, key: text, ...costs, share: numberOrNull }))),
  problems,
})

const syncSchema = z.object({
  ...head,
  /** The folder, or null where what was read is kept nowhere. */
  store: textOrNull,
  sources: z.array(z.object({ id: text, rows: z.nullable(count), from: dayOrNull, to: dayOrNull, problems })),
})

const crossed = z.object({ of: z.enum(['actual', 'forecast']), percent: number, on: day })

const budgetsSchema = z.object({
  ...head,
  budgets: z.array(
    z.object({
      name: text,
      limit: number,
      actual: numberOrNull,
      forecast: bandOrNull,
      state: z.enum(['reached', 'expected', 'within', 'unknown']),
      amount: number,
      currency: text,
      measure,
      period,
      states: z.array(
        z.object({
          grade: kind.grade,
          actual: number,
          expected: bandOrNull,
          used: number,
          crossed: z.array(crossed),
        }),
      ),
      uncounted: z.array(z.object({ ...kind, amount: number })),
      notes: z.array(text),
    }),
  ),
  providers: z.array(providerBudget),
  problems,
})

const forecastSchema = z.object({
  ...head,
  forecast: z.array(
    z.object({
      day,
      actual: z.optional(number),
      /** Where the currency is the dollar; else it is `amount`. */
      usd: z.optional(band),
      amount: z.optional(band),
      source: text,
      ...kind,
    }),
  ),
  totals: z.array(
    z.object({
      source: text,
      ...kind,
      month: z.string().check(z.regex(/^\d{4}-\d\d$/)),
      actual: number,
      expected: band,
      method: z.enum(['run-rate', 'seasonal-naive', 'mstl-ets']),
      early: z.boolean(),
      history: count,
      levelSince: z.optional(day),
      oneOffs: z.array(z.object({ first: day, last: day })),
    }),
  ),
  problems,
  providers: z.array(providerForecast),
})

const cause = z.object({
  dimension: text,
  value: text,
  amount: number,
  usual: number,
  share: number,
  kind: z.enum(['new', 'gone', 'grown', 'shrunk']),
})

const anomaliesSchema = z.object({
  ...head,
  period,
  anomalies: z.array(
    z.object({
      day,
      ...kind,
      actual: number,
      expected: band,
      dimension: text,
      value: text,
      causes: z.array(cause),
      because: z.array(text),
    }),
  ),
  problems,
  providers: z.array(providerAnomaly),
})

const violation = z
  .object({
    column: text,
    rule: text,
    requires: text,
    count,
    example: z.nullable(z.object({ row: z.int().check(z.positive()), value: textOrNull })),
  })
  .register(names, { id: 'violation' })

const validateSchema = z.object({
  ...head,
  rows: count,
  violations: z.array(violation),
  advice: z.array(violation),
  checked: count,
  unchecked: count,
})

const drivers = z
  .object({ quantity: number, price: number, arrived: number, left: number, untold: number })
  .register(names, { id: 'drivers' })

const changeSchema = z.object({
  ...head,
  by: text,
  measure,
  before: period,
  now: period,
  changes: z.array(
    z.object({
      ...kind,
      before: number,
      now: number,
      change: number,
      drivers,
      movers: z.array(
        z.object({
          value: textOrNull,
          kind: z.enum(['new', 'gone', 'grown', 'shrunk', 'same']),
          before: number,
          now: number,
          change: number,
          drivers,
          estimated: z.boolean(),
        }),
      ),
      estimated: z.boolean(),
    }),
  ),
  notes: z.array(text),
  problems,
})

const allocationSchema = z.object({
  ...head,
  period,
  own: z.array(z.object({ to: text, value: textOrNull, ...kind, ...costs, estimated: z.boolean() })),
  shares: z.array(
    z.object({
      rule: text,
      to: text,
      value: text,
      currency: text,
      grade: z.literal('allocated'),
      /** The grade of what was split. */
      from: kind.grade,
      ...costs,
      share: number,
      estimated: z.boolean(),
    }),
  ),
  unallocated: z.array(z.object({ rule: text, ...kind, ...costs, estimated: z.boolean(), because: text })),
  problems,
})

const commitmentsSchema = z.object({
  ...head,
  period,
  commitments: z.array(
    z.object({
      commitment: text,
      id: text,
      ...kind,
      bought: number,
      used: number,
      wasted: number,
      utilisation: numberOrNull,
      saved: numberOrNull,
      countedTwice: number,
    }),
  ),
  coverage: z.array(
    z.object({
      provider: textOrNull,
      service: textOrNull,
      ...kind,
      covered: numberOrNull,
      coverable: numberOrNull,
      share: numberOrNull,
    }),
  ),
  problems,
})

const unitCost = z.object({
  ...kind,
  effectiveCost: number,
  perUnit: numberOrNull,
  margin: numberOrNull,
  returned: numberOrNull,
  estimated: z.boolean(),
  byDay: z.array(z.object({ day, effectiveCost: number, quantity: number, perUnit: numberOrNull })),
})

const unitSchema = z.object({
  ...head,
  period,
  notes: z.array(text),
  costs: z.array(
    z.object({
      name: text,
      is: z.enum(['count', 'tokens', 'revenue']),
      unit: text,
      quantity: number,
      days: count,
      since: dayOrNull,
      until: dayOrNull,
      costs: z.array(unitCost),
    }),
  ),
  machineTime: z.array(
    z.object({
      name: text,
      is: z.enum(['busy-hours', 'cold-start-hours']),
      hours: number,
      days: count,
      ...kind,
      effectiveCost: number,
      paidHours: numberOrNull,
      cost: numberOrNull,
      rest: numberOrNull,
      share: numberOrNull,
    }),
  ),
  tokens: z.array(
    z.object({
      model: textOrNull,
      ...kind,
      input: numberOrNull,
      cacheRead: numberOrNull,
      cacheWrite: numberOrNull,
      output: numberOrNull,
      undirected: numberOrNull,
      requests: numberOrNull,
      effectiveCost: number,
      density: numberOrNull,
      cacheShare: numberOrNull,
      perMillion: numberOrNull,
      perRequest: numberOrNull,
    }),
  ),
  gpus: z.array(
    z.object({
      ...kind,
      effectiveCost: number,
      idle: number,
      idleShare: numberOrNull,
      hours: numberOrNull,
      perHour: numberOrNull,
    }),
  ),
  problems,
})

const carbonSchema = z.object({
  ...head,
  period,
  parts: z.array(
    z.object({
      what: text,
      quantity: number,
      unit: z.enum(['hours', 'GB-months', 'output tokens']),
      ...kind,
      effectiveCost: number,
      carbon: z.nullable(carbon),
    }),
  ),
  kWh: bandOrNull,
  kgCO2e: bandOrNull,
  waterL: bandOrNull,
  covered: z.array(z.object({ ...kind, kWh: number, kgCO2e: number, effectiveCost: number })),
  problems,
})

/** By command: `outlay spend <name>`. */
export const spendSchemas = {
  sync: syncSchema,
  budgets: budgetsSchema,
  forecast: forecastSchema,
  anomalies: anomaliesSchema,
  validate: validateSchema,
  change: changeSchema,
  unit: unitSchema,
  allocation: allocationSchema,
  commitments: commitmentsSchema,
  carbon: carbonSchema,
}

type Row = z.infer<typeof row>
/** Each row has the dimensions that were asked for besides. */
export type SpendDocument = Omit<Printed<typeof spendSchema>, 'rows'> & {
  readonly rows: readonly (Readonly<Record<string, string | null | number | boolean>> & Readonly<Row>)[]
}
export type SpendSchemas = { readonly [Name in keyof typeof spendSchemas]: Printed<(typeof spendSchemas)[Name]> }
