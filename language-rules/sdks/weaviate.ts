// https://docs.weaviate.io/weaviate/connections/connect-cloud: collections in Weaviate Cloud; a server of one's own is billed as its machine is.
import type { Sdk, SdkExample } from '../../core/sdk.ts'

const connect = ['connectToWeaviateCloud', 'connectToWCS', 'connectToWCD']

export const sdk: Sdk = {
  id: 'weaviate',
  words: ['connect_to_weaviate_cloud', 'connect_to_wcs', ...connect],
  clients: [
    {
      python: [
        ...['connect_to_weaviate_cloud', 'connect_to_wcs', 'use_async_with_weaviate_cloud'].map(
          (name) => `weaviate.${name}`,
        ),
      ],
      typescript: connect.flatMap((name) => [`weaviate-client#default.${name}`, `weaviate-client#${name}`]),
      kind: 'cloud',
    },
  ],
  calls: [],
  rents: ['create', 'create_from_dict', 'createFromSchema'].map((name) => ({
    path: `collections.${name}`,
    on: 'cloud',
    type: 'weaviate.collection',
  })),
  free: ['collections.get', 'collections.delete', 'collections.use'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import weaviate
client = weaviate.connect_to_weaviate_cloud(cluster_url="u", auth_credentials="k")
client.collections.create("Article")
client.collections.get("Article").query.near_text(query="q")
`,
    sees: [],
    rents: [{ line: 4, type: 'weaviate.collection' }],
  },
  {
    lang: 'typescript',
    code: `
import weaviate from 'weaviate-client'
const client = await weaviate.connectToWeaviateCloud('u', {})
await client.collections.create({ name: 'Article' })
`,
    sees: [],
    rents: [{ line: 4, type: 'weaviate.collection' }],
  },
  {
    lang: 'python',
    code: `
import weaviate
local = weaviate.connect_to_local()
local.collections.create("Article")
mongo.collections.create("articles")
`,
    sees: [],
  },
]
