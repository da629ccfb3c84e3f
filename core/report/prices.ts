import type { Choice, MatchCarbon, SideBySide } from '../carbon/side-by-side.ts'
import type { Alternatives } from '../prices/alternatives.ts'
import type { SnapshotSource } from '../prices/create.ts'
import type { Match } from '../prices/match.ts'
import type { Band } from '../types.ts'
import type { MatchJson, PricesAlternativesDocument, PricesFindDocument, PricesStatusDocument } from './schema.ts'

const matchJson = ({ what, provider, region, lines, specs }: Match): MatchJson => ({
  what,
  provider,
  region: region ?? null,
  lines: lines.map((line) => ({ ...line })),
  specs: { ...specs },
})

/** A match and the carbon of an hour of it. */
export interface Found {
  readonly match: Match
  readonly carbon: MatchCarbon | undefined
}

/** The carbon formulas' inputs have no more digits. */
const three = (value: number) => Number(value.toPrecision(3))
const gramsOf = ({ low, likely, high }: Band) => ({ low: three(low), likely: three(likely), high: three(high) })

const choiceJson = ({ region, usd, unit, gCO2e, gCO2ePerKWh }: Choice) => ({
  region,
  usd: Number(usd.toPrecision(6)),
  unit,
  gCO2e: gCO2e ? gramsOf(gCO2e) : null,
  gCO2ePerKWh: gCO2ePerKWh ?? null,
})

const sideJson = ({ cheapest, cleanest, unknown }: SideBySide) => ({
  cheapest: choiceJson(cheapest),
  cleanest: cleanest ? choiceJson(cleanest) : null,
  unknownRegions: unknown,
})

/** `outlay prices find`. */
export const findDocument = (found: readonly Found[], both: SideBySide | undefined): PricesFindDocument => ({
  schema: 1,
  matches: found.map(({ match, carbon }) => ({
    ...matchJson(match),
    carbon: carbon ? { gCO2ePerHour: gramsOf(carbon.gCO2ePerHour), gCO2ePerKWh: carbon.gCO2ePerKWh } : null,
  })),
  ...(both ? { sideBySide: sideJson(both) } : {}),
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
