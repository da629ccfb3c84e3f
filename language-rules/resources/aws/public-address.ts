// Managed services give addresses too, and those are billed as any other: https://aws.amazon.com/vpc/pricing/
import { fact } from '../../../core/estimate/resource-line.ts'
import { mapKnown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { ipv4Lines } from './public-ipv4.ts'

/** The address of a resource whose fact `public` says whether it has one. */
export const addressLines = (resource: Resource, prices: PriceBook): readonly Line[] =>
  ipv4Lines(
    resource,
    prices,
    mapKnown(fact(resource, 'public'), (value) => (String(value) === 'true' ? 1 : 0)),
  )
