import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Tiktoken } from 'tiktoken'
import { describe, expect, it } from 'vitest'
import { createEncoder, type Vocabulary } from './byte-pairs.ts'
import { encodings } from './families.ts'

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8')

const vocabulary = (encoding: string): Vocabulary =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`tiktoken/encoders/${encoding}.json`), 'utf8'))

/** Letters of many scripts, marks, digits, blanks of every kind, signs, and halves of pairs. */
const alphabet = [
  ...'abzABZ019 \t\n\r\v\f.,;:!?\'"/\\-_(){}[]<>#%éßſKçñ中文字日本語のカ한글абвАБאבعربहिं🙂👩🏽',
  ...[
    "'s",
    "'T",
    "'re",
    "'LL",
    "'ſ",
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u3000',
    '\ufeff',
    '\u200d',
    'e\u0301',
    '\ud83d',
    'ǅ',
    'ʰ',
    '½',
    '٣',
  ],
]

/** The same texts in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* texts(count: number): Iterable<string> {
  let seed = 7
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  for (let i = 0; i < count; i++)
    yield Array.from({ length: 1 + next(60) }, () => {
      const one = alphabet[next(alphabet.length)]!
      return next(4) === 0 ? one.repeat(1 + next(5)) : one
    }).join('')
}

const written = [
  ...['README.md', 'package.json', 'core/session.ts', 'core/tokens/families.ts', 'l10n/bundle.l10n.json'].map(read),
  'the quick brown fox '.repeat(200),
  'x'.repeat(300),
  '    \n\n\t\t  \r\n   end  ',
  '東京都は日本の首都です。'.repeat(20),
]

describe('counting by pairs of bytes', () => {
  it.each(encodings)('counts as tiktoken does: %s', (encoding) => {
    const known = vocabulary(encoding)
    const tiktoken = new Tiktoken(known.bpe_ranks, {}, known.pat_str)
    const count = createEncoder(known)
    const all = [...written, ...texts(3000)]
    const differing = all.filter((text) => count(text) !== tiktoken.encode_ordinary(text).length)
    tiktoken.free()
    expect(differing).toEqual([])
  })

  it('refuses ranks it would read wrong', () => {
    expect(() => createEncoder({ pat_str: '.', bpe_ranks: '! 5 IQ==' })).toThrow('do not begin at 0')
  })
})
