// https://reference.langchain.com/python/langchain_core/runnables, https://reference.langchain.com/javascript/modules/_langchain_core.runnables.html
import type { CallShape } from '../../../core/sdk.ts'

const streams = ['stream', 'astream', 'astream_events', 'stream_events', 'streamEvents', 'astream_log', 'streamLog']

const batches = ['batch', 'abatch', 'batch_as_completed', 'abatch_as_completed']

const runs = [
  ...['invoke', 'ainvoke'],
  // Before `invoke`: `chain.run(…)`, `chain({…})`, `llm("…")`.
  ...['run', 'arun', 'call', 'acall', '()', 'apply', 'aapply'],
]

const asked = [
  ...[
    'generate',
    'agenerate',
    'generate_prompt',
    'agenerate_prompt',
    'generatePrompt',
    'callPrompt',
    'apply_and_parse',
  ],
  ...[
    'predict',
    'apredict',
    'predict_messages',
    'apredict_messages',
    'predictMessages',
    'predict_and_parse',
    'call_as_llm',
    // https://reference.langchain.com/python/langchain_classic/evaluation
    ...['evaluate', 'evaluate_strings', 'aevaluate_strings', 'evaluate_string_pairs', 'aevaluate_string_pairs'],
  ],
]

const model = { api: 'chat', on: 'model', input: ['[0]', 'input'] } as const satisfies Omit<CallShape, 'path'>

export const agent = {
  api: 'chat',
  on: 'agent',
  input: ['[0].messages', '[0].input', 'input'],
  repeats: { 'config.recursion_limit|[1].recursion_limit|[1].recursionLimit': 'agent' },
} as const satisfies Omit<CallShape, 'path'>

/** https://reference.langchain.com/python/langchain-core/runnables/base/Runnable/batch */
const forEach = { '[0]|inputs': { kind: 'data', items: true } } as const

/** Each way to run it once, or once for each of a list. */
export const ways = (call: Omit<CallShape, 'path'>): readonly CallShape[] => [
  ...runs.map((path): CallShape => ({ path, ...call })),
  ...batches.map((path): CallShape => ({ path, ...call, repeats: { ...call.repeats, ...forEach } })),
  ...streams.map((path): CallShape => ({ path, ...call, stream: true })),
]

const embed = { api: 'embed', on: 'embeddings', input: ['[0]', 'text', 'texts'] } as const satisfies Omit<
  CallShape,
  'path'
>
const store = {
  api: 'embed',
  on: 'store',
  // Whichever argument holds the embeddings.
  of: '*',
  input: ['[0]', 'documents', 'texts', 'query'],
} as const satisfies Omit<CallShape, 'path'>

const retrievers = ['as_retriever()', 'asRetriever()']
const retrieving = [
  'invoke',
  'ainvoke',
  'batch',
  'abatch',
  'get_relevant_documents',
  'aget_relevant_documents',
  'getRelevantDocuments',
]

/** A retriever that is given its store hands it out again. */
const adding = ['add_documents', 'aadd_documents', 'addDocuments'].flatMap((way) => [way, `vectorstore.${way}`])

const stored = [
  ...['from_documents', 'from_texts', 'afrom_documents', 'afrom_texts', 'fromDocuments', 'fromTexts'],
  // Embeds the nodes that have no vector yet.
  'from_existing_graph',
  ...['add_documents', 'aadd_documents', 'add_texts', 'aadd_texts', 'addDocuments', 'search', 'asearch'],
  ...['similarity_search', 'asimilarity_search', 'similaritySearch', 'similaritySearchWithScore'],
  ...['similarity_search_with_score', 'asimilarity_search_with_score'],
  ...['similarity_search_with_relevance_scores', 'asimilarity_search_with_relevance_scores'],
  ...['max_marginal_relevance_search', 'amax_marginal_relevance_search', 'maxMarginalRelevanceSearch'],
  ...retrievers.flatMap((retriever) =>
    [...retrieving, 'add_documents', 'aadd_documents', 'addDocuments'].map((way) => `${retriever}.${way}`),
  ),
]

const indexed = ['from_loaders', 'afrom_loaders', 'from_documents', 'afrom_documents']

const retriever = { api: 'chat', on: 'retriever', input: ['[0]', 'query'] } as const satisfies Omit<CallShape, 'path'>
const rerank = {
  api: 'rerank',
  on: 'rerank',
  input: ['query', '[0]', 'input', 'documents', '[1]'],
} as const satisfies Omit<CallShape, 'path'>

export const calls: readonly CallShape[] = [
  ...ways(model),
  ...asked.map((path): CallShape => ({ path, ...model })),
  ...ways(agent),
  { path: 'iter', ...agent },
  ...['embed_query', 'embed_documents', 'aembed_query', 'aembed_documents', 'embedQuery', 'embedDocuments'].map(
    (path): CallShape => ({ path, ...embed }),
  ),
  ...stored.map((path): CallShape => ({ path, ...store })),
  ...indexed.map((path): CallShape => ({ path, ...store, on: 'index-creator' })),
  ...[...retrieving, ...adding].map((path): CallShape => ({ path, ...store, on: 'stored' })),
  ...['run', 'invoke'].map((path): CallShape => ({ path, api: 'image', on: 'picture', input: ['[0]'] })),
  ...retrieving.map((path): CallShape => ({ path, ...retriever })),
  ...retrieving.map((path): CallShape => ({ path, ...rerank })),
  // One request for each document.
  ...['convert_to_graph_documents', 'aconvert_to_graph_documents', 'process_response', 'aprocess_response'].map(
    (path): CallShape => ({ path, api: 'chat', on: 'graph', input: ['documents', 'document', '[0]'] }),
  ),
  ...['rerank', 'compress_documents', 'acompress_documents', 'compressDocuments'].map(
    (path): CallShape => ({ path, ...rerank }),
  ),
]
