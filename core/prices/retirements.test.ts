import { expect, test } from 'vitest'
import { retirementOf } from './retirements.ts'

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
