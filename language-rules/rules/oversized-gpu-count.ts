import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { gpuTypes } from '../../core/prices/cheaper-gpu.ts'
import { defineRule, type ProposedFix, type RuleContext } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { type Gpus, gpusOf } from '../../core/rules/gpus.ts'
import { cheaperHours, machineTypeOf, typeEdit, typePlace, withType } from '../../core/rules/machine-type.ts'
import type { Edit, Estimate, Fact, Location, Resource } from '../../core/types.ts'
import { oversizedGpuCountExamples } from './examples/oversized-gpu-count.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'oversized-gpu-count',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A machine or container has more GPUs than what runs on it is told to use.',
    why: 'All of them are billed. A model that is spread over two GPUs leaves the others of the machine idle.',
    fix: 'Rent as many GPUs as the model is spread over, or the training is started on, or use all of them.',
    unless:
      'Something else on the machine uses the others, or no smaller type has as much memory and as fast a disk as it needs.',
    source: 'https://docs.vllm.ai/en/latest/serving/parallelism_scaling/',
    alters: ['speed', 'replacement'],
  },
  options,
  *check(resource, context) {
    const use = ['modelGpus', 'trainerGpus'].find(
      (name) => resource.shape[name] && valueOf(resource.shape[name]) !== undefined,
    )
    const told = use && Number(valueOf(resource.shape[use]!))
    if (!told || !Number.isInteger(told) || told < 1) return
    const gpus = gpusOf(resource, context.prices)
    if (gpus?.count === undefined || gpus.count <= told) return
    const fewer = gpus.specs ? ofType(resource, gpus, told, context) : ofCount(resource, told, context)
    // Without a region nothing has a price, and the GPUs are too many all the same.
    if (fewer === undefined && (!gpus.specs || resource.region.is !== 'unknown')) return
    const has = gpus.specs ? gpus.text : say`${gpus.count} × ${gpus.name}`
    yield {
      at: fewer?.at ?? factPlace(resource, typeOf(resource), context.document),
      message: say`${has}, ${use === 'modelGpus' ? 'and the model is spread over' : 'and what trains on it is told to use'} ${told}${fewer ? `: ${fewer.now}, ${fewer.later}` : ''}. Rent no more GPUs than it uses.`,
      ...(fewer?.after ? { after: fewer.after } : {}),
      fixes: fewer?.edit
        ? [{ title: fewer.title, safety: 'suggestion', edits: [fewer.edit], claim: 'saves' } satisfies ProposedFix]
        : [],
    }
  },
})

const typeOf = ({ shape }: Resource) => shape.instanceType ?? shape['variants[0].instanceType']

interface Fewer {
  readonly at: Location
  readonly now: string
  readonly later: string
  readonly after?: Estimate
  readonly title: string
  readonly edit: Edit | undefined
}

type Context = RuleContext<Resource, unknown>

/** The cheapest type of the same cloud with enough GPUs of that kind. */
function ofType(resource: Resource, { name, count }: Gpus, told: number, context: Context): Fewer | undefined {
  const machine = machineTypeOf(resource)
  if (machine === undefined) return undefined
  const { estimate, estimateWith, prices, document } = context
  const best = gpuTypes(prices, machine.cloud)
    .filter(({ specs }) => specs.accelerator === name && specs.accelerators >= told && specs.accelerators < count!)
    .flatMap(({ type }) => {
      const cheaper = cheaperHours(estimate, estimateWith(withType(resource, machine, type)))
      return cheaper ? [{ type, cheaper }] : []
    })
    .toSorted((a, b) => a.cheaper.share - b.cheaper.share)[0]
  if (best === undefined) return undefined
  const { now, later, after } = best.cheaper
  const to = machine.named(best.type)
  return {
    at: typePlace(resource, machine, document),
    now,
    later: say`${later} as ${to}`,
    ...(after ? { after } : {}),
    title: `Change the type to ${to}`,
    edit: typeEdit(resource, machine, best.type, document),
  }
}

/** Of a container, whose GPUs are asked for by number. */
function ofCount(resource: Resource, told: number, { estimate, estimateWith, document }: Context): Fewer | undefined {
  const acceleratorCount = known<Fact>(told, resource.location)
  const after = estimateWith({ shape: { ...resource.shape, acceleratorCount } })
  if (!estimate.usd || !after.usd || after.usd.likely >= estimate.usd.likely) return undefined
  const per = estimate.per === 'month' ? 'a month' : 'an hour'
  const at = factPlace(resource, resource.shape.accelerator, document)
  return {
    at,
    now: say`${usd(estimate.usd)} ${per}`,
    later: say`${usd(after.usd)} with ${told}`,
    after,
    title: told === 1 ? 'Ask for one GPU' : say`Ask for ${told} GPUs`,
    edit: countEdit(resource, at, told, document),
  }
}

/** `gpu="H100:4"`, or `gpu_count=4`. */
function countEdit({ source }: Resource, at: Location, told: number, document: Document): Edit | undefined {
  const count = source.values.gpu_count
  const textAt = (place: Location) => textOf(document, place.cell).slice(...place.span)
  if (count !== undefined) return /^\d+$/.test(textAt(count)) ? replace(count, String(told)) : undefined
  const [, quote, name] = /^(["'])([\w-]+):\d+\1$/.exec(textAt(at)) ?? []
  return name === undefined ? undefined : replace(at, `${quote}${name}${told === 1 ? '' : `:${told}`}${quote}`)
}

export const examples = oversizedGpuCountExamples
