import { expect, it } from 'vitest'
import { isExtended } from './supported-versions.ts'

it('a version is in extended support from the day after its standard support ends', () => {
  expect(isExtended('1.33', '2026-07-29')).toBe(false)
  expect(isExtended('1.33', '2026-07-30')).toBe(true)
})

it('older ones than any listed are, newer ones are not, and what is no version is not known', () => {
  expect(isExtended('1.22', '2026-09-23')).toBe(true)
  expect(isExtended('1.40', '2026-09-23')).toBe(false)
  expect(isExtended('latest', '2026-09-23')).toBeUndefined()
})
