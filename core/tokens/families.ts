// Which tokenizer a model is counted with, and how far its own tokenizer is from that one. OpenAI publishes its encodings;
// the others are counted as o200k_base times a measured factor.
import { kindOf } from '../prices/model-id.ts'
import type { Band } from '../types.ts'

export const encodings = ['o200k_base', 'cl100k_base'] as const
export type Encoding = (typeof encodings)[number]

export interface TokenFamily {
  readonly encoding: Encoding
  /** Tokens of the model's own tokenizer for one token of the encoding. */
  readonly factor: Band
  /** Where the factor comes from. */
  readonly source: string
}

interface Entry extends TokenFamily {
  readonly kinds: RegExp
}

const openai = { low: 0.99, likely: 1, high: 1.01 }
const published = 'https://github.com/openai/tiktoken: the encoding of the model'

/** In order: the first that matches a model's kind decides. */
const families: readonly Entry[] = [
  {
    kinds: /^(gpt-3\.5|gpt-35|gpt-4$|gpt-4-|text-embedding-)/,
    encoding: 'cl100k_base',
    factor: openai,
    source: published,
  },
  {
    kinds: /^(gpt-|chatgpt-|o[134]($|-)|codex-|computer-use)/,
    encoding: 'o200k_base',
    factor: openai,
    source: published,
  },
  {
    kinds: /^claude-(3|2|v1|v2|instant|(opus|sonnet|haiku)-4($|-[0-6]$)|4-[0-6]-|4-(opus|sonnet))/,
    encoding: 'o200k_base',
    factor: { low: 1.15, likely: 1.19, high: 1.25 },
    source:
      'https://github.com/coder/ai-tokenizer and https://github.com/sammcj/ingest/pull/65: 1.18 to 1.21 on text, code and JSON',
  },
  {
    kinds: /^claude-/,
    encoding: 'o200k_base',
    factor: { low: 1.4, likely: 1.53, high: 1.65 },
    source:
      'https://platform.claude.com/docs/en/build-with-claude/token-counting: about 30 % more tokens since Opus 4.7; 1.53 in https://github.com/sammcj/ingest/pull/65',
  },
  {
    kinds: /^(gemini|gemma)-/,
    encoding: 'o200k_base',
    factor: { low: 1, likely: 1.12, high: 1.25 },
    source:
      'measured with the Gemma vocabulary: 1.14 on text, 1.20 on code, 1.23 on JSON; 1.08 in https://github.com/coder/ai-tokenizer',
  },
  {
    kinds: /llama-?v?3/,
    encoding: 'o200k_base',
    factor: { low: 0.97, likely: 1, high: 1.02 },
    source: 'measured with the Llama 3 vocabulary: 1.006 on text, 0.996 on code, 0.978 on JSON',
  },
]

const others: TokenFamily = {
  encoding: 'o200k_base',
  factor: { low: 0.9, likely: 1.05, high: 1.3 },
  source: 'no published tokenizer, or none measured: the spread of the vocabularies that were',
}

export function familyOf(model: string | undefined): TokenFamily {
  const kind = model === undefined ? undefined : kindOf(model)
  return (kind !== undefined && families.find((family) => family.kinds.test(kind))) || others
}

/** Whether the encoding is the model's own. */
export const isPublished = (model: string): boolean => familyOf(model).factor === openai

const letters = /\p{L}/gu
const asciiLetters = /[A-Za-z]/g

/** More than one letter in a hundred is outside ASCII: not English, where the factors were measured. */
export function beyondEnglish(text: string): boolean {
  const all = text.match(letters)?.length ?? 0
  const ascii = text.match(asciiLetters)?.length ?? 0
  return all - ascii > all / 100
}

/** Measured between 0.90 (Chinese, Gemma) and 1.64 (Chinese, Claude); German lies between. */
const beyondEnglishFactor = { low: 0.9, high: 1.7 }

/** The family's factor for a text: vocabularies differ most in how they cut other languages than English. */
export function factorFor(family: TokenFamily, text: string): Band {
  const { factor } = family
  if (factor === openai || !beyondEnglish(text)) return factor
  return {
    low: Math.min(factor.low, beyondEnglishFactor.low),
    likely: factor.likely,
    high: Math.max(factor.high, beyondEnglishFactor.high),
  }
}

/** `o200k_base`, `o200k_base × 1.19 (1.15–1.25)`. */
export function describe({ encoding, factor }: TokenFamily, counted: string = encoding): string {
  return factor === openai
    ? counted
    : `${counted} × ${factor.likely.toFixed(2)} (${factor.low.toFixed(2)}–${factor.high.toFixed(2)})`
}
