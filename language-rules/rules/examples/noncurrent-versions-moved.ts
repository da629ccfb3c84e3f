import type { RuleExample } from '../../../core/rule.ts'

/** Buckets whose objects are moved before they expire. */
export const noncurrentVersionsMoved: readonly RuleExample[] = [
  {
    name: 'what expires has been moved to a colder class before, where an old version stays: no price is named',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "reports" {
  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = true

    transition {
      days          = 90
      storage_class = "GLACIER"
    }

    expiration {
      days = 365
    }
  }
}

provider "aws" {
  region = "us-east-1"
}
`,
    finds: [
      {
        line: 1,
        message:
          'Every version of every object here is kept, and the old ones are billed every month without end. Let noncurrent versions expire.',
        fixed: `resource "aws_s3_bucket" "reports" {
  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = true

    transition {
      days          = 90
      storage_class = "GLACIER"
    }

    expiration {
      days = 365
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

provider "aws" {
  region = "us-east-1"
}
`,
      },
    ],
  },
]
