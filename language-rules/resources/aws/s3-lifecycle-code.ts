// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html: the lifecycle that a program gives a bucket.
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { FactSource } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

export const lifecycleCall = 'aws.put_bucket_lifecycle_configuration'
export const rulesPath = 'LifecycleConfiguration.Rules'

/** Of a bucket, or of one whose name only a run tells, which may be the same. */
function ofBucket(block: Block, type: string): readonly Block[] {
  const name = valueOf(block.fact('Bucket'))
  return block.ofType(type).filter((each) => {
    const other = valueOf(each.fact('Bucket'))
    return name === undefined || other === undefined || name === other
  })
}

const configurationsOf = (block: Block) => ofBucket(block, lifecycleCall)

const isOn = (rule: NestedBlock) => valueOf(rule.fact('Status')) !== 'Disabled'

/** Undefined where they are put together at run time. */
function rulesOf(block: Block): readonly NestedBlock[] | undefined {
  const all = configurationsOf(block)
  const isOpen = all.some((each) => each.list(rulesPath).is !== 'known')
  return isOpen ? undefined : all.flatMap((each) => each.nested(rulesPath)).filter(isOn)
}

/** Whether a rule is given a field, whatever is in it. */
const has = (rule: NestedBlock, name: string): boolean => {
  const [list, fact] = [rule.list(name), rule.fact(name)]
  return [list, fact].some((each) => !(each.is === 'unknown' && each.why === 'absent'))
}

const anyRule =
  (...names: readonly string[]) =>
  (block: Block): Known<Fact> => {
    const rules = rulesOf(block)
    if (rules === undefined) return unknown('dynamic', block.location)
    return known<Fact>(
      rules.some((rule) => names.length === 0 || names.some((name) => has(rule, name))),
      block.location,
    )
  }

/** Its place is that of the list of rules: one more can stand there. */
function managed(block: Block): Known<Fact> {
  const [own, ...others] = configurationsOf(block)
  if (own === undefined) return known<Fact>(false, block.location)
  const rules = own.list(rulesPath)
  return rules.is === 'known' && others.length === 0 ? known<Fact>(true, rules.at) : unknown('dynamic', block.location)
}

/** Days after which objects are deleted; by several rules of different objects, the longest. */
function keptDays(block: Block): Known<Fact> {
  const days = (rulesOf(block) ?? []).map((rule) => rule.fact('Expiration.Days')).filter((each) => !isUnwritten(each))
  if (days.length === 0) return unknown('absent')
  const open = days.find((each) => typeof valueOf(each) !== 'number')
  return open ?? days.reduce((longest, each) => (Number(valueOf(each)) > Number(valueOf(longest)) ? each : longest))
}

/** Whether the program keeps old versions: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html */
function versioned(block: Block): Known<Fact> {
  const states = ofBucket(block, 'aws.put_bucket_versioning').map((each) => each.fact('VersioningConfiguration.Status'))
  if (states.some((state) => valueOf(state) === 'Enabled')) return known<Fact>(true, block.location)
  return states.find((state) => valueOf(state) === undefined) ?? known<Fact>(false, block.location)
}

/** Of a bucket that a program makes. */
export const ruleFacts: Readonly<Record<string, FactSource>> = {
  name: 'Bucket',
  managed,
  ruled: anyRule(),
  aborts: anyRule('AbortIncompleteMultipartUpload'),
  versioned,
  dropsVersions: anyRule('NoncurrentVersionExpiration'),
  tiered: anyRule('Transitions', 'Transition'),
  keptDays,
}
