import * as z from 'zod/mini'
import type { Document } from '../../core/document.ts'
import { addToBlock } from '../../core/fixes/blocks.ts'
import { known, valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace } from '../../core/rules/block-place.ts'
import { addLifecycleRule, nearlineRule } from '../../core/rules/bucket-lifecycle.ts'
import { addRuleInCode, isInCode, ruleOf } from '../../core/rules/bucket-lifecycle-code.ts'
import type { Edit, Fact, Resource } from '../../core/types.ts'

/** The days that a colder class is billed at least: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html, https://cloud.google.com/storage/docs/storage-classes */
const leastDays = 30
/** Days in the month that a GB-month is billed by. */
const month = 30

const options = z.object({
  after: z
    ._default(z.number().check(z.int(), z.gte(30)), 30)
    .check(z.describe('Days after which the fix moves objects to the colder class.')),
})

const kinds: Readonly<Record<string, { readonly to: string; readonly called: string }>> = {
  aws_s3_bucket: { to: 'STANDARD_IA', called: 'infrequent access' },
  'aws.create_bucket': { to: 'STANDARD_IA', called: 'infrequent access' },
  google_storage_bucket: { to: 'NEARLINE', called: 'nearline' },
}

export const rule = defineRule({
  id: 'untiered-bucket',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'Objects are kept for months until a rule deletes them, and all the while in the class for what is read often.',
    why: 'A colder class costs about half a GB-month; what is kept to be deleted in the end is seldom read after the first weeks.',
    fix: 'Move objects to a colder class after a month, or let S3 Intelligent-Tiering or autoclass do it.',
    unless:
      'Objects are read often or are small: a colder class bills what is read back, 128 KB of each object in Amazon S3 at least, and each move.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
    alters: ['bill'],
  },
  options,
  *check(bucket, context) {
    const { estimate, estimateWith, document } = context
    const { after } = context.options
    const kind = kinds[bucket.type]
    const { storageClass, tiered, keptDays, isSite } = bucket.shape
    if (!kind || !tiered || valueOf(tiered) !== false || !keptDays || !storageClass) return
    if (valueOf(storageClass) !== 'STANDARD' || (isSite && valueOf(isSite) === true)) return
    const days = Number(valueOf(keptDays) ?? 0)
    if (days < after + 2 * leastDays) return
    const shape = { ...bucket.shape, storageClass: known<Fact>(kind.to, bucket.location) }
    const [now, then] = [estimate, estimateWith({ shape })].map(({ lines }) => lines[0]?.unitUsd?.likely)
    if (now === undefined || then === undefined || then >= now) return
    const whole = (now * days) / month
    const moved = (now * after + then * (days - after)) / month
    yield {
      at: factPlace(bucket, keptDays, document),
      message: say`Each GB is kept for ${days} days in the standard class, ${usd(whole)} until it is deleted; moved to ${kind.called} after ${after} days it is ${usd(moved)}. Move what is seldom read.`,
      unit: { per: 'GB-month', before: now, after: then },
      fixes: [
        {
          title: `Move objects to ${kind.called} after ${after} days`,
          safety: 'suggestion',
          edits: isInCode(bucket)
            ? addRuleInCode(bucket, movingInCode(after), context)
            : [moving(bucket, after, document)],
          claim: 'governs',
        },
      ],
    }
  },
})

const movingInCode = (days: number) =>
  ruleOf('move-old-objects', { Transitions: [{ Days: days, StorageClass: 'STANDARD_IA' }] })

function moving(bucket: Resource, days: number, document: Document): Edit | undefined {
  const lines = ['transition {', `  days          = ${days}`, '  storage_class = "STANDARD_IA"', '}']
  if (bucket.type === 'aws_s3_bucket') return addLifecycleRule(bucket, { id: 'move-old-objects', lines }, document)
  return addToBlock(bucket, nearlineRule(days), document)
}

