// https://learn.microsoft.com/python/api/azure-storage-blob/azure.storage.blob
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

export const sdk: Sdk = {
  id: 'azure-storage',
  words: ['azure.storage.blob', 'standard_blob_tier'],
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
  ],
  calls: [],
  rents: [...uploads, ...moves],
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
]
