// https://aws.amazon.com/cloudtrail/pricing/
// The first copy of management events in a region costs nothing; further trails that log them do, and data and insight events.
import { fact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'cloudtrail'
const docs = 'https://aws.amazon.com/cloudtrail/pricing/'

const management: Used = {
  label: 'Management events, further copies',
  unit: 'event',
  name: 'managementEvents',
  meaning: 'management events in a month that another trail of the region logs already',
  price: { service, item: 'management events, additional copies' },
}
const data: Used = {
  label: 'Data events',
  unit: 'event',
  name: 'dataEvents',
  meaning: 'data events logged in a month',
  price: { service, item: 'data events' },
}
const insight: Used = {
  label: 'Insight events',
  unit: 'event',
  name: 'insightEvents',
  meaning: 'events analysed for insights in a month',
  price: { service, item: 'insight events' },
}

const has =
  (...paths: string[]) =>
  (block: Block) =>
    known<Fact>(
      paths.some((path) => block.nested(path).length > 0),
      block.location,
    )

const trail = defineResource({
  id: 'aws/cloudtrail',
  cloud: 'aws',
  docs,
  shape: { logsData: 'whether it selects data events', findsInsights: 'whether it looks for insights' },
  usage: usageOf([management, data, insight]),
  lines: (resource, prices) =>
    usedLines(resource, prices, [
      management,
      ...(valueOf(fact(resource, 'logsData')) === true ? [data] : []),
      ...(valueOf(fact(resource, 'findsInsights')) === true ? [insight] : []),
    ]),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail
  from: {
    terraform: {
      aws_cloudtrail: {
        facts: {
          logsData: has('event_selector.data_resource', 'advanced_event_selector'),
          findsInsights: has('insight_selector'),
        },
      },
    },
  },
  label: () => 'trail',
})

const lakeParts: readonly Used[] = [
  {
    label: 'Data ingested',
    unit: 'GB',
    name: 'ingestedGB',
    meaning: 'GB of events taken in in a month',
    price: { service, item: 'lake ingestion' },
  },
  {
    label: 'Data queried',
    unit: 'GB',
    name: 'scannedGB',
    meaning: 'GB read by queries in a month',
    price: { service, item: 'lake analysis' },
  },
]

const lake = defineResource({
  id: 'aws/cloudtrail-lake',
  cloud: 'aws',
  docs,
  shape: {},
  usage: usageOf(lakeParts),
  lines: (resource, prices) => usedLines(resource, prices, lakeParts),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail_event_data_store
  from: { terraform: { aws_cloudtrail_event_data_store: { facts: {} } } },
  label: () => 'event data store',
})

export const resources = [trail, lake]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what a trail logs beside the first copy of management events is use: 1 M × $0.10 and 1 M × $0.35 by 100,000',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudtrail" "plain" {
  name           = "plain"
  s3_bucket_name = "logs"
}

resource "aws_cloudtrail" "all" {
  name           = "all"
  s3_bucket_name = "logs"
  event_selector {
    read_write_type = "All"
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}

resource "aws_cloudtrail_event_data_store" "lake" {
  name = "lake"
}
`,
    usage: { 'aws_cloudtrail.all': { managementEvents: 0, dataEvents: 1_000_000, insightEvents: 1_000_000 } },
    sees: [
      {
        address: 'aws_cloudtrail.plain',
        usd: null,
        status: 'partial',
        unknown: ['Management events, further copies: usage'],
      },
      { address: 'aws_cloudtrail.all', usd: 4.5, status: 'priced' },
      { address: 'aws_cloudtrail_event_data_store.lake', usd: null },
    ],
  },
]
