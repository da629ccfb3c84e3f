import { kindOf } from '../prices/model-id.ts'
import type { Band, PromptPart } from '../types.ts'

/**
 * What a chat request costs in tokens besides its text. Three tokens frame each message and one names its role, three more
 * open the answer; the name of who speaks takes one besides its text: https://developers.openai.com/cookbook/examples/how_to_count_tokens_with_tiktoken ; other vendors' frames
 * were measured between 3 and 6 tokens: https://github.com/coder/ai-tokenizer
 */
export const chatOverhead: { readonly perMessage: Band; readonly perRequest: Band } = {
  perMessage: { low: 3, likely: 4, high: 6 },
  perRequest: { low: 0, likely: 3, high: 3 },
}

/** What is sent beside the messages: the frame of a tool is in the count of the tools. */
const beside = /(^|\.)(tools|functions|response_format|text_format|output_format|format|variables)$/

/**
 * Whether a part is of a message that is framed. The system prompt of Claude is not: the request of 14 tokens in
 * https://platform.claude.com/docs/en/build-with-claude/token-counting has 8 to 9 of text in its system prompt and its one message.
 */
export function isMessage({ from, role }: PromptPart, model: string): boolean {
  if (from !== undefined && beside.test(from)) return false
  return !kindOf(model).startsWith('claude-') || !(from === 'system' || role === 'system')
}

const completes = /^(gpt-3\.5-turbo-instruct|davinci|babbage|text-(davinci|curie|babbage|ada))/

/** Models that go on with a text: there are no messages, and no frame. https://platform.openai.com/docs/api-reference/completions */
export const isCompletion = (model: string): boolean => completes.test(kindOf(model))
