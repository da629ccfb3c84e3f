// https://aws.amazon.com/appflow/pricing/: by what it moves.
import { usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const flow = defineResource({
  id: 'aws/appflow-flow',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/appflow/pricing/',
  shape: {},
  usage: { runs: 'runs', processedGB: 'GB processed' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Runs', 'run', usage(resource, 'runs'), { service: 'appflow', item: 'flow run' }),
    serviceLine(resource, prices, 'Data processed', 'GB', usage(resource, 'processedGB'), {
      service: 'appflow',
      item: 'data processed',
    }),
  ],
  from: { terraform: { aws_appflow_flow: { facts: {} } } },
  label: () => 'AppFlow flow',
})

export const resources = [flow]

export const free: readonly string[] = ['aws_appflow_connector_profile']

export const examples: readonly ResourceExample[] = [
  {
    name: 'without a row for the region, never $0',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_appflow_flow" "sales" {
  name = "sales"
}
`,
    sees: [
      {
        address: 'aws_appflow_flow.sales',
        usd: null,
        status: 'unknown',
        unknown: ['Runs: no-price', 'Data processed: no-price'],
      },
    ],
  },
]
