// https://python-client.qdrant.tech, https://qdrant.tech/documentation/cloud/: collections in Qdrant Cloud, known by its host
import type { Sdk, SdkExample } from '../../core/sdk.ts'

const given = { 'url|location|[0].url|[0]': /\.cloud\.qdrant\.io/ }
const python = ['qdrant_client.QdrantClient', 'qdrant_client.AsyncQdrantClient']

export const sdk: Sdk = {
  id: 'qdrant',
  words: ['cloud.qdrant.io', 'cloud_inference'],
  clients: [
    { python, given, kind: 'cloud' },
    // Only its cloud embeds what it is given: https://qdrant.tech/documentation/cloud/inference/
    { python, given: { cloud_inference: 'true' }, kind: 'cloud' },
    { typescript: '@qdrant/js-client-rest#QdrantClient', given, kind: 'cloud' },
  ],
  calls: [],
  rents: ['create_collection', 'recreate_collection', 'createCollection', 'recreateCollection'].map((path) => ({
    path,
    on: 'cloud',
    type: 'qdrant.collection',
  })),
  free: ['get_collections', 'search', 'upsert'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from qdrant_client import QdrantClient
client = QdrantClient(url="https://x.us-east4-0.gcp.cloud.qdrant.io", api_key="k")
client.create_collection("docs", vectors_config={"size": 768, "distance": "Cosine"})
client.upsert("docs", points=[])
`,
    sees: [],
    rents: [{ line: 4, type: 'qdrant.collection' }],
  },
  {
    lang: 'typescript',
    code: `
import { QdrantClient } from '@qdrant/js-client-rest'
const client = new QdrantClient({ url: 'https://x.eu-central-1-0.aws.cloud.qdrant.io', apiKey: 'k' })
await client.createCollection('docs', { vectors: { size: 768, distance: 'Cosine' } })
`,
    sees: [],
    rents: [{ line: 4, type: 'qdrant.collection' }],
  },
  {
    lang: 'python',
    code: `
import os
from qdrant_client import QdrantClient
QdrantClient(url=os.environ["QDRANT_URL"], cloud_inference=True).create_collection("docs")
QdrantClient(url=os.environ["QDRANT_URL"], cloud_inference=False).create_collection("docs")
`,
    sees: [],
    rents: [{ line: 4, type: 'qdrant.collection' }],
  },
  {
    // A server of one's own, and one whose place is not told.
    lang: 'python',
    code: `
import os
from qdrant_client import QdrantClient
QdrantClient("localhost", port=6333).create_collection("docs")
QdrantClient(url=os.environ["QDRANT_URL"]).create_collection("docs")
print("https://cloud.qdrant.io")
`,
    sees: [],
  },
]
