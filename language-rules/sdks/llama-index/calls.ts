// https://github.com/run-llama/llama_index/blob/main/llama-index-core/llama_index/core/llms/llm.py
import type { CallShape, Levers } from '../../../core/sdk.ts'
import { settingsEmbedding, settingsLlm, unsetEmbedding, unsetLlm } from './runners.ts'

const each = (names: readonly string[], shape: Omit<CallShape, 'path'>, before = ''): readonly CallShape[] =>
  names.map((name) => ({ path: before + name, ...shape }))

const maxOutput = ['max_tokens', 'additionalChatOptions.max_tokens'] as const
const chat = {
  api: 'chat',
  on: 'llm',
  maxOutput,
  input: ['prompt', 'messages', 'chat_history', 'user_msg', '[0]', 'tools'],
} as const satisfies Omit<CallShape, 'path'>
const chatInJs = { ...chat, on: 'llm-js', input: ['prompt', 'messages', 'tools'] } as const
const question = {
  api: 'chat',
  input: ['query', 'message', 'str_or_query_bundle', '[0]'],
} as const satisfies Omit<CallShape, 'path'>
const questionInJs = { api: 'chat', input: ['query', 'message'] } as const satisfies Omit<CallShape, 'path'>
const embed = { api: 'embed', input: [] } as const satisfies Omit<CallShape, 'path'>

const llm: Levers = {
  of: ['llm', 'chatModel', 'responseSynthesizer', 'response_synthesizer'],
  ambient: settingsLlm,
  unset: unsetLlm,
}
const embedding: Levers = { of: ['embed_model', 'embedModel'], ambient: settingsEmbedding }

const chats = ['chat', 'achat', 'stream_chat', 'astream_chat']
const queries = ['query', 'aquery']
const loop = { max_iterations: { kind: 'agent', default: 20 } } as const

/** A step from the index to what answers, and the methods that then ask. */
const through = (on: string, step: string, names: readonly string[], shape: Omit<CallShape, 'path'>, levers: Levers) =>
  each(names, { ...shape, on, within: { [`${step}()`]: levers } }, `${step}().`)

const toVectors = {
  ...embed,
  of: ['embed_model', '[1].embedModel'],
  ambient: settingsEmbedding,
  unset: unsetEmbedding,
} as const
const toBuild = {
  api: 'chat',
  input: [],
  of: ['llm', 'service_context'],
  ambient: settingsLlm,
  unset: unsetLlm,
} as const

const inPython: readonly CallShape[] = [
  ...each(['complete', 'acomplete', 'chat', 'achat', 'predict', 'apredict'], chat),
  ...each(['stream_complete', 'astream_complete', 'stream_chat', 'astream_chat', 'stream', 'astream'], {
    ...chat,
    stream: true,
  }),
  // The type of the answer comes first, then the template.
  ...each(['structured_predict', 'astructured_predict'], {
    ...chat,
    input: ['prompt', '[1]'],
    schema: ['output_cls', '[0]'],
  }),
  ...each(['stream_structured_predict', 'astream_structured_predict'], {
    ...chat,
    input: ['prompt', '[1]'],
    schema: ['output_cls', '[0]'],
    stream: true,
  }),
  ...each(['chat_with_tools', 'achat_with_tools', 'predict_and_call', 'apredict_and_call'], {
    ...chat,
    input: ['tools', '[0]', 'user_msg', '[1]', 'chat_history'],
  }),
  ...each(['stream_chat_with_tools', 'astream_chat_with_tools'], {
    ...chat,
    input: ['tools', '[0]', 'user_msg', '[1]', 'chat_history'],
    stream: true,
  }),
  ...['', 'a'].flatMap((before) =>
    each(
      ['get_text_embedding', 'get_query_embedding', 'get_text_embedding_batch'],
      { ...embed, on: 'embedding', input: ['text', 'query', 'texts', '[0]'] },
      before,
    ),
  ),
  ...each(['run', 'arun'], { ...embed, on: 'embedding' }),
  ...each(['()'], { ...toVectors, on: 'vectors', unlessEmpty: ['nodes', '[0]'] }),
  ...each(['from_documents'], { ...toVectors, on: 'vectors' }),
  ...each(['()', 'from_documents'], { ...toBuild, on: 'built' }),
  ...through('index', 'as_query_engine', queries, question, llm),
  ...through('index', 'as_chat_engine', chats, question, llm),
  ...through('index', 'as_retriever', ['retrieve', 'aretrieve'], { ...embed, input: ['[0]'] }, embedding),
  ...each(['insert', 'insert_nodes', 'refresh_ref_docs'], { ...embed, on: 'index', ambient: settingsEmbedding }),
  ...each([...queries, 'synthesize', 'asynthesize'], { ...question, on: 'engine' }),
  ...each([...chats, 'query'], { ...question, on: ['chat-engine', 'old-agent'] }),
  { path: 'run', ...chat, on: 'agent', input: ['user_msg', 'chat_history', '[0]'], repeats: loop },
  ...each(['postprocess_nodes', 'apostprocess_nodes'], { api: 'rerank', on: 'rerank', input: ['query_str'] }),
  ...each(['postprocess_nodes', 'apostprocess_nodes'], { api: 'chat', on: 'llm-rerank', input: ['query_str'] }),
  ...each(['evaluate', 'aevaluate', 'evaluate_response', 'aevaluate_response'], {
    api: 'chat',
    on: 'evaluator',
    input: ['query', 'response'],
  }),
  ...each(['synthesize', 'asynthesize', 'get_response', 'aget_response'], { ...question, on: 'synthesizer' }),
  ...each(['()', 'acall'], { api: 'chat', on: 'program', input: [] }),
]

const inTypescript: readonly CallShape[] = [
  ...each(['complete', 'chat', 'exec'], { ...chatInJs, stream: 'stream' }),
  ...each(['getTextEmbedding', 'getQueryEmbedding', 'getTextEmbeddings', 'getTextEmbeddingsBatch'], {
    ...embed,
    on: 'embedding-js',
    input: ['[0]'],
  }),
  { path: 'run', ...embed, on: 'embedding-js' },
  ...each(['fromDocuments', 'init'], { ...toVectors, on: 'vectors-js' }),
  ...each(['fromDocuments', 'init'], { ...toBuild, on: 'built-js' }),
  ...through('index-js', 'asQueryEngine', ['query'], questionInJs, llm),
  ...through('index-js', 'asChatEngine', ['chat'], questionInJs, llm),
  ...through('index-js', 'asRetriever', ['retrieve'], { ...embed, input: ['query'] }, embedding),
  ...each(['insert', 'insertNodes'], { ...embed, on: 'index-js', ambient: settingsEmbedding }),
  { path: 'query', on: 'engine-js', ...questionInJs },
  { path: 'chat', on: ['chat-engine-js', 'old-agent-js'], ...questionInJs },
  { path: 'run', on: 'agent-js', api: 'chat', maxOutput, input: ['[0]'] },
  { path: 'runStream', on: 'agent-js', api: 'chat', maxOutput, input: ['[0]'], stream: true },
  { path: 'postprocessNodes', on: 'rerank-js', api: 'rerank', input: ['[1]'] },
  ...each(['evaluate', 'evaluateResponse'], { api: 'chat', on: 'evaluator-js', input: ['query', 'response'] }),
  { path: 'synthesize', on: 'synthesizer-js', ...questionInJs },
]

export const calls: readonly CallShape[] = [...inPython, ...inTypescript]
