import { expect, it } from 'vitest'
import { newestMajor } from './version-constraint.ts'

it.each([
  ['20.8.5', 20],
  ['= v19.0.0', 19],
  ['~> 20.0', 20],
  ['~> 20.8.1', 20],
  ['~> 19', 21],
  ['>= 18.0, < 21.0', 20],
  ['>= 18.0, < 20.5.1', 20],
  ['> 18.2, != 21.0.1', 21],
  ['<= 19.0.0', 19],
  ['< 19.0.0', 18],
  ['21.0.0-beta1', 21],
  ['<17.0', undefined],
  ['>= 22.0', undefined],
  ['~> 17.24', undefined],
  ['>= 20.0, < 19.0', undefined],
  ['latest', undefined],
  ['', undefined],
])('the newest of versions 18 to 21 that "%s" lets in is %s', (constraint, major) => {
  expect(newestMajor(constraint, 18, 21)).toBe(major)
})
