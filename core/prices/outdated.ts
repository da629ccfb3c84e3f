import type { Provider } from '../types.ts'

/** Of whose prices genai-prices itself says "I can't find anything", and which no other list has. */
const unfounded = ['gemini-pro', 'gemini-1.0-pro', 'gemini-1.0-pro-vision-001']

/**
 * Ids for which genai-prices' row is out of date and every other list agrees on another price: the snapshot takes LiteLLM's row, and a
 * refresh leaves it. Where LiteLLM has no row there is no price.
 */
export const outdated: Readonly<Partial<Record<Provider, readonly string[]>>> = {
  // Open weights that OpenAI does not serve: the rows are OpenRouter's prices, and no other list has them under OpenAI.
  openai: ['gpt-oss-120b', 'gpt-oss-20b', 'gpt-oss-safeguard-20b'],
  google: unfounded,
  vertex: unfounded,
  mistral: ['mistral-large', 'mistral-large-latest'], // the row is of 2024's model; -latest has been mistral-large-2512 since
  // the rows are of the off-peak hours that ended in 2025
  deepseek: ['deepseek-chat', 'deepseek-reasoner', 'deepseek-chat-v3-0324', 'deepseek-r1', 'deepseek-r1-0528'],
  groq: ['openai/gpt-oss-safeguard-20b'], // the row is of gpt-oss-120b
  bedrock: ['us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0'], // the row is of the commercial regions
}
