import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { addToBlock } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { addLifecycleRule } from '../../core/rules/bucket-lifecycle.ts'
import { addRuleInCode, calledBy, isInCode, ruleOf } from '../../core/rules/bucket-lifecycle-code.ts'
import type { Edit, Resource } from '../../core/types.ts'
import { noncurrentVersions } from './examples/noncurrent-versions.ts'
import { noncurrentVersionsInCode } from './examples/noncurrent-versions-in-code.ts'
import { noncurrentVersionsLeftAlone } from './examples/noncurrent-versions-left-alone.ts'
import { noncurrentVersionsMoved } from './examples/noncurrent-versions-moved.ts'

const options = z.object({
  days: z
    ._default(z.number().check(z.int(), z.positive()), 30)
    .check(z.describe('Days after which the fix deletes a version that is not current any more.')),
  small: z
    ._default(
      z.string(),
      'tf.?state|terraform|state|backend|config|script|certs|certificate|(^|[^a-z])(lambda|function)s?([^a-z]|$)',
    )
    .check(
      z.describe('Regular expression; a bucket whose address or name it matches holds little, and the rule is silent.'),
    ),
})

export const rule = defineRule({
  id: 'noncurrent-versions',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A bucket keeps every version of its objects, and no rule ever deletes the old ones.',
    why: 'What is overwritten or deleted is stored and billed as before; an expiry of objects only hides them behind a marker.',
    fix: 'Let noncurrent versions expire after as many days as somebody would want one back.',
    unless:
      'Every version has to be kept, or little in the bucket is ever changed. Buckets that hold files of the configuration, or logs that AWS writes and nothing deletes, are left alone.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    alters: ['data'],
  },
  options,
  *check(bucket, context) {
    const { estimate, document, options } = context
    const { versioned, dropsVersions, isDisposable, tiered } = bucket.shape
    const isMoved = tiered !== undefined && valueOf(tiered) !== false
    if (isDisposable && valueOf(isDisposable) === true) return
    if (!versioned || !dropsVersions || valueOf(versioned) !== true || valueOf(dropsVersions) !== false) return
    const called = `${calledBy(bucket)} ${writtenName(bucket, document)}`
    if (isWrittenOnce(bucket, called) || new RegExp(options.small, 'i').test(called)) return
    const days = Math.max(
      options.days,
      leastDays[String(bucket.shape.storageClass && valueOf(bucket.shape.storageClass))] ?? 0,
    )
    // An old version stays in the class that a rule moved it to before.
    const stored = isMoved ? undefined : estimate.lines[0]?.unitUsd
    yield {
      at: headerOf(bucket, document),
      message: stored
        ? say`Every version of every object here is kept, and each GB of old ones costs ${usd(stored)} a month without end. Let noncurrent versions expire.`
        : 'Every version of every object here is kept, and the old ones are billed every month without end. Let noncurrent versions expire.',
      fixes: [
        {
          title: `Delete old versions after ${days} days`,
          safety: 'suggestion',
          edits: isInCode(bucket)
            ? addRuleInCode(bucket, expiringInCode(days), context)
            : [expiring(bucket, days, document)],
          claim: 'governs',
        },
      ],
    }
  },
})

/** Files of the configuration are few and small; logs have no second version, unless a rule deletes them. */
function isWrittenOnce({ shape: { writtenBy, keptDays } }: Resource, called: string): boolean {
  const writer = writtenBy && valueOf(writtenBy)
  if (writer === 'configuration') return true
  return (writer === 'service' || logs.test(called)) && (!keptDays || valueOf(keptDays) === undefined)
}

const logs = /(^|[^a-z])logs?([^a-z]|$)/i

/** What stands where its name is given, `var.state_bucket_name`, says what it is for where the name itself is not known. */
function writtenName({ source }: Resource, document: Document): string {
  const at = source.values.bucket ?? source.values.name
  return at && at.file === document.file ? textOf(document, at.cell).slice(...at.span) : ''
}

/** Days that Google Cloud bills an object at the least: https://cloud.google.com/storage/pricing#early-deletion */
const leastDays: Readonly<Record<string, number>> = { NEARLINE: 30, COLDLINE: 90, ARCHIVE: 365 }

const expiringInCode = (days: number) =>
  ruleOf('delete-old-versions', { NoncurrentVersionExpiration: { NoncurrentDays: days } })

function expiring(bucket: Resource, days: number, document: Document): Edit | undefined {
  const id = 'delete-old-versions'
  const named = (name: string) => ['noncurrent_version_expiration {', `  ${name} = ${days}`, '}']
  if (bucket.type !== 'google_storage_bucket')
    return addLifecycleRule(bucket, { id, lines: named('noncurrent_days'), own: named('days') }, document)
  return addToBlock(
    bucket,
    [
      '',
      'lifecycle_rule {',
      '  condition {',
      `    days_since_noncurrent_time = ${days}`,
      '  }',
      '  action {',
      '    type = "Delete"',
      '  }',
      '}',
    ],
    document,
  )
}

export const examples = [
  ...noncurrentVersions,
  ...noncurrentVersionsLeftAlone,
  ...noncurrentVersionsMoved,
  ...noncurrentVersionsInCode,
]
