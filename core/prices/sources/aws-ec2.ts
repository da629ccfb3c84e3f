// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html
import type { InstanceRow, Page, PriceSource, PriceSourceExample } from '../source.ts'

/** What a row must say to be the Linux list price. Without the market option p5 gives its Capacity Block price. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  TermType: ['OnDemand'],
  Unit: ['Hrs'],
  Currency: ['USD'],
  'Product Family': ['Compute Instance', 'Compute Instance (bare metal)'],
  'Location Type': ['AWS Region'],
  'Operating System': ['Linux'],
  'Pre Installed S/W': ['NA'],
  'License Model': ['No License required'],
  Tenancy: ['Shared'],
  CapacityStatus: ['Used'],
  MarketOption: ['OnDemand'],
}
/** Newer than the rest of the file's columns: lists without it are read too. */
const optional = 'MarketOption'
const needed = [
  ...Object.keys(wanted).filter((name) => name !== optional),
  'Instance Type',
  'Region Code',
  'PricePerUnit',
]

/** Cells of one line: all are quoted, a quote inside is doubled, none holds a line end. */
const cellsOf = (line: string): readonly string[] =>
  line.startsWith('"') && line.endsWith('"') ? line.slice(1, -1).replaceAll('""', '\u0000').split('","') : []

const isHead = (line: string) => line.startsWith('"SKU",')
/** Most of a file's lines are reservations and Windows: not worth cutting into cells. */
const mayCount = (line: string) => line.includes('"OnDemand"') && line.includes('"Linux"')
const linesPerPage = 500

export const source: PriceSource = {
  id: 'aws-ec2',
  name: 'AWS Price List',
  base: 'https://pricing.us-east-1.amazonaws.com',
  hosts: ['pricing.us-east-1.amazonaws.com'],
  licence: 'public list of Amazon Web Services; prices are facts',
  byRegion: true,
  maxBytes: 1_500_000_000, // eu-central-1 was 280 MB in 2026-09
  covers: { cloud: 'aws', purchase: ['on-demand'] },
  async *pages(region, io) {
    const feed = await io.get(`/offers/v1.0/aws/AmazonEC2/current/${encodeURIComponent(region)}/index.csv`)
    if (feed === undefined) return
    const top: string[] = []
    let held: string[] = []
    const page = (): Page => ({ body: [...top, ...held].join('\n'), at: feed.at })
    for await (const line of feed.lines()) {
      if (top.length < 20 && !top.some(isHead)) top.push(line)
      else if (mayCount(line)) held.push(line)
      if (held.length < linesPerPage) continue
      yield page()
      held = []
    }
    yield page()
  },
  rows({ body }, region) {
    const lines = body.split('\n')
    const at = lines.findIndex(isHead)
    const head = cellsOf(lines[at] ?? '')
    const missing = needed.find((name) => !head.includes(name))
    if (missing !== undefined) return { is: 'new-shape', what: missing }
    const filters = Object.entries(wanted)
      .map(([name, values]) => [head.indexOf(name), values] as const)
      .filter(([column]) => column >= 0)
    const [type, code, price] = ['Instance Type', 'Region Code', 'PricePerUnit'].map((name) => head.indexOf(name))
    const rows: InstanceRow[] = []
    for (const line of lines.slice(at + 1)) {
      const cells = cellsOf(line)
      const counts =
        cells.length === head.length &&
        cells[code!] === region &&
        filters.every(([column, values]) => values.includes(cells[column]!))
      const usd = Number(cells[price!])
      // $0 rows are of the software's vendor or of a reservation already paid
      if (counts && usd !== 0)
        rows.push({ is: 'instance', cloud: 'aws', type: cells[type!]!, region, purchase: 'on-demand', usd })
    }
    const date = lines
      .slice(0, at)
      .map(cellsOf)
      .find(([name]) => name === 'Publication Date')?.[1]
    return { is: 'rows', rows, ...(date === undefined ? {} : { published: date.slice(0, 10) }) }
  },
}

const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => `"${row.join('","')}"`).join('\n')
const top = [
  ['FormatVersion', 'v1.0'],
  ['Disclaimer', 'This pricing list is for informational purposes only.'],
  ['Publication Date', '2026-11-18T20:59:55Z'],
  ['Version', '20261118205955'],
  ['OfferCode', 'AmazonEC2'],
]
const head = ['SKU', ...needed, optional]
const values: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(wanted).map(([name, [first]]) => [name, first!])),
  SKU: 'AAAABBBBCCCCDDDD',
  'Instance Type': 'm5.large',
  'Region Code': 'eu-central-1',
  PricePerUnit: '0.1150000000',
}
const row = (changed: Readonly<Record<string, string>>) => head.map((name) => ({ ...values, ...changed })[name]!)

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'of the rows that carry one type, the one of Linux, shared, unused by a reservation, at list price',
    region: 'eu-central-1',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: csv([
        ...top,
        head,
        row({}),
        row({ 'Operating System': 'Windows', PricePerUnit: '0.2070000000' }),
        row({ Tenancy: 'Dedicated', PricePerUnit: '0.1220000000' }),
        row({ 'Pre Installed S/W': 'SQL Std', PricePerUnit: '0.5950000000' }),
        row({ CapacityStatus: 'AllocatedCapacityReservation', PricePerUnit: '0.0000000000' }),
        row({ TermType: 'Reserved', PricePerUnit: '0.0720000000' }),
        row({ MarketOption: 'CapacityBlock', PricePerUnit: '0.0310000000' }),
        row({ 'Location Type': 'AWS Local Zone', PricePerUnit: '0.1380000000' }),
        row({
          'Instance Type': 'm5.metal',
          'Product Family': 'Compute Instance (bare metal)',
          PricePerUnit: '5.5200000000',
        }),
      ]),
    },
    makes: {
      is: 'rows',
      published: '2026-11-18',
      rows: [
        {
          is: 'instance',
          cloud: 'aws',
          type: 'm5.large',
          region: 'eu-central-1',
          purchase: 'on-demand',
          usd: 0.115,
        },
        { is: 'instance', cloud: 'aws', type: 'm5.metal', region: 'eu-central-1', purchase: 'on-demand', usd: 5.52 },
      ],
    },
  },
  {
    name: 'a list whose column has another name is of a new shape',
    region: 'eu-central-1',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: csv([...top, head.map((name) => (name === 'Tenancy' ? 'Host' : name))]),
    },
    makes: { is: 'new-shape', what: 'Tenancy' },
  },
]
