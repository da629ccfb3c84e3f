import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
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
import type { Resource } from '../../core/types.ts'
import { previousGenerationMachineExamples } from './examples/previous-generation-machine.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'previous-generation-machine',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
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
    // What is reserved has to be of the type of the machines that run in it, which are told.
    const isReserved = resource.type === 'aws_ec2_capacity_reservation'
    const machine = isReserved || offersFewTypes(resource) ? undefined : machineTypeOf(resource)
    if (machine && needsDrivers.test(machine.bare) && hasOldImage(resource, document)) return
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

/** AWS types before Nitro, https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-nitro-instances.html: a newer one needs drivers for ENA and NVMe. */
const needsDrivers = /^(t[12]|m[1-4]|c[134]|r[34]|i2|d2)\./

/** The template of a group stands beside it. Until July 2018 AWS gave ids of eight digits: images that are older than T3, and may lack the drivers. https://aws.amazon.com/blogs/aws/theyre-here-longer-ec2-resource-ids-now-available/ */
const hasOldImage = ({ location }: Resource, document: Document) =>
  /\bami-[0-9a-f]{8}\b/.test(textOf(document, location.cell))

export const examples = previousGenerationMachineExamples
