// https://aws.amazon.com/config/pricing/
import { usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine, type Tier, tierLines } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

/** Evaluations of all rules of an account and region in a month; here of this one. */
const tiers: readonly Tier[] = [
  { service: 'config', item: 'rule evaluation', upTo: 100_000 },
  { service: 'config', item: 'rule evaluation next 400K', upTo: 500_000 },
  { service: 'config', item: 'rule evaluation over 500K', upTo: Number.POSITIVE_INFINITY },
]

const rule = defineResource({
  id: 'aws/config-rule',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/config/pricing/',
  shape: {},
  usage: { evaluations: 'evaluations, one for each resource it looks at' },
  lines: (resource, prices) =>
    tierLines(resource, prices, 'Evaluations', 'evaluation', usage(resource, 'evaluations'), tiers),
  from: {
    terraform: {
      aws_config_config_rule: { facts: {} },
      aws_config_organization_custom_policy_rule: { facts: {} },
      aws_config_organization_custom_rule: { facts: {} },
      aws_config_organization_managed_rule: { facts: {} },
    },
  },
  label: () => 'Config rule',
})

const recorder = defineResource({
  id: 'aws/config-recorder',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/config/pricing/',
  shape: {},
  usage: { items: 'configuration items, one for each change recorded' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Configuration items', 'item', usage(resource, 'items'), {
      service: 'config',
      item: 'item',
    }),
  ],
  from: { terraform: { aws_config_configuration_recorder: { facts: {} } } },
  label: () => 'Config recorder',
})

const pack = defineResource({
  id: 'aws/config-conformance-pack',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/config/pricing/',
  shape: {},
  usage: { evaluations: 'evaluations of its rules' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Evaluations', 'evaluation', usage(resource, 'evaluations'), {
      service: 'config',
      item: 'conformance pack evaluation',
    }),
  ],
  from: {
    terraform: {
      aws_config_conformance_pack: { facts: {} },
      aws_config_organization_conformance_pack: { facts: {} },
    },
  },
  label: () => 'Conformance pack',
})

export const resources = [rule, recorder, pack]

export const free: readonly string[] = [
  'aws_config_aggregate_authorization',
  'aws_config_configuration_aggregator',
  'aws_config_configuration_recorder_status',
  'aws_config_delivery_channel',
  'aws_config_retention_configuration',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '1 M evaluations: 100,000 × $0.001 + 400,000 × $0.0008 + 500,000 × $0.0005',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_config_config_rule" "encrypted" {
  name = "encrypted"
}

resource "aws_config_organization_managed_rule" "everywhere" {
  name            = "everywhere"
  rule_identifier = "IAM_PASSWORD_POLICY"
}
`,
    usage: { aws_config_config_rule: { evaluations: 1e6 } },
    sees: [
      {
        address: 'aws_config_config_rule.encrypted',
        usd: 670,
        status: 'priced',
        lines: ['Evaluations', 'Evaluations over 100,000', 'Evaluations over 500,000'],
      },
      {
        address: 'aws_config_organization_managed_rule.everywhere',
        usd: null,
        status: 'partial',
        unknown: ['Evaluations: usage'],
      },
    ],
  },
  {
    name: '20,000 items × $0.003; a pack by its own evaluations',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_config_configuration_recorder" "all" {
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_conformance_pack" "base" {
  name = "base"
}
`,
    usage: { aws_config_configuration_recorder: { items: 20_000 } },
    sees: [
      { address: 'aws_config_configuration_recorder.all', usd: 60, status: 'priced' },
      { address: 'aws_config_conformance_pack.base', usd: null, lines: ['Evaluations'] },
    ],
  },
]
