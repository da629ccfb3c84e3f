import type { Band } from '../types.ts'

/** Counts tokens as the model's provider will bill them, as far as that can be known offline. */
export interface TokenCounter {
  /** False while the estimator stands in for the tokenizer. */
  readonly exact: boolean
  /** Tokens of a text for a model, with the uncertainty of the family's tokenizer. Empty text: 0. */
  count(text: string, model: string | undefined): Band
  /** How it was counted, for the hover: `o200k_base`, `o200k_base × 1.19 (1.15–1.25)`. */
  method(model: string | undefined): string
}
