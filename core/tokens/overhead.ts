import type { Band } from '../types.ts'

/**
 * What a chat request costs in tokens besides its text. Three tokens frame each message and one names its role, three more
 * open the answer: https://developers.openai.com/cookbook/examples/how_to_count_tokens_with_tiktoken ; other vendors' frames
 * were measured between 3 and 6 tokens: https://github.com/coder/ai-tokenizer
 */
export const chatOverhead: { readonly perMessage: Band; readonly perRequest: Band } = {
  perMessage: { low: 3, likely: 4, high: 6 },
  perRequest: { low: 0, likely: 3, high: 3 },
}
