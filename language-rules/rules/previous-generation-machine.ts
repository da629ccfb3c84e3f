import * as z from 'zod/mini'
import { say } from '../../core/money.ts'
import { hasLocalDisk } from '../../core/prices/machine-kinds.ts'
import { siblingsOf } from '../../core/prices/siblings.ts'
import { defineRule } from '../../core/rule.ts'
import {
  cheaperHours,
  machineTypeOf,
  offersFewTypes,
  typeEdit,
  typePlace,
  withType,
} from '../../core/rules/machine-type.ts'
import { previousGenerationMachineExamples } from './examples/previous-generation-machine.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'previous-generation-machine',
  on: 'resource',
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'A machine is of an older generation, and a newer one of the same line and size costs less there.',
    why: 'Providers often price a newer generation below the one it follows, and it is faster as well. Not every newer one is cheaper: only those that are, in that region, are named.',
    fix: 'Change the type. A machine is stopped for it; a group replaces its machines one by one.',
    unless:
      'The image is too old for it: AWS types from generation 5 on need drivers for NVMe and ENA and some take no paravirtual images; a burstable type of generation 3 on may bill CPU above its baseline; or a reservation pays for the old type.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html',
    alters: ['replacement'],
  },
  options,
  *check(resource, { estimate, estimateWith, prices, document }) {
    const machine = offersFewTypes(resource) ? undefined : machineTypeOf(resource)
    const siblings = machine && siblingsOf(prices, machine.cloud, machine.bare)
    if (siblings === undefined) return
    const { of } = siblings
    const newer = siblings.others
      .filter(({ generation, processor }) => processor === of.processor && generation > of.generation)
      .flatMap(({ type, generation }) => {
        const cheaper = cheaperHours(estimate, estimateWith(withType(resource, machine!, type)))
        return cheaper ? [{ type, generation, cheaper }] : []
      })
      .sort((a, b) => a.cheaper.share - b.cheaper.share || b.generation - a.generation)
    const [best] = newer
    if (best === undefined) return
    const { now, later, after, unit } = best.cheaper
    const edit = typeEdit(resource, machine!, best.type, document)
    const disk = hasLocalDisk(machine!.cloud, machine!.bare) && !hasLocalDisk(machine!.cloud, best.type)
    const to = machine!.named(best.type)
    yield {
      at: typePlace(resource, machine!, document),
      message: say`${machine!.named(machine!.bare)}: ${now}, ${later} as ${to}, the same size of a newer generation. Change the type.${disk && !machine!.isManaged ? ' It has no local disk, which the old one has.' : ''}`,
      ...(after ? { after } : {}),
      ...(unit ? { unit } : {}),
      fixes: edit ? [{ title: `Change the type to ${to}`, safety: 'suggestion', edits: [edit], claim: 'saves' }] : [],
    }
  },
})

export const examples = previousGenerationMachineExamples
