import { expect, it } from 'vitest'
import { hole, providerAt } from './providers.ts'

it.each([
  ['https://api.openai.com/v1', 'openai'],
  ['https://eu.api.openai.com/v1', 'openai'],
  [`https://${hole}.openai.azure.com/openai/deployments/${hole}`, 'azure-openai'],
  ['https://api.together.xyz/v1', 'together'],
  ['https://api.groq.com/openai/v1', 'groq'],
  ['https://api.mistral.ai/v1', 'mistral'],
  ['https://api.deepseek.com', 'deepseek'],
  ['https://api.x.ai/v1', 'xai'],
  ['https://openrouter.ai/api/v1', 'openrouter'],
  ['https://api.perplexity.ai', 'perplexity'],
  ['https://api.fireworks.ai/inference/v1', 'fireworks'],
  ['https://generativelanguage.googleapis.com/v1beta/openai/', 'google'],
  ['http://localhost:8000/v1', 'local'],
  ['http://127.0.0.1:1234', 'local'],
  ['http://0.0.0.0:80', 'local'],
  ['http://gpu.local/v1', 'local'],
  ['http://ollama:11434/v1', 'local'],
  ['https://llm.example.com/v1', 'unknown'],
  ['https://api.groq.com.example.com/v1', 'unknown'],
  [`${hole}/v1`, 'unknown'],
  [`https://${hole}/v1`, 'unknown'],
])('%s is billed by %s', (url, provider) => expect(providerAt(url)).toBe(provider))
