import { meant } from '../../core/config/explain.ts'
import { nearest } from '../../core/config/nearest.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { everydayAlternatives, findEveryday } from '../../core/prices/everyday.ts'
import { clouds } from '../../core/prices/machines.ts'
import type { Match } from '../../core/prices/match.ts'
import { type PriceNames, priceNames } from '../../core/prices/price-names.ts'
import type { FoundPrices, FromWorker, Offer, OtherOffers, ToWorker } from '../protocol.ts'

export type PriceQuestion = Extract<ToWorker, { is: 'find-price' | 'find-alternatives' }>

export interface PriceDeskTools {
  book(): PriceBook
  /** ISO date, by which a model counts as retired. */
  today(): string
  post(message: FromWorker): void
  /** Runs the step after the messages that are already waiting. */
  later(step: () => void): void
}

/** Rows of a list that is read, not scrolled through for minutes. */
const mostOffers = 200
const mostNames = 30

/** Looks prices up for the quick picks. Of searches that wait only the last is answered. */
export function createPriceDesk({ book, today, post, later }: PriceDeskTools) {
  let waiting: Extract<PriceQuestion, { is: 'find-price' }> | undefined
  let named: { readonly book: PriceBook; readonly names: PriceNames } | undefined

  function names(): PriceNames {
    const now = book()
    if (named?.book !== now) named = { book: now, names: priceNames(now) }
    return named.names
  }

  function search(): void {
    const question = waiting
    waiting = undefined
    if (question) post({ is: 'found-prices', id: question.id, found: foundIn(book(), names(), question.text) })
  }

  function others({ names: wanted, region }: Extract<PriceQuestion, { is: 'find-alternatives' }>): OtherOffers {
    const need = { regions: region === undefined ? [] : [region] }
    let first: OtherOffers | undefined
    for (const name of wanted) {
      const answer = everydayAlternatives(book(), name, need, today())
      if (answer && 'of' in answer) return answer
      first ??= answer
    }
    const [name = ''] = wanted
    return first ?? { error: `The price book has nothing named "${name}"${meant(name, names().all)}` }
  }

  return {
    receive(question: PriceQuestion): void {
      if (question.is === 'find-alternatives') {
        post({ is: 'found-alternatives', id: question.id, found: others(question) })
        return
      }
      const isFirst = waiting === undefined
      waiting = question
      if (isFirst) later(search)
    },
  }
}

/** `g5.xlarge us-east-1`, `H100 in eastus`: the last word may be a region. */
function split(book: PriceBook, text: string): { readonly what: string; readonly region: string | undefined } {
  const asked = text.trim()
  const last = /^(.*\S)\s+(\S+)$/.exec(asked)
  const region = last?.[2]?.toLowerCase()
  const isRegion =
    region !== undefined &&
    (clouds.some((cloud) => book.regions(cloud).includes(region)) ||
      book.gpuOffers().some((offer) => offer.region.toLowerCase() === region))
  return isRegion ? { what: last![1]!.replace(/\s+in$/i, ''), region } : { what: asked, region: undefined }
}

function foundIn(book: PriceBook, names: PriceNames, text: string): FoundPrices {
  const { what, region } = split(book, text)
  if (what === '') return { offers: [], more: 0, names: [], why: undefined }
  const offers = findEveryday(book, what, region).flatMap(offerOf).sort(byPrice)
  const like = names.like(what, mostNames + 1).filter((name) => name.toLowerCase() !== what.toLowerCase())
  const shown = { offers: offers.slice(0, mostOffers), more: Math.max(0, offers.length - mostOffers) }
  if (offers.length === 0 && region !== undefined && findEveryday(book, what).length > 0)
    return { ...shown, names: [what], why: `The price book has no price of "${what}" in ${region}` }
  if (offers.length > 0 || like.length > 0) return { ...shown, names: like.slice(0, mostNames), why: undefined }
  const near = nearest(what, names.all)
  return { ...shown, names: near === undefined ? [] : [near], why: `The price book has nothing named "${what}"` }
}

/** What a machine costs on demand stands first, then its spot price; of a model or a storage class what its list has first. */
function offerOf({ lines, ...match }: Match): readonly Offer[] {
  const line = lines.find(({ purchase }) => purchase === 'on-demand') ?? lines[0]
  return line === undefined ? [] : [{ ...match, line, others: lines.filter((other) => other !== line) }]
}

/** Sound prices first, then by what one of it costs. */
function byPrice(a: Offer, b: Offer): number {
  const weak = Number(a.line.weak !== undefined) - Number(b.line.weak !== undefined)
  return weak || (a.line.perGpuHour ?? a.line.usd) - (b.line.perGpuHour ?? b.line.usd)
}
