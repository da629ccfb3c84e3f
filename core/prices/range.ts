// Two lists that differ by more than 2 % on one price make a range of it; both are kept, each with its date.
import type { Band, Price, Quote } from '../types.ts'

/** Lists round, and currencies move: what is this close is the same price. */
const tolerance = 0.02

const agree = (a: number, b: number) => a === b || (a > 0 && b > 0 && Math.max(a / b, b / a) <= 1 + tolerance)

const quoteOf = ({ usd, source, asOf }: Quote): Quote => ({ usd, source, asOf })

const day = 86_400_000
/** A list that is older than the price by more than this differs because prices move. */
const mostDays = 120

/** A list this much older than one that differs still shows that the older figure holds: it was not changed in between. */
const confirmsDays = 60

const daysAfter = (a: Quote, b: Quote) => (Date.parse(a.asOf) - Date.parse(b.asOf)) / day

/**
 * What other lists say that the price does not: without those that give 0, are far older than the price or
 * were read anew since, or are outvoted by a list of
 * about the same time that agrees with the price.
 */
export function dissent<T extends Quote>(price: Price | Quote, others: readonly T[]): readonly T[] {
  const said = others.filter(
    (quote) =>
      quote.usd > 0 &&
      price.usd > 0 &&
      quote.source !== price.source &&
      daysAfter(price, quote) <= mostDays &&
      !others.some((other) => other.source === quote.source && other.asOf > quote.asOf),
  )
  const confirming = said.filter((quote) => agree(quote.usd, price.usd))
  const isOutvoted = (quote: Quote) => confirming.some((other) => daysAfter(quote, other) <= confirmsDays)
  return said.filter((quote) => !agree(quote.usd, price.usd) && !isOutvoted(quote))
}

/** The price with what other lists say of the very same thing; as it is where they agree. */
export function withQuotes(price: Price, others: readonly Quote[]): Price {
  const { range, ...plain } = price
  const differing = dissent(plain, [...(range ? [range.low, range.high] : []), ...others])
  if (differing.length === 0) return plain
  // Of two lists with one figure the newer stands for it.
  const quotes = [plain, ...differing].map(quoteOf).sort((a, b) => (a.asOf < b.asOf ? 1 : -1))
  const low = quotes.reduce((least, quote) => (quote.usd < least.usd ? quote : least))
  const high = quotes.reduce((most, quote) => (quote.usd > most.usd ? quote : most))
  return { ...plain, range: { low, high } }
}

/** Every figure of a price changed alike: a share of it, a discount. */
export function changed(price: Price, change: (usd: number) => number): Price {
  const { range } = price
  const quote = (of: Quote): Quote => ({ ...of, usd: change(of.usd) })
  return {
    ...price,
    usd: change(price.usd),
    ...(range ? { range: { low: quote(range.low), high: quote(range.high) } } : {}),
  }
}

/** USD for one unit: exactly one price, or from the lowest list to the highest. */
export function unitBand({ usd, per, range }: Price): Band {
  return { low: (range?.low.usd ?? usd) / per, likely: usd / per, high: (range?.high.usd ?? usd) / per }
}

/** A price that is a share of another one, as far apart as that one's lists are. */
export function rangedLike(price: Price, standard: Price): Price {
  if (price.range || !standard.range || standard.usd === 0) return price
  const share = price.usd / standard.usd
  const { low, high } = standard.range
  return { ...price, range: { low: { ...low, usd: low.usd * share }, high: { ...high, usd: high.usd * share } } }
}

/** The day of a price, in words; the user's own need not have one. */
export const dateOf = ({ asOf }: Pick<Quote, 'asOf'>): string => (asOf === '' ? 'no date given' : asOf)
