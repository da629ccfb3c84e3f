import * as z from 'zod/mini'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ResourceContext } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import { type EbsDisk, ebsDisks } from '../../core/rules/ebs-disks.ts'
import type { Fact, Resource } from '../../core/types.ts'
import { excessIopsExamples } from './examples/excess-iops.ts'

/** What every gp3 volume has without paying for it: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const included = { iops: 3_000, throughput: 125 }
const parts = [
  { name: 'iops', fact: 'iops', words: 'IOPS' },
  { name: 'throughput', fact: 'throughputMiBps', words: 'MiB/s' },
] as const

export const rule = defineRule({
  id: 'excess-iops',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'A gp3 volume is given more IOPS or throughput than every one includes.',
    why: 'What is above 3,000 IOPS and 125 MiB/s is billed by the month, used or not.',
    fix: 'Look at what the volume reaches, in `VolumeReadOps`, `VolumeWriteOps` and the bytes beside them, and give it that; it is changed while in use.',
    unless: 'It needs them, or bursts to them at a moment that matters.',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
    alters: ['speed'],
  },
  options: z.object({}),
  *check(resource, context) {
    for (const disk of ebsDisks(resource)) {
      const type = resource.shape[`${disk.prefix}type`]
      if (!type || valueOf(type) !== 'gp3') continue
      const more = parts.flatMap((part) => partOf(resource, disk, part, context) ?? [])
      const [first] = more
      const now = context.estimate.usd
      const after = context.estimateWith({
        shape: { ...resource.shape, ...Object.assign({}, ...more.map((each) => each.shape)) },
      })
      const least = after.usd
      if (!first || !now || !least || least.likely >= now.likely) continue
      const told = more.map(({ asked, words }) => say`${asked} ${words}`).join(' and ')
      const paid = more.map(({ words, paid }) => say`${usd(paid)} a month for the ${words}`).join(' and ')
      const what = resource.source.call ? 'call' : 'block'
      yield {
        at: first.at,
        message: `${told}, where gp3 includes ${more.map(({ least, words }) => say`${least} ${words}`).join(' and ')}: ${paid} of this ${what}. Give it what it reaches.`,
        after,
        fixes: [
          {
            title: 'Give it what gp3 includes',
            safety: 'suggestion',
            edits: more.map((each) =>
              setAttribute(resource, disk.attribute(each.name), String(each.least), context.document, each.fact),
            ),
            claim: 'saves',
          },
        ],
      }
    }
  },
})

/** What one of the two costs above what is included; undefined where it is no more, or not known. */
function partOf(
  resource: Resource,
  disk: EbsDisk,
  { name, fact: key, words }: (typeof parts)[number],
  { estimate, estimateWith, document }: ResourceContext<unknown>,
) {
  const fact = resource.shape[`${disk.prefix}${key}`]
  const asked = fact?.is === 'known' ? Number(fact.value) : Number.NaN
  const least = included[name]
  if (!fact || !(asked > least)) return undefined
  const shape = { [`${disk.prefix}${key}`]: known<Fact>(least, resource.location) }
  const [now, then] = [estimate, estimateWith({ shape: { ...resource.shape, ...shape } })].map(
    ({ usd: month }) => month,
  )
  if (!now || !then || then.likely >= now.likely) return undefined
  const at = writtenAt(resource, disk.attribute(name)) ?? factPlace(resource, fact, document)
  return { name, words, asked, least, fact, shape, at, paid: now.likely - then.likely }
}

export const examples = excessIopsExamples
