// https://aws.amazon.com/shield/pricing/
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'
import { billedByUse } from './by-use.ts'

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

/**
 * The subscription covers any number of protected resources; what they send out is billed on top, by the GB:
 * https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary-deciding.html
 */
const protection = billedByUse({
  id: 'aws/shield-protection',
  docs: 'https://aws.amazon.com/shield/pricing/',
  types: { aws_shield_protection: {} },
  label: 'Shield protection',
  parts: [
    {
      label: 'Data out',
      unit: 'GB',
      name: 'outboundGB',
      meaning: 'GB that the protected resource sends out in a month',
      price: { service: 'shield', item: 'data out' },
    },
  ],
})

export const resources = [shield, protection]

export const examples: readonly ResourceExample[] = [
  {
    name: 'one fee, and where there is no row for it no price, never none',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_shield_subscription" "all" {}

resource "aws_shield_protection" "web" {
  name         = "web"
  resource_arn = "arn:aws-us-gov:elasticloadbalancing:us-gov-east-1:123456789012:loadbalancer/app/web/1"
}
`,
    sees: [
      { address: 'aws_shield_subscription.all', usd: null, status: 'unknown' },
      { address: 'aws_shield_protection.web', usd: null, status: 'unknown', unknown: ['Data out: no-price'] },
    ],
  },
]
