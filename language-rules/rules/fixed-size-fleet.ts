import * as z from 'zod/mini'
import { scale } from '../../core/band.ts'
import { type Document, textOf } from '../../core/document.ts'
import { addArgument, newlineOf, replace } from '../../core/fixes/arguments.ts'
import { addAfterBlock, addToBlock } from '../../core/fixes/blocks.ts'
import { indentAt, lineStart } from '../../core/fixes/text.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { isDemonstration } from '../../core/rules/environment.ts'
import type { Edit, Resource } from '../../core/types.ts'
import { fixedSizeFleetExamples } from './examples/fixed-size-fleet.ts'

const options = z.object({
  machines: z
    ._default(z.int().check(z.gt(1)), 3)
    .check(z.describe('So many alike, or more, that always run are told; fewer may be there for availability.')),
})

interface Fleet {
  /** How many run, of the shape; the first that is there. */
  readonly facts: readonly string[]
  /** Where that is written. */
  readonly written: string
  readonly what: string
  readonly edits?: (resource: Resource, many: number, document: Document) => readonly (Edit | undefined)[]
}

/** What can grow and shrink by itself, each by its provider's own documents. */
const fleets: Readonly<Record<string, Fleet>> = {
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
  aws_autoscaling_group: { facts: ['capacity'], written: 'min_size', what: 'machines', edits: groupEdits },
  // https://docs.aws.amazon.com/eks/latest/userguide/autoscaling.html
  aws_eks_node_group: {
    facts: ['capacity'],
    written: 'scaling_config.min_size',
    what: 'nodes',
    edits: (resource, _, document) => [toOne(resource, 'scaling_config.min_size', document)],
  },
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html
  aws_ecs_service: {
    facts: ['fargateTasks', 'spotTasks'],
    written: 'desired_count',
    what: 'tasks',
    edits: serviceEdits,
  },
  // https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-autoscaler
  google_container_node_pool: { facts: ['pools[0].nodes'], written: 'node_count', what: 'nodes', edits: poolEdits },
  // https://learn.microsoft.com/azure/aks/cluster-autoscaler
  azurerm_kubernetes_cluster_node_pool: {
    facts: ['nodes'],
    written: 'node_count',
    what: 'nodes',
    edits: (resource, many, document) => [
      addToBlock(
        resource,
        ['auto_scaling_enabled = true', 'min_count            = 1', `max_count            = ${many}`],
        document,
      ),
    ],
  },
  azurerm_linux_virtual_machine_scale_set: { facts: ['nodes'], written: 'instances', what: 'machines' },
  azurerm_windows_virtual_machine_scale_set: { facts: ['nodes'], written: 'instances', what: 'machines' },
  // https://cloud.google.com/vertex-ai/docs/predictions/configure-compute
  'vertex.deploy': {
    facts: ['minInstances'],
    written: 'min_replica_count',
    what: 'nodes',
    edits: (resource, many, document) => [
      toOne(resource, 'min_replica_count', document),
      addArgument(resource, 'max_replica_count', String(many), document),
    ],
  },
}

export const rule = defineRule({
  id: 'fixed-size-fleet',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'Several machines, nodes or tasks alike run all month, and nothing changes how many.',
    why: 'All of them are billed at the hours when one would do.',
    fix: 'Let the group scale: a target for the load, or the autoscaler of the cluster, between a small least and the number of today.',
    unless: 'The load is the same at all hours, each of them keeps a part of the data, or they are reserved.',
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html',
    alters: ['availability'],
    notIn: { typescript: 'no SDK for TypeScript that is read makes a group of machines' },
  },
  options,
  *check(resource, { estimate, document, options }) {
    const fleet = fleets[resource.type]
    const written = fleet && resource.source.values[fleet.written]
    if (!fleet || !written || estimate.per !== 'month' || !estimate.usd || estimate.usd.likely <= 0) return
    const many = sizeOf(resource, fleet)
    if (many === undefined || many < options.machines || isScaled(resource, many) || isDemonstration(resource)) return
    const edits = isWhole(textOf(document, written.cell).slice(...written.span))
      ? fleet.edits?.(resource, many, document)
      : undefined
    const isAll = edits?.every((edit) => edit !== undefined)
    yield {
      at: written,
      message: say`${many} ${fleet.what} run all month whatever there is to do: ${usd(estimate.usd)}, ${usd(scale(estimate.usd, 1 / many))} each. Let the group shrink when there is less.`,
      fixes:
        isAll && edits
          ? [
              {
                title: say`Scale between 1 and ${many}`,
                safety: 'suggestion',
                edits: edits.flatMap((edit) => edit ?? []),
                claim: 'governs',
              },
            ]
          : [],
    }
  },
})

