import { expect, test } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Provider } from '../types.ts'
import { newerModels } from './newer.ts'

const book = loadPriceBook(undefined, '2026-11-22')
const newer = (provider: Provider, id: string) => newerModels(book, book.model(provider, id)!).map((model) => model.id)

test('later models of the line, newest first, each once', () => {
  const opus = newer('anthropic', 'claude-opus-4-1')
  expect(opus).toContain('claude-opus-4-5')
  expect(opus.indexOf('claude-opus-4-8')).toBeLessThan(opus.indexOf('claude-opus-4-5'))
  expect(new Set(opus).size).toBe(opus.length)
  expect(opus.every((id) => id.startsWith('claude-opus'))).toBe(true)
})

test('GPT-4o comes before GPT-4.1, and a mini is no successor of a large one', () => {
  expect(newer('azure-openai', 'gpt-4o')).toContain('gpt-4.1')
  expect(newer('azure-openai', 'gpt-4.1')).not.toContain('gpt-4o')
  expect(newer('azure-openai', 'gpt-4o').some((id) => id.includes('mini'))).toBe(false)
})

test('none that goes on a day that is known: OpenAI takes GPT-4.1 away with GPT-4o', () => {
  expect(newer('openai', 'gpt-4o')).not.toContain('gpt-4.1')
  expect(newer('openai', 'gpt-4o')).toContain('gpt-5.4')
})

test('on Bedrock the profile stays', () => {
  const ids = newer('bedrock', 'us.anthropic.claude-sonnet-4-20250514-v1:0')
  expect(ids.length).toBeGreaterThan(0)
  expect(ids.every((id) => id.startsWith('us.anthropic.claude-sonnet'))).toBe(true)
})

test('a name without a line has none', () => {
  expect(newer('openai', 'o3')).toEqual([])
})
