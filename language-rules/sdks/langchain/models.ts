// https://docs.langchain.com/oss/python/integrations/chat, https://docs.langchain.com/oss/javascript/integrations/chat
// No default models: which one a class takes differs between versions.
import type { ClientShape, Levers } from '../../../core/sdk.ts'
import type { Provider } from '../../../core/types.ts'
import { inPython, inTypeScript } from './names.ts'
import { inferred, sellers } from './sellers.ts'

const limits = [
  ...['max_tokens', 'maxTokens', 'max_completion_tokens', 'maxCompletionTokens', 'max_output_tokens'],
  ...['maxOutputTokens', 'max_tokens_to_sample', 'maxTokensToSample', 'max_new_tokens', 'maxNewTokens'],
  ...['num_predict', 'numPredict', 'max_length'],
]

export const limited: Levers = {
  maxOutput: [
    ...limits,
    ...limits.flatMap((name) => [`model_kwargs.${name}`, `modelKwargs.${name}`]),
    ...['[1].maxTokens', '[1].maxOutputTokens'],
  ],
  n: ['n', 'candidate_count'],
  tier: ['service_tier', 'serviceTier'],
  reasoning: [
    ...['reasoning_effort', 'reasoningEffort', 'reasoning.effort', 'effort', 'thinking.budget_tokens'],
    ...['thinking_budget', 'thinkingBudget', 'thinking_level', 'thinkingLevel'],
  ],
}

const written: Levers = {
  ...limited,
  model: [
    ...['model', 'model_name', 'modelName', 'model_id', 'modelId', 'repo_id'],
    ...[
      'azure_deployment',
      'deployment_name',
      'azureOpenAIApiDeploymentName',
      'deploymentName',
      'openAIApiDeploymentName',
    ],
  ],
}

const baseUrl = ['base_url', 'openai_api_base', 'api_base', 'configuration.baseURL', '[1].configuration.baseURL']

interface Sold {
  readonly provider: Provider
  readonly packages?: readonly string[]
  readonly python?: readonly string[]
  readonly typescript?: readonly string[]
  /** In both languages. */
  readonly both?: readonly string[]
  readonly elsewhere?: true
}

