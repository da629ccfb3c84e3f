import { textOf } from '../document.ts'
import { addAfterStatement, callAt } from '../fixes/after-statement.ts'
import { replaceSpan } from '../fixes/arguments.ts'
import type { CallExpr, Module } from '../module.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Resource } from '../types.ts'

/** What a bucket is called by, which can be said twice. */
const sayable = /^[\w.]+$|^[fr]?(["'])[^"']*\1$|^`[^`]*`$/

/**
 * Gives a bucket of Amazon S3 that a program makes a lifecycle, by a call of the same client after the one that makes it. Holds an undefined
 * where that cannot be written: the call is not on its own, or the client is a resource of boto3, which has no such method.
 */
export function lifecycleAfter(
  bucket: Resource,
  days: number,
  { code, document }: Pick<ResourceContext<unknown>, 'code' | 'document'>,
): readonly (Edit | undefined)[] {
  const none = [undefined]
  const call = code && callAt(bucket.location, code.module, document)
  const named = bucket.source.values.Bucket
  if (!code || !call || !named || named.file !== document.file) return none
  const { callee } = call.expr
  const name = textOf(document, named.cell).slice(...named.span)
  if (callee.is !== 'member' || !sayable.test(name)) return none
  const client = document.text.slice(...callee.of.span)
  if (!/^[\w.]+$/.test(client)) return none
  if (code.named === 'keyword') {
    const isClient = callee.name === 'create_bucket' && !/\.resource\(/.test(document.text)
    return isClient ? [addAfterStatement(call, document, (waits) => python(client, name, days, waits))] : none
  }
  if (callee.name === 'createBucket')
    return [addAfterStatement(call, document, (waits) => method(client, name, days, waits))]
  const imported = callee.name === 'send' ? commandIn(call.expr, code.module) : undefined
  if (!imported) return none
  return [
    ...(code.module.imports.some(({ name: other }) => other === added)
      ? []
      : [replaceSpan(document, [imported.span[1], imported.span[1]], `, ${added}`)]),
    addAfterStatement(call, document, (waits) => command(client, name, days, waits)),
  ]
}

const added = 'PutBucketLifecycleConfigurationCommand'

/** The import of `CreateBucketCommand`, where it is called by its own name and from a list of names. */
function commandIn({ args }: CallExpr, { imports }: Module) {
  const made = args[0]?.value
  const isNew = made?.is === 'call' && made.creates && made.callee.is === 'name'
  const found = isNew && made.callee.is === 'name' ? made.callee.name : undefined
  return imports.find(({ name, local }) => name === 'CreateBucketCommand' && local === found)
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
const python = (client: string, bucket: string, days: number, waits: string): readonly string[] => [
  `${waits}${client}.put_bucket_lifecycle_configuration(`,
  `    Bucket=${bucket},`,
  '    LifecycleConfiguration={',
  '        "Rules": [',
  '            {',
  '                "ID": "move-old-objects",',
  '                "Status": "Enabled",',
  '                "Filter": {"Prefix": ""},',
  `                "Transitions": [{"Days": ${days}, "StorageClass": "STANDARD_IA"}],`,
  '                "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},',
  '            }',
  '        ]',
  '    },',
  ')',
]

const record = (bucket: string, days: number): readonly string[] => [
  `  Bucket: ${bucket},`,
  '  LifecycleConfiguration: {',
  '    Rules: [',
  '      {',
  "        ID: 'move-old-objects',",
  "        Status: 'Enabled',",
  "        Filter: { Prefix: '' },",
  `        Transitions: [{ Days: ${days}, StorageClass: 'STANDARD_IA' }],`,
  '        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },',
  '      },',
  '    ],',
  '  },',
]

const method = (client: string, bucket: string, days: number, waits: string) => [
  `${waits}${client}.putBucketLifecycleConfiguration({`,
  ...record(bucket, days),
  '})',
]

const command = (client: string, bucket: string, days: number, waits: string) => [
  `${waits}${client}.send(`,
  `  new ${added}({`,
  ...record(bucket, days).map((line) => `  ${line}`),
  '  }),',
  ')',
]
