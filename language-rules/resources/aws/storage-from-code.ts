// https://aws.amazon.com/s3/pricing/: what a program puts away, or moves to a colder class, by calling S3 itself.
import { fact, isUnwritten, line, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { storagePrice, textOf } from './item-lines.ts'
import { coldLines, coldUsage } from './s3-classes.ts'
import { lifecycleCall, ruleFacts, rulesPath } from './s3-lifecycle-code.ts'

const region = regionBy('^region_name|^region')

const stored: FormatMapping = {
  facts: { storageClass: 'StorageClass|ExtraArgs.StorageClass|params.StorageClass' },
  region,
}

/** What is written through a file system, or one open file, of which the class is told when it is made. */
const fileSystem: FormatMapping = {
  facts: {
    storageClass: 's3_additional_kwargs.StorageClass|transport_params.multipart_upload_kwargs.StorageClass',
  },
  region: regionBy('client_kwargs.region_name'),
}

const object = defineResource({
  id: 'aws/s3-object',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/s3/pricing/',
  shape: { storageClass: 'STANDARD_IA, GLACIER_IR' },
  usage: { storedGB: 'GB stored by this call, mean of the month' },
  lines: (resource, prices) => {
    const storageClass = fact(resource, 'storageClass')
    const name = valueOf(storageClass)
    const price = name === undefined ? 'dynamic' : storagePrice(resource, prices, 's3', String(name))
    return [line('Storage', 'GB-month', usage(resource, 'storedGB'), price)]
  },
  from: {
    sdk: {
      'aws.put_object': stored,
      'aws.copy_object': stored,
      'aws.create_multipart_upload': stored,
      'aws.file_system': fileSystem,
    },
  },
  label: ({ shape }) => `S3 ${String((shape.storageClass && valueOf(shape.storageClass)) ?? 'object')}`,
})

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycle.html: of a rule as they were first. */
const singleMoves = ['Transition', 'NoncurrentVersionTransition']

/** Classes that the rules move objects to, or old versions of them, with blanks between them. */
function movedTo(block: Block): Known<Fact> {
  if (block.list(rulesPath).is === 'unknown') return unknown('dynamic', block.location)
  const classes = block
    .nested(rulesPath)
    .filter((rule) => valueOf(rule.fact('Status')) !== 'Disabled')
    .flatMap((rule) => [
      ...[...rule.nested('Transitions'), ...rule.nested('NoncurrentVersionTransitions')].map((move) =>
        move.fact('StorageClass'),
      ),
      ...singleMoves.map((name) => rule.fact(`${name}.StorageClass`)).filter((told) => !isUnwritten(told)),
    ])
  const open = classes.find((one) => valueOf(one) === undefined)
  if (open !== undefined) return open.is === 'unknown' ? open : unknown('dynamic', block.location)
  return classes.length === 0 ? unknown('absent') : known<Fact>(classes.map(textOf).join(' '), block.location)
}

const lifecycle = defineResource({
  id: 'aws/s3-lifecycle',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/s3/pricing/',
  shape: {
    movedTo: 'classes that its rules move objects to, with blanks between them; none where they only delete',
  },
  usage: { ...coldUsage, monitoredObjects: 'objects that Intelligent-Tiering watches, mean of the month' },
  lines(resource, prices) {
    const moved = fact(resource, 'movedTo')
    if (moved.is === 'unknown' && !isUnwritten(moved))
      return [line('Colder storage', 'GB-month', unknown('usage'), moved.why)]
    return coldLines(resource, prices, (textOf(moved) ?? '').split(' '))
  },
  from: { sdk: { [lifecycleCall]: { facts: { movedTo }, region } } },
  label: ({ shape }) => `S3 lifecycle ${String((shape.movedTo && valueOf(shape.movedTo)) ?? '')}`.trim(),
})

/** Whether the program also gives its buckets a lifecycle; not known where it deletes buckets again. */
function aged(block: Block): Known<Fact> {
  if (block.ofType('aws.delete_bucket').length > 0) return unknown('dynamic', block.location)
  const configurations = block.ofType(lifecycleCall)
  return known<Fact>(configurations.length > 0, block.location)
}

/** Whether the program tags its buckets, as it makes them or later. */
const tagged = (block: Block): Known<Fact> =>
  known<Fact>(
    block.ofType('aws.put_bucket_tagging').length > 0 ||
      !isUnwritten(block.fact('CreateBucketConfiguration.Tags')) ||
      block.list('CreateBucketConfiguration.Tags').is === 'known',
    block.location,
  )

/** `create_bucket`, as the bucket itself is read (s3.ts). */
export const bucketFromCode: Readonly<Record<string, FormatMapping>> = {
  'aws.create_bucket': {
    facts: {
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
      storageClass: (block) => assumed<Fact>('STANDARD', block.location),
      lifecycle: aged,
      tagged,
      ...ruleFacts,
    },
    region: regionBy('CreateBucketConfiguration.LocationConstraint|^region_name|^region'),
  },
}

export const resources = [object, lifecycle]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'what is stored is use nobody has told: its unit price alone',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.put_object(Bucket="b", Key="k", StorageClass="STANDARD_IA")
`,
    sees: [{ address: 'aws.put_object', usd: null, status: 'partial', unknown: ['Storage: usage'] }],
  },
  {
    name: 'objects move to two classes, by use nobody has told; a rule that deletes costs nothing',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.put_bucket_lifecycle_configuration(
    Bucket="b",
    LifecycleConfiguration={
        "Rules": [
            {
                "ID": "age",
                "Status": "Enabled",
                "Filter": {},
                "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}, {"Days": 90, "StorageClass": "GLACIER"}],
            }
        ]
    },
)
s3.put_bucket_lifecycle_configuration(
    Bucket="c", LifecycleConfiguration={"Rules": [{"Status": "Enabled", "Expiration": {"Days": 7}}]}
)
`,
    sees: [
      {
        address: 'aws.put_bucket_lifecycle_configuration',
        usd: null,
        status: 'partial',
        lines: [
          'Storage, Standard-IA',
          'Objects moved to Standard-IA',
          'Retrieval from Standard-IA',
          'Storage, Glacier Flexible Retrieval',
          'Objects moved to Glacier Flexible Retrieval',
          'Retrieval from Glacier Flexible Retrieval',
        ],
      },
      { address: 'aws.put_bucket_lifecycle_configuration#2', usd: null, status: 'free' },
    ],
  },
  {
    name: 'rules from elsewhere: what they move to is not known',
    lang: 'typescript',
    code: `import { PutBucketLifecycleConfigurationCommand, S3Client } from '@aws-sdk/client-s3'
import { rules } from './rules'

const client = new S3Client({ region: 'us-east-1' })
await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket: 'b', LifecycleConfiguration: { Rules: rules } }))
`,
    sees: [
      {
        address: 'aws.put_bucket_lifecycle_configuration',
        usd: null,
        status: 'unknown',
        unknown: ['Colder storage: dynamic'],
      },
    ],
  },
]
