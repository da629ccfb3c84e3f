import * as z from 'zod/mini'
import { valueOf } from '../../core/known.ts'
import { say } from '../../core/money.ts'
import { cheaperGpus } from '../../core/prices/cheaper-gpu.ts'
import { printAccelerators } from '../../core/prices/part-gpus.ts'
import { defineRule } from '../../core/rule.ts'
import {
  cheaperHours,
  machineTypeOf,
  offersFewTypes,
  typeEdit,
  typePlace,
  withType,
} from '../../core/rules/machine-type.ts'
import { cheaperGpuExamples } from './examples/cheaper-gpu.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'cheaper-gpu',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A GPU machine costs more than one of the same cloud and region with as many GPUs of the same class: no less memory, at least nine tenths of the dense FP16 (or, where no list compares them, a later GPU), no smaller host.',
    why: 'Each generation of GPU machines has its own price, and a newer card for inference often costs less than the older one.',
    fix: 'Change the type, and measure the work on it before all machines are changed.',
    unless:
      'The work is bound by memory bandwidth, FP64 or the link between GPUs, which are not compared; or the cheaper type is not to be had in the zone.',
    source: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html',
    alters: ['speed', 'replacement'],
  },
  options,
  *check(resource, { estimate, estimateWith, prices, document }) {
    const region = valueOf(resource.region)
    const machine = region === undefined || offersFewTypes(resource) ? undefined : machineTypeOf(resource)
    const specs = machine && prices.specs(machine.cloud, machine.bare)
    if (specs?.accelerator === undefined || region === undefined) return
    const [best] = cheaperGpus(prices, machine!.cloud, machine!.bare, region)
      .flatMap((other) => {
        const cheaper = cheaperHours(estimate, estimateWith(withType(resource, machine!, other.type)))
        return cheaper ? [{ other, cheaper }] : []
      })
      .sort((a, b) => a.cheaper.share - b.cheaper.share)
    if (best === undefined) return
    const { now, later, after, unit } = best.cheaper
    const to = machine!.named(best.other.type)
    const gpus = (count: number, name: string) => `${printAccelerators(count)} × ${name}`
    const edit = typeEdit(resource, machine!, best.other.type, document)
    yield {
      at: typePlace(resource, machine!, document),
      message: say`${machine!.named(machine!.bare)} (${gpus(specs.accelerators, specs.accelerator)}): ${now}, ${later} as ${to} (${gpus(best.other.specs.accelerators, best.other.specs.accelerator!)}). ${best.other.isCompared ? 'Change the type if memory bandwidth is not what the work waits for.' : 'It is the later GPU; no list compares their speed, so measure the work on it first.'}`,
      ...(after ? { after } : {}),
      ...(unit ? { unit } : {}),
      fixes: edit ? [{ title: `Change the type to ${to}`, safety: 'suggestion', edits: [edit], claim: 'saves' }] : [],
    }
  },
})

export const examples = cheaperGpuExamples
