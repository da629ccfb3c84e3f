import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import type { Document } from '../../core/document.ts'
import { textOf } from '../../core/document.ts'
import { machineHours } from '../../core/estimate/machine-hours.ts'
import { numberFact } from '../../core/estimate/resource-line.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { addBeside, addToBlock } from '../../core/fixes/blocks.ts'
import { spotEdit } from '../../core/fixes/spot.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type Report, type RuleContext } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { gpusOf } from '../../core/rules/gpus.ts'
import { batchWork, interruptible } from '../../core/rules/interruptible.ts'
import { couldBeSpot, managedSpotReport } from '../../core/rules/managed-spot.ts'
import { boughtAs } from '../../core/simulate/purchase.ts'
import type { Band, Edit, Estimate, Fact, Resource } from '../../core/types.ts'
import { onDemandBatchExamples } from './examples/on-demand-batch.ts'

const options = z.object({
  work: z
    ._default(z.string(), batchWork)
    .check(
      z.describe('Regular expression; a name, tag or label of machines it matches says that they may be interrupted.'),
    ),
})

export const rule = defineRule({
  id: 'on-demand-batch',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'Work that may be stopped and begun again runs on machines that are rented on demand: jobs of a batch service, task nodes, builds, or machines that are called so.',
    why: 'The same machine costs a fraction of that as spot capacity, which the provider may take back at short notice; a batch service then starts the job again.',
    fix: 'Rent it as spot, and let a job that was interrupted be tried again. Of GPUs that run all month on-demand-gpu speaks.',
    unless:
      'A job takes longer than a machine is usually left alone and keeps nothing on the way, it is the fallback of an environment of spot machines, or a deadline must be met.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html',
    alters: ['availability'],
  },
  options,
  *check(resource, context) {
    const { document, estimate, prices } = context
    if (couldBeSpot(resource)) {
      const type = resource.shape.instanceType && valueOf(resource.shape.instanceType)
      if (type !== undefined && !gpusOf(resource, prices)) yield managedSpotReport(resource, String(type), context)
      return
    }
    const who = interruptible(resource, new RegExp(context.options.work, 'i'), document)
    if (who === undefined || estimate.per !== 'month' || isChosen(resource) || isSpot(resource)) return
    // All month with a GPU is another rule's.
    if (gpusOf(resource, prices) && estimate.usd) return
    const change = asSpot(resource)
    const after = context.estimateWith(change)
    const told = compared(resource, { ...resource, ...change }, after, context)
    if (told === undefined) return
    yield {
      at: placeOf(resource, document),
      message: say`${who} on demand: ${told.message}`,
      ...told.report,
      fixes: fixesOf(resource, context, told.report !== undefined),
    }
  },
})

/** Somebody decided. */
const isChosen = ({ address, source }: Resource) =>
  /on[-_]?demand|fallback/i.test(address.slice(address.lastIndexOf('.') + 1)) ||
  source.values['compute_resources.bid_percentage'] !== undefined

/** Wholly, or in part. */
const isSpot = ({ purchase, shape, type }: Resource) =>
  type === 'google_dataproc_cluster'
    ? false
    : (purchase !== undefined && purchase !== 'on-demand') ||
      Object.entries(shape).some(
        ([name, fact]) =>
          /\.(market|purchase)$/.test(name) &&
          (valueOf(fact) === 'spot' || fact.is === 'unknown' || fact.is === 'oneOf'),
      ) ||
      (shape.onDemandShare !== undefined && valueOf(shape.onDemandShare) !== 1 && !isAbsent(shape.onDemandShare)) ||
      (shape.spotNodes !== undefined && valueOf(shape.spotNodes) !== 0)

const isAbsent = (fact: Resource['shape'][string]) => fact.is === 'unknown' && fact.why === 'absent'

function asSpot(resource: Resource): Partial<Resource> {
  const { shape, location } = resource
  const spot = known<Fact>('spot', location)
  if (resource.type === 'google_dataproc_cluster') return { shape: { ...shape, 'pools[2].purchase': spot } }
  if (resource.type === 'azurerm_batch_pool')
    return { shape: { ...shape, nodes: known<Fact>(0, location), spotNodes: numberFact(resource, 'nodes') } }
  return boughtAs(resource, 'spot')
}

interface Compared {
  readonly message: string
  /** Undefined where nothing can be compared. */
  readonly report: Pick<Report, 'after' | 'unit'> | undefined
}

