// https://developers.llamaindex.ai/python/framework/module_guides/, https://github.com/run-llama/LlamaIndexTS
import type { ClientShape } from '../../../core/sdk.ts'

const anywhere = (names: readonly string[]) => names.map((name) => `llama_index.**.${name}`)
const made = (names: readonly string[], ...by: readonly string[]) =>
  anywhere(names.flatMap((name) => [name, ...by.map((method) => `${name}.${method}`)]))

const settings = (name: string, typescript: string) => [
  `llama_index.core.Settings.${name}`,
  `llama_index.core.settings.Settings.${name}`,
  `llamaindex#Settings.${typescript}`,
  `@llamaindex/core/global#Settings.${typescript}`,
]

/** What answers where nothing is given: https://developers.llamaindex.ai/python/framework/module_guides/supporting_modules/settings/ */
export const settingsLlm = [
  ...settings('llm', 'llm'),
  'llama_index.core.set_global_service_context([0])',
  'llama_index.set_global_service_context([0])',
]
export const settingsEmbedding = settings('embed_model', 'embedModel')

/** https://github.com/run-llama/llama_index/blob/main/llama-index-core/llama_index/core/llms/utils.py (`resolve_llm`) */
export const unsetLlm = { python: 'llama_index.llms.openai.OpenAI' } as const
/** https://github.com/run-llama/llama_index/blob/main/llama-index-core/llama_index/core/embeddings/utils.py (`resolve_embed_model`) */
export const unsetEmbedding = {
  python: 'llama_index.embeddings.openai.OpenAIEmbedding',
  unless: 'service_context',
} as const

const byLlm = { ambient: settingsLlm, unset: unsetLlm } as const

/** Indices that are built by a model, and read by one. */
const builtByLlm = [
  'KeywordTableIndex',
  'TreeIndex',
  'DocumentSummaryIndex',
  'KnowledgeGraphIndex',
  'PropertyGraphIndex',
]
const indices = [
  'VectorStoreIndex',
  'GPTVectorStoreIndex',
  'MultiModalVectorStoreIndex',
  'SummaryIndex',
  'ListIndex',
  ...builtByLlm,
]

const engines = [
  ...['RetrieverQueryEngine', 'SubQuestionQueryEngine', 'RouterQueryEngine', 'ToolRetrieverRouterQueryEngine'],
  ...[
    'CitationQueryEngine',
    'MultiStepQueryEngine',
    'TransformQueryEngine',
    'RetryQueryEngine',
    'RetrySourceQueryEngine',
  ],
  ...['FLAREInstructQueryEngine', 'KnowledgeGraphQueryEngine', 'PandasQueryEngine', 'JSONalyzeQueryEngine'],
  ...['NLSQLTableQueryEngine', 'SQLTableRetrieverQueryEngine', 'PGVectorSQLQueryEngine', 'SQLAutoVectorQueryEngine'],
  ...['SQLJoinQueryEngine', 'SimpleMultiModalQueryEngine'],
]
const chats = ['SimpleChatEngine', 'ContextChatEngine', 'CondenseQuestionChatEngine', 'CondensePlusContextChatEngine']
const evaluators = [
  ...[
    'FaithfulnessEvaluator',
    'RelevancyEvaluator',
    'CorrectnessEvaluator',
    'GuidelineEvaluator',
    'PairwiseComparisonEvaluator',
  ],
  ...['AnswerRelevancyEvaluator', 'ContextRelevancyEvaluator'],
]

const inTypescript = (names: readonly string[], ...by: readonly string[]) =>
  names.flatMap((name) => [`llamaindex#${name}`, ...by.map((method) => `llamaindex#${name}.${method}`)])

