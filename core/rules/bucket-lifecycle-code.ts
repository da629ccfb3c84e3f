// The lifecycle of a bucket of Amazon S3 that a program sets: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
import { textOf } from '../document.ts'
import { callAt } from '../fixes/after-statement.ts'
import { newlineOf, replace } from '../fixes/arguments.ts'
import { indentedAs } from '../fixes/indentation.ts'
import { requestAfter, sameArgument } from '../fixes/next-request.ts'
import { indentAt } from '../fixes/text.ts'
import { code, ended, type Fields, inline, lines, styleIn, type Value } from '../fixes/written-value.ts'
import { valueOf } from '../known.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Location, Resource } from '../types.ts'

type Context = Pick<ResourceContext<unknown>, 'code' | 'document'>

export const isInCode = ({ source }: Resource): boolean => source.call === true

/** Its address, and its name where a program says it. */
export const calledBy = ({ address, shape }: Resource): string =>
  [address, ...(shape.name ? [valueOf(shape.name)] : [])].join(' ')

/** A rule of objects under every name. */
export const ruleOf = (id: string, does: Fields): Fields => ({
  ID: id,
  Status: 'Enabled',
  Filter: { Prefix: '' },
  ...does,
})

/**
 * One more rule in the list that the program sets, which replaces what was there; where it sets none, a call of the same client after the one
 * that makes the bucket. Holds an undefined where neither can be written.
 */
export function addRuleInCode(bucket: Resource, rule: Fields, context: Context): readonly (Edit | undefined)[] {
  const { managed } = bucket.shape
  if (managed?.is !== 'known' || !context.code) return [undefined]
  if (managed.value === true) return [oneMore(managed.at, rule, context)]
  const name = sameArgument(bucket, 'Bucket', context) ?? ownName(bucket, context)
  if (name === undefined) return [undefined]
  const fields = { Bucket: name, LifecycleConfiguration: { Rules: [rule] } }
  return requestAfter(bucket, { method: 'put_bucket_lifecycle_configuration', fields }, context)
}

/** Of a bucket that makes itself: https://docs.aws.amazon.com/boto3/latest/reference/services/s3/bucket/index.html */
function ownName({ location }: Resource, { code: read, document }: Context): Value | undefined {
  const callee = read && callAt(location, read.module, document)?.expr.callee
  const isOwn = read?.named === 'keyword' && callee?.is === 'member' && callee.name === 'create'
  return isOwn ? code(`${document.text.slice(...callee.of.span)}.name`) : undefined
}

/** @param at of a list; undefined where it is not written there, or a comment stands at its end. */
function oneMore(at: Location, rule: Fields, { code, document }: Context): Edit | undefined {
  const text = textOf(document, at.cell)
  const style = code?.named === 'keyword' ? 'keyword' : styleIn(document.text)
  const list = text.slice(...at.span)
  if (at.file !== document.file || !list.startsWith('[') || !list.endsWith(']')) return undefined
  const inner = list.slice(1, -1).trimEnd()
  if (inner === '' || /(?:#|\/\/)[^\r\n]*$/.test(inner)) return undefined
  const end = at.span[0] + 1 + inner.length
  const place = { ...at, span: [end, end] as const }
  const comma = inner.endsWith(',') ? '' : ','
  if (!/[\r\n]/.test(list)) return replace(place, `${comma} ${inline(rule, style)}`)
  const first = at.span[0] + 1 + (inner.length - inner.trimStart().length)
  const lead = newlineOf(text) + indentAt(text, first)
  const inUnits = (written: readonly string[]) =>
    code ? indentedAs(document.text, code.module.language, written) : written
  const isOwnLine = /^\s*[\r\n]/.test(list.slice(1))
  const written = isOwnLine ? inUnits(ended(lines(rule, style))) : [` ${inline(rule, style)}`]
  return replace(place, comma + written.map((line) => (isOwnLine ? lead + line : line)).join(''))
}
