// https://developers.llamaindex.ai/python/framework/module_guides/models/llms/modules/,
// https://github.com/run-llama/LlamaIndexTS/tree/main/packages/providers (llamaindex 0.12.1)
import type { ClientShape } from '../../../core/sdk.ts'
import type { Provider } from '../../../core/types.ts'

/** `llama_index.llms.openai`, and before 0.10 `llama_index.llms`. */
const anywhere = (names: readonly string[]) => names.map((name) => `llama_index.**.${name}`)

const written = {
  model: ['model', 'model_name', '[0]'],
  maxOutput: ['max_tokens', 'maxTokens', 'max_output_tokens', 'max_new_tokens', 'num_predict', 'num_output'],
  reasoning: ['reasoning_effort', 'reasoningEffort'],
} as const

interface Seller {
  readonly python: readonly string[]
  /** Package and names: the class, and the function that makes one. */
  readonly typescript?: readonly string[]
}

const llms: Partial<Record<Provider, Seller>> = {
  anthropic: { python: ['Anthropic'], typescript: ['anthropic#Anthropic', 'anthropic#anthropic'] },
  google: {
    python: ['GoogleGenAI', 'Gemini'],
    typescript: ['google#Gemini', 'google#gemini', 'google#GoogleStudio'],
  },
  vertex: { python: ['Vertex'] },
  mistral: { python: ['MistralAI'], typescript: ['mistral#MistralAI', 'mistral#mistral'] },
  groq: { python: ['Groq'], typescript: ['groq#Groq', 'groq#groq'] },
  cohere: { python: ['Cohere'] },
  bedrock: { python: ['BedrockConverse', 'Bedrock'], typescript: ['aws#Bedrock', 'community#Bedrock'] },
  together: { python: ['TogetherLLM'], typescript: ['together#TogetherLLM', 'together#together'] },
  fireworks: { python: ['Fireworks'], typescript: ['fireworks#FireworksLLM', 'fireworks#fireworks'] },
  deepseek: { python: ['DeepSeek'], typescript: ['deepseek#DeepSeekLLM', 'deepseek#deepseek'] },
  openrouter: { python: ['OpenRouter'] },
  perplexity: { python: ['Perplexity'], typescript: ['perplexity#Perplexity', 'perplexity#perplexity'] },
  cerebras: { python: ['Cerebras'] },
  replicate: { python: ['Replicate'], typescript: ['replicate#ReplicateLLM', 'replicate#replicate'] },
  xai: { python: [], typescript: ['xai#XAILLM', 'xai#xai'] },
  huggingface: { python: ['HuggingFaceInferenceAPI'], typescript: ['huggingface#HuggingFaceInferenceAPI'] },
  local: {
    python: ['Ollama', 'LlamaCPP', 'HuggingFaceLLM', 'LMStudio', 'Vllm'],
    typescript: ['ollama#Ollama', 'ollama#ollama', 'huggingface#HuggingFaceLLM', 'vllm#VLLM'],
  },
}

/** Those that look at pictures, of `llama_index.multi_modal_llms`. */
const lookers: Partial<Record<Provider, Seller>> = {
  openai: { python: ['OpenAIMultiModal'] },
  'azure-openai': { python: ['AzureOpenAIMultiModal'] },
  anthropic: { python: ['AnthropicMultiModal'] },
  google: { python: ['GeminiMultiModal'] },
  mistral: { python: ['MistralAIMultiModal'] },
  bedrock: { python: ['BedrockMultiModal'] },
  replicate: { python: ['ReplicateMultiModal'] },
  nebius: { python: ['NebiusMultiModal'] },
  local: { python: ['OllamaMultiModal', 'HuggingFaceMultiModal', 'OpenVINOMultiModal'] },
  unknown: { python: ['NVIDIAMultiModal', 'DashScopeMultiModal', 'RekaMultiModalLLM', 'ZhipuAIMultiModal'] },
}

const embeddings: Partial<Record<Provider, Seller>> = {
  google: {
    python: ['GoogleGenAIEmbedding', 'GeminiEmbedding'],
    typescript: ['google#GeminiEmbedding'],
  },
  mistral: { python: ['MistralAIEmbedding'], typescript: ['mistral#MistralAIEmbedding'] },
  cohere: { python: ['CohereEmbedding'] },
  bedrock: { python: ['BedrockEmbedding'] },
  voyage: { python: ['VoyageEmbedding'], typescript: ['voyage-ai#VoyageAIEmbedding'] },
  jina: { python: ['JinaEmbedding'], typescript: ['jinaai#JinaAIEmbedding'] },
  together: { python: ['TogetherEmbedding'], typescript: ['together#TogetherEmbedding'] },
  fireworks: { python: ['FireworksEmbedding'], typescript: ['fireworks#FireworksEmbedding'] },
  'azure-openai': { python: ['AzureOpenAIEmbedding'], typescript: ['azure#AzureOpenAIEmbedding'] },
  local: {
    python: ['HuggingFaceEmbedding', 'OllamaEmbedding', 'FastEmbedEmbedding'],
    typescript: ['ollama#OllamaEmbedding', 'huggingface#HuggingFaceEmbedding'],
  },
}

