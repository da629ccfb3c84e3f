// https://docs.pinecone.io/reference/python-sdk, https://docs.pinecone.io/reference/typescript-sdk
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const makes = (path: string, on: string): RentShape => ({ path, on, type: 'pinecone.index' })

export const sdk: Sdk = {
  id: 'pinecone',
  words: ['from pinecone', 'import pinecone', '@pinecone-database/pinecone'],
  clients: [
    {
      python: ['pinecone.Pinecone', 'pinecone.PineconeAsyncio', 'pinecone.grpc.PineconeGRPC'],
      typescript: '@pinecone-database/pinecone#Pinecone',
      kind: 'client',
    },
    // The client before 3.0 was the module.
    { python: 'pinecone', module: true, kind: 'module' },
  ],
  calls: [],
  rents: [
    makes('create_index', 'client'),
    makes('create_index_for_model', 'client'),
    makes('indexes.create', 'client'),
    makes('createIndex', 'client'),
    makes('createIndexForModel', 'client'),
    makes('create_index', 'module'),
  ],
  stands: { names: ['pinecone.**.CloudProvider', 'pinecone.**.AwsRegion', 'pinecone.**.PodType'] },
  free: ['list_indexes', 'describe_index', 'delete_index'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from pinecone import Pinecone, PodSpec, ServerlessSpec
pc = Pinecone(api_key="k")
pc.create_index(name="a", dimension=1536, metric="cosine", spec=ServerlessSpec(cloud="aws", region="us-east-1"))
pc.create_index("b", dimension=768, spec=PodSpec(environment="us-east-1-aws", pod_type="p1.x2", replicas=2, pods=2))
pc.create_index("d", dimension=768, spec=PodSpec(environment="us-east-1-aws", pod_type="s1.x1", replicas=2, shards=3))
pc.create_index("e", dimension=768, spec=PodSpec(environment="us-east-1-aws", pod_type="p2.x1"))
pc.create_index_for_model(name="c", cloud="aws", region="us-west-2", embed={"model": "m"})
pc.Index("a").query(vector=[], top_k=3)
`,
    sees: [],
    rents: [
      { line: 4, type: 'pinecone.index', facts: { kind: 'serverless' } },
      { line: 5, type: 'pinecone.index', facts: { kind: 'pod', podType: 'p1.x2', pods: 2 } },
      { line: 6, type: 'pinecone.index', facts: { kind: 'pod', podType: 's1.x1', pods: 6 } },
      { line: 7, type: 'pinecone.index', facts: { kind: 'pod', podType: 'p2.x1', pods: 1 } },
      { line: 8, type: 'pinecone.index', facts: { kind: 'serverless' } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Pinecone } from '@pinecone-database/pinecone'
const pc = new Pinecone()
await pc.createIndex({ name: 'a', dimension: 1536, spec: { serverless: { cloud: 'aws', region: 'us-east-1' } } })
await pc.createIndex({ name: 'b', dimension: 768, spec: { pod: { environment: 'e', podType: 's1.x1', pods: 1 } } })
await pc.listIndexes()
`,
    sees: [],
    rents: [
      { line: 4, type: 'pinecone.index', facts: { kind: 'serverless' } },
      { line: 5, type: 'pinecone.index', facts: { kind: 'pod', podType: 's1.x1', pods: 1 } },
    ],
  },
  {
    lang: 'python',
    code: `
from pinecone import Pinecone
pc = Pinecone()
index = pc.Index("a")
index.upsert(vectors=[])
db.create_index("by_name")
`,
    sees: [],
  },
]
