import type { RuleExample } from '../../../core/rule.ts'

export const bucketsElsewhere: readonly RuleExample[] = [
  {
    name: 'made by a program that gives it no lifecycle',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="harbor-answers-logs")
`,
    finds: [
      {
        line: 4,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
        fixed: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="harbor-answers-logs")
s3.put_bucket_lifecycle_configuration(
    Bucket="harbor-answers-logs",
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
`,
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({ region: 'us-east-1' })
await s3.send(new CreateBucketCommand({ Bucket: 'harbor-answers-logs' }))
`,
    finds: [
      {
        line: 4,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
        fixed: `import { CreateBucketCommand, PutBucketLifecycleConfigurationCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({ region: 'us-east-1' })
await s3.send(new CreateBucketCommand({ Bucket: 'harbor-answers-logs' }))
await s3.send(
  new PutBucketLifecycleConfigurationCommand({
    Bucket: 'harbor-answers-logs',
    LifecycleConfiguration: {
      Rules: [
        {
          ID: 'move-old-objects',
          Status: 'Enabled',
          Filter: { Prefix: '' },
          Transitions: [{ Days: 90, StorageClass: 'STANDARD_IA' }],
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
      ],
    },
  }),
)
`,
      },
    ],
  },
  {
    name: 'the program sets a lifecycle, in whichever order',
    lang: 'typescript',
    code: `import { S3 } from '@aws-sdk/client-s3'

const s3 = new S3({ region: 'us-east-1' })
export async function prepare(name: string) {
  await s3.createBucket({ Bucket: name })
  await s3.putBucketLifecycleConfiguration({
    Bucket: name,
    LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Filter: {}, Expiration: { Days: 30 } }] },
  })
}
`,
    finds: [],
  },
  {
    name: 'a bucket for a while',
    lang: 'python',
    code: `import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="scratch")
s3.delete_bucket(Bucket="scratch")
`,
    finds: [],
  },
  {
    name: 'a client that sends commands, whose new one is imported',
    lang: 'typescript',
    code: `import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({ region: 'us-east-1' })

export async function prepare(name: string) {
  await s3.send(new CreateBucketCommand({ Bucket: name }))
}
`,
    finds: [
      {
        line: 6,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
        fixed: `import { CreateBucketCommand, PutBucketLifecycleConfigurationCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({ region: 'us-east-1' })

export async function prepare(name: string) {
  await s3.send(new CreateBucketCommand({ Bucket: name }))
  await s3.send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket: name,
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'move-old-objects',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            Transitions: [{ Days: 90, StorageClass: 'STANDARD_IA' }],
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
    }),
  )
}
`,
      },
    ],
  },
  {
    name: 'a method of a client, with semicolons; and what is made of the call is handed on: nothing is edited',
    lang: 'typescript',
    code: `import { S3 } from '@aws-sdk/client-s3';

const s3 = new S3({ region: 'us-east-1' });
export const prepare = async () => {
  await s3.createBucket({ Bucket: 'harbor-answers-logs' });
};
export const other = () => s3.createBucket({ Bucket: 'harbor-answers' });
`,
    finds: [
      {
        line: 5,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
        fixed: `import { S3 } from '@aws-sdk/client-s3';

