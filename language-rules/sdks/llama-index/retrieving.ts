import type { SdkExample } from '../../../core/sdk.ts'

/** Engines that answer from pieces of cut texts. */
export const retrieving: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.retrievers import VectorIndexRetriever
from llama_index.llms.openai import OpenAI
from openai import OpenAI as Client

Settings.llm = OpenAI(model="gpt-4o-mini", max_tokens=256)
Settings.chunk_size = 256
docs = SimpleDirectoryReader("texts").load_data()
cut = VectorStoreIndex.from_documents(docs, transformations=[SentenceSplitter(chunk_size=512, chunk_overlap=20)])
cut.as_query_engine(similarity_top_k=3).query("Who wrote it?")
nodes = SentenceSplitter(chunk_size=128).get_nodes_from_documents(docs)
RetrieverQueryEngine(retriever=VectorIndexRetriever(index=VectorStoreIndex(nodes), similarity_top_k=8)).query("When?")
usual = VectorStoreIndex.from_documents(docs)
usual.as_chat_engine(similarity_top_k=2).chat("Why?")
usual.as_query_engine().query("Where?")
found = cut.as_retriever(similarity_top_k=4).retrieve("Who?")
text = "\\n".join(node.get_content() for node in found)
Client().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Who? {text}"}])
answer = cut.as_query_engine(similarity_top_k=3).query("Who?")
Client().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Shorter: {answer}"}])
`,
    sees: [
      { line: 12, call: 'llama-index.from_documents', model: null },
      {
        line: 13,
        call: 'llama-index.as_query_engine().query',
        model: 'gpt-4o-mini',
        input: ['{retrieved context}', 'Who wrote it?'],
        retrieved: ['3 × 512 tokens'],
      },
      { line: 15, call: 'llama-index.query', retrieved: ['8 × 128 tokens'] },
      { line: 15, call: 'llama-index.()' },
      { line: 16, call: 'llama-index.from_documents' },
      { line: 17, call: 'llama-index.as_chat_engine().chat', retrieved: ['2 × 256 tokens'] },
      {
        line: 18,
        call: 'llama-index.as_query_engine().query',
        input: ['{retrieved context}', 'Where?'],
        retrieved: [],
      },
      { line: 19, call: 'llama-index.as_retriever().retrieve', retrieved: [] },
      { line: 21, call: 'openai.chat.completions.create', retrieved: ['4 × 512 tokens'] },
      { line: 22, call: 'llama-index.as_query_engine().query' },
      { line: 23, call: 'openai.chat.completions.create', retrieved: [] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { OpenAI } from '@llamaindex/openai'
import { Document, SentenceSplitter, Settings, VectorStoreIndex } from 'llamaindex'
Settings.llm = new OpenAI({ model: 'gpt-4o-mini' })
Settings.nodeParser = new SentenceSplitter({ chunkSize: 400 })
const index = await VectorStoreIndex.fromDocuments([new Document({ text })])
await index.asQueryEngine({ similarityTopK: 5 }).query({ query: 'Why?' })
const retriever = index.asRetriever({ similarityTopK: 7 })
await index.asQueryEngine({ retriever }).query({ query: 'When?' })
`,
    sees: [
      { line: 6, call: 'llama-index.fromDocuments' },
      { line: 7, call: 'llama-index.asQueryEngine().query', retrieved: ['5 × 400 tokens'] },
      { line: 9, call: 'llama-index.asQueryEngine().query', retrieved: ['7 × 400 tokens'] },
    ],
  },
]
