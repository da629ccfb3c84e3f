// https://reference.langchain.com/python/langchain_classic/chains, https://reference.langchain.com/python/langchain/agents
import type { ClientShape } from '../../../core/sdk.ts'
import { limited, named } from './models.ts'
import { inPython, inTypeScript } from './names.ts'

const made = (names: readonly string[], ways: readonly string[]): readonly string[] =>
  names.flatMap((name) => [name, ...ways.map((way) => `${name}.${way}`)])

const classes = [
  ...['LLMChain', 'ConversationChain', 'ConversationalRetrievalChain', 'ConversationalRetrievalQAChain', 'RetrievalQA'],
  ...['RetrievalQAChain', 'RetrievalQAWithSourcesChain', 'VectorDBQA', 'VectorDBQAChain', 'VectorDBQAWithSourcesChain'],
  ...[
    'ChatVectorDBChain',
    'ChatVectorDBQAChain',
    'QAWithSourcesChain',
    'QAGenerationChain',
    'APIChain',
    'OpenAPIEndpointChain',
  ],
  ...['GraphCypherQAChain', 'GraphQAChain', 'GraphSparqlQAChain', 'LLMMathChain', 'LLMCheckerChain', 'LLMRouterChain'],
  ...[
    'LLMSummarizationCheckerChain',
    'MultiPromptChain',
    'MultiRetrievalQAChain',
    'NatBotChain',
    'ConstitutionalChain',
  ],
  ...['SQLDatabaseChain', 'SqlDatabaseChain', 'FlareChain', 'LLMRequestsChain', 'QAEvalChain', 'CriteriaEvalChain'],
]

const functions = [
  ...['create_stuff_documents_chain', 'createStuffDocumentsChain', 'load_summarize_chain', 'loadSummarizationChain'],
  ...['load_qa_chain', 'loadQAChain', 'loadQAStuffChain', 'loadQAMapReduceChain', 'loadQARefineChain'],
  ...['load_qa_with_sources_chain', 'create_sql_query_chain', 'createSqlQueryChain', 'create_history_aware_retriever'],
  ...['createHistoryAwareRetriever', 'create_citation_fuzzy_match_chain', 'create_qa_with_sources_chain'],
  // Agents of `AgentExecutor`: one step each.
  ...['create_react_agent', 'create_tool_calling_agent', 'createToolCallingAgent', 'create_openai_tools_agent'],
  ...['createOpenAIToolsAgent', 'create_openai_functions_agent', 'createOpenAIFunctionsAgent', 'create_xml_agent'],
  ...['createXmlAgent', 'create_structured_chat_agent', 'createStructuredChatAgent', 'create_json_chat_agent'],
  ...['create_self_ask_with_search_agent', 'createReactAgent', 'create_cohere_react_agent'],
]

const schemaFirst = [
  ...[
    'create_extraction_chain',
    'create_extraction_chain_pydantic',
    'create_tagging_chain',
    'create_tagging_chain_pydantic',
  ],
  ...['create_structured_output_runnable', 'create_openai_fn_runnable', 'createExtractionChain', 'createTaggingChain'],
  ...['create_structured_output_chain', 'create_openai_fn_chain', 'createStructuredOutputChain'],
  ...[
    'createExtractionChainFromZod',
    'createTaggingChainFromZod',
    'createOpenAIFnRunnable',
    'createStructuredOutputRunnable',
  ],
]

const documents = [
  ...['StuffDocumentsChain', 'MapReduceDocumentsChain', 'MapRerankDocumentsChain', 'RefineDocumentsChain'],
  ...['ReduceDocumentsChain', 'AnalyzeDocumentChain', 'MapReduceChain', 'SequentialChain', 'SimpleSequentialChain'],
]

/** Other runnables inside: of nothing but functions and retrievers they cost nothing. */
const passing = [
  ...[
    'RunnableSequence',
    'RunnableSequence.from',
    'RunnableParallel',
    'RunnableParallel.from',
    'RunnableMap',
    'RunnableMap.from',
  ],
  ...[
    'RunnableBranch',
    'RunnableBranch.from',
    'RunnableWithMessageHistory',
    'RunnableWithFallbacks',
    'RunnablePassthrough.assign',
  ],
  ...['RunnableAssign', 'RunnableEach', 'RunnableBinding', 'RunnableRetry', 'RouterRunnable'],
]

