import { expect, it } from 'vitest'
import { type Mistakes, numberIn, numberOf } from './field.ts'

it('numbers are read as people type them, and nothing else is', () => {
  const typed = ['1500', '1,500', '1.5k', '2M', ' 10 k', '.5', '-1', 'many', '1e5', '']
  expect(typed.map(numberOf)).toEqual([1500, 1500, 1500, 2e6, 1e4, 0.5, undefined, undefined, undefined, undefined])
})

it('what is no number is noted at its field; an empty one is not', () => {
  const mistakes: Mistakes = {}
  const values = { a: '12', b: 'x', c: '', d: '120' }
  expect(['a', 'b', 'c'].map((id) => numberIn(values, id, mistakes))).toEqual([12, undefined, undefined])
  expect(numberIn(values, 'd', mistakes, 100)).toBeUndefined()
  expect(mistakes).toEqual({ b: 'A number of 0 or more, such as 1,500 or 10k', d: 'A number from 0 to 100' })
})
