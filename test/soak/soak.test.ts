import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { endure } from './endure.ts'
import { damage, seeded } from './mutate.ts'
import { sampleSources } from './sources.ts'

it('analyses damaged files without a crash, a wrong span or an amount that is no number', async () => {
  const sources = sampleSources()
  expect(sources.length).toBeGreaterThan(7)
  const seeds = Array.from({ length: 40 }, (_, i) => i + 1)
  expect(await endure(sources, seeds, { prices: loadPriceBook(), tokens: await loadTokenCounter() })).toEqual([])
}, 120_000)

it('damages the same way for the same seed, and differently for another', () => {
  const text = 'client.messages.create(model="claude-haiku-4-5", max_tokens=10)\n'.repeat(5)
  expect(damage(text, seeded(7))).toBe(damage(text, seeded(7)))
  expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => damage(text, seeded(seed)))).size).toBeGreaterThan(4)
})
