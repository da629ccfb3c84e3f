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
    name: 'a class that is billed for a year at the least',
    lang: 'terraform',
    code: `provider "google" {
  region = "us-central1"
}

resource "google_storage_bucket" "copies" {
  name          = "port-copies"
  location      = "us-central1"
  storage_class = "ARCHIVE"

  versioning {
    enabled = true
  }
}
`,
    finds: [
      {
        line: 5,
        message:
          'Every version of every object here is kept, and each GB of old ones costs $0.0012 a month without end. Let noncurrent versions expire.',
        fixed: `provider "google" {
  region = "us-central1"
}

resource "google_storage_bucket" "copies" {
  name          = "port-copies"
  location      = "us-central1"
  storage_class = "ARCHIVE"

  versioning {
    enabled = true
  }

  lifecycle_rule {
    condition {
      days_since_noncurrent_time = 365
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
]
