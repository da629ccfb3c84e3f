// https://aws.amazon.com/ses/pricing/
import type { ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sesv2_email_identity
const sender = billedByUse({
  id: 'aws/ses-identity',
  docs: 'https://aws.amazon.com/ses/pricing/',
  types: { aws_sesv2_email_identity: {}, aws_ses_domain_identity: {}, aws_ses_email_identity: {} },
  label: 'mail sender',
  parts: [
    {
      label: 'Messages',
      unit: 'message',
      name: 'messages',
      meaning: 'messages sent to one recipient each in a month',
      price: { service: 'ses', item: 'message' },
    },
  ],
})

export const resources = [sender]

export const examples: readonly ResourceExample[] = [
  {
    name: 'mail: 50,000 messages × $0.10 by 1,000, of whichever identity sends them',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sesv2_email_identity" "new" {
  email_identity = "example.com"
}

resource "aws_ses_domain_identity" "old" {
  domain = "example.com"
}
`,
    usage: { aws_sesv2_email_identity: { messages: 50_000 } },
    sees: [
      { address: 'aws_sesv2_email_identity.new', usd: 5, status: 'priced' },
      { address: 'aws_ses_domain_identity.old', usd: null, status: 'partial', unknown: ['Messages: usage'] },
    ],
  },
]
