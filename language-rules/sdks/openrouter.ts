// https://openrouter.ai/docs/sdks, https://github.com/OpenRouterTeam/typescript-sdk, typescript-agent and python-sdk
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// Since version 1 the TypeScript SDK has each request in a field of its own: `chatRequest`.
const inside = (field: string, names: readonly string[]): readonly string[] => [
  ...names,
  ...names.map((name) => `${field}.${name}`),
]

const chat = {
  api: 'chat',
  model: inside('chatRequest', ['model']),
  maxOutput: inside('chatRequest', ['max_completion_tokens', 'max_tokens', 'maxCompletionTokens', 'maxTokens']),
  input: inside('chatRequest', ['messages', 'tools', 'response_format', 'responseFormat']),
  tier: inside('chatRequest', ['service_tier', 'serviceTier']),
  reasoning: inside('chatRequest', ['reasoning_effort', 'reasoningEffort', 'reasoning.effort']),
  cacheMarker: 'cacheControl',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const responses = {
  api: 'chat',
  model: inside('responsesRequest', ['model']),
  maxOutput: inside('responsesRequest', ['max_output_tokens', 'maxOutputTokens']),
  input: inside('responsesRequest', ['instructions', 'input', 'tools']),
  tier: inside('responsesRequest', ['service_tier', 'serviceTier']),
  reasoning: inside('responsesRequest', ['reasoning.effort']),
  cacheMarker: 'cacheControl',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

// Asks again after each round of tools, until `stopWhen`.
const steps = [
  '@openrouter/agent#stepCountIs',
  '@openrouter/agent/stop-conditions#stepCountIs',
  '@openrouter/sdk/lib/stop-conditions#stepCountIs',
  '@openrouter/sdk/lib/stop-conditions.js#stepCountIs',
]
const agent = {
  ...responses,
  model: 'model',
  maxOutput: 'maxOutputTokens',
  input: ['instructions', 'input', 'tools'],
  reasoning: 'reasoning.effort',
  stream: undefined,
  repeats: { stopWhen: { kind: 'agent', counted: steps } },
} as const satisfies Omit<CallShape, 'path'>

const embed = {
  api: 'embed',
  model: inside('requestBody', ['model']),
  input: inside('requestBody', ['input']),
} as const satisfies Omit<CallShape, 'path'>
const rerank = {
  api: 'rerank',
  model: inside('requestBody', ['model']),
  input: inside('requestBody', ['query', 'documents']),
} as const satisfies Omit<CallShape, 'path'>
const image = {
  api: 'image',
  model: inside('imageGenerationRequest', ['model']),
  input: inside('imageGenerationRequest', ['prompt']),
  n: inside('imageGenerationRequest', ['n']),
} as const satisfies Omit<CallShape, 'path'>
const video = {
  api: 'video',
  model: inside('videoGenerationRequest', ['model']),
  input: inside('videoGenerationRequest', ['prompt']),
} as const satisfies Omit<CallShape, 'path'>
const speech = {
  api: 'speech',
  model: inside('speechRequest', ['model']),
  input: inside('speechRequest', ['input']),
} as const satisfies Omit<CallShape, 'path'>
const hearing = {
  api: 'transcribe',
  model: inside('sttRequest', ['model']),
  input: [],
} as const satisfies Omit<CallShape, 'path'>

/** Python has each method twice, the second for `await`. */
const both = (path: string, shape: Omit<CallShape, 'path'>): readonly CallShape[] => [
  { path, ...shape },
  { path: `${path}_async`, ...shape },
]

export const sdk: Sdk = {
  id: 'openrouter',
  words: ['from openrouter', 'import openrouter', ', openrouter', "'@openrouter/", '"@openrouter/'],
  clients: [
    {
      python: ['openrouter.OpenRouter', 'openrouter.sdk.OpenRouter'],
      typescript: [
        '@openrouter/sdk#OpenRouter',
        '@openrouter/agent#OpenRouter',
        '@openrouter/agent/openrouter#OpenRouter',
      ],
      provider: 'openrouter',
      baseUrl: ['server_url', 'serverURL'],
    },
    {
      typescript: [
        '@openrouter/agent#callModel',
        '@openrouter/agent/call-model#callModel',
        '@openrouter/sdk/funcs/call-model#callModel',
        '@openrouter/sdk/funcs/call-model.js#callModel',
      ],
      provider: 'openrouter',
      module: true,
      kind: 'function',
    },
  ],
  calls: [
    ...both('chat.send', chat),
    // Before 0.1: README of python-sdk.
    ...both('chat.complete', chat),
    ...both('chat.complete_stream', { ...chat, stream: true }),
    ...both('responses.send', responses),
    ...both('beta.responses.send', responses),
    ...both('embeddings.generate', embed),
    ...both('rerank.rerank', rerank),
    ...both('images.generate', image),
    ...both('video_generation.generate', video),
    { path: 'videoGeneration.generate', ...video },
    ...both('tts.create_speech', speech),
    { path: 'tts.createSpeech', ...speech },
    ...both('stt.create_transcription', hearing),
    { path: 'stt.createTranscription', ...hearing },
    { path: 'callModel', ...agent },
    {
      path: '()',
      on: 'function',
      api: 'chat',
      model: '[1].model',
      of: '[0]',
      maxOutput: '[1].maxOutputTokens',
      input: ['[1].instructions', '[1].input', '[1].tools'],
      reasoning: '[1].reasoning.effort',
      cacheMarker: 'cacheControl',
      repeats: { '[1].stopWhen': { kind: 'agent', counted: steps } },
    },
  ],
  free: [
    'models.list',
    'models.count',
    'credits.get_credits',
    'credits.getCredits',
    'generations.get_generation',
    'generations.getGeneration',
    'embeddings.list_models',
    'embeddings.listModels',
  ],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import { OpenRouter } from '@openrouter/sdk'
const openRouter = new OpenRouter({ apiKey: process.env.OPENROUTER_API_KEY })
const model = 'anthropic/claude-sonnet-4.5'
await openRouter.chat.send({ model, maxTokens: 100, messages: [{ role: 'user', content: 'Hi' }] })
await openRouter.chat.send({ chatRequest: { model, maxCompletionTokens: 80, messages: [{ role: 'user', content: text }] } })
await openRouter.responses.send({ responsesRequest: { model: 'openai/gpt-5-mini', input: 'Hi', maxOutputTokens: 60 } })
await openRouter.beta.responses.send({ model: 'openai/gpt-5-mini', input: 'Hi' })
await openRouter.embeddings.generate({ requestBody: { model: 'openai/text-embedding-3-small', input: ['a'] } })
await openRouter.rerank.rerank({ requestBody: { model: 'cohere/rerank-v3.5', query: 'q', documents: [] } })
await openRouter.images.generate({ imageGenerationRequest: { model: 'google/gemini-2.5-flash-image', prompt: 'A cat', n: 2 } })
await openRouter.videoGeneration.generate({ videoGenerationRequest: { model: 'google/veo-3.1', prompt: 'A dog' } })
await openRouter.tts.createSpeech({ speechRequest: { model: 'openai/gpt-4o-mini-tts', input: 'Hello' } })
await openRouter.stt.createTranscription({ sttRequest: { model: 'openai/whisper-1', inputAudio } })
`,
    sees: [
      {
        line: 5,
        call: 'openrouter.chat.send',
        provider: 'openrouter',
        model: 'anthropic/claude-sonnet-4.5',
        modelVia: 'constant',
        maxOutput: 100,
        input: ['user: Hi'],
      },
      {
        line: 6,
        call: 'openrouter.chat.send',
        model: 'anthropic/claude-sonnet-4.5',
        maxOutput: 80,
        input: ['user: {text}'],
      },
      { line: 7, call: 'openrouter.responses.send', model: 'openai/gpt-5-mini', maxOutput: 60, input: ['Hi'] },
      { line: 8, call: 'openrouter.beta.responses.send', model: 'openai/gpt-5-mini' },
      { line: 9, call: 'openrouter.embeddings.generate', model: 'openai/text-embedding-3-small', input: ['a'] },
      { line: 10, call: 'openrouter.rerank.rerank', model: 'cohere/rerank-v3.5' },
      { line: 11, call: 'openrouter.images.generate', model: 'google/gemini-2.5-flash-image', n: 2 },
      { line: 12, call: 'openrouter.videoGeneration.generate', model: 'google/veo-3.1' },
      { line: 13, call: 'openrouter.tts.createSpeech', model: 'openai/gpt-4o-mini-tts' },
      { line: 14, call: 'openrouter.stt.createTranscription', model: 'openai/whisper-1' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { callModel, OpenRouter, stepCountIs } from '@openrouter/agent'
const client = new OpenRouter({ apiKey: process.env.KEY })
const result = client.callModel({
  model: 'openai/gpt-5-nano', instructions: 'Be brief.', input: question, tools, stopWhen: stepCountIs(8),
})
const other = callModel(client, { model: 'openai/gpt-5-nano', input: 'Hi', stopWhen: [stepCountIs(4)], maxOutputTokens: 70 })
`,
    sees: [
      {
        line: 4,
        call: 'openrouter.callModel',
        provider: 'openrouter',
        model: 'openai/gpt-5-nano',
        repeats: ['agent option here 8'],
        input: ['Be brief.', '{question}', '{tools}'],
      },
      {
        line: 7,
        call: 'openrouter.()',
        provider: 'openrouter',
        model: 'openai/gpt-5-nano',
        maxOutput: 70,
        repeats: ['agent option here 4'],
        input: ['Hi'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from openrouter import OpenRouter

async def main(text):
    with OpenRouter(api_key=os.getenv("OPENROUTER_API_KEY", "")) as router:
        router.chat.send(model="openai/gpt-4o-mini", max_tokens=50, messages=[{"role": "user", "content": text}])
        await router.chat.send_async(model=os.getenv("MODEL", "openai/gpt-4o"), messages=[])
        router.chat.complete(model="openai/gpt-4o", messages=[])
        router.chat.complete_stream(model="openai/gpt-4o", messages=[])
        router.beta.responses.send(model="openai/gpt-4o", input="Hi", max_output_tokens=20)
        router.responses.send(model="openai/gpt-4o", input="Hi")
        router.embeddings.generate(input=text, model="openai/text-embedding-3-small")
        router.rerank.rerank(model="cohere/rerank-v3.5", query=text, documents=[])
        router.images.generate(model="google/gemini-2.5-flash-image", prompt="A cat")
        router.video_generation.generate(model="google/veo-3.1", prompt="A dog")
        router.tts.create_speech(model="openai/gpt-4o-mini-tts", input="Hello")
        await router.stt.create_transcription_async(model="openai/whisper-1", input_audio=audio)
`,
    sees: [
      {
        line: 7,
        call: 'openrouter.chat.send',
        provider: 'openrouter',
        model: 'openai/gpt-4o-mini',
        maxOutput: 50,
        input: ['user: {text}'],
      },
      { line: 8, call: 'openrouter.chat.send_async', model: 'openai/gpt-4o', modelVia: 'environment' },
      { line: 9, call: 'openrouter.chat.complete' },
      { line: 10, call: 'openrouter.chat.complete_stream' },
      { line: 11, call: 'openrouter.beta.responses.send', maxOutput: 20 },
      { line: 12, call: 'openrouter.responses.send' },
      { line: 13, call: 'openrouter.embeddings.generate', input: ['{text}'] },
      { line: 14, call: 'openrouter.rerank.rerank' },
      { line: 15, call: 'openrouter.images.generate' },
      { line: 16, call: 'openrouter.video_generation.generate' },
      { line: 17, call: 'openrouter.tts.create_speech' },
      { line: 18, call: 'openrouter.stt.create_transcription_async', model: 'openai/whisper-1' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { OpenRouter } from '@openrouter/sdk'
import { callModel } from './agent'
const client = new OpenRouter()
await client.models.list()
await client.credits.getCredits()
await client.generations.getGeneration({ id: 'g' })
callModel(client, { model: 'openai/gpt-5-nano' })
`,
    sees: [],
  },
]
