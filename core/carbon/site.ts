import { candidatesOf, valueOf } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Carbon, CostedSite, CostSite, Estimate, ModelCall } from '../types.ts'
import { either, notKnown } from './footprint.ts'
import { publishedFor } from './published.ts'
import { resourceCarbon } from './resource.ts'
import { tokensCarbon } from './tokens.ts'

/** The site with the carbon of its estimate; no amount of money is touched. */
export function withCarbon(site: CostSite, estimate: Estimate, book: PriceBook): CostedSite {
  if (estimate.status === 'free' || estimate.status === 'unsupported') return { site, estimate }
  const carbon = site.kind === 'resource' ? resourceCarbon(site, estimate, book) : modelCallCarbon(site, estimate, book)
  return { site, estimate: carbon === undefined ? estimate : { ...estimate, carbon } }
}

/** One execution of a call, as its estimate is: nothing is multiplied by the loops around it. */
function modelCallCarbon(call: ModelCall, estimate: Estimate, book: PriceBook): Carbon | undefined {
  const one = valueOf(call.model)
  const models = candidatesOf(call.model)
  if (models.length === 0) return notKnown('the model is not known')
  if (call.api === 'embed') return notKnown('nothing is published for embeddings')
  const carbon = either(models.map((model) => tokensCarbon(call.provider, model, estimate.outputTokens, book)))
  const published = one === undefined ? undefined : publishedFor(call.provider, one)
  return carbon && published ? { ...carbon, published } : carbon
}
