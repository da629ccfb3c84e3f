import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { gpuTypes } from '../../core/prices/cheaper-gpu.ts'
import { architectureOf, platformOf } from '../../core/prices/machine-kinds.ts'
import { isQuantised, parametersOf, weightsOf } from '../../core/prices/model-size.ts'
import { defineRule, type RuleContext } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { type Gpus, gpusOf } from '../../core/rules/gpus.ts'
import { cheaperHours, machineTypeOf, typeEdit, typePlace, withType } from '../../core/rules/machine-type.ts'
import type { Edit, Estimate, Fact, Location, Resource } from '../../core/types.ts'
import { wholeGpuSmallModelExamples } from './examples/whole-gpu-small-model.ts'

const options = z.object({
  room: z
    ._default(z.number().check(z.gte(1)), 2)
    .check(
      z.describe(
        'GPU memory that is asked for, as a multiple of the weights in 16 bits: the rest is for the cache of the tokens.',
      ),
    ),
})

/** GiB that a program takes beside the weights and the cache. */
const beside = 2
/** With less than twice what is needed nothing is idle enough to be told. */
const spare = 2
/** A fifth less is the least that is worth a slower GPU. */
const worthwhile = 0.8

/** By what Modal bills a GPU, and the name of it in the book: https://modal.com/docs/guide/gpu */
const ofModal: Readonly<Record<string, string>> = {
  T4: 'T4',
  L4: 'L4',
  A10: 'A10',
  L40S: 'L40S',
  'A100-40GB': 'A100',
  'A100-80GB': 'A100-80GB',
  H100: 'H100',
  H200: 'H200',
  B200: 'B200',
}
const alike: Readonly<Record<string, string>> = {
  A100: 'A100-40GB',
  'A100-40': 'A100-40GB',
  'A100-80': 'A100-80GB',
  A10G: 'A10',
}

export const rule = defineRule({
  id: 'whole-gpu-small-model',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A model whose weights fill a small part of a GPU has the whole of it, and a smaller GPU that holds it costs less.',
    why: 'A GPU is rented whole. What the weights and the cache of the tokens do not fill is paid for and idle.',
    fix: 'Take a smaller GPU, or let several models share this one (MIG, time slicing, several adapters on one base). Weights in 8 or 4 bits fit a smaller one still.',
    unless:
      'The memory is for long contexts or many requests at a time, or answers would come too slowly: a smaller GPU has less bandwidth.',
    source: 'https://docs.vllm.ai/en/latest/configuration/conserving_memory/',
    alters: ['speed', 'replacement'],
  },
  options,
  *check(resource, context) {
    const model = resource.shape.model && valueOf(resource.shape.model)
    const parameters = typeof model === 'string' ? parametersOf(model) : undefined
    if (typeof model !== 'string' || parameters === undefined) return
    const spread = resource.shape.modelGpus && Number(valueOf(resource.shape.modelGpus) ?? 1)
    const gpus = spread === undefined || spread === 1 ? gpusOf(resource, context.prices) : undefined
    const has = gpus && memoryOf(gpus, context)
    const weights = weightsOf(parameters)
    const need = weights * context.options.room + beside
    if (!gpus || has === undefined || has < need * spare) return
    const smaller = gpus.specs
      ? ofType(resource, gpus, { need, weights }, context)
      : ofModalGpu(resource, need, context)
    if (smaller === undefined) return
    const name = model.split('/').at(-1)!
    const bits = isQuantised(model) ? '' : ', quantise,'
    const isMonth = context.estimate.per === 'month'
    yield {
      at: smaller.at,
      message: say`${name} takes ${weights} GB in 16 bits, of the ${has} GiB of ${gpus.text}: ${smaller.now}, ${smaller.later}. Take a smaller GPU${bits} or share it${isMonth ? '' : ', if the work does not take longer in proportion'}.`,
      ...(smaller.after && isMonth ? { after: smaller.after } : {}),
      fixes: smaller.edit
        ? [
            {
              title: smaller.title,
              safety: 'suggestion',
              edits: [smaller.edit],
              claim: isMonth ? 'saves' : 'governs',
            } as const,
          ]
        : [],
    }
  },
})

