import * as z from 'zod/mini'
import { committedRate, whatIfSchemas } from './what-if-schema.ts'

// What the command line prints, as docs/json.md explains it. The files of schemas/ come from here, those of spend from billing/report/schema.ts, outlay.json's from its own types.
// Fields may be added within a schema number; none changes meaning. Unknown is null with a reason, never 0.

/** Names under which the JSON Schemas define what stands in more than one place. */
export const names = z.registry<{ id: string; patternProperties?: object }>()

export const band = z.object({ low: z.number(), likely: z.number(), high: z.number() }).register(names, { id: 'band' })
const bandOrNull = z.nullable(band)
const whatIf = whatIfSchemas(band)
const text = z.string()
const textOrNull = z.nullable(z.string())
const count = z.int().check(z.nonnegative())

const why = z.enum([
  'dynamic',
  'absent',
  'missing-file',
  'missing-module',
  'not-indexed',
  'cycle',
  'limit',
  'unsupported',
  'no-price',
  'usage',
])

/** Lines and columns are 1-based, columns in UTF-16 units; in a notebook `line` is inside `cell`, counted from 0 over all cells. */
const place = {
  file: text,
  cell: z.optional(count),
  line: z.int().check(z.positive()),
  column: z.int().check(z.positive()),
  endLine: z.int().check(z.positive()),
  endColumn: z.int().check(z.positive()),
}
const at = z.object(place).register(names, { id: 'at' })
const ref = z.object({ file: text, key: text }).register(names, { id: 'ref' })
const per = z.enum(['call', 'run', 'hour', 'month'])
const severity = z.enum(['error', 'warning', 'info', 'hint'])
const status = z.enum(['priced', 'partial', 'unknown', 'free', 'unsupported'])

const quote = z.object({ usd: z.number(), source: text, asOf: text })
/** What current lists give where they differ by more than 2 %, for as many units as the price it stands beside. */
const range = z.object({ low: quote, high: quote }).register(names, { id: 'range' })

const price = z.object({
  usd: z.number(),
  per: z.number(),
  unit: text,
  sku: text,
  region: textOrNull,
  source: text,
  asOf: text,
  weak: z.optional(text),
  range: z.optional(range),
})

const line = z.object({
  label: text,
  unit: text,
  quantity: bandOrNull,
  unitUsd: bandOrNull,
  usd: bandOrNull,
  why: z.nullable(why),
  /** Where a monthly allowance was taken off: `quantity` and `usd` are of what is left of `used` to pay. */
  free: z.optional(z.object({ used: band, tier: text, source: text, asOf: text })),
  prices: z.array(price),
})

/** For what `estimate` is for. A figure that is not published is null, and `unknown` says why. */
export const carbon = z
  .object({
    kWh: bandOrNull,
    kgCO2e: bandOrNull,
    waterL: bandOrNull,
    method: text,
    assumed: z.array(z.object({ what: text, value: text, from: text })),
    unknown: z.array(z.object({ what: text, because: text })),
    published: z.nullable(
      z.object({
        what: text,
        wh: z.nullable(z.number()),
        gCO2e: z.nullable(z.number()),
        waterMl: z.nullable(z.number()),
        scope: text,
        source: text,
        date: text,
      }),
    ),
  })
  .register(names, { id: 'carbon' })

const estimate = z
  .object({
    per,
    usd: bandOrNull,
    month: z.nullable(z.object({ usd: band, calls: band, from: text })),
    lines: z.array(line),
    carbon: z.nullable(carbon),
  })
  .register(names, { id: 'estimate' })

const siteBase = {
  key: text,
  input: z.nullable(count),
  label: text,
  ...place,
  status,
  unknown: z.array(z.object({ what: text, why, nearest: z.optional(text), at: z.optional(at) })),
  assumed: z.array(z.object({ what: text, value: text, from: text, at: z.optional(at) })),
  estimate,
}

const repeat = z.object({
  kind: z.enum(['data', 'retry', 'agent']),
  bound: z.nullable(z.number()),
  where: z.enum(['here', 'caller']),
  via: z.enum(['loop', 'comprehension', 'callback', 'option']),
})

/** The n-th turn is sent `firstTokens + (n − 1) × eachTokens` input tokens, and `open`, of unknown length, n − 1 times. */
const growth = z.object({
  firstTokens: bandOrNull,
  eachTokens: band,
  eachUsd: bandOrNull,
  open: z.array(text),
  turns: bandOrNull,
  /** Of all turns together. */
  usd: bandOrNull,
  formula: text,
})

