// What other lists give for a row of the model table, where it is not the row's price. models.dev and llm-prices are read into
// scripts/tables/model-quotes.tsv by hand: every figure of a rate on which one of them differs from the snapshot by more than 2 %.
// Left out are what is not the same thing (tokens of images and sound), Bedrock's regional profiles, for which models.dev repeats the
// global price, and cached prices on Azure, which it rounds to cents.
import type { RateId } from '../core/prices/book.ts'
import type { Cells, ModelRow, ModelTable } from '../core/prices/models.ts'
import { dissent } from '../core/prices/range.ts'

/** One list's figures for one model. `from`: index into the table's sources. */
export interface OtherList {
  readonly from: number
  readonly rates: ModelRow['rates']
}

type Sources = ModelTable['sources']

export interface Quotes {
  /** Lists that are only quoted, to follow the others in `ModelTable.sources`. */
  readonly sources: Sources
  of(provider: string, id: string): readonly OtherList[]
}

/** @param text the table @param after how many sources stand before those that are only quoted */
export function readQuotes(text: string, after: number): Quotes {
  const [head, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const rows = lines.map((cells) => Object.fromEntries(head!.map((name, i) => [name, cells[i]])))
  const sources = [...new Map(rows.map(({ source, as_of }) => [source!, { source: source!, asOf: as_of! }])).values()]
  const byModel = new Map<string, Map<number, Partial<Record<RateId, Cells>>>>()
  for (const row of rows) {
    const key = `${row.provider}/${row.id}`
    const lists = byModel.get(key) ?? new Map<number, Partial<Record<RateId, Cells>>>()
    const from = after + sources.findIndex(({ source }) => source === row.source)
    byModel.set(key, lists.set(from, { ...lists.get(from), [row.rate!]: Number(row.usd) }))
  }
  return {
    sources,
    of: (provider, id) => [...(byModel.get(`${provider}/${id}`) ?? [])].map(([from, rates]) => ({ from, rates })),
  }
}

const first = (cells: Cells | undefined) => (typeof cells === 'object' ? cells[0] : cells)

/** The rates on which current lists differ from the row's own, list by list. */
export function othersOf(row: Pick<ModelRow, 'rates' | 'from'>, lists: readonly OtherList[], sources: Sources) {
  const kept = new Map<number, Partial<Record<RateId, Cells>>>()
  for (const [rate, cells] of Object.entries(row.rates) as [RateId, Cells][]) {
    const price = { usd: first(cells)!, ...sources[row.from]! }
    const quotes = lists.flatMap(({ from, rates }) => {
      const usd = first(rates[rate])
      return usd === undefined ? [] : [{ usd, ...sources[from]!, from, cells: rates[rate]! }]
    })
    for (const { from, cells: theirs } of dissent(price, quotes)) kept.set(from, { ...kept.get(from), [rate]: theirs })
  }
  return [...kept].map(([from, rates]): OtherList => ({ from, rates }))
}
