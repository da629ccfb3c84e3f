// https://aws.amazon.com/cloudwatch/pricing/, the tab of real user monitoring
import type { ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rum_app_monitor
const monitor = billedByUse({
  id: 'aws/rum-monitor',
  docs: 'https://aws.amazon.com/cloudwatch/pricing/',
  types: { aws_rum_app_monitor: {} },
  label: 'user monitor',
  parts: [
    {
      label: 'Events',
      unit: 'event',
      name: 'events',
      meaning: 'events of users in a month',
      price: { service: 'cloudwatch', item: 'RUM event' },
    },
  ],
})

export const resources = [monitor]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what a region has no row for is never free',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_rum_app_monitor" "web" {
  name   = "web"
  domain = "example.com"
}
`,
    sees: [{ address: 'aws_rum_app_monitor.web', usd: null, status: 'unknown', unknown: ['Events: no-price'] }],
  },
]
