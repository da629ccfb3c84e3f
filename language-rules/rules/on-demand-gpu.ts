import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import type { Document } from '../../core/document.ts'
import { machineHours } from '../../core/estimate/machine-hours.ts'
import { spotEdit } from '../../core/fixes/spot.ts'
import { hoursPerMonth } from '../../core/hours.ts'
import { bandOf, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { hourly } from '../../core/prices/machines.ts'
import { printAccelerators } from '../../core/prices/part-gpus.ts'
import { sameGpuElsewhere } from '../../core/prices/same-gpu.ts'
import { defineRule } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { gpusOf } from '../../core/rules/gpus.ts'
import { couldBeSpot, managedSpotReport } from '../../core/rules/managed-spot.ts'
import { boughtAs } from '../../core/simulate/purchase.ts'
import type { Band, CostedSite, Line, Purchase, Resource } from '../../core/types.ts'
import { onDemandGpuExamples } from './examples/on-demand-gpu.ts'

const options = z.object({
  serving: z
    ._default(
      z.string(),
      'serv(e|er|ing)|inference|endpoint|api|prod|vllm|triton|sglang|ollama|text-generation|llm-?(gateway|router)',
    )
    .check(
      z.describe(
        'Regular expression; a name or tag it matches says that somebody waits for the machine, and the rule is silent.',
      ),
    ),
})

export const rule = defineRule({
  id: 'on-demand-gpu',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A GPU machine, or a group of them, is rented on demand, and nothing says that it must not be interrupted.',
    why: 'The same machine costs a fraction of that as spot capacity, which the provider may take back at short notice.',
    fix: 'Rent it as spot and save checkpoints, so that training goes on where it was taken away.',
    unless:
      'It serves users, it runs in reserved capacity, the work cannot be resumed, or spot capacity of that type is not to be had in the region.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-instances.html',
    alters: ['availability'],
  },
  options,
  *check(resource, context) {
    const { prices, estimate } = context
    if (couldBeSpot(resource)) {
      const trained = gpusOf(resource, prices)
      if (trained) yield managedSpotReport(resource, trained.text, context)
      return
    }
    // What ends with its work is told by the hour, where that is all there is to it.
    if (estimate.per !== 'month' && resource.type !== 'skypilot.Resources') return
    const now = gpus({ site: resource, estimate }, prices, 'on-demand')
    const [first] = now
    if (first === undefined || isReserved(resource) || serves(resource, new RegExp(context.options.serving, 'i')))
      return
    const change = boughtAs(resource, 'spot')
    const after = context.estimateWith(change)
    const spot = gpus({ site: { ...resource, ...change }, estimate: after }, prices, 'spot')
    const before = gpus({ site: resource, estimate }, prices, 'spot')
    const [usdNow, usdAfter, usdSpot] = [now, spot, before].map((all) => sum(all.map(({ line }) => line.usd)))
    if (!usdNow || !usdAfter || now.some(({ line }) => !line.usd)) return
    // Machines that are spot already are in both.
    const usdThen = usdSpot ? minus(usdAfter, usdSpot) : usdAfter
    const weak = spot.flatMap(({ line }) => line.prices).find((price) => price.weak)?.weak
    const { line, type } = first
    const place = line.prices.length === 1 ? line.prices[0]!.region : undefined
    const rate = place === undefined ? undefined : prices.interruption(resource.cloud, type, place)
    const often = rate ? say`: ${rate.band} are taken back in a month (${rate.source}, ${rate.asOf})` : ''
    const hours = estimate.per === 'month' ? line.quantity?.likely : undefined
    const other = place && hours ? sameGpuElsewhere(prices, resource.cloud, type, place) : undefined
    const elsewhere = other
      ? say` The same GPUs on demand: ${usd(hourly(other) * (hours ?? 0))} as ${other.provider} ${other.type} in ${other.region ?? ''}.`
      : ''
    const edit = spotEdit(resource, context.document)
    const what = printAccelerators(first.accelerators)
    const named = first.accelerator ?? 'accelerator'
    const figures = (they: string) =>
      estimate.per === 'month'
        ? say`on demand: ${usd(usdNow)} a month if ${they} all month, ${usd(usdThen)} as spot.`
        : say`on demand: ${usd(usdNow)} an hour, ${usd(usdThen)} as spot.`
    const one = estimate.per !== 'month' || isOne(first, resource)
    const told = one
      ? say`${what} × ${named} ${figures('it runs')} Rent it as spot if the work can be interrupted and resumed`
      : say`Machines of ${what} × ${named} (${type}) ${figures('they run')} Rent them as spot if the work can be interrupted and resumed`
    yield {
      at: placeOf(resource, context.document),
      message: say`${told}${often}.${elsewhere}${weak ? ` (Spot price: ${weak}.)` : ''}`,
      after,
      fixes: edit
        ? [
            {
              title: `Rent ${one ? 'it' : 'them'} as spot`,
              safety: 'suggestion',
              edits: [edit],
              claim: 'saves',
            },
          ]
        : [],
    }
  },
})

/** Hours of machines that hold accelerators, bought one way. */
const gpus = (costed: CostedSite, prices: PriceBook, how: Purchase) =>
  machineHours(costed).flatMap(({ type, purchase, line }) => {
    const specs = costed.site.kind === 'resource' ? prices.specs(costed.site.cloud, type) : undefined
    return purchase === how && specs && specs.accelerators > 0
      ? [{ type, line, accelerator: specs.accelerator, accelerators: specs.accelerators }]
      : []
  })

const minus = (all: Band, some: Band): Band => ({
  low: Math.max(0, all.low - some.low),
  likely: Math.max(0, all.likely - some.likely),
  high: Math.max(0, all.high - some.high),
})

const typeAttribute: Readonly<Record<string, string>> = {
  aws_instance: 'instance_type',
  'aws.run_instances': 'InstanceType',
  aws_eks_node_group: 'instance_types',
  aws_batch_compute_environment: 'compute_resources[0].instance_type',
  google_compute_instance: 'machine_type',
  azurerm_linux_virtual_machine: 'size',
}

const placeOf = (resource: Resource, document: Document) =>
  resource.source.values[typeAttribute[resource.type] ?? ''] ??
  factPlace(resource, resource.shape.instanceType, document)

/** One machine for each instance of the block, all month long. */
const isOne = ({ line }: { readonly line: Line }, { count }: Resource) =>
  line.quantity?.high === hoursPerMonth * (bandOf(count)?.high ?? 1)

/** Capacity that is reserved is paid for whether a machine runs in it or not, and spot machines do not run in it. */
const isReserved = ({ shape, source, address, location }: Resource) =>
  (shape.reserved !== undefined && valueOf(shape.reserved) === true) ||
  source.blocks.includes('reservation_affinity') ||
  /(^|[^a-z])(odcr|cbr|capacity-?block|reserv(ed|ation)s?)([^a-z]|$)/i.test(`${address} ${folderOf({ location })}`) ||
  source.values.capacity_reservation_group_id !== undefined ||
  Object.keys(source.values).some((name) => name.includes('reservation_affinity.'))

/** Name, tags and its folder are all a block says about who waits for it. */
const serves = (resource: Resource, serving: RegExp) =>
  [resource.address, folderOf(resource), ...Object.values(resource.tags)].some((text) => serving.test(text))

/** The last of the folders it stands in: `multi-node-vllm`. */
const folderOf = ({ location }: Pick<Resource, 'location'>) =>
  location.file.replaceAll('\\', '/').split('/').at(-2) ?? ''

export const examples = onDemandGpuExamples
