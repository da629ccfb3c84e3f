// The HTTP references: https://platform.openai.com/docs/api-reference and those who speak it,
// https://learn.microsoft.com/azure/ai-foundry/openai/reference, https://platform.claude.com/docs/en/api/messages,
// https://ai.google.dev/api/generate-content, https://docs.cohere.com/reference/chat, https://docs.ollama.com/api,
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html, https://api-docs.deepgram.com,
// https://elevenlabs.io/docs/api-reference/text-to-speech/convert, https://www.assemblyai.com/docs/api-reference/transcripts/submit
import type { CallShape } from '../../../core/sdk.ts'
import { kinds } from '../workers-ai/kinds.ts'

/** One path of one or more hosts, with the names its JSON body has. */
export interface Endpoint
  extends Pick<CallShape, 'api' | 'apis' | 'maxOutputRequired' | 'cacheMarker' | 'batch' | 'each'> {
  readonly path: RegExp
  readonly model?: readonly string[]
  readonly maxOutput?: readonly string[]
  readonly input: readonly string[]
  readonly n?: string
  readonly size?: string
  readonly quality?: string
  readonly seconds?: string
  readonly tier?: string
  readonly reasoning?: string
  readonly stream?: true | 'stream'
  /** The same path is read without being billed, so the method has to be written. */
  readonly postOnly?: true
}

const model = ['model'] as const

const messages = {
  model,
  maxOutput: ['max_tokens'],
  maxOutputRequired: true,
  input: ['tools', 'system', 'messages'],
  tier: 'service_tier',
  reasoning: 'thinking.budget_tokens',
  cacheMarker: 'cache_control',
} as const

const gemini = {
  api: 'chat',
  maxOutput: ['generationConfig.maxOutputTokens', 'generation_config.max_output_tokens'],
  input: ['systemInstruction', 'system_instruction', 'contents', 'tools'],
  n: 'generationConfig.candidateCount',
  reasoning: 'generationConfig.thinkingConfig.thinkingBudget',
} as const

