// What a month on demand would cost under a commitment: a what-if beside the estimate, never a saving that is counted.
import { scale } from '../band.ts'
import { machineHours } from '../estimate/machine-hours.ts'
import type { Band, CostedSite } from '../types.ts'
import type { PriceBook } from './book.ts'
import { type Commitment, commitmentsOf } from './commitments.ts'

export interface CommittedMonth extends Commitment {
  /** USD of one month. What is paid at once is spread over the months it is paid for, so it is never nothing. */
  readonly month: Band
}

/** Machines of one type that are on demand, and what their month would be instead; at least one. */
export interface Committed {
  readonly type: string
  /** USD of their month on demand. */
  readonly onDemand: Band
  readonly instead: readonly CommittedMonth[]
}

/**
 * @param onDemand USD of a month of that machine on demand, all hours of it
 * @returns shortest term first; empty where the book has no measured rate for the type or its cloud, or nothing is paid
 */
export function committedMonths(
  book: PriceBook,
  cloud: string,
  type: string,
  onDemand: Band,
): readonly CommittedMonth[] {
  if (onDemand.high <= 0) return []
  return commitmentsOf(book, cloud, type)
    .filter(({ less }) => less > 0 && less < 1)
    .map((commitment) => ({ ...commitment, month: scale(onDemand, 1 - commitment.less) }))
}

/** Of the machines that a resource rents on demand; spot machines and reserved ones are bought another way already. */
export function committedFor(costed: CostedSite, book: PriceBook): readonly Committed[] {
  const { site } = costed
  if (site.kind !== 'resource') return []
  return machineHours(costed).flatMap(({ type, purchase, line }) => {
    if (purchase !== 'on-demand' || line.usd === undefined) return []
    const instead = committedMonths(book, site.cloud, type, line.usd)
    return instead.length === 0 ? [] : [{ type, onDemand: line.usd, instead }]
  })
}
