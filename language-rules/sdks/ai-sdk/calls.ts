// https://ai-sdk.dev/docs/reference/ai-sdk-core
import type { CallShape, Levers } from '../../../core/sdk.ts'

// A model named by a bare text is sold by the gateway, since 5.0. Two retries are the documented default of every function.
const any = {
  model: 'model',
  id: 'gateway',
  repeats: { maxRetries: { kind: 'retry', default: 2 } },
} as const satisfies Levers

/** What text is billed by. Limits and steps have had these names since 5.0, and had the others before. */
export const text = {
  ...any,
  maxOutput: ['maxOutputTokens', 'maxTokens'],
  tier: [
    'providerOptions.openai.serviceTier',
    'providerOptions.groq.serviceTier',
    'providerOptions.bedrock.serviceTier',
  ],
  reasoning: [
    'providerOptions.openai.reasoningEffort',
    'providerOptions.anthropic.thinking.budgetTokens',
    'providerOptions.anthropic.effort',
    'providerOptions.google.thinkingConfig.thinkingBudget',
    'providerOptions.google.thinkingConfig.thinkingLevel',
    'providerOptions.bedrock.reasoningConfig.budgetTokens',
    'reasoning',
  ],
} as const satisfies Levers

/** Functions a loop's end is given by. */
const counted = ['ai#stepCountIs', 'ai#isStepCount']
const retries = any.repeats

/** Each provider has its own: https://ai-sdk.dev/providers/ai-sdk-providers/anthropic, …/amazon-bedrock */
const cacheMarker = ['cacheControl', 'cachePoint']

// One step, unless it is told to go on.
const stepping = {
  api: 'chat',
  ...text,
  input: ['tools', 'instructions', 'system', 'prompt', 'messages'],
  schema: ['output', 'experimental_output'],
  cacheMarker,
  repeats: { 'stopWhen|maxSteps': { kind: 'agent', counted }, ...retries },
} as const satisfies Omit<CallShape, 'path'>

const object = {
  api: 'chat',
  ...text,
  input: ['schema', 'instructions', 'system', 'prompt', 'messages'],
  cacheMarker,
} as const satisfies Omit<CallShape, 'path'>

/** An agent goes on for 20 steps (https://ai-sdk.dev/docs/agents/loop-control); the experimental one of 5.0 made one. */
export const agent = {
  ...text,
  input: ['tools', 'instructions', 'system'],
  schema: 'output',
  repeats: { stopWhen: { kind: 'agent', counted, default: 20 }, ...retries },
} as const satisfies Levers

export const firstAgent = {
  ...agent,
  repeats: { stopWhen: { kind: 'agent', counted }, ...retries },
} as const satisfies Levers

const asked = { on: 'agent', api: 'chat', input: ['prompt', 'messages'], cacheMarker } as const
const handed = { api: 'chat', of: 'agent', input: ['uiMessages', 'messages'], stream: true } as const
const image = { api: 'image', ...any, n: 'n', size: 'size', input: ['prompt'] } as const
const video = {
  api: 'video',
  ...any,
  n: 'n',
  size: 'resolution',
  seconds: 'duration',
  input: ['prompt'],
} as const
const speech = { api: 'speech', ...any, input: ['instructions', 'text'] } as const
const heard = { api: 'transcribe', ...any, input: [] } as const
const raw = {
  on: 'model',
  api: 'chat',
  maxOutput: ['maxOutputTokens', 'maxTokens'],
  input: ['tools', 'prompt'],
} as const

export const calls: readonly CallShape[] = [
  { path: 'generateText', ...stepping },
  { path: 'streamText', ...stepping, stream: true },
  { path: 'streamUI', ...stepping, repeats: retries, stream: true },
  { path: 'generateObject', ...object },
  { path: 'streamObject', ...object, stream: true },
  // What 3.1 named them: https://github.com/vercel/ai/blob/ai%403.1.0/packages/core/core/index.ts
  { path: 'experimental_generateText', ...stepping },
  { path: 'experimental_streamText', ...stepping, stream: true },
  { path: 'experimental_generateObject', ...object },
  { path: 'experimental_streamObject', ...object, stream: true },
  { path: 'experimental_streamLanguageModelCall', ...object, input: stepping.input, stream: true },
  {
    path: 'experimental_startTextBatch',
    api: 'chat',
    model: 'model',
    id: 'gateway',
    batch: true,
    input: ['requests'],
  },
  { path: 'embed', api: 'embed', ...any, input: ['value'] },
  { path: 'embedMany', api: 'embed', ...any, input: ['values'] },
  { path: 'rerank', api: 'rerank', ...any, input: ['query', 'documents'] },
  { path: 'generateImage', ...image },
  { path: 'experimental_generateImage', ...image },
  { path: 'experimental_generateVideo', ...video },
  { path: 'experimental_startVideo', ...video },
  { path: 'generateSpeech', ...speech },
  { path: 'experimental_generateSpeech', ...speech },
  { path: 'transcribe', ...heard },
  { path: 'experimental_transcribe', ...heard },
  { path: 'experimental_streamTranscribe', ...heard, repeats: {}, stream: true },
  { path: 'experimental_streamTranslate', ...heard, repeats: {}, stream: true },
  { path: 'generate', ...asked },
  { path: 'stream', ...asked, stream: true },
  { path: 'respond', ...asked, stream: true },
  { path: 'createAgentUIStream', ...handed },
  { path: 'createAgentUIStreamResponse', ...handed },
  { path: 'pipeAgentUIStreamToResponse', ...handed },
  { path: 'doGenerate', ...raw },
  { path: 'doStream', ...raw, stream: true },
  { path: 'doEmbed', on: 'model', api: 'embed', input: ['values'] },
  { path: 'doRerank', on: 'model', api: 'rerank', input: ['query', 'documents'] },
]
