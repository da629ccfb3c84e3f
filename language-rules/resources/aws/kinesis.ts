// https://aws.amazon.com/kinesis/data-streams/pricing/
import { fact, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { orDefault } from './ec2/written.ts'

/** Hours that the price includes, and hours up to which retention is `extended`; beyond them it is `long-term`. */
const includedHours = 24
const extendedHours = 168

const shape = { mode: 'PROVISIONED or ON_DEMAND', shards: 'shards of a provisioned stream' }

const modeOf = (block: Block | undefined): Known<Fact> => {
  if (block === undefined) return unknown('dynamic')
  const mode = block.fact('stream_mode_details.stream_mode')
  return mode.is === 'unknown' && mode.at === undefined ? assumed<Fact>('PROVISIONED', block.location) : mode
}

type Billed = (label: string, unit: string, quantity: Known<number>, item: string) => Line

const billing =
  (resource: Resource, prices: PriceBook): Billed =>
  (label, unit, quantity, item) =>
    serviceLine(resource, prices, label, unit, quantity, { service: 'kinesis', item })

function capacityLines(resource: Resource, billed: Billed): Line[] {
  if (valueOf(fact(resource, 'mode')) === 'ON_DEMAND') {
    return [
      billed('Stream', 'hour', monthOf(resource), 'on-demand stream'),
      billed('Data written', 'GB', usage(resource, 'writtenGB'), 'on-demand ingest'),
      billed('Data read', 'GB', usage(resource, 'readGB'), 'on-demand retrieval'),
    ]
  }
  return [
    billed('Shards', 'hour', product(numberFact(resource, 'shards'), monthOf(resource)), 'shard'),
    billed('PUT payload units', 'unit', usage(resource, 'payloadUnits'), 'put payload unit'),
  ]
}

/** No line where the hours are those the price includes. */
function retentionLines(resource: Resource, billed: Billed): Line[] {
  const hours = numberFact(resource, 'retentionHours')
  const kept = valueOf(hours)
  if (kept === undefined)
    return [line('Extended retention', 'hour', unknown('dynamic'), hours.is === 'unknown' ? hours.why : 'dynamic')]
  const isOnDemand = valueOf(fact(resource, 'mode')) === 'ON_DEMAND'
  const shardHours = product(numberFact(resource, 'shards'), monthOf(resource))
  return [
    ...(kept <= includedHours
      ? []
      : isOnDemand
        ? [billed('Extended retention', 'GB-month', usage(resource, 'storedGB'), 'extended retention, on-demand')]
        : [billed('Extended retention', 'hour', shardHours, 'extended retention')]),
    ...(kept <= extendedHours
      ? []
      : [billed('Long-term retention', 'GB-month', usage(resource, 'longStoredGB'), 'long retention, over 7 days')]),
  ]
}

const stream = defineResource({
  id: 'aws/kinesis-stream',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
  shape: { ...shape, retentionHours: 'hours a record is kept, the 24 that are included counted' },
  usage: {
    writtenGB: 'GB written to an on-demand stream',
    readGB: 'GB read from an on-demand stream',
    payloadUnits: 'records written to a provisioned stream, one for each 25 KB begun',
    storedGB: 'GB an on-demand stream keeps between 24 hours and 7 days',
    longStoredGB: 'GB kept longer than 7 days',
  },
  lines: (resource, prices) => {
    const mode = fact(resource, 'mode')
    if (valueOf(mode) === undefined)
      return [line('Stream', 'hour', monthOf(resource), mode.is === 'unknown' ? mode.why : 'dynamic')]
    const billed = billing(resource, prices)
    return [...capacityLines(resource, billed), ...retentionLines(resource, billed)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream
    terraform: {
      aws_kinesis_stream: {
        facts: { mode: modeOf, shards: 'shard_count', retentionHours: ['retention_period', 24] },
      },
    },
    sdk: {
      'aws.kinesis.create_stream': {
        facts: {
          mode: (block) => orDefault(block.fact('StreamModeDetails.StreamMode'), 'PROVISIONED', block.location),
          shards: 'ShardCount',
          // Another request makes it longer.
          retentionHours: (block) => known<Fact>(includedHours, block.location),
        },
        region: regionBy('^region_name|^region'),
      },
    },
  },
  label: ({ shape: { mode, shards } }) =>
    (mode && valueOf(mode)) === 'ON_DEMAND' || shards?.is !== 'known'
      ? 'Kinesis stream'
      : `Kinesis, ${shards.value} shards`,
})

const streamOf = (block: Block) => block.target('stream_arn', 'aws_kinesis_stream')

/** Each consumer with its own throughput is billed for each shard it reads. */
const consumer = defineResource({
  id: 'aws/kinesis-stream-consumer',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/kinesis/data-streams/pricing/',
  shape,
  usage: { readGB: 'GB the consumer reads' },
  lines: (resource, prices) => {
    const mode = fact(resource, 'mode')
    const billed = billing(resource, prices)
    const shardHours = product(numberFact(resource, 'shards'), monthOf(resource))
    const read = usage(resource, 'readGB')
    if (valueOf(mode) === 'ON_DEMAND') return [billed('Data read', 'GB', read, 'fan-out data, on-demand')]
    return mode.is === 'unknown'
      ? [line('Consumer shards', 'hour', shardHours, mode.why)]
      : [
          billed('Consumer shards', 'hour', shardHours, 'fan-out consumer-shard'),
          billed('Data read', 'GB', read, 'fan-out data, provisioned'),
        ]
  },
  from: {
    terraform: {
      aws_kinesis_stream_consumer: {
        facts: {
          mode: (block) => modeOf(streamOf(block)),
          shards: (block) => streamOf(block)?.fact('shard_count') ?? unknown('dynamic', block.location),
        },
      },
    },
  },
  label: () => 'Kinesis fan-out consumer',
})

export const resources = [stream, consumer]

export const free: readonly string[] = ['aws_kinesis_resource_policy']

export const examples: readonly ResourceExample[] = [
  {
    name: 'provisioned: 4 shards × 730 h × $0.015, and 100 M payload units × $0.014 / M',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "clicks" {
  name        = "clicks"
  shard_count = 4
}
`,
    usage: { aws_kinesis_stream: { payloadUnits: 100e6 } },
    sees: [
      {
        address: 'aws_kinesis_stream.clicks',
        usd: 45.2,
        status: 'priced',
        lines: ['Shards', 'PUT payload units'],
        assumed: ['mode', 'retentionHours', 'payloadUnits'],
      },
    ],
  },
  {
    name: 'kept for a week, each shard costs more: 2 × 730 h × ($0.015 + $0.02)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  shard_count      = 2
  retention_period = 168
}
`,
    sees: [
      {
        address: 'aws_kinesis_stream.clicks',
        usd: 51.1,
        status: 'partial',
        lines: ['Shards', 'PUT payload units', 'Extended retention'],
        unknown: ['PUT payload units: usage'],
      },
    ],
  },
  {
    name: 'on demand: 730 h × $0.04 whatever flows; records kept for a year are billed by GB',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  retention_period = 8760

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}
`,
    sees: [
      {
        address: 'aws_kinesis_stream.clicks',
        usd: 29.2,
        status: 'partial',
        lines: ['Stream', 'Data written', 'Data read', 'Extended retention', 'Long-term retention'],
      },
    ],
  },
  {
    name: 'two consumers of their own: 2 × 3 shards × 730 h × $0.015',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_stream" "clicks" {
  name        = "clicks"
  shard_count = 3
}

resource "aws_kinesis_stream_consumer" "fast" {
  count      = 2
  name       = "fast-\${count.index}"
  stream_arn = aws_kinesis_stream.clicks.arn
}

resource "aws_kinesis_stream_consumer" "elsewhere" {
  name       = "elsewhere"
  stream_arn = "arn:aws:kinesis:us-east-1:123456789012:stream/other"
}
`,
    sees: [
      { address: 'aws_kinesis_stream.clicks', usd: 32.85, status: 'partial' },
      {
        address: 'aws_kinesis_stream_consumer.fast',
        usd: 65.7,
        status: 'partial',
        lines: ['Consumer shards', 'Data read'],
        unknown: ['Data read: usage'],
      },
      {
        address: 'aws_kinesis_stream_consumer.elsewhere',
        usd: null,
        status: 'unknown',
        unknown: ['Consumer shards: dynamic'],
      },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'four shards for a month: 4 × 730 h × $0.015',
    lang: 'python',
    code: `import boto3

boto3.client("kinesis", region_name="us-east-1").create_stream(StreamName="clicks", ShardCount=4)
`,
    sees: [
      {
        address: 'aws.kinesis.create_stream',
        usd: 43.8,
        status: 'partial',
        unknown: ['PUT payload units: usage'],
        assumed: ['mode'],
      },
    ],
  },
]
