import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace, headerOf, isPlaced } from '../../core/rules/block-place.ts'
import type { Edit, Fact, Location, Resource } from '../../core/types.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'detailed-monitoring',
  on: 'resource',
  severity: 'info',
  preset: 'recommended',
  docs: {
    what: 'The metrics of a machine are kept by the minute and not by five.',
    why: 'Basic monitoring is free; detailed monitoring is billed for each of the metrics, each month, for each machine.',
    fix: 'Switch it off where nothing scales or alarms by the minute.',
    unless: 'A scaling policy or an alarm has to act within minutes.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html',
    alters: ['sight'],
  },
  options,
  *check(resource, { estimate, estimateWith, document }) {
    const { monitoring } = resource.shape
    if (monitoring === undefined || monitoring.is !== 'known' || valueOf(monitoring) !== true) return
    if (resource.shape.watchedByMinute !== undefined) return
    // A published module has it on by its own default, and the call may have no way to say otherwise.
    const place = resource.source.values.monitoring ?? factPlace(resource, monitoring, document)
    const isElsewhere = place.span.join() === headerOf(resource, document).span.join()
    // Of a module's own file the default is its callers' to change.
    if (isElsewhere && (isPlaced(resource) || monitoring.via === 'variable')) return
    const line = estimate.lines.find(({ label }) => label === 'Detailed monitoring')
    if (!line?.usd || line.usd.likely <= 0) return
    const shape = { ...resource.shape, monitoring: known<Fact>(false, resource.location) }
    const edit = editOf(resource, place, document)
    yield {
      at: place,
      message: say`Detailed monitoring: ${usd(line.usd)} a month for metrics by the minute; by five minutes they are free. Switch it off unless an alarm or a scaling policy needs it.`,
      after: estimateWith({ shape }),
      fixes: edit
        ? [{ title: 'Switch detailed monitoring off', safety: 'suggestion', edits: [edit], claim: 'saves' }]
        : [],
    }
  },
})

/** Of the block that writes it itself, of the module's call that sets it, or of the call in code. */
function editOf(resource: Resource, at: Location, document: Document): Edit | undefined {
  const { source, shape } = resource
  const text = textOf(document, at.cell).slice(...at.span)
  if (source.call) {
    return text === 'True' ? replace(at, 'False') : text === 'true' ? replace(at, 'false') : undefined
  }
  const isOurs = (source.values.monitoring !== undefined && text === 'true') || isPlaced(resource)
  return isOurs ? setAttribute(resource, 'monitoring', 'false', document, shape.monitoring) : undefined
}

const machine = (more: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  count         = 3
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
${more}}
`

export const examples: readonly RuleExample[] = [
  {
    name: 'three instances',
    lang: 'terraform',
    code: machine('  monitoring    = true\n'),
    finds: [
      {
        line: 9,
        message:
          'Detailed monitoring: $6.30 a month for metrics by the minute; by five minutes they are free. Switch it off unless an alarm or a scaling policy needs it.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  count         = 3
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.medium"
  monitoring    = false
}
`,
      },
    ],
  },
  {
    name: 'a group whose template has it',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "worker" {
  instance_type = "m5.large"

  monitoring {
    enabled = true
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
          'Detailed monitoring: $4.20 a month for metrics by the minute; by five minutes they are free. Switch it off unless an alarm or a scaling policy needs it.',
      },
    ],
  },
  {
    name: 'machines that a program starts',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-1", InstanceType="m5.large", MinCount=4, MaxCount=4, Monitoring={"Enabled": True})
`,
    finds: [
      {
        line: 4,
        message:
          'Detailed monitoring: $8.40 a month for metrics by the minute; by five minutes they are free. Switch it off unless an alarm or a scaling policy needs it.',
        fixed: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-1", InstanceType="m5.large", MinCount=4, MaxCount=4, Monitoring={"Enabled": False})
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
  new RunInstancesCommand({ InstanceType: 'm5.large', MinCount: 4, MaxCount: 4, Monitoring: { Enabled: true } }),
)
`,
    finds: [
      {
        line: 5,
        message:
          'Detailed monitoring: $8.40 a month for metrics by the minute; by five minutes they are free. Switch it off unless an alarm or a scaling policy needs it.',
        fixed: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(
  new RunInstancesCommand({ InstanceType: 'm5.large', MinCount: 4, MaxCount: 4, Monitoring: { Enabled: false } }),
)
`,
      },
    ],
  },
  {
    name: 'an alarm of the root looks at each minute',
    lang: 'terraform',
    code: `${machine('  monitoring    = true\n')}
resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  period              = 60
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
}
`,
    finds: [],
  },
  { name: 'basic monitoring', lang: 'terraform', code: machine(''), finds: [] },
  { name: 'switched off', lang: 'terraform', code: machine('  monitoring    = false\n'), finds: [] },
]
