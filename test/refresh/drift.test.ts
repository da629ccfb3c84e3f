import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { absurd, bundledFigures, drift } from '../../core/prices/drift.ts'
import { source as azure } from '../../core/prices/sources/azure-retail.ts'
import { source as genai } from '../../core/prices/sources/genai-prices.ts'

const prices = (of: Readonly<Record<string, number>>) => new Map(Object.entries(of))

describe('drift', () => {
  const hour = (type: string) => `aws/us-east-1/on-demand/${type}`
  const spot = (type: string) => `aws/us-east-1/spot/${type}`

  it.each([
    ['nothing was known before', {}, { [hour('a')]: 1 }, undefined],
    ['a fifth is gone', { a: 1, b: 1, c: 1, d: 1, e: 1 }, { a: 1, b: 1, c: 1, d: 1 }, undefined],
    ['a price moved by four times', { [hour('a')]: 1 }, { [hour('a')]: 4 }, undefined],
    [
      'a price fell by more than four times',
      { [hour('a')]: 1 },
      { [hour('a')]: 0.2 },
      'its price of aws/us-east-1/on-demand/a moved from $1 to $0.2',
    ],
    [
      'one spot price of three jumped',
      { [spot('a')]: 1, [spot('b')]: 1, [spot('c')]: 1 },
      { [spot('a')]: 9, [spot('b')]: 1.2, [spot('c')]: 0.9 },
      undefined,
    ],
    [
      'two spot prices of three jumped',
      { [spot('a')]: 1, [spot('b')]: 1, [spot('c')]: 1 },
      { [spot('a')]: 9, [spot('b')]: 8, [spot('c')]: 0.9 },
      'half of its spot prices moved by more than 4 times',
    ],
  ])('where %s', (_, before, after, why) => {
    expect(drift(prices(before), prices(after))).toBe(why)
  })
})

it('compares a first reading with the bundled prices of its own things, and with none that is called weak', () => {
  const book = loadPriceBook()
  const eastus = bundledFigures(book, azure, 'eastus')
  expect(eastus.get('azure/eastus/on-demand/Standard_D2s_v5')).toBe(0.096)
  // Azure's bundled spot prices are of 2024
  expect([...eastus.keys()].filter((key) => key.includes('/spot/'))).toEqual([])
  const models = bundledFigures(book, genai, '')
  expect(models.get('openai/gpt-4o/input')).toBe(2.5)
  // under the list's own name, which is one of several ids of the API
  expect(models.get('bedrock/regional.anthropic.claude-haiku-4-5-20251001-v1:0/input')).toBe(1.1)
  expect([...models.keys()].filter((key) => key.startsWith('bedrock/us.'))).toEqual([])
  expect(models.get('fireworks/accounts/fireworks/models/glm-5p2/input')).toBe(1.4)
})

it('knows what no list may say', () => {
  const machine = { is: 'instance', cloud: 'aws', type: 'a', region: 'r', purchase: 'on-demand' } as const
  expect(absurd({ ...machine, usd: 142.4 })).toBeUndefined()
  expect(absurd({ ...machine, usd: -0.1 })).toBe('a in r for $-0.1 an hour')
  expect(absurd({ ...machine, usd: Number.NaN })).toBe('a in r for $NaN an hour')
  expect(absurd({ ...machine, usd: 5000 })).toBe('a in r for $5000 an hour')
  const model = { is: 'model', provider: 'openai', id: 'm' } as const
  expect(absurd({ ...model, rates: { input: [2.5, 271_999, 5] } })).toBeUndefined()
  expect(absurd({ ...model, rates: { input: [2.5, 271_999, -5] } })).toBe('openai m, input, for $-5 per million tokens')
})
