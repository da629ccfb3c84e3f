// https://aws.amazon.com/ec2/spot/instance-advisor/
import * as z from 'zod/mini'
import { pageJson } from '../page-json.ts'
import type { Page, PriceSource, PriceSourceExample, SpotShareRow } from '../source.ts'

/** Region → operating system → type → saving over on-demand in whole per cents, and the interruption band. */
const advice = z.object({
  spot_advisor: z.record(
    z.string(),
    z.object({
      Linux: z.optional(z.record(z.string(), z.object({ s: z.number(), r: z.number() }))),
    }),
  ),
})

export const source: PriceSource = {
  id: 'aws-spot-advisor',
  name: 'AWS Spot Advisor',
  base: 'https://spot-bid-advisor.s3.amazonaws.com',
  hosts: ['spot-bid-advisor.s3.amazonaws.com'],
  licence: 'public list of Amazon Web Services; prices are facts',
  byRegion: false,
  maxBytes: 20_000_000,
  covers: {}, // shares, of which the snapshot has none
  weak: 'on-demand less the average saving of the last month, in whole per cents',
  async *pages(_region, io) {
    const feed = await io.get('/spot-advisor-data.json')
    if (feed !== undefined) yield { body: await feed.text(), at: feed.at }
  },
  rows({ body }: Page) {
    const json = pageJson(advice, body)
    if (json.is === 'new-shape') return json
    const rows: SpotShareRow[] = []
    for (const [region, { Linux = {} }] of Object.entries(json.value.spot_advisor)) {
      for (const [type, { s: saving, r: interruption }] of Object.entries(Linux)) {
        // 0 stands for no saving and for no data alike
        if (saving !== 0)
          rows.push({ is: 'spot-share', cloud: 'aws', type, region, share: (100 - saving) / 100, interruption })
      }
    }
    return { is: 'rows', rows }
  },
}

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'a saving becomes the share that is left to pay; Windows and a saving of 0 make no row',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: JSON.stringify({
        instance_types: { 'g5.xlarge': { cores: 4, ram_gb: 16, emr: true } },
        ranges: [{ index: 0, label: '<5%', dots: 0, max: 5 }],
        spot_advisor: {
          'us-east-1': {
            Linux: { 'g5.xlarge': { s: 59, r: 3 }, 'p5.48xlarge': { s: 0, r: 4 } },
            Windows: { 'g5.xlarge': { s: 40, r: 3 } },
          },
          'eu-west-1': { Linux: { 'g5.xlarge': { s: 41, r: 2 } } },
        },
      }),
    },
    makes: {
      is: 'rows',
      rows: [
        { is: 'spot-share', cloud: 'aws', type: 'g5.xlarge', region: 'us-east-1', share: 0.41, interruption: 3 },
        { is: 'spot-share', cloud: 'aws', type: 'g5.xlarge', region: 'eu-west-1', share: 0.59, interruption: 2 },
      ],
    },
  },
  {
    name: 'an answer without the advice is of a new shape',
    page: { at: '2026-11-20T06:00:00.000Z', body: '{"regions":{}}' },
    makes: { is: 'new-shape', what: 'spot_advisor' },
  },
]
