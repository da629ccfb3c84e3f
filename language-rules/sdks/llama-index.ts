// https://developers.llamaindex.ai/python/framework/, https://developers.llamaindex.ai/typescript/framework/
import type { ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { allCalls } from './llama-index/all-calls.ts'
import { calls } from './llama-index/calls.ts'
import { inPython, inTypescript } from './llama-index/examples.ts'
import { models } from './llama-index/models.ts'
import { finds, pieceTokens, puts, splitters } from './llama-index/pieces.ts'
import { retrieving } from './llama-index/retrieving.ts'
import { runners } from './llama-index/runners.ts'
import { unset } from './llama-index/unset.ts'

/** Arguments have a place in Python, and names in an object in TypeScript: what answers is told apart. */
const apart = ({ python, typescript, ...shape }: ClientShape): readonly ClientShape[] => [
  ...(python ? [{ ...shape, python }] : []),
  ...(typescript ? [{ ...shape, typescript, kind: `${shape.kind}-js` }] : []),
]

export const sdk: Sdk = {
  id: 'llama-index',
  words: ['llama_index', "'llamaindex", '"llamaindex', '@llamaindex/'],
  clients: [...models, ...runners, ...splitters].flatMap(apart),
  calls,
  finds,
  puts,
  pieceTokens,
  free: ['metadata', 'persist', 'storage_context.persist', 'class_name', 'as_query_engine()', 'as_retriever()'],
  transparent: ['as_structured_llm()', 'as_agent()'],
}

export const examples: readonly SdkExample[] = [...inPython, ...inTypescript, ...allCalls, ...retrieving, ...unset]
