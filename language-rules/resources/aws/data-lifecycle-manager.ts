// https://aws.amazon.com/ebs/pricing/: a policy costs nothing by itself, the snapshots that it takes are stored.
import { line, usage } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { storagePrice } from './item-lines.ts'

const policy = defineResource({
  id: 'aws/dlm-policy',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ebs/pricing/',
  shape: {},
  usage: { storedGB: 'GB of the snapshots it keeps: blocks that were written and differ from the snapshot before' },
  lines: (resource, prices) => [
    line(
      'Snapshot storage',
      'GB-month',
      usage(resource, 'storedGB'),
      storagePrice(resource, prices, 'ebs', 'snapshot'),
    ),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy
  from: { terraform: { aws_dlm_lifecycle_policy: { facts: {} } } },
  label: () => 'snapshot policy',
})

export const resources = [policy]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what a policy keeps is stored: 100 GB × $0.05; untold there is a unit price alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "daily"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  state              = "ENABLED"
}

resource "aws_dlm_lifecycle_policy" "untold" {
  description        = "weekly"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"
  state              = "ENABLED"
}
`,
    usage: { '*.daily': { storedGB: 100 } },
    sees: [
      { address: 'aws_dlm_lifecycle_policy.daily', usd: 5, status: 'priced' },
      {
        address: 'aws_dlm_lifecycle_policy.untold',
        usd: null,
        status: 'partial',
        unknown: ['Snapshot storage: usage'],
      },
    ],
  },
]
