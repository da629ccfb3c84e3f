import type { RuleExample } from '../../../core/rule.ts'

const message =
  'Nothing in this bucket ever expires: each GB costs $0.02 a month for as long as it is kept, $0.01 in the nearline class. Add a lifecycle rule.'

export const bucketsOfGoogle: readonly RuleExample[] = [
  {
    name: 'made by a program that gives it no lifecycle: by its client, and by the bucket itself',
    lang: 'python',
    code: `from google.cloud import storage

client = storage.Client()
answers = client.create_bucket("harbor-answers", location="us-central1")

def prepare(name):
    bucket = client.bucket(name)
    bucket.storage_class = "STANDARD"
    bucket.create(location="us-central1")
`,
    finds: [
      {
        line: 4,
        message,
        fixed: `from google.cloud import storage

client = storage.Client()
answers = client.create_bucket("harbor-answers", location="us-central1")
answers.add_lifecycle_set_storage_class_rule("NEARLINE", age=90)
answers.patch()

def prepare(name):
    bucket = client.bucket(name)
    bucket.storage_class = "STANDARD"
    bucket.create(location="us-central1")
`,
      },
      {
        line: 9,
        message,
        fixed: `from google.cloud import storage

client = storage.Client()
answers = client.create_bucket("harbor-answers", location="us-central1")

def prepare(name):
    bucket = client.bucket(name)
    bucket.storage_class = "STANDARD"
    bucket.create(location="us-central1")
    bucket.add_lifecycle_set_storage_class_rule("NEARLINE", age=90)
    bucket.patch()
`,
      },
    ],
  },
  {
    name: 'nothing holds the bucket: nothing is edited',
    lang: 'python',
    code: `from google.cloud import storage

storage.Client().create_bucket("harbor-answers", location="us-central1")
`,
    finds: [{ line: 3, message }],
  },
  {
    name: 'rules of the bucket that is made',
    lang: 'python',
    code: `from google.cloud import storage

client = storage.Client()
bucket = client.create_bucket("harbor-answers", location="us-central1")
bucket.add_lifecycle_delete_rule(age=30)
bucket.patch()
`,
    finds: [],
  },
  {
    name: 'a list of rules, set before',
    lang: 'python',
    code: `from google.cloud import storage

client = storage.Client()
bucket = client.bucket("harbor-answers")
bucket.storage_class = "STANDARD"
bucket.lifecycle_rules = [{"action": {"type": "Delete"}, "condition": {"age": 30}}]
client.create_bucket(bucket, location="us-central1")
`,
    finds: [],
  },
  {
    name: 'a list of rules, set later',
    lang: 'python',
    code: `from google.cloud import storage

client = storage.Client()
client.create_bucket("harbor-answers", location="us-central1")

def age(name, rules):
    bucket = client.get_bucket(name)
    bucket.lifecycle_rules = rules
    bucket.patch()
`,
    finds: [],
  },
  {
    name: 'another function sets them, of a bucket that it is handed',
    lang: 'python',
    code: `from google.cloud import storage

def prepare():
    bucket = storage.Client().create_bucket("harbor-answers", location="us-central1")
    age(bucket)

def age(bucket):
    bucket.add_lifecycle_set_storage_class_rule("COLDLINE", age=90)
    bucket.patch()
`,
    finds: [],
  },
  {
    name: "a bucket of Google's for a while",
    lang: 'python',
    code: `from google.cloud import storage

client = storage.Client()
bucket = client.create_bucket("harbor-scratch", location="us-central1")
bucket.delete(force=True)
`,
    finds: [],
  },
  {
    name: 'autoclass moves objects by itself',
    lang: 'python',
    code: `from google.cloud import storage

client = storage.Client()
bucket = client.bucket("harbor-answers")
bucket.storage_class = "STANDARD"
bucket.autoclass_enabled = True
client.create_bucket(bucket, location="us-central1")
`,
    finds: [],
  },
  {
    name: 'Cloud Storage in TypeScript',
    lang: 'typescript',
    code: `import { Storage } from '@google-cloud/storage'

const storage = new Storage()

export async function prepare(name: string) {
  const [bucket] = await storage.createBucket(name, { location: 'us-central1' })
  await storage.bucket('harbor-answers').create({ location: 'us-central1' })
  return bucket
}
`,
    finds: [
      {
        line: 6,
        message,
        fixed: `import { Storage } from '@google-cloud/storage'

const storage = new Storage()

export async function prepare(name: string) {
  const [bucket] = await storage.createBucket(name, { location: 'us-central1' })
  await storage.bucket(name).addLifecycleRule({
    action: { type: 'SetStorageClass', storageClass: 'NEARLINE' },
    condition: { age: 90 },
  })
  await storage.bucket('harbor-answers').create({ location: 'us-central1' })
  return bucket
}
`,
      },
      {
        line: 7,
        message,
        fixed: `import { Storage } from '@google-cloud/storage'

const storage = new Storage()

export async function prepare(name: string) {
  const [bucket] = await storage.createBucket(name, { location: 'us-central1' })
  await storage.bucket('harbor-answers').create({ location: 'us-central1' })
  await storage.bucket('harbor-answers').addLifecycleRule({
    action: { type: 'SetStorageClass', storageClass: 'NEARLINE' },
    condition: { age: 90 },
  })
  return bucket
}
`,
      },
    ],
  },
  {
    name: 'TypeScript: rules as it is made',
    lang: 'typescript',
    code: `import { Storage } from '@google-cloud/storage'

await new Storage().createBucket('harbor-answers', {
  location: 'us-central1',
  lifecycle: { rule: [{ action: { type: 'Delete' }, condition: { age: 30 } }] },
})
`,
    finds: [],
  },
  {
    name: 'TypeScript: rules of the bucket that is answered',
    lang: 'typescript',
    code: `import { Storage } from '@google-cloud/storage'

const [bucket] = await new Storage().createBucket('harbor-answers', { location: 'us-central1' })
await bucket.addLifecycleRule({ action: { type: 'Delete' }, condition: { age: 30 } })
`,
    finds: [],
  },
  {
    name: 'TypeScript: rules among what is said of the bucket',
    lang: 'typescript',
    code: `import { Storage } from '@google-cloud/storage'

const storage = new Storage()
await storage.createBucket('harbor-answers', { location: 'us-central1' })
await storage.bucket('harbor-answers').setMetadata({ lifecycle: { rule: [{ action: { type: 'Delete' }, condition: { age: 30 } }] } })
`,
    finds: [],
  },
]