/** The one number that runs; undefined where something decides between several. */
function sizeOf({ shape }: Resource, { facts }: Fleet): number | undefined {
  const sizes = facts.flatMap((name) => {
    const value = shape[name] && valueOf(shape[name])
    return typeof value === 'number' && value > 0 ? [value] : []
  })
  return sizes.length === 1 ? sizes[0] : undefined
}

/** The shape has the number; that it may be moved all the same is said beside it. */
function isScaled({ source, shape }: Resource, many: number): boolean {
  const most = shape.maxInstances && valueOf(shape.maxInstances)
  if (typeof most === 'number' && most > many) return true
  if (shape.maxInstances?.is === 'unknown' && shape.maxInstances.why !== 'absent') return true
  const names = ['schedules', 'autoscaling', 'auto_scaling_enabled', 'enable_auto_scaling']
  return names.some((name) => source.blocks.includes(name) || source.values[name] !== undefined)
}

const isWhole = (text: string) => /^\d+$/.test(text)

function toOne({ source }: Resource, path: string, document: Document): Edit | undefined {
  const at = source.values[path]
  return at && isWhole(textOf(document, at.cell).slice(...at.span)) ? replace(at, '1') : undefined
}

const nameOf = ({ address }: Resource) => address.split('.').at(-1)!
/** One block is one group: of an instance of several, a policy of its own could not be told by its name. */
const isAlone = ({ source, address }: Resource) =>
  !source.values.count && !source.values.for_each && !address.endsWith(']') && !address.startsWith('module.')

const tracking = (metric: string) => [
  '  target_tracking_configuration {',
  '    target_value = 60',
  '',
  '    predefined_metric_specification {',
  `      predefined_metric_type = "${metric}"`,
  '    }',
  '  }',
  '}',
]

function groupEdits(resource: Resource, _: number, document: Document): readonly (Edit | undefined)[] {
  if (!isAlone(resource)) return [undefined]
  const policy = [
    `resource "aws_autoscaling_policy" "${nameOf(resource)}_cpu" {`,
    '  name                   = "cpu"',
    `  autoscaling_group_name = ${resource.address}.name`,
    '  policy_type            = "TargetTrackingScaling"',
    '',
    ...tracking('ASGAverageCPUUtilization'),
  ]
  return [toOne(resource, 'min_size', document), addAfterBlock(resource, policy, document)]
}

function serviceEdits(resource: Resource, many: number, document: Document): readonly (Edit | undefined)[] {
  const at = resource.source.values.cluster
  const cluster =
    at && /^(aws_ecs_cluster\.[\w-]+)\.(?:id|arn|name)$/.exec(textOf(document, at.cell).slice(...at.span))?.[1]
  if (!isAlone(resource) || cluster === undefined) return [undefined]
  const name = nameOf(resource)
  const code = [
    `resource "aws_appautoscaling_target" "${name}" {`,
    '  service_namespace  = "ecs"',
    '  scalable_dimension = "ecs:service:DesiredCount"',
    `  resource_id        = "service/\${${cluster}.name}/\${${resource.address}.name}"`,
    '  min_capacity       = 1',
    `  max_capacity       = ${many}`,
    '}',
    '',
    `resource "aws_appautoscaling_policy" "${name}_cpu" {`,
    '  name               = "cpu"',
    '  policy_type        = "TargetTrackingScaling"',
    ...['service_namespace ', 'scalable_dimension', 'resource_id       '].map(
      (each) => `  ${each} = aws_appautoscaling_target.${name}.${each.trim()}`,
    ),
    '',
    ...tracking('ECSServiceAverageCPUUtilization').map((line) =>
      line.replace('target_tracking_', 'target_tracking_scaling_policy_'),
    ),
  ]
  return [addAfterBlock(resource, code, document)]
}

/** In place of the number itself, which the autoscaler would be at odds with. */
function poolEdits({ source }: Resource, many: number, document: Document): readonly (Edit | undefined)[] {
  const at = source.values.node_count
  if (at === undefined) return [undefined]
  const text = textOf(document, at.cell)
  const start = lineStart(text, at.span[0])
  const [indent, newline] = [indentAt(text, start), newlineOf(text)]
  if (!/^\s*node_count\s*=\s*$/.test(text.slice(start, at.span[0]))) return [undefined]
  const block = ['autoscaling {', '  min_node_count = 1', `  max_node_count = ${many}`, '}']
  return [replace({ ...at, span: [start, at.span[1]] }, block.map((line) => indent + line).join(newline))]
}

export const examples = fixedSizeFleetExamples
