import * as z from 'zod/mini'
import { machineHours } from '../../core/estimate/machine-hours.ts'
import { say, usd } from '../../core/money.ts'
import { fits } from '../../core/prices/user/wildcard.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'

const options = z.object({
  types: z
    ._default(z.array(z.string()), [])
    .check(z.describe('Machine types the team has agreed on, like "t4g.*" or "*.large". Empty: any.')),
})

export const rule = defineRule({
  id: 'unpreferred-type',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A machine is of a type that the team has not agreed on.',
    why: 'Few types make commitments pay, and a list keeps large machines from being rented by accident.',
    fix: 'Take one of the agreed types, or add the type to the list.',
    unless: 'The list is empty, or the work needs the type.',
    source: 'https://www.finops.org/framework/capabilities/policy-governance/',
  },
  options,
  *check(resource, { options, estimate, document }) {
    if (options.types.length === 0) return
    const machine = machineHours({ site: resource, estimate }).find(
      ({ type }) => !options.types.some((pattern) => fits(pattern, type)),
    )
    if (!machine) return
    yield {
      at: factPlace(resource, resource.shape.instanceType, document),
      message: say`${machine.type} is none of the agreed types (${options.types.join(', ')})${machine.line.usd ? say`; it costs ${usd(machine.line.usd)} a month` : ''}. Take one of them, or add it to the list.`,
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Terraform',
    lang: 'terraform',
    options: { types: ['t4g.*', 'm7g.*'] },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "planner" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.24xlarge"
}
`,
    finds: [
      {
        line: 7,
        message:
          'm5.24xlarge is none of the agreed types (t4g.*, m7g.*); it costs $3,364 a month. Take one of them, or add it to the list.',
      },
    ],
  },
  {
    name: 'Python, started by a program',
    lang: 'python',
    options: { types: ['t4g.*'] },
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-1", InstanceType="m5.4xlarge", MinCount=1, MaxCount=1)
`,
    finds: [
      {
        line: 4,
        message:
          'm5.4xlarge is none of the agreed types (t4g.*); it costs $560.64 a month. Take one of them, or add it to the list.',
      },
    ],
  },
  {
    name: 'TypeScript, started by a program',
    lang: 'typescript',
    options: { types: ['t4g.*'] },
    code: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(new RunInstancesCommand({ ImageId: 'ami-1', InstanceType: 'm5.4xlarge', MinCount: 1, MaxCount: 1 }))
`,
    finds: [
      {
        line: 4,
        message:
          'm5.4xlarge is none of the agreed types (t4g.*); it costs $560.64 a month. Take one of them, or add it to the list.',
      },
    ],
  },
  {
    name: 'an agreed type',
    lang: 'terraform',
    options: { types: ['m5.*'] },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "planner" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
}
`,
    finds: [],
  },
  {
    name: 'no list',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "planner" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.24xlarge"
}
`,
    finds: [],
  },
]
