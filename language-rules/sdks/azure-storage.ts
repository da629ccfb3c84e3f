// https://learn.microsoft.com/python/api/azure-storage-blob/azure.storage.blob,
// https://learn.microsoft.com/javascript/api/@azure/storage-blob
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const blobs = ['', 'get_blob_client().', 'get_container_client().', 'get_container_client().get_blob_client().']
const uploads: readonly RentShape[] = blobs.map((path) => ({
  path: `${path}upload_blob`,
  on: 'blobs',
  type: 'azure.upload_blob',
  needs: 'standard_blob_tier',
  ...(path === '' ? { handed: ['standard_blob_tier'] } : {}),
}))
const moves: readonly RentShape[] = blobs.map((path) => ({
  path: `${path}set_standard_blob_tier`,
  on: 'blobs',
  type: 'azure.set_standard_blob_tier',
}))

const webBlobs = ['', 'getBlobClient().', 'getBlockBlobClient().'].flatMap((path) => [
  path,
  `getContainerClient().${path}`,
])
const webTiers = ['[1].tier', '[2].tier', '[3].tier']
const web: readonly RentShape[] = [...new Set(webBlobs)].flatMap((path) => [
  ...['upload', 'uploadData', 'uploadFile', 'uploadStream'].map((name) => ({
    path: `${path}${name}`,
    on: 'web',
    type: 'azure.web_upload',
    needs: webTiers,
  })),
  { path: `${path}setAccessTier`, on: 'web', type: 'azure.web_set_tier' },
])

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
`,
    sees: [],
    rents: [
      { line: 5, type: 'azure.upload_blob', facts: { storageClass: 'COOL' } },
      { line: 7, type: 'azure.set_standard_blob_tier', facts: { storageClass: 'ARCHIVE' } },
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
`,
    sees: [],
    rents: [
      { line: 6, type: 'azure.web_upload', facts: { storageClass: 'COOL' } },
      { line: 7, type: 'azure.web_upload', facts: { storageClass: 'COLD' } },
      { line: 9, type: 'azure.web_set_tier', facts: { storageClass: 'ARCHIVE' } },
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
