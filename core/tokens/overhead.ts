import { exactly } from '../band.ts'
import { isOfDefinitions } from '../definitions.ts'
import { kindOf } from '../prices/model-id.ts'
import type { Band, PromptPart } from '../types.ts'

/**
 * What a chat request costs in tokens besides its text. Three tokens frame each message and one names its role, three more
 * open the answer; the name of who speaks takes one besides its text: https://developers.openai.com/cookbook/examples/how_to_count_tokens_with_tiktoken ; other vendors' frames
 * were measured between 3 and 6 tokens: https://github.com/coder/ai-tokenizer
 */
const documented: Overhead = {
  perMessage: { low: 3, likely: 4, high: 6 },
  perRequest: { low: 0, likely: 3, high: 3 },
}

interface Overhead {
  readonly perMessage: Band
  readonly perRequest: Band
}

/**
 * Google counts the text alone, and bills one token more: 10 and 11 for the prompt in https://ai.google.dev/gemini-api/docs/tokens (as of
 * Gemini 2.0). Llama 3 frames a message with five tokens, begins with one and opens the answer with four:
 * https://www.llama.com/docs/model-cards-and-prompt-formats/meta-llama-3
 */
const others: readonly (readonly [kinds: RegExp, overhead: Overhead])[] = [
  [/^gemini-/, { perMessage: { low: 0, likely: 1, high: 1 }, perRequest: exactly(0) }],
  [/llama-?v?3/, { perMessage: exactly(5), perRequest: exactly(5) }],
]

export function chatOverhead(model: string): Overhead {
  const kind = kindOf(model)
  return others.find(([kinds]) => kinds.test(kind))?.[1] ?? documented
}

/**
 * Whether a part is of a message that is framed. The system prompt of Claude is not: the request of 14 tokens in
 * https://platform.claude.com/docs/en/build-with-claude/token-counting has 8 to 9 of text in its system prompt and its one message.
 */
export function isMessage({ from, role }: PromptPart, model: string): boolean {
  // What is sent beside the messages: the frame of a tool is in the count of the tools.
  if (isOfDefinitions(from) || /(^|\.)variables$/.test(from ?? '')) return false
  return !kindOf(model).startsWith('claude-') || !(from === 'system' || role === 'system')
}

const completes = /^(gpt-3\.5-turbo-instruct|davinci|babbage|text-(davinci|curie|babbage|ada))/

/** Models that go on with a text: there are no messages, and no frame. https://platform.openai.com/docs/api-reference/completions */
export const isCompletion = (model: string): boolean => completes.test(kindOf(model))
