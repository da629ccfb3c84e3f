// https://cloud.google.com/python/docs/reference/storage/latest, https://cloud.google.com/python/docs/reference/compute/latest
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const blobs = ['bucket().blob()', 'get_bucket().blob()', 'bucket().get_blob()', 'get_bucket().get_blob()']

const buckets = ['bucket()', 'get_bucket()', 'create_bucket()', 'lookup_bucket()']

const classes = ['storageClass', 'nearline', 'coldline', 'archive'].map((name) => `[1].${name}`)
const web = (path: string, type: string, needs?: readonly string[]): RentShape => ({
  path,
  on: 'web',
  type,
  ...(needs ? { needs } : {}),
})

export const sdk: Sdk = {
  id: 'google-storage',
  words: [
    'google.cloud import storage',
    'google.cloud.storage',
    'google.cloud import compute_v1',
    'google.cloud.compute_v1',
    '@google-cloud/storage',
    '@google-cloud/compute',
  ],
  clients: [
    { python: ['google.cloud.storage.Client', 'google.cloud.storage.client.Client'], kind: 'storage' },
    {
      python: ['google.cloud.compute_v1.InstancesClient', 'google.cloud.compute_v1.InstancesAsyncClient'],
      kind: 'instances',
    },
    { typescript: '@google-cloud/storage#Storage', kind: 'web' },
    {
      typescript: ['@google-cloud/compute#InstancesClient', '@google-cloud/compute#v1.InstancesClient'],
      kind: 'web instances',
    },
  ],
  calls: [],
  rents: [
    ...blobs.map((path) => ({ path: `${path}.update_storage_class`, on: 'storage', type: 'google.blob' })),
    {
      path: 'create_bucket',
      on: 'storage',
      type: 'google.bucket',
      needs: ['[0].storage_class', 'bucket_or_name.storage_class'],
    },
    ...buckets.map((path) => ({
      path: `${path}.add_lifecycle_set_storage_class_rule`,
      on: 'storage',
      type: 'google.lifecycle',
    })),
    { path: 'insert', on: 'instances', type: 'google.instance' },
    // https://cloud.google.com/nodejs/docs/reference/storage/latest
    web('createBucket', 'google.web_bucket', classes),
    web('bucket().setStorageClass', 'google.blob'),
    web('bucket().file().setStorageClass', 'google.blob'),
    web('bucket().file().save', 'google.web_upload', ['[1].metadata.storageClass']),
    web('bucket().upload', 'google.web_upload', ['[1].metadata.storageClass']),
    web('bucket().addLifecycleRule', 'google.web_lifecycle', [
      '[0].action.storageClass',
      '[0].[0].action.storageClass',
      '[0].[1].action.storageClass',
    ]),
    { path: 'insert', on: 'web instances', type: 'google.web_instance' },
  ],
  stands: {},
  free: ['list_blobs', 'get_bucket'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from google.cloud import compute_v1, storage
client = storage.Client()
bucket = client.bucket("b")
bucket.storage_class = "COLDLINE"
client.create_bucket(bucket, location="us-central1")
client.bucket("b").blob("k").update_storage_class("ARCHIVE")

def launch(zone="us-central1-a"):
    instance = compute_v1.Instance(machine_type=f"zones/{zone}/machineTypes/n2-standard-8")
    compute_v1.InstancesClient().insert(project="p", zone=zone, instance_resource=instance)
`,
    sees: [],
    rents: [
      { line: 6, type: 'google.bucket', region: 'us-central1', facts: { storageClass: 'COLDLINE' } },
      { line: 7, type: 'google.blob', facts: { storageClass: 'ARCHIVE' } },
      { line: 11, type: 'google.instance', region: 'us-central1', facts: { instanceType: 'n2-standard-8' } },
    ],
  },
  {
    lang: 'python',
    code: `
from google.cloud import storage
storage.Client().create_bucket("b")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from google.cloud import storage
bucket = storage.Client().get_bucket("b")
bucket.add_lifecycle_set_storage_class_rule("COLDLINE", age=90)
bucket.add_lifecycle_delete_rule(age=365)
bucket.patch()
`,
    sees: [],
    rents: [{ line: 4, type: 'google.lifecycle', facts: { storageClass: 'COLDLINE' } }],
  },
  {
    lang: 'typescript',
    code: `
import { Storage } from '@google-cloud/storage'
import { InstancesClient } from '@google-cloud/compute'
const storage = new Storage()
await storage.createBucket('b', { location: 'US-CENTRAL1', storageClass: 'COLDLINE' })
await storage.createBucket('c', { nearline: true })
await storage.createBucket('d')
const bucket = storage.bucket('b')
await bucket.addLifecycleRule({ action: { type: 'SetStorageClass', storageClass: 'ARCHIVE' }, condition: { age: 365 } })
await bucket.addLifecycleRule({ action: { type: 'Delete' }, condition: { age: 800 } })
await bucket.file('k').setStorageClass('nearline')
await bucket.file('k').save('text', { metadata: { storageClass: 'COLDLINE' } })
await new InstancesClient().insert({
  project: 'p',
  zone: 'europe-west4-a',
  instanceResource: { name: 'n', machineType: 'zones/europe-west4-a/machineTypes/n2-standard-4' },
})
`,
    sees: [],
    rents: [
      { line: 5, type: 'google.web_bucket', region: 'us-central1', facts: { storageClass: 'COLDLINE' } },
      { line: 6, type: 'google.web_bucket', facts: { storageClass: 'NEARLINE' } },
      { line: 9, type: 'google.web_lifecycle', facts: { storageClass: 'ARCHIVE' } },
      { line: 11, type: 'google.blob', facts: { storageClass: 'NEARLINE' } },
      { line: 12, type: 'google.web_upload', facts: { storageClass: 'COLDLINE' } },
      { line: 13, type: 'google.web_instance', region: 'europe-west4', facts: { instanceType: 'n2-standard-4' } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Storage } from '@google-cloud/storage'
const bucket = new Storage().bucket('b')
await bucket.file('k').save('text')
await bucket.upload('a.txt')
cache.save('k', { metadata: { storageClass: 'COLDLINE' } })
`,
    sees: [],
  },
]
