import { describe, expect, test } from 'vitest'
import type { CostedSite, ModuleCost } from '../types.ts'
import { callersLabel } from './callers.ts'
import { moduleLabel, moduleMarkdown } from './module-cost.ts'

const exactly = (usd: number) => ({ low: usd, likely: usd, high: usd })
const cost: ModuleCost = {
  address: 'module.train',
  location: { file: 'main.tf', span: [0, 1] },
  usd: exactly(412.6),
  resources: 3,
  open: 0,
  largest: [{ address: 'module.train.aws_instance.gpu["a|b"]', usd: exactly(400) }],
  callers: 1,
}

describe('the line of a module call', () => {
  test.each<[string, Partial<ModuleCost>, string | undefined]>([
    ['says the sum and how many resources it is of', {}, '$412.60/mo, 3 resources'],
    ['says where something is left out', { open: 1 }, '$412.60/mo + more, 3 resources'],
    [
      'says the range over several callers',
      { callers: 2, usd: { low: 7.59, likely: 34, high: 60.74 } },
      '$7.59 to $60.74/mo',
    ],
    ['says that an amount is wide', { usd: { low: 100, likely: 200, high: 300 } }, '≈ $200.00/mo, 3 resources'],
    ['says that nothing is known', { usd: undefined }, 'cost unknown'],
    ['says that it was not read', { missing: 'missing-module', usd: undefined, resources: 0 }, 'module not read'],
    ['is silent where nothing is billed', { resources: 0, usd: undefined }, undefined],
  ])('%s', (_, change, label) => expect(moduleLabel({ ...cost, ...change })).toBe(label))
})

test('hovering tells the dearest resources, and what is left out', () => {
  expect(moduleMarkdown({ ...cost, open: 1 })).toBe(
    [
      '**Module `module.train`: $412.60 a month** for 3 resources',
      'Of 3 resources, 1 has a part that is not known.',
      '| Dearest | a month |\n| :-- | --: |\n| `module.train.aws_instance.gpu["a\\|b"]` | &nbsp;&nbsp;$400.00 |',
    ].join('\n\n'),
  )
  expect(moduleMarkdown({ ...cost, missing: 'missing-module' })).toBe(
    '**Module `module.train`** is not read: in a module that is not there.',
  )
})

describe('a block of a module with several callers', () => {
  const site = (address: string, usd: number | undefined, root = '') =>
    ({
      site: { kind: 'resource', module: { address, file: 'main.tf', line: 1 }, readFrom: { root } },
      estimate: { usd: usd === undefined ? undefined : exactly(usd), status: usd === undefined ? 'unknown' : 'priced' },
    }) as unknown as CostedSite

  test('shows the least and the most, since nobody pays the sum', () => {
    expect(callersLabel([site('module.dev', 7.59), site('module.prod', 60.74)])).toBe('$7.59 to $60.74/mo')
    expect(callersLabel([site('module.a', 5, 'dev'), site('module.a', undefined, 'prod')])).toBe('$5.00/mo + more')
  })

  test('instances of one call are one caller', () => {
    expect(callersLabel([site('module.a["x"]', 1), site('module.a["y"]', 2)])).toBeUndefined()
  })
})
