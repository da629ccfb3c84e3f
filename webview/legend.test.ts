import { expect, test } from 'vitest'
import { legendBeyondLine } from './legend.ts'

const measure = (text: string) => text.length * 10

test('names that fit one line need no more', () => {
  expect(legendBeyondLine(['EC2', 'S3'], 200, measure)).toBe(0)
  expect(legendBeyondLine([], 200, measure)).toBe(0)
})

test('each name stands whole: what does not fit begins another line', () => {
  // 3 × (100 + 21) and two gaps are 383 pixels
  const names = ['CloudFront', 'CloudWatch', 'Kubernetes']
  expect(legendBeyondLine(names, 383, measure)).toBe(0)
  expect(legendBeyondLine(names, 382, measure)).toBe(24)
  expect(legendBeyondLine(names, 130, measure)).toBe(48)
  expect(legendBeyondLine(names, 20, measure), 'a name wider than all has a line of its own').toBe(48)
})
