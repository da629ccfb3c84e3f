// https://developers.llamaindex.ai/python/framework/, https://developers.llamaindex.ai/typescript/framework/
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { calls } from './llama-index/calls.ts'
import { inPython, inTypescript } from './llama-index/examples.ts'
import { models } from './llama-index/models.ts'
import { runners } from './llama-index/runners.ts'

export const sdk: Sdk = {
  id: 'llama-index',
  words: ['llama_index', "'llamaindex", '"llamaindex', '@llamaindex/'],
  clients: [...models, ...runners],
  calls,
  free: ['metadata', 'persist', 'storage_context.persist', 'class_name', 'as_query_engine()', 'as_retriever()'],
  transparent: ['as_structured_llm()'],
}

export const examples: readonly SdkExample[] = [...inPython, ...inTypescript]
