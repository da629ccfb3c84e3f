// https://aws.amazon.com/guardduty/pricing/ and the pages of the others
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'
import { type Used, usageOf, usedLines } from '../used.ts'

/** A service that is switched on for an account and billed by what it looks at. */
const byUse = (id: string, docs: string, types: readonly string[], label: string, parts: readonly Used[]) =>
  defineResource({
    id,
    cloud: 'aws',
    docs,
    shape: {},
    usage: usageOf(parts),
    lines: (resource, prices) => usedLines(resource, prices, parts),
    from: { terraform: Object.fromEntries(types.map((type) => [type, { facts: {} }])) },
    label: () => label,
  })

const guardDuty = byUse(
  'aws/guardduty',
  'https://aws.amazon.com/guardduty/pricing/',
  ['aws_guardduty_detector'],
  'threat detector',
  [
    {
      label: 'Management events',
      unit: 'event',
      name: 'events',
      meaning: 'management events analysed in a month',
      price: { service: 'guardduty', item: 'management events' },
    },
    {
      label: 'Flow and DNS logs',
      unit: 'GB',
      name: 'analysedGB',
      meaning: 'GB of flow and DNS logs analysed in a month',
      price: { service: 'guardduty', item: 'flow and DNS logs first 500 GB' },
    },
  ],
)

const macie = byUse(
  'aws/macie',
  'https://aws.amazon.com/macie/pricing/',
  ['aws_macie2_account', 'aws_macie2_classification_job'],
  'data classifier',
  [
    {
      label: 'Data inspected',
      unit: 'GB',
      name: 'scannedGB',
      meaning: 'GB of objects inspected in a month',
      price: { service: 'macie', item: 'data inspected' },
    },
  ],
)

const inspector = byUse(
  'aws/inspector',
  'https://aws.amazon.com/inspector/pricing/',
  ['aws_inspector2_enabler', 'aws_inspector_assessment_template'],
  'vulnerability scanner',
  [
    {
      label: 'Instances scanned',
      unit: 'instance-hour',
      name: 'instanceHours',
      meaning: 'hours of all instances scanned in a month',
      price: { service: 'inspector', item: 'EC2 scanning' },
    },
  ],
)

const securityHub = byUse(
  'aws/security-hub',
  'https://aws.amazon.com/security-hub/pricing/',
  ['aws_securityhub_account'],
  'security hub',
  [
    {
      label: 'Security checks',
      unit: 'check',
      name: 'checks',
      meaning: 'security checks in a month',
      price: { service: 'securityhub', item: 'security checks' },
    },
  ],
)

const detective = byUse(
  'aws/detective',
  'https://aws.amazon.com/detective/pricing/',
  ['aws_detective_graph'],
  'behaviour graph',
  [
    {
      label: 'Data ingested',
      unit: 'GB',
      name: 'ingestedGB',
      meaning: 'GB of events taken in in a month',
      price: { service: 'detective', item: 'data ingested' },
    },
  ],
)

/** One fee for all accounts of an organization, with a commitment of a year; data out of protected resources comes on top. */
const shield = defineResource({
  id: 'aws/shield-advanced',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/shield/pricing/',
  shape: {},
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Subscription', 'month', fixed(resource, 1), { service: 'shield', item: 'advanced' }),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/shield_subscription
  from: { terraform: { aws_shield_subscription: { facts: {}, region: everywhere } } },
  label: () => 'Shield Advanced',
})

export const resources = [guardDuty, macie, inspector, securityHub, detective, shield]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what a service looks at is use, and without a row it has no price, never none',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_guardduty_detector" "all" {}

resource "aws_macie2_account" "all" {}

resource "aws_inspector2_enabler" "all" {
  account_ids    = ["123456789012"]
  resource_types = ["EC2"]
}

resource "aws_securityhub_account" "all" {}

resource "aws_detective_graph" "all" {}

resource "aws_shield_subscription" "all" {}
`,
    sees: [
      { address: 'aws_guardduty_detector.all', usd: null, status: 'unknown' },
      { address: 'aws_macie2_account.all', usd: null, status: 'unknown' },
      { address: 'aws_inspector2_enabler.all', usd: null, status: 'unknown' },
      { address: 'aws_securityhub_account.all', usd: null, status: 'unknown' },
      { address: 'aws_detective_graph.all', usd: null, status: 'unknown' },
      { address: 'aws_shield_subscription.all', usd: null, status: 'unknown' },
    ],
  },
]