export const runners: readonly ClientShape[] = [
  {
    python: ['llama_index.core.Settings.llm', 'llama_index.core.settings.Settings.llm'],
    module: true,
    kind: 'llm',
    ...byLlm,
  },
  {
    typescript: ['llamaindex#Settings.llm', '@llamaindex/core/global#Settings.llm'],
    module: true,
    kind: 'llm',
    ...byLlm,
  },
  {
    python: ['llama_index.core.Settings.embed_model', 'llama_index.core.settings.Settings.embed_model'],
    typescript: ['llamaindex#Settings.embedModel'],
    module: true,
    kind: 'embedding',
    ambient: settingsEmbedding,
  },
  { python: made(['ServiceContext'], 'from_defaults'), kind: 'context', of: 'llm' },
  // Making an index of vectors embeds, and is itself what is billed; what is made answers questions.
  {
    python: anywhere(['VectorStoreIndex', 'GPTVectorStoreIndex', 'MultiModalVectorStoreIndex']),
    typescript: ['llamaindex#VectorStoreIndex'],
    module: true,
    kind: 'vectors',
  },
  { python: anywhere(builtByLlm), typescript: inTypescript(['KeywordTableIndex']), module: true, kind: 'built' },
  {
    python: [
      ...made(indices, 'from_documents', 'from_vector_store', 'from_existing'),
      ...anywhere(['load_index_from_storage']),
    ],
    typescript: inTypescript(
      ['VectorStoreIndex', 'SummaryIndex', 'KeywordTableIndex'],
      'fromDocuments',
      'init',
      'fromVectorStore',
    ),
    kind: 'index',
    of: 'service_context',
  },
  {
    python: made(engines, 'from_args', 'from_defaults'),
    typescript: inTypescript(['RetrieverQueryEngine', 'SubQuestionQueryEngine', 'RouterQueryEngine'], 'fromDefaults'),
    kind: 'engine',
    of: ['llm', 'service_context', 'response_synthesizer', 'query_engine'],
    retrieves: ['retriever', '[0].retriever'],
    ...byLlm,
  },
  {
    python: made(chats, 'from_defaults'),
    typescript: inTypescript(['SimpleChatEngine', 'ContextChatEngine', 'CondenseQuestionChatEngine']),
    kind: 'chat-engine',
    of: ['llm', 'chatModel', 'service_context', 'query_engine', 'queryEngine'],
    retrieves: 'retriever',
    ...byLlm,
  },
  // https://github.com/run-llama/llama_index/blob/main/llama-index-core/llama_index/core/agent/workflow/base_agent.py
  {
    python: [
      ...made(['FunctionAgent', 'CodeActAgent', 'ReActAgent']),
      ...made(['AgentWorkflow'], 'from_tools_or_functions'),
    ],
    typescript: ['agent', 'multiAgent'].flatMap((name) => [`llamaindex#${name}`, `@llamaindex/workflow#${name}`]),
    kind: 'agent',
    of: ['llm', 'agents'],
    input: ['system_prompt', 'systemPrompt', 'tools'],
    ...byLlm,
  },
  {
    python: [
      ...made(['ReActAgent', 'OpenAIAgent', 'FunctionCallingAgent'], 'from_tools', 'from_llm').filter(
        (name) => !name.endsWith('.ReActAgent'),
      ),
      ...made(
        ['AgentRunner', 'ReActAgentWorker', 'FunctionCallingAgentWorker', 'OpenAIAgentWorker'],
        'from_tools',
        'from_llm',
      ),
    ],
    kind: 'old-agent',
    of: ['llm', 'agent_worker', '[0]'],
    input: ['system_prompt', 'tools'],
    repeats: { 'max_iterations|max_function_calls': 'agent' },
    ...byLlm,
  },
  {
    typescript: [
      ...inTypescript(['OpenAIAgent', 'AnthropicAgent', 'ReActAgent', 'LLMAgent']),
      ...['@llamaindex/openai#OpenAIAgent', '@llamaindex/anthropic#AnthropicAgent', '@llamaindex/ollama#OllamaAgent'],
    ],
    kind: 'old-agent',
    of: 'llm',
    input: ['systemPrompt', 'tools'],
    repeats: { 'max_iterations|max_function_calls': 'agent' },
    ...byLlm,
  },
  {
    python: anywhere(['CohereRerank']),
    typescript: ['@llamaindex/cohere#CohereRerank'],
    kind: 'rerank',
    provider: 'cohere',
    model: 'model',
  },
  {
    python: anywhere(['JinaRerank']),
    typescript: ['llamaindex#JinaAIReranker'],
    kind: 'rerank',
    provider: 'jina',
    model: 'model',
  },
  { python: anywhere(['VoyageAIRerank']), kind: 'rerank', provider: 'voyage', model: 'model' },
  { python: anywhere(['AWSBedrockRerank']), kind: 'rerank', provider: 'bedrock', model: 'rerank_model_name' },
  {
    python: anywhere(['LLMRerank', 'RankGPTRerank', 'StructuredLLMRerank']),
    kind: 'llm-rerank',
    of: ['llm', 'service_context'],
    ...byLlm,
  },
  // It embeds only where one of its stages does.
  {
    python: anywhere(['IngestionPipeline']),
    typescript: ['llamaindex#IngestionPipeline'],
    kind: 'embedding',
    of: 'transformations',
    passes: true,
  },
  {
    python: made(evaluators),
    typescript: inTypescript(['FaithfulnessEvaluator', 'RelevancyEvaluator', 'CorrectnessEvaluator']),
    kind: 'evaluator',
    of: ['llm', 'service_context'],
    ...byLlm,
  },
  {
    python: [...anywhere(['get_response_synthesizer']), ...made(['TreeSummarize', 'Refine', 'CompactAndRefine'])],
    typescript: ['llamaindex#getResponseSynthesizer'],
    kind: 'synthesizer',
    of: ['llm', 'service_context', '[1].llm'],
    ...byLlm,
  },
  {
    python: made(['LLMTextCompletionProgram', 'FunctionCallingProgram', 'OpenAIPydanticProgram'], 'from_defaults'),
    kind: 'program',
    of: 'llm',
    input: ['prompt_template_str'],
    ...byLlm,
  },
]
