// https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudwatch-monitoring.html
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

/** CloudWatch bills them as custom metrics; which of them a bucket writes is decided by the requests it gets. */
const metrics: readonly Used[] = [
  {
    label: 'Request metrics',
    unit: 'metric-month',
    name: 'metrics',
    meaning: 'metrics of requests that it writes, mean of the month',
    price: { service: 'cloudwatch', item: 'custom metric first 10k' },
  },
]

const filter = defineResource({
  id: 'aws/s3-request-metrics',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudwatch/pricing/',
  shape: {},
  usage: usageOf(metrics),
  lines: (resource, prices) => usedLines(resource, prices, metrics),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_metric
  from: { terraform: { aws_s3_bucket_metric: { facts: {} } } },
  label: () => 'S3 request metrics',
})

export const resources = [filter]

export const examples: readonly ResourceExample[] = [
  {
    name: '10 metrics × $0.30; untold there is a unit price alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket_metric" "all" {
  bucket = "assets"
  name   = "all"
}

resource "aws_s3_bucket_metric" "untold" {
  bucket = "assets"
  name   = "images"
}
`,
    usage: { 'aws_s3_bucket_metric.all': { metrics: 10 } },
    sees: [
      { address: 'aws_s3_bucket_metric.all', usd: 3, status: 'priced' },
      { address: 'aws_s3_bucket_metric.untold', usd: null, status: 'partial', unknown: ['Request metrics: usage'] },
    ],
  },
]
