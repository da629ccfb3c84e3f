import type { Alternatives } from '../prices/alternatives.ts'
import type { SnapshotSource } from '../prices/create.ts'
import type { Match } from '../prices/match.ts'
import type { MatchJson, PricesAlternativesDocument, PricesFindDocument, PricesStatusDocument } from './schema.ts'

const matchJson = ({ what, provider, region, lines, specs }: Match): MatchJson => ({
  what,
  provider,
  region: region ?? null,
  lines: lines.map((line) => ({ ...line })),
  specs: { ...specs },
})

/** `outlay prices find`. */
export const findDocument = (matches: readonly Match[]): PricesFindDocument => ({
  schema: 1,
  matches: matches.map(matchJson),
})

/** `outlay prices alternatives`. */
export const alternativesDocument = ({ of, alternatives }: Alternatives): PricesAlternativesDocument => ({
  schema: 1,
  of: matchJson(of),
  alternatives: alternatives.map((each) => ({ ...matchJson(each), saves: each.saves, lost: [...each.lost] })),
})

const day = 86_400_000

/** A source of the bundled snapshot, or a list that was refreshed since; only that was ever asked for news. */
export type StatusSource = Pick<SnapshotSource, 'id' | 'rows' | 'date' | 'weak'> & { readonly checked?: string }

/**
 * `outlay prices status`.
 * @param today ISO date
 */
export const statusDocument = (sources: readonly StatusSource[], today: string): PricesStatusDocument => ({
  schema: 1,
  sources: sources.map(({ id, rows, date, weak, checked }) => ({
    id,
    rows,
    date,
    ageDays: Math.round((Date.parse(today) - Date.parse(date)) / day),
    lastChecked: checked ?? null,
    weak: [...weak],
  })),
})
