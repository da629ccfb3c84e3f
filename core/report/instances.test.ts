import { expect, it } from 'vitest'
import { exactly } from '../band.ts'
import type { CostedSite, Status } from '../types.ts'
import { dearestFirst, instancesMarkdown } from './instances.ts'

const one = (key: string, usd: number | undefined, status: Status = 'priced'): CostedSite => ({
  site: { kind: 'resource', key } as CostedSite['site'],
  estimate: {
    per: 'month',
    status,
    usd: usd === undefined ? undefined : exactly(usd),
    month: undefined,
    lines: [],
    unknown: [],
    assumed: [],
  },
})

it('tells the resources that one block makes apart, dearest first', () => {
  const sites = [one('m["a"].v', 10), one('m["b"].v', undefined, 'unknown'), one('m["c"].v', 100, 'partial')]
  expect(dearestFirst(sites).map(({ site }) => site.key)).toEqual(['m["c"].v', 'm["a"].v', 'm["b"].v'])
  expect(instancesMarkdown(sites)).toBe(
    [
      '| 3 resources | a month |',
      '| :-- | --: |',
      '| `m["c"].v` | &nbsp;&nbsp;$100.00 + more |',
      '| `m["a"].v` | &nbsp;&nbsp;$10.00 |',
      '| `m["b"].v` | &nbsp;&nbsp;not known |',
    ].join('\n'),
  )
})

it('has nothing to tell apart where there is one, and counts those beyond twelve', () => {
  expect(instancesMarkdown([one('a', 1)])).toBeUndefined()
  const many = Array.from({ length: 15 }, (_, i) => one(`v[${i}]`, i))
  expect(instancesMarkdown(many)).toMatch(/`v\[3\]` \| &nbsp;&nbsp;\$3\.00 \|\n\nAnd 3 more\.$/)
})
