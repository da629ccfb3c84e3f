import type { SdkExample } from '../../../core/sdk.ts'

const model = 'gpt-5.6-terra'

/** Nothing is given and nothing is set: what the library makes for itself, unless it may have been given some other way. */
export const unset: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import asyncio
from llama_index.core import VectorStoreIndex, SimpleDirectoryReader
from llama_index.core.agent.workflow import AgentWorkflow, FunctionAgent
from llama_index.core.evaluation import FaithfulnessEvaluator
from llama_index.core.query_engine import RetrieverQueryEngine

documents = SimpleDirectoryReader("data").load_data()
index = VectorStoreIndex.from_documents(documents)
index.as_query_engine(similarity_top_k=3).query("Why?")
index.as_chat_engine().chat("Hi")
agent = FunctionAgent(tools=[look], system_prompt="Help.")
async def main():
    await agent.run("Why?")
    await AgentWorkflow(agents=[agent], root_agent="agent").run(user_msg="Hi")
def ask(engine: RetrieverQueryEngine, llm, index: VectorStoreIndex, **options):
    engine.query("Why?")
    index.as_query_engine(llm=llm).query("Why?")
    index.as_query_engine(llm).query("Why?")
    index.as_query_engine(**options).query("Why?")
    index.as_query_engine().query("Why?")
    FaithfulnessEvaluator(llm).evaluate_response(response=a)
    FaithfulnessEvaluator().evaluate_response(response=a)
VectorStoreIndex.from_documents(documents, service_context=options)
asyncio.run(main())
ask(engine, llm, index, **config)
def helper(index: VectorStoreIndex):
    return index.as_query_engine().query("Why?")
`,
    sees: [
      { line: 9, call: 'llama-index.from_documents', provider: 'openai', usualModel: 'text-embedding-ada-002' },
      { line: 10, call: 'llama-index.as_query_engine().query', provider: 'openai', model: null, usualModel: model },
      { line: 11, call: 'llama-index.as_chat_engine().chat', provider: 'openai', usualModel: model },
      { line: 14, call: 'llama-index.run', provider: 'openai', usualModel: model },
      { line: 15, call: 'llama-index.run', provider: 'openai', usualModel: model },
      { line: 17, call: 'llama-index.query', provider: 'unknown' },
      { line: 18, call: 'llama-index.as_query_engine().query', provider: 'unknown' },
      { line: 19, call: 'llama-index.as_query_engine().query', provider: 'unknown' },
      { line: 20, call: 'llama-index.as_query_engine().query', provider: 'unknown' },
      { line: 21, call: 'llama-index.as_query_engine().query', provider: 'openai', usualModel: model },
      { line: 22, call: 'llama-index.evaluate_response', provider: 'unknown' },
      { line: 23, call: 'llama-index.evaluate_response', provider: 'openai', usualModel: model },
      { line: 24, call: 'llama-index.from_documents', provider: 'unknown' },
      { line: 28, call: 'llama-index.as_query_engine().query', provider: 'unknown' },
    ],
  },
]
