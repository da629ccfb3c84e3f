// https://aws.amazon.com/shield/pricing/
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'

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

export const resources = [shield]

export const examples: readonly ResourceExample[] = [
  {
    name: 'one fee, and where there is no row for it no price, never none',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_shield_subscription" "all" {}
`,
    sees: [{ address: 'aws_shield_subscription.all', usd: null, status: 'unknown' }],
  },
]
