// https://aws.amazon.com/detective/pricing/
import type { ResourceExample } from '../../../core/resource.ts'
import { billedByUse } from './by-use.ts'

const detective = billedByUse({
  id: 'aws/detective',
  docs: 'https://aws.amazon.com/detective/pricing/',
  types: { aws_detective_graph: {} },
  label: 'behaviour graph',
  parts: [
    {
      label: 'Data ingested',
      unit: 'GB',
      name: 'ingestedGB',
      meaning: 'GB of events taken in in a month',
      price: { service: 'detective', item: 'data ingested' },
    },
  ],
})

export const resources = [detective]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what it looks at is use, and without a row it has no price, never none',
    terraform: `provider "aws" {
  region = "us-gov-east-1"
}

resource "aws_detective_graph" "all" {}
`,
    sees: [{ address: 'aws_detective_graph.all', usd: null, status: 'unknown' }],
  },
]
