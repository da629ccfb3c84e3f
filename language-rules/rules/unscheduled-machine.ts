import * as z from 'zod/mini'
import { scale, sum } from '../../core/band.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ProposedFix, type ResourceContext } from '../../core/rule.ts'
import { factPlace, headerOf } from '../../core/rules/block-place.ts'
import { isDemonstration, isNonProduction } from '../../core/rules/environment.ts'
import { gpusOf } from '../../core/rules/gpus.ts'
import { hoursOfSchedule, hoursOfWeek, scheduleOf, sizeOf } from '../../core/rules/schedules.ts'
import { shareOfMonth } from '../../core/rules/sustained-use.ts'
import type { Estimate, Fact, Known, Line, Resource } from '../../core/types.ts'
import { sustainedUseOfGpu } from '../resources/gcp/compute/series.ts'
import { unscheduledMachineExamples } from './examples/unscheduled-machine.ts'

const options = z.object({
  hours: z
    ._default(z.number().check(z.gt(0), z.lt(hoursOfWeek)), 50)
    .check(z.describe('Hours of a week in which the machine is needed: ten on each of five days.')),
})

/** Machines that stop and start. */
const machines: ReadonlySet<string> = new Set([
  'aws_instance',
  'aws_autoscaling_group',
  'google_compute_instance',
  'azurerm_linux_virtual_machine',
  'azurerm_windows_virtual_machine',
])

const notebooks: ReadonlySet<string> = new Set([
  'aws_sagemaker_notebook_instance',
  'google_workbench_instance',
  'azurerm_machine_learning_compute_instance',
  'azureml.ComputeInstance',
  'aws.create_notebook_instance',
])

/** Attributes by which the block already says when it runs, or who stops it. */
const stoppers = [
  ...['resource_policies', 'lifecycle_config_name', 'desired_state', 'schedules', 'LifecycleConfigName'],
  ...['idle_time_before_shutdown_minutes', 'idle_time_before_shutdown'],
]
const scheduled = /schedul|auto-?(stop|start|off|shutdown)|shutdown|parking|uptime|office-?hours/i

export const rule = defineRule({
  id: 'unscheduled-machine',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A machine outside production, or a notebook with a GPU, runs all hours of the week.',
    why: 'Nobody works on it at night and on weekends, and it is billed all the same.',
    fix: 'Stop it by a schedule: scheduled actions of an Auto Scaling group, an instance schedule of Compute Engine, auto-shutdown of Azure, the instance scheduler of AWS, or a lifecycle script of a notebook, whose role must then be allowed `sagemaker:StopNotebookInstance`.',
    unless:
      'Builds, tests or colleagues elsewhere use it at night, or something outside this code stops it. Of a machine that a program starts nothing is said: the program may end it too, and a schedule would need a role that it does not name.',
    source: 'https://docs.aws.amazon.com/solutions/latest/instance-scheduler-on-aws/solution-overview.html',
    alters: ['availability'],
  },
  options,
  *check(resource, context) {
    const { estimate, prices, document, options } = context
    const isNotebook = notebooks.has(resource.type)
    if ((!isNotebook && !machines.has(resource.type)) || estimate.per !== 'month') return
    if (isNotebook ? gpusOf(resource, prices) === undefined : !isNonProduction(resource)) return
    if (resource.purchase !== undefined && resource.purchase !== 'on-demand') return
    if (isStopped(resource) || isDemonstration(resource)) return
    const hourly = estimate.lines.filter(isMachine)
    const now = sum(hourly.map((line) => line.usd))
    if (!now || now.likely <= 0 || hourly.some((line) => !line.usd)) return
    const share = options.hours / hoursOfWeek
    const then = sum(hourly.map((line) => scale(line.usd!, shareOfMonth(share, sustainedOf(line)))))
    const what = isNotebook ? 'A notebook with a GPU' : 'Not for production, and'
    yield {
      at: resource.source.call
        ? factPlace(resource, resource.shape.instanceType, document)
        : headerOf(resource, document),
      message: say`${what} always on: ${usd(now)} a month for the machine, ${usd(then)} if it runs ${options.hours} of the 168 hours of a week. Stop it by a schedule.`,
      after: less(estimate, hourly, share),
      fixes: fixOf(resource, context, options.hours),
    }
  },
})

const isMachine = ({ unit, label }: Line) =>
  unit === 'hour' && /^(?:Instances?(?: on demand|, sustained use)?|Attached GPU)$/.test(label)

const sustainedOf = ({ label, machine }: Line) => (label === 'Attached GPU' ? sustainedUseOfGpu : machine?.sustained)

function isStopped({ source, tags, shape }: Resource): boolean {
  // Of arguments that nobody sees one may stop it.
  if (source.call && source.open === undefined) return true
  const written = stoppers.some((name) => source.values[name] !== undefined || source.blocks.includes(name))
  const told = Object.entries(tags).some((tag) => scheduled.test(tag.join(' ')))
  return written || told || (shape.scheduled !== undefined && valueOf(shape.scheduled) !== false) || !isFixed(shape)
}

/** What scales, or is scheduled already, runs as long as somebody decides elsewhere. */
const isFixed = ({ capacity }: Readonly<Record<string, Known<Fact>>>) =>
  capacity === undefined || valueOf(capacity) !== undefined

/** The same with the machine's own hours cut. */
function less(estimate: Estimate, cut: readonly Line[], share: number): Estimate {
  const lines = estimate.lines.map((line) =>
    cut.includes(line)
      ? {
          ...line,
          quantity: line.quantity && scale(line.quantity, share),
          usd: line.usd && scale(line.usd, shareOfMonth(share, sustainedOf(line))),
        }
      : line,
  )
  return { ...estimate, lines, usd: sum(lines.map((line) => line.usd)) }
}

function fixOf(resource: Resource, context: ResourceContext<unknown>, hours: number): readonly ProposedFix[] {
  const schedule = hours === hoursOfSchedule ? scheduleOf(resource, context) : undefined
  if (schedule === undefined) return []
  const capacity = sizeOf(resource)
  const isCounted = resource.type === 'aws_autoscaling_group' && capacity !== undefined
  const after = isCounted
    ? context.estimateWith({ shape: { ...resource.shape, capacity: weekly(resource, capacity) } })
    : context.estimate
  const { title, edits } = schedule
  return [{ title, safety: 'suggestion', edits, claim: isCounted ? 'saves' : 'governs', after }]
}

const weekly = ({ location }: Resource, capacity: number): Known<Fact> => ({
  is: 'range',
  low: 0,
  likely: (capacity * hoursOfSchedule) / hoursOfWeek,
  high: capacity,
  at: location,
})

export const examples = unscheduledMachineExamples
