import * as z from 'zod/mini'
import type { Document } from '../../core/document.ts'
import { addToBlock } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'
import { addLifecycleRule } from '../../core/rules/bucket-lifecycle.ts'
import type { Edit, Resource } from '../../core/types.ts'

const options = z.object({
  days: z
    ._default(z.number().check(z.int(), z.positive()), 30)
    .check(z.describe('Days after which the fix deletes a version that is not current any more.')),
  small: z
    ._default(z.string(), 'tf.?state|terraform|state|backend|config|script')
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
    unless: 'Every version has to be kept, or little in the bucket is ever changed.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    notIn: {
      python: 'whether code keeps versions is not read',
      typescript: 'whether code keeps versions is not read',
      notebook: 'whether code keeps versions is not read',
    },
  },
  options,
  *check(bucket, { estimate, document, options }) {
    const { versioned, dropsVersions, isDisposable } = bucket.shape
    if (isDisposable && valueOf(isDisposable) === true) return
    if (!versioned || !dropsVersions || valueOf(versioned) !== true || valueOf(dropsVersions) !== false) return
    if (new RegExp(options.small, 'i').test(bucket.address)) return
    const stored = estimate.lines[0]?.unitUsd
    yield {
      at: headerOf(bucket, document),
      message: stored
        ? say`Every version of every object here is kept, and each GB of old ones costs ${usd(stored)} a month without end. Let noncurrent versions expire.`
        : 'Every version of every object here is kept, and the old ones are billed every month without end. Let noncurrent versions expire.',
      fixes: [
        {
          title: `Delete old versions after ${options.days} days`,
          safety: 'suggestion',
          edits: [expiring(bucket, options.days, document)],
          claim: 'governs',
        },
      ],
    }
  },
})

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

export const examples: readonly RuleExample[] = [
  {
    name: 'versions in a block of their own, in Amazon S3 and in Google Cloud Storage',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "uploads" {}

resource "aws_s3_bucket_versioning" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "google_storage_bucket" "uploads" {
  name     = "uploads"
  location = "us-central1"

  versioning {
    enabled = true
  }
}
`,
    finds: [
      {
        line: 5,
        message:
          'Every version of every object here is kept, and each GB of old ones costs $0.023 a month without end. Let noncurrent versions expire.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "uploads" {}

resource "aws_s3_bucket_lifecycle_configuration" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  rule {
    id     = "delete-old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}

resource "aws_s3_bucket_versioning" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "google_storage_bucket" "uploads" {
  name     = "uploads"
  location = "us-central1"

  versioning {
    enabled = true
  }
}
`,
      },
      {
        line: 15,
        message:
          'Every version of every object here is kept, and each GB of old ones costs $0.02 a month without end. Let noncurrent versions expire.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "uploads" {}

resource "aws_s3_bucket_versioning" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "google_storage_bucket" "uploads" {
  name     = "uploads"
  location = "us-central1"

  versioning {
    enabled = true
  }

  lifecycle_rule {
    condition {
      days_since_noncurrent_time = 30
    }
    action {
      type = "Delete"
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'objects expire, which keeps them as old versions',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "uploads" {
  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = true

    expiration {
      days = 30
    }
  }
}
`,
    finds: [
      {
        line: 1,
        message:
          'Every version of every object here is kept, and the old ones are billed every month without end. Let noncurrent versions expire.',
        fixed: `resource "aws_s3_bucket" "uploads" {
  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = true

    expiration {
      days = 30
    }
  }

  lifecycle_rule {
    id      = "delete-old-versions"
    enabled = true

    noncurrent_version_expiration {
      days = 30
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'old versions expire',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "uploads" {
  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  rule {
    id     = "versions"
    status = "Enabled"

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}

resource "google_storage_bucket" "uploads" {
  name     = "uploads"
  location = "us-central1"

  versioning {
    enabled = true
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      num_newer_versions = 3
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'no versions, versions switched off, the state of Terraform',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "uploads" {}

resource "aws_s3_bucket" "logs" {}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket" "terraform_state" {
  versioning {
    enabled = true
  }
}
`,
    finds: [],
  },
]
