import type { RuleExample } from '../../../core/rule.ts'

export const noncurrentVersionsInCode: readonly RuleExample[] = [
  {
    name: 'a bucket that a program makes and versions',
    lang: 'python',
    code: `import boto3


def prepare(name):
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket=name)
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
`,
    finds: [
      {
        line: 6,
        message:
          'Every version of every object here is kept, and each GB of old ones costs $0.023 a month without end. Let noncurrent versions expire.',
        fixed: `import boto3


def prepare(name):
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket=name)
    s3.put_bucket_lifecycle_configuration(
        Bucket=name,
        LifecycleConfiguration={
            "Rules": [
                {
                    "ID": "delete-old-versions",
                    "Status": "Enabled",
                    "Filter": {"Prefix": ""},
                    "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
                },
            ],
        },
    )
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
`,
      },
    ],
  },
  {
    name: 'the same in TypeScript, beside a rule of current objects',
    lang: 'typescript',
    code: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
await s3.createBucket({ Bucket: 'harbour-berths' })
await s3.putBucketVersioning({ Bucket: 'harbour-berths', VersioningConfiguration: { Status: 'Enabled' } })
await s3.putBucketLifecycleConfiguration({
  Bucket: 'harbour-berths',
  LifecycleConfiguration: {
    Rules: [
      { Status: 'Enabled', Filter: { Prefix: 'tmp/' }, Expiration: { Days: 7 } }
    ],
  },
})
`,
    finds: [
      {
        line: 4,
        message:
          'Every version of every object here is kept, and each GB of old ones costs $0.023 a month without end. Let noncurrent versions expire.',
        fixed: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
await s3.createBucket({ Bucket: 'harbour-berths' })
await s3.putBucketVersioning({ Bucket: 'harbour-berths', VersioningConfiguration: { Status: 'Enabled' } })
await s3.putBucketLifecycleConfiguration({
  Bucket: 'harbour-berths',
  LifecycleConfiguration: {
    Rules: [
      { Status: 'Enabled', Filter: { Prefix: 'tmp/' }, Expiration: { Days: 7 } },
      {
        ID: 'delete-old-versions',
        Status: 'Enabled',
        Filter: { Prefix: '' },
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
      },
    ],
  },
})
`,
      },
    ],
  },
  {
    name: 'versions of another bucket, of one that is deleted again, or that expire',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="berths")
s3.create_bucket(Bucket="quays")
s3.put_bucket_versioning(Bucket="quays", VersioningConfiguration={"Status": "Enabled"})
s3.put_bucket_lifecycle_configuration(
    Bucket="quays",
    LifecycleConfiguration={
        "Rules": [{"Status": "Enabled", "Filter": {}, "NoncurrentVersionExpiration": {"NoncurrentDays": 9}}]
    },
)
`,
    finds: [],
  },
  {
    name: 'no versions, or as many as somebody says, TypeScript',
    lang: 'typescript',
    code: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
export async function prepare(Bucket: string, Status: 'Enabled' | 'Suspended') {
  await s3.createBucket({ Bucket })
  await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status } })
}
`,
    finds: [],
  },
]