const sold: readonly Sold[] = [
  {
    provider: 'openai',
    packages: ['langchain_openai'],
    both: ['ChatOpenAI', 'OpenAI', 'OpenAIChat', 'PromptLayerChatOpenAI', 'PromptLayerOpenAI'],
    python: ['BaseChatOpenAI', 'PromptLayerOpenAIChat', 'VLLMOpenAI'],
    typescript: ['ChatOpenAIResponses', 'ChatOpenAICompletions'],
    elsewhere: true,
  },
  {
    provider: 'azure-openai',
    packages: ['langchain_openai'],
    both: ['AzureChatOpenAI', 'AzureOpenAI'],
    typescript: ['AzureChatOpenAIResponses', 'AzureChatOpenAICompletions'],
  },
  {
    provider: 'anthropic',
    packages: ['langchain_anthropic'],
    both: ['ChatAnthropic', 'ChatAnthropicMessages'],
    python: ['AnthropicLLM', 'Anthropic'],
  },
  {
    provider: 'google',
    packages: ['langchain_google_genai'],
    both: ['ChatGoogleGenerativeAI', 'GooglePalm', 'ChatGooglePalm'],
    python: ['GoogleGenerativeAI'],
    typescript: ['ChatGoogle'],
  },
  {
    provider: 'vertex',
    packages: ['langchain_google_vertexai'],
    both: ['ChatVertexAI', 'VertexAI'],
    python: ['ChatAnthropicVertex', 'VertexModelGardenLlama', 'VertexModelGardenMistral'],
    typescript: ['ChatGoogleVertexAI', 'GoogleVertexAI'],
  },
  {
    provider: 'bedrock',
    packages: ['langchain_aws'],
    both: ['ChatBedrockConverse', 'BedrockChat', 'Bedrock'],
    python: ['ChatBedrock', 'BedrockLLM', 'ChatAnthropicBedrock', 'ChatAnthropicMantle', 'ChatOpenAIMantle'],
  },
  { provider: 'groq', packages: ['langchain_groq'], both: ['ChatGroq'] },
  { provider: 'mistral', packages: ['langchain_mistralai'], both: ['ChatMistralAI'], typescript: ['MistralAI'] },
  { provider: 'cohere', packages: ['langchain_cohere'], both: ['ChatCohere', 'Cohere'] },
  {
    provider: 'together',
    packages: ['langchain_together'],
    python: ['ChatTogether', 'Together'],
    typescript: ['ChatTogetherAI', 'TogetherAI'],
  },
  { provider: 'fireworks', packages: ['langchain_fireworks'], both: ['ChatFireworks', 'Fireworks'] },
  { provider: 'xai', packages: ['langchain_xai'], both: ['ChatXAI'] },
  { provider: 'deepseek', packages: ['langchain_deepseek'], both: ['ChatDeepSeek'] },
  { provider: 'perplexity', packages: ['langchain_perplexity'], both: ['ChatPerplexity'] },
  { provider: 'openrouter', packages: ['langchain_openrouter'], both: ['ChatOpenRouter'] },
  {
    provider: 'cloudflare',
    packages: ['langchain_cloudflare'],
    both: ['ChatCloudflareWorkersAI', 'CloudflareWorkersAI'],
  },
  {
    provider: 'sambanova',
    packages: ['langchain_sambanova'],
    python: ['ChatSambaNova', 'ChatSambaNovaCloud', 'SambaNovaCloud'],
  },
  { provider: 'cerebras', packages: ['langchain_cerebras'], both: ['ChatCerebras'] },
  { provider: 'nebius', packages: ['langchain_nebius'], python: ['ChatNebius'] },
  { provider: 'replicate', both: ['Replicate'] },
  {
    provider: 'local',
    packages: ['langchain_ollama', 'langchain_huggingface'],
    both: ['ChatOllama', 'Ollama', 'LlamaCpp', 'ChatLlamaCpp'],
    python: [
      'OllamaLLM',
      'GPT4All',
      'HuggingFacePipeline',
      'VLLM',
      'CTransformers',
      'Llamafile',
      'ChatMLX',
      'MLXPipeline',
    ],
  },
  {
    provider: 'unknown',
    packages: ['langchain_huggingface', 'langchain_nvidia_ai_endpoints', 'langchain_ibm', 'langchain_upstage'],
    both: [
      'ChatWatsonx',
      'WatsonxLLM',
      'ChatZhipuAI',
      'ChatYandexGPT',
      'ChatTencentHunyuan',
      'MoonshotChat',
      'ChatMoonshot',
    ],
    python: [
      ...[
        'HuggingFaceEndpoint',
        'HuggingFaceHub',
        'ChatNVIDIA',
        'ChatUpstage',
        'ChatDatabricks',
        'ChatDeepInfra',
        'ChatTongyi',
      ],
      ...[
        'Tongyi',
        'QianfanChatEndpoint',
        'QianfanLLMEndpoint',
        'ChatAnyscale',
        'ChatSambaStudio',
        'SambaStudio',
        'ChatOCIGenAI',
        'AI21',
      ],
      ...[
        'ChatSnowflakeCortex',
        'ChatCoze',
        'ChatMaritalk',
        'GigaChat',
        'ChatSparkLLM',
        'AzureMLChatOnlineEndpoint',
        'ChatYi',
      ],
    ],
    typescript: ['HuggingFaceInference', 'ChatDeepInfra', 'ChatAlibabaTongyi'],
  },
]

const ofSold = ({ provider, packages, both = [], python = [], typescript = [], elsewhere }: Sold): ClientShape => ({
  ...written,
  python: inPython([...both, ...python], packages),
  typescript: inTypeScript([...both, ...typescript]),
  kind: 'model',
  provider,
  ...(elsewhere ? { baseUrl } : {}),
})

