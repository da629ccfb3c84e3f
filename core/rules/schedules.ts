// What runs a machine in the hours somebody works, as each provider's own resources or arguments say it.
import { addArgument } from '../fixes/arguments.ts'
import { addAfterBlock, setAttribute } from '../fixes/blocks.ts'
import { valueOf } from '../known.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Resource } from '../types.ts'
import { notebookSchedule } from './notebook-schedule.ts'

export const hoursOfWeek = 168
/** From eight to six, Monday to Friday. */
export const hoursOfSchedule = 50

export interface Schedule {
  readonly title: string
  readonly edits: readonly Edit[]
}

type Context = Pick<ResourceContext<unknown>, 'code' | 'document'>

/** Undefined where nothing beside one block, or in one call, would do. */
export function scheduleOf(resource: Resource, context: Context): Schedule | undefined {
  const { document } = context
  const { values } = resource.source
  if (values.count || values.for_each || resource.address.endsWith(']')) return undefined
  const after = (lines: readonly string[]) => addAfterBlock(resource, lines, document)
  const one = (title: string, edit: Edit | undefined) => edit && { title, edits: [edit] }
  const title = 'Run it ten hours a day from Monday to Friday'
  switch (resource.type) {
    case 'aws_instance':
      return one(title, after(scheduler(resource)))
    case 'aws_autoscaling_group': {
      const size = sizeOf(resource)
      return size === undefined ? undefined : one(title, after(actions(resource, size)))
    }
    case 'google_compute_instance': {
      const region = valueOf(resource.region)
      const attached = setAttribute(resource, 'resource_policies', `[${policyOf(resource)}.id]`, document)
      const added = region === undefined ? undefined : after(policy(resource, region))
      return attached && added && { title, edits: [attached, added] }
    }
    case 'azurerm_linux_virtual_machine':
    case 'azurerm_windows_virtual_machine':
      return one('Shut it down every evening', after(shutdown(resource)))
    case 'azureml.ComputeInstance':
      return one(
        'Shut it down after an idle hour',
        addArgument(resource, 'idle_time_before_shutdown_minutes', '60', document),
      )
    case 'aws_sagemaker_notebook_instance':
    case 'aws.create_notebook_instance':
      return notebookSchedule(resource, context)
    default:
      return undefined
  }
}

/** How many run, where that is one number. */
export function sizeOf({ shape }: Resource): number | undefined {
  const size = shape.capacity && valueOf(shape.capacity)
  return typeof size === 'number' ? size : undefined
}

const nameOf = ({ address }: Resource) => address.split('.').at(-1)!
const ownAddress = ({ address }: Resource) => address.split('.').slice(-2).join('.')

function actions(resource: Resource, size: number): readonly string[] {
  const action = (name: string, recurrence: string, count: number) => [
    `resource "aws_autoscaling_schedule" "${nameOf(resource)}_${name}" {`,
    `  scheduled_action_name  = "${name}"`,
    `  autoscaling_group_name = ${ownAddress(resource)}.name`,
    `  recurrence             = "${recurrence}"`,
    `  min_size               = ${count}`,
    `  max_size               = ${size}`,
    `  desired_capacity       = ${count}`,
    '}',
  ]
  return [...action('up', '0 8 * * MON-FRI', size), '', ...action('down', '0 18 * * MON-FRI', 0)]
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html */
function scheduler(resource: Resource): readonly string[] {
  const name = nameOf(resource)
  const of = ownAddress(resource)
  const role = `aws_iam_role.${name}_hours`
  const schedule = (what: string, hour: number) => [
    `resource "aws_scheduler_schedule" "${name}_${what}" {`,
    `  schedule_expression = "cron(0 ${hour} ? * MON-FRI *)"`,
    '',
    '  flexible_time_window {',
    '    mode = "OFF"',
    '  }',
    '',
    '  target {',
    `    arn      = "arn:aws:scheduler:::aws-sdk:ec2:${what}Instances"`,
    `    role_arn = ${role}.arn`,
    `    input    = jsonencode({ InstanceIds = [${of}.id] })`,
    '  }',
    '}',
  ]
  const policy = (attribute: string, statement: readonly string[]) => [
    `  ${attribute} = jsonencode({`,
    '    Version = "2012-10-17"',
    '    Statement = [{',
    ...statement.map((line) => `      ${line}`),
    '    }]',
    '  })',
    '}',
  ]
  return [
    ...schedule('start', 8),
    '',
    ...schedule('stop', 18),
    '',
    `resource "aws_iam_role" "${name}_hours" {`,
    ...policy('assume_role_policy', [
      'Effect    = "Allow"',
      'Action    = "sts:AssumeRole"',
      'Principal = { Service = "scheduler.amazonaws.com" }',
    ]),
    '',
    `resource "aws_iam_role_policy" "${name}_hours" {`,
    `  role = ${role}.id`,
    ...policy('policy', [
      'Effect   = "Allow"',
      'Action   = ["ec2:StartInstances", "ec2:StopInstances"]',
      `Resource = ${of}.arn`,
    ]),
  ]
}

const policyOf = (resource: Resource) => `google_compute_resource_policy.${nameOf(resource)}_hours`

/** https://cloud.google.com/compute/docs/instances/schedule-instance-start-stop */
function policy(resource: Resource, region: string): readonly string[] {
  const name = nameOf(resource)
  return [
    `resource "google_compute_resource_policy" "${name}_hours" {`,
    `  name   = "${name.replaceAll('_', '-').toLowerCase()}-hours"`,
    `  region = "${region}"`,
    '',
    '  instance_schedule_policy {',
    '    time_zone = "UTC"',
    '',
    '    vm_start_schedule {',
    '      schedule = "0 8 * * 1-5"',
    '    }',
    '',
    '    vm_stop_schedule {',
    '      schedule = "0 18 * * 1-5"',
    '    }',
    '  }',
    '}',
  ]
}

/** https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/dev_test_global_vm_shutdown_schedule */
function shutdown(resource: Resource): readonly string[] {
  return [
    `resource "azurerm_dev_test_global_vm_shutdown_schedule" "${nameOf(resource)}" {`,
    `  virtual_machine_id    = ${ownAddress(resource)}.id`,
    `  location              = ${ownAddress(resource)}.location`,
    '  daily_recurrence_time = "1900"',
    '  timezone              = "UTC"',
    '',
    '  notification_settings {',
    '    enabled = false',
    '  }',
    '}',
  ]
}
