// What a run picks one of: who bills a call, and which model it asks for.
import { candidatesOf } from '../known.ts'
import type { CostSite, Known, ModelCall } from '../types.ts'

export const candidatesTitle = 'One of several, picked when the program runs'

/** More than these are counted. */
const mostNamed = 8

/** `openai with gpt-4o` of each way to be billed; provider and model apart where any may go with any. Empty where there is one. */
export function candidateSentences(site: CostSite): readonly string[] {
  if (site.kind !== 'model-call') return []
  const { offered = [], model } = site
  const pairs = offered.map((each) => `${each.provider} with ${modelWords(each.model)}`)
  if (new Set(offered.map((each) => modelWords(each.model))).size > 1)
    return pairs.length > mostNamed ? [...pairs.slice(0, mostNamed), `and ${pairs.length - mostNamed} more`] : pairs
  return [...providersOf(site), ...(model.is === 'oneOf' ? [`model: ${either(model.among)}`] : [])]
}

function providersOf({ offered = [] }: ModelCall): readonly string[] {
  const providers = [...new Set(offered.map(({ provider }) => provider))]
  return providers.length > 1 ? [`provider: ${either(providers)}`] : []
}

function modelWords(model: Known<string>): string {
  const ids = candidatesOf(model)
  return ids.length === 0 ? 'a model that is not known' : either(ids)
}

function either(all: readonly string[]): string {
  const named = all.slice(0, mostNamed)
  if (named.length < all.length) return `${named.join(', ')} or one of ${all.length - named.length} more`
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
}
