import type { Provider } from '../types.ts'

/** Stands for what only a run can tell, inside a URL. */
export const hole = '\u0000'

const hosts: readonly (readonly [RegExp, Provider])[] = [
  [/(^|\.)openai\.azure\.com$|\.cognitiveservices\.azure\.com$|\.services\.ai\.azure\.com$/, 'azure-openai'],
  [/^([a-z0-9-]+\.)?api\.openai\.com$/, 'openai'],
  [/^api\.anthropic\.com$/, 'anthropic'],
  [/^api\.together\.(xyz|ai)$/, 'together'],
  [/^api\.groq\.com$/, 'groq'],
  [/^api\.mistral\.ai$|^codestral\.mistral\.ai$/, 'mistral'],
  [/^api\.deepseek\.com$/, 'deepseek'],
  [/^api\.x\.ai$/, 'xai'],
  [/^openrouter\.ai$/, 'openrouter'],
  [/^api\.perplexity\.ai$/, 'perplexity'],
  [/^api\.fireworks\.ai$/, 'fireworks'],
  [/^api\.cohere\.(ai|com)$/, 'cohere'],
  [/^generativelanguage\.googleapis\.com$/, 'google'],
  [/^([^.]+-)?aiplatform\.googleapis\.com$/, 'vertex'],
  [/^bedrock-(runtime|mantle)\.[^.]+\.(amazonaws\.com|api\.aws)$/, 'bedrock'],
  [/^ai-gateway\.vercel\.sh$/, 'gateway'],
  [/^api\.moonshot\.(ai|cn)$/, 'moonshot'],
  [/^api\.cerebras\.ai$/, 'cerebras'],
  [/^api\.sambanova\.ai$/, 'sambanova'],
  [/^api\.(studio|tokenfactory)\.nebius\.(ai|com)$/, 'nebius'],
  [/^(api-inference|router)\.huggingface\.co$/, 'huggingface'],
  [/^api\.cloudflare\.com$/, 'cloudflare'],
  [/^api\.voyageai\.com$/, 'voyage'],
  [/^api\.jina\.ai$/, 'jina'],
  [/^api\.replicate\.com$/, 'replicate'],
  [/^(queue\.)?fal\.run$/, 'fal'],
  [/^api(\.eu)?\.deepgram\.com$/, 'deepgram'],
  [/^api(\.us|\.[a-z]+\.residency)?\.elevenlabs\.io$/, 'elevenlabs'],
  [/^(api|sync|llm-gateway)(\.eu)?\.assemblyai\.com$/, 'assemblyai'],
  [/^api\.stability\.ai$/, 'stability'],
  // Passes on what it is sent: https://docs.helicone.ai/getting-started/integration-method/gateway
  [/^oai\.(helicone\.ai|hconeai\.com)$/, 'openai'],
  [/^anthropic\.(helicone\.ai|hconeai\.com)$/, 'anthropic'],
  [/^together\.(helicone\.ai|hconeai\.com)$/, 'together'],
  [/^groq\.(helicone\.ai|hconeai\.com)$/, 'groq'],
  [/^openrouter\.(helicone\.ai|hconeai\.com)$/, 'openrouter'],
  [/^deepseek\.(helicone\.ai|hconeai\.com)$/, 'deepseek'],
  [/^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|host\.docker\.internal)$|\.local(host)?$/, 'local'],
]

/** A gateway passes on what it is sent: https://developers.cloudflare.com/ai-gateway/usage/providers/. One of all sellers' models names none. */
const gateway = /^(?:[a-z]+:\/\/)?gateway\.ai\.cloudflare\.com\/v1\/[^/]+\/[^/]+\/([a-z-]+)(?:\/|$)/i

const passedOn: Readonly<Record<string, Provider>> = {
  'workers-ai': 'cloudflare',
  openai: 'openai',
  'azure-openai': 'azure-openai',
  anthropic: 'anthropic',
  'aws-bedrock': 'bedrock',
  'google-ai-studio': 'google',
  'google-vertex-ai': 'vertex',
  groq: 'groq',
  mistral: 'mistral',
  cohere: 'cohere',
  deepseek: 'deepseek',
  grok: 'xai',
  openrouter: 'openrouter',
  'perplexity-ai': 'perplexity',
  cerebras: 'cerebras',
  elevenlabs: 'elevenlabs',
  huggingface: 'huggingface',
  replicate: 'replicate',
}

/** Who bills it; `from` where that is assumed: what it is taken from. */
export interface Biller<P = Provider> {
  readonly provider: P
  readonly from?: string | undefined
  /** Where it is `unknown` because it is one of these. */
  readonly among?: readonly Provider[] | undefined
}

/** One of several that may bill it: `unknown` unless they are all the same, with all of them where all are known. */
export function agreed<P extends Provider | undefined>(each: readonly Biller<P>[]): Biller<P | 'unknown'> {
  const [first, ...others] = each
  if (!first || first.provider === 'unknown' || others.some(({ provider }) => provider !== first.provider))
    return { provider: 'unknown', among: amongAll(each) }
  return each.find(({ from }) => from !== undefined) ?? first
}

function amongAll(each: readonly Biller<Provider | undefined>[]): readonly Provider[] | undefined {
  const all = each.flatMap(({ provider, among }): readonly (Provider | undefined)[] => among ?? [provider])
  const known = all.filter((provider): provider is Provider => provider !== undefined && provider !== 'unknown')
  return known.length === all.length && new Set(known).size > 1 ? [...new Set(known)] : undefined
}

/** Who bills what is sent to a base URL; `unknown` for a host nobody told us of. Parts filled at run time are `hole`s. */
export function providerAt(url: string): Provider {
  const [, host = '', port] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?/i.exec(url.trim()) ?? []
  if (port === '11434') return 'local'
  const through = gateway.exec(url.trim())?.[1]?.toLowerCase()
  if (through) return (Object.hasOwn(passedOn, through) ? passedOn[through] : undefined) ?? 'unknown'
  const known = hosts.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1]
  return known ?? (/\/openai\/deployments\//.test(url) ? 'azure-openai' : 'unknown')
}
