import * as z from 'zod/mini'
import { isCloud } from '../../core/cloud-types.ts'
import { type Document, textOf } from '../../core/document.ts'
import { replace } from '../../core/fixes/arguments.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { fits } from '../../core/prices/user/wildcard.ts'
import { defineRule } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import type { Edit, Estimate, Resource } from '../../core/types.ts'
import { cheaperRegionExamples } from './examples/cheaper-region.ts'

const options = z.object({
  regions: z
    ._default(z.array(z.string()), [])
    .check(
      z.describe(
        'Regions it may stand in, like "eu-central-1" or "eu-*". Empty: nobody has said, and nothing is told.',
      ),
    ),
})

/** A twentieth less is the least that may be worth a move. */
const worthwhile = 0.95

export const rule = defineRule({
  id: 'cheaper-region',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A machine costs less in another of the regions that the team has agreed on.',
    why: 'The same machine has another price in each region, and nobody near it may be waiting for training or for a nightly job.',
    fix: 'Move it there, together with the data it reads: what goes from region to region is billed by the gigabyte.',
    unless:
      'Its users, its data or the law need the region, or the cheaper one has no room for the type. The list of regions is empty until somebody fills it.',
    source: 'https://aws.amazon.com/ec2/pricing/on-demand/',
    alters: ['place', 'replacement'],
    notIn: { typescript: 'a call’s region is that of its client, which other calls share' },
  },
  options,
  *check(resource, { options, estimate, estimateWith, prices, document }) {
    const here = valueOf(resource.region)
    const { cloud } = resource
    if (options.regions.length === 0 || here === undefined || here === 'global' || !isCloud(cloud)) return
    if (!estimate.usd || !estimate.lines.some(({ unit, usd }) => unit === 'hour' && usd)) return
    const best = prices
      .regions(cloud)
      .filter((region) => region !== here && options.regions.some((pattern) => fits(pattern, region)))
      .flatMap((region) => {
        const after = estimateWith({ region: known(region, resource.location) })
        return isComparable(estimate, after) ? [{ region, after }] : []
      })
      .toSorted((a, b) => a.after.usd!.likely - b.after.usd!.likely)[0]
    if (best === undefined || best.after.usd!.likely > estimate.usd.likely * worthwhile) return
    const edit = editOf(resource, here, best.region, document)
    const per = estimate.per === 'month' ? 'a month' : 'an hour'
    yield {
      at: headerOf(resource, document),
      message: say`${usd(estimate.usd)} ${per} in ${here}, ${usd(best.after.usd)} in ${best.region}, which is agreed on as well. Move it if its data can come along.`,
      after: best.after,
      fixes: edit ? [{ title: `Rent it in ${best.region}`, safety: 'suggestion', edits: [edit], claim: 'saves' }] : [],
    }
  },
})

/** All that has a price here has one there. */
const isComparable = (here: Estimate, there: Estimate): boolean =>
  there.usd !== undefined &&
  here.lines.length === there.lines.length &&
  here.lines.every(({ usd, unitUsd }, i) => (!usd || there.lines[i]!.usd) && (!unitUsd || there.lines[i]!.unitUsd))

/** Of a call whose own argument it is. What stands in a block must be where its network is. */
function editOf({ source, type }: Resource, here: string, there: string, document: Document): Edit | undefined {
  const at = source.call && type === 'skypilot.Resources' ? source.values.region : undefined
  const quoted = at && /^(["'])(.*)\1$/.exec(textOf(document, at.cell).slice(...at.span))
  return at && quoted?.[2] === here ? replace(at, `${quoted[1]}${there}${quoted[1]}`) : undefined
}

export const examples = cheaperRegionExamples
