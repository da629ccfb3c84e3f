// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations.html
import type { CallShape } from '../../../core/sdk.ts'

type Shape = Omit<CallShape, 'path' | 'on'>

const converse: Shape = {
  api: 'chat',
  model: 'modelId',
  // What is given to the model as it is, under the name its own body has.
  maxOutput: ['inferenceConfig.maxTokens', 'additionalModelRequestFields.max_tokens'],
  // Prompts are cached in this order: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
  input: ['toolConfig.tools', 'system', 'messages'],
  tier: ['serviceTier.type', 'performanceConfig.latency'],
  reasoning: [
    'additionalModelRequestFields.thinking.budget_tokens',
    'additionalModelRequestFields.reasoning_config.budget_tokens',
    'additionalModelRequestFields.reasoning_effort',
  ],
  cacheMarker: 'cachePoint',
}

/** Each family of models has its own body: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html */
const bodyLimits = [
  'max_tokens',
  'max_completion_tokens',
  'inferenceConfig.maxTokens',
  'inferenceConfig.max_new_tokens',
  'textGenerationConfig.maxTokenCount',
  'max_gen_len',
  'max_tokens_to_sample',
  'maxTokens',
  'max_new_tokens',
]
const bodyInputs = [
  'tools',
  'toolConfig.tools',
  'system',
  'messages',
  'prompt',
  'inputText',
  'texts',
  'message',
  'text',
  'textToImageParams.text',
  'text_prompts',
  'singleEmbeddingParams.text.value',
]
const under = (field: string, names: readonly string[]) => names.map((name) => `${field}.${name}`)

/** Models that answer with no text, as their ids are written: https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html */
const kinds = [
  { api: 'embed', model: /embed/ },
  {
    api: 'image',
    model: /image-generator|nova-canvas|stability\./,
  },
  { api: 'video', model: /nova-reel|luma\.ray/ },
  { api: 'rerank', model: /rerank/ },
] as const

const body = (field: string): Shape => ({
  api: 'chat',
  apis: [
    ...kinds,
    {
      api: 'image',
      given: under(field, ['imageGenerationConfig', 'textToImageParams', 'text_prompts', 'aspect_ratio']),
    },
    { api: 'video', given: under(field, ['videoGenerationConfig', 'textToVideoParams']) },
    { api: 'embed', given: under(field, ['embeddingConfig', 'embeddingParams', 'singleEmbeddingParams']) },
  ],
  model: 'modelId',
  maxOutput: under(field, bodyLimits),
  // Claude refuses a body without one; each other family has a name of its own for it, so that none can be suggested.
  maxOutputRequired: true,
  input: under(field, bodyInputs),
  n: under(field, ['imageGenerationConfig.numberOfImages', 'samples']),
  // https://docs.aws.amazon.com/nova/latest/userguide/content-generation.html; `duration` and `resolution` are Luma's.
  size: under(field, ['videoGenerationConfig.dimension', 'resolution']),
  sides: [
    under(field, ['imageGenerationConfig.width', 'width']),
    under(field, ['imageGenerationConfig.height', 'height']),
  ],
  quality: under(field, ['imageGenerationConfig.quality']),
  seconds: under(field, ['videoGenerationConfig.durationSeconds', 'duration']),
  tier: ['serviceTier', 'performanceConfigLatency'],
  reasoning: under(field, ['thinking.budget_tokens', 'reasoning_effort']),
  cacheMarker: 'cache_control',
})

const agent: Shape = { api: 'chat', input: ['inputText'] }
const inlineAgent: Shape = { api: 'chat', model: 'foundationModel', input: ['instruction', 'inputText'] }
const flow: Shape = { api: 'chat', input: ['inputs'] }

const rag = (where: 'knowledgeBaseConfiguration' | 'externalSourcesConfiguration') =>
  `retrieveAndGenerateConfiguration.${where}`
const places = [rag('knowledgeBaseConfiguration'), rag('externalSourcesConfiguration')]
const generate: Shape = {
  api: 'chat',
  model: places.map((place) => `${place}.modelArn`),
  maxOutput: places.map((place) => `${place}.generationConfiguration.inferenceConfig.textInferenceConfig.maxTokens`),
  input: [...places.map((place) => `${place}.generationConfiguration.promptTemplate.textPromptTemplate`), 'input.text'],
}