/** `new ChatAnthropic("claude-…", {…})` */
const idFirst = (client: ClientShape): ClientShape => ({
  ...client,
  python: [],
  given: { '[0]': /./ },
  model: ['[0]', ...(client.model ?? [])],
})

/** A client whose model may be a bare name: one shape for each seller it tells of, and one for the rest. */
export const named = (client: ClientShape, model: string): readonly ClientShape[] => [
  ...inferred.map(([like, provider]) => ({ ...client, given: { [model]: like }, provider })),
  client,
]

const universal: ClientShape = {
  ...limited,
  python: inPython(['init_chat_model']),
  typescript: inTypeScript(['initChatModel']),
  kind: 'model',
  model: ['model', '[0]'],
  id: 'provider:model',
  sells: { model_provider: sellers, modelProvider: sellers, '[1].modelProvider': sellers },
  chosen: ['configurable_fields', 'configurableFields', '[1].configurableFields'],
}

const universalEmbeddings: ClientShape = {
  python: inPython(['init_embeddings']),
  kind: 'embeddings',
  model: ['model', '[0]'],
  id: 'provider:model',
  sells: { provider: sellers },
}

export const models: readonly ClientShape[] = [
  ...sold.map(ofSold).flatMap((client) => [idFirst(client), client]),
  {
    ...limited,
    python: inPython(['ChatLiteLLM', 'ChatLiteLLMRouter'], ['langchain_litellm']),
    kind: 'model',
    provider: 'litellm',
    model: ['model', 'model_name'],
    id: 'provider/model',
  },
  {
    ...limited,
    python: inPython(['ChatHuggingFace'], ['langchain_huggingface']),
    kind: 'model',
    of: 'llm',
    model: 'model_id',
  },
  ...named(universal, 'model|[0]'),
  // Declared only: which model it is, somebody else decides.
  {
    python: inPython(['BaseChatModel', 'BaseLanguageModel', 'BaseLLM', 'SimpleChatModel', 'LLM', 'LanguageModelLike']),
    typescript: inTypeScript([
      ...['BaseChatModel', 'BaseLanguageModel', 'BaseLLM', 'SimpleChatModel', 'BaseLanguageModelInterface', 'LLM'],
    ]),
    kind: 'model',
    abstract: true,
  },
]

const embeds: Levers = {
  model: [
    ...['model', 'model_name', 'modelName', 'model_id', 'modelId', 'azure_deployment', 'deployment'],
    ...['azureOpenAIApiEmbeddingsDeploymentName', 'azureOpenAIApiDeploymentName', 'repo_id'],
  ],
}