const s3 = new S3({ region: 'us-east-1' });
export const prepare = async () => {
  await s3.createBucket({ Bucket: 'harbor-answers-logs' });
  await s3.putBucketLifecycleConfiguration({
    Bucket: 'harbor-answers-logs',
    LifecycleConfiguration: {
      Rules: [
        {
          ID: 'move-old-objects',
          Status: 'Enabled',
          Filter: { Prefix: '' },
          Transitions: [{ Days: 90, StorageClass: 'STANDARD_IA' }],
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
      ],
    },
  });
};
export const other = () => s3.createBucket({ Bucket: 'harbor-answers' });
`,
      },
      {
        line: 7,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
      },
    ],
  },
  {
    name: 'a resource of boto3, by the client in it',
    lang: 'python',
    code: `import boto3

s3 = boto3.resource("s3", region_name="us-east-1")
bucket = s3.create_bucket(Bucket="harbor-answers-logs")
`,
    finds: [
      {
        line: 4,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.023 a month for as long as it is kept, $0.0125 in the infrequent-access class. Add a lifecycle rule.',
        fixed: `import boto3

s3 = boto3.resource("s3", region_name="us-east-1")
bucket = s3.create_bucket(Bucket="harbor-answers-logs")
s3.meta.client.put_bucket_lifecycle_configuration(
    Bucket="harbor-answers-logs",
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
`,
      },
    ],
  },
  {
    name: 'Google Cloud Storage and Azure',
    lang: 'terraform',
    code: `resource "google_storage_bucket" "logs" {
  name     = "harbor-answers-logs"
  location = "us-central1"
}

resource "azurerm_storage_account" "logs" {
  name                     = "harborlogs"
  resource_group_name      = "harbor"
  location                 = "East US"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_container" "logs" {
  name               = "logs"
  storage_account_id = azurerm_storage_account.logs.id
}
`,
    finds: [
      {
        line: 1,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.02 a month for as long as it is kept, $0.01 in the nearline class. Add a lifecycle rule.',
        fixed: `resource "google_storage_bucket" "logs" {
  name     = "harbor-answers-logs"
  location = "us-central1"

  lifecycle_rule {
    condition {
      age = 90
    }
    action {
      type          = "SetStorageClass"
      storage_class = "NEARLINE"
    }
  }
}

resource "azurerm_storage_account" "logs" {
  name                     = "harborlogs"
  resource_group_name      = "harbor"
  location                 = "East US"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_container" "logs" {
  name               = "logs"
  storage_account_id = azurerm_storage_account.logs.id
}
`,
      },
      {
        line: 6,
        message:
          'Nothing in this bucket ever expires: each GB costs $0.0208 a month for as long as it is kept, $0.01 in the cool tier. Add a lifecycle rule.',
        fixed: `resource "google_storage_bucket" "logs" {
  name     = "harbor-answers-logs"
  location = "us-central1"
}

resource "azurerm_storage_account" "logs" {
  name                     = "harborlogs"
  resource_group_name      = "harbor"
  location                 = "East US"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_management_policy" "logs" {
  storage_account_id = azurerm_storage_account.logs.id

  rule {
    name    = "move-old-blobs"
    enabled = true

    filters {
      blob_types = ["blockBlob"]
    }

    actions {
      base_blob {
        tier_to_cool_after_days_since_modification_greater_than = 90
      }
    }
  }
}

resource "azurerm_storage_container" "logs" {
  name               = "logs"
  storage_account_id = azurerm_storage_account.logs.id
}
`,
      },
    ],
  },
  {
    name: 'autoclass, a class for what is read seldom, a policy, no container; a tool that deletes by itself',
    lang: 'terraform',
    code: `resource "google_storage_bucket" "auto" {
  name     = "auto"
  location = "us-central1"

  autoclass {
    enabled = true
  }
}

resource "google_storage_bucket" "cold" {
  name          = "cold"
  location      = "us-central1"
  storage_class = "COLDLINE"
}

resource "azurerm_storage_account" "aged" {
  name                     = "aged"
  resource_group_name      = "harbor"
  location                 = "East US"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_container" "aged" {
  name               = "aged"
  storage_account_id = azurerm_storage_account.aged.id
}

resource "azurerm_storage_management_policy" "aged" {
  storage_account_id = azurerm_storage_account.aged.id
}

resource "azurerm_storage_account" "functions" {
  name                     = "functions"
  resource_group_name      = "harbor"
  location                 = "East US"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "aws_s3_bucket" "velero_backups" {}
`,
    finds: [],
  },
]
