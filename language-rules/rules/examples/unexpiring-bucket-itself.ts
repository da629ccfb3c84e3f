import type { RuleExample } from '../../../core/rule.ts'

export const bucketsThemselves: readonly RuleExample[] = [
  {
    name: 'a bucket of boto3 that makes itself',
    lang: 'python',
    code: `import boto3

s3 = boto3.resource("s3", region_name="us-east-1")
bucket = s3.Bucket("harbor-answers-logs")
bucket.create()
s3.Bucket("harbor-answers").create()
`,
    finds: [
      {
        line: 5,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
        fixed: `import boto3

s3 = boto3.resource("s3", region_name="us-east-1")
bucket = s3.Bucket("harbor-answers-logs")
bucket.create()
bucket.meta.client.put_bucket_lifecycle_configuration(
    Bucket=bucket.name,
    LifecycleConfiguration={
        "Rules": [
            {
                "ID": "move-old-objects",
                "Status": "Enabled",
                "Filter": {"Prefix": ""},
                "Transitions": [{"Days": 90, "StorageClass": "STANDARD_IA"}],
                "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
            },
        ],
    },
)
s3.Bucket("harbor-answers").create()
`,
      },
      {
        line: 6,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
      },
    ],
  },
]
