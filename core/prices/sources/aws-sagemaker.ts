// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html
import { type BulkList, bulkCsv, bulkPages, bulkRows, bulkSource } from '../aws-bulk.ts'
import type { PriceSource, PriceSourceExample } from '../source.ts'

const list: BulkList = {
  offer: 'AmazonSageMaker',
  columns: ['Component', 'Instance Name'],
  mayCount: (line) => line.includes('"Hosting"'),
  row(cell, usd, region) {
    const type = cell('Instance Name')
    if (cell('Component') !== 'Hosting' || cell('Unit') !== 'Hrs' || !type.startsWith('ml.')) return undefined
    return { is: 'hosting', service: 'sagemaker', type, region, usd }
  },
}

export const source: PriceSource = {
  ...bulkSource,
  id: 'aws-sagemaker',
  maxBytes: 300_000_000,
  covers: { cloud: 'aws' },
  pages: (region, io) => bulkPages(list, region, io),
  rows: (page, region) => bulkRows(list, page, region),
}

const head = ['SKU', 'TermType', 'Unit', 'PricePerUnit', 'Currency', 'Location Type', 'Component', 'Instance Name']
const line = (component: string, name: string, usd: string, term = 'OnDemand') => [
  'AAAABBBBCCCCDDDD',
  term,
  'Hrs',
  usd,
  'USD',
  'AWS Region',
  component,
  name,
]

export const examples: readonly PriceSourceExample[] = [
  {
    name: 'what a machine costs that hosts a model, not what one costs that trains it',
    region: 'us-east-1',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: bulkCsv('AmazonSageMaker', [
        head,
        line('Hosting', 'ml.g5.2xlarge', '1.5150000000'),
        line('Training', 'ml.g5.4xlarge', '2.0300000000'),
        line('Hosting', 'ml.g5.4xlarge', '1.4000000000', 'Reserved'),
      ]),
    },
    makes: {
      is: 'rows',
      published: '2026-11-18',
      rows: [{ is: 'hosting', service: 'sagemaker', type: 'ml.g5.2xlarge', region: 'us-east-1', usd: 1.515 }],
    },
  },
  {
    name: 'a list that does not say what a machine is for is of a new shape',
    region: 'us-east-1',
    page: {
      at: '2026-11-20T06:00:00.000Z',
      body: bulkCsv('AmazonSageMaker', [head.filter((name) => name !== 'Component')]),
    },
    makes: { is: 'new-shape', what: 'Component' },
  },
]
