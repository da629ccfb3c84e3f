// https://aws.amazon.com/security-hub/pricing/
import type { ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

const securityHub = billedByUse({
  id: 'aws/security-hub',
  docs: 'https://aws.amazon.com/security-hub/pricing/',
  types: { aws_securityhub_account: {} },
  label: 'security hub',
  parts: [
    {
      label: 'Security checks',
      unit: 'check',
      name: 'checks',
      meaning: 'security checks in a month',
      price: { service: 'securityhub', item: 'security checks' },
    },
  ],
})

export const resources = [securityHub]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what it looks at is use, and without a row it has no price, never none',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_securityhub_account" "all" {}
`,
    sees: [{ address: 'aws_securityhub_account.all', usd: null, status: 'unknown' }],
  },
]
