// https://cloud.google.com/python/docs/reference/storage/latest, https://cloud.google.com/python/docs/reference/compute/latest
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const blobs = ['bucket().blob()', 'get_bucket().blob()', 'bucket().get_blob()', 'get_bucket().get_blob()']

const buckets = ['bucket()', 'get_bucket()', 'create_bucket()', 'lookup_bucket()']

const web = (path: string, type: string, needs?: readonly string[]): RentShape => ({
  path,
  on: 'web',
  type,
  ...(needs ? { needs } : {}),
})

const webBuckets = ['bucket()', 'createBucket().[0]', 'bucket().get().[0]', 'bucket().create().[0]']

/** Nothing that is billed: the buckets that are made beside it are read with it. */
const beside = (paths: readonly string[], on: string, type: string): readonly RentShape[] =>
  paths.map((path) => ({ path, on, type, aside: true }))

const rulesSet = ['add_lifecycle_delete_rule', 'add_lifecycle_set_storage_class_rule']

/** https://googleapis.dev/python/google-api-core/latest/auth.html: a client is also made of the file of an account, or of what is in it. */
const made = (name: string) => [
  name,
  ...['service_account_json', 'service_account_info', 'service_account_file'].map((from) => `${name}.from_${from}`),
]

export const sdk: Sdk = {
  id: 'google-storage',
  words: [
    'google.cloud import storage',
    'google.cloud.storage',
    'google.cloud import compute_v1',
    'google.cloud.compute_v1',
    'googleapiclient',
    'google.cloud import tpu_v2',
    'google.cloud.tpu_v2',
    '@google-cloud/storage',
    '@google-cloud/compute',
  ],
  clients: [
    { python: ['google.cloud.storage.Client', 'google.cloud.storage.client.Client'].flatMap(made), kind: 'storage' },
    {
      python: ['google.cloud.compute_v1.InstancesClient', 'google.cloud.compute_v1.InstancesAsyncClient'].flatMap(made),
      kind: 'instances',
    },
    // https://googleapis.github.io/google-api-python-client/docs/dyn/compute_v1.instances.html
    {
      python: ['googleapiclient.discovery.build'],
      given: { '[0]|serviceName': 'compute' },
      kind: 'compute requests',
    },
    ...['tpu_v2', 'tpu_v2alpha1'].map((version) => ({
      python: [`google.cloud.${version}.TpuClient`, `google.cloud.${version}.TpuAsyncClient`],
      kind: 'tpu',
    })),
    { typescript: '@google-cloud/storage#Storage', kind: 'web' },
    {
      typescript: ['@google-cloud/compute#InstancesClient', '@google-cloud/compute#v1.InstancesClient'],
      kind: 'web instances',
    },
  ],
  calls: [],
  rents: [
    ...blobs.map((path) => ({ path: `${path}.update_storage_class`, on: 'storage', type: 'google.blob' })),
    { path: 'create_bucket', on: 'storage', type: 'google.bucket' },
    { path: 'bucket().create', on: 'storage', type: 'google.own_bucket' },
    // https://cloud.google.com/storage/docs/changing-default-storage-class
    ...buckets.flatMap((path) =>
      ['patch', 'update'].map((name) => ({
        path: `${path}.${name}`,
        on: 'storage',
        type: 'google.bucket_class',
        needs: '.storage_class',
        otherwise: 'google.bucket_change',
      })),
    ),
    ...buckets.map((path) => ({
      path: `${path}.add_lifecycle_set_storage_class_rule`,
      on: 'storage',
      type: 'google.lifecycle',
    })),
    ...beside(
      buckets.map((path) => `${path}.add_lifecycle_delete_rule`),
      'storage',
      'google.bucket_lifecycle',
    ),
    // Nothing else has a method of that name.
    ...beside(rulesSet, 'handed', 'google.bucket_lifecycle').map((shape) => ({ ...shape, handed: [] })),
    ...beside(
      buckets.map((path) => `${path}.delete`),
      'storage',
      'google.delete_bucket',
    ),
    { path: 'insert', on: 'instances', type: 'google.instance' },
    { path: 'insert_unary', on: 'instances', type: 'google.instance' },
    { path: 'bulk_insert', on: 'instances', type: 'google.instances' },
    { path: 'instances().insert', on: 'compute requests', type: 'google.instance_request' },
    { path: 'create_node', on: 'tpu', type: 'google.tpu' },
    { path: 'create_queued_resource', on: 'tpu', type: 'google.queued_tpu' },
    // https://cloud.google.com/nodejs/docs/reference/storage/latest
    web('createBucket', 'google.web_bucket'),
    web('bucket().create', 'google.own_web_bucket'),
    web('bucket().setStorageClass', 'google.blob'),
    web('bucket().file().setStorageClass', 'google.blob'),
    ...webBuckets.map((path) => ({
      ...web(`${path}.setMetadata`, 'google.web_metadata', ['[0].storageClass']),
      otherwise: 'google.bucket_change',
    })),
    web('bucket().file().save', 'google.web_upload', ['[1].metadata.storageClass']),
    web('bucket().upload', 'google.web_upload', ['[1].metadata.storageClass']),
    ...webBuckets.map((path) => ({
      ...web(`${path}.addLifecycleRule`, 'google.web_lifecycle', [
        '[0].action.storageClass',
        '[0].[0].action.storageClass',
        '[0].[1].action.storageClass',
      ]),
      otherwise: 'google.bucket_lifecycle',
    })),
    ...beside(
      webBuckets.map((path) => `${path}.delete`),
      'web',
      'google.delete_bucket',
    ),
    { path: 'insert', on: 'web instances', type: 'google.web_instance' },
  ],
  stands: { names: ['google.cloud.storage.constants'] },
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
from google.cloud import compute_v1, tpu_v2
import googleapiclient.discovery

def launch(project, zone="us-central1-a"):
    config = {"machineType": f"zones/{zone}/machineTypes/e2-standard-4", "scheduling": {"preemptible": True}}
    googleapiclient.discovery.build("compute", "v1").instances().insert(project=project, zone=zone, body=config).execute()
    compute_v1.InstancesClient().bulk_insert(
        project=project,
        zone=zone,
        bulk_insert_instance_resource_resource=compute_v1.BulkInsertInstanceResource(
            count=3, instance_properties=compute_v1.InstanceProperties(machine_type="n2-standard-2")
        ),
    )

node = tpu_v2.Node()
node.accelerator_type = "v5litepod-8"
node.scheduling_config = tpu_v2.SchedulingConfig(preemptible=True)
request = tpu_v2.CreateNodeRequest(parent="projects/p/locations/us-central1-a", node_id="n", node=node)
tpu_v2.TpuClient().create_node(request=request)
googleapiclient.discovery.build("drive", "v3").files().insert(body={})
`,
    sees: [],
    rents: [
      {
        line: 7,
        type: 'google.instance_request',
        region: 'us-central1',
        purchase: 'spot',
        facts: { instanceType: 'e2-standard-4' },
      },
      { line: 8, type: 'google.instances', count: 3, facts: { instanceType: 'n2-standard-2' } },
      {
        line: 20,
        type: 'google.tpu',
        region: 'us-central1',
        purchase: 'spot',
        facts: { version: 'v5e', chips: 8 },
      },
    ],
  },
  {
    lang: 'python',
    code: `
import uuid
from google.cloud import storage
from google.cloud.storage import constants
client = storage.Client()
client.create_bucket("b")

def make(name, chosen):
    client.create_bucket(name, location="eu")
    client.create_bucket(f"b-{uuid.uuid4()}", location="US", data_locations=["US-EAST1", "US-WEST1"])
    bucket = client.bucket(name)
    bucket.storage_class = chosen
    bucket.create(location="us-east1")
    client.bucket("c").create()

def cool(name):
    bucket = client.get_bucket(name)
    bucket.storage_class = constants.COLDLINE_STORAGE_CLASS
    bucket.patch()
`,
    sees: [],
    rents: [
      { line: 6, type: 'google.bucket', region: 'us-multi', facts: { storageClass: 'STANDARD' } },
      // It may be a bucket, with a class of its own.
      { line: 9, type: 'google.bucket', region: 'europe-multi', facts: { storageClass: null } },
      { line: 10, type: 'google.bucket', region: null, facts: { storageClass: null } },
      { line: 13, type: 'google.own_bucket', region: 'us-east1', facts: { storageClass: null } },
      { line: 14, type: 'google.own_bucket', facts: { storageClass: null } },
      { line: 19, type: 'google.bucket_class', region: null, facts: { storageClass: 'COLDLINE' } },
    ],
  },
  {
    lang: 'python',
    code: `
from google.cloud import storage
bucket = storage.Client().get_bucket("b")
bucket.labels = {"team": "a"}
bucket.patch()
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
await bucket.setMetadata({ storageClass: 'NEARLINE' })
await bucket.setMetadata({ labels: { team: 'a' } })
await bucket.create({ location: 'ASIA', archive: true })
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
      { line: 7, type: 'google.web_bucket', region: 'us-multi', facts: { storageClass: 'STANDARD' } },
      { line: 9, type: 'google.web_lifecycle', facts: { storageClass: 'ARCHIVE' } },
      { line: 11, type: 'google.blob', facts: { storageClass: 'NEARLINE' } },
      { line: 12, type: 'google.web_upload', facts: { storageClass: 'COLDLINE' } },
      { line: 13, type: 'google.web_metadata', facts: { storageClass: 'NEARLINE' } },
      { line: 15, type: 'google.own_web_bucket', region: 'asia-multi', facts: { storageClass: 'ARCHIVE' } },
      { line: 16, type: 'google.web_instance', region: 'europe-west4', facts: { instanceType: 'n2-standard-4' } },
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
