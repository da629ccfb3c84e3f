import { exactly } from '../band.ts'
import { printCount, printUsd, usd } from '../money.ts'
import type { Band, Growth } from '../types.ts'

/** `13 + (n − 1) × (219, 116–406) input tokens`: what the n-th turn of a conversation is sent, the likely figures first. */
export function growthFormula({ first, each, open }: Growth): string {
  const once = first ? printCount(exactly(first.likely)) : 'what the first is sent'
  const more = [likelyFirst(each), ...open.map((name) => `tokens of ${name}`)].join(' + ')
  return `${once} + (n − 1) × ${open.length > 0 || each.low !== each.high ? `(${more})` : more} input tokens`
}

const likelyFirst = (band: Band) =>
  band.low === band.high ? printCount(band) : `${printCount(exactly(band.likely))}, ${printCount(band)}`

/** The formula in a sentence, with what all turns cost together where their number is known. */
export function growthSentence(growth: Growth): string {
  const { turns, usd: all, eachUsd, open } = growth
  const and = open.length > 0 ? ' and more' : ''
  const dearer = eachUsd ? `; each turn makes the next dearer by ${printUsd(usd(eachUsd))}${and}` : ''
  const total = turns && all ? `; ${printCount(turns)} turns cost ${printUsd(usd(all))} together` : ''
  return `turn n is sent ${growthFormula(growth)}${dearer}${total}.`
}
