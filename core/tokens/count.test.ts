import { describe, expect, it } from 'vitest'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { createTokenCounter } from './count.ts'
import { estimator } from './estimator.ts'
import { pieces } from './pieces.ts'

const prompt =
  'Answer the question using only the passages below. If the answer is not in them, say that you do not know.'
const german =
  'Beantworte die Frage ausschließlich mit den folgenden Textstellen. Wenn du es nicht weißt, gib das ausdrücklich an.'

describe('counting tokens', () => {
  it('counts OpenAI models with their own encoding', async () => {
    const counter = await loadTokenCounter()
    expect(counter.exact).toBe(true)
    expect(counter.count(prompt, 'gpt-4o')).toEqual({ low: 24, likely: 24, high: 24 })
    expect(counter.method('gpt-4o-mini-2024-07-18')).toBe('o200k_base')
    // 안녕하세요 is 2 tokens in o200k_base and 5 in cl100k_base
    expect(counter.count('안녕하세요', 'gpt-4o').likely).toBe(2)
    expect(counter.count('안녕하세요', 'gpt-4-turbo').likely).toBe(5)
    expect(counter.method('gpt-3.5-turbo')).toBe('cl100k_base')
  })

  it('scales to the tokenizers that are not published, and says by how much', async () => {
    const counter = await loadTokenCounter()
    expect(counter.count(prompt, 'claude-sonnet-4-5')).toEqual({ low: 28, likely: 29, high: 30 })
    expect(counter.method('claude-haiku-4-5-20251001')).toBe('o200k_base × 1.19 (1.15–1.25)')
    expect(counter.count(prompt, 'claude-opus-4-7')).toEqual({ low: 34, likely: 37, high: 40 })
    expect(counter.method('us.anthropic.claude-opus-5-v1:0')).toBe('o200k_base × 1.53 (1.40–1.65)')
    expect(counter.method('gemini-2.5-flash')).toBe('o200k_base × 1.12 (1.00–1.25)')
    expect(counter.method(undefined)).toBe('o200k_base × 1.05 (0.90–1.30)')
  })

  it('widens the band for other languages than English, but not where the encoding is the model’s own', async () => {
    const counter = await loadTokenCounter()
    const tokens = counter.count(german, 'gpt-4o').likely
    expect(counter.count(german, 'gpt-4o').high).toBeLessThanOrEqual(Math.ceil(tokens * 1.01))
    expect(counter.count(german, 'claude-sonnet-4-5')).toEqual({
      low: Math.round(tokens * 0.9),
      likely: Math.round(tokens * 1.19),
      high: Math.round(tokens * 1.7),
    })
  })

  it('counts nothing as nothing, and anything as at least one token', async () => {
    const counter = await loadTokenCounter()
    expect(counter.count('', 'gpt-4o')).toEqual({ low: 0, likely: 0, high: 0 })
    expect(estimator.count('', 'gpt-4o')).toEqual({ low: 0, likely: 0, high: 0 })
    expect(counter.count('a', undefined)).toEqual({ low: 1, likely: 1, high: 1 })
  })

  it('hands the encoder short pieces, each text once, and each encoding is loaded once', () => {
    const seen: string[] = []
    const loaded: string[] = []
    const counter = createTokenCounter((encoding) => {
      loaded.push(encoding)
      return (text) => {
        seen.push(text)
        return text.length
      }
    })
    const text = `${'word '.repeat(2000)}end`
    expect(counter.count(text, 'gpt-4o').likely).toBe(text.length)
    expect(Math.max(...seen.map((piece) => piece.length))).toBeLessThanOrEqual(4096)
    const pieceCount = seen.length
    counter.count(text, 'gpt-5')
    expect(seen).toHaveLength(pieceCount)
    counter.count(text, 'gpt-4')
    expect(loaded).toEqual(['o200k_base', 'cl100k_base'])
  })
})

describe('cutting a text into pieces', () => {
  it('cuts before white space and loses nothing', () => {
    const text = `${'x'.repeat(4000)} ${'y'.repeat(4000)}\n${'z'.repeat(200)}`
    expect(pieces(text).map((piece) => piece.length)).toEqual([4000, 4001, 201])
    expect(pieces(text).join('')).toBe(text)
  })

  it('cuts a word without white space too, never inside a surrogate pair', () => {
    const text = `x${'😀'.repeat(3000)}`
    expect(pieces(text).join('')).toBe(text)
    expect(pieces(text).every((piece) => piece.length <= 4096 && !/[\uD800-\uDBFF]$/.test(piece))).toBe(true)
  })

  it('keeps white space alone from cutting forever', () => {
    expect(pieces(' '.repeat(9000)).join('')).toHaveLength(9000)
    expect(pieces('')).toEqual([])
  })
})

describe('the estimator', () => {
  it('holds the real count within its band and says that it estimates', async () => {
    const counter = await loadTokenCounter()
    const json = JSON.stringify({ name: 'weather', parameters: { type: 'object', required: ['city'] } }, null, 2)
    for (const text of [prompt, german, json]) {
      const band = estimator.count(text, 'gpt-4o')
      const real = counter.count(text, 'gpt-4o').likely
      expect(band.low).toBeLessThanOrEqual(real)
      expect(band.high).toBeGreaterThanOrEqual(real)
    }
    expect(estimator.exact).toBe(false)
    expect(estimator.method('gpt-4o')).toBe('estimate')
    expect(estimator.method('claude-sonnet-4-5')).toBe('estimate × 1.19 (1.15–1.25)')
  })
})
