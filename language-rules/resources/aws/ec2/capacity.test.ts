import { expect, it } from 'vitest'
import { known, unknown } from '../../../../core/known.ts'
import type { Fact } from '../../../../core/types.ts'
import { capacityOf } from './capacity.ts'

const at = { file: 'main.tf', span: [0, 1] } as const
const is = (value: Fact) => known<Fact>(value, at)
const unsaid = unknown<Fact>('absent')
const open = unknown<Fact>('dynamic', at)

it('from the least to the most, what is asked for the likely number, else the least', () => {
  expect(capacityOf(is(1), is(2), is(5), at)).toEqual({ is: 'range', low: 1, likely: 2, high: 5, at })
  expect(capacityOf(is(1), unsaid, is('5'), at)).toEqual({ is: 'range', low: 1, likely: 1, high: 5, at })
  expect(capacityOf(is(3), unsaid, is(3), at)).toEqual(is(3))
})

it('ends that are not known are what is asked for', () => {
  expect(capacityOf(open, is(2), open, at)).toEqual(is(2))
  expect(capacityOf(is(1), is(2), open, at)).toEqual({ is: 'range', low: 1, likely: 2, high: 2, at })
})

it('none until something asks for it is not known, never 0; none at most is none', () => {
  expect(capacityOf(is(0), unsaid, is(5), at)).toEqual(unknown('dynamic', at))
  expect(capacityOf(is(0), is(0), is(5), at)).toEqual(unknown('dynamic', at))
  expect(capacityOf(is(0), unsaid, is(0), at)).toEqual(is(0))
})

it('what is asked for and not known stays so', () => {
  expect(capacityOf(is(1), open, is(5), at)).toEqual(open)
  expect(capacityOf(unsaid, unsaid, unsaid, at)).toEqual(unsaid)
})
