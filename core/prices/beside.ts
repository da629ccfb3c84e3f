import type { CostedSite } from '../types.ts'
import type { PriceBook } from './book.ts'
import { type Cheaper, cheaperFor } from './cheaper.ts'
import { type WhatIf, whatIf } from './what-if.ts'

/** What is told beside an estimate and is no part of it. */
export interface Beside {
  readonly cheaper: readonly Cheaper[]
  readonly whatIf: WhatIf
}

/**
 * Tens of milliseconds: for a hover that was asked for, not for a keystroke.
 * @param today ISO date, by which a model counts as retired
 */
export const besideOf = (costed: CostedSite, book: PriceBook, today: string): Beside => ({
  cheaper: cheaperFor(costed, book, today),
  whatIf: whatIf(costed, book),
})
