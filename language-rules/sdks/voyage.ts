// https://docs.voyageai.com/reference, https://github.com/voyage-ai/voyageai-python and voyage-ai/typescript-sdk
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const embed = {
  api: 'embed',
  model: ['model', '[1]'],
  // VOYAGE_EMBED_DEFAULT_MODEL in voyageai/__init__.py of voyageai-python
  defaultModel: 'voyage-2',
  input: ['texts', '[0]'],
} as const satisfies Omit<CallShape, 'path'>

const several = { api: 'embed', model: ['model', '[1]'], input: ['inputs', '[0]'] } as const satisfies Omit<
  CallShape,
  'path'
>
const one = { ...embed, on: 'module', input: ['text', 'list_of_text', '[0]'] } as const
const resource = { api: 'embed', model: 'model', input: ['input', 'inputs'] } as const

export const sdk: Sdk = {
  id: 'voyage',
  words: ['voyageai'],
  clients: [
    { python: ['voyageai.Client', 'voyageai.AsyncClient'], provider: 'voyage', baseUrl: 'base_url' },
    { python: 'voyageai', provider: 'voyage', module: true, kind: 'module' },
    { typescript: 'voyageai#VoyageAIClient', provider: 'voyage', baseUrl: ['baseUrl', 'environment'], kind: 'js' },
  ],
  calls: [
    { path: 'embed', ...embed },
    { path: 'multimodal_embed', ...several },
    { path: 'contextualized_embed', ...several },
    {
      path: 'rerank',
      api: 'rerank',
      model: ['model', '[2]'],
      input: ['query', '[0]', 'documents', '[1]'],
    },
    { path: 'get_embedding', ...one },
    { path: 'get_embeddings', ...one },
    { path: 'aget_embedding', ...one },
    { path: 'aget_embeddings', ...one },
    { path: 'Embedding.create', on: 'module', ...resource },
    { path: 'Embedding.acreate', on: 'module', ...resource },
    { path: 'MultimodalEmbedding.create', on: 'module', ...resource },
    { path: 'ContextualizedEmbedding.create', on: 'module', ...resource },
    { path: 'Reranking.create', on: 'module', api: 'rerank', model: 'model', input: ['query', 'documents'] },
    { path: 'embed', on: 'js', ...resource },
    { path: 'multimodalEmbed', on: 'js', ...resource },
    { path: 'contextualizedEmbed', on: 'js', ...resource },
    { path: 'rerank', on: 'js', api: 'rerank', model: 'model', input: ['query', 'documents'] },
  ],
  free: ['count_tokens', 'count_usage', 'tokenize', 'tokenizer'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import voyageai
vo = voyageai.Client()
vo.embed(texts, model="voyage-3.5", input_type="document")
vo.embed(["a", "b"], "voyage-3-large")
vo.embed(["a"])
vo.multimodal_embed(inputs=[[caption, picture]], model="voyage-multimodal-3")
vo.contextualized_embed(inputs=chunks, model="voyage-context-3")
vo.rerank(question, documents, model="rerank-2.5", top_k=3)
voyageai.get_embedding("Hi", model="voyage-2")
voyageai.get_embeddings(texts, "voyage-lite-02-instruct")
voyageai.Embedding.create(input=texts, model="voyage-2")
voyageai.MultimodalEmbedding.create(inputs=[], model="voyage-multimodal-3")
voyageai.ContextualizedEmbedding.create(inputs=[], model="voyage-context-3")
voyageai.Reranking.create(query="q", documents=[], model="rerank-2")
async def index(pages):
    client = voyageai.AsyncClient(max_retries=3)
    for page in pages:
        await client.embed([page], model="voyage-code-3")
    await voyageai.aget_embedding("Hi")
    await voyageai.aget_embeddings(pages)
    await voyageai.Embedding.acreate(input="Hi", model="voyage-2")
`,
    sees: [
      { line: 4, call: 'voyage.embed', provider: 'voyage', model: 'voyage-3.5', input: ['{texts}'] },
      { line: 5, call: 'voyage.embed', model: 'voyage-3-large', input: ['a', 'b'] },
      { line: 6, call: 'voyage.embed', model: null, usualModel: 'voyage-2' },
      { line: 7, call: 'voyage.multimodal_embed', model: 'voyage-multimodal-3' },
      { line: 8, call: 'voyage.contextualized_embed', model: 'voyage-context-3', input: ['{chunks}'] },
      { line: 9, call: 'voyage.rerank', model: 'rerank-2.5', input: ['{question}', '{documents}'] },
      { line: 10, call: 'voyage.get_embedding', provider: 'voyage', model: 'voyage-2', input: ['Hi'] },
      { line: 11, call: 'voyage.get_embeddings', model: 'voyage-lite-02-instruct' },
      { line: 12, call: 'voyage.Embedding.create', model: 'voyage-2' },
      { line: 13, call: 'voyage.MultimodalEmbedding.create', model: 'voyage-multimodal-3' },
      { line: 14, call: 'voyage.ContextualizedEmbedding.create', model: 'voyage-context-3' },
      { line: 15, call: 'voyage.Reranking.create', model: 'rerank-2' },
      { line: 19, call: 'voyage.embed', model: 'voyage-code-3', repeats: ['data loop here'] },
      { line: 20, call: 'voyage.aget_embedding', model: null, usualModel: 'voyage-2' },
      { line: 21, call: 'voyage.aget_embeddings', model: null, usualModel: 'voyage-2' },
      { line: 22, call: 'voyage.Embedding.acreate', model: 'voyage-2' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { VoyageAIClient } from 'voyageai'
const client = new VoyageAIClient({ apiKey: process.env.VOYAGE_API_KEY })
await client.embed({ input: ['a', text], model: 'voyage-3.5-lite' })
await client.rerank({ query: 'q', documents, model: 'rerank-2.5-lite' })
await client.multimodalEmbed({ inputs, model: 'voyage-multimodal-3' })
await client.contextualizedEmbed({ inputs, model: 'voyage-context-3' })
`,
    sees: [
      { line: 4, call: 'voyage.embed', provider: 'voyage', model: 'voyage-3.5-lite', input: ['a', '{text}'] },
      { line: 5, call: 'voyage.rerank', model: 'rerank-2.5-lite', input: ['q', '{documents}'] },
      { line: 6, call: 'voyage.multimodalEmbed', model: 'voyage-multimodal-3' },
      { line: 7, call: 'voyage.contextualizedEmbed', model: 'voyage-context-3' },
    ],
  },
  {
    lang: 'python',
    code: `
import voyageai
vo = voyageai.Client()
vo.count_tokens(texts, model="voyage-3.5")
vo.tokenize(texts, model="voyage-3.5")
vo.count_usage([["a"]], model="voyage-multimodal-3")
`,
    sees: [],
  },
]
