import { expect, test } from 'vitest'
import type { Provider } from '../types.ts'
import { isGone, retirementOf, whoSaysRetired } from './retirements.ts'

test('Anthropic’s own page is believed before any list', () => {
  expect(retirementOf('anthropic', 'claude-sonnet-4-20250514', '2026-05-14')).toBe('2026-06-15')
  expect(retirementOf('anthropic', 'claude-opus-4-0', undefined)).toBe('2026-06-15')
  expect(retirementOf('anthropic', 'claude-3-opus-latest', '2026-05-01')).toBe('2026-01-05')
  expect(retirementOf('anthropic', 'claude-3-5-sonnet-20240620', undefined)).toBe('2025-10-28')
})

test('it says nothing of models that are served, nor of those that others serve', () => {
  expect(retirementOf('anthropic', 'claude-sonnet-4-5', undefined)).toBe(undefined)
  expect(retirementOf('anthropic', 'claude-opus-4-8', undefined)).toBe(undefined)
  expect(retirementOf('bedrock', 'us.anthropic.claude-sonnet-4-20250514-v1:0', undefined)).toBe(undefined)
  expect(retirementOf('google', 'gemini-2.0-flash', '2026-06-01')).toBe('2026-06-01')
  expect(retirementOf('mistral', 'mistral-tiny', true)).toBe(true)
})

test('a deployment of Azure is of a version that nobody sees', () => {
  expect(retirementOf('azure-openai', 'text-embedding-3-small', '2026-04-30')).toBe(undefined)
})

test('OpenAI’s and DeepSeek’s own pages are believed where a list has no day', () => {
  expect(retirementOf('openai', 'gpt-4-turbo', undefined)).toBe('2026-10-23')
  expect(retirementOf('openai', 'gpt-3.5-turbo-0125', undefined)).toBe('2026-10-23')
  expect(retirementOf('openai', 'gpt-4o-2024-05-13', undefined)).toBe('2026-10-23')
  expect(retirementOf('openai', 'gpt-4o-2024-08-06', undefined)).toBe('2027-01-14')
  expect(retirementOf('openai', 'gpt-4.1-mini', undefined)).toBe('2027-01-14')
  expect(retirementOf('openai', 'gpt-5-mini', undefined)).toBe('2026-12-11')
  expect(retirementOf('openai', 'gpt-5.4', undefined)).toBe(undefined)
  expect(retirementOf('openai', 'gpt-4o-realtime-preview', undefined)).toBe(undefined)
  expect(retirementOf('deepseek', 'deepseek-chat', undefined)).toBe('2026-07-24')
})

test('gone is what was to go by the day of who says so', () => {
  const gone = (provider: Provider, id: string, listed?: string) =>
    isGone({ provider, id, retired: retirementOf(provider, id, listed) }, '2026-09-23')
  expect(gone('openai', 'gpt-4')).toBe(true)
  expect(gone('openai', 'gpt-4o')).toBe(false)
  expect(gone('google', 'gemini-2.0-flash', '2026-06-01')).toBe(true)
  expect(gone('google', 'gemini-9', '2026-10-01')).toBe(false)
})

test('a message names who says it, and of what day', () => {
  expect(whoSaysRetired('openai', 'gpt-4o', '2026-09-23')).toBe('OpenAI’s own page of 2026-11-05')
  expect(whoSaysRetired('google', 'gemini-2.0-flash', '2026-09-23')).toBe('the price list of 2026-09-23')
})
