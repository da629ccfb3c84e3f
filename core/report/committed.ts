import { scale } from '../band.ts'
import { printUsd, say, usd } from '../money.ts'
import type { Committed, CommittedMonth } from '../prices/committed-month.ts'

/**
 * `g5.xlarge for 1 year: $431.90 per month instead of $734.38, saves $302.48 (…)`: every hour of them is paid for, whether they run or
 * not.
 */
export const committedSentences = (all: readonly Committed[]): readonly string[] =>
  all.flatMap(({ type, onDemand, instead }) =>
    instead.map((one) => {
      const term = `${type} for ${one.years} ${one.years === 1 ? 'year' : 'years'}`
      const saved = scale(onDemand, one.less)
      return say`${term}: ${usd(one.month)} per month instead of ${usd(onDemand)}, saves ${usd(saved)} (${rateOf(one)}${howOf(one)})`
    }),
  )

const rateOf = ({ less, over, types, source, asOf }: CommittedMonth): string => {
  const of = types === undefined ? over : `${types} types, ${over}`
  return `${Math.round(less * 1000) / 10} % less, the middle of ${of}; ${source}, ${asOf}`
}

/** What is paid at once is a sum nobody should meet for the first time on a bill. */
const howOf = ({ how, month, years }: CommittedMonth): string =>
  how === 'paid at once'
    ? `; ${printUsd(usd(scale(month, 12 * years)))} paid at once, spread over ${12 * years} months`
    : ''
