// The lifecycle of a bucket of Cloud Storage that a program sets: https://cloud.google.com/storage/docs/managing-lifecycles
import type { Document } from '../document.ts'
import { addAfterStatement, callAt } from '../fixes/after-statement.ts'
import { inline, lines, styleIn } from '../fixes/written-value.ts'
import type { CallSite, Module } from '../module.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Resource } from '../types.ts'

/** Moves what is old to the nearline class. Holds an undefined where the bucket has no name that can be written once more. */
export function nearlineInCode(
  { location }: Resource,
  days: number,
  { code, document }: Pick<ResourceContext<unknown>, 'code' | 'document'>,
): readonly (Edit | undefined)[] {
  const call = code && callAt(location, code.module, document)
  if (!call) return [undefined]
  const { module } = code
  if (module.language === 'python') {
    const bucket = bucketInPython(call, module, document)
    if (bucket === undefined) return [undefined]
    const rule = `${bucket}.add_lifecycle_set_storage_class_rule("NEARLINE", age=${days})`
    return addAfterStatement(call, document, module, () => [rule, `${bucket}.patch()`])
  }
  const bucket = bucketOnTheWeb(call, document)
  if (bucket === undefined) return [undefined]
  const style = styleIn(document.text)
  const rule = { action: { type: 'SetStorageClass', storageClass: 'NEARLINE' }, condition: { age: days } }
  return addAfterStatement(call, document, module, ({ before }) => {
    const asks = `${before}${bucket}.addLifecycleRule(`
    const short = `${asks}${inline(rule, style)})`
    if (short.length <= 100) return [short]
    const all = lines(rule, style, asks)
    return [...all.slice(0, -1), `${all.at(-1)})`]
  })
}

const name = /^[\w$.]+$/

/** `bucket.create()`, or `bucket = client.create_bucket("b")`. */
function bucketInPython({ expr }: CallSite, { bindings }: Module, { text }: Document): string | undefined {
  const { callee } = expr
  if (callee.is !== 'member') return undefined
  const made = bindings.find(({ value }) => value?.is === 'call' && value.id === expr.id)
  const at = callee.name === 'create' ? callee.of : made?.target
  const written = at && text.slice(...at.span)
  return written !== undefined && name.test(written) ? written : undefined
}

/** `bucket.create()`, or `storage.createBucket('b')`, whose bucket is `storage.bucket('b')`. */
function bucketOnTheWeb({ expr }: CallSite, { text }: Document): string | undefined {
  const { callee, args } = expr
  if (callee.is !== 'member') return undefined
  const client = text.slice(...callee.of.span)
  const isOwn = callee.name === 'create'
  const [called] = isOwn && callee.of.is === 'call' ? callee.of.args : args
  const holder = isOwn && callee.of.is === 'call' ? callee.of.callee : undefined
  if (isOwn && !holder) return name.test(client) ? client : undefined
  const of = holder ? text.slice(...holder.span) : `${client}.bucket`
  const written = called && text.slice(...called.value.span)
  const isSame = written !== undefined && (name.test(written) || /^(["'])[^"'\\]*\1$/.test(written))
  return name.test(of) && isSame ? `${of}(${written})` : undefined
}
