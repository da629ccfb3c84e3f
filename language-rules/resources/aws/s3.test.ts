import { describe, expect, it } from 'vitest'
import { fileDocument } from '../../../core/document.ts'
import { engine } from '../../formats/terraform/engine.ts'
import { resources } from './s3.ts'

/** What the `lifecycle` fact of the first bucket comes to. */
function lifecycle(text: string): string {
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], { region: {} })
  const source = resources[0]!.from.terraform!.aws_s3_bucket!.facts.lifecycle!
  const known = typeof source === 'function' ? source(blocks[0]!) : undefined
  return known?.is === 'known' ? String(known.value) : known?.is === 'unknown' ? known.why : 'other'
}

const configuration = (rule: string) => `resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket_lifecycle_configuration" "l" {
  bucket = aws_s3_bucket.b.id
  ${rule}
}
`

describe('a bucket has a lifecycle', () => {
  it('not, where nothing says so', () => {
    expect(lifecycle('resource "aws_s3_bucket" "b" {}')).toBe('false')
  })

  it('by a lifecycle configuration that refers to it', () => {
    expect(
      lifecycle(configuration('rule {\n    status = "Enabled"\n    expiration {\n      days = 90\n    }\n  }')),
    ).toBe('true')
  })

  it('by a lifecycle configuration that writes its name', () => {
    const text = `resource "aws_s3_bucket" "b" {\n  bucket = "logs"\n}
resource "aws_s3_bucket_lifecycle_configuration" "l" {\n  bucket = "logs"\n  rule {\n    status = "Enabled"\n    expiration {\n      days = 9\n    }\n  }\n}\n`
    expect(lifecycle(text)).toBe('true')
    expect(lifecycle(text.replace('"logs"', '"data"'))).toBe('false')
  })

  it('not by the configuration of another bucket', () => {
    const text = configuration('rule {\n    status = "Enabled"\n    expiration {\n      days = 90\n    }\n  }')
    expect(lifecycle(text.replace('bucket = aws_s3_bucket.b.id', 'bucket = aws_s3_bucket.other.id'))).toBe('false')
  })

  it('not by a rule that is off, or that ends uploads', () => {
    expect(
      lifecycle(configuration('rule {\n    status = "Disabled"\n    expiration {\n      days = 90\n    }\n  }')),
    ).toBe('false')
    expect(
      lifecycle(
        configuration(
          'rule {\n    status = "Enabled"\n    abort_incomplete_multipart_upload {\n      days_after_initiation = 7\n    }\n  }',
        ),
      ),
    ).toBe('false')
  })

  it('by a rule that moves objects to a colder class', () => {
    expect(
      lifecycle(
        configuration(
          'rule {\n    status = "Enabled"\n    transition {\n      days = 30\n      storage_class = "GLACIER"\n    }\n  }',
        ),
      ),
    ).toBe('true')
  })

  it('by a rule of its own, as older configurations have it', () => {
    expect(
      lifecycle(
        'resource "aws_s3_bucket" "b" {\n  lifecycle_rule {\n    enabled = true\n    expiration {\n      days = 90\n    }\n  }\n}',
      ),
    ).toBe('true')
  })

  it('perhaps, where a variable decides', () => {
    expect(
      lifecycle(
        configuration(
          'dynamic "rule" {\n    for_each = var.rules\n    content {\n      status = "Enabled"\n      expiration {\n        days = 90\n      }\n    }\n  }',
        ),
      ),
    ).toBe('dynamic')
  })
})
