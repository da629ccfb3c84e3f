import type { ModelPrice, PriceBook } from '../prices/book.ts'
import type { Settings } from '../settings.ts'
import type { TokenCounter } from '../tokens/counter.ts'
import type { Assumption, Band, Line, ModelCall, Unknown } from '../types.ts'

export interface EstimateTools {
  readonly prices: PriceBook
  readonly tokens: TokenCounter
  readonly settings: Settings
}

/** What one estimate is worked out from, and what it comes to say besides its lines. */
export interface Costing {
  readonly call: ModelCall
  /** The model, as the program names it. */
  readonly id: string
  readonly price: ModelPrice
  readonly tools: EstimateTools
  readonly unknown: Unknown[]
  readonly assumed: Assumption[]
}

export interface Costed {
  readonly lines: readonly Line[]
  readonly inputTokens?: Band | undefined
  /** Those of the first turn of a conversation. */
  readonly firstTokens?: Band | undefined
  readonly outputTokens?: Band | undefined
}
