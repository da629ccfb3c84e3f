// https://aws.amazon.com/cloudwatch/pricing/
import { fact, isUnwritten, line, numberFact, priceFor } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'
import { type Used, usageOf, usedLines } from '../used.ts'
import { billedByUse } from './by-use.ts'

const service = 'cloudwatch'
const docs = 'https://aws.amazon.com/cloudwatch/pricing/'

/**
 * An alarm on an expression is billed for each metric in it; one with an anomaly band for the metric and both ends of the band:
 * https://aws.amazon.com/cloudwatch/pricing/, the example of anomaly detection.
 */
function metricsOf(block: Block): Known<Fact> {
  const queries = block.nested('metric_query').filter((query) => query.nested('metric').length > 0)
  const own = totalOf(
    queries.map(({ count }) => count),
    block.location,
  )
  const hasBand = !isUnwritten(block.fact('threshold_metric_id'))
  if (queries.length > 0) return mapKnown(own, (count) => (hasBand ? count * 3 : count))
  if (block.nested('metric_query').length > 0) return unknown('dynamic', block.location)
  return known<Fact>(1, block.location)
}

/** Below a minute the metric is of high resolution, and the alarm dearer. */
function resolutionOf(block: Block): Known<Fact> {
  const written = [block.fact('period'), ...block.nested('metric_query').map((query) => query.fact('metric.period'))]
  const open = written.find((period) => period.is === 'unknown' && !isUnwritten(period))
  if (open !== undefined) return open
  const seconds = written.map((period) => Number(valueOf(period) ?? 60))
  return known<Fact>(Math.min(...seconds) < 60 ? 'high-res' : 'standard', block.location)
}

const alarmLine = (resource: Resource, prices: PriceBook): Line =>
  line(
    'Alarm metrics',
    'alarm-month',
    numberFact(resource, 'metrics'),
    priceFor(resource, [fact(resource, 'resolution')], (region, resolution) =>
      prices.service('aws', service, `${resolution} alarm`, region),
    ),
  )

const alarm = defineResource({
  id: 'aws/cloudwatch-alarm',
  cloud: 'aws',
  docs,
  shape: { metrics: 'metrics it looks at, each billed', resolution: 'standard or high-res' },
  lines: (resource, prices) => [alarmLine(resource, prices)],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_alarm
  from: { terraform: { aws_cloudwatch_metric_alarm: { facts: { metrics: metricsOf, resolution: resolutionOf } } } },
  label: () => 'alarm',
})

/** One thing of a kind, by the month. */
const single = (id: string, type: string, label: string, item: string) =>
  defineResource({
    id,
    cloud: 'aws',
    docs,
    shape: {},
    lines: (resource, prices) => [serviceLine(resource, prices, label, 'month', fixed(resource, 1), { service, item })],
    from: { terraform: { [type]: { facts: {} } } },
    label: () => label.toLowerCase(),
  })

const composite = single(
  'aws/cloudwatch-composite-alarm',
  'aws_cloudwatch_composite_alarm',
  'Composite alarm',
  'composite alarm',
)
const dashboard = single('aws/cloudwatch-dashboard', 'aws_cloudwatch_dashboard', 'Dashboard', 'dashboard')

const ruleParts: readonly Used[] = [
  {
    label: 'Log events matched',
    unit: 'event',
    name: 'events',
    meaning: 'log events that match the rule in a month',
    price: { service, item: 'contributor insights event' },
  },
]
const insightRule = defineResource({
  id: 'aws/cloudwatch-contributor-rule',
  cloud: 'aws',
  docs,
  shape: {},
  usage: usageOf(ruleParts),
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Rule', 'month', fixed(resource, 1), { service, item: 'contributor insights rule' }),
    ...usedLines(resource, prices, ruleParts),
  ],
  from: {
    terraform: {
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_contributor_insight_rule
      aws_cloudwatch_contributor_insight_rule: { facts: {} },
      aws_cloudwatch_contributor_managed_insight_rule: { facts: {} },
    },
  },
  label: () => 'contributor rule',
})

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_stream
const stream = billedByUse({
  id: 'aws/cloudwatch-metric-stream',
  docs,
  types: { aws_cloudwatch_metric_stream: {} },
  label: 'metric stream',
  parts: [
    {
      label: 'Metric updates',
      unit: 'update',
      name: 'updates',
      meaning: 'metric updates sent in a month',
      price: { service, item: 'metric stream update' },
    },
  ],
})

