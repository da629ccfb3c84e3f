// https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
import { fact, line } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { type Used, unpriced, usageOf, usedLines } from '../used.ts'

const service = 'cloudwatch'

/** GB: the price falls after ten TB, and the later prices are in no list of ours. */
const firstTier = 10_240
const name = 'deliveredGB'
const delivered: Used = {
  label: 'Logs delivered',
  unit: 'GB',
  name,
  meaning: 'GB of flow logs that reach S3 or Firehose in a month',
  price: [
    { service, item: 'logs delivered first 10 TB', upTo: firstTier },
    { service, item: 'logs delivered over 10 TB', upTo: Number.POSITIVE_INFINITY },
  ],
}
const parquet: Used = {
  ...delivered,
  label: 'Parquet conversion',
  price: { service, item: 'logs in Parquet' },
}

const log = defineResource({
  id: 'aws/flow-log',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudwatch/pricing/',
  shape: {
    destination: 'cloud-watch-logs, where the log group is billed, s3 or kinesis-data-firehose',
    format: 'plain-text or parquet',
  },
  usage: usageOf([delivered]),
  lines: (resource, prices) => {
    const destination = fact(resource, 'destination')
    if (valueOf(destination) === 'cloud-watch-logs') return []
    const format = fact(resource, 'format')
    const sent = usedLines(resource, prices, [delivered])
    if (destination.is === 'unknown') return unpriced(sent, destination.why)
    if (format.is === 'unknown')
      return [...sent, line(parquet.label, 'GB', { is: 'unknown', why: format.why }, format.why)]
    return valueOf(format) === 'parquet' ? [...sent, ...usedLines(resource, prices, [parquet])] : sent
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log
  from: {
    terraform: {
      aws_flow_log: {
        facts: {
          destination: ['log_destination_type', 'cloud-watch-logs'],
          format: ['destination_options.file_format', 'plain-text'],
        },
      },
    },
  },
  label: () => 'flow log',
  billedWith: (resource) =>
    valueOf(fact(resource, 'destination')) === 'cloud-watch-logs' ? 'its log group' : undefined,
})

export const resources = [log]

export const examples: readonly ResourceExample[] = [
  {
    name: '100 GB × $0.25 to S3; the same as Parquet, 100 GB × ($0.25 + $0.03); what goes to a log group is billed there',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "flows" {}

resource "aws_flow_log" "group" {
  vpc_id          = "vpc-1"
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flows.arn
}

resource "aws_flow_log" "bucket" {
  vpc_id               = "vpc-1"
  traffic_type         = "ALL"
  log_destination      = "arn:aws:s3:::flows"
  log_destination_type = "s3"
}

resource "aws_flow_log" "columns" {
  vpc_id               = "vpc-1"
  traffic_type         = "ALL"
  log_destination      = "arn:aws:s3:::flows"
  log_destination_type = "s3"
  destination_options {
    file_format = "parquet"
  }
}
`,
    usage: {
      aws_flow_log: { deliveredGB: 100 },
      aws_cloudwatch_log_group: { ingestedGB: 1, storedGB: 0, scannedGB: 0 },
    },
    sees: [
      { address: 'aws_cloudwatch_log_group.flows', usd: 0.5, status: 'priced' },
      { address: 'aws_flow_log.group', usd: null, status: 'free' },
      { address: 'aws_flow_log.bucket', usd: 25, status: 'priced' },
      { address: 'aws_flow_log.columns', usd: 28, status: 'priced' },
    ],
  },
  {
    name: 'past ten TB there is no price: 10,240 GB × $0.25 and what is not known; to where nobody knows, nothing is',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "destination" {}

resource "aws_flow_log" "much" {
  vpc_id               = "vpc-1"
  log_destination_type = "s3"
}

resource "aws_flow_log" "open" {
  vpc_id               = "vpc-1"
  log_destination_type = var.destination
}
`,
    usage: { aws_flow_log: { deliveredGB: 20_000 } },
    sees: [
      { address: 'aws_flow_log.much', usd: 2560, status: 'partial' },
      { address: 'aws_flow_log.open', usd: null, status: 'unknown' },
    ],
  },
]