interface Smaller {
  readonly at: Location
  readonly now: string
  readonly later: string
  readonly after?: Estimate
  readonly title: string
  readonly edit: Edit | undefined
}

type Context = RuleContext<Resource, { readonly room: number }>

/** GiB of one GPU: of several the others are another rule's. */
function memoryOf({ name, specs, count }: Gpus, { prices }: Context): number | undefined {
  if (specs) return specs.acceleratorMemoryGiB
  return count === undefined ? undefined : prices.accelerator(ofModal[alike[name] ?? name] ?? name)?.memoryGiB
}

function ofType(
  resource: Resource,
  { name }: Gpus,
  { need, weights }: { readonly need: number; readonly weights: number },
  { estimate, estimateWith, prices, document }: Context,
): Smaller | undefined {
  const machine = machineTypeOf(resource)
  if (machine === undefined) return undefined
  const architecture = architectureOf(machine.cloud, machine.bare)
  const best = gpuTypes(prices, machine.cloud)
    .filter(({ type, specs }) => {
      const isEnough = (specs.acceleratorMemoryGiB ?? 0) >= need && (specs.memoryGiB ?? 0) >= weights
      const isAlike =
        platformOf(specs.accelerator!) === platformOf(name) && architectureOf(machine.cloud, type) === architecture
      return specs.accelerators <= 1 && isEnough && isAlike
    })
    .flatMap(({ type, specs }) => {
      const cheaper = cheaperHours(estimate, estimateWith(withType(resource, machine, type)))
      return cheaper && cheaper.share <= worthwhile ? [{ type, specs, cheaper }] : []
    })
    .toSorted((a, b) => a.cheaper.share - b.cheaper.share)[0]
  if (best === undefined) return undefined
  const { now, later, after } = best.cheaper
  const to = machine.named(best.type)
  return {
    at: typePlace(resource, machine, document),
    now,
    later: say`${later} as ${to} (${best.specs.accelerator!}, ${best.specs.acceleratorMemoryGiB!} GiB)`,
    ...(after ? { after } : {}),
    title: `Change the type to ${to}`,
    edit: typeEdit(resource, machine, best.type, document),
  }
}

function ofModalGpu(
  resource: Resource,
  need: number,
  { estimate, estimateWith, prices, document }: Context,
): Smaller | undefined {
  if (resource.cloud !== 'modal' || !estimate.usd) return undefined
  const best = Object.entries(ofModal)
    .flatMap(([gpu, name]) => {
      const memory = prices.accelerator(name)?.memoryGiB ?? 0
      if (memory < need) return []
      const accelerator = {
        accelerator: known<Fact>(gpu, resource.location),
        acceleratorCount: known<Fact>(1, resource.location),
      }
      const after = estimateWith({ shape: { ...resource.shape, ...accelerator } })
      return after.usd && after.usd.likely <= estimate.usd!.likely * worthwhile
        ? [{ gpu, memory, after, usd: after.usd }]
        : []
    })
    .toSorted((a, b) => a.usd.likely - b.usd.likely)[0]
  if (best === undefined) return undefined
  const at = factPlace(resource, resource.shape.accelerator, document)
  return {
    at,
    now: say`${usd(estimate.usd)} ${estimate.per === 'month' ? 'a month' : 'an hour'}`,
    later: say`${usd(best.usd)} with ${best.gpu} (${best.memory} GiB)`,
    after: best.after,
    title: `Ask for ${best.gpu}`,
    edit: gpuEdit(at, best.gpu, document),
  }
}

/** `gpu="H100"`, as a text of its own. */
function gpuEdit(at: Location, gpu: string, document: Document): Edit | undefined {
  const quote = /^(["'])[\w-]+(?::1)?!?\1$/.exec(textOf(document, at.cell).slice(...at.span))?.[1]
  return quote ? replace(at, `${quote}${gpu}${quote}`) : undefined
}

export const examples = wholeGpuSmallModelExamples
