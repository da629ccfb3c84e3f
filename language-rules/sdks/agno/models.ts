// https://github.com/agno-agi/agno/tree/main/libs/agno/agno/models : each class, its module and the id it has where none is given, at 2.9.0.
import type { ClientShape } from '../../../core/sdk.ts'
import type { Provider } from '../../../core/types.ts'

type Row = readonly [module: string, file: string, name: string, provider: Provider, usual?: string]

const rows: readonly Row[] = [
  ['openai', 'chat', 'OpenAIChat', 'openai', 'gpt-5.4-mini'],
  ['openai', 'responses', 'OpenAIResponses', 'openai', 'gpt-5.4-mini'],
  ['openai', 'like', 'OpenAILike', 'unknown'],
  ['openai', 'open_responses', 'OpenResponses', 'unknown'],
  ['anthropic', 'claude', 'Claude', 'anthropic', 'claude-sonnet-4-5-20250929'],
  ['aws', 'bedrock', 'AwsBedrock', 'bedrock', 'mistral.mistral-small-2402-v1:0'],
  ['aws', 'claude', 'Claude', 'bedrock', 'global.anthropic.claude-sonnet-4-5-20250929-v1:0'],
  ['vertexai', 'claude', 'Claude', 'vertex', 'claude-sonnet-4@20250514'],
  ['azure', 'openai_chat', 'AzureOpenAI', 'azure-openai'],
  ['azure', 'ai_foundry', 'AzureAIFoundry', 'unknown', 'gpt-4o'],
  ['azure', 'claude', 'Claude', 'unknown', 'claude-sonnet-4-5'],
  ['azure', 'claude', 'AzureFoundryClaude', 'unknown', 'claude-sonnet-4-5'],
  ['google', 'gemini', 'Gemini', 'google', 'gemini-3.7-flash'],
  ['google', 'gemini_interactions', 'GeminiInteractions', 'google', 'gemini-3.7-flash'],
  ['groq', 'groq', 'Groq', 'groq', 'openai/gpt-oss-120b'],
  ['mistral', 'mistral', 'MistralChat', 'mistral', 'mistral-large-latest'],
  ['cohere', 'chat', 'Cohere', 'cohere', 'command-a-03-2025'],
  ['deepseek', 'deepseek', 'DeepSeek', 'deepseek', 'deepseek-v4-flash'],
  ['together', 'together', 'Together', 'together', 'MiniMaxAI/MiniMax-M2.7'],
  ['fireworks', 'fireworks', 'Fireworks', 'fireworks', 'accounts/fireworks/models/gpt-oss-120b'],
  ['openrouter', 'openrouter', 'OpenRouter', 'openrouter', 'gpt-5.4-mini'],
  ['openrouter', 'responses', 'OpenRouterResponses', 'openrouter', 'openai/gpt-oss-20b'],
  ['perplexity', 'perplexity', 'Perplexity', 'perplexity', 'sonar'],
  ['xai', 'xai', 'xAI', 'xai', 'grok-4-1-fast-non-reasoning-latest'],
  ['cerebras', 'cerebras', 'Cerebras', 'cerebras', 'gpt-oss-120b'],
  ['cerebras', 'cerebras_openai', 'CerebrasOpenAI', 'cerebras', 'gpt-oss-120b'],
  ['sambanova', 'sambanova', 'Sambanova', 'sambanova', 'Meta-Llama-3.1-8B-Instruct'],
  ['nebius', 'nebius', 'Nebius', 'nebius', 'openai/gpt-oss-20b'],
  ['moonshot', 'moonshot', 'MoonShot', 'moonshot'],
  ['huggingface', 'huggingface', 'HuggingFace', 'huggingface', 'meta-llama/Meta-Llama-3-8B-Instruct'],
  ['ollama', 'chat', 'Ollama', 'local', 'llama3.1'],
  ['ollama', 'responses', 'OllamaResponses', 'local', 'gpt-oss:20b'],
  ['llama_cpp', 'llama_cpp', 'LlamaCpp', 'local'],
  ['lmstudio', 'lmstudio', 'LMStudio', 'local'],
  ['vllm', 'vllm', 'VLLM', 'local'],
  ['deepinfra', 'deepinfra', 'DeepInfra', 'unknown', 'meta-llama/Llama-2-70b-chat-hf'],
  ['nvidia', 'nvidia', 'Nvidia', 'unknown', 'meta/llama-3.3-70b-instruct'],
  ['meta', 'llama', 'Llama', 'unknown', 'Llama-4-Maverick-17B-128E-Instruct-FP8'],
  ['ibm', 'watsonx', 'WatsonX', 'unknown', 'ibm/granite-20b-code-instruct'],
  ['dashscope', 'dashscope', 'DashScope', 'unknown', 'qwen-plus'],
  ['portkey', 'portkey', 'Portkey', 'unknown', 'gpt-4o-mini'],
  ['vercel', 'v0', 'V0', 'unknown', 'v0-1.0-md'],
]