const rerank: Shape = {
  api: 'rerank',
  model: 'rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn',
  input: ['queries'],
}

/** A retrieval is billed by the request, and by the token once it answers with a model. */
const agenticRetrieve: Shape = {
  api: 'chat',
  model: [
    'agenticRetrieveConfiguration.foundationModelConfiguration.bedrockFoundationModelConfiguration.modelConfiguration.modelArn',
    'agenticRetrieveConfiguration.foundationModelConfiguration.mantleFoundationModelConfiguration.modelConfiguration.modelId',
  ],
  input: ['messages'],
  repeats: { 'agenticRetrieveConfiguration.maxAgentIteration': 'agent' },
}

/** An operation, as Python names it; TypeScript's client and command have the same words. */
interface Operation {
  readonly name: string
  readonly of: 'runtime' | 'agents' | 'control' | 'core'
  readonly shape: Shape
}

const operations: readonly Operation[] = [
  { name: 'converse', of: 'runtime', shape: converse },
  { name: 'converse_stream', of: 'runtime', shape: { ...converse, stream: true } },
  { name: 'invoke_model', of: 'runtime', shape: body('body') },
  { name: 'invoke_model_with_response_stream', of: 'runtime', shape: { ...body('body'), stream: true } },
  {
    name: 'invoke_model_with_bidirectional_stream',
    of: 'runtime',
    shape: { api: 'chat', model: 'modelId', input: [], stream: true },
  },
  { name: 'start_async_invoke', of: 'runtime', shape: body('modelInput') },
  { name: 'apply_guardrail', of: 'runtime', shape: { api: 'moderate', input: ['content'] } },
  { name: 'invoke_guardrail_checks', of: 'runtime', shape: { api: 'moderate', input: ['messages'] } },
  { name: 'invoke_agent', of: 'agents', shape: agent },
  { name: 'invoke_inline_agent', of: 'agents', shape: inlineAgent },
  { name: 'invoke_flow', of: 'agents', shape: flow },
  { name: 'start_flow_execution', of: 'agents', shape: flow },
  { name: 'retrieve_and_generate', of: 'agents', shape: generate },
  { name: 'retrieve_and_generate_stream', of: 'agents', shape: { ...generate, stream: true } },
  { name: 'agentic_retrieve_stream', of: 'agents', shape: { ...agenticRetrieve, stream: true } },
  { name: 'rerank', of: 'agents', shape: rerank },
  { name: 'generate_query', of: 'agents', shape: { api: 'chat', input: ['queryGenerationInput.text'] } },
  {
    name: 'optimize_prompt',
    of: 'agents',
    shape: { api: 'chat', model: 'targetModelId', input: ['input.textPrompt.text'] },
  },
  {
    name: 'create_model_invocation_job',
    of: 'control',
    shape: { api: 'batch', model: 'modelId', input: [], batch: true },
  },
  {
    name: 'create_model_customization_job',
    of: 'control',
    shape: { api: 'fine-tune', model: 'baseModelIdentifier', input: [] },
  },
  {
    name: 'invoke_harness',
    of: 'core',
    shape: {
      api: 'chat',
      model: 'model.bedrockModelConfig.modelId',
      maxOutput: ['model.bedrockModelConfig.maxTokens', 'maxTokens'],
      input: ['tools', 'systemPrompt', 'messages'],
      repeats: { maxIterations: 'agent' },
    },
  },
]

export const packages = {
  runtime: '@aws-sdk/client-bedrock-runtime',
  agents: '@aws-sdk/client-bedrock-agent-runtime',
  control: '@aws-sdk/client-bedrock',
  core: '@aws-sdk/client-bedrock-agentcore',
} as const satisfies Record<Operation['of'], string>

const pascal = (name: string) => name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

export const calls: readonly CallShape[] = operations.flatMap(({ name, of, shape }): readonly CallShape[] => {
  const written = [...new Set([name, camel(name)])].map((path) => ({ path, on: of, ...shape }))
  return [...written, { path: 'send', on: of, made: `${packages[of]}#${pascal(name)}Command`, ...shape }]
})
