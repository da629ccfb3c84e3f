// https://aws.amazon.com/inspector/pricing/
import type { ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

const inspector = billedByUse({
  id: 'aws/inspector',
  docs: 'https://aws.amazon.com/inspector/pricing/',
  types: { aws_inspector2_enabler: {}, aws_inspector_assessment_template: {} },
  label: 'vulnerability scanner',
  parts: [
    {
      label: 'Instances scanned',
      unit: 'instance-hour',
      name: 'instanceHours',
      meaning: 'hours of all instances scanned in a month',
      price: { service: 'inspector', item: 'EC2 scanning' },
    },
  ],
})

export const resources = [inspector]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what it looks at is use, and without a row it has no price, never none',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_inspector2_enabler" "all" {
  account_ids    = ["123456789012"]
  resource_types = ["EC2"]
}
`,
    sees: [{ address: 'aws_inspector2_enabler.all', usd: null, status: 'unknown' }],
  },
]
