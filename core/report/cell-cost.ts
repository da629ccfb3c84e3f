import { plus } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { Band, CellCost } from '../types.ts'

type Amounts = Pick<CellCost, 'usd' | 'pass' | 'calls' | 'unknownCalls'>

/** `≈ $0.0021`, `$0.00054 a pass`, `$0.0021 + $0.00054 a pass`; `cost unknown` where nothing of it has an amount. */
export function cellLabel({ usd: once, pass, unknownCalls }: Amounts, approximate = false): string {
  const parts = [...(once ? [amount(once, approximate)] : []), ...(pass ? [`${amount(pass, approximate)} a pass`] : [])]
  if (parts.length === 0) return 'cost unknown'
  return unknownCalls > 0 && !pass ? `${parts.join(' + ')} + unknown` : parts.join(' + ')
}

function amount(band: Band, approximate: boolean): string {
  const mark = approximate ? '~' : band.high - band.low > Math.abs(band.likely) / 20 ? '≈ ' : ''
  return `${mark}${printUsd(usd(band.likely))}`
}

/** What the cells come to that are run one after the other. */
export const runOf = (cells: readonly Amounts[]): Amounts => ({
  usd: total(cells.map(({ usd: once }) => once)),
  pass: total(cells.map(({ pass }) => pass)),
  calls: cells.reduce((all, { calls }) => all + calls, 0),
  unknownCalls: cells.reduce((all, { unknownCalls }) => all + unknownCalls, 0),
})

const total = (bands: readonly (Band | undefined)[]) =>
  bands.reduce((all, band) => (all && band ? plus(all, band) : (all ?? band)), undefined)

/** In a sentence or two: from the least to the most, and what is not in it. */
export function cellSentences({ usd: once, pass, calls, unknownCalls }: Amounts): readonly string[] {
  const whole = (band: Band) => printUsd(usd(band))
  return [
    `${calls === 1 ? 'One model call' : `${calls} model calls`}${once ? `: ${whole(once)}` : ''}.`,
    ...(pass ? [`A loop makes calls so often as only the run can tell: ${whole(pass)} for each pass.`] : []),
    ...(unknownCalls > 0 && !pass
      ? [`Of ${unknownCalls === 1 ? 'one' : unknownCalls} a part is not known, and not in the sum.`]
      : []),
  ]
}
