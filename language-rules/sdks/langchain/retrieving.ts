import type { SdkExample } from '../../../core/sdk.ts'

/** Prompts that pieces of cut texts go into. */
export const retrieving: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from operator import itemgetter
from langchain_chroma import Chroma
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

SIZE = 1000
splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=100)
store = Chroma.from_documents(splitter.split_documents(load()), OpenAIEmbeddings(model="text-embedding-3-small"))
retriever = store.as_retriever(search_type="mmr", search_kwargs={"k": 6, "fetch_k": 20})
llm = ChatOpenAI(model="gpt-4o-mini", max_tokens=300)
prompt = ChatPromptTemplate.from_template("Use {context}. Keep {{braces}}. {question}")

def together(docs):
    return "\\n\\n".join(doc.page_content for doc in docs)

chain = {"context": retriever | together, "question": RunnablePassthrough()} | prompt | llm | StrOutputParser()
chain.invoke("Who may vote?")
by_field = {"context": itemgetter("q") | retriever, "question": itemgetter("q")} | prompt | llm
by_field.invoke({"q": "Who may stand?"})

found = retriever.invoke("Who may vote?")
llm.invoke("Sum up: " + together(found))
best = store.similarity_search("Who?", k=4)
llm.invoke(f"Sum up: {best[0].page_content}")
for doc in best:
    llm.invoke(f"Sum up: {doc.page_content}")
llm.invoke(f"Sum up: {len(best)} and {store.similarity_search('Where?')}")
newest = sorted(best, key=date)[:3]
llm.invoke("Sum up: " + together(newest))
llm.invoke("Sum up: " + together(sorted(best, key=date)[:room()]))
`,
    sees: [
      { line: 12, call: 'langchain.from_documents' },
      {
        line: 21,
        call: 'langchain.invoke',
        model: 'gpt-4o-mini',
        input: ['Use ', '{context}', '. Keep {braces}. ', 'Who may vote?'],
        retrieved: ['6 × 1000 characters'],
      },
      {
        line: 23,
        call: 'langchain.invoke',
        model: 'gpt-4o-mini',
        input: ['Use ', '{context}', '. Keep {braces}. ', 'Who may stand?'],
        retrieved: ['6 × 1000 characters'],
      },
      { line: 25, call: 'langchain.as_retriever().invoke', retrieved: [] },
      {
        line: 26,
        call: 'langchain.invoke',
        input: ['Sum up: ', '{"\\n\\n".join(doc.page_content for doc …}'],
        retrieved: ['6 × 1000 characters'],
      },
      { line: 27, call: 'langchain.similarity_search' },
      { line: 28, call: 'langchain.invoke', retrieved: ['1 × 1000 characters'] },
      { line: 30, call: 'langchain.invoke', retrieved: ['1 × 1000 characters'] },
      { line: 31, call: 'langchain.invoke', retrieved: [] },
      { line: 31, call: 'langchain.similarity_search' },
      { line: 33, call: 'langchain.invoke', retrieved: ['3 × 1000 characters'] },
      { line: 34, call: 'langchain.invoke', retrieved: [] },
    ],
  },
  {
    lang: 'python',
    code: `
from langchain.chains import RetrievalQA, create_retrieval_chain
from langchain.chains.combine_documents import create_stuff_documents_chain
from langchain_community.vectorstores import FAISS
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain_text_splitters import CharacterTextSplitter, TokenTextSplitter

class Library:
    def __init__(self, docs):
        self.llm = ChatOpenAI(model="gpt-4o-mini")
        self.store = FAISS.load_local("index", OpenAIEmbeddings())
        self.store.add_documents(TokenTextSplitter(chunk_size=200).split_documents(docs))

    def answer(self, question):
        prompt = ChatPromptTemplate.from_messages([("system", "Use {context}."), ("human", "{input}")])
        combine = create_stuff_documents_chain(self.llm, prompt)
        chain = create_retrieval_chain(self.store.as_retriever(search_kwargs={"k": 3}), combine)
        return chain.invoke({"input": question})

own = CharacterTextSplitter(chunk_size=500, length_function=count)
other = FAISS.from_documents(own.split_documents(docs), OpenAIEmbeddings(model="text-embedding-3-small"))
RetrievalQA.from_chain_type(ChatOpenAI(model="gpt-4o"), retriever=other.as_retriever(search_kwargs={"k": 2})).invoke("Why?")
`,
    sees: [
      { line: 13, call: 'langchain.add_documents' },
      {
        line: 19,
        call: 'langchain.invoke',
        input: ['system: Use ', 'system: {context}', 'system: .', 'user: {question}'],
        retrieved: ['3 × 200 tokens'],
      },
      { line: 22, call: 'langchain.from_documents' },
      { line: 23, call: 'langchain.invoke', input: ['{retrieved context}', 'Why?'], retrieved: [] },
    ],
  },
  {
    // What a model wrote is looked for as a text: it is no model that embeds.
    lang: 'python',
    code: `
from langchain_chroma import Chroma
from langchain_core.language_models import BaseChatModel
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

store = Chroma(embedding_function=OpenAIEmbeddings(model="text-embedding-3-small"))
guess = ChatOpenAI(model="gpt-4o").invoke("Guess an answer.")
store.as_retriever().invoke(guess.content)

def rewritten(model: BaseChatModel, question):
    return store.similarity_search(model.invoke(question).content)
`,
    sees: [
      { line: 7, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o' },
      { line: 8, call: 'langchain.as_retriever().invoke', provider: 'openai', model: 'text-embedding-3-small' },
      { line: 11, call: 'langchain.similarity_search', provider: 'openai', model: 'text-embedding-3-small' },
      { line: 11, call: 'langchain.invoke', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai'
import { ChatPromptTemplate } from '@langchain/core/prompts'
import { RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import { MemoryVectorStore } from 'langchain/vectorstores/memory'
import { createStuffDocumentsChain } from 'langchain/chains/combine_documents'
import { createRetrievalChain } from 'langchain/chains/retrieval'

const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 800, chunkOverlap: 80 })
const splits = await splitter.splitDocuments(docs)
const store = await MemoryVectorStore.fromDocuments(splits, new OpenAIEmbeddings({ model: 'text-embedding-3-small' }))
const llm = new ChatOpenAI({ model: 'gpt-4o-mini' })
const prompt = ChatPromptTemplate.fromMessages([['system', 'Use {context}'], ['human', '{input}']])
const combineDocsChain = await createStuffDocumentsChain({ llm, prompt })
const chain = await createRetrievalChain({ retriever: store.asRetriever({ k: 5 }), combineDocsChain })
await chain.invoke({ input: 'When does it open?' })
const found = await store.similaritySearch('opening hours', 3)
await llm.invoke(\`Use \${found.map((doc) => doc.pageContent).join('\\n')}\`)
const sequence = RunnableSequence.from([
  { context: store.asRetriever(2), input: new RunnablePassthrough() }, prompt, llm,
])
await sequence.invoke('When does it close?')
`,
    sees: [
      { line: 12, call: 'langchain.fromDocuments' },
      {
        line: 17,
        call: 'langchain.invoke',
        input: ['system: Use ', 'system: {context}', 'user: When does it open?'],
        retrieved: ['5 × 800 characters'],
      },
      { line: 18, call: 'langchain.similaritySearch' },
      { line: 19, call: 'langchain.invoke', retrieved: ['3 × 800 characters'] },
      {
        line: 23,
        call: 'langchain.invoke',
        input: ['system: Use ', 'system: {context}', 'user: When does it close?'],
        retrieved: ['2 × 800 characters'],
      },
    ],
  },
]