/** By the month where it is known how many run, else by the hour, else by the unit; where no list tells, that is said. */
function compared(
  resource: Resource,
  changed: Resource,
  after: Estimate,
  { estimate, prices }: RuleContext<Resource, unknown>,
): Compared | undefined {
  const machines = machineHours({ site: resource, estimate }).filter(({ purchase }) => purchase === 'on-demand')
  const later = machineHours({ site: changed, estimate: after }).filter(({ purchase }) => purchase === 'spot')
  const weak = later.flatMap(({ line }) => line.prices).find((price) => price.weak)?.weak
  const trust = weak ? ` (Spot price: ${weak}.)` : ''
  const left = machineHours({ site: changed, estimate: after }).filter(({ purchase }) => purchase === 'on-demand')
  const areKnown = (lines: typeof machines) => lines.length > 0 && lines.every(({ line }) => line.usd)
  if (areKnown(machines) && areKnown(later) && estimate.usd && after.usd && estimate.usd.high > 0) {
    const now = minus(sum(machines.map(({ line }) => line.usd))!, sum(left.map(({ line }) => line.usd)))
    const then = sum(later.map(({ line }) => line.usd))!
    if (then.likely >= now.likely) return undefined
    const often = interruptions(resource, machines[0]!, prices)
    return {
      message: say`${usd(now)} a month if they run all month, ${usd(then)} as spot. Rent them as spot if what is interrupted is begun again${often}.${trust}`,
      report: { after },
    }
  }
  for (const { type, line } of machines) {
    const spot = later.find((each) => each.type === type)?.line.unitUsd?.likely
    const was = line.unitUsd?.likely
    if (was === undefined || spot === undefined || spot >= was) continue
    const often = interruptions(resource, { type, line }, prices)
    return {
      message: say`${usd(was)} an hour for each ${type}, ${usd(spot)} as spot. Rent them as spot if what is interrupted is begun again${often}.${trust}`,
      report: { unit: { per: 'hour', before: was, after: spot } },
    }
  }
  const [vcpu, cheaper] = [estimate, after].map(
    ({ lines }) => lines.find(({ unit }) => unit === 'vCPU-hour')?.unitUsd?.likely,
  )
  if (vcpu !== undefined && cheaper !== undefined && cheaper < vcpu)
    return {
      message: say`${usd(vcpu)} an hour for each vCPU on Fargate, ${usd(cheaper)} on Fargate Spot. Ask for that if what is interrupted is begun again.`,
      report: { unit: { per: 'vCPU-hour', before: vcpu, after: cheaper } },
    }
  // What may not run at all costs nothing on demand either; without a type there is nothing to compare.
  return machines.some(({ line }) => line.quantity?.high === 0) || resource.shape.launchType === undefined
    ? undefined
    : {
        message:
          'which machines they get is not known here, so neither is what spot would save. Ask for spot if what is interrupted is begun again.',
        report: undefined,
      }
}

function interruptions(
  { cloud }: Resource,
  { type, line }: Pick<ReturnType<typeof machineHours>[number], 'type' | 'line'>,
  prices: RuleContext<Resource, unknown>['prices'],
): string {
  const place = line.prices.length === 1 ? line.prices[0]!.region : undefined
  const rate = place === undefined ? undefined : prices.interruption(cloud, type, place)
  return rate ? say`: ${rate.band} are taken back in a month (${rate.source}, ${rate.asOf})` : ''
}

const minus = (all: Band, some: Band | undefined): Band =>
  some
    ? {
        low: Math.max(0, all.low - some.low),
        likely: Math.max(0, all.likely - some.likely),
        high: Math.max(0, all.high - some.high),
      }
    : all

function fixesOf(resource: Resource, context: RuleContext<Resource, unknown>, saves: boolean): Report['fixes'] {
  const edits = editsOf(resource, context)
  const claim = saves ? 'saves' : 'governs'
  return edits.length > 0 ? [{ title: 'Rent them as spot', safety: 'suggestion', edits, claim }] : []
}

function editsOf(resource: Resource, { document, estimate }: RuleContext<Resource, unknown>): readonly Edit[] {
  switch (resource.type) {
    case 'aws_emr_instance_group': {
      // A group with a bid is spot; bidding what the machine costs on demand is what AWS does where none is named.
      const [machine] = machineHours({ site: resource, estimate })
      const price = machine?.line.unitUsd?.likely
      return price === undefined ? [] : [addToBlock(resource, [`bid_price = "${price}"`], document) ?? []].flat()
    }
    case 'azurerm_batch_pool': {
      const [dedicated, low] = ['fixed_scale.target_dedicated_nodes', 'fixed_scale.target_low_priority_nodes']
      const at = resource.source.values[dedicated!]
      if (at?.file !== document.file || resource.source.values[low!]) return []
      const beside = addBeside(
        resource,
        dedicated!,
        [`target_low_priority_nodes = ${textOf(document, at.cell).slice(...at.span)}`],
        document,
      )
      return beside ? [replace(at, '0'), beside] : []
    }
    default:
      return [spotEdit(resource, document) ?? []].flat()
  }
}

const said: Readonly<Record<string, string>> = {
  aws_batch_compute_environment: 'compute_resources.type',
  google_dataproc_cluster: 'cluster_config.preemptible_worker_config.preemptibility',
  azurerm_batch_pool: 'fixed_scale.target_dedicated_nodes',
}

function placeOf(resource: Resource, document: Document) {
  const at = resource.source.values[said[resource.type] ?? '']
  return at?.file === document.file ? at : factPlace(resource, resource.shape.instanceType, document)
}

export const examples = onDemandBatchExamples
