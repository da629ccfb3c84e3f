// https://aws.amazon.com/cloudformation/pricing/: resources of AWS cost nothing to handle, those of others by the operation.
import { usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const stack = defineResource({
  id: 'aws/cloudformation-stack',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudformation/pricing/',
  shape: {},
  usage: {
    handlerOperations: 'operations on resource types that are not of AWS, Alexa or Custom',
    handlerSeconds: 'seconds of them above 30 in each',
  },
  lines: (resource, prices) => {
    const item = (name: string) => ({ service: 'cloudformation', item: name })
    const operations = usage(resource, 'handlerOperations')
    const seconds = usage(resource, 'handlerSeconds')
    return [
      serviceLine(
        resource,
        prices,
        'Handler operations',
        'operation',
        operations,
        item('third-party handler operation'),
      ),
      serviceLine(resource, prices, 'Handler duration', 'second', seconds, item('handler duration above 30 s')),
    ]
  },
  from: { terraform: { aws_cloudformation_stack: { facts: {} }, aws_cloudformation_stack_set: { facts: {} } } },
  label: () => 'CloudFormation stack',
})

export const resources = [stack]

export const free: readonly string[] = [
  'aws_cloudformation_stack_instances',
  'aws_cloudformation_stack_set_instance',
  'aws_cloudformation_type',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '10,000 operations × $0.0009 + 5,000 s × $0.00008; a set without a word of use has unit prices alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudformation_stack" "others" {
  name = "others"
}

resource "aws_cloudformation_stack_set" "untold" {
  name = "untold"
}
`,
    usage: { aws_cloudformation_stack: { handlerOperations: 10_000, handlerSeconds: 5000 } },
    sees: [
      { address: 'aws_cloudformation_stack.others', usd: 9.4, status: 'priced' },
      {
        address: 'aws_cloudformation_stack_set.untold',
        usd: null,
        status: 'partial',
        unknown: ['Handler operations: usage', 'Handler duration: usage'],
      },
    ],
  },
]
