import { expect, it } from 'vitest'
import type { FreeTier } from '../free-tier.ts'
import type { Band, CostedSite, Estimate, Line, Resource } from '../types.ts'
import { withFreeTiers } from './free-tiers.ts'

const band = (low: number, likely = low, high = likely): Band => ({ low, likely, high })

const tier: FreeTier = {
  cloud: 'aws',
  what: 'requests of queues',
  quantity: 100,
  holder: 'payer account',
  lines: [{ sku: 'queue requests', unit: 'request' }],
  page: 'https://example.com/queues',
  asOf: '2026-11-22',
}

/** Each request costs $2. */
function requests(quantity: Band | undefined, region = 'here'): Line {
  const price = { usd: 2, per: 1, unit: 'request', sku: 'queue requests', region, source: 'list', asOf: '2026-01-01' }
  const line = { label: 'Requests', unit: 'request', quantity, unitUsd: band(2), prices: [price] }
  return quantity
    ? { ...line, usd: band(quantity.low * 2, quantity.likely * 2, quantity.high * 2) }
    : { ...line, usd: undefined, why: 'usage' }
}

function queue(key: string, lines: readonly Line[], file = 'main.tf', start = 0): CostedSite {
  const site = { kind: 'resource', key, cloud: 'aws', shape: {}, location: { file, span: [start, start + 1] } }
  const usd = lines[0]?.usd
  const estimate: Estimate = {
    per: 'month',
    status: usd ? 'priced' : 'partial',
    usd,
    month: undefined,
    lines,
    unknown: usd ? [] : [{ what: 'Requests', why: 'usage' }],
    assumed: [],
  }
  return { site: site as unknown as Resource, estimate }
}

/** By key: what is left to pay of each line, and the month. */
function paid(sites: readonly CostedSite[], tiers: readonly FreeTier[] = [tier]) {
  const lowered = withFreeTiers(sites, tiers)
  return Object.fromEntries(
    sites.map((costed) => {
      const { site, estimate } = lowered.get(costed) ?? costed
      return [site.key, [estimate.lines.map(({ quantity }) => quantity), estimate.usd]]
    }),
  )
}

it('what is within the allowance comes to 0 and says so, is priced and not free, and names whose allowance it is', () => {
  const costed = queue('a', [requests(band(60))])
  const after = withFreeTiers([costed], [tier]).get(costed)!
  expect(after.site).toBe(costed.site)
  expect(after.estimate).toEqual({
    ...costed.estimate,
    status: 'priced',
    usd: band(0),
    lines: [
      {
        ...costed.estimate.lines[0],
        quantity: band(0),
        usd: band(0),
        free: {
          used: band(60),
          tier: 'the first 100 requests of queues a month of a payer account',
          source: 'https://example.com/queues',
          asOf: '2026-11-22',
        },
      },
    ],
    assumed: [
      {
        what: 'free tier',
        value: "all of the first 100 requests of queues a month of a payer account is this root's",
        from: 'https://example.com/queues',
      },
    ],
  })
})

it('an allowance is taken once, in the order of files and places, whatever the order they come in: 60 and 40 of 70', () => {
  const sites = [
    queue('late', [requests(band(5))], 'z.tf'),
    queue('second', [requests(band(70))], 'main.tf', 50),
    queue('first', [requests(band(60))], 'main.tf', 10),
  ]
  expect(paid(sites)).toEqual({
    first: [[band(0)], band(0)],
    second: [[band(30)], band(60)],
    late: [[band(5)], band(10)],
  })
})

it('a site that nothing is left for is the same object', () => {
  const sites = [queue('a', [requests(band(100))]), queue('b', [requests(band(1))], 'main.tf', 5)]
  expect([...withFreeTiers(sites, [tier]).keys()]).toEqual([sites[0]])
})

it('a range is lowered at both ends, and what one end leaves is the next line’s at that end: 80 of 300, and 20 or none of 50', () => {
  expect(paid([queue('a', [requests(band(80, 90, 300)), requests(band(50))])])).toEqual({
    a: [[band(0, 0, 200), band(30, 40, 50)], band(60, 80, 500)],
  })
})