const chat = ([module, file, name, provider, usual]: Row): ClientShape => ({
  python: [`agno.models.${module}.${name}`, `agno.models.${module}.${file}.${name}`],
  provider,
  kind: 'model',
  model: ['id', '[0]'],
  ...(usual === undefined ? {} : { defaultModel: usual }),
  maxOutput: ['max_completion_tokens', 'max_output_tokens', 'max_tokens'],
  tier: 'service_tier',
  reasoning: ['reasoning_effort', 'thinking_budget', 'thinking.budget_tokens'],
  ...(provider === 'openai' || name === 'OpenAILike' || name === 'OpenResponses' ? { baseUrl: 'base_url' } : {}),
  ...(name.startsWith('Gemini') ? { sells: { vertexai: { true: 'vertex', false: 'google' } } as const } : {}),
})

export const models: readonly ClientShape[] = [
  ...rows.map(chat),
  {
    python: ['agno.models.litellm.LiteLLM', 'agno.models.litellm.chat.LiteLLM'],
    provider: 'litellm',
    kind: 'model',
    model: ['id', '[0]'],
    id: 'provider/model',
    defaultModel: 'gpt-4o',
    maxOutput: 'max_tokens',
  },
]

/** https://github.com/agno-agi/agno/tree/main/libs/agno/agno/knowledge/embedder ; `agno.embedder` until 2.0. */
const embedding: readonly (readonly [file: string, name: string, provider: Provider, usual?: string])[] = [
  ['openai', 'OpenAIEmbedder', 'openai', 'text-embedding-3-small'],
  ['azure_openai', 'AzureOpenAIEmbedder', 'azure-openai', 'text-embedding-3-small'],
  ['aws_bedrock', 'AwsBedrockEmbedder', 'bedrock', 'cohere.embed-multilingual-v3'],
  ['cohere', 'CohereEmbedder', 'cohere', 'embed-english-v3.0'],
  ['fireworks', 'FireworksEmbedder', 'fireworks', 'nomic-ai/nomic-embed-text-v1.5'],
  ['google', 'GeminiEmbedder', 'google', 'gemini-embedding-001'],
  ['huggingface', 'HuggingfaceCustomEmbedder', 'huggingface', 'intfloat/multilingual-e5-large'],
  ['jina', 'JinaEmbedder', 'jina', 'jina-embeddings-v3'],
  ['mistral', 'MistralEmbedder', 'mistral', 'mistral-embed'],
  ['nebius', 'NebiusEmbedder', 'nebius', 'BAAI/bge-en-icl'],
  ['together', 'TogetherEmbedder', 'together', 'togethercomputer/m2-bert-80M-32k-retrieval'],
  ['voyageai', 'VoyageAIEmbedder', 'voyage', 'voyage-2'],
  ['ollama', 'OllamaEmbedder', 'local', 'openhermes'],
  ['fastembed', 'FastEmbedEmbedder', 'local', 'BAAI/bge-small-en-v1.5'],
  ['sentence_transformer', 'SentenceTransformerEmbedder', 'local', 'sentence-transformers/all-MiniLM-L6-v2'],
  ['vllm', 'VLLMEmbedder', 'local', 'sentence-transformers/all-MiniLM-L6-v2'],
]

export const embedders: readonly ClientShape[] = embedding.map(([file, name, provider, usual]) => ({
  python: [`agno.knowledge.embedder.${file}.${name}`, `agno.embedder.${file}.${name}`],
  provider,
  kind: 'embedder',
  model: 'id',
  ...(usual === undefined ? {} : { defaultModel: usual }),
  ...(provider === 'openai' ? { baseUrl: 'base_url' } : {}),
}))
