import * as z from 'zod/mini'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace, headerOf, isPlaced } from '../../core/rules/block-place.ts'
import type { Fact } from '../../core/types.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'detailed-monitoring',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'The metrics of a machine are kept by the minute and not by five.',
    why: 'Basic monitoring is free; detailed monitoring is billed for each of the metrics, each month, for each machine.',
    fix: 'Switch it off where nothing scales or alarms by the minute.',
    unless: 'A scaling policy or an alarm has to act within minutes.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html',
    notIn: { python: 'monitoring of a call is not read', typescript: 'monitoring of a call is not read' },
  },
  options,
  *check(resource, { estimate, estimateWith, document }) {
    const { monitoring } = resource.shape
    if (monitoring === undefined || monitoring.is !== 'known' || valueOf(monitoring) !== true) return
    // A published module has it on by its own default, and the call may have no way to say otherwise.
    const place = resource.source.values.monitoring ?? factPlace(resource, monitoring, document)
    if (isPlaced(resource) && place.span.join() === headerOf(resource, document).span.join()) return
    const line = estimate.lines.find(({ label }) => label === 'Detailed monitoring')
    if (!line?.usd || line.usd.likely <= 0) return
    const shape = { ...resource.shape, monitoring: known<Fact>(false, resource.location) }
    const isHere = resource.source.values.monitoring !== undefined
    const edit = isHere ? setAttribute(resource, 'monitoring', 'false', document) : undefined
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
  { name: 'basic monitoring', lang: 'terraform', code: machine(''), finds: [] },
  { name: 'switched off', lang: 'terraform', code: machine('  monitoring    = false\n'), finds: [] },
]
