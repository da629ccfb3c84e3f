import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { TokenCounter } from '../../core/tokens/counter.ts'
import { changesOf } from './changes.ts'
import { type ProviderServer, startProviders } from './provider-server.ts'
import { fixedText, runSample, textOf } from './sample.ts'
import { samples } from './samples.ts'
import { type Sent, wrongTypes } from './typed.ts'

let prices: PriceBook
let tokens: TokenCounter
let providers: ProviderServer
beforeAll(async () => {
  prices = loadPriceBook()
  tokens = await loadTokenCounter()
  providers = await startProviders()
})
afterAll(() => providers.close())

describe('what arrives at the provider after a fix', () => {
  const sent: Sent[] = []
  const fixed = new Map<string, string>()

  for (const sample of samples)
    it(`${sample.file}: ${sample.rule}`, async () => {
      const asItIs = textOf(sample.file)
      await runSample(sample, asItIs, providers)
      const before = providers.taken()
      const text = await fixedText(sample, asItIs, prices, tokens)
      await runSample(sample, text, providers)
      const after = providers.taken()
      expect(changesOf(before, after)).toEqual(sample.changes)
      sent.push(...[...before, ...after].map((request) => ({ ...request, by: sample.file })))
      fixed.set(sample.file, text)
    })

  it('is of the type the provider publishes, and so is the fixed program', () => {
    expect(fixed.size).toBe(samples.length)
    const programs = new Map([...fixed].filter(([file]) => file.endsWith('.ts')))
    expect(wrongTypes(sent, programs)).toEqual([])
  }, 120_000)

  it('an argument that the provider does not know is told', () => {
    const request = {
      route: 'POST /v1/embeddings',
      by: 'a test',
      body: { model: 'text-embedding-3-small', inputs: 'a' },
    } as const
    expect(wrongTypes([request])).toEqual([expect.stringContaining('\'"inputs"\' does not exist')])
  })
})
