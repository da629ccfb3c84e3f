// https://aws.amazon.com/ec2/spot/pricing/: the feed that page is drawn from. It does not say when it was made, so `overlay` marks a
// price that is far from the Spot Advisor's average.
import * as z from 'zod/mini'
import { pageJson } from '../page-json.ts'
import type { InstanceRow, Page, PriceSource, PriceSourceExample } from '../source.ts'

const list = z.object({
  config: z.object({
    rate: z.literal('perhr'),
    regions: z.array(
      z.object({
        region: z.string(),
        instanceTypes: z.array(
          z.object({
            sizes: z.array(
              z.object({
                size: z.string(),
                valueColumns: z.array(z.object({ name: z.string(), prices: z.object({ USD: z.string() }) })),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
})

/** Names from before regions had today's. */
const aliases: Readonly<Record<string, string>> = {
  'us-east': 'us-east-1',
  'us-west': 'us-west-1',
  'eu-ireland': 'eu-west-1',
  'apac-sin': 'ap-southeast-1',
  'apac-syd': 'ap-southeast-2',
  'apac-tokyo': 'ap-northeast-1',
}

/** `callback({…});` */
const wrapped = /^\s*callback\((.*)\);?\s*$/s

export const source: PriceSource = {
  id: 'aws-spot-prices',
  name: 'AWS spot prices',
  base: 'https://spot-price.s3.amazonaws.com',
  hosts: ['spot-price.s3.amazonaws.com'],
  licence: 'public list of Amazon Web Services; prices are facts',
  byRegion: false,
  maxBytes: 20_000_000,
  covers: {}, // it has fewer regions than the snapshot
  async *pages(_region, io) {
    const feed = await io.get('/spot.js')
    if (feed !== undefined) yield { body: await feed.text(), at: feed.at }
  },
  rows({ body }: Page) {
    const json = pageJson(list, body.match(wrapped)?.[1] ?? body)
    if (json.is === 'new-shape') return json
    const rows: InstanceRow[] = []
    for (const { region, instanceTypes } of json.value.config.regions) {
      const where = Object.hasOwn(aliases, region) ? aliases[region]! : region
      for (const { size, valueColumns } of instanceTypes.flatMap(({ sizes }) => sizes)) {
        const price = valueColumns.find(({ name }) => name === 'linux')?.prices.USD
        // `N/A*` where the type is not sold on spot there
        if (price === undefined || price.startsWith('N/A')) continue
        rows.push({ is: 'instance', cloud: 'aws', type: size, region: where, purchase: 'spot', usd: Number(price) })
      }
    }
    return { is: 'rows', rows }
  },
}

const at = '2026-11-20T06:00:00.000Z'
const size = (name: string, linux: string) => ({
  size: name,
  valueColumns: [
    { name: 'linux', prices: { USD: linux } },
    { name: 'mswin', prices: { USD: '0.2' } },
  ],
})
const region = (name: string, sizes: readonly object[]) => ({
  region: name,
  instanceTypes: [{ type: 'generalCurrentGen', sizes }],
})
const spot = (regions: readonly object[]) => ({
  vers: 0.01,
  config: { rate: 'perhr', valueColumns: ['linux', 'mswin'], currencies: ['USD'], regions },
})

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'Linux by type and region, under the name the region has today; what is not sold makes no row',
    page: {
      at,
      body: `callback(${JSON.stringify(
        spot([
          region('us-east', [size('m5.large', '0.0434'), size('p5.48xlarge', 'N/A*')]),
          region('eu-central-1', [size('g5.xlarge', '0.6121')]),
        ]),
      )});`,
    },
    makes: {
      is: 'rows',
      rows: [
        { is: 'instance', cloud: 'aws', type: 'm5.large', region: 'us-east-1', purchase: 'spot', usd: 0.0434 },
        { is: 'instance', cloud: 'aws', type: 'g5.xlarge', region: 'eu-central-1', purchase: 'spot', usd: 0.6121 },
      ],
    },
  },
  {
    name: 'a list by another time than the hour is of a new shape',
    page: { at, body: `callback(${JSON.stringify({ config: { ...spot([]).config, rate: 'permonth' } })});` },
    makes: { is: 'new-shape', what: 'config.rate' },
  },
]