/** What else of the call decides a price; null where it is given and only known at run time. */
const asked = z.object({
  size: z.optional(textOrNull),
  quality: z.optional(textOrNull),
  seconds: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  documents: z.optional(z.nullable(z.number())),
  sound: z.optional(z.literal(true)),
})

const modelCall = z
  .object({
    kind: z.literal('model-call'),
    ...siteBase,
    provider: text,
    /** Where a run picks one of several. */
    providerAmong: z.optional(z.array(text)),
    api: text,
    call: text,
    model: textOrNull,
    modelWhy: z.nullable(why),
    modelVia: z.optional(text),
    modelAmong: z.optional(z.array(text)),
    /** Where no model is written: the one the library takes by its documentation. Told, and never priced. */
    usualModel: z.optional(text),
    maxOutput: z.nullable(z.number()),
    maxOutputWhy: z.nullable(why),
    inputTokens: bandOrNull,
    outputTokens: bandOrNull,
    n: z.nullable(z.number()),
    cached: z.boolean(),
    batch: z.boolean(),
    tier: textOrNull,
    reasoning: z.nullable(z.union([z.string(), z.number()])),
    repeats: z.array(repeat),
    growth: z.optional(growth),
    asked: z.optional(asked),
  })
  .register(names, { id: 'modelCall' })

const resource = z
  .object({
    kind: z.literal('resource'),
    ...siteBase,
    cloud: text,
    type: text,
    address: text,
    region: textOrNull,
    count: bandOrNull,
    purchase: z.nullable(z.enum(['on-demand', 'spot', 'low-priority', 'capacity-block', 'reserved'])),
    module: z.nullable(z.object({ address: text, file: text, line: z.number() })),
    tags: z.record(z.string(), text),
    attributes: z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.boolean()]))),
    /** With `--what-if`, where there is something to say. */
    whatIf: z.optional(whatIf.site),
  })
  .register(names, { id: 'resource' })

const site = z.discriminatedUnion('kind', [modelCall, resource]).register(names, { id: 'site' })

const edit = z.object({ file: text, cell: z.optional(count), start: count, end: count, text })

const finding = z
  .object({
    rule: text,
    site: z.nullable(ref),
    ...place,
    message: text,
    severity,
    docs: text,
    related: z.array(z.object({ message: text, ...place })),
    saves: z.nullable(z.object({ per, usd: band })),
    unit: z.nullable(z.object({ per: text, before: z.number(), after: z.number() })),
    suppressed: z.optional(z.object({ reason: text, at })),
    fixes: z.array(
      z.object({
        title: text,
        safety: z.enum(['safe', 'suggestion']),
        before: bandOrNull,
        after: bandOrNull,
        edits: z.array(edit),
      }),
    ),
  })
  .register(names, { id: 'finding' })

/** `perMonth` is the sum of the known amounts; `unknownSites` of the sites have none, `partialSites` more to come. */
const share = z
  .object({ perMonth: bandOrNull, sites: count, partialSites: count, unknownSites: count })
  .register(names, { id: 'share' })

const totals = z.object({
  perMonth: bandOrNull,
  pricedSites: count,
  partialSites: count,
  unknownSites: count,
  freeSites: count,
  unsupportedSites: count,
  byModule: z.record(z.string(), share),
  byDirectory: z.record(z.string(), share),
  byTag: z.record(z.string(), share),
})

const problem = z.object({ file: text, line: z.optional(z.int().check(z.positive())), message: text })

export const scanSchema = z.object({
  schema: z.literal(1),
  version: text,
  root: text,
  pricesAsOf: text,
  inputs: z.array(z.object({ root: text, varFiles: z.array(text), workspace: textOrNull, plan: textOrNull })),
  sites: z.array(site),
  functions: z.array(
    z.object({
      name: text,
      ...place,
      entry: z.nullable(z.enum(['http', 'job', 'cli', 'test'])),
      per: z.literal('call'),
      usd: bandOrNull,
      calls: z.array(ref),
      unknownCalls: count,
    }),
  ),
  modules: z.array(
    z.object({
      address: text,
      ...place,
      perMonth: bandOrNull,
      resources: z.number().check(z.nonnegative()),
      open: z.number().check(z.nonnegative()),
      callers: count,
      why: z.nullable(why),
    }),
  ),
  findings: z.array(finding),
  fixed: z.optional(z.array(z.object({ rule: text, file: text, title: text }))),
  whatIf: z.optional(whatIf.scan),
  totals,
  problems: z.array(problem),
})

