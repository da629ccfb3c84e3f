import { expect, test } from 'vitest'
import { isAbout, isMeasuring } from './measured-file.ts'

test.each(['evals/judge.py', 'bigcode_eval/tasks/apps.py', 'src/benchmark.ts', 'coding_assistant_eval.ipynb'])(
  '%s measures models, or what is built with them',
  (file) => expect(isMeasuring(file)).toBe(true),
)

test.each(['retrieval/search.py', 'medieval.py', 'src/answer.ts'])('%s does not', (file) =>
  expect(isMeasuring(file)).toBe(false),
)

test('a file named after a model is about it, whoever sells it and of whatever date', () => {
  expect(isAbout('getting-started/intro_gemini_3_5_flash.ipynb', 'gemini-3.5-flash')).toBe(true)
  expect(isAbout('claude-sonnet-4-5.ts', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0')).toBe(true)
  expect(isAbout('answer.py', 'gpt-4o')).toBe(false)
  expect(isAbout('src/o1/answer.py', 'o1')).toBe(false)
})
