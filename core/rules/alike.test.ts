import { expect, test } from 'vitest'
import { exactly } from '../band.ts'
import type { Finding } from '../types.ts'
import { oncePerPlace } from './alike.ts'

const location = { file: 'm/main.tf', span: [3, 7] } as const

const finding = (site: string, message: string, saves: number | undefined): Finding => ({
  rule: 'on-demand-gpu',
  site,
  location,
  message,
  severity: 'warning',
  related: [],
  saves: saves === undefined ? undefined : { per: 'month', usd: exactly(saves) },
  unit: undefined,
  fixes: [
    {
      title: 'Rent it as spot',
      safety: 'suggestion',
      edits: [{ file: 'm/main.tf', span: [0, 0], text: 'spot' }],
      before: saves === undefined ? undefined : exactly(saves + 1),
      after: saves === undefined ? undefined : exactly(1),
    },
  ],
})

test('a module that stands there three times alike is told once, with what all of them save', () => {
  const keys = ['module.m["a"].aws_instance.w', 'module.m["b"].aws_instance.w', 'module.m["c"].aws_instance.w']
  const [told, ...others] = oncePerPlace(keys.map((key) => finding(key, '1 × A10G on demand.', 40)))
  expect(others).toEqual([])
  expect(told).toMatchObject({
    site: keys[0],
    message: '1 × A10G on demand. The same holds for 2 more instances of the module.',
    saves: { per: 'month', usd: exactly(120) },
    fixes: [{ title: 'Rent it as spot', before: exactly(123), after: exactly(3) }],
  })
})

test('what is told in other words stays apart, and is as it was', () => {
  const both = [finding('a', '1 × A10G on demand.', 40), finding('b', '8 × H100 on demand.', 900)]
  expect(oncePerPlace(both)).toEqual(both)
})

test('an amount that is not known of one makes no sum of the others', () => {
  const [told] = oncePerPlace([finding('a', 'No limit.', 40), finding('b', 'No limit.', undefined)])
  expect(told?.fixes[0]).toMatchObject({ before: undefined, after: undefined })
})
