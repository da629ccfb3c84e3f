// https://aws.amazon.com/firehose/pricing/
import { fact, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

/** GB; the list's 500 TB, the next 1.5 PB and the next 3 PB, by 1,024. */
const tiers: readonly Tier[] = [
  { service: 'firehose', item: 'ingest first 500 TB', upTo: 512_000 },
  { service: 'firehose', item: 'ingest next 1.5 PB', upTo: 2_084_864 },
  { service: 'firehose', item: 'ingest next 3 PB', upTo: Number.POSITIVE_INFINITY },
]

const inVpc = ['elasticsearch_configuration', 'opensearch_configuration', 'opensearchserverless_configuration']

/** Zones it delivers in, by its subnets; 0 where it does not deliver into a VPC. */
function zones(block: Block): Known<Fact> {
  const [config] = inVpc.flatMap((name) => block.nested(`${name}.vpc_config`))
  return config === undefined
    ? known<Fact>(0, block.location)
    : mapKnown(config.list('subnet_ids'), (subnets): Fact => subnets.length)
}

/** A nested block that is on where it is written and does not say otherwise. */
const isOn =
  (path: string) =>
  (block: Block): Known<Fact> => {
    if (block.nested(path).length === 0) return known<Fact>(false, block.location)
    const enabled = block.fact(`${path}.enabled`)
    return enabled.is === 'unknown' && enabled.at === undefined ? known<Fact>(true, block.location) : enabled
  }

const stream = defineResource({
  id: 'aws/firehose-stream',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/firehose/pricing/',
  shape: {
    source: 'direct, or kafka, which has prices of its own',
    isConverted: 'whether records are turned into Parquet or ORC',
    isPartitioned: 'whether partitions are made by what is in the records',
    zones: 'zones of the VPC it delivers into, 0 outside of one',
  },
  usage: { ingestedGB: 'GB taken in, each record rounded up to 5 KB', processedGB: 'GB delivered into a VPC' },
  lines: (resource, prices) => {
    const ingested = usage(resource, 'ingestedGB')
    const item = (name: string) => ({ service: 'firehose', item: name })
    const gb = (label: string, name: string) => serviceLine(resource, prices, label, 'GB', ingested, item(name))
    const inside = numberFact(resource, 'zones')
    const vpc = () => [
      serviceLine(
        resource,
        prices,
        'VPC delivery',
        'hour-AZ',
        product(inside, monthOf(resource)),
        item('VPC delivery'),
      ),
      serviceLine(
        resource,
        prices,
        'VPC delivery data',
        'GB',
        usage(resource, 'processedGB'),
        item('VPC delivery data'),
      ),
    ]
    return [
      ...(valueOf(fact(resource, 'source')) === 'kafka'
        ? [gb('Data ingested', 'ingest from MSK')]
        : tierLines(resource, prices, 'Data ingested', 'GB', ingested, tiers)),
      ...(valueOf(fact(resource, 'isConverted')) === false ? [] : [gb('Format conversion', 'format conversion')]),
      ...(valueOf(fact(resource, 'isPartitioned')) === false
        ? []
        : [gb('Dynamic partitioning', 'dynamic partitioning')]),
      ...(valueOf(inside) === 0
        ? []
        : inside.is === 'unknown'
          ? [line('VPC delivery', 'hour-AZ', inside, inside.why)]
          : vpc()),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_firehose_delivery_stream
    terraform: {
      aws_kinesis_firehose_delivery_stream: {
        facts: {
          source: (block) =>
            known<Fact>(block.nested('msk_source_configuration').length > 0 ? 'kafka' : 'direct', block.location),
          isConverted: isOn('extended_s3_configuration.data_format_conversion_configuration'),
          isPartitioned: isOn('extended_s3_configuration.dynamic_partitioning_configuration'),
          zones,
        },
      },
    },
  },
  label: () => 'Firehose stream',
})

export const resources = [stream]

export const examples: readonly ResourceExample[] = [
  {
    name: 'all of it is use: 600,000 GB is 512,000 × $0.035 + 88,000 × $0.03, converted at $0.021',
    terraform: `provider "aws" {
  region = "eu-west-2"
}

resource "aws_kinesis_firehose_delivery_stream" "logs" {
  name        = "logs"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/logs"
    bucket_arn = "arn:aws:s3:::logs"

    data_format_conversion_configuration {}
  }
}
`,
    usage: { aws_kinesis_firehose_delivery_stream: { ingestedGB: 600_000 } },
    sees: [
      {
        address: 'aws_kinesis_firehose_delivery_stream.logs',
        usd: 33_160,
        status: 'priced',
        lines: ['Data ingested', 'Data ingested over 512,000', 'Format conversion'],
      },
    ],
  },
  {
    name: 'delivery into a VPC has a fixed part: 2 zones × 730 h × $0.011',
    terraform: `provider "aws" {
  region = "eu-west-2"
}

resource "aws_kinesis_firehose_delivery_stream" "search" {
  name        = "search"
  destination = "opensearch"

  opensearch_configuration {
    domain_arn = "arn:aws:es:eu-west-2:123456789012:domain/search"

    vpc_config {
      subnet_ids         = ["subnet-1", "subnet-2"]
      security_group_ids = ["sg-1"]
    }
  }
}
`,
    sees: [
      {
        address: 'aws_kinesis_firehose_delivery_stream.search',
        usd: 16.06,
        status: 'partial',
        lines: ['Data ingested', 'VPC delivery', 'VPC delivery data'],
        unknown: ['Data ingested: usage', 'VPC delivery data: usage'],
      },
    ],
  },
]
