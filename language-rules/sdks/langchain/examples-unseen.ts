import type { SdkExample } from '../../../core/sdk.ts'

/** What runs through something that stands nowhere in the file, and what hands on what it was given. */
export const unseen: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from langchain_core.language_models.base import LanguageModelLike
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate, PromptTemplate
from langchain_core.runnables import RunnableLambda

class Answer:
    def __init__(self, config):
        self.llm = config["llm"]

    def run(self, question):
        prompt = PromptTemplate(template="Answer {question} in a word.", input_variables=["question"])
        chain = prompt | self.llm | StrOutputParser()
        return chain.invoke({"question": question})

def sum_up(llm: LanguageModelLike, text):
    return llm.invoke(text)

def shown(parser):
    print((ChatPromptTemplate.from_template("Hi {name}") | RunnableLambda(print)).invoke({"name": "x"}))
    return (StrOutputParser() | parser).invoke("x")
`,
    sees: [
      {
        line: 14,
        call: 'langchain.invoke',
        provider: 'unknown',
        model: null,
        input: ['Answer ', '{question}', ' in a word.'],
      },
      { line: 17, call: 'langchain.invoke', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { PromptTemplate } from '@langchain/core/prompts'
export async function ask(chatModel, question) {
  const chain = PromptTemplate.fromTemplate('Answer {question}').pipe(chatModel)
  return chain.invoke({ question })
}
`,
    sees: [{ line: 5, call: 'langchain.invoke', provider: 'unknown', model: null }],
  },
  {
    // Retrievers that ask a model, or a reranker, about what they found; one that runs on this machine costs nothing.
    lang: 'python',
    code: `
from langchain.retrievers import ContextualCompressionRetriever
from langchain.retrievers.document_compressors import FlashrankRerank, LLMChainExtractor
from langchain_cohere import CohereRerank
from langchain_community.retrievers import BM25Retriever
from langchain_openai import ChatOpenAI
found = BM25Retriever.from_texts(["a"])
extractor = LLMChainExtractor.from_llm(ChatOpenAI(model="gpt-4o-mini"))
ContextualCompressionRetriever(base_compressor=extractor, base_retriever=found).invoke("bees")
reranker = CohereRerank(model="rerank-v3.5")
ContextualCompressionRetriever(base_compressor=reranker, base_retriever=found).get_relevant_documents("bees")
ContextualCompressionRetriever(base_compressor=FlashrankRerank(), base_retriever=found).invoke("bees")
`,
    sees: [
      { line: 9, call: 'langchain.invoke', api: 'chat', provider: 'openai', model: 'gpt-4o-mini' },
      { line: 11, call: 'langchain.get_relevant_documents', api: 'rerank', provider: 'cohere', model: 'rerank-v3.5' },
    ],
  },
  {
    lang: 'python',
    code: `
from langchain.chains.openai_functions import create_structured_output_chain
from langchain_experimental.graph_transformers import LLMGraphTransformer
from langchain_mongodb.retrievers import MongoDBAtlasParentDocumentRetriever
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain_sambanova import ChatSambaNova
llm = ChatOpenAI(model="gpt-4o-mini")
LLMGraphTransformer(llm=llm, allowed_nodes=["Person"]).convert_to_graph_documents(documents)
create_structured_output_chain(schema, llm, prompt).run("Who?")
ChatSambaNova(model="Meta-Llama-3.3-70B-Instruct", max_tokens=90).invoke("Hi")
notes = MongoDBAtlasParentDocumentRetriever.from_connection_string(
    connection_string=uri, embedding_model=OpenAIEmbeddings(model="text-embedding-3-small"), child_splitter=splitter
)
notes.invoke("bees")
`,
    sees: [
      { line: 8, call: 'langchain.convert_to_graph_documents', provider: 'openai', model: 'gpt-4o-mini' },
      { line: 9, call: 'langchain.run', provider: 'openai', model: 'gpt-4o-mini' },
      {
        line: 10,
        call: 'langchain.invoke',
        provider: 'sambanova',
        model: 'Meta-Llama-3.3-70B-Instruct',
        maxOutput: 90,
      },
      { line: 14, call: 'langchain.invoke', api: 'embed', model: 'text-embedding-3-small' },
    ],
  },
  {
    lang: 'python',
    code: `
from langchain.evaluation.qa import QAEvalChain
from langchain.retrievers import MultiVectorRetriever, SVMRetriever
from langchain_chroma import Chroma
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

def grade(pairs, answers):
    return QAEvalChain.from_llm(llm=ChatOpenAI(model="gpt-4o")).evaluate(pairs, answers)

def keep(texts, documents):
    near = SVMRetriever.from_texts(texts, OpenAIEmbeddings(model="text-embedding-3-small"))
    both = MultiVectorRetriever(vectorstore=Chroma(embedding_function=OpenAIEmbeddings(model="text-embedding-3-large")))
    both.vectorstore.add_documents(documents)
    both.docstore.mset(documents)
    return near

async def stored(documents):
    found = Chroma(embedding_function=OpenAIEmbeddings(model="text-embedding-3-small")).as_retriever()
    await found.aadd_documents(documents)
`,
    sees: [
      { line: 8, call: 'langchain.evaluate', model: 'gpt-4o' },
      { line: 11, call: 'langchain.from_texts', provider: 'openai', model: 'text-embedding-3-small' },
      { line: 13, call: 'langchain.vectorstore.add_documents', provider: 'openai', model: 'text-embedding-3-large' },
      {
        line: 19,
        call: 'langchain.as_retriever().aadd_documents',
        provider: 'openai',
        model: 'text-embedding-3-small',
      },
    ],
  },
  {
    // The nodes of a graph are embedded where it is made a store; of chains that are chosen between, one is there for the rest.
    lang: 'python',
    code: `
from langchain.chains import LLMChain
from langchain.chains.router import MultiPromptChain
from langchain_community.vectorstores import Neo4jVector
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
store = Neo4jVector.from_existing_graph(
    embedding=OpenAIEmbeddings(model="text-embedding-3-small"), node_label="Task", text_node_properties=["name"]
)
store.similarity_search("Which?")
usual = LLMChain(llm=ChatOpenAI(model="gpt-4o-mini"), prompt=prompt)
MultiPromptChain(router_chain=router, destination_chains=others, default_chain=usual).run("Why?")
`,
    sees: [
      { line: 6, call: 'langchain.from_existing_graph', provider: 'openai', model: 'text-embedding-3-small' },
      { line: 9, call: 'langchain.similarity_search', model: 'text-embedding-3-small' },
      { line: 11, call: 'langchain.run', provider: 'openai', model: 'gpt-4o-mini' },
    ],
  },
  {
    // What makes a store of loaders embeds what they read.
    lang: 'python',
    code: `
from langchain.indexes import VectorstoreIndexCreator
from langchain_aws.embeddings import BedrockEmbeddings
from langchain_community.vectorstores import FAISS
maker = VectorstoreIndexCreator(
    vectorstore_cls=FAISS, embedding=BedrockEmbeddings(model_id="amazon.titan-embed-text-v2:0")
)
made = maker.from_loaders([loader])
made.vectorstore.save_local("/tmp")
`,
    sees: [
      {
        line: 8,
        call: 'langchain.from_loaders',
        api: 'embed',
        provider: 'bedrock',
        model: 'amazon.titan-embed-text-v2:0',
      },
    ],
  },
  {
    // The chain of a graph is in the package of its database.
    lang: 'python',
    code: `
from langchain_neo4j import GraphCypherQAChain
from langchain_openai import ChatOpenAI
llm = ChatOpenAI(model="gpt-4o-mini")
chain = GraphCypherQAChain.from_llm(cypher_llm=llm, qa_llm=llm, graph=graph)
chain.invoke({"query": "Who?"})
`,
    sees: [{ line: 6, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o-mini' }],
  },
  {
    // What a package answers is what the program says it is.
    lang: 'python',
    code: `
from langchain_core.embeddings import Embeddings
from langchain_core.language_models.chat_models import BaseChatModel
from registry_of_models import manager
async def chosen(name: str) -> BaseChatModel:
    model = await manager.get(name)
    return model.to_langchain()
async def ask(name, text):
    model = await chosen(name)
    return await model.ainvoke(text)
def embed(name, texts):
    embeddings: Embeddings = manager.embeddings(name)
    return embeddings.embed_documents(texts)
`,
    sees: [
      { line: 10, call: 'langchain.ainvoke', provider: 'unknown', model: null },
      { line: 13, call: 'langchain.embed_documents', provider: 'unknown', model: null },
    ],
  },
  {
    // The model of a chain, and one that an agent of another package is made of.
    lang: 'python',
    code: `
from langchain.chains import ConversationChain
from langchain_groq import ChatGroq
from langchain_openai import ChatOpenAI
from mcp_use import MCPAgent, MCPClient
def load():
    return ConversationChain(llm=ChatOpenAI(model="gpt-4o"))
def ask(text):
    return load().llm.predict(text)
async def plan(config, text):
    agent = MCPAgent(llm=ChatGroq(model="llama-3.3-70b-versatile"), client=MCPClient.from_dict(config), max_steps=30)
    return await agent.run(text)
`,
    sees: [
      { line: 9, call: 'langchain.predict', provider: 'openai', model: 'gpt-4o' },
      {
        line: 12,
        call: 'langchain.run',
        provider: 'groq',
        model: 'llama-3.3-70b-versatile',
        repeats: ['agent option here 30'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { JinaEmbeddings } from '@langchain/community/embeddings/jina'
import { VoyageEmbeddings } from '@langchain/community/embeddings/voyage'
const embeddings = new VoyageEmbeddings({ modelName: 'voyage-law-2' })
await embeddings.embedDocuments(texts)
await new JinaEmbeddings({ model: 'jina-embeddings-v3' }).embedQuery('a')
`,
    sees: [
      { line: 5, call: 'langchain.embedDocuments', provider: 'voyage', model: 'voyage-law-2' },
      { line: 6, call: 'langchain.embedQuery', provider: 'jina', model: 'jina-embeddings-v3' },
    ],
  },
]