const s3 = (rule: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "reports" {}

resource "aws_s3_bucket_lifecycle_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    id     = "old"
    status = "Enabled"

    ${rule}
  }
}
`

const gcs = (age: number, more = '') => `resource "google_storage_bucket" "reports" {
  name     = "reports"
  location = "us-central1"

  lifecycle_rule {
    condition {
      age = ${age}
    }
    action {
      type = "Delete"
    }
  }
${more}}
`
export const examples: readonly RuleExample[] = [
  {
    name: 'a year in the standard class of Amazon S3: 12.17 months × $0.023, or one of them and 11.17 × $0.0125',
    lang: 'terraform',
    code: s3('expiration {\n      days = 365\n    }'),
    finds: [
      {
        line: 5,
        message:
          'Each GB is kept for 365 days in the standard class, $0.28 until it is deleted; moved to infrequent access after 30 days it is $0.163. Move what is seldom read.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "reports" {}

resource "aws_s3_bucket_lifecycle_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    id     = "old"
    status = "Enabled"

    expiration {
      days = 365
    }
  }

  rule {
    id     = "move-old-objects"
    status = "Enabled"

    filter {}

    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'half a year in Google Cloud Storage: 6 months × $0.02, or two of them and four × $0.01',
    lang: 'terraform',
    options: { after: 60 },
    code: gcs(180),
    finds: [
      {
        line: 7,
        message:
          'Each GB is kept for 180 days in the standard class, $0.12 until it is deleted; moved to nearline after 60 days it is $0.08. Move what is seldom read.',
        fixed: `resource "google_storage_bucket" "reports" {
  name     = "reports"
  location = "us-central1"

  lifecycle_rule {
    condition {
      age = 180
    }
    action {
      type = "Delete"
    }
  }

  lifecycle_rule {
    condition {
      age = 60
    }
    action {
      type          = "SetStorageClass"
      storage_class = "NEARLINE"
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'moved on the way, deleted soon, or of an age that a variable says',
    lang: 'terraform',
    code: `${s3('transition {\n      days          = 30\n      storage_class = "GLACIER"\n    }\n\n    expiration {\n      days = 365\n    }')}
variable "days" {}

resource "aws_s3_bucket" "short" {
  lifecycle_rule {
    enabled = true
    expiration {
      days = 60
    }
  }
}

resource "aws_s3_bucket" "open" {
  lifecycle_rule {
    enabled = true
    expiration {
      days = var.days
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'autoclass moves it by itself',
    lang: 'terraform',
    code: gcs(365, '\n  autoclass {\n    enabled = true\n  }\n'),
    finds: [],
  },
  {
    name: 'a bucket that a program makes, whose objects it deletes after a year',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="harbour-berths")
s3.put_bucket_lifecycle_configuration(
    Bucket="harbour-berths",
    LifecycleConfiguration={
        "Rules": [
            {"Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 365}},
        ],
    },
)
`,
    finds: [
      {
        line: 4,
        message:
          'Each GB is kept for 365 days in the standard class, $0.28 until it is deleted; moved to infrequent access after 30 days it is $0.163. Move what is seldom read.',
        fixed: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="harbour-berths")
s3.put_bucket_lifecycle_configuration(
    Bucket="harbour-berths",
    LifecycleConfiguration={
        "Rules": [
            {"Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 365}},
            {
                "ID": "move-old-objects",
                "Status": "Enabled",
                "Filter": {"Prefix": ""},
                "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}],
            },
        ],
    },
)
`,
      },
    ],
  },
  {
    name: 'the same in TypeScript',
    lang: 'typescript',
    code: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
await s3.createBucket({ Bucket: 'harbour-berths' })
await s3.putBucketLifecycleConfiguration({
  Bucket: 'harbour-berths',
  LifecycleConfiguration: {
    Rules: [
      { Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 365 } },
    ],
  },
})
`,
    finds: [
      {
        line: 4,
        message:
          'Each GB is kept for 365 days in the standard class, $0.28 until it is deleted; moved to infrequent access after 30 days it is $0.163. Move what is seldom read.',
        fixed: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
await s3.createBucket({ Bucket: 'harbour-berths' })
await s3.putBucketLifecycleConfiguration({
  Bucket: 'harbour-berths',
  LifecycleConfiguration: {
    Rules: [
      { Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 365 } },
      {
        ID: 'move-old-objects',
        Status: 'Enabled',
        Filter: { Prefix: '' },
        Transitions: [{ Days: 30, StorageClass: 'STANDARD_IA' }],
      },
    ],
  },
})
`,
      },
    ],
  },
  {
    name: 'moved on the way, or deleted soon, by a program',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="berths")
s3.put_bucket_lifecycle_configuration(
    Bucket="berths",
    LifecycleConfiguration={
        "Rules": [
            {
                "Status": "Enabled",
                "Filter": {"Prefix": ""},
                "Transitions": [{"Days": 30, "StorageClass": "GLACIER_IR"}],
                "Expiration": {"Days": 365},
            }
        ]
    },
)
`,
    finds: [],
  },
  {
    name: 'deleted soon, TypeScript',
    lang: 'typescript',
    code: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
await s3.createBucket({ Bucket: 'berths' })
await s3.putBucketLifecycleConfiguration({
  Bucket: 'berths',
  LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 60 } }] },
})
`,
    finds: [],
  },
]
