import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { codeOf, setAttribute } from '../../core/fixes/blocks.ts'
import { known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import { type EbsDisk, ebsDisks } from '../../core/rules/ebs-disks.ts'
import type { Edit, Estimate, Fact, Finding, Known, Location, Resource } from '../../core/types.ts'
import { previousGenerationVolumeExamples } from './examples/previous-generation-volume.ts'

const options = z.object({})

/** gp2 gives 3 IOPS a GiB, 16,000 at the most; gp3 has 3,000 and sells the rest. https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const gp2IopsPerGiB = 3
const gp2MaxIops = 16_000
const gp3Iops = 3_000

export const rule = defineRule({
  id: 'previous-generation-volume',
  on: 'resource',
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'A disk is of type gp2, where gp3 gives the same for less.',
    why: 'gp3 costs less per GB-month in every region that has it, and its speed does not depend on its size.',
    fix: 'Set the type to gp3; the change is made while the volume is in use, except that an `ebs_block_device` makes a new instance. Above 1,000 GiB give it the IOPS the gp2 volume had.',
    unless:
      'The volume needs more than the 125 MiB/s that gp3 includes (gp2 has up to 250 from 334 GiB on) and paying for them undoes the saving.',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
    alters: ['speed', 'replacement'],
    safe: 'for a disk of up to 170 GiB, which gp3 serves no slower, that is changed in use, whose type is written there, and which is not what a test reads',
  },
  options,
  *check(resource, { estimate, estimateWith, document }) {
    for (const disk of ebsDisks(resource)) {
      if (!isGp2(resource, disk)) continue
      const attribute = disk.attribute('type')
      const gp3 = asGp3(resource, disk)
      const after = estimateWith({ shape: { ...resource.shape, ...gp3 } })
      const unit = storagePrices(estimate, after)
      const what = resource.source.call ? 'call' : 'block'
      const totals = estimate.usd && after.usd && { now: estimate.usd, gp3: after.usd }
      if (!totals && !unit) continue
      const value = writtenAt(resource, attribute)
      const type = resource.shape[`${disk.prefix}type`]
      const edit = resource.source.call
        ? quoted(value, document)
        : setAttribute(resource, attribute, '"gp3"', document, type)
      const iops = gp3[`${disk.prefix}iops`]
      const speed = iops && 'value' in iops ? say`the ${Number(iops.value)} IOPS it has now` : say`${gp3Iops} IOPS`
      const isOurs = value === undefined || isLiteral(codeOf(resource, attribute, document) ?? '')
      const safety = isNoSlower(resource, disk) && isChangedInPlace(attribute) && isOurs ? 'safe' : 'suggestion'
      yield {
        at: value ?? factPlace(resource, type, document),
        message: totals
          ? say`A gp2 volume: ${usd(totals.now)} a month for this ${what}, ${usd(totals.gp3)} with gp3 of the same size and ${speed}. Set the type to gp3.`
          : say`A gp2 volume: ${usd(unit!.before)} a GB-month, ${usd(unit!.after)} with gp3 and ${speed}. Set the type to gp3.`,
        after,
        ...(totals ? {} : { unit }),
        fixes: edit && !iops ? [{ title: 'Change the type to gp3', safety, edits: [edit], claim: 'saves' }] : [],
      }
    }
  },
})

/** The argument of a call, where it is the text itself. */
function quoted(value: Location | undefined, document: Document): Edit | undefined {
  const quote = value && /^(["'])gp2\1$/.exec(textOf(document, value.cell).slice(...value.span))?.[1]
  return value && quote ? replace(value, `${quote}gp3${quote}`) : undefined
}

/** The first storage line whose price the change lowers. */
function storagePrices(before: Estimate, after: Estimate): Finding['unit'] {
  for (const [i, line] of before.lines.entries()) {
    const [was, is] = [line.unitUsd?.likely, after.lines[i]?.unitUsd?.likely]
    if (line.unit === 'GB-month' && was !== undefined && is !== undefined && is < was) {
      return { per: 'GB-month', before: was, after: is }
    }
  }
  return undefined
}

/** Not written, a further volume is gp2; the root has the type of the image, which may be gp3. */
function isGp2(resource: Resource, { prefix, isRoot }: EbsDisk): boolean {
  const fact = resource.shape[`${prefix}type`]!
  return (fact.is === 'known' || (fact.is === 'assumed' && !isRoot)) && fact.value === 'gp2'
}

/** A text with nothing to fill in; anything else may stand for another type elsewhere. */
const isLiteral = (code: string) => /^"[^"$%]*"$|^'[^']*'$/.test(code)

/** The provider makes the whole instance anew when one of its `ebs_block_device` changes. */
const isChangedInPlace = (attribute: string) => !attribute.startsWith('ebs_block_device')

/** Up to 170 GiB a gp2 volume reaches 128 MiB/s, which is what gp3 includes; larger ones reach more. */
const isNoSlower = (resource: Resource, disk: EbsDisk) => sizeOf(resource, disk) <= 170

function sizeOf(resource: Resource, { prefix }: EbsDisk): number {
  const size = resource.shape[`${prefix}sizeGiB`]
  return size && 'value' in size && typeof size.value === 'number' ? size.value : Number.POSITIVE_INFINITY
}

function asGp3(resource: Resource, disk: EbsDisk): Record<string, Known<Fact>> {
  const { prefix } = disk
  const gib = sizeOf(resource, disk)
  const iops = Number.isFinite(gib) ? Math.min(gp2MaxIops, gib * gp2IopsPerGiB) : 0
  const type = { [`${prefix}type`]: known<Fact>('gp3', resource.location) }
  return iops > gp3Iops ? { ...type, [`${prefix}iops`]: known<Fact>(iops, resource.location) } : type
}

export const examples = previousGenerationVolumeExamples
