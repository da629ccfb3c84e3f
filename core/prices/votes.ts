// Second lists' words on a price: where one differs by more than 2 %, the price is a range; where one agrees, it stands.
import type { Provider, Quote } from '../types.ts'
import type { ModelPrice, PriceBook, Rate, RateId } from './book.ts'
import type { Cells, ModelRow } from './models.ts'
import { rangedLike, withQuotes } from './range.ts'
import type { RefreshedTable } from './refreshed.ts'

/** OpenRouter passes these on at the maker's own price; of open weights it lists whoever sells them cheapest. */
const passedOn: readonly (readonly [RegExp, Provider])[] = [
  [/^openai\/(?!gpt-oss)/, 'openai'],
  [/^anthropic\//, 'anthropic'],
  [/^google\/(?=gemini)/, 'google'],
  [/^x-ai\//, 'xai'],
  [/^perplexity\//, 'perplexity'],
]

/** Lists whose figures are never a price of their own. */
export const onlyVotes = ({ source }: Pick<RefreshedTable, 'source'>) => source === 'models-dev'

const votedRates = ['input', 'output', 'cache-read', 'cache-write'] as const
type VotedRate = (typeof votedRates)[number]

interface Ballot {
  readonly provider: Provider
  readonly id: string
  readonly row: ModelRow
}

function ballotsOf(table: RefreshedTable): readonly Ballot[] {
  if (onlyVotes(table)) {
    const sold = Object.entries(table.models) as [Provider, readonly ModelRow[]][]
    return sold.flatMap(([provider, rows]) => rows.map((row) => ({ provider, id: row.id, row })))
  }
  return (table.models.openrouter ?? []).flatMap((row) => {
    const [, provider] = passedOn.find(([ids]) => ids.test(row.id)) ?? []
    if (provider === undefined || row.id.includes(':')) return []
    return [{ provider, id: row.id.slice(row.id.indexOf('/') + 1), row }]
  })
}

interface Vote {
  readonly table: RefreshedTable
  readonly row: ModelRow
  /** It lists the model under the very id; a dated form of it counts for less. */
  readonly exact: boolean
}

/** By model, one vote of each list. */
function votesByModel(book: PriceBook, tables: readonly RefreshedTable[]) {
  const all = new Map<string, Map<string, Vote>>()
  for (const table of tables) {
    for (const { provider, id, row } of ballotsOf(table)) {
      const known = book.model(provider, id)?.id ?? id
      const votes = all.get(`${provider}/${known}`) ?? new Map<string, Vote>()
      all.set(`${provider}/${known}`, votes)
      const there = votes.get(table.source)
      if (there === undefined || (!there.exact && known === id))
        votes.set(table.source, { table, row, exact: known === id })
    }
  }
  return all
}

const first = (cells: Cells | undefined) => (typeof cells === 'object' ? cells[0] : cells)

const quotesOf = (votes: Iterable<Vote>, rate: VotedRate): Quote[] =>
  [...votes].flatMap(({ table, row }) => {
    const usd = first(row.rates[rate])
    return usd === undefined ? [] : [{ usd, source: table.name, asOf: table.asOf }]
  })

/** The standard rates with what is said of them; tiers of service are as uncertain as those. */
function voted(model: ModelPrice, votes: readonly Vote[]): ModelPrice {
  const rates: Partial<Record<RateId, Rate>> = { ...model.rates }
  for (const id of votedRates) {
    const rate = rates[id]
    if (rate) rates[id] = { ...rate, price: withQuotes(rate.price, quotesOf(votes, id)) }
  }
  for (const [id, rate] of Object.entries(rates) as [RateId, Rate][]) {
    const standard = /^(batch|flex|priority)-/.test(id) ? rates[id.slice(id.indexOf('-') + 1) as RateId] : undefined
    if (standard === undefined) continue
    const { range: _, ...price } = rate.price
    rates[id] = { ...rate, price: rangedLike(price, standard.price) }
  }
  return { ...model, rates }
}

/** @returns the model as it is, or with what the other lists say of its standard rates */
export function votes(book: PriceBook, tables: readonly RefreshedTable[]): (model: ModelPrice) => ModelPrice {
  let made: ReturnType<typeof votesByModel> | undefined
  return (model) => {
    made ??= votesByModel(book, tables)
    const of = made.get(`${model.provider}/${model.id}`)
    return of === undefined ? model : voted(model, [...of.values()])
  }
}
