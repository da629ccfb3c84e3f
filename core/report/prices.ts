import type { Choice, MatchCarbon, SideBySide } from '../carbon/side-by-side.ts'
import type { Alternatives } from '../prices/alternatives.ts'
import type { SnapshotSource } from '../prices/create.ts'
import type { Match } from '../prices/match.ts'
import type { Band, Carbon } from '../types.ts'
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
  /** Of 1,000 tokens that a model writes. */
  readonly tokens?: Carbon | undefined
}

/** The carbon formulas' inputs have no more digits. */
const three = (value: number) => Number(value.toPrecision(3))
const bandOf = ({ low, likely, high }: Band) => ({ low: three(low), likely: three(likely), high: three(high) })

const choiceJson = ({ region, usd, unit, gCO2e, gCO2ePerKWh }: Choice) => ({
  region,
  usd: Number(usd.toPrecision(6)),
  unit,
  gCO2e: gCO2e ? bandOf(gCO2e) : null,
  gCO2ePerKWh: gCO2ePerKWh ?? null,
})

const sideJson = ({ cheapest, cleanest, unknown }: SideBySide) => ({
  cheapest: choiceJson(cheapest),
  cleanest: cleanest ? choiceJson(cleanest) : null,
  unknownRegions: unknown,
})

const tokenCarbonJson = ({ kWh, kgCO2e, waterL, method, missing }: Carbon) => ({
  outputTokens: 1000,
  kWh: kWh ? bandOf(kWh) : null,
  kgCO2e: kgCO2e ? bandOf(kgCO2e) : null,
  waterL: waterL ? bandOf(waterL) : null,
  method,
  unknown: missing.map(({ what, because }) => ({ what, because })),
})

/** `outlay prices find`. @param nearest where nothing was found: the name that may have been meant */
export const findDocument = (
  found: readonly Found[],
  both: SideBySide | undefined,
  nearest?: string,
): PricesFindDocument => ({
  schema: 1,
  matches: found.map(({ match, carbon, tokens }) => ({
    ...matchJson(match),
    carbon: carbon
      ? {
          gCO2ePerHour: bandOf(carbon.gCO2ePerHour),
          gCO2ePerGpuHour: carbon.gCO2ePerGpuHour ? bandOf(carbon.gCO2ePerGpuHour) : null,
          gCO2ePerKWh: carbon.gCO2ePerKWh,
        }
      : null,
    ...(tokens ? { tokenCarbon: tokenCarbonJson(tokens) } : {}),
  })),
  ...(both ? { sideBySide: sideJson(both) } : {}),
  ...(found.length === 0 ? { nearest: nearest ?? null } : {}),
})

/** `outlay prices alternatives`. */
export const alternativesDocument = ({
  of,
  alternatives,
  committed = [],
}: Alternatives): PricesAlternativesDocument => ({
  schema: 1,
  of: matchJson(of),
  alternatives: alternatives.map((each) => ({ ...matchJson(each), saves: each.saves, lost: [...each.lost] })),
  committed: committed.map(({ years, less, over, types, how, source, asOf }) => ({
    years,
    less,
    over,
    types: types ?? null,
    how,
    source,
    asOf,
  })),
})

const day = 86_400_000

/** A source of the bundled snapshot, or a list that was refreshed since; only that was ever asked for news. */
export type StatusSource = Pick<SnapshotSource, 'id' | 'rows' | 'date' | 'weak'> & {
  readonly checked?: string
  /** Where it could not be read the last time. */
  readonly problem?: { readonly at: string; readonly why: string }
}

/** A list that was asked for and never read. */
export interface UnreadSource {
  readonly id: string
  readonly at: string
  readonly why: string
}

/** A list may be of tomorrow where its server's day has begun and this machine's has not. */
const tomorrow = 1

const daysFrom = (date: string, today: string) => Math.round((Date.parse(today) - Date.parse(date.slice(0, 10))) / day)

/**
 * `outlay prices status`.
 * @param today ISO date by this machine's clock; where lists are of later, nothing is said of their age
 */
export function statusDocument(
  sources: readonly StatusSource[],
  today: string,
  unread: readonly UnreadSource[] = [],
): PricesStatusDocument {
  const newest = sources
    .map(({ date }) => date)
    .sort()
    .at(-1)
  const behind = newest !== undefined && daysFrom(newest, today) < -tomorrow
  return {
    schema: 1,
    sources: sources.map(({ id, rows, date, weak, checked, problem }) => ({
      id,
      rows,
      date,
      ageDays: behind ? null : Math.max(0, daysFrom(date, today)),
      lastChecked: checked ?? null,
      lastProblem: problem ?? null,
      weak: [...weak],
    })),
    unread: unread.map(({ id, at, why }) => ({ id, lastChecked: at, why })),
    problems: behind
      ? [`The clock of this machine says ${today}, and there are prices of ${newest}: how old they are is not known.`]
      : [],
  }
}
