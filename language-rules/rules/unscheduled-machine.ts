import * as z from 'zod/mini'
import { scale, sum } from '../../core/band.ts'
import type { Document } from '../../core/document.ts'
import { addAfterBlock } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { defineRule, type ProposedFix, type RuleContext } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { isNonProduction } from '../../core/rules/environment.ts'
import { machineTypeOf } from '../../core/rules/machine-type.ts'
import type { Estimate, Fact, Known, Line, Resource } from '../../core/types.ts'
import { unscheduledMachineExamples } from './examples/unscheduled-machine.ts'

const hoursOfWeek = 168

const options = z.object({
  hours: z
    ._default(z.number().check(z.gt(0), z.lt(hoursOfWeek)), 50)
    .check(z.describe('Hours of a week in which the machine is needed: ten on each of five days.')),
})

type Stop = (resource: Resource, document: Document, hours: number) => readonly string[]

/** Machines that stop and start; what stops each by the clock, where one block beside it does. */
const machines: Readonly<Record<string, Stop | undefined>> = {
  aws_instance: undefined,
  aws_autoscaling_group: groupSchedule,
  google_compute_instance: undefined,
  azurerm_linux_virtual_machine: shutdown,
  azurerm_windows_virtual_machine: shutdown,
}

const notebooks: ReadonlySet<string> = new Set([
  'aws_sagemaker_notebook_instance',
  'google_workbench_instance',
  'azurerm_machine_learning_compute_instance',
])

/** Attributes by which the block already says when it runs, or who stops it. */
const stoppers = ['resource_policies', 'lifecycle_config_name', 'desired_state', 'schedules']
const scheduled = /schedul|auto-?(stop|start|off|shutdown)|shutdown|parking|uptime|office-?hours/i

export const rule = defineRule({
  id: 'unscheduled-machine',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A machine outside production, or a notebook with a GPU, runs all hours of the week.',
    why: 'Nobody works on it at night and on weekends, and it is billed all the same.',
    fix: 'Stop it by a schedule: scheduled actions of an Auto Scaling group, an instance schedule of Compute Engine, auto-shutdown of Azure, the instance scheduler or an idle-stopping lifecycle script of AWS.',
    unless: 'Builds, tests or colleagues elsewhere use it at night, or something outside this code stops it.',
    source: 'https://docs.aws.amazon.com/solutions/latest/instance-scheduler-on-aws/solution-overview.html',
    notIn: {
      python: 'a program that starts a machine may stop it again itself',
      typescript: 'a program that starts a machine may stop it again itself',
    },
  },
  options,
  *check(resource, context) {
    const { estimate, prices, document, options } = context
    const isNotebook = notebooks.has(resource.type)
    if ((!isNotebook && !(resource.type in machines)) || estimate.per !== 'month') return
    if (isNotebook ? !hasGpu(resource, prices) : !isNonProduction(resource)) return
    if (resource.purchase !== undefined && resource.purchase !== 'on-demand') return
    if (isStopped(resource)) return
    const hourly = estimate.lines.filter(isMachine)
    const now = sum(hourly.map((line) => line.usd))
    if (!now || now.likely <= 0 || hourly.some((line) => !line.usd)) return
    const share = options.hours / hoursOfWeek
    const then = scale(now, share)
    const what = isNotebook ? 'A notebook with a GPU' : 'Not for production, and'
    yield {
      at: headerOf(resource, document),
      message: say`${what} always on: ${usd(now)} a month for the machine, ${usd(then)} if it runs ${options.hours} of the 168 hours of a week. Stop it by a schedule.`,
      after: less(estimate, hourly, share),
      fixes: fixOf(resource, context, options.hours),
    }
  },
})

/** With a discount for sustained use fewer hours have a smaller one: what is saved is then not told. */
const isMachine = ({ unit, label }: Line) => unit === 'hour' && /^Instances?( on demand)?$/.test(label)

function hasGpu(resource: Resource, prices: PriceBook): boolean {
  if (resource.shape.attachedGpu && valueOf(resource.shape.attachedGpu) !== undefined) return true
  const machine = machineTypeOf(resource)
  return machine !== undefined && (prices.specs(machine.cloud, machine.bare)?.accelerators ?? 0) > 0
}

function isStopped({ source, tags, shape }: Resource): boolean {
  const written = stoppers.some((name) => source.values[name] !== undefined || source.blocks.includes(name))
  const told = Object.entries(tags).some((tag) => scheduled.test(tag.join(' ')))
  return written || told || (shape.scheduled !== undefined && valueOf(shape.scheduled) !== false) || !isFixed(shape)
}

/** What scales, or is scheduled already, runs as long as somebody decides elsewhere. */
const isFixed = ({ capacity }: Readonly<Record<string, Known<Fact>>>) =>
  capacity === undefined || valueOf(capacity) !== undefined

/** The same with the machine's own hours cut. */
function less(estimate: Estimate, cut: readonly Line[], share: number): Estimate {
  const part = (band: Line['usd']) => band && scale(band, share)
  const lines = estimate.lines.map((line) =>
    cut.includes(line) ? { ...line, quantity: part(line.quantity), usd: part(line.usd) } : line,
  )
  return { ...estimate, lines, usd: sum(lines.map((line) => line.usd)) }
}

function fixOf(resource: Resource, context: RuleContext<Resource, unknown>, hours: number): readonly ProposedFix[] {
  const { values } = resource.source
  const stop = machines[resource.type]
  if (stop === undefined || values.count || values.for_each || resource.address.endsWith(']')) return []
  const code = stop(resource, context.document, hours)
  if (code.length === 0) return []
  const capacity = sizeOf(resource)
  const after =
    resource.type === 'aws_autoscaling_group' && capacity !== undefined
      ? context.estimateWith({ shape: { ...resource.shape, capacity: weekly(resource, capacity) } })
      : context.estimate
  const isCounted = after !== context.estimate
  return [
    {
      title: isCounted ? 'Run it ten hours a day from Monday to Friday' : 'Shut it down every evening',
      safety: 'suggestion',
      edits: [addAfterBlock(resource, code, context.document)],
      claim: isCounted ? 'saves' : 'governs',
      after,
    },
  ]
}

const week = 5 * 10

const weekly = ({ location }: Resource, capacity: number): Known<Fact> => ({
  is: 'range',
  low: 0,
  likely: (capacity * week) / hoursOfWeek,
  high: capacity,
  at: location,
})

/** How many run, where that is one number. */
function sizeOf({ shape }: Resource): number | undefined {
  const size = shape.capacity && valueOf(shape.capacity)
  return typeof size === 'number' ? size : undefined
}

const nameOf = ({ address }: Resource) => address.split('.').at(-1)!
const ownAddress = ({ address }: Resource) => address.split('.').slice(-2).join('.')

function groupSchedule(resource: Resource, _: Document, hours: number): readonly string[] {
  const size = sizeOf(resource)
  if (size === undefined || hours !== week) return []
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

export const examples = unscheduledMachineExamples
