// https://aws.amazon.com/systems-manager/pricing/
import { fact, isUnwritten, monthOf, product, usage } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { factOf } from '../block-facts.ts'
import { type Used, unpriced, usageOf, usedLines } from '../used.ts'

const service = 'ssm'

const calls: readonly Used[] = [
  {
    label: 'API calls',
    unit: 'request',
    name: 'requests',
    meaning: 'calls to advanced parameters in a month',
    price: { service, item: 'parameter API, advanced' },
  },
]

/** A standard parameter costs nothing, nor do calls to it at standard throughput; intelligent tiering decides by what is stored. */
function parameterLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const tier = fact(resource, 'tier')
  const name = valueOf(tier)
  if (name === 'Standard') return []
  const isOpen = name === 'Intelligent-Tiering' || tier.is === 'unknown'
  const quantity = isOpen ? unknown<number>(tier.is === 'unknown' ? tier.why : 'dynamic') : fixed(resource, 1)
  return [
    serviceLine(resource, prices, 'Advanced parameter', 'month', quantity, { service, item: 'parameter, advanced' }),
    ...usedLines(resource, prices, calls),
  ]
}

const parameter = defineResource({
  id: 'aws/ssm-parameter',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/systems-manager/pricing/',
  shape: { tier: 'Standard, Advanced or Intelligent-Tiering' },
  usage: usageOf(calls),
  lines: parameterLines,
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter
  from: { terraform: { aws_ssm_parameter: { facts: { tier: ['tier', 'Standard'] } } } },
  label: () => 'parameter',
})

/** Machines outside AWS that register by it; the standard tier costs nothing up to 1,000 in an account and region. */
const activation = defineResource({
  id: 'aws/ssm-activation',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/systems-manager/pricing/',
  shape: {},
  usage: { instances: 'machines registered in the advanced tier, mean of the month' },
  lines: (resource, prices) => [
    serviceLine(
      resource,
      prices,
      'Advanced on-premises machines',
      'hour',
      product(usage(resource, 'instances'), monthOf(resource)),
      { service, item: 'on-premises instance, advanced' },
    ),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_activation
  from: { terraform: { aws_ssm_activation: { facts: {} } } },
  label: () => 'activation',
})

const steps: readonly Used[] = [
  {
    label: 'Automation steps',
    unit: 'step',
    name: 'steps',
    meaning: 'steps of the automation that run in a month',
    price: { service, item: 'automation step' },
  },
]

/** Where it names a document of Automation, or what such a document runs on; another document is one of commands. */
function runsAutomation(block: Block): Known<Fact> {
  const type = block.target('name', 'aws_ssm_document')?.fact('document_type')
  const isOnTargets = !isUnwritten(block.fact('automation_target_parameter_name'))
  return isOnTargets || type === undefined
    ? known<Fact>(isOnTargets, block.location)
    : mapKnown(type, (is): Fact => is === 'Automation')
}

/** Commands cost nothing; a runbook of Automation is billed by the step, whatever starts it. */
const automation = defineResource({
  id: 'aws/ssm-automation',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/systems-manager/pricing/',
  shape: { isAutomation: 'whether it starts a runbook of Automation' },
  usage: usageOf(steps),
  lines: (resource, prices) => {
    const isAutomation = fact(resource, 'isAutomation')
    if (isAutomation.is === 'unknown') return unpriced(usedLines(resource, prices, steps), isAutomation.why)
    return valueOf(isAutomation) === true ? usedLines(resource, prices, steps) : []
  },
  from: {
    terraform: {
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_maintenance_window_task
      aws_ssm_maintenance_window_task: {
        facts: { isAutomation: factOf('task_type', false, (type) => type === 'AUTOMATION') },
      },
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_association
      aws_ssm_association: { facts: { isAutomation: runsAutomation } },
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_remediation_configuration: SSM_DOCUMENT alone
      aws_config_remediation_configuration: { facts: { isAutomation: (block) => known<Fact>(true, block.location) } },
    },
  },
  label: () => 'automation',
})

export const resources = [parameter, activation, automation]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a standard parameter is free; 20 machines of the advanced tier: 20 × 730 h × $0.00695',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ssm_parameter" "plain" {
  name  = "plain"
  type  = "String"
  value = "x"
}

resource "aws_ssm_activation" "office" {
  iam_role = "role"
}

resource "aws_ssm_activation" "untold" {
  iam_role = "role"
}
`,
    usage: { 'aws_ssm_activation.office': { instances: 20 } },
    sees: [
      { address: 'aws_ssm_parameter.plain', usd: null, status: 'free', assumed: ['tier'] },
      { address: 'aws_ssm_activation.office', usd: 101.47, status: 'priced' },
      {
        address: 'aws_ssm_activation.untold',
        usd: null,
        status: 'partial',
        unknown: ['Advanced on-premises machines: usage'],
      },
    ],
  },
  {
    name: 'commands are free; runbooks are billed by the step, and have no row: never free',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ssm_maintenance_window_task" "patch" {
  task_arn  = "AWS-RunPatchBaseline"
  task_type = "RUN_COMMAND"
  window_id = "mw-1"
}

resource "aws_ssm_maintenance_window_task" "restart" {
  task_arn  = "AWS-RestartEC2Instance"
  task_type = "AUTOMATION"
  window_id = "mw-1"
}

resource "aws_ssm_association" "inventory" {
  name = "AWS-GatherSoftwareInventory"
}

resource "aws_ssm_association" "stop" {
  name                             = "AWS-StopEC2Instance"
  automation_target_parameter_name = "InstanceId"
}

resource "aws_config_remediation_configuration" "encrypt" {
  config_rule_name = "encrypted"
  target_type      = "SSM_DOCUMENT"
  target_id        = "AWS-EnableS3BucketEncryption"
}
`,
    sees: [
      { address: 'aws_ssm_maintenance_window_task.patch', usd: null, status: 'free' },
      { address: 'aws_ssm_maintenance_window_task.restart', usd: null, status: 'unknown' },
      { address: 'aws_ssm_association.inventory', usd: null, status: 'free' },
      { address: 'aws_ssm_association.stop', usd: null, status: 'unknown' },
      {
        address: 'aws_config_remediation_configuration.encrypt',
        usd: null,
        status: 'unknown',
        unknown: ['Automation steps: no-price'],
      },
    ],
  },
]
