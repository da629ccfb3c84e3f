import * as z from 'zod/mini'
import { textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { removeAttribute } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { fixedPart } from '../../core/rules/unit-lines.ts'
import type { Fact, Resource } from '../../core/types.ts'
import { provisionedIopsExamples } from './examples/provisioned-iops-volume.ts'

/** What every gp3 volume can be given, whatever its age: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const gp3MostIops = 16_000
/** It includes so many and is given no fewer; the same page. */
const gp3Iops = 3_000
/** And at most so many for each GiB; the same page. */
const gp3IopsPerGiB = 500

export const rule = defineRule({
  id: 'provisioned-iops-volume',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A disk of type io1 or io2 has no more IOPS than gp3 can be given.',
    why: 'Of io1 and io2 every provisioned IOPS is billed from the first; gp3 includes 3,000, and sells the rest for less.',
    fix: 'Set the type to gp3 with the same IOPS; the change is made while the volume is in use.',
    unless:
      'The work needs io2’s durability, latency below a millisecond, several machines at one volume, or more throughput than gp3 is given.',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
    alters: ['speed'],
  },
  options: z.object({}),
  *check(resource, { estimate, estimateWith, document }) {
    if (resource.type !== 'aws_ebs_volume' && resource.type !== 'aws.create_volume') return
    const { type, iops, sizeGiB } = resource.shape
    const name = type && valueOf(type)
    if ((name !== 'io1' && name !== 'io2') || resource.source.values.multi_attach_enabled) return
    const [asked, size] = [numberIn(iops), numberIn(sizeGiB)]
    if (asked === undefined || size === undefined || asked > Math.min(gp3MostIops, size * gp3IopsPerGiB)) return
    const after = estimateWith({ shape: { ...resource.shape, type: known<Fact>('gp3', resource.location) } })
    const [now, gp3] = [fixedPart(estimate), fixedPart(after)]
    if (!now || !gp3 || gp3.likely >= now.likely) return
    const value = resource.source.values[resource.source.call ? 'VolumeType' : 'type']
    const quote = value && /^(["'])io[12]\1$/.exec(textOf(document, value.cell).slice(...value.span))?.[1]
    yield {
      at: value ?? factPlace(resource, type, document),
      message: say`An ${String(name)} volume of ${asked} IOPS: ${usd(now)} a month, ${usd(gp3)} as gp3 with the same IOPS. Set the type to gp3 unless latency or durability decide.`,
      after,
      fixes: quote
        ? [
            {
              title: 'Change the type to gp3',
              safety: 'suggestion',
              // gp3 takes no fewer than it includes.
              edits: [
                replace(value, `${quote}gp3${quote}`),
                ...(asked < gp3Iops ? [removeAttribute(resource, 'iops', document)] : []),
              ],
              claim: 'saves',
            },
          ]
        : [],
    }
  },
})

function numberIn(fact: Resource['shape'][string] | undefined): number | undefined {
  const value = Number(fact?.is === 'known' ? fact.value : Number.NaN)
  return Number.isFinite(value) ? value : undefined
}

export const examples = provisionedIopsExamples
