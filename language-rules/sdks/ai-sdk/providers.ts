// https://ai-sdk.dev/providers: what each package exports, and who bills it
import type { ClientShape } from '../../../core/sdk.ts'
import type { Provider } from '../../../core/types.ts'

/** What a package's provider is called, what makes another of it, and who bills its models. */
type Package = readonly [name: string, exports: string, makers: string, provider: Provider | undefined]

const packages: readonly Package[] = [
  ['@ai-sdk/openai', 'openai', 'createOpenAI', 'openai'],
  ['@ai-sdk/azure', 'azure', 'createAzure', 'azure-openai'],
  ['@ai-sdk/anthropic', 'anthropic', 'createAnthropic', 'anthropic'],
  ['@ai-sdk/amazon-bedrock', 'bedrock amazonBedrock', 'createAmazonBedrock', 'bedrock'],
  [
    '@ai-sdk/amazon-bedrock/anthropic',
    'bedrockAnthropic amazonBedrockAnthropic',
    'createBedrockAnthropic createAmazonBedrockAnthropic',
    'bedrock',
  ],
  ['@ai-sdk/amazon-bedrock/mantle', 'bedrockMantle', 'createBedrockMantle', 'bedrock'],
  ['@ai-sdk/google', 'google', 'createGoogleGenerativeAI createGoogle', 'google'],
  ...['', '/edge'].flatMap((edge): readonly Package[] => [
    [`@ai-sdk/google-vertex${edge}`, 'vertex googleVertex', 'createVertex createGoogleVertex', 'vertex'],
    [
      `@ai-sdk/google-vertex/anthropic${edge}`,
      'vertexAnthropic googleVertexAnthropic',
      'createVertexAnthropic createGoogleVertexAnthropic',
      'vertex',
    ],
    [
      `@ai-sdk/google-vertex/maas${edge}`,
      'vertexMaas googleVertexMaas',
      'createVertexMaas createGoogleVertexMaas',
      'vertex',
    ],
    [`@ai-sdk/google-vertex/xai${edge}`, 'googleVertexXai', 'createGoogleVertexXai', 'vertex'],
  ]),
  ['@ai-sdk/mistral', 'mistral', 'createMistral', 'mistral'],
  ['@ai-sdk/cohere', 'cohere', 'createCohere', 'cohere'],
  ['@ai-sdk/groq', 'groq', 'createGroq', 'groq'],
  ['@ai-sdk/xai', 'xai', 'createXai', 'xai'],
  ['@ai-sdk/deepseek', 'deepseek deepSeek', 'createDeepSeek', 'deepseek'],
  ['@ai-sdk/togetherai', 'togetherai', 'createTogetherAI', 'together'],
  ['@ai-sdk/fireworks', 'fireworks', 'createFireworks', 'fireworks'],
  ['@ai-sdk/perplexity', 'perplexity', 'createPerplexity', 'perplexity'],
  ['@ai-sdk/cerebras', 'cerebras', 'createCerebras', 'cerebras'],
  ['@ai-sdk/moonshotai', 'moonshotai', 'createMoonshotAI', 'moonshot'],
  ['@ai-sdk/huggingface', 'huggingface huggingFace', 'createHuggingFace', 'huggingface'],
  ['@ai-sdk/voyage', 'voyage', 'createVoyage', 'voyage'],
  ['@ai-sdk/replicate', 'replicate', 'createReplicate', 'replicate'],
  ['@ai-sdk/fal', 'fal', 'createFal', 'fal'],
  ['@ai-sdk/black-forest-labs', 'blackForestLabs', 'createBlackForestLabs', 'black-forest-labs'],
  ['@ai-sdk/elevenlabs', 'elevenlabs elevenLabs', 'createElevenLabs', 'elevenlabs'],
  ['@ai-sdk/deepgram', 'deepgram', 'createDeepgram', 'deepgram'],
  ['@ai-sdk/assemblyai', 'assemblyai', 'createAssemblyAI', 'assemblyai'],
  // Where the host decides, or we carry no prices of theirs.
  ['@ai-sdk/openai-compatible', '', 'createOpenAICompatible', undefined],
  ['@ai-sdk/open-responses', '', 'createOpenResponses', undefined],
  ['@ai-sdk/alibaba', 'alibaba', 'createAlibaba', undefined],
  ['@ai-sdk/anthropic-aws', 'anthropicAws', 'createAnthropicAws', undefined],
  ['@ai-sdk/baseten', 'baseten', 'createBaseten', undefined],
  ['@ai-sdk/bytedance', 'byteDance', 'createByteDance', undefined],
  ['@ai-sdk/cartesia', 'cartesia', 'createCartesia', undefined],
  ['@ai-sdk/deepinfra', 'deepinfra deepInfra', 'createDeepInfra', undefined],
  ['@ai-sdk/fish-audio', 'fishAudio', 'createFishAudio', undefined],
  ['@ai-sdk/gladia', 'gladia', 'createGladia', undefined],
  ['@ai-sdk/gmicloud', 'gmicloud', 'createGmicloud', undefined],
  ['@ai-sdk/hume', 'hume', 'createHume', undefined],
  ['@ai-sdk/klingai', 'klingai', 'createKlingAI', undefined],
  ['@ai-sdk/lmnt', 'lmnt', 'createLMNT', undefined],
  ['@ai-sdk/luma', 'luma', 'createLuma', undefined],
  ['@ai-sdk/minimax', 'minimax', 'createMiniMax', undefined],
  ['@ai-sdk/prodia', 'prodia', 'createProdia', undefined],
  ['@ai-sdk/quiverai', 'quiverai', 'createQuiverAI', undefined],
  ['@ai-sdk/revai', 'revai', 'createRevai', undefined],
  // https://ai-sdk.dev/providers/community-providers
  ['@openrouter/ai-sdk-provider', 'openrouter', 'createOpenRouter', 'openrouter'],
  ['ollama-ai-provider', 'ollama', 'createOllama', 'local'],
  ['ollama-ai-provider-v2', 'ollama', 'createOllama', 'local'],
  ['ai-sdk-ollama', 'ollama', 'createOllama', 'local'],
  ['workers-ai-provider', '', 'createWorkersAI', 'cloudflare'],
  ['voyage-ai-provider', 'voyage', 'createVoyage', 'voyage'],
  ['jina-ai-provider', 'jina', 'createJina', 'jina'],
  ['sambanova-ai-provider', 'sambanova', 'createSambaNova', 'sambanova'],
  ['anthropic-vertex-ai', 'anthropicVertex', 'createAnthropicVertex', 'vertex'],
  ['zhipu-ai-provider', 'zhipu', 'createZhipu', undefined],
  ['qwen-ai-provider', 'qwen', 'createQwen', undefined],
  ['vercel-minimax-ai-provider', 'minimax minimaxOpenAI minimaxAnthropic', 'createMinimax', undefined],
  ['@friendliai/ai-provider', 'friendli', '', undefined],
  ['@requesty/ai-sdk', 'requesty', 'createRequesty', undefined],
  ['@helicone/ai-sdk-provider', '', 'createHelicone', undefined],
  ['@aihubmix/ai-sdk-provider', 'aihubmix', '', undefined],
  ['ai-sdk-provider-claude-code', 'claudeCode', 'createClaudeCode', undefined],
  ['ai-sdk-provider-gemini-cli', '', 'createGeminiProvider', undefined],
]

