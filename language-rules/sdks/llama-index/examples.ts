import type { SdkExample } from '../../../core/sdk.ts'

export const inPython: readonly SdkExample[] = [
  {
    // What a step of a workflow puts into its context, the next takes out by the same key.
    lang: 'python',
    code: `
from llama_index.core.workflow import Context, StartEvent, StopEvent, Workflow, step
from llama_index.llms.openai import OpenAI
class Flow(Workflow):
    @step
    async def first(self, ctx: Context, ev: StartEvent) -> Next:
        await ctx.set("llm", OpenAI(model="gpt-4o-mini", max_tokens=50))
        await ctx.store.set("judge", OpenAI(model="gpt-4o"))
        return Next()
    @step
    async def second(self, context: Context, ev: Next) -> StopEvent:
        llm = await context.get("llm")
        judge = await context.store.get("judge", default=None)
        await judge.acomplete("Well?")
        other = await context.get("judge")
        await other.acomplete("Hi")
        return StopEvent(result=await llm.acomplete("Hi"))
class Other(Workflow):
    @step
    async def only(self, ctx: Context, ev: StartEvent) -> StopEvent:
        llm = await ctx.get("llm")
        return StopEvent(result=await llm.acomplete("Hi"))
`,
    sees: [
      { line: 14, call: 'llama-index.acomplete', provider: 'openai', model: 'gpt-4o' },
      { line: 17, call: 'llama-index.acomplete', provider: 'openai', model: 'gpt-4o-mini', maxOutput: 50 },
    ],
  },
  {
    // What a class declares that it holds says no more than what is put there.
    lang: 'python',
    code: `
from llama_index.core import VectorStoreIndex
from llama_index.llms.openai import OpenAI
class Asker:
    llm: OpenAI
    def load(self, index: VectorStoreIndex):
        self.llm = OpenAI(model="gpt-4o-mini")
        self.engine = index.as_query_engine(llm=self.llm)
    def ask(self, question):
        return self.engine.query(question)
`,
    sees: [{ line: 10, call: 'llama-index.as_query_engine().query', provider: 'openai', model: 'gpt-4o-mini' }],
  },
  {
    lang: 'python',
    code: `
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.llms import CustomLLM, LLM

class Planner:
    def __init__(self, llm: LLM, embed: BaseEmbedding | None = None):
        self.llm = llm
        self.embed = embed

    async def plan(self, text):
        self.embed.get_text_embedding(text)
        return await self.llm.acomplete(text)
`,
    sees: [
      { line: 11, call: 'llama-index.get_text_embedding', provider: 'unknown', model: null },
      { line: 12, call: 'llama-index.acomplete', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
from llama_index.multi_modal_llms.openai import OpenAIMultiModal
from llama_index.multi_modal_llms.anthropic import AnthropicMultiModal
OpenAIMultiModal(model="gpt-4o", max_new_tokens=300).complete(prompt="What is this?", image_documents=images)
AnthropicMultiModal(model="claude-haiku-4-5").complete("What is this?", image_documents=images)
`,
    sees: [
      { line: 4, call: 'llama-index.complete', provider: 'openai', model: 'gpt-4o', maxOutput: 300 },
      { line: 5, call: 'llama-index.complete', provider: 'anthropic', model: 'claude-haiku-4-5' },
    ],
  },
  {
    lang: 'python',
    code: `
from llama_index.core import Settings, VectorStoreIndex, SimpleDirectoryReader, load_index_from_storage
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.embeddings.openai import OpenAIEmbedding
from llama_index.llms.openai import OpenAI
from llama_index.llms.anthropic import Anthropic

Settings.llm = OpenAI(model="gpt-4o-mini", max_tokens=300)
Settings.embed_model = OpenAIEmbedding(model="text-embedding-3-small")
documents = SimpleDirectoryReader("data").load_data()
index = VectorStoreIndex.from_documents(documents)
engine = index.as_query_engine(similarity_top_k=3)
for question in questions:
    engine.query(question)
index.as_query_engine(llm=Anthropic(model="claude-haiku-4-5")).query("Why?")
index.as_chat_engine(chat_mode="context").chat("Hi")
index.as_retriever(similarity_top_k=5).retrieve("Why?")
index.insert(document)
load_index_from_storage(context).as_query_engine().query("Why?")
RetrieverQueryEngine.from_args(retriever, llm=OpenAI(model="gpt-4o")).query("Why?")
Settings.llm.complete("Hi")
VectorStoreIndex(nodes, embed_model=OpenAIEmbedding())
`,
    sees: [
      { line: 11, call: 'llama-index.from_documents', provider: 'openai', model: 'text-embedding-3-small' },
      {
        line: 14,
        call: 'llama-index.as_query_engine().query',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 300,
        input: ['{retrieved context}', '{question}'],
        retrieved: [],
        repeats: ['data loop here'],
      },
      { line: 15, call: 'llama-index.as_query_engine().query', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 16, call: 'llama-index.as_chat_engine().chat', model: 'gpt-4o-mini' },
      { line: 17, call: 'llama-index.as_retriever().retrieve', model: 'text-embedding-3-small' },
      { line: 18, call: 'llama-index.insert', model: 'text-embedding-3-small' },
      { line: 19, call: 'llama-index.as_query_engine().query', model: 'gpt-4o-mini' },
      { line: 20, call: 'llama-index.query', model: 'gpt-4o' },
      { line: 21, call: 'llama-index.complete', model: 'gpt-4o-mini', input: ['Hi'] },
      { line: 22, call: 'llama-index.()', model: null, usualModel: 'text-embedding-ada-002' },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from llama_index.core.llms import ChatMessage
from llama_index.embeddings.cohere import CohereEmbedding
from llama_index.llms.azure_openai import AzureOpenAI
from llama_index.llms.bedrock_converse import BedrockConverse
from llama_index.llms.google_genai import GoogleGenAI
from llama_index.llms.ollama import Ollama
from llama_index.llms.openai import OpenAI
from llama_index.llms.openai_like import OpenAILike
from llama_index.postprocessor.cohere_rerank import CohereRerank

class Writer:
    def __init__(self, model: str = "claude-opus-4-5"):
        self.llm = BedrockConverse(model=model, max_tokens=90)

    async def write(self, text):
        await self.llm.achat([ChatMessage(role="user", content=text)])
        async for part in await self.llm.astream_complete(text):
            print(part)

AzureOpenAI(model="gpt-4o", engine="my-gpt").complete("Hi")
GoogleGenAI(model="gemini-2.5-flash").stream_chat(messages)
Ollama(model="llama3.2").complete("Hi")
OpenAILike(model="deepseek-chat", api_base="https://api.deepseek.com/v1").predict(template, text="Hi")
gemini = GoogleGenAI(model=os.getenv("MODEL", "gemini-2.5-pro"))
gemini.structured_predict(Answer, template)
gemini.as_structured_llm(Answer).complete("Hi")
CohereEmbedding(model_name="embed-english-v3.0").get_text_embedding_batch(texts)
CohereRerank(model="rerank-v3.5", top_n=3).postprocess_nodes(nodes, query_str="Why?")
OpenAI(temperature=0).complete("Hi")
`,
    sees: [
      { line: 18, call: 'llama-index.achat', provider: 'bedrock', model: 'claude-opus-4-5', maxOutput: 90 },
      { line: 19, call: 'llama-index.astream_complete', provider: 'bedrock', model: 'claude-opus-4-5' },
      { line: 22, call: 'llama-index.complete', provider: 'azure-openai', model: 'gpt-4o' },
      { line: 23, call: 'llama-index.stream_chat', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 24, call: 'llama-index.complete', provider: 'local', model: 'llama3.2' },
      { line: 25, call: 'llama-index.predict', provider: 'deepseek', model: 'deepseek-chat' },
      { line: 27, call: 'llama-index.structured_predict', model: 'gemini-2.5-pro', modelVia: 'environment' },
      { line: 28, call: 'llama-index.complete', model: 'gemini-2.5-pro' },
      { line: 29, call: 'llama-index.get_text_embedding_batch', provider: 'cohere', model: 'embed-english-v3.0' },
      { line: 30, call: 'llama-index.postprocess_nodes', provider: 'cohere', model: 'rerank-v3.5' },
      { line: 31, call: 'llama-index.complete', provider: 'openai', model: null, usualModel: 'gpt-5.6-terra' },
    ],
  },
  {
    lang: 'python',
    code: `
from llama_index.core.agent import ReActAgent
from llama_index.core.agent.workflow import AgentWorkflow, FunctionAgent
from llama_index.core.chat_engine import SimpleChatEngine
from llama_index.core.evaluation import FaithfulnessEvaluator
from llama_index.core.indices import DocumentSummaryIndex
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.postprocessor import LLMRerank
from llama_index.core.program import LLMTextCompletionProgram
from llama_index.core.query_engine import SubQuestionQueryEngine
from llama_index.core import get_response_synthesizer
from llama_index.embeddings.openai import OpenAIEmbedding
from llama_index.llms.openai import OpenAI

llm = OpenAI("gpt-4o")
helper = FunctionAgent(name="helper", tools=[look], llm=llm, system_prompt="Help.")
async def main():
    await helper.run("Why?")
    await AgentWorkflow(agents=[helper], root_agent="helper").run(user_msg="Hi", max_iterations=5)
ReActAgent.from_tools(tools, llm=llm, max_iterations=8).chat("Hi")
SimpleChatEngine.from_defaults(llm=llm).stream_chat("Hi")
FaithfulnessEvaluator(llm=llm).evaluate_response(response=answer)
DocumentSummaryIndex.from_documents(documents, llm=llm)
IngestionPipeline(transformations=[splitter, OpenAIEmbedding(model="text-embedding-3-large")]).run(documents=documents)
LLMRerank(llm=llm).postprocess_nodes(nodes, query_str="Why?")
program = LLMTextCompletionProgram.from_defaults(output_cls=Album, prompt_template_str="Make one of {movie}.", llm=llm)
program(movie="Alien")
SubQuestionQueryEngine.from_defaults(query_engine_tools=tools, llm=llm).query("Why?")
get_response_synthesizer(llm=llm).synthesize("Why?", nodes=nodes)
`,
    sees: [
      {
        line: 18,
        call: 'llama-index.run',
        provider: 'openai',
        model: 'gpt-4o',
        repeats: ['agent option here 20'],
      },
      { line: 19, call: 'llama-index.run', model: 'gpt-4o', repeats: ['agent option here 5'] },
      { line: 20, call: 'llama-index.chat', model: 'gpt-4o', repeats: ['agent option here 8'] },
      { line: 21, call: 'llama-index.stream_chat', model: 'gpt-4o' },
      { line: 22, call: 'llama-index.evaluate_response', model: 'gpt-4o' },
      { line: 23, call: 'llama-index.from_documents', model: 'gpt-4o' },
      { line: 24, call: 'llama-index.run', model: 'text-embedding-3-large' },
      { line: 25, call: 'llama-index.postprocess_nodes', model: 'gpt-4o' },
      { line: 27, call: 'llama-index.()', model: 'gpt-4o' },
      { line: 28, call: 'llama-index.query', model: 'gpt-4o' },
      { line: 29, call: 'llama-index.synthesize', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
from llama_index import GPTVectorStoreIndex, ServiceContext, set_global_service_context
from llama_index.llms import OpenAI
context = ServiceContext.from_defaults(llm=OpenAI(model="gpt-3.5-turbo", max_tokens=64))
index = GPTVectorStoreIndex.from_documents(documents, service_context=context)
index.as_query_engine().query("Why?")
from llama_index.core.agent import FunctionCallingAgentWorker
worker = FunctionCallingAgentWorker.from_tools(tools, llm=OpenAI(model="gpt-4o-mini"))
worker.as_agent().chat("Hi")
`,
    sees: [
      { line: 5, call: 'llama-index.from_documents', model: null },
      {
        line: 6,
        call: 'llama-index.as_query_engine().query',
        provider: 'openai',
        model: 'gpt-3.5-turbo',
        maxOutput: 64,
      },
      { line: 9, call: 'llama-index.chat', provider: 'openai', model: 'gpt-4o-mini' },
    ],
  },
  {
    lang: 'python',
    code: `
from llama_index.core import Document, SimpleDirectoryReader, SummaryIndex, VectorStoreIndex
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.tools import FunctionTool
from .engine import engine
documents = SimpleDirectoryReader("data").load_data()
SummaryIndex.from_documents(documents)
VectorStoreIndex.from_vector_store(store)
IngestionPipeline(transformations=[SentenceSplitter()]).run(documents=documents)
FunctionTool.from_defaults(fn=look).call("a")
engine.query("Why?")
def query(text): ...
query("Why?")
`,
    sees: [],
  },
]

export const inTypescript: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import { agent, multiAgent } from '@llamaindex/workflow'
import { anthropic } from '@llamaindex/anthropic'
import { gemini } from '@llamaindex/google'
import { OpenAI, OpenAIEmbedding, openai } from '@llamaindex/openai'
import { Document, IngestionPipeline, RetrieverQueryEngine, Settings, SimpleChatEngine, VectorStoreIndex } from 'llamaindex'

Settings.llm = new OpenAI({ model: 'gpt-4o-mini', maxTokens: 200 })
Settings.embedModel = new OpenAIEmbedding({ model: 'text-embedding-3-small' })

export async function ask(texts: string[]) {
  const index = await VectorStoreIndex.fromDocuments(texts.map((text) => new Document({ text })))
  const engine = index.asQueryEngine()
  await engine.query({ query: 'Why?' })
  await index.asChatEngine().chat({ message: 'Hi' })
  await index.asRetriever({ similarityTopK: 3 }).retrieve({ query: 'Why?' })
  await agent({ llm: anthropic({ model: 'claude-haiku-4-5' }), tools: [] }).run('Hi')
  await multiAgent({ agents: [agent({ llm: openai({ model: 'gpt-4o' }), tools: [] })] }).run('Hi')
  await openai().chat({ messages: [{ role: 'user', content: 'Hi' }] })
  await gemini({ model: 'gemini-2.5-flash' }).complete({ prompt: 'Hi' })
  await new SimpleChatEngine({ llm: new OpenAI({ model: 'gpt-4.1' }) }).chat({ message: 'Hi' })
  await new OpenAIEmbedding().getTextEmbedding('Hi')
}
`,
    sees: [
      { line: 12, call: 'llama-index.fromDocuments', provider: 'openai', model: 'text-embedding-3-small' },
      {
        line: 14,
        call: 'llama-index.asQueryEngine().query',
        model: 'gpt-4o-mini',
        maxOutput: 200,
        input: ['{retrieved context}', 'Why?'],
      },
      { line: 15, call: 'llama-index.asChatEngine().chat', model: 'gpt-4o-mini', input: ['{retrieved context}', 'Hi'] },
      { line: 16, call: 'llama-index.asRetriever().retrieve', model: 'text-embedding-3-small' },
      { line: 17, call: 'llama-index.run', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 18, call: 'llama-index.run', provider: 'openai', model: 'gpt-4o' },
      { line: 19, call: 'llama-index.chat', model: null, usualModel: 'gpt-4o', input: ['user: Hi'] },
      { line: 20, call: 'llama-index.complete', provider: 'google', model: 'gemini-2.5-flash', input: ['Hi'] },
      { line: 21, call: 'llama-index.chat', model: 'gpt-4.1' },
      { line: 22, call: 'llama-index.getTextEmbedding', model: null, usualModel: 'text-embedding-ada-002' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { BaseLLM, type BaseEmbedding, type LLM } from 'llamaindex'
export const ask = (llm: LLM, text: string) => llm.complete({ prompt: text })
export const toVector = (by: BaseEmbedding, text: string) => by.getTextEmbedding(text)
export class Own extends BaseLLM {
  async complete(text: string) {
    return this.chat({ messages: [{ role: 'user', content: text }] })
  }
}
`,
    sees: [
      { line: 3, call: 'llama-index.complete', provider: 'unknown', model: null, input: ['{text}'] },
      { line: 4, call: 'llama-index.getTextEmbedding', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Document, SimpleDirectoryReader, SummaryIndex } from 'llamaindex'
import { engine } from './engine'
const reader = new SimpleDirectoryReader()
await reader.loadData('data')
await SummaryIndex.fromDocuments([])
await engine.query({ query: 'Why?' })
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { openai } from '@ai-sdk/openai'
import { AzureOpenAI } from '@llamaindex/azure'
import { DeepInfra } from '@llamaindex/deepinfra'
import { VercelLLM } from '@llamaindex/vercel'
await new AzureOpenAI({ deployment: process.env.NAME ?? 'gpt-4o' }).complete({ prompt: 'Hi' })
await new DeepInfra({ model: 'meta-llama/Llama-3.3-70B-Instruct' }).chat({ messages: [] })
await new VercelLLM({ model: openai('gpt-4o-mini') }).complete({ prompt: 'Hi' })
`,
    sees: [
      { line: 6, call: 'llama-index.complete', provider: 'azure-openai', model: 'gpt-4o' },
      { line: 7, call: 'llama-index.chat', provider: 'unknown', model: 'meta-llama/Llama-3.3-70B-Instruct' },
      { line: 8, call: 'llama-index.complete', provider: 'openai', model: 'gpt-4o-mini' },
    ],
  },
  {
    // An agent of the older kind that names no model asks the one that is set for all.
    lang: 'typescript',
    code: `
import { Ollama, OpenAI, OpenAIAgent, ReActAgent, Settings } from 'llamaindex'
export async function main(tools) {
  Settings.llm = new OpenAI({ model: 'gpt-4o' })
  await new OpenAIAgent({ tools }).chat({ message: 'Hi' })
  await new ReActAgent({ tools, llm: new Ollama({ model: 'mixtral:8x7b' }) }).chat({ message: 'Hi' })
}
`,
    sees: [
      { line: 5, call: 'llama-index.chat', provider: 'openai', model: 'gpt-4o' },
      { line: 6, call: 'llama-index.chat', provider: 'local', model: 'mixtral:8x7b' },
    ],
  },
  {
    // An index that begins empty embeds nothing.
    lang: 'python',
    code: `
from llama_index.core import VectorStoreIndex
from llama_index.embeddings.openai import OpenAIEmbedding
vectors = OpenAIEmbedding(model="text-embedding-3-small")
VectorStoreIndex([], storage_context=context, embed_model=vectors)
VectorStoreIndex(nodes, embed_model=vectors)
`,
    sees: [{ line: 6, call: 'llama-index.()', provider: 'openai', model: 'text-embedding-3-small' }],
  },
]
