// A second list's word on a price: where the two differ by more than 2 %, the price says so.
import type { Provider } from '../types.ts'
import type { ModelPrice, PriceBook, Rate, RateId } from './book.ts'
import type { Cells, ModelRow } from './models.ts'
import type { RefreshedTable } from './refreshed.ts'

/** OpenRouter passes these on at the maker's own price; of open weights it lists whoever sells them cheapest. */
const passedOn: readonly (readonly [RegExp, Provider])[] = [
  [/^openai\/(?!gpt-oss)/, 'openai'],
  [/^anthropic\//, 'anthropic'],
  [/^google\/(?=gemini)/, 'google'],
  [/^x-ai\//, 'xai'],
  [/^perplexity\//, 'perplexity'],
]

const tolerance = 0.02
const first = (cells: Cells | undefined) => (typeof cells === 'object' ? cells[0] : cells)

interface Vote {
  readonly row: ModelRow
  readonly by: string
}

function ballots(book: PriceBook, tables: readonly RefreshedTable[]): ReadonlyMap<string, Vote> {
  const all = new Map<string, Vote>()
  for (const table of tables) {
    for (const row of table.models.openrouter ?? []) {
      const [prefix, provider] = passedOn.find(([ids]) => ids.test(row.id)) ?? []
      if (prefix === undefined || provider === undefined || row.id.includes(':')) continue
      const id = row.id.slice(row.id.indexOf('/') + 1)
      const known = book.model(provider, id)?.id ?? id
      all.set(`${provider}/${known}`, { row, by: `${table.name} of ${table.asOf}` })
    }
  }
  return all
}

function dissent({ row, by }: Vote, model: ModelPrice): string | undefined {
  const differs = (['input', 'output'] as const).filter((rate) => {
    const [theirs, ours] = [first(row.rates[rate]), model.rates[rate]?.price.usd]
    return theirs !== undefined && ours !== undefined && Math.abs(theirs / ours - 1) > tolerance
  })
  if (differs.length === 0) return undefined
  const said = differs.map((rate) => `$${first(row.rates[rate])} per million ${rate} tokens`)
  return `${by} lists ${said.join(' and ')}`
}

function doubted(rate: Rate, why: string): Rate {
  const weak = rate.price.weak === undefined ? why : `${rate.price.weak}; ${why}`
  return { ...rate, price: { ...rate.price, weak } }
}

/** @returns the model as it is, or with what the other list says of its standard rates */
export function votes(book: PriceBook, tables: readonly RefreshedTable[]): (model: ModelPrice) => ModelPrice {
  let made: ReadonlyMap<string, Vote> | undefined
  return (model) => {
    made ??= ballots(book, tables)
    const vote = made.get(`${model.provider}/${model.id}`)
    const why = vote && dissent(vote, model)
    if (why === undefined) return model
    const standard = (Object.entries(model.rates) as [RateId, Rate][]).map(([id, rate]) => [
      id,
      id === 'input' || id === 'output' ? doubted(rate, why) : rate,
    ])
    return { ...model, rates: Object.fromEntries(standard) }
  }
}
