import * as z from 'zod/mini'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { addLifecycleRule } from '../../core/rules/bucket-lifecycle.ts'
import { addRuleInCode, calledBy, isInCode, ruleOf } from '../../core/rules/bucket-lifecycle-code.ts'

const options = z.object({
  days: z
    ._default(z.number().check(z.int(), z.positive()), 7)
    .check(z.describe('Days after which the fix cuts off an upload that was begun.')),
  whole: z
    ._default(z.string(), '(^|[^a-z])(logs?|logging|awslogs|trail|cloudtrail|cloudfront|reports?|cur)([^a-z]|$)')
    .check(
      z.describe(
        'Regular expression; what a bucket whose address it matches holds is written in one go, and the rule is silent.',
      ),
    ),
})

const aborting = (days: number) => ({
  id: 'abort-unfinished-uploads',
  lines: ['abort_incomplete_multipart_upload {', `  days_after_initiation = ${days}`, '}'],
  own: [`abort_incomplete_multipart_upload_days = ${days}`],
})

const abortingInCode = (days: number) =>
  ruleOf('abort-unfinished-uploads', { AbortIncompleteMultipartUpload: { DaysAfterInitiation: days } })

const types: ReadonlySet<string> = new Set(['aws_s3_bucket', 'aws.create_bucket'])

export const rule = defineRule({
  id: 'abandoned-multipart',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A bucket has lifecycle rules, and none of them cuts off uploads that were never finished.',
    why: 'The parts of an upload that was broken off are stored and billed until somebody deletes them, and no list of objects shows them.',
    fix: 'Add a rule that aborts unfinished uploads after some days.',
    unless: 'Nothing large is written to the bucket, or something else aborts what is left over.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
    alters: ['data', 'bill'],
  },
  options,
  *check(bucket, context) {
    const { estimate, options, document } = context
    const { aborts, ruled, writtenBy } = bucket.shape
    if (!types.has(bucket.type) || !aborts || valueOf(aborts) !== false) return
    // AWS writes its logs in one request each, and files of the configuration are small.
    if (
      !ruled ||
      valueOf(ruled) !== true ||
      (writtenBy && valueOf(writtenBy) !== undefined) ||
      new RegExp(options.whole, 'i').test(calledBy(bucket))
    )
      return
    const stored = estimate.lines[0]?.unitUsd
    yield {
      at: headerOf(bucket, document),
      message: stored
        ? say`No lifecycle rule of this bucket cuts off unfinished uploads: what is left of each costs ${usd(stored)} per GB a month until somebody deletes it. Abort them after some days.`
        : 'No lifecycle rule of this bucket cuts off unfinished uploads: what is left of each is billed every month until somebody deletes it. Abort them after some days.',
      fixes: [
        {
          title: `Abort unfinished uploads after ${options.days} days`,
          safety: 'suggestion',
          edits: isInCode(bucket)
            ? addRuleInCode(bucket, abortingInCode(options.days), context)
            : [addLifecycleRule(bucket, aborting(options.days), document)],
          claim: 'governs',
        },
      ],
    }
  },
})