export const endpoints: readonly Endpoint[] = [
  // Azure has the deployment in the path; what it is called is all that is known of its model.
  {
    path: /(?:\/deployments\/(?<model>[^/]+))?\/chat\/completions$/,
    api: 'chat',
    model,
    maxOutput: ['max_completion_tokens', 'max_tokens'],
    input: ['messages', 'tools', 'functions', 'response_format'],
    n: 'n',
    tier: 'service_tier',
    reasoning: 'reasoning_effort',
    stream: 'stream',
  },
  {
    path: /(?:\/v\d+|\/deployments\/(?<model>[^/]+))\/completions$/,
    api: 'chat',
    model,
    maxOutput: ['max_tokens'],
    input: ['prompt'],
    n: 'n',
    stream: 'stream',
  },
  {
    path: /\/(?:v\d+|openai)\/responses$/,
    api: 'chat',
    model,
    maxOutput: ['max_output_tokens'],
    input: ['instructions', 'input', 'tools', 'text.format'],
    tier: 'service_tier',
    reasoning: 'reasoning.effort',
    stream: 'stream',
  },
  {
    path: /(?:\/v\d+(?:beta)?(?:\/openai)?|\/deployments\/(?<model>[^/]+))\/embeddings$/,
    api: 'embed',
    model,
    input: ['input'],
  },
  {
    path: /(?:\/v\d+|\/deployments\/(?<model>[^/]+))\/images\/(?:generations|edits|variations)$/,
    api: 'image',
    model,
    input: ['prompt'],
    n: 'n',
    size: 'size',
    quality: 'quality',
  },
  {
    path: /\/v\d+\/videos(?:\/[^/]+\/remix)?$/,
    api: 'video',
    model,
    input: ['prompt'],
    size: 'size',
    seconds: 'seconds',
    postOnly: true,
  },
  {
    path: /(?:\/v\d+|\/deployments\/(?<model>[^/]+))\/audio\/speech$/,
    api: 'speech',
    model,
    input: ['input', 'instructions'],
  },
  {
    path: /(?:\/v\d+|\/deployments\/(?<model>[^/]+))\/audio\/(?:transcriptions|translations)$/,
    api: 'transcribe',
    model,
    input: ['prompt'],
  },
  { path: /\.openai\.com\/v1\/batches$/, api: 'batch', input: [], batch: true, postOnly: true },
  {
    path: /(?:\/\/api\.anthropic\.com|\/anthropic|\/\/openrouter\.ai\/api)\/v1\/messages$/,
    api: 'chat',
    ...messages,
    stream: 'stream',
  },
  {
    path: /\/\/api\.anthropic\.com\/v1\/messages\/batches$/,
    api: 'batch',
    ...messages,
    batch: true,
    each: 'requests[].params',
    postOnly: true,
  },
  {
    path: /\/publishers\/anthropic\/models\/(?<model>[^/:]+):(?:stream)?[rR]awPredict$/,
    ...messages,
    api: 'chat',
    model: [],
  },
  { path: /\/models\/(?<model>[^/:]+):generateContent$/, ...gemini },
  { path: /\/models\/(?<model>[^/:]+):streamGenerateContent$/, ...gemini, stream: true },
  {
    path: /\/models\/(?<model>[^/:]+):(?:embedContent|batchEmbedContents)$/,
    api: 'embed',
    input: ['content', 'requests'],
  },
  {
    path: /\/\/api\.cohere\.(?:ai|com)\/v\d\/chat$/,
    api: 'chat',
    model,
    maxOutput: ['max_tokens'],
    input: ['preamble', 'message', 'messages', 'documents', 'tools'],
    stream: 'stream',
  },
  { path: /\/\/api\.cohere\.(?:ai|com)\/v\d\/embed$/, api: 'embed', model, input: ['texts', 'inputs'] },
  { path: /(?<!\blocalhost(?::\d+)?)\/v\d\/rerank$/, api: 'rerank', model, input: ['query', 'documents'] },
  {
    path: /\/\/bedrock-runtime\.[^/]+\/model\/(?<model>[^/]+)\/converse(?:-stream)?$/,
    api: 'chat',
    maxOutput: ['inferenceConfig.maxTokens'],
    input: ['system', 'messages', 'toolConfig.tools'],
  },
  {
    path: /\/\/bedrock-runtime\.[^/]+\/model\/(?<model>[^/]+)\/invoke(?:-with-response-stream)?$/,
    api: 'chat',
    maxOutput: ['max_tokens', 'max_gen_len', 'textGenerationConfig.maxTokenCount', 'inferenceConfig.maxTokens'],
    input: ['system', 'messages', 'prompt', 'inputText'],
  },
  {
    path: /:11434\/api\/(?:chat|generate)$/,
    api: 'chat',
    model,
    maxOutput: ['options.num_predict'],
    input: ['system', 'prompt', 'messages', 'tools'],
  },
  { path: /:11434\/api\/embed(?:dings)?$/, api: 'embed', model, input: ['input', 'prompt'] },
  // https://developers.cloudflare.com/workers-ai/get-started/rest-api/, and by way of a gateway of theirs.
  {
    path: /\/\/(?:api\.cloudflare\.com\/client\/v4\/accounts\/[^/]+\/ai\/run|gateway\.ai\.cloudflare\.com\/v1\/[^/]+\/[^/]+\/workers-ai)\/(?<model>(?!v1\/).+)$/,
    api: 'chat',
    apis: kinds,
    maxOutput: ['max_tokens'],
    input: ['messages', 'prompt', 'text', 'input_text', 'query', 'contexts', 'tools', 'response_format'],
    stream: 'stream',
  },
  { path: /\/\/api(?:\.eu)?\.deepgram\.com\/v1\/listen$/, api: 'transcribe', model: [], input: [] },
  { path: /\/\/api(?:\.eu)?\.deepgram\.com\/v1\/speak$/, api: 'speech', model: [], input: ['text'] },
  {
    path: /\.elevenlabs\.io\/v1\/text-to-speech\/[^/]+(?:\/stream)?(?:\/with-timestamps)?$/,
    api: 'speech',
    model: ['model_id'],
    input: ['text'],
  },
  { path: /\.elevenlabs\.io\/v1\/speech-to-text$/, api: 'transcribe', model: ['model_id'], input: [], postOnly: true },
  { path: /\.assemblyai\.com\/v2\/transcript$/, api: 'transcribe', model: ['speech_model'], input: [], postOnly: true },
]
