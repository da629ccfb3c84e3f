import * as z from 'zod/mini'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { requestAfter, sameArgument } from '../../core/fixes/next-request.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ResourceContext, type RuleExample } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import type { Edit, Resource } from '../../core/types.ts'
import { logsInCode } from './examples/unexpiring-logs-in-code.ts'

const options = z.object({
  days: z
    ._default(z.number().check(z.int(), z.positive()), 30)
    .check(z.describe('Days the fix keeps logs for; one of those CloudWatch takes.')),
})

const groups: ReadonlySet<string> = new Set(['aws_cloudwatch_log_group', 'aws.create_log_group'])

export const rule = defineRule({
  id: 'unexpiring-logs',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A log group keeps its logs for ever.',
    why: 'Each GB is billed every month for as long as it is kept, and nobody reads logs of years ago.',
    fix: 'Say how many days they are kept.',
    unless: 'Law or contract asks for them to be kept, and no cheaper place is allowed.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    alters: ['data'],
  },
  options,
  *check(resource, context) {
    const { options, estimate, document } = context
    const retention = resource.shape.retentionDays
    if (!groups.has(resource.type) || !retention || valueOf(retention) !== 0) return
    // A 0 that is written anywhere is what somebody chose.
    if (retention.is === 'known') return
    const stored = estimate.lines.find(({ label }) => label === 'Data stored')?.unitUsd
    const edits = resource.source.call
      ? retained(resource, options.days, context)
      : [setAttribute(resource, 'retention_in_days', String(options.days), document, retention)]
    yield {
      at: factPlace(resource, retention, document),
      message: stored
        ? say`These logs are kept for ever, at ${usd(stored)} a GB-month for as long as they are. Set a retention.`
        : 'These logs are kept for ever, and each GB is billed every month for as long as it is. Set a retention.',
      fixes: [{ title: `Keep logs for ${options.days} days`, safety: 'suggestion', edits, claim: 'governs' }],
    }
  },
})

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
function retained(group: Resource, days: number, context: ResourceContext<unknown>): readonly (Edit | undefined)[] {
  const name = sameArgument(group, 'logGroupName', context)
  if (name === undefined) return [undefined]
  const fields = { logGroupName: name, retentionInDays: days }
  return requestAfter(group, { method: 'put_retention_policy', fields }, context)
}

export const examples: readonly RuleExample[] = [
  {
    name: 'Terraform',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "berths" {
  name = "/harbour/berths"
}
`,
    finds: [
      {
        line: 5,
        message: 'These logs are kept for ever, at $0.03 a GB-month for as long as they are. Set a retention.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "berths" {
  name              = "/harbour/berths"
  retention_in_days = 30
}
`,
      },
    ],
  },
  {
    name: 'a variable that says nothing by default, and a period of the team',
    lang: 'terraform',
    options: { days: 90 },
    code: `provider "aws" {
  region = "eu-west-1"
}

variable "days" {
  default = null
}

resource "aws_cloudwatch_log_group" "berths" {
  name              = "/harbour/berths"
  retention_in_days = var.days
}
`,
    finds: [
      {
        line: 9,
        message: 'These logs are kept for ever, at $0.03 a GB-month for as long as they are. Set a retention.',
        fixed: `provider "aws" {
  region = "eu-west-1"
}

variable "days" {
  default = null
}

resource "aws_cloudwatch_log_group" "berths" {
  name              = "/harbour/berths"
  retention_in_days = 90
}
`,
      },
    ],
  },
  {
    name: 'with a retention, one that only a run can tell, and for ever on purpose',
    lang: 'terraform',
    code: `variable "days" {}

resource "aws_cloudwatch_log_group" "kept" {
  retention_in_days = 14
}

resource "aws_cloudwatch_log_group" "asked" {
  retention_in_days = var.days
}

resource "aws_cloudwatch_log_group" "audit" {
  retention_in_days = 0
}
`,
    finds: [],
  },
  {
    name: 'a program makes the group and says nothing of it',
    lang: 'python',
    code: `import boto3

logs = boto3.client("logs", region_name="us-east-1")


def prepare(name):
    logs.create_log_group(logGroupName=name)
    logs.create_log_stream(logGroupName=name, logStreamName="all")
`,
    finds: [
      {
        line: 7,
        message: 'These logs are kept for ever, at $0.03 a GB-month for as long as they are. Set a retention.',
        fixed: `import boto3

logs = boto3.client("logs", region_name="us-east-1")


def prepare(name):
    logs.create_log_group(logGroupName=name)
    logs.put_retention_policy(logGroupName=name, retentionInDays=30)
    logs.create_log_stream(logGroupName=name, logStreamName="all")
`,
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogsClient({ region: 'us-east-1' })
await logs.send(new CreateLogGroupCommand({ logGroupName: '/harbour/berths' }))
`,
    finds: [
      {
        line: 4,
        message: 'These logs are kept for ever, at $0.03 a GB-month for as long as they are. Set a retention.',
        fixed: `import { CloudWatchLogsClient, CreateLogGroupCommand, PutRetentionPolicyCommand } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogsClient({ region: 'us-east-1' })
await logs.send(new CreateLogGroupCommand({ logGroupName: '/harbour/berths' }))
await logs.send(
  new PutRetentionPolicyCommand({ logGroupName: '/harbour/berths', retentionInDays: 30 }),
)
`,
      },
    ],
  },
  {
    name: 'the program sets a retention, or deletes the group again',
    lang: 'python',
    code: `import boto3

logs = boto3.client("logs", region_name="us-east-1")
logs.create_log_group(logGroupName="berths")
logs.put_retention_policy(logGroupName="berths", retentionInDays=90)
`,
    finds: [],
  },
  {
    name: 'a group for a while, TypeScript',
    lang: 'typescript',
    code: `import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogs({ region: 'us-east-1' })
export async function tried(logGroupName: string) {
  await logs.createLogGroup({ logGroupName })
  await logs.deleteLogGroup({ logGroupName })
}
`,
    finds: [],
  },
  ...logsInCode,
]
