// https://aws.amazon.com/s3/pricing/
import { fact, isUnwritten, line, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { is, serviceLines, storagePrice, textOf } from './item-lines.ts'
import { coldLines, coldUsage, requestLines } from './s3-classes.ts'
import {
  aborts,
  configurationsOf,
  dropsVersions,
  isSite,
  keptDays,
  lifecycle,
  managed,
  ruled,
  tiered,
  versioned,
} from './s3-lifecycle.ts'
import { writtenBy } from './s3-writers.ts'
import { bucketFromCode } from './storage-from-code.ts'

/** Classes that a rule moves objects to, or old versions of them. */
function movedTo(block: Block): Known<Fact> {
  const rules = [
    ...block.nested('lifecycle_rule'),
    ...configurationsOf(block).flatMap((configuration) => configuration.nested('rule')),
  ]
  const moves = rules.flatMap((rule) => [...rule.nested('transition'), ...rule.nested('noncurrent_version_transition')])
  const classes = moves.map((move) => move.fact('storage_class'))
  const open = classes.find(({ is }) => is === 'unknown')
  if (open !== undefined) return open
  return classes.length === 0 ? unknown('absent') : known<Fact>(classes.map(textOf).join(' '), block.location)
}

/** Replication within 15 minutes is billed by the GB: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html */
function timeControl(block: Block): Known<Fact> {
  const rules = [
    ...block.nested('replication_configuration.rules'),
    ...block.referredBy('aws_s3_bucket_replication_configuration').flatMap((each) => each.nested('rule')),
  ]
  const promises = rules.map((rule) => rule.fact('destination.replication_time.status'))
  if (promises.some((status) => is(status, 'Enabled'))) return known<Fact>(true, block.location)
  return promises.find((status) => status.is === 'unknown' && !isUnwritten(status)) ?? unknown('absent')
}

const bucket = defineResource({
  id: 'aws/s3-bucket',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/s3/pricing/',
  shape: {
    name: 'name of the bucket, where a program makes it',
    storageClass: 'class objects are stored in unless the upload says otherwise',
    lifecycle: 'whether a lifecycle rule moves objects to a colder class or deletes them',
    managed: 'whether there is a lifecycle configuration already, whatever it does',
    ruled: 'whether any lifecycle rule is on, whatever it does',
    tiered: 'whether objects are moved to a colder class by themselves',
    keptDays: 'days after which objects are deleted',
    dropsVersions: 'whether a lifecycle rule deletes old versions',
    aborts: 'whether a lifecycle rule cuts off unfinished uploads',
    versioned: 'whether old versions of objects are kept',
    isSite: 'whether a web site is read from it',
    writtenBy: 'service where AWS writes its logs or reports there, configuration where this does its files',
    tagged: 'whether the program that makes it tags it',
    isDisposable: 'whether it is deleted with all that is in it',
    movedTo: 'classes that lifecycle rules move objects to, with blanks between them',
    timeControl: 'whether replication is promised within 15 minutes',
  },
  usage: {
    storedGB: 'GB stored, mean of the month',
    writeRequests: 'requests that write, copy or list a month',
    readRequests: 'requests that read a month',
    monitoredObjects: 'objects that Intelligent-Tiering watches, mean of the month',
    replicatedGB: 'GB replicated a month',
    ...coldUsage,
  },
  lines: (resource, prices) => [
    line(
      'Storage',
      'GB-month',
      usage(resource, 'storedGB'),
      priceFor(
        resource,
        [fact(resource, 'storageClass')],
        (region, name) => prices.storage('aws', 's3', name, region)?.storage,
      ),
    ),
    ...requestLines(resource, prices),
    ...coldLines(resource, prices, (textOf(fact(resource, 'movedTo')) ?? '').split(' ')),
    ...(is(fact(resource, 'timeControl'), true)
      ? [
          serviceLines(resource, prices, 's3').used(
            'Replication time control',
            'GB',
            'replication time control',
            'replicatedGB',
          ),
        ]
      : []),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket
    terraform: {
      aws_s3_bucket: {
        facts: {
          storageClass: (block) => replicatedClass(block) ?? assumed<Fact>('STANDARD', block.location),
          lifecycle,
          managed,
          ruled,
          tiered,
          keptDays,
          dropsVersions,
          aborts,
          versioned,
          isSite,
          writtenBy,
          isDisposable: 'force_destroy',
          movedTo,
          timeControl,
        },
      },
    },
    sdk: bucketFromCode,
  },
  label: () => 'S3 bucket',
})

/** Objects that a replication brings are stored in the class that it names. */
function replicatedClass(bucket: Block): Known<Fact> | undefined {
  const to = 'rule.destination.bucket'
  const brings = bucket
    .referredBy('aws_s3_bucket_replication_configuration')
    .filter((each) => each.target(to, 'aws_s3_bucket')?.key === bucket.key)
  const classes = brings.map((each) => each.fact('rule.destination.storage_class'))
  return classes.length === 1 && classes[0]?.is === 'known' ? classes[0] : undefined
}

const analytics = defineResource({
  id: 'aws/s3-analytics',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/s3/pricing/',
  shape: {},
  usage: { monitoredObjects: 'objects watched, mean of the month' },
  lines: (resource, prices) => [
    serviceLines(resource, prices, 's3').used('Objects watched', 'object-month', 'analytics', 'monitoredObjects'),
  ],
  from: { terraform: { aws_s3_bucket_analytics_configuration: { facts: {} } } },
  label: () => 'S3 storage class analysis',
})

const inventory = defineResource({
  id: 'aws/s3-inventory',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/s3/pricing/',
  shape: {},
  usage: { listedObjects: 'objects listed a month' },
  lines: (resource, prices) => [
    serviceLines(resource, prices, 's3').used('Objects listed', 'object', 'inventory', 'listedObjects'),
  ],
  from: { terraform: { aws_s3_bucket_inventory: { facts: {} } } },
  label: () => 'S3 inventory',
})

/** The copies are stored in their bucket; each is written by a request, and to another region it is transferred: the section on replication. */
const replication = defineResource({
  id: 'aws/s3-replication',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/s3/pricing/',
  shape: {},
  usage: {
    replicatedObjects: 'objects copied a month, each a request that writes',
    transferredGB: 'GB copied to another region a month',
  },
  lines: (resource, prices) => [
    line(
      'Objects copied',
      'request',
      usage(resource, 'replicatedObjects'),
      priceFor(resource, [], (region) => prices.storage('aws', 's3', 'STANDARD', region)?.put),
    ),
    serviceLines(resource, prices, 'data-transfer').used(
      'Data to another region',
      'GB',
      'to other regions',
      'transferredGB',
    ),
  ],
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_replication_configuration
  from: { terraform: { aws_s3_bucket_replication_configuration: { facts: {} } } },
  label: () => 'S3 replication',
})

/** What is kept in one class alone. */
const stored = (id: string, type: string, storageClass: string, name: string) =>
  defineResource({
    id: `aws/${id}`,
    cloud: 'aws',
    docs: 'https://aws.amazon.com/s3/pricing/',
    shape: {},
    usage: { storedGB: 'GB stored, mean of the month' },
    lines: (resource, prices) => [
      line('Storage', 'GB-month', usage(resource, 'storedGB'), storagePrice(resource, prices, 's3', storageClass)),
    ],
    from: { terraform: { [type]: { facts: {} } } },
    label: () => name,
  })

export const resources = [
  bucket,
  analytics,
  inventory,
  replication,
  stored('s3-directory-bucket', 'aws_s3_directory_bucket', 'EXPRESS_ONEZONE', 'S3 directory bucket'),
  stored('s3-table-bucket', 'aws_s3tables_table_bucket', 'S3_TABLES', 'S3 table bucket'),
  stored('s3-vector-bucket', 'aws_s3vectors_vector_bucket', 'S3_VECTORS', 'S3 vector bucket'),
  stored('glacier-vault', 'aws_glacier_vault', 'GLACIER', 'Glacier vault'),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what is stored and asked for is use nobody has told: unit prices, and no amount',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "data" {
  bucket = "training-data"
}
`,
    sees: [
      {
        address: 'aws_s3_bucket.data',
        usd: null,
        status: 'partial',
        lines: ['Storage', 'Requests that write or list', 'Requests that read'],
        unknown: ['Storage: usage', 'Requests that write or list: usage', 'Requests that read: usage'],
        assumed: ['storageClass'],
      },
    ],
  },
  {
    name: 'with use told in outlay.json: 1,000 GB × $0.023 + 1M × $0.005 a thousand + 10M × $0.0004',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "data" {}
`,
    usage: { 'aws_s3_bucket.*': { storedGB: 1000, writeRequests: 1000000, readRequests: 10000000 } },
    sees: [
      {
        address: 'aws_s3_bucket.data',
        usd: 32,
        status: 'priced',
        assumed: ['storageClass', 'storedGB', 'writeRequests', 'readRequests'],
      },
    ],
  },
  {
    name: 'classes that a lifecycle moves objects to: 5,000 GB × $0.0036 of Glacier + 10,000 moved × $0.03 a thousand + 2,000 GB × $0.0125',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "data" {}

resource "aws_s3_bucket_lifecycle_configuration" "data" {
  bucket = aws_s3_bucket.data.id

  rule {
    id     = "cold"
    status = "Enabled"

    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }

    transition {
      days          = 90
      storage_class = "GLACIER"
    }
  }
}
`,
    usage: { 'aws_s3_bucket.data': { glacierStoredGB: 5000, glacierTransitions: 10000, infrequentStoredGB: 2000 } },
    sees: [{ address: 'aws_s3_bucket.data', usd: 43.3, status: 'partial' }],
  },
  {
    name: 'the same in a rule of its own, as older configurations have it: Intelligent-Tiering watches 100,000 objects × $0.0025 a thousand',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket" "data" {
  lifecycle_rule {
    enabled = true

    transition {
      days          = 30
      storage_class = "INTELLIGENT_TIERING"
    }
  }
}
`,
    usage: { 'aws_s3_bucket.data': { monitoredObjects: 100000, intelligentStoredGB: 1000 } },
    sees: [{ address: 'aws_s3_bucket.data', usd: 23.25, status: 'partial' }],
  },
  {
    name: 'analysis of 10M objects × $0.10 a million, a list of 100M × $0.0025, 100 GB in a directory bucket × $0.11, 1,000 GB of archives × $0.0036',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3_bucket_analytics_configuration" "all" {
  bucket = "data"
  name   = "all"
}

