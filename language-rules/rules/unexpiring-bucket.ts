import * as z from 'zod/mini'
import { addAfterBlock, addToBlock, blockName, ofEach } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ResourceContext } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { addLifecycleRule, nearlineRule } from '../../core/rules/bucket-lifecycle.ts'
import { addRuleInCode, calledBy, ruleOf } from '../../core/rules/bucket-lifecycle-code.ts'
import { nearlineInCode } from '../../core/rules/gcs-lifecycle-code.ts'
import type { Edit, Fact, Resource } from '../../core/types.ts'
import { bucketsInTerraform } from './examples/unexpiring-bucket.ts'
import { bucketsElsewhere } from './examples/unexpiring-bucket-elsewhere.ts'
import { bucketsOfGoogle } from './examples/unexpiring-bucket-google.ts'
import { bucketsThemselves } from './examples/unexpiring-bucket-itself.ts'

const options = z.object({
  days: z
    ._default(z.number().check(z.int(), z.gte(30)), 90)
    .check(z.describe('Days after which the fix moves objects to the infrequent-access class.')),
  kept: z
    ._default(
      z.string(),
      'tf.?state|terraform|backend|config|script|(^|[^a-z])(lib|code)([^a-z]|$)|velero|thanos|loki|mimir|cortex|tempo',
    )
    .check(
      z.describe(
        'Regular expression; a bucket whose address it matches holds little, or belongs to a tool that deletes by itself, and the rule is silent.',
      ),
    ),
})

interface Kind {
  /** The fact that says the class, the class most have, and the next colder one. */
  readonly fact: string
  readonly from: string
  readonly to: string
  readonly called: string
  /** Nothing is said of what a bucket is not meant to be. */
  readonly isAsked?: (bucket: Resource) => boolean
  fix(bucket: Resource, days: number, context: ResourceContext<unknown>): readonly (Edit | undefined)[]
}

const s3 = { fact: 'storageClass', from: 'STANDARD', to: 'STANDARD_IA', called: 'the infrequent-access class' }

const gcs = { fact: 'storageClass', from: 'STANDARD', to: 'NEARLINE', called: 'the nearline class' }

const gcsInCode: Kind = { ...gcs, fix: nearlineInCode }

const kinds: Readonly<Record<string, Kind>> = {
  aws_s3_bucket: {
    ...s3,
    fix: (bucket, days, { document }) => [
      hasOnlyOff(bucket) ? undefined : addLifecycleRule(bucket, moving(days), document),
    ],
  },
  'aws.create_bucket': { ...s3, fix: (bucket, days, context) => addRuleInCode(bucket, movingInCode(days), context) },
  google_storage_bucket: {
    ...gcs,
    fix: (bucket, days, { document }) => [addToBlock(bucket, nearlineRule(days), document)],
  },
  'google.bucket': gcsInCode,
  'google.own_bucket': gcsInCode,
  'google.web_bucket': gcsInCode,
  'google.own_web_bucket': gcsInCode,
  azurerm_storage_account: {
    fact: 'accessTier',
    from: 'Hot',
    to: 'Cool',
    called: 'the cool tier',
    // Functions, diagnostics and file shares have accounts too, which hold little.
    isAsked: ({ shape }) =>
      is(shape.tier, 'Standard') &&
      (is(shape.kind, 'StorageV2') || is(shape.kind, 'BlobStorage')) &&
      shape.containers?.is === 'known' &&
      Number(shape.containers.value) > 0,
    fix: (account, days, { document }) => [addAfterBlock(account, policy(account, days), document)],
  },
}

export const rule = defineRule({
  id: 'unexpiring-bucket',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'No lifecycle rule ever moves or deletes what is in this bucket.',
    why: 'Storage is billed by the month for as long as an object exists; data sets, logs and checkpoints are rarely read after the first weeks.',
    fix: 'Add a lifecycle rule: move old objects to a colder class, delete what nobody needs, abort unfinished uploads.',
    unless:
      'It is deleted with all that is in it (the rule is silent with `force_destroy`), or it holds files of the configuration (silent too), or objects are small or read often (colder classes bill retrieval, a minimum size and a minimum time), or another tool deletes them.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    alters: ['bill'],
  },
  options,
  *check(bucket, context) {
    const kind = kinds[bucket.type]
    const { lifecycle, isSite, isDisposable, writtenBy } = bucket.shape
    if (!kind || !is(lifecycle, false) || is(isSite, true) || is(isDisposable, true)) return
    // What a deployment needs is read for as long as it stands.
    if (is(writtenBy, 'configuration')) return
    if (kind.isAsked?.(bucket) === false) return
    if (!is(bucket.shape[kind.fact], kind.from) || new RegExp(context.options.kept, 'i').test(calledBy(bucket))) return
    const now = context.estimate.lines[0]?.unitUsd?.likely
    const shape = { ...bucket.shape, [kind.fact]: known<Fact>(kind.to, bucket.location) }
    const then = context.estimateWith({ shape }).lines[0]?.unitUsd?.likely
    const isCheaper = now !== undefined && then !== undefined && then < now
    const { days } = context.options
    yield {
      at: headerOf(bucket, context.document),
      message: isCheaper
        ? say`Nothing in this bucket ever expires: each GB costs ${usd(now)} a month for as long as it is kept, ${usd(then)} in ${kind.called}. Add a lifecycle rule.`
        : 'Nothing in this bucket ever expires, and each GB is billed every month for as long as it is kept. Add a lifecycle rule.',
      ...(isCheaper ? { unit: { per: 'GB-month', before: now, after: then } } : {}),
      fixes: [
        {
          title: `Move objects to ${kind.called.replace('the infrequent-access class', 'infrequent access')} after ${days} days`,
          safety: 'suggestion',
          edits: kind.fix(bucket, days, context),
          claim: 'governs',
        },
      ],
    }
  },
})

const is = (fact: Resource['shape'][string] | undefined, value: Fact) => fact !== undefined && valueOf(fact) === value

/** A configuration whose rules somebody turned off: what to do with it is theirs to say. */
const hasOnlyOff = ({ shape, source }: Resource) =>
  !is(shape.ruled, true) && (is(shape.managed, true) || source.blocks.includes('lifecycle_rule'))

const moving = (days: number) => {
  const transition = ['transition {', `  days          = ${days}`, '  storage_class = "STANDARD_IA"', '}', '']
  const abort = ['abort_incomplete_multipart_upload {', '  days_after_initiation = 7', '}']
  return {
    id: 'move-old-objects',
    lines: [...transition, ...abort],
    own: [...transition, 'abort_incomplete_multipart_upload_days = 7'],
  }
}

const movingInCode = (days: number) =>
  ruleOf('move-old-objects', {
    Transitions: [{ Days: days, StorageClass: 'STANDARD_IA' }],
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
  })

/** https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_management_policy */
function policy(account: Resource, days: number): readonly string[] {
  return [
    `resource "azurerm_storage_management_policy" "${blockName(account)}" {`,
    ...ofEach(account, 'storage_account_id', 'id'),
    '',
    '  rule {',
    '    name    = "move-old-blobs"',
    '    enabled = true',
    '',
    '    filters {',
    '      blob_types = ["blockBlob"]',
    '    }',
    '',
    '    actions {',
    '      base_blob {',
    `        tier_to_cool_after_days_since_modification_greater_than = ${days}`,
    '      }',
    '    }',
    '  }',
    '}',
  ]
}

export const examples = [...bucketsInTerraform, ...bucketsElsewhere, ...bucketsThemselves, ...bucketsOfGoogle]
