// https://aws.amazon.com/xray/pricing/: by the traces that are recorded, and that insights of a group look at.
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { flagFact } from '../block-facts.ts'
import { type Used, unpriced, usageOf, usedLines } from '../used.ts'
import { billedByUse } from './by-use.ts'

const docs = 'https://aws.amazon.com/xray/pricing/'

const traces = (label: string, meaning: string, item: string): readonly Used[] => [
  { label, unit: 'trace', name: 'traces', meaning, price: { service: 'xray', item } },
]

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/xray_sampling_rule
const rule = billedByUse({
  id: 'aws/xray-sampling-rule',
  docs,
  types: { aws_xray_sampling_rule: {} },
  label: 'trace sampling',
  parts: traces('Traces recorded', 'traces that the rule has recorded in a month', 'traces recorded'),
})

const seen = traces('Insights', 'traces of the group that insights look at in a month', 'insights traces')

const group = defineResource({
  id: 'aws/xray-group',
  cloud: 'aws',
  docs,
  shape: { hasInsights: 'whether insights are on' },
  usage: usageOf(seen),
  lines: (resource, prices) => {
    const hasInsights = fact(resource, 'hasInsights')
    if (hasInsights.is === 'unknown') return unpriced(usedLines(resource, prices, seen), hasInsights.why)
    return valueOf(hasInsights) === true ? usedLines(resource, prices, seen) : []
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/xray_group
    terraform: {
      aws_xray_group: { facts: { hasInsights: flagFact('insights_configuration.insights_enabled', false) } },
    },
  },
  label: () => 'trace group',
})

export const resources = [rule, group]

export const free: readonly string[] = ['aws_xray_encryption_config', 'aws_xray_resource_policy']

export const examples: readonly ResourceExample[] = [
  {
    name: 'what a rule records is use, never free: 2 M traces × $5; a group is free without insights',
    terraform: `provider "aws" {
  region = "us-east-1"
}

variable "has_insights" {}

resource "aws_xray_sampling_rule" "all" {
  rule_name = "all"
}

resource "aws_xray_group" "plain" {
  group_name        = "plain"
  filter_expression = "responsetime > 5"
}

resource "aws_xray_group" "watched" {
  group_name        = "watched"
  filter_expression = "responsetime > 5"

  insights_configuration {
    insights_enabled = true
  }
}

resource "aws_xray_group" "open" {
  group_name        = "open"
  filter_expression = "responsetime > 5"

  insights_configuration {
    insights_enabled = var.has_insights
  }
}
`,
    usage: { 'aws_xray_sampling_rule.all': { traces: 2_000_000 } },
    sees: [
      { address: 'aws_xray_sampling_rule.all', usd: 10, status: 'priced' },
      { address: 'aws_xray_group.plain', usd: null, status: 'free' },
      { address: 'aws_xray_group.watched', usd: null, status: 'partial', unknown: ['Insights: usage'] },
      { address: 'aws_xray_group.open', usd: null, status: 'unknown', unknown: ['Insights: absent'] },
    ],
  },
]
