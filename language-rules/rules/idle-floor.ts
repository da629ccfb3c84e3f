import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { type Document, textOf } from '../../core/document.ts'
import { numberOf } from '../../core/estimate/resource-line.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { bandOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { gpusOf } from '../../core/rules/gpus.ts'
import { batchWork, interruptible } from '../../core/rules/interruptible.ts'
import type { Band, Estimate, Fact, Known, Location, Resource } from '../../core/types.ts'
import { idleFloorExamples } from './examples/idle-floor.ts'

const options = z.object({
  serving: z
    ._default(
      z.string(),
      '(^|[^a-z])(prod|prd|production|live|apis?|fastapi|web(site|app)?|front-?end|slack|gateway|serve|server|serving|inference)([^a-z]|$)',
    )
    .check(
      z.describe(
        'Regular expression; a name, tag or folder it matches says that somebody waits, and the rule is silent.',
      ),
    ),
})

interface Floor {
  /** What is kept, by the shape's own name: a number, or from the least to the most. */
  readonly fact: string
  /** Of one: `instance`. */
  readonly what: string
  /** Lines of the estimate that are billed without work; left out where all are. */
  readonly lines?: RegExp
  /** Says its least where the fact has the number that runs now. */
  readonly least?: string
  /** Only where nobody waits for its machines: a cluster runs other things on them. */
  readonly isBatch?: true
  /** It cannot be 0: the block is taken out instead. */
  readonly isAll?: true
}

/** What scales to none, each by its provider's own documents. */
const floors: Readonly<Record<string, Floor>> = {
  // https://cloud.google.com/run/docs/configuring/min-instances
  google_cloud_run_v2_service: { fact: 'minInstances', what: 'instance', lines: /^Kept instances|^GPU$/ },
  google_cloud_run_service: { fact: 'minInstances', what: 'instance', lines: /^Kept instances|^GPU$/ },
  // https://learn.microsoft.com/azure/container-apps/scale-app
  azurerm_container_app: { fact: 'leastReplicas', what: 'replica', lines: /kept ready$/ },
  // https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html
  aws_lambda_provisioned_concurrency_config: { fact: 'executions', what: 'execution environment', isAll: true },
  // https://modal.com/docs/guide/scale
  'modal.function': { fact: 'minContainers', what: 'container' },
  'modal.cls': { fact: 'minContainers', what: 'container' },
  // https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html
  aws_batch_compute_environment: { fact: 'capacity', what: 'vCPU', least: 'compute_resources.min_vcpus' },
  // https://learn.microsoft.com/azure/machine-learning/how-to-create-attach-compute-cluster
  azurerm_machine_learning_compute_cluster: { fact: 'leastNodes', what: 'node' },
  // https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
  aws_eks_node_group: { fact: 'capacity', what: 'node', least: 'scaling_config.min_size', isBatch: true },
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html
  aws_autoscaling_group: { fact: 'capacity', what: 'machine', least: 'min_size', isBatch: true },
  // https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-autoscaler
  google_container_node_pool: {
    fact: 'pools[0].nodes',
    what: 'node',
    least: 'autoscaling.min_node_count',
    isBatch: true,
  },
  // https://learn.microsoft.com/azure/aks/cluster-autoscaler
  azurerm_kubernetes_cluster_node_pool: { fact: 'nodes', what: 'node', least: 'min_count', isBatch: true },
}

const work = new RegExp(batchWork, 'i')

export const rule = defineRule({
  id: 'idle-floor',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'What could shrink to none keeps something running: instances, replicas, containers, execution environments, nodes for batch work.',
    why: 'What is kept ready is billed every hour, whether there is work or not.',
    fix: 'Set the least number to 0; the first request, or the first job, then waits for a start. Of GPUs idle-gpu-floor speaks.',
    unless: 'Somebody waits for the answer and the start takes too long: then say so by its name, a tag or the folder.',
    source: 'https://cloud.google.com/run/docs/configuring/min-instances',
    alters: ['speed', 'availability'],
    notIn: { typescript: 'no SDK for TypeScript that is read says how many are kept' },
  },
  options,
  *check(resource, { estimate, prices, document, options }) {
    const floor = floors[resource.type]
    const fact = floor && resource.shape[floor.fact]
    const least = fact && bandOf(numberOf(fact))?.low
    if (!floor || !fact || !least || estimate.per !== 'month' || isWaitedFor(resource, options.serving)) return
    if (floor.lines === undefined && gpusOf(resource, prices)) return
    if (floor.isBatch && interruptible(resource, work, document) === undefined) return
    const kept = keptOf(estimate, floor)
    const at = placeOf(resource, floor, fact)
    if (!kept || kept.low <= 0 || (floor.least !== undefined && at === undefined)) return
    const literal = at?.file === document.file ? /^(["']?)[1-9]\d*\1$/.exec(codeAt(document, at)) : null
    const many = say`${least} ${floor.what}${least === 1 ? '' : 's'}`
    const advice = floor.isAll
      ? 'Take it out if nobody waits for the start.'
      : 'Let it shrink to 0 if nobody waits for the start.'
    yield {
      at: literal && at ? at : factPlace(resource, fact, document),
      message: say`At least ${many} ${least === 1 ? 'is' : 'are'} always kept: ${usd(kept.low)} a month without any work. ${advice}`,
      fixes:
        literal && at && !floor.isAll
          ? [
              {
                title: 'Let it shrink to 0',
                safety: 'suggestion',
                edits: [replace(at, `${literal[1]}0${literal[1]}`)],
                claim: 'governs',
              },
            ]
          : [],
    }
  },
})

function keptOf(estimate: Estimate, { lines }: Floor): Band | undefined {
  if (lines === undefined) return estimate.usd
  const kept = estimate.lines.filter(({ label }) => lines.test(label))
  return kept.every((line) => line.usd) ? sum(kept.map((line) => line.usd)) : undefined
}

/** Where the least number is written, and nothing else. */
const placeOf = ({ source }: Resource, { least }: Floor, fact: Known<Fact>): Location | undefined =>
  least === undefined ? ('at' in fact ? fact.at : undefined) : source.values[least]

const codeAt = (document: Document, at: Location) => textOf(document, at.cell).slice(...at.span)

function isWaitedFor({ address, tags, location, readFrom }: Resource, serving: string): boolean {
  const folder = readFrom?.root ?? location.file.slice(0, Math.max(0, location.file.lastIndexOf('/')))
  const pattern = new RegExp(serving, 'i')
  return [address, folder, ...Object.values(tags)].some((text) => pattern.test(text))
}

export const examples = idleFloorExamples
