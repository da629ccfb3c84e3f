import * as z from 'zod/mini'
import { textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { bandOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { gpusOf } from '../../core/rules/gpus.ts'
import type { Known } from '../../core/types.ts'
import { idleGpuFloorExamples } from './examples/idle-gpu-floor.ts'

const options = z.object({
  serving: z
    ._default(z.string(), 'serv(e|ing)|inference|endpoint|api|prod|llm|triton')
    .check(
      z.describe('Regular expression; a name or tag it matches says that somebody waits, and the rule is silent.'),
    ),
})

interface Floor {
  /** Where the least number is written; the first that is. */
  readonly least: readonly string[]
  /** Of the number that runs, or of the least where the shape has it. */
  readonly fact: string
}

/** Groups that scale to none, each by its provider's own documents. */
const floors: Readonly<Record<string, Floor>> = {
  // https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
  aws_eks_node_group: { least: ['scaling_config.min_size'], fact: 'capacity' },
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html
  aws_autoscaling_group: { least: ['min_size'], fact: 'capacity' },
  // https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-autoscaler
  google_container_node_pool: { least: ['autoscaling.min_node_count'], fact: 'pools[0].nodes' },
  // https://learn.microsoft.com/azure/aks/cluster-autoscaler
  azurerm_kubernetes_cluster_node_pool: { least: ['min_count'], fact: 'nodes' },
  // https://learn.microsoft.com/azure/machine-learning/how-to-create-attach-compute-cluster
  azurerm_machine_learning_compute_cluster: { least: ['scale_settings.min_node_count'], fact: 'leastNodes' },
  // https://modal.com/docs/guide/scale
  'modal.function': { least: ['min_containers', 'keep_warm'], fact: 'minContainers' },
  'modal.cls': { least: ['min_containers', 'keep_warm'], fact: 'minContainers' },
}

export const rule = defineRule({
  id: 'idle-gpu-floor',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A group of GPU machines or containers never shrinks to none.',
    why: 'What is kept ready is billed every hour, whether there is work or not.',
    fix: 'Set the least number to 0, and let what schedules the work start the first machine.',
    unless:
      'Somebody waits for the answer and the start takes too long, or nothing scales the group up from none: on EKS that is the cluster autoscaler’s or Karpenter’s work.',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/autoscaling.html',
    alters: ['speed', 'availability'],
    notIn: { typescript: 'no SDK for TypeScript that is read says how many GPU machines are kept' },
  },
  options,
  *check(resource, { estimate, prices, document, options }) {
    const floor = floors[resource.type]
    const fact = floor && resource.shape[floor.fact]
    const least = fact && bandOf(fact as Known<number>)?.low
    if (!floor || !least || estimate.per !== 'month' || !estimate.usd || estimate.usd.low <= 0) return
    const path = floor.least.find((each) => resource.source.values[each] !== undefined)
    const gpu = path === undefined ? undefined : gpusOf(resource, prices)
    const serves = new RegExp(options.serving, 'i')
    if (!gpu || [resource.address, ...Object.values(resource.tags)].some((text) => serves.test(text))) return
    const at = resource.source.values[path!]!
    const isLiteral = /^[1-9]\d*$/.test(textOf(document, at.cell).slice(...at.span))
    yield {
      at: isLiteral ? at : headerOf(resource, document),
      message: say`At least ${least} × ${gpu.specs || (gpu.count ?? 1) === 1 ? gpu.text : `(${gpu.text})`} always run${least === 1 ? 's' : ''}: ${usd(estimate.usd.low)} a month without any work. Let it shrink to 0 if nobody waits for the start.`,
      fixes: isLiteral
        ? [{ title: 'Let it shrink to 0', safety: 'suggestion', edits: [replace(at, '0')], claim: 'governs' }]
        : [],
    }
  },
})

export const examples = idleGpuFloorExamples
