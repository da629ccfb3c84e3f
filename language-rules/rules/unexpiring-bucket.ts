import * as z from 'zod/mini'
import { addAfterBlock } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import type { Resource } from '../../core/types.ts'

const options = z.object({
  days: z
    ._default(z.number().check(z.int(), z.gte(30)), 90)
    .check(z.describe('Days after which the fix moves objects to the infrequent-access class.')),
})

const bucketTypes: ReadonlySet<string> = new Set(['aws_s3_bucket', 'aws.create_bucket'])

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
      'Objects are small or read often (colder classes bill retrieval, a minimum size and a minimum time), or another tool deletes them.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  },
  options,
  *check(bucket, { options, prices, document }) {
    if (!bucketTypes.has(bucket.type) || !bucket.shape.lifecycle || valueOf(bucket.shape.lifecycle) !== false) return
    if (bucket.shape.isSite && valueOf(bucket.shape.isSite) === true) return
    const region = valueOf(bucket.region)
    const [now, then] = ['STANDARD', 'STANDARD_IA'].map(
      (each) => region && prices.storage('aws', 's3', each, region)?.storage.usd,
    )
    const cold = typeof now === 'number' && typeof then === 'number'
    yield {
      at: headerOf(bucket, document),
      message: cold
        ? say`Nothing in this bucket ever expires: each GB costs ${usd(now)} a month for as long as it is kept, ${usd(then)} in the infrequent-access class. Add a lifecycle rule.`
        : 'Nothing in this bucket ever expires, and each GB is billed every month for as long as it is kept. Add a lifecycle rule.',
      ...(cold ? { unit: { per: 'GB-month', before: now, after: then } } : {}),
      fixes: isManaged(bucket)
        ? []
        : [
            {
              title: `Move objects to infrequent access after ${options.days} days`,
              safety: 'suggestion',
              edits: [addAfterBlock(bucket, lifecycle(bucket, options.days), document)],
              claim: 'governs',
            },
          ],
    }
  },
})

/** Rules of its own, or a configuration that only lacks one: where to add a rule is the author's to say. */
const isManaged = ({ shape, source }: Resource) =>
  source.call ||
  source.blocks.includes('lifecycle_rule') ||
  (shape.managed !== undefined && valueOf(shape.managed) !== false)

/** One for each bucket the block makes. */
function bucketsOf(bucket: Resource): readonly string[] {
  const { values } = bucket.source
  if (values.for_each) return [`  for_each = ${bucket.address}`, '  bucket   = each.value.id']
  if (values.count) return [`  count  = length(${bucket.address})`, `  bucket = ${bucket.address}[count.index].id`]
  return [`  bucket = ${bucket.address}.id`]
}

const lifecycle = (bucket: Resource, days: number): readonly string[] => [
  `resource "aws_s3_bucket_lifecycle_configuration" "${bucket.address.split('.').at(-1)}" {`,
  ...bucketsOf(bucket),
  '',
  '  rule {',
  '    id     = "move-old-objects"',
  '    status = "Enabled"',
  '',
  '    filter {}',
  '',
  '    transition {',
  `      days          = ${days}`,
  '      storage_class = "STANDARD_IA"',
  '    }',
  '',
  '    abort_incomplete_multipart_upload {',
  '      days_after_initiation = 7',
  '    }',
  '  }',
  '}',
]

export const examples: readonly RuleExample[] = [
  {
    name: 'no lifecycle rule anywhere',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "datasets" {
  bucket = "harbor-answers-datasets"
}
`,
    finds: [
      {
        line: 5,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "datasets" {
  bucket = "harbor-answers-datasets"
}

resource "aws_s3_bucket_lifecycle_configuration" "datasets" {
  bucket = aws_s3_bucket.datasets.id

  rule {
    id     = "move-old-objects"
    status = "Enabled"

    filter {}

    transition {
      days          = 90
      storage_class = "STANDARD_IA"
    }

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
    name: 'the region is not known: no amount is printed',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "logs" {
  bucket = "harbor-answers-logs"
}
`,
    finds: [
      {
        line: 1,
        message:
          'Nothing in this bucket ever expires, and each GB is billed every month for as long as it is kept. Add a lifecycle rule.',
        fixed: `resource "aws_s3_bucket" "logs" {
  bucket = "harbor-answers-logs"
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "move-old-objects"
    status = "Enabled"

    filter {}

    transition {
      days          = 90
      storage_class = "STANDARD_IA"
    }

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
    name: 'several buckets in one block',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "logs" {
  count = 2
}
`,
    finds: [
      {
        line: 1,
        message:
          'Nothing in this bucket ever expires, and each GB is billed every month for as long as it is kept. Add a lifecycle rule.',
        fixed: `resource "aws_s3_bucket" "logs" {
  count = 2
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  count  = length(aws_s3_bucket.logs)
  bucket = aws_s3_bucket.logs[count.index].id

  rule {
    id     = "move-old-objects"
    status = "Enabled"

    filter {}

    transition {
      days          = 90
      storage_class = "STANDARD_IA"
    }

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
    name: 'a configuration whose rule is off: a second one is not added',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "logs" {
  bucket = "harbor-answers-logs"
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "harbor-answers-logs"

  rule {
    id     = "expire"
    status = "Disabled"

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
          'Nothing in this bucket ever expires, and each GB is billed every month for as long as it is kept. Add a lifecycle rule.',
      },
    ],
  },
  {
    name: 'a lifecycle rule in a block of its own',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "datasets" {
  bucket = "harbor-answers-datasets"
}

resource "aws_s3_bucket_lifecycle_configuration" "datasets" {
  bucket = aws_s3_bucket.datasets.id

  rule {
    id     = "expire"
    status = "Enabled"

    expiration {
      days = 365
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'made by a program that gives it no lifecycle: nothing is edited',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="harbor-answers-logs")
`,
    finds: [
      {
        line: 4,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({ region: 'us-east-1' })
await s3.send(new CreateBucketCommand({ Bucket: 'harbor-answers-logs' }))
`,
    finds: [
      {
        line: 4,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
      },
    ],
  },
  {
    name: 'the program sets a lifecycle, in whichever order',
    lang: 'typescript',
    code: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
export async function prepare(name: string) {
  await s3.createBucket({ Bucket: name })
  await s3.putBucketLifecycleConfiguration({
    Bucket: name,
    LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Filter: {}, Expiration: { Days: 30 } }] },
  })
}
`,
    finds: [],
  },
  {
    name: 'a web site is read from it',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "site" {}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  index_document {
    suffix = "index.html"
  }
}
`,
    finds: [],
  },
  {
    name: 'a bucket for a while',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="scratch")
s3.delete_bucket(Bucket="scratch")
`,
    finds: [],
  },
]
