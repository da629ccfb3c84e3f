import type { RuleExample } from '../../../core/rule.ts'

/** Buckets that hold little, or nothing that is written twice. */
export const noncurrentVersionsLeftAlone: readonly RuleExample[] = [
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
  {
    name: 'made with the table that locks a state, named by a variable for it, a log, or the reports of a canary',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "state_name" {}

variable "deployment" {}

resource "aws_s3_bucket" "session_logs" {
  bucket = "\${var.deployment}-session"
}

resource "aws_s3_bucket" "reports" {
  bucket = "\${var.deployment}-reports"
}

resource "aws_s3_bucket" "shared" {
  bucket = var.state_name
}

resource "aws_s3_bucket_versioning" "session_logs" {
  bucket = aws_s3_bucket.session_logs.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_versioning" "reports" {
  bucket = aws_s3_bucket.reports.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_versioning" "shared" {
  bucket = aws_s3_bucket.shared.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_synthetics_canary" "berths" {
  name                 = "berths"
  artifact_s3_location = "s3://\${aws_s3_bucket.reports.id}/berths"
  execution_role_arn   = "arn:aws:iam::123456789012:role/canary"
  handler              = "berths.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.0"

  schedule {
    expression = "rate(5 minutes)"
  }
}
`,
    finds: [],
  },
  {
    name: 'its file makes the table in which Terraform locks its state',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "name" {}

resource "aws_s3_bucket" "all" {
  bucket = var.name
}

resource "aws_s3_bucket_versioning" "all" {
  bucket = aws_s3_bucket.all.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_dynamodb_table" "lock" {
  name         = "lock"
  hash_key     = "LockID"
  billing_mode = "PAY_PER_REQUEST"

  attribute {
    name = "LockID"
    type = "S"
  }
}
`,
    finds: [],
  },
  {
    name: 'results of queries and what a stream delivers, each of which is written once; a copy is billed as the class it is kept in',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "answers" {
  versioning {
    enabled = true
  }
}

resource "aws_athena_database" "berths" {
  name   = "berths"
  bucket = aws_s3_bucket.answers.bucket
}

resource "aws_s3_bucket" "positions" {
  versioning {
    enabled = true
  }
}

resource "aws_kinesis_firehose_delivery_stream" "positions" {
  name        = "positions"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = aws_s3_bucket.positions.arn
  }
}

resource "aws_s3_bucket" "copies" {
  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket_replication_configuration" "copies" {
  role   = "arn:aws:iam::123456789012:role/replication"
  bucket = "port-plans"

  rule {
    id     = "copies"
    status = "Enabled"

    destination {
      bucket        = aws_s3_bucket.copies.arn
      storage_class = "STANDARD_IA"
    }
  }
}
`,
    finds: [
      {
        line: 32,
        message:
          'Every version of every object here is kept, and each GB of old ones costs $0.0125 a month without end. Let noncurrent versions expire.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "answers" {
  versioning {
    enabled = true
  }
}

resource "aws_athena_database" "berths" {
  name   = "berths"
  bucket = aws_s3_bucket.answers.bucket
}

resource "aws_s3_bucket" "positions" {
  versioning {
    enabled = true
  }
}

resource "aws_kinesis_firehose_delivery_stream" "positions" {
  name        = "positions"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/firehose"
    bucket_arn = aws_s3_bucket.positions.arn
  }
}

resource "aws_s3_bucket" "copies" {
  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "copies" {
  bucket = aws_s3_bucket.copies.id

  rule {
    id     = "delete-old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "copies" {
  role   = "arn:aws:iam::123456789012:role/replication"
  bucket = "port-plans"

  rule {
    id     = "copies"
    status = "Enabled"

    destination {
      bucket        = aws_s3_bucket.copies.arn
      storage_class = "STANDARD_IA"
    }
  }
}
`,
      },
    ],
  },
]
