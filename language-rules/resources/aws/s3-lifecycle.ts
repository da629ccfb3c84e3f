// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { is } from './item-lines.ts'

const configuration = 'aws_s3_bucket_lifecycle_configuration'

/** The lifecycle configurations of a bucket: those that refer to it, or that write the same name. */
export function configurationsOf(block: Block): readonly Block[] {
  const name = valueOf(block.fact('bucket'))
  const named = block
    .ofType(configuration)
    .filter((other) => name !== undefined && valueOf(other.fact('bucket')) === name)
  return [...new Set([...block.referredBy(configuration), ...named])]
}

/**
 * A bucket takes one configuration, and an address is given once: a second is not to be added. Where there is one that is the bucket's, its
 * place is that of the fact: between its braces.
 */
export function managed(block: Block): Known<Fact> {
  const [own] = configurationsOf(block).filter(({ count }) => valueOf(count) !== 0)
  if (own) return known<Fact>(true, own.source.body)
  const isTaken = block
    .ofType(configuration)
    .some(({ name, module }) => name === block.name && module?.address === block.module?.address)
  return known<Fact>(isTaken, block.location)
}

/** Whether any rule that is on does what `does` looks for: the bucket's own rules, or those of its lifecycle configuration. */
function anyRule(block: Block, does: (rule: NestedBlock) => boolean): Known<Fact> {
  const own = block.nested('lifecycle_rule').map((rule) => isOn(rule, does, rule.fact('enabled'), true))
  const others = configurationsOf(block)
    .flatMap((each) => each.nested('rule'))
    .map((rule) => isOn(rule, does, rule.fact('status'), 'Enabled'))
  const answers = [...own, ...others]
  if (answers.includes(true)) return known<Fact>(true, block.location)
  return answers.includes(undefined) ? unknown('dynamic', block.location) : known<Fact>(false, block.location)
}

/** Undefined where it cannot be told. */
function isOn(rule: NestedBlock, does: (rule: NestedBlock) => boolean, state: Known<Fact>, on: Fact) {
  if (!does(rule)) return false
  const isThere = rule.count.is === 'known' || rule.count.is === 'assumed' ? rule.count.value > 0 : undefined
  if (state.is !== 'known' && state.is !== 'assumed') return isThere === false ? false : undefined
  return state.value === on ? isThere : false
}

const has = (rule: NestedBlock, ...names: readonly string[]) => names.some((name) => rule.nested(name).length > 0)

/** Cutting off unfinished uploads touches no object. */
export const lifecycle = (block: Block) => anyRule(block, (rule) => has(rule, 'expiration', 'transition'))

/** Whether any rule is on, whatever it does. */
export const ruled = (block: Block) => anyRule(block, () => true)

export const dropsVersions = (block: Block) => anyRule(block, (rule) => has(rule, 'noncurrent_version_expiration'))

/** A number of days in the rules of older configurations, a block since. */
export const aborts = (block: Block) =>
  anyRule(
    block,
    (rule) =>
      has(rule, 'abort_incomplete_multipart_upload') ||
      !isUnwritten(rule.fact('abort_incomplete_multipart_upload_days')),
  )

/** Whether a rule, or Intelligent-Tiering, moves objects to a colder class. */
export const tiered = (block: Block): Known<Fact> =>
  block.referredBy('aws_s3_bucket_intelligent_tiering_configuration').length > 0
    ? known<Fact>(true, block.location)
    : anyRule(block, (rule) => has(rule, 'transition'))

/** Days after which objects are deleted; by several rules of different objects, the longest. */
export function keptDays(block: Block): Known<Fact> {
  const rules = [...block.nested('lifecycle_rule'), ...configurationsOf(block).flatMap((each) => each.nested('rule'))]
  const days = rules.filter((rule) => has(rule, 'expiration')).map((rule) => rule.fact('expiration.days'))
  const open = days.find((each) => typeof valueOf(each) !== 'number')
  if (open || days.length === 0) return open?.is === 'unknown' ? open : unknown('absent')
  return days.reduce((longest, each) => (Number(valueOf(each)) > Number(valueOf(longest)) ? each : longest))
}

/** Whether old versions are kept: https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html */
export function versioned(block: Block): Known<Fact> {
  const all = block.referredBy('aws_s3_bucket_versioning').filter(({ count }) => valueOf(count) !== 0)
  const states = all.map(
    (each): Known<Fact> =>
      valueOf(each.count) === undefined
        ? unknown('dynamic', each.location)
        : each.fact('versioning_configuration.status'),
  )
  const own = block.fact('versioning.enabled')
  if (states.some((state) => is(state, 'Enabled')) || is(own, true)) return known<Fact>(true, block.location)
  const open = [...states, own].find((state) => state.is === 'unknown' && !isUnwritten(state))
  return open ?? known<Fact>(false, block.location)
}

/** Whether a web site is read from it, by itself or through CloudFront: what it holds is put there on purpose. */
export const isSite = (block: Block): Known<Fact> =>
  known<Fact>(
    block.nested('website').length > 0 ||
      ['aws_s3_bucket_website_configuration', 'aws_cloudfront_distribution'].some(
        (type) => block.referredBy(type).length > 0,
      ),
    block.location,
  )
