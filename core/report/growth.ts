import { printCount, printUsd, usd } from '../money.ts'
import type { Growth } from '../types.ts'

/** `13 + (n − 1) × 219 input tokens`: what the n-th turn of a conversation is sent. */
export function growthFormula({ first, each, open }: Growth): string {
  const once = first ? printCount(first) : 'what the first is sent'
  const more = [printCount(each), ...open.map((name) => `tokens of ${name}`)].join(' + ')
  const turn = open.length > 0 || each.low !== each.high ? `(${more})` : more
  return `${once} + (n − 1) × ${turn} input tokens`
}

/** The formula in a sentence, with what all turns cost together where their number is known. */
export function growthSentence(growth: Growth): string {
  const { turns, usd: all, eachUsd, open } = growth
  const dearer = eachUsd
    ? `; each turn makes the next dearer by ${printUsd(usd(eachUsd))}${open.length > 0 ? ' and more' : ''}`
    : ''
  const total = turns && all ? `; ${printCount(turns)} turns cost ${printUsd(usd(all))} together` : ''
  return `turn n is sent ${growthFormula(growth)}${dearer}${total}.`
}
