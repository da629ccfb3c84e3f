import { carbonJson, carbonSentences, roundedBand } from '../../core/report/carbon.ts'
import type { Kind } from '../analysis/ask.ts'
import type { CarbonPart, SpendCarbon } from '../analysis/carbon.ts'
import { shownRange } from '../range.ts'
import type { Range } from '../source.ts'
import { csv, money, percent } from './table.ts'

export function carbonText({ parts, kWh, kgCO2e, waterL, covered }: SpendCarbon): string {
  if (parts.length === 0) return 'No row is of a machine, a disk or a model that anything is published of.\n'
  const sum = carbonSentences({ kWh, kgCO2e, waterL, method: '', assumed: [], missing: [] })[0]
  const of = covered.map(
    ({ kWh, kgCO2e, effectiveCost, ...kind }) =>
      `${shareOf(kWh, effectiveCost)} of ${money(effectiveCost)} ${marked(kind)} has a known energy, ${shareOf(kgCO2e, effectiveCost)} known emissions`,
  )
  return [
    ...(sum === undefined ? [] : [sum]),
    ...of,
    ...parts.flatMap((part) => ['', head(part), ...carbonSentences(part.carbon).map((line) => `  ${line}`)]),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

const shareOf = (part: number, whole: number) => (whole > 0 ? percent(part / whole) : money(part))
const marked = ({ currency, grade }: Kind) => (grade === 'invoice' ? currency : `${currency} (${grade})`)
const head = ({ what, quantity, unit, effectiveCost, ...kind }: CarbonPart) =>
  `${what}: ${quantity.toLocaleString('en-US', { maximumFractionDigits: 1 })} ${unit}, ${money(effectiveCost)} ${marked(kind)}`

export const carbonDocument = ({ parts, kWh, kgCO2e, waterL, covered }: SpendCarbon, range: Range) => ({
  period: shownRange(range),
  parts: parts.map(({ carbon, ...part }) => ({ ...part, carbon: carbonJson(carbon) })),
  ...{ kWh: roundedBand(kWh), kgCO2e: roundedBand(kgCO2e), waterL: roundedBand(waterL), covered },
})

export const carbonCsv = ({ parts }: SpendCarbon): string =>
  csv(
    ['what', 'quantity', 'unit', 'effectiveCost', 'currency', 'grade', 'kWh', 'kgCO2e', 'waterL'],
    parts.map(({ what, quantity, unit, effectiveCost, currency, grade, carbon }) => [
      ...[what, quantity, unit, effectiveCost, currency, grade],
      ...[carbon.kWh?.likely, carbon.kgCO2e?.likely, carbon.waterL?.likely],
    ]),
  )
