import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Cloud, Provider } from '../types.ts'
import type { RateId } from './book.ts'
import type { Manifest } from './create.ts'

const folder = new URL('./snapshot/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest
const book = loadPriceBook()

describe('the committed snapshot', () => {
  it.each(Object.entries(manifest.files))(
    '%s is the file the manifest describes',
    (name, { sha256, bytes, committed }) => {
      const file = new URL(`${name}.br`, folder)
      const content = brotliDecompressSync(readFileSync(file))
      expect({
        sha256: createHash('sha256').update(content).digest('hex'),
        bytes: content.length,
        committed: statSync(file).size,
      }).toEqual({ sha256, bytes, committed })
    },
  )

  it('lost no price, and moved none by more than 0.05 %', () => {
    expect(manifest.roundTrip).toMatchObject({ onDemand: 99_514, spot: 64_356, hosted: 39_745, lost: 0 })
    expect(manifest.roundTrip.worst).toBeLessThanOrEqual(0.0005)
  })

  it('stays small enough to ship in an extension', () => {
    const committed = Object.values(manifest.files).map((file) => file.committed)
    expect(committed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(250_000)
  })

  it('names a licence, a date and its rows for every source', () => {
    for (const source of manifest.sources) {
      expect(source.date, source.id).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(source.licence, source.id).not.toBe('')
      expect(source.rows, source.id).toBeGreaterThan(0)
    }
    expect(book.asOf).toBe(
      manifest.sources
        .map((source) => source.date)
        .sort()
        .at(-1),
    )
  })
})

describe('prices known by hand', () => {
  // USD per hour, from the providers' pages
  it.each<[Cloud, string, string, number, number | undefined]>([
    ['aws', 'p4d.24xlarge', 'us-east-1', 21.96, 14.09],
    ['aws', 'p5.48xlarge', 'us-east-1', 55.04, 23.41],
    ['aws', 'g5.xlarge', 'us-east-1', 1.006, 0.609],
    ['aws', 'g6.xlarge', 'us-east-1', 0.805, 0.372],
    ['aws', 'm5.large', 'us-east-1', 0.096, undefined],
    ['aws', 't3.micro', 'us-east-1', 0.0104, undefined],
    ['aws', 'trn1.32xlarge', 'us-east-1', 21.5, 8.01],
    ['gcp', 'a3-highgpu-8g', 'us-central1', 88.49, 50.61],
    ['gcp', 'a2-highgpu-1g', 'us-central1', 3.673, undefined],
    ['gcp', 'a2-ultragpu-1g', 'us-central1', 5.07, 2.76],
    ['azure', 'Standard_D2as_v5', 'eastus', 0.086, undefined],
    ['azure', 'Standard_D2s_v5', 'eastus', 0.096, undefined],
  ])('%s %s in %s: $%d an hour', (cloud, type, region, onDemand, spot) => {
    const price = book.instance(cloud, type, region, 'on-demand')!
    expect(Math.abs(price.usd / onDemand - 1)).toBeLessThan(0.001)
    expect(price).toMatchObject({ per: 1, unit: 'hour', sku: type, region })
    if (spot !== undefined) {
      expect(Math.abs(book.instance(cloud, type, region, 'spot')!.usd / spot - 1)).toBeLessThan(0.002)
    }
  })

  // USD per million tokens, from the providers' pages
  it.each<[Provider, string, Partial<Record<RateId, number>>]>([
    ['openai', 'gpt-4o', { input: 2.5, output: 10, 'cache-read': 1.25, 'batch-input': 1.25, 'batch-output': 5 }],
    ['openai', 'gpt-4o-mini', { input: 0.15, output: 0.6, 'batch-input': 0.075 }],
    ['openai', 'gpt-4.1', { input: 2, output: 8, 'cache-read': 0.5 }],
    ['openai', 'gpt-4.1-mini', { input: 0.4, output: 1.6 }],
    ['openai', 'gpt-5', { input: 1.25, output: 10, 'cache-read': 0.125, 'flex-input': 0.625 }],
    ['openai', 'gpt-5-mini', { input: 0.25, output: 2 }],
    ['openai', 'gpt-5.5', { input: 5, output: 30 }],
    ['openai', 'o3', { input: 2, output: 8 }],
    ['openai', 'text-embedding-3-small', { input: 0.02 }],
    ['openai', 'text-embedding-3-large', { input: 0.13 }],
    [
      'anthropic',
      'claude-sonnet-4-5',
      { input: 3, output: 15, 'cache-read': 0.3, 'cache-write': 3.75, 'cache-write-1h': 6, 'batch-input': 1.5 },
    ],
    ['anthropic', 'claude-haiku-4-5', { input: 1, output: 5, 'batch-input': 0.5, 'batch-output': 2.5 }],
    ['anthropic', 'claude-opus-4-5', { input: 5, output: 25, 'cache-read': 0.5 }],
    ['anthropic', 'claude-opus-5-5', { input: 4, output: 20, 'cache-read': 0.2 }],
    ['google', 'gemini-2.5-flash', { input: 0.3, output: 2.5, 'cache-read': 0.03 }],
    ['google', 'gemini-2.5-pro', { input: 1.25, output: 10 }],
    ['mistral', 'mistral-large-latest', { input: 0.5, output: 1.5 }],
    ['bedrock', 'us.anthropic.claude-haiku-4-5-20251001-v1:0', { input: 1.1, output: 5.5 }],
    ['bedrock', 'global.anthropic.claude-haiku-4-5-20251001-v1:0', { input: 1, output: 5 }],
    ['bedrock', 'amazon.titan-embed-text-v2:0', { input: 0.02 }],
    ['bedrock', 'amazon.nova-lite-v1:0', { input: 0.06, output: 0.24 }],
    ['azure-openai', 'gpt-4o', { input: 2.5, output: 10 }],
  ])('%s %s', (provider, model, rates) => {
    const price = book.model(provider, model)!
    const listed = Object.keys(rates).map((rate) => [rate, price.rates[rate as RateId]?.price.usd])
    expect(Object.fromEntries(listed)).toEqual(rates)
    expect(price.rates.input!.price).toMatchObject({ per: 1_000_000, unit: 'input token' })
  })

  it('has the long-context price of the whole request', () => {
    expect(book.model('openai', 'gpt-5.4')!.rates.input!.tiers.map(({ above, price }) => [above, price.usd])).toEqual([
      [271_999, 5],
    ])
    expect(
      book.model('google', 'gemini-2.5-pro')!.rates.output!.tiers.map(({ above, price }) => [above, price.usd]),
    ).toEqual([[200_000, 15]])
    expect(
      book
        .model('anthropic', 'claude-sonnet-4-5')!
        .rates['batch-input']!.tiers.map(({ above, price }) => [above, price.usd]),
    ).toEqual([[200_000, 3]])
  })

  it('prices storage per GB-month and what is billed beside it', () => {
    expect(book.storage('aws', 'ebs', 'gp3', 'us-east-1')!.storage).toMatchObject({
      usd: 0.08,
      unit: 'GB-month',
      asOf: '2026-09-25',
    })
    expect(book.storage('aws', 'ebs', 'gp2', 'us-east-1')!.storage.usd).toBe(0.1)
    expect(book.service('aws', 'ebs', 'gp3 iops', 'us-east-1')).toMatchObject({
      usd: 0.005,
      per: 1,
      unit: 'IOPS-month',
    })
    expect(book.storage('aws', 's3', 'GLACIER', 'us-east-1')).toMatchObject({
      minDays: 90,
      retrieval: { usd: 0.01 },
      put: { usd: 0.03, per: 1000 },
    })
    expect(book.service('aws', 's3', 'STANDARD_IA transition', 'us-east-1')).toMatchObject({
      usd: 0.01,
      per: 1000,
      unit: 'request',
    })
    // the source has no price of a request to Nearline
    expect(book.storage('gcp', 'gcs', 'NEARLINE', 'us-central1')).toMatchObject({
      storage: { usd: 0.01 },
      put: undefined,
      get: undefined,
    })
  })
})
