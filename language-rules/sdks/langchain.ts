// https://docs.langchain.com/oss/python/langchain/overview, https://docs.langchain.com/oss/javascript/langchain/overview
import type { Sdk } from '../../core/sdk.ts'
import { calls } from './langchain/calls.ts'
import { agents, chains, middleware, prompts } from './langchain/chains.ts'
import { chosenExamples } from './langchain/examples-chosen.ts'
import { inPythonCode } from './langchain/examples-python.ts'
import { inTypeScriptCode } from './langchain/examples-typescript.ts'
import { unseen } from './langchain/examples-unseen.ts'
import { embeddings, models, pictures, rerankers } from './langchain/models.ts'
import { finds, puts, splitters } from './langchain/pieces.ts'
import { retrieving } from './langchain/retrieving.ts'
import { stores } from './langchain/stores.ts'

const dressings = [
  'bindTools()',
  ...['with_structured_output()', 'withStructuredOutput()', 'with_fallbacks()', 'withFallbacks()', 'with_retry()'],
  ...['withRetry()', 'with_types()', 'with_listeners()', 'withListeners()', 'pipe()', 'assign()', 'pick()', 'map()'],
]

// https://reference.langchain.com/python/langchain_core/runnables/#langchain_core.runnables.base.RunnableSerializable.configurable_fields
const chosen = ['configurable_fields()', 'configurable_alternatives()']

const steps: Sdk['steps'] = {
  ...Object.fromEntries(
    ['bind_tools', 'bindTools', 'bind_functions'].map((name) => [name, { tools: ['[0]', 'tools', 'functions'] }]),
  ),
  ...Object.fromEntries(
    ['with_structured_output', 'withStructuredOutput'].map((name) => [name, { schema: ['[0]', 'schema'] }]),
  ),
  bind: { input: ['tools', 'functions', 'response_format'] },
}

export const sdk: Sdk = {
  id: 'langchain',
  words: [
    ...['from langchain', 'import langchain', ', langchain', 'from deepagents', 'import deepagents'],
    ...['from mcp_use', 'import mcp_use'],
    ...["'@langchain/", '"@langchain/', "'langchain", '"langchain', "'deepagents", '"deepagents'],
  ],
  clients: [
    ...models,
    ...embeddings,
    ...rerankers,
    ...pictures,
    ...stores,
    ...chains,
    ...agents,
    ...middleware,
    ...prompts,
    ...splitters,
  ],
  calls,
  finds,
  puts,
  free: [
    ...['get_num_tokens', 'get_num_tokens_from_messages', 'getNumTokens', 'get_graph', 'getGraph', 'get_prompts'],
    ...['as_retriever', 'asRetriever', 'similarity_search_by_vector', 'similaritySearchVectorWithScore'],
    ...['delete', 'save_local', 'add_embeddings', 'addVectors', 'as_tool', 'asTool', 'get_state', 'getState'],
  ],
  transparent: [
    ...['bind()', 'bind_tools()', 'bind_functions()', 'with_config()', 'withConfig()'],
    // A chain's own model.
    ...['llm', 'llm_chain', 'llmChain'],
    ...[...chosen, ...dressings],
  ],
  silent: [...dressings, ...chosen],
  steps,
  chosen,
}

export const examples = [...inPythonCode, ...inTypeScriptCode, ...retrieving, ...unseen, ...chosenExamples]
