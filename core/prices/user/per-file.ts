import type { Settings } from '../../settings.ts'
import type { PriceBook } from '../book.ts'
import type { UserPrices } from './prices.ts'
import { withUserPrices } from './with.ts'

/** The book as `outlay.json` has it for a file. Files with the same prices share one. */
export function pricesPerFile(
  book: PriceBook,
  settings: (file: string) => Settings,
  tell?: (sentence: string) => void,
): (file: string) => PriceBook {
  const made = new WeakMap<UserPrices, PriceBook>()
  return (file) => {
    const { prices } = settings(file)
    if (!prices) return book
    const there = made.get(prices) ?? withUserPrices(book, prices, tell)
    made.set(prices, there)
    return there
  }
}
