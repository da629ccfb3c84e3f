// The longest answer of models of which the lists have another: LiteLLM gives all of GPT-4 the 4,096 tokens of GPT-4 Turbo.
import type { Provider } from '../types.ts'

/**
 * Answers share the window with the prompt and are otherwise unlimited: the API takes 8,192 for `max_tokens` of `gpt-4` and refuses only the
 * sum (https://github.com/ChatGPTNextWeb/NextChat/issues/3195); models.dev f3fc692 of 2026-07-02 has the same figures.
 */
const wholeWindow: readonly (readonly [ids: RegExp, tokens: number])[] = [
  [/^gpt-4(-0314|-0613)?$/, 8192],
  [/^gpt-4-32k(-0314|-0613)?$/, 32_768],
]

const sellers: ReadonlySet<Provider> = new Set(['openai', 'azure-openai'])

/**
 * Tokens one answer may have at the most.
 * @param listed what the price list says
 */
export function longestAnswerOf(provider: Provider, id: string, listed: number | undefined): number | undefined {
  if (!sellers.has(provider)) return listed
  return wholeWindow.find(([ids]) => ids.test(id))?.[1] ?? listed
}
