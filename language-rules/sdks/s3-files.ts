// Files in S3 as a file system: https://s3fs.readthedocs.io/en/latest/api.html, https://filesystem-spec.readthedocs.io,
// https://github.com/piskvorky/smart_open. What is written there has the class that it is told for all.
import type { Sdk, SdkExample } from '../../core/sdk.ts'

const type = 'aws.file_system'
const inClass = ['s3_additional_kwargs.StorageClass']
const isS3 = { '[0]|protocol|urlpath': /^(?:s3|s3a)(?:$|:)/ }

export const sdk: Sdk = {
  id: 's3-files',
  words: ['s3_additional_kwargs', 'multipart_upload_kwargs'],
  clients: [
    { python: ['s3fs.S3FileSystem', 's3fs.core.S3FileSystem'], module: true, kind: 'files' },
    {
      python: ['fsspec.filesystem', 'fsspec.open', 'fsspec.core.open', 'fsspec.open_files'],
      module: true,
      kind: 'fsspec',
    },
    { python: ['smart_open.open', 'smart_open.smart_open'], module: true, kind: 'smart' },
  ],
  calls: [],
  rents: [
    { path: '()', on: 'files', type, needs: inClass },
    { path: '()', on: 'fsspec', type, needs: inClass, only: isS3 },
    { path: '()', on: 'smart', type, needs: 'transport_params.multipart_upload_kwargs.StorageClass' },
  ],
  free: ['ls', 'glob'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import fsspec
import s3fs
from smart_open import open as s3_open

fs = s3fs.S3FileSystem(s3_additional_kwargs={"StorageClass": "STANDARD_IA"}, client_kwargs={"region_name": "eu-west-1"})
other = fsspec.filesystem("s3", s3_additional_kwargs={"StorageClass": "GLACIER_IR"})
with s3_open("s3://b/k", "wb", transport_params={"multipart_upload_kwargs": {"StorageClass": "ONEZONE_IA"}}) as f:
    f.write(b"")
`,
    sees: [],
    rents: [
      { line: 6, type: 'aws.file_system', region: 'eu-west-1', facts: { storageClass: 'STANDARD_IA' } },
      { line: 7, type: 'aws.file_system', facts: { storageClass: 'GLACIER_IR' } },
      { line: 8, type: 'aws.file_system', facts: { storageClass: 'ONEZONE_IA' } },
    ],
  },
  {
    lang: 'python',
    code: `
import fsspec
import s3fs
s3fs.S3FileSystem(s3_additional_kwargs={"ServerSideEncryption": "AES256"})
s3fs.S3FileSystem(anon=True)
fsspec.filesystem("gs", s3_additional_kwargs={"StorageClass": "GLACIER_IR"})
`,
    sees: [],
  },
]
