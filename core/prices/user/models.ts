import type { Provider } from '../../types.ts'
import type { ModelPrice, Rate } from '../book.ts'
import type { UserRates } from './rate.ts'
import { modelSubject } from './subject.ts'
import { plainUnit, rateIds, tokenUnit } from './units.ts'

/** Prices of tokens are written by the million. */
const perMillion = 1_000_000

type Rates = ModelPrice['rates']

function ratesOf(user: UserRates, provider: Provider, id: string, asked: string, listed: Rates): Rates {
  const entries = rateIds.flatMap((rate): [string, Rate][] => {
    const subject = modelSubject(provider, id, tokenUnit(rate), asked)
    const list = listed[rate]
    const unit = rate.endsWith('output') ? 'output token' : 'input token'
    const unlisted = { unit, per: perMillion, sku: id }
    const price = user.of(subject, list?.price, unlisted)
    if (!price) return []
    // An agreed price is one price, however long the request; a discount is off whatever the list says.
    if (!list || user.isNamed(subject, list.price)) return [[rate, { price, tiers: [] }]]
    const tiers = list.tiers.map((tier) => ({ ...tier, price: user.discounted(subject, tier.price) }))
    return [[rate, { price, tiers }]]
  })
  return Object.fromEntries(entries)
}

export function userModel(user: UserRates, model: ModelPrice, asked = model.id): ModelPrice {
  const { provider, id } = model
  const units = model.units.map((each) => ({
    ...each,
    price: user.of(modelSubject(provider, id, plainUnit(each.price.unit), asked), each.price, each.price) ?? each.price,
  }))
  return { ...model, units, rates: ratesOf(user, provider, id, asked, model.rates) }
}

/** A model no list has, which the user named and priced: a deployment, a fine-tuned one. */
export function unlistedModel(user: UserRates, provider: Provider, id: string): ModelPrice | undefined {
  const rates = ratesOf(user, provider, id, id, {})
  if (Object.keys(rates).length === 0) return undefined
  return {
    provider,
    id,
    name: id,
    mode: 'chat',
    rates,
    units: [],
    context: undefined,
    maxOutput: undefined,
    minCacheable: undefined,
    cacheNeedsMark: false,
    retired: undefined,
  }
}

/** What a token in and one out cost: which of two models is the dearer. */
export function weightOf({ rates }: ModelPrice): number {
  const one = (rate: Rate | undefined) => (rate ? rate.price.usd / rate.price.per : 0)
  return one(rates.input) + one(rates.output)
}
