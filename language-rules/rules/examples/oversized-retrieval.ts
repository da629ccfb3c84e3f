import type { RuleExample } from '../../../core/rule.ts'

export const oversizedRetrieval: readonly RuleExample[] = [
  {
    name: 'Python: twenty pieces for a short answer',
    lang: 'python',
    code: `from langchain_chroma import Chroma
from langchain_openai import ChatOpenAI
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import TokenTextSplitter

splitter = TokenTextSplitter(chunk_size=1000, chunk_overlap=0)
store = Chroma.from_documents(splitter.split_documents(regulations()), OpenAIEmbeddings(model="text-embedding-3-small"))
llm = ChatOpenAI(model="gpt-4o", max_tokens=300)


def answer(question: str):
    found = store.similarity_search(question, k=20)
    context = "\\n\\n".join(doc.page_content for doc in found)
    return llm.invoke(f"Answer from this.\\n{context}\\n{question}")
`,
    finds: [
      {
        line: 12,
        message:
          'A search brings up to 20 pieces of 1,000 tokens, about 20,000 tokens, for an answer of at most 300: $0–0.05 of each call, $0–0.013 with 5 pieces. Ask for fewer, or let a reranker choose.',
        fixed: `from langchain_chroma import Chroma
from langchain_openai import ChatOpenAI
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import TokenTextSplitter

splitter = TokenTextSplitter(chunk_size=1000, chunk_overlap=0)
store = Chroma.from_documents(splitter.split_documents(regulations()), OpenAIEmbeddings(model="text-embedding-3-small"))
llm = ChatOpenAI(model="gpt-4o", max_tokens=300)


def answer(question: str):
    found = store.similarity_search(question, k=5)
    context = "\\n\\n".join(doc.page_content for doc in found)
    return llm.invoke(f"Answer from this.\\n{context}\\n{question}")
`,
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { OpenAI, SentenceSplitter, Settings, VectorStoreIndex } from 'llamaindex'

Settings.llm = new OpenAI({ model: 'gpt-4o', maxTokens: 200 })
Settings.nodeParser = new SentenceSplitter({ chunkSize: 1024, chunkOverlap: 0 })

export async function answer(question: string) {
  const index = await VectorStoreIndex.fromDocuments(await regulations())
  return await index.asQueryEngine({ similarityTopK: 12 }).query({ query: question })
}
`,
    finds: [
      {
        line: 8,
        message:
          'A search brings up to 12 pieces of 1,024 tokens, about 12,288 tokens, for an answer of at most 200: $0–0.031 of each call, $0–0.013 with 5 pieces. Ask for fewer, or let a reranker choose.',
        fixed: `import { OpenAI, SentenceSplitter, Settings, VectorStoreIndex } from 'llamaindex'

Settings.llm = new OpenAI({ model: 'gpt-4o', maxTokens: 200 })
Settings.nodeParser = new SentenceSplitter({ chunkSize: 1024, chunkOverlap: 0 })

export async function answer(question: string) {
  const index = await VectorStoreIndex.fromDocuments(await regulations())
  return await index.asQueryEngine({ similarityTopK: 5 }).query({ query: question })
}
`,
      },
    ],
  },
  {
    name: 'four pieces',
    lang: 'python',
    code: `from langchain_chroma import Chroma
from langchain_openai import ChatOpenAI
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import TokenTextSplitter

splitter = TokenTextSplitter(chunk_size=1000, chunk_overlap=0)
store = Chroma.from_documents(splitter.split_documents(regulations()), OpenAIEmbeddings(model="text-embedding-3-small"))
llm = ChatOpenAI(model="gpt-4o", max_tokens=300)


def answer(question: str):
    found = store.similarity_search(question, k=4)
    context = "\\n\\n".join(doc.page_content for doc in found)
    return llm.invoke(f"Answer from this.\\n{context}\\n{question}")
`,
    finds: [],
  },
  {
    name: 'short pieces',
    lang: 'typescript',
    code: `import { OpenAI, SentenceSplitter, Settings, VectorStoreIndex } from 'llamaindex'

Settings.llm = new OpenAI({ model: 'gpt-4o', maxTokens: 400 })
Settings.nodeParser = new SentenceSplitter({ chunkSize: 128, chunkOverlap: 0 })

export async function answer(question: string) {
  const index = await VectorStoreIndex.fromDocuments(await regulations())
  return await index.asQueryEngine({ similarityTopK: 12 }).query({ query: question })
}
`,
    finds: [],
  },
]