export const chains: readonly ClientShape[] = [
  {
    ...limited,
    python: inPython(
      made(classes, ['from_llm', 'from_chain_type', 'from_string', 'from_llm_and_api_docs', 'from_prompts']),
      // https://docs.langchain.com/oss/python/integrations/graphs: each graph's chain is in its own package now.
      ['langchain_neo4j', 'langchain_aws', 'langchain_arangodb'],
    ),
    typescript: inTypeScript(
      made(classes, ['fromLLM', 'fromLLMAndPrompts', 'fromLLMAndRetrievers', 'fromLLMAndAPIDocs']),
    ),
    kind: 'model',
    // A graph's chain may have one that writes the query and one that answers.
    of: ['llm', 'llm_chain', 'llmChain', 'cypher_llm&qa_llm', 'default_chain', '[0]'],
    // In `chain_type_kwargs` of Python's, in the last argument of TypeScript's.
    with: ['prompt', 'chain_type_kwargs.prompt', '[2].prompt', '[1]'],
    retrieves: ['retriever', 'vectorstore'],
  },
  {
    ...limited,
    python: inPython(functions, ['langchain_cohere']),
    typescript: inTypeScript(functions),
    kind: 'model',
    of: ['llm', '[0]'],
    with: '*',
  },
  {
    python: inPython(schemaFirst),
    typescript: inTypeScript(schemaFirst),
    kind: 'model',
    of: ['llm', '[1]'],
    with: '*',
  },
  { python: inPython(documents), typescript: inTypeScript(documents), kind: 'model', of: '*' },
  {
    python: inPython(['create_retrieval_chain']),
    typescript: inTypeScript(['createRetrievalChain']),
    kind: 'model',
    of: ['combine_docs_chain', 'combineDocsChain', '[1]'],
    retrieves: ['retriever', '[0]'],
  },
  { python: inPython(passing), typescript: inTypeScript(passing), kind: 'model', of: '*', with: '*', passes: true },
  {
    python: inPython(['MultiQueryRetriever.from_llm', 'SelfQueryRetriever.from_llm', 'WebResearchRetriever.from_llm']),
    typescript: inTypeScript(['MultiQueryRetriever.fromLLM', 'SelfQueryRetriever.fromLLM', 'HydeRetriever']),
    kind: 'retriever',
    of: ['llm', '[0]'],
  },
  {
    python: inPython(made(['LLMChainExtractor', 'LLMChainFilter', 'LLMListwiseRerank'], ['from_llm'])),
    typescript: inTypeScript(['LLMChainExtractor.fromLLM']),
    kind: 'retriever',
    of: ['llm', '[0]'],
  },
  // What it finds it hands to a model, or to a reranker.
  ...(['retriever', 'rerank'] as const).map(
    (kind): ClientShape => ({
      python: inPython(['ContextualCompressionRetriever']),
      typescript: inTypeScript(['ContextualCompressionRetriever']),
      kind,
      of: ['base_compressor', 'baseCompressor', '[0]'],
      passes: true,
    }),
  ),
  {
    ...limited,
    python: inPython(['LLMGraphTransformer']),
    typescript: inTypeScript(['LLMGraphTransformer']),
    kind: 'graph',
    of: ['llm', '[0]'],
    with: 'prompt',
  },
]

const executors = [
  ...[
    'create_sql_agent',
    'create_pandas_dataframe_agent',
    'create_csv_agent',
    'create_json_agent',
    'create_openapi_agent',
  ],
  ...['create_spark_sql_agent', 'create_spark_dataframe_agent', 'create_vectorstore_agent', 'create_python_agent'],
  ...['create_conversational_retrieval_agent', 'createSqlAgent', 'createJsonAgent'],
  ...['createOpenApiAgent', 'createVectorStoreAgent', 'createConversationalRetrievalAgent'],
]