const because = z.object({ what: text, from: textOrNull, to: textOrNull, at: z.optional(at) })

export const diffSchema = z.object({
  schema: z.literal(1),
  base: text,
  head: text,
  changes: z.array(
    z.object({
      change: z.enum(['added', 'removed', 'changed', 'moved']),
      key: text,
      before: z.nullable(site),
      after: z.nullable(site),
      because: z.array(because),
      delta: z.object({ per, usd: bandOrNull }),
    }),
  ),
  totals: z.object({
    perMonth: bandOrNull,
    perCall: z.array(z.object({ file: text, key: text, usd: bandOrNull })),
    unknown: count,
  }),
  problems: z.array(problem),
})

const match = z.object({
  what: text,
  provider: text,
  /** null: the same price everywhere, several regions (the lines say which), or the seller does not say. */
  region: textOrNull,
  lines: z.array(
    z.object({
      label: text,
      purchase: z.optional(z.enum(['on-demand', 'spot'])),
      unit: text,
      usd: z.number(),
      perGpuHour: z.optional(z.number()),
      source: text,
      asOf: text,
      weak: z.optional(text),
      range: z.optional(range),
    }),
  ),
  specs: z.record(text, z.union([text, z.number()])),
})

const choice = z.object({
  region: text,
  usd: z.number(),
  /** `hour`, `GB-month`: what `usd` and `gCO2e` are for. */
  unit: text,
  gCO2e: bandOrNull,
  gCO2ePerKWh: z.nullable(z.number()),
})

export const pricesFindSchema = z.object({
  schema: z.literal(1),
  matches: z.array(
    z.extend(match, {
      /** null: nothing is published for the region or the machine, or it is none. */
      carbon: z.nullable(z.object({ gCO2ePerHour: band, gCO2ePerGpuHour: bandOrNull, gCO2ePerKWh: z.number() })),
      /** Of a model that writes: what so many tokens of its output take. */
      tokenCarbon: z.optional(
        z.object({
          outputTokens: count,
          kWh: bandOrNull,
          kgCO2e: bandOrNull,
          waterL: bandOrNull,
          method: text,
          unknown: z.array(z.object({ what: text, because: text })),
        }),
      ),
    }),
  ),
  /** A machine type or storage class that is sold in several regions; not with `--region`. */
  sideBySide: z.optional(z.object({ cheapest: choice, cleanest: z.nullable(choice), unknownRegions: count })),
  /** Where there is no match: the name or the region in the book that is most like the one asked for, or null. */
  nearest: z.optional(textOrNull),
})

export const pricesAlternativesSchema = z.object({
  schema: z.literal(1),
  of: match,
  alternatives: z.array(z.extend(match, { saves: z.object({ per: text, usd: z.number() }), lost: z.array(text) })),
  /** What committing to the machine for years takes off its price on demand: context, in none of the savings. */
  committed: z.array(committedRate),
})

export const pricesStatusSchema = z.object({
  schema: z.literal(1),
  sources: z.array(
    z.object({
      id: text,
      rows: count,
      date: text,
      /** Null where this machine's clock is behind the prices; `problems` says so. */
      ageDays: z.nullable(z.int()),
      lastChecked: textOrNull,
      /** What went wrong the last time it was asked for, if that did not go well. */
      lastProblem: z.nullable(z.object({ at: text, why: text })),
      weak: z.array(text),
    }),
  ),
  /** Lists that were asked for and never read: the bundled prices are used. */
  unread: z.array(z.object({ id: text, lastChecked: text, why: text })),
  problems: z.array(text),
})

export type PricesFindDocument = z.infer<typeof pricesFindSchema>
export type FindMatchJson = PricesFindDocument['matches'][number]
export type PricesAlternativesDocument = z.infer<typeof pricesAlternativesSchema>
export type PricesStatusDocument = z.infer<typeof pricesStatusSchema>
export type MatchJson = z.infer<typeof match>
export type ScanDocument = z.infer<typeof scanSchema>
export type DiffDocument = z.infer<typeof diffSchema>
export type CarbonJson = z.infer<typeof carbon>
export type SiteJson = z.infer<typeof site>
export type FindingJson = z.infer<typeof finding>
export type TotalsJson = z.infer<typeof totals>
export type At = z.infer<typeof at>
export type ProblemJson = z.infer<typeof problem>
