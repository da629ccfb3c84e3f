// https://aws.amazon.com/cloudformation/pricing/: resources of AWS cost nothing to handle, those of others by the operation.
import { fact, line, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Resource } from '../../../core/types.ts'

/** What stands in the template is billed as if it were written here, and is not read. */
const made = (resource: Resource) =>
  line('Resources of the template', 'month', known(1, resource.location), 'unsupported')

const stack = defineResource({
  id: 'aws/cloudformation-stack',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudformation/pricing/',
  shape: { isMade: 'whether its template makes resources here, which a set does by its instances' },
  usage: {
    handlerOperations: 'operations on resource types that are not of AWS, Alexa or Custom',
    handlerSeconds: 'seconds of them above 30 in each',
  },
  lines: (resource, prices) => {
    const item = (name: string) => ({ service: 'cloudformation', item: name })
    const operations = usage(resource, 'handlerOperations')
    const seconds = usage(resource, 'handlerSeconds')
    return [
      ...(valueOf(fact(resource, 'isMade')) === true ? [made(resource)] : []),
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
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudformation_stack
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudformation_stack_set
    terraform: {
      aws_cloudformation_stack: { facts: { isMade: (block) => known<Fact>(true, block.location) } },
      aws_cloudformation_stack_set: { facts: { isMade: (block) => known<Fact>(false, block.location) } },
    },
  },
  label: () => 'CloudFormation stack',
})

const instances = defineResource({
  id: 'aws/cloudformation-stack-instances',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudformation/pricing/',
  shape: {},
  lines: (resource) => [made(resource)],
  from: {
    terraform: {
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudformation_stack_set_instance
      aws_cloudformation_stack_set_instance: { facts: {} },
      aws_cloudformation_stack_instances: { facts: {} },
    },
  },
  label: () => 'CloudFormation stacks',
})

export const resources = [stack, instances]

export const free: readonly string[] = ['aws_cloudformation_type']

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
      {
        address: 'aws_cloudformation_stack.others',
        usd: 9.4,
        status: 'partial',
        unknown: ['Resources of the template: unsupported'],
      },
      {
        address: 'aws_cloudformation_stack_set.untold',
        usd: null,
        status: 'partial',
        unknown: ['Handler operations: usage', 'Handler duration: usage'],
      },
    ],
  },
  {
    name: 'stacks that a set makes elsewhere cost what their template makes, which is not read: never free',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudformation_stack_set_instance" "there" {
  account_id     = "123456789012"
  stack_set_name = "logging"
}
`,
    sees: [
      {
        address: 'aws_cloudformation_stack_set_instance.there',
        usd: null,
        status: 'unknown',
        unknown: ['Resources of the template: unsupported'],
      },
    ],
  },
]
