import { mapKnown, valueOf } from '../known.ts'
import type { IdForm } from '../sdk.ts'
import type { Known, Offered, Provider } from '../types.ts'
import type { Biller } from './providers.ts'

/**
 * Who sells a model, by the word before its id, as LiteLLM (https://docs.litellm.ai/docs/providers), LangChain's `init_chat_model`
 * (https://docs.langchain.com/oss/python/langchain/models) and Pydantic AI (https://ai.pydantic.dev/models/) write it.
 */
const prefixes: Readonly<Record<string, Provider>> = {
  openai: 'openai',
  'openai-chat': 'openai',
  'openai-responses': 'openai',
  text_completion_openai: 'openai',
  azure: 'azure-openai',
  azure_openai: 'azure-openai',
  anthropic: 'anthropic',
  bedrock: 'bedrock',
  bedrock_converse: 'bedrock',
  vertex_ai: 'vertex',
  vertex_ai_beta: 'vertex',
  google_vertexai: 'vertex',
  'google-vertexai': 'vertex',
  'google-vertexai-web': 'vertex',
  google_anthropic_vertex: 'vertex',
  anthropic_bedrock: 'bedrock',
  'google-vertex': 'vertex',
  gemini: 'google',
  google: 'google',
  google_genai: 'google',
  'google-genai': 'google',
  'google-gla': 'google',
  mistral: 'mistral',
  mistralai: 'mistral',
  codestral: 'mistral',
  groq: 'groq',
  together: 'together',
  together_ai: 'together',
  fireworks: 'fireworks',
  fireworks_ai: 'fireworks',
  cohere: 'cohere',
  cohere_chat: 'cohere',
  deepseek: 'deepseek',
  xai: 'xai',
  grok: 'xai',
  openrouter: 'openrouter',
  perplexity: 'perplexity',
  replicate: 'replicate',
  googleai: 'google',
  'amazon-bedrock': 'bedrock',
  togetherai: 'together',
  'fireworks-ai': 'fireworks',
  ollama: 'local',
  ollama_chat: 'local',
  lm_studio: 'local',
  lmstudio: 'local',
  vertexai: 'vertex',
  'google-cloud': 'vertex',
  'generative-ai': 'google',
  'bedrock-mantle': 'bedrock',
  aws: 'bedrock',
  cerebras: 'cerebras',
  sambanova: 'sambanova',
  nebius: 'nebius',
  moonshot: 'moonshot',
  moonshotai: 'moonshot',
  huggingface: 'huggingface',
  voyage: 'voyage',
  voyageai: 'voyage',
  jina_ai: 'jina',
  deepgram: 'deepgram',
  elevenlabs: 'elevenlabs',
}

/** Words before that of the seller: what carries the call, and bills nothing (https://openai.github.io/openai-agents-python/models/). */
const carriers = /^(litellm|any-llm)\//

/** An id without such a word before it, or with one nobody told us of, is left as it is. */
export function providerInId(
  form: IdForm,
  model: Known<string>,
): (Biller & { readonly model: Known<string> }) | undefined {
  if (form !== 'provider/model' && form !== 'provider:model') return undefined
  const mark = form === 'provider/model' ? '/' : ':'
  const carried = mark === '/' ? mapKnown(model, (id) => id.replace(carriers, '')) : model
  const ids = carried.is === 'oneOf' ? carried.among : [valueOf(carried)]
  const found = new Set(ids.map((id) => providerBefore(id, mark)))
  const provider = [...found][0]
  const isCarried = valueOf(model) !== valueOf(carried)
  if (found.size !== 1 || provider === undefined) return isCarried ? { provider: 'unknown', model: carried } : undefined
  const from = carried.is === 'assumed' ? (carried.written ?? carried.via) : undefined
  return { provider, from, model: mapKnown(carried, (id) => id.slice(id.indexOf(mark) + 1)) }
}

/** Of ids of several sellers, each with its own; empty where that is not so of all of them. */
export function offeredInIds(form: IdForm, model: Known<string>): readonly Offered[] {
  if (model.is !== 'oneOf' || (form !== 'provider/model' && form !== 'provider:model')) return []
  const mark = form === 'provider/model' ? '/' : ':'
  const offered = model.among.flatMap((id): readonly Offered[] => {
    const own = mark === '/' ? id.replace(carriers, '') : id
    const provider = providerBefore(own, mark)
    const value = own.slice(own.indexOf(mark) + 1)
    return provider === undefined ? [] : [{ provider, model: { is: 'known', value, at: model.at, via: 'constant' } }]
  })
  return offered.length === model.among.length ? offered : []
}

function providerBefore(id: string | undefined, mark: string): Provider | undefined {
  const at = id?.indexOf(mark) ?? -1
  const word = id?.slice(0, Math.max(0, at)) ?? ''
  return Object.hasOwn(prefixes, word) ? prefixes[word] : undefined
}