const embedders: readonly Sold[] = [
  { provider: 'openai', packages: ['langchain_openai'], both: ['OpenAIEmbeddings'], elsewhere: true },
  { provider: 'azure-openai', packages: ['langchain_openai'], both: ['AzureOpenAIEmbeddings'] },
  {
    provider: 'google',
    packages: ['langchain_google_genai'],
    both: ['GoogleGenerativeAIEmbeddings', 'GooglePalmEmbeddings'],
  },
  {
    provider: 'vertex',
    packages: ['langchain_google_vertexai'],
    both: ['VertexAIEmbeddings', 'GoogleVertexAIEmbeddings'],
  },
  { provider: 'bedrock', packages: ['langchain_aws'], both: ['BedrockEmbeddings'] },
  { provider: 'mistral', packages: ['langchain_mistralai'], both: ['MistralAIEmbeddings'] },
  { provider: 'cohere', packages: ['langchain_cohere'], both: ['CohereEmbeddings'] },
  { provider: 'together', packages: ['langchain_together'], both: ['TogetherEmbeddings', 'TogetherAIEmbeddings'] },
  { provider: 'fireworks', packages: ['langchain_fireworks'], both: ['FireworksEmbeddings'] },
  {
    provider: 'sambanova',
    packages: ['langchain_sambanova'],
    python: ['SambaNovaEmbeddings', 'SambaNovaCloudEmbeddings'],
  },
  { provider: 'nebius', packages: ['langchain_nebius'], python: ['NebiusEmbeddings'] },
  {
    provider: 'local',
    packages: ['langchain_ollama', 'langchain_huggingface'],
    both: ['OllamaEmbeddings', 'LlamaCppEmbeddings', 'FakeEmbeddings', 'HuggingFaceTransformersEmbeddings'],
    python: [
      ...[
        'HuggingFaceEmbeddings',
        'HuggingFaceBgeEmbeddings',
        'HuggingFaceInstructEmbeddings',
        'SentenceTransformerEmbeddings',
      ],
      ...[
        'FastEmbedEmbeddings',
        'GPT4AllEmbeddings',
        'SpacyEmbeddings',
        'DeterministicFakeEmbedding',
        'LlamafileEmbeddings',
      ],
    ],
    typescript: ['TensorFlowEmbeddings', 'SyntheticEmbeddings'],
  },
  {
    provider: 'voyage',
    packages: ['langchain_voyageai'],
    both: ['VoyageEmbeddings'],
    python: ['VoyageAIEmbeddings'],
  },
  { provider: 'jina', both: ['JinaEmbeddings'] },
  {
    provider: 'unknown',
    packages: ['langchain_nvidia_ai_endpoints', 'langchain_ibm', 'langchain_nomic', 'langchain_huggingface'],
    both: ['WatsonxEmbeddings', 'ZhipuAIEmbeddings', 'DeepInfraEmbeddings'],
    python: [
      ...['HuggingFaceEndpointEmbeddings', 'HuggingFaceHubEmbeddings', 'NVIDIAEmbeddings'],
      ...['HuggingFaceInferenceAPIEmbeddings', 'NomicEmbeddings', 'DashScopeEmbeddings', 'QianfanEmbeddingsEndpoint'],
    ],
    typescript: ['HuggingFaceInferenceEmbeddings', 'CloudflareWorkersAIEmbeddings', 'AlibabaTongyiEmbeddings'],
  },
]

export const embeddings: readonly ClientShape[] = [
  ...embedders.map((each): ClientShape => {
    const { baseUrl: url, kind: _, python, typescript, provider } = ofSold(each)
    return { ...embeds, python, typescript, provider, kind: 'embeddings', ...(url ? { baseUrl: url } : {}) }
  }),
  universalEmbeddings,
  {
    python: inPython(['CacheBackedEmbeddings.from_bytes_store']),
    typescript: inTypeScript(['CacheBackedEmbeddings.fromBytesStore']),
    kind: 'embeddings',
    of: ['underlying_embeddings', '[0]'],
  },
  {
    python: inPython(['Embeddings']),
    typescript: inTypeScript(['Embeddings', 'EmbeddingsInterface']),
    kind: 'embeddings',
    abstract: true,
  },
]

export const rerankers: readonly ClientShape[] = [
  { provider: 'cohere' as const, packages: ['langchain_cohere'], both: ['CohereRerank'] },
  { provider: 'bedrock' as const, packages: ['langchain_aws'], python: ['BedrockRerank'] },
  { provider: 'voyage' as const, packages: ['langchain_voyageai'], python: ['VoyageAIRerank'] },
  { provider: 'jina' as const, python: ['JinaRerank'] },
  {
    provider: 'unknown' as const,
    packages: ['langchain_nvidia_ai_endpoints'],
    python: ['NVIDIARerank', 'DashScopeRerank', 'VolcengineRerank'],
    typescript: ['WatsonxRerank'],
  },
].map((each) => {
  const { python, typescript, provider } = ofSold(each)
  return { python, typescript, provider, kind: 'rerank', model: ['model', 'model_id', 'model_arn'] }
})

/** https://reference.langchain.com/python/langchain_community/utilities: tools that make a picture each time they run. */
export const pictures: readonly ClientShape[] = [
  {
    python: inPython(['DallEAPIWrapper'], ['langchain_openai']),
    typescript: inTypeScript(['DallEAPIWrapper']),
    kind: 'picture',
    provider: 'openai',
    model: ['model', 'model_name', 'modelName'],
    n: 'n',
  },
]
