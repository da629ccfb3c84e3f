import { expect, it } from 'vitest'
import { chatOverhead } from './overhead.ts'

it.each([
  ['gpt-4o', 4, 3],
  ['claude-sonnet-4-5', 4, 3],
  // Google's page: a prompt of ten tokens of text is billed as eleven.
  ['gemini-2.5-flash', 1, 0],
  ['us.meta.llama3-3-70b-instruct-v1:0', 5, 5],
  ['meta-llama/Llama-3.3-70B-Instruct-Turbo', 5, 5],
])('%s frames a message with %d tokens, and the request with %d', (model, message, request) => {
  const { perMessage, perRequest } = chatOverhead(model)
  expect([perMessage.likely, perRequest.likely]).toEqual([message, request])
})
