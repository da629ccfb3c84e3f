import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import type { Edit, Fact, Location, Resource } from '../../core/types.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'dedicated-tenancy',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'Machines run on hardware that is kept for one customer.',
    why: 'Dedicated machines cost more by the hour, and every hour in which at least one runs in a region is billed an amount on top.',
    fix: 'Use default tenancy; the machine is made anew.',
    unless: 'A licence or a regulation asks for hardware that nobody else is on.',
    source: 'https://aws.amazon.com/ec2/pricing/dedicated-instances/',
    alters: ['replacement'],
  },
  options,
  *check(resource, { estimateWith, document }) {
    const { tenancy } = resource.shape
    if (tenancy === undefined || valueOf(tenancy) !== 'dedicated') return
    const shape = { ...resource.shape, tenancy: known<Fact>('default', resource.location) }
    const shared = estimateWith({ shape }).lines.find(({ unit }) => unit === 'hour')
    const amount = shared?.usd
      ? say`${usd(shared.usd)} a month`
      : shared?.unitUsd && say`${usd(shared.unitUsd)} an hour each`
    const at = resource.source.values.tenancy ?? factPlace(resource, tenancy, document)
    const edit = editOf(resource, at, document)
    yield {
      at,
      message: say`Dedicated tenancy: dearer by the hour than shared hardware${amount ? say` (${amount})` : ''}, and each hour of the region has a fee on top; no list that is read has either amount. Use default tenancy unless a licence or a regulation forbids it.`,
      fixes: edit ? [{ title: 'Use default tenancy', safety: 'suggestion', edits: [edit], claim: 'governs' }] : [],
    }
  },
})

/** Of the block that writes it itself, or of the call. */
function editOf({ source }: Resource, at: Location, document: Document): Edit | undefined {
  const quote = /^(["'])dedicated\1$/.exec(textOf(document, at.cell).slice(...at.span))?.[1]
  if (source.call) return quote ? replace(at, `${quote}default${quote}`) : undefined
  return source.values.tenancy && replace(at, '"default"')
}

const machine = (tenancy: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "ledger" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
  tenancy       = ${tenancy}
}
`

export const examples: readonly RuleExample[] = [
  {
    name: 'an instance',
    lang: 'terraform',
    code: machine('"dedicated"'),
    finds: [
      {
        line: 8,
        message:
          'Dedicated tenancy: dearer by the hour than shared hardware ($70.08 a month), and each hour of the region has a fee on top; no list that is read has either amount. Use default tenancy unless a licence or a regulation forbids it.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "ledger" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
  tenancy       = "default"
}
`,
      },
    ],
  },
  {
    name: 'a group whose template says so',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "worker" {
  instance_type = "m5.large"

  placement {
    tenancy = "dedicated"
  }
}

resource "aws_autoscaling_group" "workers" {
  min_size           = 2
  max_size           = 2
  availability_zones = ["us-east-1a"]

  launch_template {
    id = aws_launch_template.worker.id
  }
}
`,
    finds: [
      {
        line: 13,
        message:
          'Dedicated tenancy: dearer by the hour than shared hardware ($140.16 a month), and each hour of the region has a fee on top; no list that is read has either amount. Use default tenancy unless a licence or a regulation forbids it.',
      },
    ],
  },
  {
    name: 'machines that a program starts',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(
    ImageId="ami-1", InstanceType="m5.large", MinCount=1, MaxCount=1, Placement={"Tenancy": "dedicated"}
)
`,
    finds: [
      {
        line: 5,
        message:
          'Dedicated tenancy: dearer by the hour than shared hardware ($70.08 a month), and each hour of the region has a fee on top; no list that is read has either amount. Use default tenancy unless a licence or a regulation forbids it.',
        fixed: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(
    ImageId="ami-1", InstanceType="m5.large", MinCount=1, MaxCount=1, Placement={"Tenancy": "default"}
)
`,
      },
    ],
  },
  {
    name: 'machines that a program starts, TypeScript',
    lang: 'typescript',
    code: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(
  new RunInstancesCommand({ InstanceType: 'm5.large', MinCount: 1, MaxCount: 1, Placement: { Tenancy: 'dedicated' } }),
)
`,
    finds: [
      {
        line: 5,
        message:
          'Dedicated tenancy: dearer by the hour than shared hardware ($70.08 a month), and each hour of the region has a fee on top; no list that is read has either amount. Use default tenancy unless a licence or a regulation forbids it.',
        fixed: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(
  new RunInstancesCommand({ InstanceType: 'm5.large', MinCount: 1, MaxCount: 1, Placement: { Tenancy: 'default' } }),
)
`,
      },
    ],
  },
  { name: 'shared hardware', lang: 'terraform', code: machine('"default"'), finds: [] },
  { name: 'a host of one’s own bills the host', lang: 'terraform', code: machine('"host"'), finds: [] },
]
