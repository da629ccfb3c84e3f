// https://learn.microsoft.com/python/api/azure-storage-blob/azure.storage.blob,
// https://learn.microsoft.com/javascript/api/@azure/storage-blob
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const containers = ['', 'get_container_client().', 'create_container().']
const blobs = containers.flatMap((path) => [path, `${path}get_blob_client().`])
const uploads: readonly RentShape[] = blobs.flatMap((path) =>
  ['upload_blob', 'upload_blob_from_url', 'start_copy_from_url'].map((name) => ({
    path: `${path}${name}`,
    on: 'blobs',
    type: 'azure.upload_blob',
    needs: 'standard_blob_tier',
    ...(path === '' ? { handed: ['standard_blob_tier'] } : {}),
  })),
)
const moves: readonly RentShape[] = [
  ...blobs.map((path) => `${path}set_standard_blob_tier`),
  ...containers.map((path) => `${path}set_standard_blob_tier_blobs`),
].map((path) => ({
  path,
  on: 'blobs',
  type: 'azure.set_standard_blob_tier',
  ...(path.includes('.') ? {} : { handed: [] }),
}))

const webContainers = ['', 'getContainerClient().', 'createContainer().containerClient.']
const webBlobs = webContainers.flatMap((path) =>
  ['', 'getBlobClient().', 'getBlockBlobClient().'].map((blob) => path + blob),
)
const webTiers = ['[1].tier', '[2].tier', '[3].tier']
const puts = ['upload', 'uploadData', 'uploadFile', 'uploadStream', 'beginCopyFromURL', 'syncCopyFromURL']
const web: readonly RentShape[] = [
  ...webBlobs.flatMap((path) => [
    ...[...puts, 'syncUploadFromURL'].map((name) => ({
      path: `${path}${name}`,
      on: 'web',
      type: 'azure.web_upload',
      needs: webTiers,
    })),
    { path: `${path}setAccessTier`, on: 'web', type: 'azure.web_set_tier' },
  ]),
  // A batch of them: https://learn.microsoft.com/javascript/api/@azure/storage-blob/blobbatchclient
  ...webContainers.flatMap((path) => [
    { path: `${path}getBlobBatchClient().setBlobsAccessTier`, on: 'web', type: 'azure.web_set_tiers' },
    { path: `${path}getBlobBatchClient().createBatch().setBlobAccessTier`, on: 'web', type: 'azure.web_set_tiers' },
  ]),
  { path: 'setBlobAccessTier', on: 'batch', type: 'azure.web_set_tiers' },
]

export const sdk: Sdk = {
  id: 'azure-storage',
  words: ['azure.storage.blob', 'standard_blob_tier', '@azure/storage-blob'],
  clients: [
    {
      python: ['BlobServiceClient', 'ContainerClient', 'BlobClient'].flatMap((name) =>
        ['azure.storage.blob', 'azure.storage.blob.aio'].flatMap((module) => [
          `${module}.${name}`,
          `${module}.${name}.from_connection_string`,
        ]),
      ),
      kind: 'blobs',
    },
    {
      typescript: ['BlobServiceClient', 'ContainerClient', 'BlobClient', 'BlockBlobClient'].flatMap((name) => [
        `@azure/storage-blob#${name}`,
        `@azure/storage-blob#${name}.fromConnectionString`,
      ]),
      kind: 'web',
    },
    { typescript: '@azure/storage-blob#BlobBatch', kind: 'batch' },
  ],
  calls: [],
  rents: [...uploads, ...moves, ...web],
  stands: { names: ['azure.storage.blob.**.StandardBlobTier'] },
  free: ['download_blob', 'list_blobs'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from azure.storage.blob import BlobServiceClient, StandardBlobTier
service = BlobServiceClient.from_connection_string("c")
blob = service.get_blob_client("c", "b")
blob.upload_blob(b"", standard_blob_tier=StandardBlobTier.COOL)
blob.upload_blob(b"")
blob.set_standard_blob_tier("Archive")
blob.start_copy_from_url(source_url="u", standard_blob_tier=StandardBlobTier.HOT)
blob.start_copy_from_url("u")
container = service.create_container("d")
container.upload_blob("n", b"", standard_blob_tier="Cold")
container.set_standard_blob_tier_blobs("Cool", "a", "b")

def archive(container_client, names):
    container_client.set_standard_blob_tier_blobs("Archive", *names)
`,
    sees: [],
    rents: [
      { line: 5, type: 'azure.upload_blob', facts: { storageClass: 'COOL' } },
      { line: 7, type: 'azure.set_standard_blob_tier', facts: { storageClass: 'ARCHIVE' } },
      { line: 8, type: 'azure.upload_blob', facts: { storageClass: 'HOT' } },
      { line: 11, type: 'azure.upload_blob', facts: { storageClass: 'COLD' } },
      { line: 12, type: 'azure.set_standard_blob_tier', facts: { storageClass: 'COOL' } },
      { line: 15, type: 'azure.set_standard_blob_tier', facts: { storageClass: 'ARCHIVE' } },
    ],
  },
  {
    lang: 'python',
    code: `
from azure.storage.blob import BlobClient
BlobClient.from_connection_string("c", "a", "b").download_blob()
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { BlobServiceClient } from '@azure/storage-blob'
const service = BlobServiceClient.fromConnectionString('c')
const container = service.getContainerClient('c')
const blob = container.getBlockBlobClient('b')
await blob.uploadFile('a.txt', { tier: 'Cool' })
await blob.uploadStream(stream, 4, 5, { tier: 'Cold' })
await blob.uploadFile('a.txt')
await blob.setAccessTier('Archive')
await blob.beginCopyFromURL('u', { tier: 'Hot' })
await blob.beginCopyFromURL('u')
const batch = container.getBlobBatchClient().createBatch()
await batch.setBlobAccessTier(blob.url, credential, 'Cool', {})
await batch.setBlobAccessTier(blob, 'Cold')
await container.getBlobBatchClient().setBlobsAccessTier([blob], 'Archive')
const { containerClient } = await service.createContainer('d')
await containerClient.getBlockBlobClient('b').upload('text', 4, { tier: 'Cool' })
`,
    sees: [],
    rents: [
      { line: 6, type: 'azure.web_upload', facts: { storageClass: 'COOL' } },
      { line: 7, type: 'azure.web_upload', facts: { storageClass: 'COLD' } },
      { line: 9, type: 'azure.web_set_tier', facts: { storageClass: 'ARCHIVE' } },
      { line: 10, type: 'azure.web_upload', facts: { storageClass: 'HOT' } },
      { line: 13, type: 'azure.web_set_tiers', facts: { storageClass: 'COOL' } },
      { line: 14, type: 'azure.web_set_tiers', facts: { storageClass: 'COLD' } },
      { line: 15, type: 'azure.web_set_tiers', facts: { storageClass: 'ARCHIVE' } },
      { line: 17, type: 'azure.web_upload', facts: { storageClass: 'COOL' } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { BlobServiceClient } from '@azure/storage-blob'
await BlobServiceClient.fromConnectionString('c').getContainerClient('c').getBlobClient('b').download()
uploader.uploadFile('a', { tier: 'Cool' })
`,
    sees: [],
  },
]
