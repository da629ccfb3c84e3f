// https://docs.pinecone.io/guides/inference/understanding-inference
import type { Sdk, SdkExample } from '../../core/sdk.ts'

// Apart from Pinecone's indexes, which are no models: a store of LangChain that holds one is billed by whoever makes its vectors.
export const sdk: Sdk = {
  id: 'pinecone-inference',
  words: ['from pinecone', 'import pinecone', '@pinecone-database/pinecone'],
  clients: [
    {
      python: [
        'pinecone.Pinecone().inference',
        'pinecone.PineconeAsyncio().inference',
        'pinecone.grpc.PineconeGRPC().inference',
      ],
      typescript: '@pinecone-database/pinecone#Pinecone().inference',
      module: true,
      kind: 'inference',
      // Billed under its own price list, which we do not carry.
      provider: 'unknown',
    },
  ],
  calls: [
    { path: 'embed', api: 'embed', on: 'inference', model: ['model', '[0]'], input: ['inputs', '[1]'] },
    {
      path: 'rerank',
      api: 'rerank',
      on: 'inference',
      model: ['model', '[0]'],
      input: ['query', '[1]', 'documents', '[2]'],
      documents: ['documents', '[2]'],
    },
  ],
  free: ['list_models', 'get_model', 'listModels', 'getModel'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from pinecone import Pinecone
pc = Pinecone(api_key="k")
vectors = pc.inference.embed(model="multilingual-e5-large", inputs=["bees"], parameters={"input_type": "passage"})
pc.inference.rerank(model="bge-reranker-v2-m3", query="bees", documents=["a", "b"], top_n=1)
`,
    sees: [
      { line: 4, call: 'pinecone-inference.embed', api: 'embed', provider: 'unknown', model: 'multilingual-e5-large' },
      { line: 5, call: 'pinecone-inference.rerank', api: 'rerank', provider: 'unknown', model: 'bge-reranker-v2-m3' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Pinecone } from '@pinecone-database/pinecone'
const pc = new Pinecone()
await pc.inference.embed('multilingual-e5-large', ['bees'], { inputType: 'query' })
`,
    sees: [{ line: 4, call: 'pinecone-inference.embed', provider: 'unknown', model: 'multilingual-e5-large' }],
  },
  {
    lang: 'python',
    code: `
from pinecone import Pinecone
pc = Pinecone()
pc.inference.list_models()
pc.Index("a").query(vector=[], top_k=3)
`,
    sees: [],
  },
]
