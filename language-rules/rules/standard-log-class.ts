import * as z from 'zod/mini'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import type { Fact } from '../../core/types.ts'

const options = z.object({
  own: z
    ._default(z.string(), '^/?aws[-/]')
    .check(
      z.describe(
        'Regular expression; a log group whose name it matches is written by a service of AWS, whose features may ask for the class, and the rule is silent.',
      ),
    ),
})

export const rule = defineRule({
  id: 'standard-log-class',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'Logs are taken in by the Standard class, and nothing here asks for what only that class does.',
    why: 'The Infrequent Access class takes in a GB for less. It has no metric filters, no subscription filters and no live tail; queries work on both.',
    fix: 'Choose the class where the group is made: it cannot be changed later, so a new group is made and the old logs go with the old one.',
    unless:
      'Somebody watches them live, alarms are made of what they say, or another account or tool reads them by subscription.',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html',
    alters: ['sight', 'replacement'],
    notIn: {
      python: 'who reads the logs of a group that code makes is seldom said in the file that makes it',
      typescript: 'who reads the logs of a group that code makes is seldom said in the file that makes it',
      notebook: 'who reads the logs of a group that code makes is seldom said in the file that makes it',
    },
  },
  options,
  *check(group, { estimate, estimateWith, document, options: { own } }) {
    const { storageClass, isFiltered, name } = group.shape
    if (group.type !== 'aws_cloudwatch_log_group' || !storageClass || valueOf(storageClass) !== 'STANDARD') return
    if (!isFiltered || valueOf(isFiltered) !== false) return
    // What its name is may be the reason.
    const called = name && valueOf(name)
    if (called === undefined || new RegExp(own, 'i').test(String(called))) return
    const shape = { ...group.shape, storageClass: known<Fact>('INFREQUENT_ACCESS', group.location) }
    const [now, then] = [estimate, estimateWith({ shape })].map(({ lines }) => lines[0]?.unitUsd?.likely)
    if (now === undefined || (then !== undefined && then >= now)) return
    const where =
      then === undefined ? 'and less in the Infrequent Access class' : say`${usd(then)} in the Infrequent Access class`
    yield {
      at: factPlace(group, storageClass, document),
      message: say`Each GB of logs costs ${usd(now)} to take in, ${where}; nothing here filters or forwards them. Choose the class before the group is made.`,
      ...(then === undefined ? {} : { unit: { per: 'GB', before: now, after: then } }),
      fixes: [
        {
          title: 'Make the log group in the Infrequent Access class, anew',
          safety: 'suggestion',
          edits: [setAttribute(group, 'log_group_class', '"INFREQUENT_ACCESS"', document, storageClass)],
          claim: then === undefined ? 'governs' : 'saves',
        },
      ],
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'nothing asks for more',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "berths" {
  name              = "harbour-berths"
  retention_in_days = 30
}
`,
    finds: [
      {
        line: 5,
        message:
          'Each GB of logs costs $0.50 to take in, and less in the Infrequent Access class; nothing here filters or forwards them. Choose the class before the group is made.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "berths" {
  name              = "harbour-berths"
  retention_in_days = 30
  log_group_class   = "INFREQUENT_ACCESS"
}
`,
      },
    ],
  },
  {
    name: 'the class is written',
    lang: 'terraform',
    code: `provider "aws" {
  region = "eu-central-1"
}

resource "aws_cloudwatch_log_group" "berths" {
  name            = "harbour-berths"
  log_group_class = "STANDARD"
}
`,
    finds: [
      {
        line: 7,
        message:
          'Each GB of logs costs $0.63 to take in, and less in the Infrequent Access class; nothing here filters or forwards them. Choose the class before the group is made.',
        fixed: `provider "aws" {
  region = "eu-central-1"
}

resource "aws_cloudwatch_log_group" "berths" {
  name            = "harbour-berths"
  log_group_class = "INFREQUENT_ACCESS"
}
`,
      },
    ],
  },
  {
    name: 'filtered, forwarded, written by a service, or in the other class',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "counted" {
  name = "counted"
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  pattern        = "ERROR"
  log_group_name = aws_cloudwatch_log_group.counted.name

  metric_transformation {
    name      = "errors"
    namespace = "harbour"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_group" "forwarded" {
  name = "forwarded"
}

resource "aws_cloudwatch_log_subscription_filter" "out" {
  name            = "out"
  log_group_name  = "forwarded"
  filter_pattern  = ""
  destination_arn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/logs"
}

resource "aws_cloudwatch_log_group" "function" {
  name = "/aws/lambda/berths"
}

resource "aws_cloudwatch_log_group" "seldom" {
  name            = "seldom"
  log_group_class = "INFREQUENT_ACCESS"
}
`,
    finds: [],
  },
]
