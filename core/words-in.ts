// Which words a text has, in a few hundred bytes: most texts of a tree are known not to have a word without being read again.

/** One bit for each of some words. */
export interface WordsIn {
  /** False where the text surely has no such word; true where it has, and seldom where it has not. */
  mayHave(word: string): boolean
}

/** Bits for each word: of sixteen words that a text does not have, at most one seems to be there. */
const bitsPerWord = 16

/** @param text its words are of `A-Z a-z 0-9 _ $` */
export function wordsIn(text: string): WordsIn {
  const hashes = new Set<number>()
  let hash = first
  let isIn = false
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0
    if (isOfWord(code)) {
      hash = mixed(hash, code)
      isIn = true
    } else if (isIn) {
      hashes.add(hash)
      hash = first
      isIn = false
    }
  }
  const bits = 2 ** Math.ceil(Math.log2(Math.max(32, hashes.size * bitsPerWord)))
  const held = new Uint32Array(bits / 32)
  for (const each of hashes) held[placeOf(each, bits) >>> 5]! |= 1 << (each & 31)
  return {
    mayHave(word) {
      let asked = first
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at)
        if (!isOfWord(code)) return true
        asked = mixed(asked, code)
      }
      return ((held[placeOf(asked, bits) >>> 5]! >>> (asked & 31)) & 1) === 1
    },
  }
}

const placeOf = (hash: number, bits: number): number => hash & (bits - 1)

/** FNV-1a, of 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const first = 0x811c9dc5 | 0
const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

const isOfWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36
