// The real price book for tests: the committed snapshot, loaded once.

import { loadPriceBook } from '../cli/price-book.ts'
import type { PriceBook } from '../core/prices/book.ts'

export const priceBook: PriceBook = loadPriceBook()