const bucket = (rule: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "data" {}

resource "aws_s3_bucket_lifecycle_configuration" "data" {
  bucket = aws_s3_bucket.data.id

  rule {
    id     = "old"
    status = "Enabled"

    expiration {
      days = 365
    }
${rule}  }
}
`

export const examples: readonly RuleExample[] = [
  {
    name: 'what AWS is told to write there, by its policy or by what logs',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "visits" {
  lifecycle_rule {
    enabled = true

    expiration {
      days = 365
    }
  }
}

resource "aws_s3_bucket" "site" {}

resource "aws_s3_bucket_logging" "site" {
  bucket        = aws_s3_bucket.site.id
  target_bucket = aws_s3_bucket.visits.id
  target_prefix = "site/"
}

resource "aws_s3_bucket" "audit" {
  lifecycle_rule {
    enabled = true

    expiration {
      days = 365
    }
  }
}

resource "aws_s3_bucket_policy" "audit" {
  bucket = aws_s3_bucket.audit.id
  policy = data.aws_iam_policy_document.audit.json
}

data "aws_iam_policy_document" "audit" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::audit/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'a rule that only deletes what is old',
    lang: 'terraform',
    code: bucket(''),
    finds: [
      {
        line: 5,
        message:
          'No lifecycle rule of this bucket cuts off unfinished uploads: what is left of each costs $0.023 per GB a month until somebody deletes it. Abort them after some days.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "data" {}

resource "aws_s3_bucket_lifecycle_configuration" "data" {
  bucket = aws_s3_bucket.data.id

  rule {
    id     = "old"
    status = "Enabled"

    expiration {
      days = 365
    }
  }

  rule {
    id     = "abort-unfinished-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'a rule of its own, in no known region',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "data" {
  lifecycle_rule {
    enabled = true

    expiration {
      days = 365
    }
  }
}
`,
    finds: [
      {
        line: 1,
        message:
          'No lifecycle rule of this bucket cuts off unfinished uploads: what is left of each is billed every month until somebody deletes it. Abort them after some days.',
        fixed: `resource "aws_s3_bucket" "data" {
  lifecycle_rule {
    enabled = true

    expiration {
      days = 365
    }
  }

  lifecycle_rule {
    id      = "abort-unfinished-uploads"
    enabled = true

    abort_incomplete_multipart_upload_days = 7
  }
}
`,
      },
    ],
  },
  {
    name: 'unfinished uploads are cut off',
    lang: 'terraform',
    code: bucket(`
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
`),
    finds: [],
  },
  {
    name: 'the same, as older configurations write it; and a bucket without any lifecycle, which another rule tells of',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "data" {
  lifecycle_rule {
    enabled                                = true
    abort_incomplete_multipart_upload_days = 7

    expiration {
      days = 365
    }
  }
}

resource "aws_s3_bucket" "other" {}
`,
    finds: [],
  },
  {
    name: 'rules that a program sets',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="harbour-uploads")
s3.put_bucket_lifecycle_configuration(
    Bucket="harbour-uploads",
    LifecycleConfiguration={
        "Rules": [
            {"ID": "old", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 365}},
        ]
    },
)
`,
    finds: [
      {
        line: 4,
        message:
          'No lifecycle rule of this bucket cuts off unfinished uploads: what is left of each costs $0.023 per GB a month until somebody deletes it. Abort them after some days.',
        fixed: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="harbour-uploads")
s3.put_bucket_lifecycle_configuration(
    Bucket="harbour-uploads",
    LifecycleConfiguration={
        "Rules": [
            {"ID": "old", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 365}},
            {
                "ID": "abort-unfinished-uploads",
                "Status": "Enabled",
                "Filter": {"Prefix": ""},
                "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
            },
        ]
    },
)
`,
      },
    ],
  },
  {
    name: 'the same in TypeScript, on one line',
    lang: 'typescript',
    code: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
await s3.createBucket({ Bucket: 'harbour-uploads' })
await s3.putBucketLifecycleConfiguration({
  Bucket: 'harbour-uploads',
  LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 365 } }] },
})
`,
    finds: [
      {
        line: 4,
        message:
          'No lifecycle rule of this bucket cuts off unfinished uploads: what is left of each costs $0.023 per GB a month until somebody deletes it. Abort them after some days.',
        fixed: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
await s3.createBucket({ Bucket: 'harbour-uploads' })
await s3.putBucketLifecycleConfiguration({
  Bucket: 'harbour-uploads',
  LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 365 } }, { ID: 'abort-unfinished-uploads', Status: 'Enabled', Filter: { Prefix: '' }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }] },
})
`,
      },
    ],
  },
  {
    name: 'rules in code that abort uploads, that come from elsewhere, of a bucket of logs, or that are off',
    lang: 'python',
    code: `import boto3


def prepare(rules):
    s3 = boto3.client("s3", region_name="us-east-1")
    for name in ["harbour-uploads", "harbour-photos", "harbour-logs", "harbour-films"]:
        s3.create_bucket(Bucket=name)
    s3.put_bucket_lifecycle_configuration(
        Bucket="harbour-uploads",
        LifecycleConfiguration={
            "Rules": [
                {"Status": "Enabled", "Filter": {}, "Expiration": {"Days": 365}},
                {"Status": "Enabled", "Filter": {}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 3}},
            ]
        },
    )
    s3.put_bucket_lifecycle_configuration(Bucket="harbour-photos", LifecycleConfiguration={"Rules": rules})
    s3.put_bucket_lifecycle_configuration(
        Bucket="harbour-logs",
        LifecycleConfiguration={"Rules": [{"Status": "Enabled", "Filter": {}, "Expiration": {"Days": 30}}]},
    )
    s3.put_bucket_lifecycle_configuration(
        Bucket="harbour-films",
        LifecycleConfiguration={"Rules": [{"Status": "Disabled", "Filter": {}, "Expiration": {"Days": 30}}]},
    )
`,
    finds: [],
  },
  {
    name: 'uploads are aborted, TypeScript',
    lang: 'typescript',
    code: `import { CreateBucketCommand, PutBucketLifecycleConfigurationCommand, S3Client } from '@aws-sdk/client-s3'

const rules = [
  { Status: 'Enabled', Filter: { Prefix: '' }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 3 } },
] as const
const client = new S3Client({ region: 'us-east-1' })
await client.send(new CreateBucketCommand({ Bucket: 'b' }))
await client.send(
  new PutBucketLifecycleConfigurationCommand({ Bucket: 'b', LifecycleConfiguration: { Rules: [...rules] } }),
)
`,
    finds: [],
  },
]
