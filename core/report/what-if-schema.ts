import * as z from 'zod/mini'
import { kinds } from '../prices/commitments.ts'

const years = z.union([z.literal(1), z.literal(3)])
const how = z.enum(kinds)

/** How much less something costs that is committed to, and how that is known. */
export const committedRate = z.object({
  years,
  how,
  /** Share of the price on demand, 0 to 1. */
  less: z.number(),
  over: z.string(),
  types: z.nullable(z.int()),
  source: z.string(),
  asOf: z.string(),
})

/** What `outlay scan --what-if` adds. `band` is that of the document. */
export function whatIfSchemas<Band extends z.core.$ZodType>(band: Band) {
  const amounts = {
    /** USD a month as it is billed now. */
    onDemand: band,
    /** USD a month instead; what is paid at once is spread over the term. */
    month: band,
    /** USD that are paid before the first month; null where nothing is, or it is not known how much, or either is possible. */
    paidAhead: z.nullable(band),
    saves: band,
  }
  return {
    /** Of a resource. */
    site: z.object({
      committed: z.array(z.extend(committedRate, { what: z.string(), ...amounts })),
      licences: z.array(z.object({ what: z.string(), by: z.string(), saves: band })),
    }),
    /** Of all resources that have such a rate; in none of the totals. */
    scan: z.object({
      committed: z.array(z.object({ cloud: z.string(), years, how, resources: z.int(), ...amounts })),
      licences: z.array(z.object({ cloud: z.string(), by: z.string(), resources: z.int(), saves: band })),
    }),
  }
}
