import type { SdkExample } from '../../../core/sdk.ts'

/** The remaining methods, also as coroutines and streams. */
export const allCalls: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from llama_index.core import VectorStoreIndex
from llama_index.core.evaluation import RelevancyEvaluator
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.postprocessor import LLMRerank
from llama_index.core.program import FunctionCallingProgram
from llama_index.core.query_engine import CitationQueryEngine
from llama_index.core.response_synthesizers import TreeSummarize
from llama_index.embeddings.openai import OpenAIEmbedding
from llama_index.llms.openai import OpenAI
llm = OpenAI("gpt-4o")
embedding = OpenAIEmbedding(model="text-embedding-3-small")
index = VectorStoreIndex.from_vector_store(store)
engine = CitationQueryEngine.from_args(index, llm=llm)
evaluator = RelevancyEvaluator(llm=llm)
synthesizer = TreeSummarize(llm=llm)
llm.acomplete(a)
llm.apredict(a)
llm.stream_complete(a)
llm.astream_chat(a)
llm.stream(a)
llm.astream(a)
llm.astructured_predict(a)
llm.stream_structured_predict(a)
llm.astream_structured_predict(a)
llm.chat_with_tools(a)
llm.achat_with_tools(a)
llm.predict_and_call(a)
llm.apredict_and_call(a)
llm.stream_chat_with_tools(a)
llm.astream_chat_with_tools(a)
embedding.get_text_embedding(a)
embedding.get_query_embedding(a)
embedding.aget_text_embedding(a)
embedding.aget_query_embedding(a)
embedding.aget_text_embedding_batch(a)
IngestionPipeline(transformations=[embedding]).arun(documents=a)
index.as_query_engine().aquery(a)
index.as_chat_engine().achat(a)
index.as_chat_engine().stream_chat(a)
index.as_chat_engine().astream_chat(a)
index.as_retriever().aretrieve(a)
index.insert_nodes(a)
index.refresh_ref_docs(a)
engine.aquery(a)
engine.asynthesize(a)
LLMRerank(llm=llm).apostprocess_nodes(a)
evaluator.evaluate(query=a)
evaluator.aevaluate(query=a)
evaluator.aevaluate_response(query=a)
synthesizer.get_response(a)
synthesizer.aget_response(a)
FunctionCallingProgram.from_defaults(output_cls=A, llm=llm).acall(a=a)
`,
    sees: [
      { line: 17, call: 'llama-index.acomplete' },
      { line: 18, call: 'llama-index.apredict' },
      { line: 19, call: 'llama-index.stream_complete' },
      { line: 20, call: 'llama-index.astream_chat' },
      { line: 21, call: 'llama-index.stream' },
      { line: 22, call: 'llama-index.astream' },
      { line: 23, call: 'llama-index.astructured_predict' },
      { line: 24, call: 'llama-index.stream_structured_predict' },
      { line: 25, call: 'llama-index.astream_structured_predict' },
      { line: 26, call: 'llama-index.chat_with_tools' },
      { line: 27, call: 'llama-index.achat_with_tools' },
      { line: 28, call: 'llama-index.predict_and_call' },
      { line: 29, call: 'llama-index.apredict_and_call' },
      { line: 30, call: 'llama-index.stream_chat_with_tools' },
      { line: 31, call: 'llama-index.astream_chat_with_tools' },
      { line: 32, call: 'llama-index.get_text_embedding' },
      { line: 33, call: 'llama-index.get_query_embedding' },
      { line: 34, call: 'llama-index.aget_text_embedding' },
      { line: 35, call: 'llama-index.aget_query_embedding' },
      { line: 36, call: 'llama-index.aget_text_embedding_batch' },
      { line: 37, call: 'llama-index.arun' },
      { line: 38, call: 'llama-index.as_query_engine().aquery' },
      { line: 39, call: 'llama-index.as_chat_engine().achat' },
      { line: 40, call: 'llama-index.as_chat_engine().stream_chat' },
      { line: 41, call: 'llama-index.as_chat_engine().astream_chat' },
      { line: 42, call: 'llama-index.as_retriever().aretrieve' },
      { line: 43, call: 'llama-index.insert_nodes' },
      { line: 44, call: 'llama-index.refresh_ref_docs' },
      { line: 45, call: 'llama-index.aquery' },
      { line: 46, call: 'llama-index.asynthesize' },
      { line: 47, call: 'llama-index.apostprocess_nodes' },
      { line: 48, call: 'llama-index.evaluate' },
      { line: 49, call: 'llama-index.aevaluate' },
      { line: 50, call: 'llama-index.aevaluate_response' },
      { line: 51, call: 'llama-index.get_response' },
      { line: 52, call: 'llama-index.aget_response' },
      { line: 53, call: 'llama-index.acall' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CohereRerank } from '@llamaindex/cohere'
import { OpenAI, OpenAIEmbedding } from '@llamaindex/openai'
import { agent } from '@llamaindex/workflow'
import { RelevancyEvaluator, VectorStoreIndex } from 'llamaindex'
const llm = new OpenAI({ model: 'gpt-4o' })
const embedding = new OpenAIEmbedding()
const index = await VectorStoreIndex.fromVectorStore(store)
llm.exec({ messages })
embedding.getQueryEmbedding(a)
embedding.getTextEmbeddings(a)
embedding.getTextEmbeddingsBatch(a)
VectorStoreIndex.init({ nodes })
index.insertNodes(nodes)
agent({ llm, tools: [] }).runStream('Hi')
new CohereRerank({ apiKey: 'k' }).postprocessNodes(nodes, 'Hi')
new RelevancyEvaluator().evaluateResponse({ query, response })
`,
    sees: [
      { line: 9, call: 'llama-index.exec' },
      { line: 10, call: 'llama-index.getQueryEmbedding' },
      { line: 11, call: 'llama-index.getTextEmbeddings' },
      { line: 12, call: 'llama-index.getTextEmbeddingsBatch' },
      { line: 13, call: 'llama-index.init' },
      { line: 14, call: 'llama-index.insertNodes' },
      { line: 15, call: 'llama-index.runStream' },
      { line: 16, call: 'llama-index.postprocessNodes' },
      { line: 17, call: 'llama-index.evaluateResponse' },
    ],
  },
]
