import { times } from '../band.ts'
import type { Band } from '../types.ts'
import type { TokenCounter } from './counter.ts'
import { describe, type Encoding, factorFor, familyOf } from './families.ts'
import { remembering } from './memo.ts'
import { pieces } from './pieces.ts'

/** Tokens of a text in one encoding. */
export type Encoder = (text: string) => number

/** Whole tokens; a text that is there is at least one. */
export function wholeTokens({ low, likely, high }: Band): Band {
  const whole = (tokens: number) => Math.max(1, Math.round(tokens))
  return { low: whole(low), likely: whole(likely), high: whole(high) }
}

/** @param load makes the encoder of an encoding; called once for each, when a model first needs it. */
export function createTokenCounter(load: (encoding: Encoding) => Encoder): TokenCounter {
  const encoders = new Map<Encoding, Encoder>()
  function encoder(encoding: Encoding): Encoder {
    const there = encoders.get(encoding)
    if (there) return there
    const encode = load(encoding)
    const made = remembering((text) => pieces(text).reduce((sum, piece) => sum + encode(piece), 0))
    encoders.set(encoding, made)
    return made
  }
  return {
    exact: true,
    count(text, model) {
      if (text === '') return { low: 0, likely: 0, high: 0 }
      const family = familyOf(model)
      const tokens = encoder(family.encoding)(text)
      return wholeTokens(times({ low: tokens, likely: tokens, high: tokens }, factorFor(family, text)))
    },
    method: (model) => describe(familyOf(model)),
  }
}
