// https://azure.microsoft.com/pricing/details/storage/blobs/: redundancy and region are those of an account the code does not name.
import { line, usage } from '../../../core/estimate/resource-line.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'

const stored = (path: string): FormatMapping => ({
  facts: { storageClass: (block) => mapKnown(block.fact(path), (name): Fact => String(name).toUpperCase()) },
  region: () => unknown('absent'),
})

const blob = defineResource({
  id: 'azure/blob-from-code',
  cloud: 'azure',
  docs: 'https://azure.microsoft.com/pricing/details/storage/blobs/',
  shape: { storageClass: 'tier, COOL' },
  usage: { storedGB: 'GB stored by this call, mean of the month' },
  lines: (resource) => [line('Storage', 'GB-month', usage(resource, 'storedGB'), 'dynamic')],
  from: {
    sdk: {
      'azure.upload_blob': stored('standard_blob_tier'),
      'azure.set_standard_blob_tier': stored('standard_blob_tier|[0]'),
    },
  },
  label: ({ shape }) => `Azure blob ${String((shape.storageClass && valueOf(shape.storageClass)) ?? '')}`.trim(),
})

export const resources = [blob]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'the account decides what a tier costs: no price, and no $0',
    lang: 'python',
    code: `from azure.storage.blob import BlobClient

BlobClient.from_connection_string("c", "a", "b").set_standard_blob_tier("Cool")
`,
    sees: [{ address: 'azure.set_standard_blob_tier', usd: null, status: 'unknown', unknown: ['region: absent'] }],
  },
]
