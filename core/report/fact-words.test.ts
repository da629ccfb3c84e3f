import { expect, test } from 'vitest'
import { reasonWords } from './fact-words.ts'

test.each([
  ['sizeGiB', 'size (GiB)'],
  ['root.sizeGiB', 'root: size (GiB)'],
  ['disks[1].iops', 'disks 2: IOPS'],
  ['instanceType', 'instance type'],
  ['retentionDays', 'retention (days)'],
  ['maxOutput', 'output limit (tokens)'],
  ['model', 'model'],
])('%s is said as %s', (name, words) => {
  expect(reasonWords(name)).toBe(words)
})

test.each(['calls per month', 'Storage', 't3.micro', 'Instance (m5.large)'])('%s is in words already', (words) => {
  expect(reasonWords(words)).toBe(words)
})
