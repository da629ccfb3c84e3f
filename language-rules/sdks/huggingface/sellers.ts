// https://huggingface.co/docs/inference-providers/pricing: a request is billed at the price of the provider it is routed to, with nothing
// added. The names are those of PROVIDER_T in inference/_providers/__init__.py of huggingface_hub.
import type { Provider } from '../../../core/types.ts'

/** Those whose own prices are not carried: Hugging Face sends the bill. */
const routed = [
  ...['auto', 'hf-inference', 'null', 'baseten', 'clarifai', 'deepinfra', 'featherless-ai', 'hyperbolic', 'novita'],
  ...['nscale', 'ovhcloud', 'publicai', 'scaleway', 'wavespeed', 'zai-org'],
]

const own: Readonly<Record<string, Provider>> = {
  'black-forest-labs': 'black-forest-labs',
  cerebras: 'cerebras',
  cohere: 'cohere',
  'fal-ai': 'fal',
  'fireworks-ai': 'fireworks',
  groq: 'groq',
  nebius: 'nebius',
  openai: 'openai',
  replicate: 'replicate',
  sambanova: 'sambanova',
  together: 'together',
}

export const sells: Readonly<Record<string, Readonly<Record<string, Provider>>>> = {
  provider: { ...Object.fromEntries(routed.map((name) => [name, 'huggingface' as const])), ...own },
}
