// https://aws.amazon.com/s3/pricing/, https://aws.amazon.com/ebs/pricing/ and others: the feeds those pages are drawn from.
// AWS does not document them, so anything that is not as it was is refused.
import * as z from 'zod/mini'
import { awsLocations } from '../aws-locations.ts'
import { type PageFeed, pageFeeds } from '../aws-page-items.ts'
import { pageJson } from '../page-json.ts'
import type { Mapped, PriceRow, PriceSource, PriceSourceExample } from '../source.ts'

const feed = z.object({
  manifest: z.object({
    hawkFilePublicationDate: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT/)),
    currencyCode: z.optional(z.literal('USD')),
  }),
  /** Place → item → price in USD, as text. */
  regions: z.record(z.string(), z.record(z.string(), z.object({ price: z.optional(z.string()) }))),
})

/** Everything is sold here: an item a feed lacks has another name now. */
const home = 'US East (N. Virginia)'
const amount = /^-?\d+(\.\d+)?$/
const exact = (usd: number) => Number(usd.toPrecision(10))

function rowOf([is, service, ...rest]: PageFeed['items'][string], region: string, price: number): PriceRow {
  const where = { cloud: 'aws', service, region } as const
  if (is === 'storage') {
    const [name, part, times = 1] = rest as [string, 'storage' | 'retrieval' | 'put' | 'get', number?]
    return { is, ...where, class: name, part, usd: exact(price * times) }
  }
  const [item, unit, per = 1, times = 1] = rest as [string, string, number?, number?]
  return { is, ...where, item, unit, per, usd: exact(price * times) }
}

function rows(body: string, { items, mayLack = [] }: PageFeed): Mapped {
  const json = pageJson(feed, body)
  if (json.is === 'new-shape') return json
  const { regions, manifest } = json.value
  const needed = Object.keys(items).filter((item) => !mayLack.includes(item))
  const missing = needed.find((item) => regions[home]?.[item]?.price === undefined)
  if (missing !== undefined) return { is: 'new-shape', what: missing }
  const all: PriceRow[] = []
  for (const [place, prices] of Object.entries(regions)) {
    const region = Object.hasOwn(awsLocations, place) ? awsLocations[place] : undefined
    if (region === undefined) continue
    for (const [item, meaning] of Object.entries(items)) {
      const price = prices[item]?.price
      if (price === undefined) continue
      if (!amount.test(price)) return { is: 'new-shape', what: `${place}, ${item}` }
      // $0 stands for what is not sold there, or is free: neither is a price to bill by
      if (Number(price) !== 0) all.push(rowOf(meaning, region, Number(price)))
    }
  }
  return { is: 'rows', rows: all, published: manifest.hawkFilePublicationDate.slice(0, 10) }
}

export const source: PriceSource = {
  id: 'aws-pages',
  name: 'AWS price pages',
  base: 'https://b0.p.awsstatic.com',
  hosts: ['b0.p.awsstatic.com'],
  licence: 'public feeds of Amazon Web Services; prices are facts',
  byRegion: false,
  parts: Object.keys(pageFeeds),
  maxBytes: 50_000_000,
  covers: {},
  async *pages(part, io) {
    const answer = await io.get(`/pricing/2.0/meteredUnitMaps/${pageFeeds[part]!.path}`)
    if (answer !== undefined) yield { body: await answer.text(), at: answer.at }
  },
  rows: ({ body }, part) => rows(body, pageFeeds[part] ?? { path: '', items: {} }),
}

const at = '2026-11-20T06:00:00.000Z'
const page = (regions: object, manifest: object = { hawkFilePublicationDate: '2026-11-18T20:59:55Z' }) => ({
  at,
  body: JSON.stringify({ manifest, sets: {}, regions }),
})
const rate = (price: string) => ({ rateCode: 'AAAABBBBCCCCDDDD.JRTCKXETXF.6YS6EN2CT7', price })
const lambda = {
  'Lambda Requests': rate('0.0000002000'),
  'Lambda Duration': rate('0.0000166667'),
  'Lambda Duration-ARM': rate('0.0000133334'),
  'Lambda Storage-Duration': rate('0.0000000309'),
}
const deep = (price: string) => ({ 'Glacier Deep Archive GB Mo': rate(price) })

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'a class in every region that is known by its place; other items make no row',
    region: 's3glacierdeeparchive',
    page: page({
      [home]: { ...deep('0.0009900000'), 'Early Delete': rate('0.0009900000') },
      'EU (Frankfurt)': deep('0.0018000000'),
      'Moon (Mare Imbrium)': deep('0.0040000000'),
    }),
    makes: {
      is: 'rows',
      published: '2026-11-18',
      rows: [['us-east-1', 0.00099] as const, ['eu-central-1', 0.0018] as const].map(([region, usd]) => ({
        is: 'storage',
        cloud: 'aws',
        service: 's3',
        region,
        class: 'DEEP_ARCHIVE',
        part: 'storage',
        usd,
      })),
    },
  },
  {
    name: 'requests by the million and seconds of memory',
    region: 'lambda',
    page: page({ [home]: lambda, 'Africa (Cape Town)': { 'Lambda Duration': rate('0.0000221000') } }),
    makes: {
      is: 'rows',
      published: '2026-11-18',
      rows: [
        ['us-east-1', 'requests', 'request', 1_000_000, 0.2] as const,
        ['us-east-1', 'x86 duration first 6B GB-s', 'GB-second', 1, 0.0000166667] as const,
        ['us-east-1', 'arm64 duration first 7.5B', 'GB-second', 1, 0.0000133334] as const,
        ['us-east-1', 'ephemeral storage above 512 MB', 'GB-second', 1, 0.0000000309] as const,
        ['af-south-1', 'x86 duration first 6B GB-s', 'GB-second', 1, 0.0000221] as const,
      ].map(([region, item, unit, per, usd]) => ({
        is: 'service',
        cloud: 'aws',
        service: 'lambda',
        region,
        item,
        unit,
        per,
        usd,
      })),
    },
  },
  {
    name: 'a feed that calls one of the items something else is of a new shape',
    region: 'lambda',
    page: page({ [home]: { ...lambda, 'Lambda Duration': undefined, 'Lambda Time': rate('0.0000166667') } }),
    makes: { is: 'new-shape', what: 'Lambda Duration' },
  },
  {
    name: 'so is one in another currency',
    region: 's3glacierdeeparchive',
    page: page({ [home]: deep('0.00099') }, { hawkFilePublicationDate: '2026-11-18T20:59:55Z', currencyCode: 'EUR' }),
    makes: { is: 'new-shape', what: 'manifest.currencyCode' },
  },
  {
    name: 'and one whose price is no number',
    region: 's3glacierdeeparchive',
    page: page({ [home]: deep('0.00099'), 'EU (Paris)': deep('on request') }),
    makes: { is: 'new-shape', what: 'EU (Paris), Glacier Deep Archive GB Mo' },
  },
]