it('use that nobody told stays a unit price, and takes nothing', () => {
  const sites = [queue('open', [requests(undefined)]), queue('told', [requests(band(120))], 'main.tf', 5)]
  expect(paid(sites)).toEqual({ open: [[undefined], undefined], told: [[band(20)], band(40)] })
  expect(withFreeTiers(sites, [tier]).has(sites[0]!)).toBe(false)
})

it('is had in each region where the provider gives it so, else once for all', () => {
  const sites = [queue('a', [requests(band(100))]), queue('b', [requests(band(100), 'there')], 'main.tf', 5)]
  expect(paid(sites)).toEqual({ a: [[band(0)], band(0)], b: [[band(100)], band(200)] })
  expect(paid(sites, [{ ...tier, inEachRegion: true }])).toEqual({ a: [[band(0)], band(0)], b: [[band(0)], band(0)] })
  expect(paid(sites, [{ ...tier, regions: /^there$/ }])).toEqual({
    a: [[band(100)], band(200)],
    b: [[band(0)], band(0)],
  })
})

it('another unit, label, definition, fact or cloud is not what is free', () => {
  const [lines] = tier.lines
  const others: readonly Partial<FreeTier>[] = [
    { lines: [{ ...lines!, unit: 'GB' }] },
    { lines: [{ ...lines!, label: /^Writes/ }] },
    { lines: [{ ...lines!, definitions: ['aws/topic'] }] },
    { lines: [{ ...lines!, facts: { fifo: true } }] },
    { cloud: 'azure' },
  ]
  const sites = [queue('a', [requests(band(10))])]
  expect(others.map((other) => withFreeTiers(sites, [{ ...tier, ...other }]).size)).toEqual([0, 0, 0, 0, 0])
})

it('what only one resource of an account has is the first’s, all of it, and no two instances’ of one block', () => {
  const single = [
    { ...tier, one: 'queue' },
    { ...tier, what: 'letters of queues', one: 'queue', lines: [{ ...tier.lines[0]!, label: /^Letters/ }] },
  ]
  const letters = { ...requests(band(30)), label: 'Letters' }
  const of = (count: number, costed: CostedSite) =>
    ({ ...costed, site: { ...costed.site, count: { is: 'known', value: count } } }) as CostedSite
  const first = queue('first', [requests(band(10))], 'main.tf', 1)
  const second = queue('second', [requests(band(10)), letters], 'main.tf', 2)
  expect(paid([of(1, first), of(1, second)], single)).toEqual({
    first: [[band(0)], band(0)],
    second: [[band(10), band(30)], band(20)],
  })
  expect(withFreeTiers([of(2, first)], single).size).toBe(0)
})

it('is counted in its own unit: 1 unit of capacity is 730 unit-hours', () => {
  const hours = { ...tier, quantity: 1, lines: [{ ...tier.lines[0]!, each: 730 }] }
  expect(paid([queue('a', [requests(band(700))]), queue('b', [requests(band(100))], 'main.tf', 5)], [hours])).toEqual({
    a: [[band(0)], band(0)],
    b: [
      [expect.objectContaining({ likely: expect.closeTo(70, 9) })],
      expect.objectContaining({ likely: expect.closeTo(140, 9) }),
    ],
  })
})

it('what comes to the same again is the same object', () => {
  const sites = [queue('a', [requests(band(60))]), queue('b', [requests(band(70))], 'main.tf', 5)]
  const more = queue('c', [requests(band(1))], 'main.tf', 2)
  const [before, again, after] = [sites, sites, [...sites, more]].map((all) => withFreeTiers(all, [tier]))
  expect(again!.get(sites[1]!)).toBe(before!.get(sites[1]!))
  expect(after!.get(sites[0]!)).toBe(before!.get(sites[0]!))
  expect(after!.get(sites[1]!)?.estimate.lines[0]?.quantity).toEqual(band(31))
})