resource "aws_s3_bucket_inventory" "all" {
  bucket                   = "data"
  name                     = "all"
  included_object_versions = "All"
}

resource "aws_s3_directory_bucket" "fast" {
  bucket = "fast--use1-az4--x-s3"
}

resource "aws_s3_bucket_replication_configuration" "copies" {
  bucket = "data"
  role   = "arn:aws:iam::123456789012:role/copy"
}

resource "aws_glacier_vault" "old" {
  name = "old"
}
`,
    usage: {
      'aws_s3_bucket_analytics_configuration.all': { monitoredObjects: 10000000 },
      'aws_s3_bucket_inventory.all': { listedObjects: 100000000 },
      'aws_s3_directory_bucket.fast': { storedGB: 100 },
      'aws_s3_bucket_replication_configuration.copies': { replicatedObjects: 1000000, transferredGB: 100 },
      'aws_glacier_vault.old': { storedGB: 1000 },
    },
    sees: [
      { address: 'aws_s3_bucket_analytics_configuration.all', usd: 1, status: 'priced' },
      { address: 'aws_s3_bucket_inventory.all', usd: 0.25, status: 'priced' },
      { address: 'aws_s3_directory_bucket.fast', usd: 11, status: 'priced' },
      { address: 'aws_s3_bucket_replication_configuration.copies', usd: 7, status: 'priced' },
      { address: 'aws_glacier_vault.old', usd: 3.6, status: 'priced' },
    ],
  },
  {
    name: 'tables: 100 GB × $0.0265; vectors: 100 GB × $0.06',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_s3tables_table_bucket" "facts" {
  name = "facts"
}

resource "aws_s3vectors_vector_bucket" "embeddings" {
  vector_bucket_name = "embeddings"
}
`,
    usage: {
      'aws_s3tables_table_bucket.facts': { storedGB: 100 },
      'aws_s3vectors_vector_bucket.embeddings': { storedGB: 100 },
    },
    sees: [
      { address: 'aws_s3tables_table_bucket.facts', usd: 2.65, status: 'priced' },
      { address: 'aws_s3vectors_vector_bucket.embeddings', usd: 6, status: 'priced' },
    ],
  },
  {
    name: 'without a region there is not even a unit price',
    terraform: `resource "aws_s3_bucket" "data" {}
`,
    sees: [{ address: 'aws_s3_bucket.data', usd: null, status: 'unknown', unknown: ['region: absent'] }],
  },
]
