// https://ai.pydantic.dev/models/, https://github.com/pydantic/pydantic-ai/tree/main/pydantic_ai_slim/pydantic_ai
import type { ClientShape } from '../../../core/sdk.ts'
import type { Provider } from '../../../core/types.ts'

const model = {
  kind: 'model',
  model: ['model_name', '[0]'],
  maxOutput: 'settings.max_tokens',
} as const

const at = (path: string, ...names: readonly string[]) => names.map((name) => `pydantic_ai.models.${path}.${name}`)

/** `provider="deepseek"`, or the class that stands for it. */
const sellers: Readonly<Record<string, Provider>> = {
  openai: 'openai',
  'openai-chat': 'openai',
  azure: 'azure-openai',
  deepseek: 'deepseek',
  openrouter: 'openrouter',
  vercel: 'gateway',
  gateway: 'gateway',
  groq: 'groq',
  fireworks: 'fireworks',
  together: 'together',
  xai: 'xai',
  grok: 'xai',
  moonshotai: 'moonshot',
  cerebras: 'cerebras',
  nebius: 'nebius',
  sambanova: 'sambanova',
  ollama: 'local',
  litellm: 'litellm',
  google: 'google',
  'google-gla': 'google',
  'google-cloud': 'vertex',
  'google-vertex': 'vertex',
  bedrock: 'bedrock',
  'pydantic_ai.providers.openai.OpenAIProvider': 'openai',
  'pydantic_ai.providers.azure.AzureProvider': 'azure-openai',
  'pydantic_ai.providers.deepseek.DeepSeekProvider': 'deepseek',
  'pydantic_ai.providers.openrouter.OpenRouterProvider': 'openrouter',
  'pydantic_ai.providers.vercel.VercelProvider': 'gateway',
  'pydantic_ai.providers.fireworks.FireworksProvider': 'fireworks',
  'pydantic_ai.providers.together.TogetherProvider': 'together',
  'pydantic_ai.providers.moonshotai.MoonshotAIProvider': 'moonshot',
  'pydantic_ai.providers.cerebras.CerebrasProvider': 'cerebras',
  'pydantic_ai.providers.nebius.NebiusProvider': 'nebius',
  'pydantic_ai.providers.sambanova.SambaNovaProvider': 'sambanova',
  'pydantic_ai.providers.ollama.OllamaProvider': 'local',
  'pydantic_ai.providers.litellm.LiteLLMProvider': 'litellm',
  'pydantic_ai.providers.xai.XaiProvider': 'xai',
  'pydantic_ai.providers.grok.GrokProvider': 'xai',
  'pydantic_ai.providers.anthropic.AnthropicProvider': 'anthropic',
  'pydantic_ai.providers.groq.GroqProvider': 'groq',
  'pydantic_ai.providers.mistral.MistralProvider': 'mistral',
  'pydantic_ai.providers.google.GoogleProvider': 'google',
  'pydantic_ai.providers.google_cloud.GoogleCloudProvider': 'vertex',
  'pydantic_ai.providers.google_vertex.GoogleVertexProvider': 'vertex',
  'openai.AsyncAzureOpenAI': 'azure-openai',
  'anthropic.AsyncAnthropic': 'anthropic',
  'anthropic.AsyncAnthropicBedrock': 'bedrock',
  'anthropic.AsyncAnthropicVertex': 'vertex',
}

const sold = {
  baseUrl: ['base_url', 'provider.base_url', 'provider.openai_client', 'provider.anthropic_client', 'provider'],
  carriers: sellers,
} as const

export const models: readonly ClientShape[] = [
  {
    python: at('openai', 'OpenAIModel', 'OpenAIChatModel', 'OpenAIResponsesModel'),
    ...model,
    ...sold,
    provider: 'openai',
  },
  { python: at('anthropic', 'AnthropicModel'), ...model, ...sold, provider: 'anthropic' },
  {
    python: [...at('google', 'GoogleModel'), ...at('gemini', 'GeminiModel')],
    ...model,
    baseUrl: 'provider',
    carriers: sellers,
    sells: { 'provider.vertexai': { True: 'vertex', true: 'vertex', False: 'google', false: 'google' } },
    provider: 'google',
  },
  { python: at('vertexai', 'VertexAIModel'), ...model, provider: 'vertex' },
  { python: at('groq', 'GroqModel'), ...model, provider: 'groq' },
  { python: at('mistral', 'MistralModel'), ...model, provider: 'mistral' },
  { python: at('cohere', 'CohereModel'), ...model, provider: 'cohere' },
  { python: at('bedrock', 'BedrockConverseModel'), ...model, provider: 'bedrock' },
  {
    python: at('bedrock_mantle', 'BedrockMantleChatModel', 'BedrockMantleResponsesModel'),
    ...model,
    provider: 'bedrock',
  },
  { python: at('huggingface', 'HuggingFaceModel'), ...model, provider: 'huggingface' },
  { python: at('openrouter', 'OpenRouterModel'), ...model, provider: 'openrouter' },
  { python: at('xai', 'XaiModel'), ...model, provider: 'xai' },
  { python: at('cerebras', 'CerebrasModel'), ...model, provider: 'cerebras' },
  { python: at('ollama', 'OllamaModel'), ...model, provider: 'local' },
  // Stand-ins for tests: https://ai.pydantic.dev/testing/
  {
    python: [...at('test', 'TestModel'), ...at('function', 'FunctionModel')],
    kind: 'model',
    provider: 'local',
  },
  // The first that answers; nearly always the first.
  { python: at('fallback', 'FallbackModel'), kind: 'model', model: ['default_model', '[0]'], id: 'provider:model' },
  {
    python: [
      ...at('instrumented', 'InstrumentedModel'),
      ...at('wrapper', 'WrapperModel'),
      ...at('concurrency', 'ConcurrencyLimitedModel'),
    ],
    kind: 'model',
    model: ['wrapped', '[0]'],
    id: 'provider:model',
  },
  { python: 'pydantic_ai.models.infer_model', kind: 'model', model: ['model', '[0]'], id: 'provider:model' },
]
