// Services that pass a call on to a provider and bill the provider's own price: the prefix of the model id names the provider.
import type { Provider } from '../types.ts'

type Prefixes = Readonly<Record<string, Provider>>

/** https://vercel.com/docs/ai-gateway/pricing: list prices, no markup. */
const gateway: Prefixes = {
  openai: 'openai',
  anthropic: 'anthropic',
  google: 'google',
  mistral: 'mistral',
  cohere: 'cohere',
  deepseek: 'deepseek',
  xai: 'xai',
  perplexity: 'perplexity',
}

/** https://docs.litellm.ai/docs/providers. `azure/` names a deployment, not a model, and is left out. */
const litellm: Prefixes = {
  openai: 'openai',
  anthropic: 'anthropic',
  bedrock: 'bedrock',
  gemini: 'google',
  vertex_ai: 'vertex',
  mistral: 'mistral',
  groq: 'groq',
  together_ai: 'together',
  fireworks_ai: 'fireworks',
  cohere: 'cohere',
  deepseek: 'deepseek',
  xai: 'xai',
  openrouter: 'openrouter',
  perplexity: 'perplexity',
  replicate: 'replicate',
  voyage: 'voyage',
  jina_ai: 'jina',
  deepgram: 'deepgram',
  elevenlabs: 'elevenlabs',
  assemblyai: 'assemblyai',
  fal_ai: 'fal',
  stability: 'stability',
  recraft: 'recraft',
  runwayml: 'runway',
  black_forest_labs: 'black-forest-labs',
  moonshot: 'moonshot',
  cerebras: 'cerebras',
  sambanova: 'sambanova',
  nebius: 'nebius',
}

const routers: Readonly<Partial<Record<Provider, Prefixes>>> = { gateway, litellm }

/** LiteLLM also takes the ids of these two without a prefix. */
const barePrefix: readonly (readonly [RegExp, Provider])[] = [
  [/^(ft:)?(gpt-|o[134](-|$)|chatgpt-|text-embedding-|dall-e-|tts-1|whisper-1$)/, 'openai'],
  [/^claude-/, 'anthropic'],
]

/** Who bills the call, and under which id; undefined where the router does not say. */
export function routed(provider: Provider, model: string): { provider: Provider; model: string } | undefined {
  const prefixes = routers[provider]
  if (prefixes === undefined) return { provider, model }
  const slash = model.indexOf('/')
  const to = prefixes[model.slice(0, Math.max(0, slash))]
  if (to !== undefined) return { provider: to, model: model.slice(slash + 1) }
  const direct = provider === 'litellm' && slash < 0 ? barePrefix.find(([ids]) => ids.test(model)) : undefined
  return direct && { provider: direct[1], model }
}

/** Whose model OpenRouter sells under an id, and what that one calls it: `anthropic/claude-haiku-4.5` is Anthropic's `claude-haiku-4-5`. */
export function madeBy(id: string): { provider: Provider; model: string } | undefined {
  const made = routed('gateway', id)
  return made?.provider === 'anthropic' ? { ...made, model: made.model.replaceAll('.', '-') } : made
}
