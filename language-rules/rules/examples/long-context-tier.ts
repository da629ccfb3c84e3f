import type { RuleExample } from '../../../core/rule.ts'

export const longContextTier: readonly RuleExample[] = [
  {
    name: 'Python: a search that brings a library',
    lang: 'python',
    code: `from langchain_chroma import Chroma
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import TokenTextSplitter

splitter = TokenTextSplitter(chunk_size=1000, chunk_overlap=0)
store = Chroma.from_documents(splitter.split_documents(regulations()), OpenAIEmbeddings(model="text-embedding-3-small"))
llm = ChatGoogleGenerativeAI(model="gemini-2.5-pro", max_output_tokens=800)


def answer(question: str):
    found = store.similarity_search(question, k=300)
    context = "\\n\\n".join(doc.page_content for doc in found)
    return llm.invoke(f"Answer from this.\\n{context}\\n{question}")
`,
    finds: [
      {
        line: 14,
        message:
          'The input is likely longer than 200,000 tokens, about 336,006: the whole request is billed at $2.50 per million input tokens, not $1.25. Send what the question needs, or make several calls with a part each.',
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { OpenAI, SentenceSplitter, Settings, VectorStoreIndex } from 'llamaindex'

Settings.llm = new OpenAI({ model: 'gpt-5.5', maxTokens: 800 })
Settings.nodeParser = new SentenceSplitter({ chunkSize: 1024, chunkOverlap: 0 })

export async function answer(question: string) {
  const index = await VectorStoreIndex.fromDocuments(await regulations())
  return await index.asQueryEngine({ similarityTopK: 300 }).query({ query: question })
}
`,
    finds: [
      {
        line: 8,
        message:
          'The input is likely longer than 271,999 tokens, about 307,200: the whole request is billed at $10.00 per million input tokens, not $5.00. Send what the question needs, or make several calls with a part each.',
      },
    ],
  },
  {
    name: 'below the tier',
    lang: 'python',
    code: `from langchain_chroma import Chroma
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import TokenTextSplitter

splitter = TokenTextSplitter(chunk_size=1000, chunk_overlap=0)
store = Chroma.from_documents(splitter.split_documents(regulations()), OpenAIEmbeddings(model="text-embedding-3-small"))
llm = ChatGoogleGenerativeAI(model="gemini-2.5-pro", max_output_tokens=800)


def answer(question: str):
    found = store.similarity_search(question, k=100)
    context = "\\n\\n".join(doc.page_content for doc in found)
    return llm.invoke(f"Answer from this.\\n{context}\\n{question}")
`,
    finds: [],
  },
  {
    name: 'a model of one price',
    lang: 'typescript',
    code: `import { OpenAI, SentenceSplitter, Settings, VectorStoreIndex } from 'llamaindex'

Settings.llm = new OpenAI({ model: 'gpt-4.1', maxTokens: 800 })
Settings.nodeParser = new SentenceSplitter({ chunkSize: 1024, chunkOverlap: 0 })

export async function answer(question: string) {
  const index = await VectorStoreIndex.fromDocuments(await regulations())
  return await index.asQueryEngine({ similarityTopK: 300 }).query({ query: question })
}
`,
    finds: [],
  },
]
