// https://reference.langchain.com/python/langchain/models
import type { Provider } from '../../../core/types.ts'

/** What the name of a model tells of who sells it: `model` of `init_chat_model`. */
export const inferred: readonly (readonly [RegExp, Provider])[] = [
  [/^(gpt-|o1|o3)/, 'openai'],
  [/^claude/, 'anthropic'],
  [/^amazon/, 'bedrock'],
  [/^gemini/, 'vertex'],
  [/^command/, 'cohere'],
  [/^accounts\/fireworks/, 'fireworks'],
  [/^mistral/, 'mistral'],
  [/^deepseek/, 'deepseek'],
  [/^grok/, 'xai'],
  [/^sonar/, 'perplexity'],
]

/** Its `model_provider`. */
export const sellers: Readonly<Record<string, Provider>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  azure_openai: 'azure-openai',
  google_vertexai: 'vertex',
  'google-vertexai': 'vertex',
  google_anthropic_vertex: 'vertex',
  google_genai: 'google',
  'google-genai': 'google',
  bedrock: 'bedrock',
  bedrock_converse: 'bedrock',
  anthropic_bedrock: 'bedrock',
  cohere: 'cohere',
  fireworks: 'fireworks',
  together: 'together',
  mistralai: 'mistral',
  groq: 'groq',
  ollama: 'local',
  deepseek: 'deepseek',
  xai: 'xai',
  openrouter: 'openrouter',
  perplexity: 'perplexity',
}
