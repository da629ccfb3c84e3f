// https://aws.amazon.com/macie/pricing/
import type { ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

const macie = billedByUse({
  id: 'aws/macie',
  docs: 'https://aws.amazon.com/macie/pricing/',
  types: { aws_macie2_account: {}, aws_macie2_classification_job: {} },
  label: 'data classifier',
  parts: [
    {
      label: 'Data inspected',
      unit: 'GB',
      name: 'scannedGB',
      meaning: 'GB of objects inspected in a month',
      price: { service: 'macie', item: 'data inspected' },
    },
  ],
})

export const resources = [macie]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what it looks at is use, and without a row it has no price, never none',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_macie2_account" "all" {}
`,
    sees: [{ address: 'aws_macie2_account.all', usd: null, status: 'unknown' }],
  },
]
