// https://cloud.google.com/python/docs/reference/storage/latest, https://cloud.google.com/python/docs/reference/compute/latest
import type { Sdk, SdkExample } from '../../core/sdk.ts'

const blobs = ['bucket().blob()', 'get_bucket().blob()', 'bucket().get_blob()', 'get_bucket().get_blob()']

export const sdk: Sdk = {
  id: 'google-storage',
  words: [
    'google.cloud import storage',
    'google.cloud.storage',
    'google.cloud import compute_v1',
    'google.cloud.compute_v1',
  ],
  clients: [
    { python: ['google.cloud.storage.Client', 'google.cloud.storage.client.Client'], kind: 'storage' },
    {
      python: ['google.cloud.compute_v1.InstancesClient', 'google.cloud.compute_v1.InstancesAsyncClient'],
      kind: 'instances',
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
    { path: 'insert', on: 'instances', type: 'google.instance' },
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
]
