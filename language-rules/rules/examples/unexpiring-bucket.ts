import type { RuleExample } from '../../../core/rule.ts'

export const bucketsInTerraform: readonly RuleExample[] = [
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
    name: 'a configuration that does something else gets one rule more',
    lang: 'terraform',
    code: `resource "aws_s3_bucket" "logs" {}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "abort"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }
}
`,
    finds: [
      {
        line: 1,
        message:
          'Nothing in this bucket ever expires, and each GB is billed every month for as long as it is kept. Add a lifecycle rule.',
        fixed: `resource "aws_s3_bucket" "logs" {}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "abort"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }

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
    name: 'buckets of files that the configuration puts there: a function is made of them',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "functions" {}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = "arn:aws:iam::123456789012:role/resize"
  s3_bucket     = aws_s3_bucket.functions.id
  s3_key        = "resize.zip"
}

resource "google_storage_bucket" "functions" {
  name     = "functions"
  location = "us-central1"
}

resource "google_storage_bucket_object" "resize" {
  bucket = google_storage_bucket.functions.name
  name   = "resize.zip"
  source = "resize.zip"
}
`,
    finds: [],
  },
]
