// https://github.com/run-llama/llama_index/blob/main/llama-index-core/llama_index/core/llms/llm.py
import type { CallShape, Levers } from '../../../core/sdk.ts'
import { settingsEmbedding, settingsLlm } from './runners.ts'

const each = (names: readonly string[], shape: Omit<CallShape, 'path'>, before = ''): readonly CallShape[] =>
  names.map((name) => ({ path: before + name, ...shape }))

const asked = {
  api: 'chat',
  maxOutput: ['max_tokens', 'additionalChatOptions.max_tokens'],
  input: ['[0].content', 'prompt', 'messages', 'chat_history', 'user_msg', 'tools', '[0]'],
} as const satisfies Omit<CallShape, 'path'>
// In TypeScript `[0]` is the object the names are in.
const chat = { ...asked, on: 'llm', input: ['prompt', 'messages', 'tools'] } as const
const question = { api: 'chat', input: ['query', 'message', 'str_or_query_bundle'] } as const satisfies Omit<
  CallShape,
  'path'
>
const embed = { api: 'embed', input: [] } as const satisfies Omit<CallShape, 'path'>

const llm: Levers = { of: ['llm', 'chatModel', 'responseSynthesizer', 'response_synthesizer'], ambient: settingsLlm }
const embedding: Levers = { of: ['embed_model', 'embedModel'], ambient: settingsEmbedding }

const chats = ['chat', 'achat', 'stream_chat', 'astream_chat']
const queries = ['query', 'aquery']
const loop = { max_iterations: { kind: 'agent', default: 20 } } as const

/** A step from the index to what answers, and the methods that then ask. */
const through = (step: string, names: readonly string[], shape: Omit<CallShape, 'path'>, levers: Levers) =>
  each(names, { ...shape, on: 'index', within: { [`${step}()`]: levers } }, `${step}().`)

export const calls: readonly CallShape[] = [
  ...each(['complete', 'acomplete', 'chat', 'achat', 'predict', 'apredict', 'exec'], chat),
  ...each(['stream_complete', 'astream_complete', 'stream_chat', 'astream_chat', 'stream', 'astream'], {
    ...chat,
    stream: true,
  }),
  ...each(['structured_predict', 'astructured_predict', 'chat_with_tools', 'achat_with_tools'], chat),
  ...each(['predict_and_call', 'apredict_and_call'], chat),
  ...each(['stream_structured_predict', 'astream_structured_predict'], { ...chat, stream: true }),
  ...each(['stream_chat_with_tools', 'astream_chat_with_tools'], { ...chat, stream: true }),
  ...each(['get_text_embedding', 'get_query_embedding', 'get_text_embedding_batch'], {
    ...embed,
    on: 'embedding',
    input: ['text', 'query', 'texts'],
  }),
  ...each(['aget_text_embedding', 'aget_query_embedding', 'aget_text_embedding_batch'], {
    ...embed,
    on: 'embedding',
    input: ['text', 'query', 'texts'],
  }),
  ...each(['getTextEmbedding', 'getQueryEmbedding', 'getTextEmbeddings', 'getTextEmbeddingsBatch'], {
    ...embed,
    on: 'embedding',
  }),
  ...each(['run', 'arun'], { ...embed, on: 'embedding' }),
  ...each(['()', 'from_documents', 'fromDocuments', 'init'], {
    ...embed,
    on: 'vectors',
    of: ['embed_model', '[1].embedModel'],
    ambient: settingsEmbedding,
  }),
  ...each(['()', 'from_documents', 'fromDocuments', 'init'], {
    api: 'chat',
    on: 'built',
    input: [],
    of: ['llm', 'service_context'],
    ambient: settingsLlm,
  }),
  ...through('as_query_engine', queries, question, llm),
  ...through('asQueryEngine', ['query'], question, llm),
  ...through('as_chat_engine', chats, question, llm),
  ...through('asChatEngine', ['chat'], question, llm),
  ...through('as_retriever', ['retrieve', 'aretrieve'], embed, embedding),
  ...through('asRetriever', ['retrieve'], embed, embedding),
  ...each(['insert', 'insert_nodes', 'refresh_ref_docs', 'insertNodes'], {
    ...embed,
    on: 'index',
    ambient: settingsEmbedding,
  }),
  ...each([...queries, 'synthesize', 'asynthesize'], { ...question, on: 'engine' }),
  ...each([...chats, 'query'], { ...question, on: ['chat-engine', 'old-agent'] }),
  { path: 'run', on: 'agent', ...asked, input: ['user_msg', 'chat_history'], repeats: loop },
  { path: 'runStream', on: 'agent', ...asked, input: [], stream: true },
  ...each(['postprocess_nodes', 'apostprocess_nodes', 'postprocessNodes'], {
    api: 'rerank',
    on: 'rerank',
    input: ['query_str'],
  }),
  ...each(['postprocess_nodes', 'apostprocess_nodes'], { api: 'chat', on: 'llm-rerank', input: ['query_str'] }),
  ...each(['evaluate', 'aevaluate', 'evaluate_response', 'aevaluate_response'], {
    api: 'chat',
    on: 'evaluator',
    input: ['query', 'response'],
  }),
  ...each(['evaluateResponse'], { api: 'chat', on: 'evaluator', input: ['query'] }),
  ...each(['synthesize', 'asynthesize', 'get_response', 'aget_response'], { ...question, on: 'synthesizer' }),
  ...each(['()', 'acall'], { api: 'chat', on: 'program', input: [] }),
]
