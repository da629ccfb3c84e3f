import { expect, test } from 'vitest'
import { longestAnswerOf } from './longest-answers.ts'

test('an answer of GPT-4 may fill the window', () => {
  expect(longestAnswerOf('openai', 'gpt-4', 4096)).toBe(8192)
  expect(longestAnswerOf('openai', 'gpt-4-0613', 4096)).toBe(8192)
  expect(longestAnswerOf('azure-openai', 'gpt-4-32k', 4096)).toBe(32_768)
})

test('of other models, and of what others sell, the list is believed', () => {
  expect(longestAnswerOf('openai', 'gpt-4-turbo', 4096)).toBe(4096)
  expect(longestAnswerOf('openai', 'gpt-4o', 16_384)).toBe(16_384)
  expect(longestAnswerOf('openrouter', 'openai/gpt-4', 4096)).toBe(4096)
  expect(longestAnswerOf('mistral', 'mistral-tiny', undefined)).toBe(undefined)
})
