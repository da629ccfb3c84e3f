// What a month on demand would cost under a commitment: a what-if beside the estimate, never a saving that is counted.
import { scale } from '../band.ts'
import type { Band } from '../types.ts'
import type { PriceBook } from './book.ts'
import { type Commitment, commitmentsOf } from './commitments.ts'

export interface CommittedMonth extends Commitment {
  /** USD of one month. What is paid at once is spread over the months it is paid for, so it is never nothing. */
  readonly month: Band
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
