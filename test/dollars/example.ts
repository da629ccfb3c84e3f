/**
 * A call whose cost was worked out by hand. Nothing here was made by Outlay: the tokens are those of the request as it is sent, counted
 * with gpt-tokenizer (https://github.com/niieani/gpt-tokenizer) in the model's published encoding, with the frames OpenAI documents:
 * three tokens and the role for each message, three more for the answer, one more for a name, and those of tools
 * (https://developers.openai.com/cookbook/examples/how_to_count_tokens_with_tiktoken). Prices are the providers' list prices of
 * 2026-09. The answer is taken to be as long as its limit, where that is less than the 215 tokens of a mean answer (arXiv 2309.11998).
 */
export interface DollarExample {
  readonly name: string
  readonly file: string
  /** One call. */
  readonly code: string
  /** Tokens that are sent, and how they come about. */
  readonly input?: number
  readonly counted?: string
  /** Tokens of all answers. */
  readonly output?: number
  readonly usd: number
  readonly working: string
  /** How far the figures may be off where the tokens were estimated; else 2 %. */
  readonly within?: number
  /** What stays unknown, where that is part of the example. */
  readonly open?: readonly string[]
  /** The call it is about, where there are others beside it. */
  readonly call?: string
}
