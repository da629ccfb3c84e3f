import type { Band, Carbon } from '../types.ts'
import type { CarbonJson } from './schema.ts'

export function carbonJson(carbon: Carbon | undefined): CarbonJson | null {
  if (carbon === undefined) return null
  const { kWh, kgCO2e, waterL, method, assumed, missing, published } = carbon
  return {
    kWh: roundedBand(kWh),
    kgCO2e: roundedBand(kgCO2e),
    waterL: roundedBand(waterL),
    method,
    assumed: assumed.map(({ what, value, from }) => ({ what, value, from })),
    unknown: missing.map(({ what, because }) => ({ what, because })),
    published: published
      ? { ...published, wh: published.wh ?? null, gCO2e: published.gCO2e ?? null, waterMl: published.waterMl ?? null }
      : null,
  }
}

/** No coefficient has more than a few digits; the rest is the arithmetic's own. */
export const roundedBand = (band: Band | undefined) => {
  const six = (value: number) => Number(value.toPrecision(6))
  return band === undefined ? null : { low: six(band.low), likely: six(band.likely), high: six(band.high) }
}

interface Unit {
  readonly large: string
  /** A thousandth, and a thousandth of that, for what is small. */
  readonly small: readonly [string, string]
}

const kWhUnit: Unit = { large: 'kWh', small: ['Wh', 'mWh'] }
const kgUnit: Unit = { large: 'kg CO2e', small: ['g CO2e', 'mg CO2e'] }
const litreUnit: Unit = { large: 'L of water', small: ['mL of water', 'µL of water'] }

const digits = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(2)))

/** `1,190 kWh (420–1,990)`, `0.42 Wh`: the likely figure, and its ends where they differ by more than a twentieth. */
function printQuantity(band: Band, { large, small }: Unit): string {
  const [by, unit] =
    band.likely === 0 || band.likely >= 1 ? [1, large] : band.likely >= 1e-3 ? [1e3, small[0]] : [1e6, small[1]]
  const ends = band.high - band.low <= band.likely / 20 ? '' : ` (${digits(band.low * by)}–${digits(band.high * by)})`
  return `${digits(band.likely * by)} ${unit}${ends}`
}

/** What there is to say of a site's carbon: the figures, what is not known and why, how they were made; none if nothing is. */
export function carbonSentences(carbon: Carbon | undefined): readonly string[] {
  if (carbon === undefined) return []
  const { kWh, kgCO2e, waterL, method, missing, published } = carbon
  const figures = [
    kWh && printQuantity(kWh, kWhUnit),
    kgCO2e && printQuantity(kgCO2e, kgUnit),
    waterL && printQuantity(waterL, litreUnit),
  ].filter((figure) => figure !== undefined)
  return [
    ...(figures.length === 0 ? [] : [figures.join(', ')]),
    ...missing.map(({ what, because }) => `${labels[what] ?? what} not known: ${because}`),
    ...(figures.length === 0 ? [] : [`How: ${method}`, ...bySource(carbon.assumed)]),
    ...(published ? [`For scale, ${published.what}: ${publishedWords(published)}`] : []),
  ]
}

/** The assumptions of one source in one line. */
function bySource(assumed: Carbon['assumed']): readonly string[] {
  const sources = [...new Set(assumed.map(({ from }) => from))]
  const of = (source: string) => assumed.filter(({ from }) => from === source)
  return sources.map(
    (source) =>
      `${of(source)
        .map(({ what, value }) => `${what} = ${value}`)
        .join('; ')} (${source})`,
  )
}

const labels: Readonly<Record<string, string>> = { kWh: 'Energy', kgCO2e: 'Emissions', waterL: 'Water' }

function publishedWords({ wh, gCO2e, waterMl, scope, source, date }: NonNullable<Carbon['published']>): string {
  const figures = [
    wh === undefined ? undefined : `${wh} Wh`,
    gCO2e === undefined ? undefined : `${gCO2e} g CO2e`,
    waterMl === undefined ? undefined : `${waterMl} mL of water`,
  ].filter((figure) => figure !== undefined)
  return `${figures.join(', ')} (${scope}; ${source}, ${date})`
}
