// What-ifs in words: what a month would cost if it were paid for otherwise.
import { printUsd, say, usd } from '../money.ts'
import type { Committed, CommittedMonth, OwnLicence, WhatIf } from '../prices/what-if.ts'

/**
 * `g5.xlarge for 1 year, paid at once: $431.90 per month instead of $734.38, saves $302.48 (…)`: every hour of them is paid for, whether
 * they run or not. `Windows licence: $134.32 per month less with Azure Hybrid Benefit (…)`.
 */
export const whatIfSentences = ({ committed, licences }: WhatIf): readonly string[] => [
  ...committed.flatMap((one) => one.instead.map((month) => committedSentence(one, month))),
  ...licences.map(licenceSentence),
  ...ratesOf(committed.flatMap(({ instead }) => instead)),
]

function committedSentence({ what, onDemand }: Pick<Committed, 'what' | 'onDemand'>, it: CommittedMonth): string {
  const term = `${what} for ${termOf(it)}`
  return say`${term}: ${usd(it.month)} per month instead of ${usd(onDemand)}, saves ${usd(it.saves)} (${rateOf(it)}${aheadOf(it)})`
}

/** `1 year, paid at once`. */
export const termOf = ({ years, how }: Pick<CommittedMonth, 'years' | 'how'>): string =>
  `${years} ${years === 1 ? 'year' : 'years'}, ${how}`

function rateOf({ less, over, types }: CommittedMonth): string {
  const of =
    types === undefined ? `stated of ${over}` : `the middle of ${types === 1 ? '1 type' : `${types} types`}, ${over}`
  return `${Math.round(less * 1000) / 10} % less, ${of}`
}

/** Where they are from, once for all. */
function ratesOf(all: readonly CommittedMonth[]): readonly string[] {
  const sources = new Set(all.map(({ source, asOf }) => `${source}, ${asOf}`))
  return sources.size === 0 ? [] : [`Rates from ${[...sources].join('; ')}`]
}

/** What is paid at once is a sum nobody should meet for the first time on a bill. */
const aheadOf = ({ paidAhead, years }: CommittedMonth): string =>
  paidAhead === undefined ? '' : `; ${printUsd(usd(paidAhead))} paid at once, spread over ${12 * years} months`

const licenceSentence = ({ what, by, month }: OwnLicence): string =>
  say`${what}: ${usd(month)} per month less with ${by}, for licences one has: what those cost is not counted`
