import type { Document } from '../document.ts'
import { newlineOf, replace } from '../fixes/arguments.ts'
import { addAfterBlock, addToBlock, blockName, ofEach } from '../fixes/blocks.ts'
import type { Edit, Resource } from '../types.ts'

export interface LifecycleRule {
  readonly id: string
  /** Inside a `rule` of `aws_s3_bucket_lifecycle_configuration`. */
  readonly lines: readonly string[]
  /** Inside a `lifecycle_rule` of the bucket, as it was written up to version 3 of the provider; left out: the same. */
  readonly own?: readonly string[]
}

/**
 * Adds a rule to the lifecycle of a bucket of Amazon S3: to the bucket's own rules, to its configuration, or with a configuration that is made
 * for it. Undefined where none of them can be.
 */
export function addLifecycleRule(
  bucket: Resource,
  { id, lines, own = lines }: LifecycleRule,
  document: Document,
): Edit | undefined {
  const { managed } = bucket.shape
  if (bucket.type !== 'aws_s3_bucket' || managed?.is !== 'known') return undefined
  if (bucket.source.blocks.includes('lifecycle_rule')) {
    const rule = ['', 'lifecycle_rule {', `  id      = "${id}"`, '  enabled = true', '', ...indented(own), '}']
    return addToBlock(bucket, rule, document)
  }
  const rule = [
    '',
    'rule {',
    `  id     = "${id}"`,
    '  status = "Enabled"',
    '',
    '  filter {}',
    '',
    ...indented(lines),
    '}',
  ]
  if (managed.value === false) {
    const head = `resource "aws_s3_bucket_lifecycle_configuration" "${blockName(bucket)}" {`
    return addAfterBlock(bucket, [head, ...ofEach(bucket, 'bucket', 'id'), ...indented(rule), '}'], document)
  }
  const { at } = managed
  // Else it only has the name of one, or stands in a module that nobody sees.
  if (at.file !== document.file || document.text.charAt(at.span[1]) !== '}') return undefined
  const newline = newlineOf(document.text)
  const end = { ...at, span: [at.span[1], at.span[1]] as const }
  return replace(
    end,
    indented(rule)
      .map((line) => `${line}${newline}`)
      .join(''),
  )
}

/** Of a `google_storage_bucket`: what is older is moved. */
export const nearlineRule = (days: number): readonly string[] => [
  '',
  'lifecycle_rule {',
  '  condition {',
  `    age = ${days}`,
  '  }',
  '  action {',
  '    type          = "SetStorageClass"',
  '    storage_class = "NEARLINE"',
  '  }',
  '}',
]

const indented = (lines: readonly string[]) => lines.map((line) => (line === '' ? line : `  ${line}`))
