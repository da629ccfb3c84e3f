// https://docs.mistral.ai/api and the method signatures of https://github.com/mistralai/client-python 2.5.1
import type { CallShape } from '../../../core/sdk.ts'

const chat = {
  api: 'chat',
  model: 'model',
  maxOutput: ['max_tokens', 'maxTokens'],
  input: ['messages', 'tools', 'response_format', 'responseFormat'],
  n: 'n',
  reasoning: ['reasoning_effort', 'reasoningEffort'],
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const fim = { ...chat, input: ['prompt', 'suffix'] } as const satisfies Omit<CallShape, 'path'>

/** The agent holds the model: one that is made in the code is asked for it. */
const agent = { ...chat, model: undefined, of: ['agent_id', 'agentId'] } as const satisfies Omit<CallShape, 'path'>

const completionArgs = {
  maxOutput: ['completion_args.max_tokens', 'completionArgs.maxTokens'],
  reasoning: ['completion_args.reasoning_effort', 'completionArgs.reasoningEffort'],
} as const

const started = {
  api: 'chat',
  model: 'model',
  ...completionArgs,
  of: ['agent_id', 'agentId'],
  input: ['instructions', 'tools', 'inputs'],
} as const satisfies Omit<CallShape, 'path'>

/** Goes on with a conversation, whose agent or model answers. */
const continued = {
  api: 'chat',
  maxOutput: [
    ...completionArgs.maxOutput,
    'conversationAppendRequest.completionArgs.maxTokens',
    'conversationAppendStreamRequest.completionArgs.maxTokens',
    'conversationRestartRequest.completionArgs.maxTokens',
    'conversationRestartStreamRequest.completionArgs.maxTokens',
  ],
  of: ['conversation_id', 'conversationId'],
  input: [
    'inputs',
    'conversationAppendRequest.inputs',
    'conversationAppendStreamRequest.inputs',
    'conversationRestartRequest.inputs',
    'conversationRestartStreamRequest.inputs',
  ],
} as const satisfies Omit<CallShape, 'path'>

/** Runs the tools and asks again until none is called: src/mistralai/client/conversations.py, `run_async`. */
const run = {
  ...started,
  of: ['run_ctx', '[0]'],
  model: undefined,
  input: ['instructions', 'tools', 'inputs', '[1]'],
  repeats: { 'run_ctx|[0]': 'agent' },
} as const satisfies Omit<CallShape, 'path'>

const hearing = { api: 'transcribe', model: 'model', input: [] } as const satisfies Omit<CallShape, 'path'>
const speech = { api: 'speech', model: 'model', input: ['input'] } as const satisfies Omit<CallShape, 'path'>
const judged = { api: 'moderate', model: 'model', input: ['inputs', 'input'] } as const satisfies Omit<
  CallShape,
  'path'
>
const embedding = { api: 'embed', model: 'model', input: ['inputs'] } as const satisfies Omit<CallShape, 'path'>
const tuning = { api: 'fine-tune', model: 'model', input: [] } as const satisfies Omit<CallShape, 'path'>
const batch = {
  api: 'batch',
  model: 'model',
  of: ['agent_id', 'agentId'],
  input: ['requests'],
  batch: true,
} as const satisfies Omit<CallShape, 'path'>

// Billed by the page; what the format asks for is billed too.
const ocr = {
  api: 'chat',
  model: 'model',
  input: ['document', 'document_annotation_prompt', 'documentAnnotationPrompt'],
} as const satisfies Omit<CallShape, 'path'>

// The client of 2023 and 2024: https://github.com/mistralai/client-python/tree/0.4.2
const old = { on: 'v0', api: 'chat', model: 'model', maxOutput: ['max_tokens', 'maxTokens'] } as const
const oldChat = { ...old, input: ['messages', 'tools'] } as const satisfies Omit<CallShape, 'path'>
const oldFim = { ...old, input: ['prompt', 'suffix'] } as const satisfies Omit<CallShape, 'path'>

/** Python has each method twice, the second for `await`. */
const both = (path: string, shape: Omit<CallShape, 'path'>): readonly CallShape[] => [
  { path, ...shape },
  { path: `${path}_async`, ...shape },
]

export const calls: readonly CallShape[] = [
  ...both('chat.complete', chat),
  ...both('chat.stream', { ...chat, stream: true }),
  ...both('chat.parse', chat),
  ...both('chat.parse_stream', { ...chat, stream: true }),
  { path: 'chat.parseStream', ...chat, stream: true },
  ...both('fim.complete', fim),
  ...both('fim.stream', { ...fim, stream: true }),
  ...both('agents.complete', agent),
  ...both('agents.stream', { ...agent, stream: true }),
  ...both('beta.conversations.start', started),
  ...both('beta.conversations.start_stream', { ...started, stream: true }),
  { path: 'beta.conversations.startStream', ...started, stream: true },
  ...both('beta.conversations.append', continued),
  ...both('beta.conversations.append_stream', { ...continued, stream: true }),
  { path: 'beta.conversations.appendStream', ...continued, stream: true },
  ...both('beta.conversations.restart', continued),
  ...both('beta.conversations.restart_stream', { ...continued, stream: true }),
  { path: 'beta.conversations.restartStream', ...continued, stream: true },
  { path: 'beta.conversations.run_async', ...run },
  { path: 'beta.conversations.run_stream_async', ...run, stream: true },
  ...both('embeddings.create', embedding),
  ...both('ocr.process', ocr),
  ...both('audio.transcriptions.complete', hearing),
  ...both('audio.transcriptions.stream', { ...hearing, stream: true }),
  ...both('audio.speech.complete', speech),
  ...both('classifiers.moderate', judged),
  ...both('classifiers.moderate_chat', judged),
  { path: 'classifiers.moderateChat', ...judged },
  ...both('classifiers.classify', judged),
  ...both('classifiers.classify_chat', judged),
  { path: 'classifiers.classifyChat', ...judged },
  ...both('batch.jobs.create', batch),
  ...both('fine_tuning.jobs.create', tuning),
  { path: 'fineTuning.jobs.create', ...tuning },
  { path: 'chat', ...oldChat },
  { path: 'chat_stream', ...oldChat, stream: true },
  { path: 'chatStream', ...oldChat, stream: true },
  { path: 'completion', ...oldFim },
  { path: 'completion_stream', ...oldFim, stream: true },
  { path: 'completionStream', ...oldFim, stream: true },
  { path: 'embeddings', on: 'v0', api: 'embed', model: 'model', input: ['input'] },
]