// `AgentExecutor.max_iterations = 15`, `maxIterations = 15`
const turns = { kind: 'agent', default: 15 } as const

const agent: ClientShape = {
  ...limited,
  kind: 'agent',
  model: ['model', 'llm', '[0]'],
  id: 'provider:model',
  input: ['system_prompt', 'systemPrompt', 'instructions', 'prompt'],
  tools: ['tools', '[1]'],
  schema: ['response_format', 'responseFormat'],
  with: 'middleware',
}

export const agents: readonly ClientShape[] = [
  ...named(
    {
      ...agent,
      python: [
        ...inPython(['create_agent']),
        'deepagents.**.create_deep_agent',
        'deepagents.**.async_create_deep_agent',
      ],
      typescript: [...inTypeScript(['createAgent']), 'deepagents#createDeepAgent'],
    },
    'model|[0]',
  ),
  {
    python: inPython(made(['AgentExecutor'], ['from_agent_and_tools'])),
    typescript: inTypeScript(made(['AgentExecutor'], ['fromAgentAndTools'])),
    kind: 'agent',
    of: ['agent', '[0]'],
    input: ['tools'],
    repeats: { 'max_iterations|maxIterations': turns },
  },
  // https://github.com/mcp-use/mcp-use-python/blob/main/mcp_use/agents/mcpagent.py: an agent of LangChain's models with the tools of a server
  {
    python: 'mcp_use.**.MCPAgent',
    kind: 'agent',
    of: 'llm',
    input: ['system_prompt'],
    repeats: { max_steps: { kind: 'agent', default: 5 } },
  },
  {
    python: inPython(['initialize_agent']),
    typescript: inTypeScript(['initializeAgentExecutorWithOptions', 'initializeAgentExecutor']),
    kind: 'agent',
    of: ['llm', '[1]'],
    repeats: { 'max_iterations|[2].maxIterations': turns },
  },
  {
    python: inPython(executors),
    typescript: inTypeScript(executors),
    kind: 'agent',
    of: ['llm', '[0]'],
    repeats: { 'max_iterations|maxIterations': turns },
  },
]

/** https://docs.langchain.com/oss/python/langchain/middleware/built-in */
export const middleware: readonly ClientShape[] = [
  {
    python: inPython(['ModelCallLimitMiddleware']),
    typescript: inTypeScript(['modelCallLimitMiddleware']),
    kind: 'middleware',
    repeats: { 'run_limit|runLimit|thread_limit|threadLimit': 'agent' },
  },
  {
    python: inPython(
      ['AnthropicPromptCachingMiddleware', 'BedrockPromptCachingMiddleware'],
      ['langchain_anthropic', 'langchain_aws'],
    ),
    typescript: inTypeScript(['anthropicPromptCachingMiddleware', 'bedrockPromptCachingMiddleware']),
    kind: 'middleware',
    cached: true,
  },
]

/** https://reference.langchain.com/python/langchain_core/prompts */
export const prompts: readonly ClientShape[] = [
  {
    python: inPython([
      ...[
        'ChatPromptTemplate',
        'ChatPromptTemplate.from_messages',
        'ChatPromptTemplate.from_template',
        'PromptTemplate',
      ],
      ...['PromptTemplate.from_template', 'SystemMessagePromptTemplate.from_template'],
    ]),
    kind: 'prompt',
    precedes: 'model',
    template: true,
    input: ['[0]', 'messages', 'template'],
  },
  {
    typescript: inTypeScript([
      'ChatPromptTemplate.fromMessages',
      'ChatPromptTemplate.fromTemplate',
      'PromptTemplate.fromTemplate',
    ]),
    kind: 'prompt',
    precedes: 'model',
    template: true,
    input: ['[0]'],
  },
  {
    typescript: inTypeScript(['PromptTemplate', 'ChatPromptTemplate']),
    kind: 'prompt',
    precedes: 'model',
    template: true,
    input: ['template', 'promptMessages'],
  },
]
