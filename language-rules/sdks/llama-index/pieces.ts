// What cuts texts, and what finds them again:
// https://developers.llamaindex.ai/python/framework/module_guides/loading/node_parsers/modules/,
// https://github.com/run-llama/llama_index/blob/main/llama-index-core/llama_index/core/node_parser/text/sentence.py,
// https://github.com/run-llama/LlamaIndexTS/blob/main/packages/core/src/node-parser/sentence-splitter.ts
import type { ClientShape, Finds } from '../../../core/sdk.ts'

const names = ['SentenceSplitter', 'TokenTextSplitter', 'SimpleNodeParser']

export const splitters: readonly ClientShape[] = [
  {
    python: names.flatMap((name) => [`llama_index.**.${name}`, `llama_index.**.${name}.from_defaults`]),
    typescript: names.flatMap((name) => [`llamaindex#${name}`, `@llamaindex/core/node-parser#${name}`]),
    kind: 'splitter',
    pieces: { size: ['chunk_size', 'chunkSize', '[0]'], unit: 'token' },
  },
]

const top = { many: ['similarity_top_k', 'similarityTopK', 'top_k', '[0].similarityTopK'] } as const

const given = { by: '[0].retriever' } as const

export const finds: Readonly<Record<string, Finds>> = {
  VectorIndexRetriever: top,
  as_query_engine: { ...top, answers: true },
  // https://github.com/run-llama/LlamaIndexTS/blob/main/packages/llamaindex/src/indices/vectorStore/index.ts
  asQueryEngine: { ...top, ...given, answers: true },
  as_chat_engine: { ...top, answers: true },
  asChatEngine: { ...top, ...given, answers: true },
}

export const puts = ['insert_nodes', 'insertNodes', 'insert']

/** https://developers.llamaindex.ai/python/framework/module_guides/supporting_modules/settings/ */
export const pieceTokens = [
  ...['chunk_size', 'node_parser', 'text_splitter'].flatMap((name) => [
    `llama_index.core.Settings.${name}`,
    `llama_index.core.settings.Settings.${name}`,
  ]),
  ...['chunkSize', 'nodeParser'].flatMap((name) => [
    `llamaindex#Settings.${name}`,
    `@llamaindex/core/global#Settings.${name}`,
  ]),
]
