// Counts tokens as OpenAI's tokenizer does: a pattern cuts a text in words, and of each the pair of bytes of the lowest rank is joined,
// again and again: https://github.com/openai/tiktoken
import type { Encoder } from './count.ts'

/** An encoding as tiktoken's packages have it. */
export interface Vocabulary {
  /** In the syntax of Rust's regular expressions. */
  readonly pat_str: string
  /** By line: a mark, the rank of its first token, and tokens in base64. */
  readonly bpe_ranks: string
}

/** Takes some 40 ms, and 4 MB for the 200,000 tokens of o200k_base. */
export function createEncoder({ pat_str, bpe_ranks }: Vocabulary): Encoder {
  const words = new RegExp(inJavaScript(pat_str), 'gu')
  const rank = rankIn(tokensIn(bpe_ranks))
  const utf8 = new TextEncoder()
  return (text) => {
    let count = 0
    for (const [word] of text.matchAll(words)) count += tokensOf(utf8.encode(word), rank)
    return count
  }
}

/** The rank of what stands in some bytes from one place to before another; `none` where that is no token. */
type Rank = (bytes: Uint8Array, from: number, to: number) => number

const none = 0x7fffffff

/** In JavaScript `\s` is a little other than in Unicode, and a part of a pattern cannot stand in any case. */
function inJavaScript(pattern: string): string {
  const also: Readonly<Record<string, string>> = { s: '\u017f', k: '\u212a' }
  const anyCase = (part: string) =>
    part.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}${also[letter] ?? ''}]`)
  return pattern
    .replace(/\(\?i:([^)]*)\)/g, (_, part: string) => `(?:${anyCase(part)})`)
    .replaceAll('\\s', '\\p{White_Space}')
    .replaceAll('\\S', '\\P{White_Space}')
}

interface Tokens {
  /** All of them, one after another, by rank. */
  readonly bytes: Uint8Array
  /** Where each begins, and where the last ends. */
  readonly starts: Uint32Array
}

const digits = new Uint8Array(128)
for (const [value, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  digits[digit.charCodeAt(0)] = value

const blank = 32
const filling = 61
const head = '! 0 '

/** Decoded where they stand: 200,000 strings of their own would take ten times as much. */
function tokensIn(ranks: string): Tokens {
  if (!ranks.startsWith(head) || ranks.includes('\n'))
    throw new Error('The ranks of the tokenizer do not begin at 0 in one line.')
  const bytes = new Uint8Array(Math.ceil(ranks.length * 0.75))
  const starts: number[] = [0]
  let end = 0
  let bits = 0
  let held = 0
  for (let at = head.length; at < ranks.length; at++) {
    const unit = ranks.charCodeAt(at)
    if (unit === blank) {
      starts.push(end)
      bits = 0
    } else if (unit !== filling) {
      held = (held << 6) | digits[unit]!
      bits += 6
      if (bits < 8) continue
      bits -= 8
      bytes[end++] = held >> bits
      held &= (1 << bits) - 1
    }
  }
  starts.push(end)
  return { bytes: bytes.slice(0, end), starts: Uint32Array.from(starts) }
}

/** By open addressing in a table of twice as many places as there are tokens. */
function rankIn({ bytes: known, starts }: Tokens): Rank {
  const tokens = starts.length - 1
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * tokens))).fill(-1)
  const mask = places.length - 1
  for (let rank = 0; rank < tokens; rank++) {
    let place = hashOf(known, starts[rank]!, starts[rank + 1]!) & mask
    while (places[place] !== -1) place = (place + 1) & mask
    places[place] = rank
  }
  const is = (rank: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const start = starts[rank]!
    if (starts[rank + 1]! - start !== to - from) return false
    for (let i = from; i < to; i++) if (bytes[i] !== known[start + i - from]) return false
    return true
  }
  return (bytes, from, to) => {
    for (let place = hashOf(bytes, from, to) & mask; places[place] !== -1; place = (place + 1) & mask)
      if (is(places[place]!, bytes, from, to)) return places[place]!
    return none
  }
}

/** http://www.isthe.com/chongo/tech/comp/fnv/ (FNV-1a), its high bits folded into those a table is asked by. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return hash ^ (hash >>> 15)
}

function tokensOf(word: Uint8Array, rank: Rank): number {
  if (word.length === 1 || rank(word, 0, word.length) !== none) return 1
  /** Where each part begins, and the end; then the rank of each part joined with the next. */
  const starts = Uint32Array.from({ length: word.length + 1 }, (_, i) => i)
  let parts = word.length
  const joined = (part: number) => (part + 2 > parts ? none : rank(word, starts[part]!, starts[part + 2]!))
  const ranks = Int32Array.from({ length: word.length }, (_, part) => joined(part))
  for (;;) {
    let lowest = none
    let at = -1
    for (let part = 0; part + 1 < parts; part++)
      if (ranks[part]! < lowest) {
        lowest = ranks[part]!
        at = part
      }
    if (at < 0) return parts
    starts.copyWithin(at + 1, at + 2, parts + 1)
    ranks.copyWithin(at + 1, at + 2, parts)
    parts--
    ranks[at] = joined(at)
    if (at > 0) ranks[at - 1] = joined(at - 1)
  }
}
