// https://github.com/Cyclenerd/google-cloud-pricing-cost-calculator: Google's list, read weekly from the Cloud Billing Catalog
import type { InstanceRow, PriceSource, PriceSourceExample } from '../source.ts'

/** Lines of `compute.instance.<type>`; the whole file is above 4 MB of YAML, so it is read one type at a time. */
const typeLine = /^ {4}([a-z0-9-]+):$/
const regionLine = /^ {8}([a-z0-9-]+):$/
const priceLine = /^ {10}(hour|hour_spot): (\S+)$/
const timestampLine = /^ {2}timestamp: (\d+)$/

function published(body: string): string | undefined {
  const seconds = body.match(/^ {2}timestamp: (\d+)$/m)?.[1]
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
}

export const source: PriceSource = {
  id: 'google-list',
  name: 'Google Cloud Pricing Cost Calculator',
  base: 'https://raw.githubusercontent.com',
  hosts: ['raw.githubusercontent.com'],
  licence: 'Apache-2.0',
  byRegion: false,
  maxBytes: 60_000_000,
  covers: { cloud: 'gcp', purchase: ['on-demand', 'spot'] },
  async *pages(_region, io) {
    const feed = await io.get('/Cyclenerd/google-cloud-pricing-cost-calculator/master/pricing.yml')
    if (feed === undefined) return
    let section = ''
    let held: string[] = []
    for await (const line of feed.lines()) {
      if (timestampLine.test(line)) yield { body: line, at: feed.at }
      const opened = line.match(/^( {0,2})([a-z_-]+):$/)
      if (opened) section = opened[1] === '' ? opened[2]! : `${section.split('.')[0]}.${opened[2]}`
      const ends = opened !== null || typeLine.test(line)
      if (ends && held.length > 0) {
        yield { body: held.join('\n'), at: feed.at }
        held = []
      }
      if (section === 'compute.instance' && !opened) held.push(line)
    }
    if (held.length > 0) yield { body: held.join('\n'), at: feed.at }
  },
  rows({ body }) {
    const date = published(body)
    const rows: InstanceRow[] = []
    let [type, region] = ['', '']
    for (const line of body.split('\n')) {
      type = line.match(typeLine)?.[1] ?? type
      region = line.match(regionLine)?.[1] ?? region
      const price = line.match(priceLine)
      if (!price || type === '' || region === '') continue
      const purchase = price[1] === 'hour' ? 'on-demand' : 'spot'
      // 0 stands for a type that is not sold this way there
      if (Number(price[2]) !== 0)
        rows.push({ is: 'instance', cloud: 'gcp', type, region, purchase, usd: Number(price[2]) })
    }
    return { is: 'rows', rows, ...(date === undefined ? {} : { published: date }) }
  },
}

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'a machine type: its hour on demand and on spot in each region, not its month nor its commitments',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: `    a2-highgpu-1g:
      a100: 1
      cost:
        europe-west4:
          hour: 3.747972
          hour_spot: 1.44587
          month: 2736.01956
          month_1y: 1723.67281
        us-central1:
          hour: 3.673385
          hour_spot: 0
          month: 2681.57105
      cpu: 12
      ram: 85`,
    },
    makes: {
      is: 'rows',
      rows: [
        {
          is: 'instance',
          cloud: 'gcp',
          type: 'a2-highgpu-1g',
          region: 'europe-west4',
          purchase: 'on-demand',
          usd: 3.747972,
        },
        {
          is: 'instance',
          cloud: 'gcp',
          type: 'a2-highgpu-1g',
          region: 'europe-west4',
          purchase: 'spot',
          usd: 1.44587,
        },
        {
          is: 'instance',
          cloud: 'gcp',
          type: 'a2-highgpu-1g',
          region: 'us-central1',
          purchase: 'on-demand',
          usd: 3.673385,
        },
      ],
    },
  },
  {
    name: 'the line that dates the list',
    page: { at: '2026-11-20T06:00:00.000Z', body: '  timestamp: 1794873600' },
    makes: { is: 'rows', rows: [], published: '2026-11-17' },
  },
]