export const resources = [alarm, composite, dashboard, insightRule, stream]

export const examples: readonly ResourceExample[] = [
  {
    name: 'alarms by the metric: $0.10, $0.30 below a minute, 2 × $0.10 of an expression, 3 × $0.10 with an anomaly band',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name  = "cpu"
  metric_name = "CPUUtilization"
  namespace   = "AWS/EC2"
  period      = 300
}

resource "aws_cloudwatch_metric_alarm" "fast" {
  alarm_name  = "fast"
  metric_name = "Latency"
  namespace   = "Own"
  period      = 10
}

resource "aws_cloudwatch_metric_alarm" "ratio" {
  alarm_name = "ratio"
  metric_query {
    id          = "e"
    expression  = "a / b"
    return_data = true
  }
  metric_query {
    id = "a"
    metric {
      metric_name = "Errors"
      namespace   = "Own"
      period      = 60
      stat        = "Sum"
    }
  }
  metric_query {
    id = "b"
    metric {
      metric_name = "Requests"
      namespace   = "Own"
      period      = 60
      stat        = "Sum"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "band" {
  alarm_name          = "band"
  threshold_metric_id = "e"
  metric_query {
    id         = "e"
    expression = "ANOMALY_DETECTION_BAND(a)"
  }
  metric_query {
    id = "a"
    metric {
      metric_name = "CPUUtilization"
      namespace   = "AWS/EC2"
      period      = 120
      stat        = "Average"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "query" {
  alarm_name = "query"
  metric_query {
    id         = "q"
    expression = "SELECT MAX(CPUUtilization) FROM SCHEMA(\\"AWS/EC2\\", InstanceId)"
    period     = 60
  }
}
`,
    sees: [
      { address: 'aws_cloudwatch_metric_alarm.cpu', usd: 0.1, status: 'priced', lines: ['Alarm metrics'] },
      { address: 'aws_cloudwatch_metric_alarm.fast', usd: 0.3, status: 'priced' },
      { address: 'aws_cloudwatch_metric_alarm.ratio', usd: 0.2, status: 'priced' },
      { address: 'aws_cloudwatch_metric_alarm.band', usd: 0.3, status: 'priced' },
      {
        address: 'aws_cloudwatch_metric_alarm.query',
        usd: null,
        status: 'partial',
        unknown: ['Alarm metrics: dynamic'],
      },
    ],
  },
  {
    name: 'a dashboard is $3 a month; two of them $6',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudwatch_dashboard" "one" {
  dashboard_name = "one"
  dashboard_body = "{}"
}

resource "aws_cloudwatch_dashboard" "two" {
  count          = 2
  dashboard_name = "two"
  dashboard_body = "{}"
}
`,
    sees: [
      { address: 'aws_cloudwatch_dashboard.one', usd: 3, status: 'priced' },
      { address: 'aws_cloudwatch_dashboard.two', usd: 6, status: 'priced' },
    ],
  },
  {
    name: 'what a region has no row for is never free',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_cloudwatch_composite_alarm" "all" {
  alarm_name = "all"
  alarm_rule = "ALARM(a)"
}

resource "aws_cloudwatch_contributor_insight_rule" "top" {
  rule_name       = "top"
  rule_definition = "{}"
}

resource "aws_cloudwatch_metric_stream" "out" {
  firehose_arn  = "x"
  role_arn      = "x"
  output_format = "json"
}
`,
    sees: [
      { address: 'aws_cloudwatch_composite_alarm.all', usd: null, status: 'unknown' },
      { address: 'aws_cloudwatch_contributor_insight_rule.top', usd: null, status: 'unknown' },
      { address: 'aws_cloudwatch_metric_stream.out', usd: null, status: 'unknown' },
    ],
  },
]
