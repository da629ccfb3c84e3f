// https://aws.amazon.com/guardduty/pricing/
import type { ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

const guardDuty = billedByUse({
  id: 'aws/guardduty',
  docs: 'https://aws.amazon.com/guardduty/pricing/',
  types: { aws_guardduty_detector: {} },
  label: 'threat detector',
  parts: [
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
})

export const resources = [guardDuty]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what it looks at is use, and without a row it has no price, never none',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_guardduty_detector" "all" {}
`,
    sees: [{ address: 'aws_guardduty_detector.all', usd: null, status: 'unknown' }],
  },
]