/** What makes a model of a provider's, besides calling the provider itself. */
const methods = [
  ...['languageModel', 'chat', 'chatModel', 'responses', 'messages', 'completion', 'completionModel', 'interactions'],
  ...['generativeAI', 'deepseek', 'embedding', 'embeddingModel', 'textEmbedding', 'textEmbeddingModel'],
  ...['reranking', 'rerankingModel', 'image', 'imageModel', 'video', 'videoModel', 'speech', 'speechModel'],
  ...['transcription', 'transcriptionModel', 'translation', 'speechTranslationModel'],
]

const modelsOf = (provider: string) => [provider, ...methods.map((method) => `${provider}.${method}`)]

const split = (names: string) => names.split(' ').filter((name) => name !== '')

/** What a provider that is made stands for. */
const madeOf = ([name]: Package) => `${name}#provider`

/** Their URLs are of an account or a region: whoever it belongs to pays the cloud. */
const ofClouds: ReadonlySet<Provider | undefined> = new Set(['azure-openai', 'bedrock', 'vertex'])

export const providers: readonly ClientShape[] = packages.map((each) => ({
  typescript: [madeOf(each), ...split(each[1]).map((name) => `${each[0]}#${name}`)].flatMap(modelsOf),
  kind: 'model',
  provider: each[3] ?? 'unknown',
  ...(ofClouds.has(each[3]) ? {} : { baseUrl: ['baseURL', 'url'] }),
  model: '[0]',
  // Settings of a model were a second argument before 5.0.
  reasoning: '[1].reasoningEffort',
}))

const gateways = ['ai#gateway', '@ai-sdk/gateway#gateway']

export const gateway: ClientShape = {
  typescript: gateways.flatMap(modelsOf),
  kind: 'model',
  provider: 'gateway',
  model: '[0]',
  id: 'gateway',
}

export const same: Readonly<Record<string, string>> = Object.fromEntries([
  ...packages.flatMap((each) => split(each[2]).map((name) => [`${each[0]}#${name}()`, madeOf(each)])),
  ...['ai#createGateway()', '@ai-sdk/gateway#createGateway()', '@ai-sdk/gateway#createGatewayProvider()'].map(
    (name) => [name, gateways[0]],
  ),
])

/** What such a method picks a model from, in what a provider of one's own is made with. */
const records: Readonly<Record<string, readonly string[]>> = {
  languageModel: ['languageModels'],
  embeddingModel: ['embeddingModels', 'textEmbeddingModels'],
  textEmbeddingModel: ['embeddingModels', 'textEmbeddingModels'],
  imageModel: ['imageModels'],
  transcriptionModel: ['transcriptionModels'],
  speechModel: ['speechModels'],
  rerankingModel: ['rerankingModels'],
  videoModel: ['videoModels'],
}

const makers = ['customProvider', 'experimental_customProvider']
const registries = ['createProviderRegistry', 'experimental_createProviderRegistry']
const asked = (names: readonly string[], method: string) => names.map((name) => `ai#${name}().${method}`)

/** Providers of one's own: https://ai-sdk.dev/docs/ai-sdk-core/provider-management */
export const ownProviders: readonly ClientShape[] = Object.entries(records).flatMap(([method, from]) => [
  { typescript: asked(makers, method), kind: 'model', picks: { from, instead: 'fallbackProvider' } },
  {
    typescript: asked(registries, method),
    kind: 'model',
    picks: { others: { from: '[0]', mark: ':', markFrom: '[1].separator' } },
  },
  { typescript: asked(['wrapProvider'], method), kind: 'model', picks: { instead: 'provider' } },
])
