import type { RuleExample } from '../../../core/rule.ts'

export const noncurrentVersions: readonly RuleExample[] = [
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
    name: 'files of the configuration, and logs of AWS, which it never writes twice; where a rule deletes them they stay as old versions',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "functions" {
  versioning {
    enabled = true
  }
}

resource "aws_s3_object" "resize" {
  bucket = aws_s3_bucket.functions.id
  key    = "resize.zip"
  source = "resize.zip"
}

resource "aws_s3_bucket" "traffic" {
  versioning {
    enabled = true
  }
}

resource "aws_lb" "web" {
  access_logs {
    bucket  = aws_s3_bucket.traffic.id
    enabled = true
  }
}

resource "aws_s3_bucket" "past" {
  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = true

    expiration {
      days = 90
    }
  }
}

resource "aws_cloudtrail" "all" {
  name           = "all"
  s3_bucket_name = aws_s3_bucket.past.id
}
`,
    finds: [
      {
        line: 26,
        message:
          'Every version of every object here is kept, and the old ones are billed every month without end. Let noncurrent versions expire.',
        fixed: `resource "aws_s3_bucket" "functions" {
  versioning {
    enabled = true
  }
}

resource "aws_s3_object" "resize" {
  bucket = aws_s3_bucket.functions.id
  key    = "resize.zip"
  source = "resize.zip"
}

resource "aws_s3_bucket" "traffic" {
  versioning {
    enabled = true
  }
}

resource "aws_lb" "web" {
  access_logs {
    bucket  = aws_s3_bucket.traffic.id
    enabled = true
  }
}

resource "aws_s3_bucket" "past" {
  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = true

    expiration {
      days = 90
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

resource "aws_cloudtrail" "all" {
  name           = "all"
  s3_bucket_name = aws_s3_bucket.past.id
}
`,
      },
    ],
  },
  {
    name: 'no versions, versions switched off, asked for by no bucket of a list or by some; the state of Terraform, the code of functions',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "uploads" {}

locals {
  buckets = { plans = { keeps = false }, tides = { keeps = false } }
}

variable "kept" {}

resource "aws_s3_bucket" "each" {
  for_each = local.buckets
}

resource "aws_s3_bucket_versioning" "each" {
  for_each = { for name, bucket in local.buckets : name => bucket if bucket.keeps }
  bucket   = aws_s3_bucket.each[each.key].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "some" {
  for_each = local.buckets
}

resource "aws_s3_bucket_versioning" "some" {
  for_each = var.kept
  bucket   = aws_s3_bucket.some[each.key].id

  versioning_configuration {
    status = "Enabled"
  }
}

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

resource "aws_s3_bucket" "edge_lambdas" {
  versioning {
    enabled = true
  }
}
`,
    finds: [],
  },
]