const sold = (kind: string, by: Partial<Record<Provider, Seller>>): readonly ClientShape[] =>
  Object.entries(by).map(([provider, { python, typescript = [] }]) => ({
    python: anywhere(python),
    typescript: typescript.flatMap((name) => [`@llamaindex/${name}`, `llamaindex#${name.split('#')[1]}`]),
    kind,
    provider: provider as Provider,
    ...written,
  }))

export const models: readonly ClientShape[] = [
  // What a caller leaves out: https://github.com/run-llama/LlamaIndexTS/blob/main/packages/providers/openai/src/llm.ts
  {
    typescript: ['OpenAI', 'openai', 'OpenAIResponses', 'openaiResponses'].flatMap((name) => [
      `@llamaindex/openai#${name}`,
      `llamaindex#${name}`,
    ]),
    kind: 'llm',
    provider: 'openai',
    baseUrl: ['baseURL'],
    ...written,
    defaultModel: 'gpt-4o',
  },
  // `DEFAULT_OPENAI_MODEL`: https://github.com/run-llama/llama_index/blob/main/llama-index-integrations/llms/llama-index-llms-openai/llama_index/llms/openai/base.py
  {
    python: anywhere(['OpenAI']),
    kind: 'llm',
    provider: 'openai',
    baseUrl: ['api_base', 'base_url'],
    ...written,
    defaultModel: 'gpt-5.6-terra',
  },
  {
    python: anywhere(['OpenAIResponses', 'OpenAILike']),
    kind: 'llm',
    provider: 'openai',
    baseUrl: ['api_base', 'base_url'],
    ...written,
  },
  {
    python: anywhere(['AzureOpenAI']),
    typescript: '@llamaindex/azure#AzureOpenAI',
    kind: 'llm',
    provider: 'azure-openai',
    ...written,
    model: ['model', 'engine', 'deployment_name', 'deployment'],
  },
  // Nobody whose prices we carry.
  {
    typescript: [
      ...['deepinfra#DeepInfra', 'deepinfra#deepinfra', 'ovhcloud#OVHcloudLLM', 'ovhcloud#ovhcloud'],
      ...['portkey-ai#Portkey', 'portkey-ai#portkey', 'replicate#LlamaDeuce'],
    ].map((name) => `@llamaindex/${name}`),
    kind: 'llm',
    provider: 'unknown',
    ...written,
  },
  { typescript: ['@llamaindex/vercel#VercelLLM', '@llamaindex/vercel#vercel'], kind: 'llm', of: 'model' },
  { python: anywhere(['LiteLLM']), kind: 'llm', ...written, id: 'provider/model' },
  // Declared only: which model it is, somebody else decides.
  {
    python: anywhere(['LLM', 'BaseLLM', 'FunctionCallingLLM', 'MultiModalLLM']),
    typescript: ['LLM', 'BaseLLM', 'ToolCallLLM'].flatMap((name) => [
      `llamaindex#${name}`,
      `@llamaindex/core/llms#${name}`,
    ]),
    kind: 'llm',
    abstract: true,
  },
  {
    python: anywhere(['BaseEmbedding']),
    typescript: ['llamaindex#BaseEmbedding', '@llamaindex/core/embeddings#BaseEmbedding'],
    kind: 'embedding',
    abstract: true,
  },
  ...sold('llm', llms),
  ...sold('llm', lookers),
  {
    python: anywhere(['OpenAIEmbedding']),
    typescript: ['@llamaindex/openai#OpenAIEmbedding', 'llamaindex#OpenAIEmbedding'],
    kind: 'embedding',
    provider: 'openai',
    baseUrl: ['api_base', 'baseURL'],
    model: ['model', 'model_name'],
    // https://github.com/run-llama/llama_index/blob/main/llama-index-integrations/embeddings/llama-index-embeddings-openai
    defaultModel: 'text-embedding-ada-002',
  },
  ...sold('embedding', embeddings),
]
