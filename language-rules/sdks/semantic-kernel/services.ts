// https://github.com/microsoft/semantic-kernel/tree/main/python/semantic_kernel/connectors/ai
import type { ClientShape } from '../../../core/sdk.ts'

/** From the package of the seller, or the module the class is in. */
const at = (...names: readonly string[]) => names.map((name) => `semantic_kernel.connectors.ai.**.${name}`)
const chat = { kind: 'service', model: 'ai_model_id' } as const
const embedding = { kind: 'embedding', model: 'ai_model_id' } as const
const openai = { provider: 'openai', baseUrl: 'async_client.base_url' } as const
const azure = { provider: 'azure-openai', model: 'deployment_name' } as const
const gemini = { model: 'gemini_model_id' } as const

export const services: readonly ClientShape[] = [
  { python: at('OpenAIChatCompletion', 'OpenAITextCompletion'), ...chat, ...openai },
  { python: at('AzureChatCompletion', 'AzureTextCompletion'), ...chat, ...azure },
  { python: at('AnthropicChatCompletion'), ...chat, provider: 'anthropic' },
  { python: at('GoogleAIChatCompletion', 'GoogleAITextCompletion'), ...chat, ...gemini, provider: 'google' },
  { python: at('VertexAIChatCompletion', 'VertexAITextCompletion'), ...chat, ...gemini, provider: 'vertex' },
  { python: at('MistralAIChatCompletion'), ...chat, provider: 'mistral' },
  {
    python: at('BedrockChatCompletion', 'BedrockTextCompletion'),
    ...chat,
    model: ['model_id', '[0]'],
    provider: 'bedrock',
  },
  {
    python: at('OllamaChatCompletion', 'OllamaTextCompletion', 'HuggingFaceTextCompletion', 'OnnxGenAIChatCompletion'),
    ...chat,
    provider: 'local',
  },
  // Sold by Microsoft and Nvidia under price lists we do not carry.
  { python: at('AzureAIInferenceChatCompletion', 'NvidiaChatCompletion'), ...chat, provider: 'unknown' },
  { python: at('OpenAITextEmbedding'), ...embedding, ...openai },
  { python: at('AzureTextEmbedding'), ...embedding, ...azure },
  { python: at('GoogleAITextEmbedding'), ...embedding, model: 'embedding_model_id', provider: 'google' },
  { python: at('VertexAITextEmbedding'), ...embedding, model: 'embedding_model_id', provider: 'vertex' },
  { python: at('MistralAITextEmbedding'), ...embedding, provider: 'mistral' },
  { python: at('BedrockTextEmbedding'), ...embedding, model: ['model_id', '[0]'], provider: 'bedrock' },
  { python: at('OllamaTextEmbedding', 'HuggingFaceTextEmbedding'), ...embedding, provider: 'local' },
  { python: at('AzureAIInferenceTextEmbedding', 'NvidiaTextEmbedding'), ...embedding, provider: 'unknown' },
  { python: at('OpenAITextToImage'), kind: 'image', model: 'ai_model_id', ...openai },
  { python: at('AzureTextToImage'), kind: 'image', ...azure },
  { python: at('OpenAITextToAudio'), kind: 'speech', model: 'ai_model_id', ...openai },
  { python: at('AzureTextToAudio'), kind: 'speech', ...azure },
  { python: at('OpenAIAudioToText'), kind: 'hearing', model: 'ai_model_id', ...openai },
  { python: at('AzureAudioToText'), kind: 'hearing', ...azure },
]
