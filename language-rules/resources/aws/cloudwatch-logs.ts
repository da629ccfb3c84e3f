// https://aws.amazon.com/cloudwatch/pricing/
import { fact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

const service = 'cloudwatch'

const partsOf = (ingested: string): readonly Used[] => [
  {
    label: 'Data ingested',
    unit: 'GB',
    name: 'ingestedGB',
    meaning: 'GB of logs taken in in a month',
    price: { service, item: ingested },
  },
  {
    label: 'Data stored',
    unit: 'GB-month',
    name: 'storedGB',
    meaning: 'GB kept, compressed, mean of the month',
    price: { service, item: 'logs archived' },
  },
  {
    label: 'Data queried',
    unit: 'GB',
    name: 'scannedGB',
    meaning: 'GB that Logs Insights reads in a month',
    price: { service, item: 'insights scanned' },
  },
]
const standard = partsOf('logs ingested')
const infrequent = partsOf('logs ingested, infrequent access')

/** By a filter that refers to it, or that writes its name. */
function isFiltered(block: Block): Known<Fact> {
  const name = valueOf(block.fact('name'))
  const isNamed = (type: string) =>
    name !== undefined && block.ofType(type).some((filter) => valueOf(filter.fact('log_group_name')) === name)
  const filters = ['aws_cloudwatch_log_metric_filter', 'aws_cloudwatch_log_subscription_filter']
  return known<Fact>(
    filters.some((type) => block.referredBy(type).length > 0 || isNamed(type)),
    block.location,
  )
}

/** For ever, unless the program says otherwise anywhere; not known where it deletes groups again. */
function keptByCode(block: Block): Known<Fact> {
  const says = ['aws.put_retention_policy', 'aws.delete_log_group']
  return says.some((type) => block.ofType(type).length > 0)
    ? unknown('dynamic', block.location)
    : assumed<Fact>(0, block.location)
}

const group = defineResource({
  id: 'aws/log-group',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudwatch/pricing/',
  shape: {
    name: 'name of the group',
    storageClass: 'STANDARD, INFREQUENT_ACCESS or DELIVERY',
    retentionDays: 'days kept; 0: for ever',
    isFiltered: 'whether metrics are made of it, or it is forwarded: what only the Standard class does',
  },
  usage: usageOf(standard),
  lines: (resource, prices) =>
    usedLines(
      resource,
      prices,
      valueOf(fact(resource, 'storageClass')) === 'INFREQUENT_ACCESS' ? infrequent : standard,
    ),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group
  from: {
    terraform: {
      aws_cloudwatch_log_group: {
        facts: {
          name: 'name',
          storageClass: ['log_group_class', 'STANDARD'],
          retentionDays: ['retention_in_days', 0],
          isFiltered,
        },
      },
    },
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
    sdk: {
      'aws.create_log_group': {
        facts: { name: 'logGroupName', storageClass: ['logGroupClass', 'STANDARD'], retentionDays: keptByCode },
        region: regionBy('^region_name|^region'),
      },
    },
  },
  label: () => 'log group',
})

const metrics: readonly Used[] = [
  {
    label: 'Custom metrics',
    unit: 'metric-month',
    name: 'metrics',
    meaning: 'metrics it writes, one for each set of dimensions, mean of the month',
    price: { service, item: 'custom metric first 10k' },
  },
]

const filter = defineResource({
  id: 'aws/log-metric-filter',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudwatch/pricing/',
  shape: {},
  usage: usageOf(metrics),
  lines: (resource, prices) => usedLines(resource, prices, metrics),
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_metric_filter
  from: { terraform: { aws_cloudwatch_log_metric_filter: { facts: {} } } },
  label: () => 'log metric',
})

export const resources = [group, filter]

export const examples: readonly ResourceExample[] = [
  {
    name: '100 GB × $0.50 in, 300 GB × $0.03 kept, 50 GB × $0.005 read; untold there are unit prices alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "app" {}

resource "aws_cloudwatch_log_group" "untold" {
  retention_in_days = 30
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  pattern        = "ERROR"
  log_group_name = aws_cloudwatch_log_group.app.name
  metric_transformation {
    name      = "errors"
    namespace = "Own"
    value     = "1"
  }
}
`,
    usage: {
      'aws_cloudwatch_log_group.app': { ingestedGB: 100, storedGB: 300, scannedGB: 50 },
      aws_cloudwatch_log_metric_filter: { metrics: 1 },
    },
    sees: [
      { address: 'aws_cloudwatch_log_group.app', usd: 59.25, status: 'priced' },
      {
        address: 'aws_cloudwatch_log_group.untold',
        usd: null,
        status: 'partial',
        lines: ['Data ingested', 'Data stored', 'Data queried'],
        unknown: ['Data ingested: usage', 'Data stored: usage', 'Data queried: usage'],
      },
      { address: 'aws_cloudwatch_log_metric_filter.errors', usd: 0.3, status: 'priced' },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'made by a program: what goes into it is use nobody has told, and its unit prices are those of its class',
    lang: 'typescript',
    code: `import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogsClient({ region: 'us-east-1' })
await logs.send(new CreateLogGroupCommand({ logGroupName: '/harbour/berths' }))
await logs.send(new CreateLogGroupCommand({ logGroupName: '/harbour/quays', logGroupClass: 'INFREQUENT_ACCESS' }))
`,
    sees: [
      {
        address: 'aws.create_log_group',
        usd: null,
        status: 'partial',
        lines: ['Data ingested', 'Data stored', 'Data queried'],
        unknown: ['Data ingested: usage', 'Data stored: usage', 'Data queried: usage'],
      },
      { address: 'aws.create_log_group#2', usd: null, status: 'partial' },
    ],
  },
]
