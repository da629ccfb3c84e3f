// Price lists in the shape their servers send them, with values of our own.

export const paths = {
  openrouter: '/api/v1/models',
  advisor: '/spot-advisor-data.json',
  azure: '/api/retail/prices',
  google: '/Cyclenerd/google-cloud-pricing-cost-calculator/master/pricing.yml',
  genai: '/pydantic/genai-prices/main/prices/new_data/v2/data.json',
  ec2: '/offers/v1.0/aws/AmazonEC2/current/us-east-1/index.csv',
} as const

/** Savings in whole per cents. */
export const advisor = (savings: Readonly<Record<string, number>>) =>
  JSON.stringify({
    instance_types: {},
    ranges: [{ index: 0, label: '<5%', dots: 0, max: 5 }],
    spot_advisor: {
      'us-east-1': { Linux: Object.fromEntries(Object.entries(savings).map(([type, s]) => [type, { s, r: 1 }])) },
    },
  })

/** USD per million input tokens. */
export const genai = (models: Readonly<Record<string, number | readonly [input: number, output: number]>>) =>
  JSON.stringify([
    {
      id: 'openai',
      name: 'OpenAI',
      api_pattern: 'https://api\\.openai\\.com',
      models: Object.entries(models).map(([id, price]) => {
        const [input, output] = typeof price === 'number' ? [price, price * 4] : price
        return { id, match: { equals: id }, prices: { input_mtok: input, output_mtok: output } }
      }),
    },
  ])

export const google = (types: Readonly<Record<string, readonly [hour: number, spot: number]>>) => `---
about:
  copyright: |2

    Licensed under the Apache License, Version 2.0
  generated: Tue Nov 17 00:00:00 2026
  timestamp: 1794873600
compute:
  instance:
${Object.entries(types)
  .map(
    ([type, [hour, spot]]) => `    ${type}:
      cost:
        us-central1:
          hour: ${hour}
          hour_spot: ${spot}
          month: ${hour * 730}
      cpu: 4
      ram: 16`,
  )
  .join('\n')}
  license:
    rhel:
      cost:
        us-central1:
          hour: 0.06
storage:
  bucket: {}
`

export const azure = (prices: Readonly<Record<string, number>>, next: string | null = null) =>
  JSON.stringify({
    BillingCurrency: 'USD',
    NextPageLink: next,
    Count: 1,
    Items: Object.entries(prices).map(([type, retailPrice]) => ({
      currencyCode: 'USD',
      tierMinimumUnits: 0,
      retailPrice,
      armRegionName: 'eastus',
      effectiveStartDate: '2021-11-01T00:00:00Z',
      productName: 'Virtual Machines Series',
      skuName: type,
      unitOfMeasure: '1 Hour',
      type: 'Consumption',
      armSkuName: `Standard_${type}`,
    })),
  })

const columns = [
  'SKU',
  'TermType',
  'Unit',
  'PricePerUnit',
  'Currency',
  'Product Family',
  'Location Type',
  'Instance Type',
  'Tenancy',
  'Operating System',
  'License Model',
  'Pre Installed S/W',
  'CapacityStatus',
  'MarketOption',
  'Region Code',
  'Volume API Name',
  'usageType',
]
const csvLine = (cells: readonly (string | number)[]) => `"${cells.join('","')}"`

export const ec2Head = [
  '"FormatVersion","v1.0"',
  '"Disclaimer","This pricing list is for informational purposes only."',
  '"Publication Date","2026-11-18T20:59:55Z"',
  '"Version","20261118205955"',
  '"OfferCode","AmazonEC2"',
  csvLine(columns),
].join('\n')

export const ec2Line = (type: string, usd: number, system = 'Linux') =>
  csvLine([
    'AAAABBBBCCCCDDDD',
    'OnDemand',
    'Hrs',
    usd.toFixed(10),
    'USD',
    'Compute Instance',
    'AWS Region',
    type,
    'Shared',
    system,
    'No License required',
    'NA',
    'Used',
    'OnDemand',
    'us-east-1',
    '',
    `BoxUsage:${type}`,
  ])

export const ec2 = (prices: Readonly<Record<string, number>>) =>
  [
    ec2Head,
    ...Object.entries(prices).map(([type, usd]) => ec2Line(type, usd)),
    ec2Line('m5.large', 0.188, 'Windows'),
  ].join('\r\n')

const rate = (price: string) => ({ rateCode: 'AAAABBBBCCCCDDDD.JRTCKXETXF.6YS6EN2CT7', price })

/** The page feed of S3 Glacier Deep Archive: place → USD per GB-month. */
export const deepArchive = (places: Readonly<Record<string, string>>, home = '0.0009900000') =>
  JSON.stringify({
    manifest: { hawkFilePublicationDate: '2026-11-18T20:59:55Z', currencyCode: 'USD' },
    sets: {},
    regions: Object.fromEntries(
      Object.entries({ 'US East (N. Virginia)': home, ...places }).map(([place, price]) => [
        place,
        { 'Glacier Deep Archive GB Mo': rate(price) },
      ]),
    ),
  })

/** A catalog of gpuhunt. */
export const catalog = (lines: readonly string[]) =>
  [
    'instance_name,location,price,cpu,memory,gpu_count,gpu_name,gpu_memory,spot,disk_size,gpu_vendor,flags,cpu_arch,provider_data',
    ...lines,
  ].join('\r\n')
