import type { SdkExample } from '../../../core/sdk.ts'

const typescript = (code: string, sees: SdkExample['sees']): SdkExample => ({ lang: 'typescript', code, sees })

export const examples: readonly SdkExample[] = [
  typescript(
    `
import { openai } from '@ai-sdk/openai'
import { generateText, stepCountIs, streamText } from 'ai'

const model = openai('gpt-4o-mini')

export async function answer(question: string) {
  const { text } = await generateText({
    model,
    maxOutputTokens: 300,
    maxRetries: 0,
    system: 'Be brief.',
    prompt: \`Why \${question}?\`,
    providerOptions: { openai: { serviceTier: 'flex', reasoningEffort: 'low' } },
  })
  return streamText({ model: 'anthropic/claude-sonnet-4.5', messages: [], tools, stopWhen: stepCountIs(5) })
}
`,
    [
      {
        line: 8,
        call: 'ai-sdk.generateText',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 300,
        repeats: ['retry option here 0'],
        input: ['Be brief.', 'Why ', '{question}', '?'],
      },
      {
        line: 16,
        call: 'ai-sdk.streamText',
        provider: 'gateway',
        model: 'anthropic/claude-sonnet-4.5',
        repeats: ['agent option here 5', 'retry option here 2'],
      },
    ],
  ),
  typescript(
    `
import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { createAzure } from '@ai-sdk/azure'
import { bedrock } from '@ai-sdk/amazon-bedrock'
import { vertexAnthropic } from '@ai-sdk/google-vertex/anthropic'
import { createGoogleGenerativeAI } from '@ai-sdk/google'
import { createOpenRouter } from '@openrouter/ai-sdk-provider'
import { ollama } from 'ollama-ai-provider-v2'
import { createGateway, gateway, generateObject, streamObject, generateText } from 'ai'

const groq = createOpenAI({ baseURL: 'https://api.groq.com/openai/v1' })
const together = createOpenAICompatible({ name: 'together', baseURL: 'https://api.together.xyz/v1' })
const mine = createOpenAI({ baseURL: process.env.LLM_URL })
const azure = createAzure({ baseURL: process.env.AZURE_URL })
const google = createGoogleGenerativeAI()
const models = { fast: groq('llama-3.1-8b-instant'), good: together.chatModel('Qwen/Qwen3-32B') }

async function main(schema, prompt: string, id: string) {
  await generateObject({ model: models.fast, schema, prompt, maxTokens: 90 })
  await streamObject({ model: models.good, schema, prompt })
  await generateText({ model: azure.chat('gpt-4o'), prompt })
  await generateText({ model: bedrock('anthropic.claude-haiku-4-5-20251001-v1:0'), prompt })
  await generateText({ model: vertexAnthropic('claude-sonnet-4-5'), prompt })
  await generateText({ model: google(process.env.GEMINI ?? 'gemini-2.5-flash'), prompt })
  await generateText({ model: createOpenRouter({ apiKey: '…' }).chat('qwen/qwen3-32b'), prompt })
  await generateText({ model: ollama('llama3.2'), prompt })
  await generateText({ model: mine('gpt-4o'), prompt })
  await generateText({ model: gateway('openai/gpt-5'), prompt })
  await generateText({ model: createGateway({ apiKey: '…' })('openai/gpt-5-mini'), prompt })
  await generateText({ model: azure(id), prompt })
  await generateText({ model: id ? 'openai/gpt-5' : azure('gpt-4o'), prompt })
}
`,
    [
      { line: 20, call: 'ai-sdk.generateObject', provider: 'groq', model: 'llama-3.1-8b-instant', maxOutput: 90 },
      { line: 21, call: 'ai-sdk.streamObject', provider: 'together', model: 'Qwen/Qwen3-32B' },
      { line: 22, call: 'ai-sdk.generateText', provider: 'azure-openai', model: 'gpt-4o' },
      { line: 23, call: 'ai-sdk.generateText', provider: 'bedrock', model: 'anthropic.claude-haiku-4-5-20251001-v1:0' },
      { line: 24, call: 'ai-sdk.generateText', provider: 'vertex', model: 'claude-sonnet-4-5' },
      { line: 25, call: 'ai-sdk.generateText', provider: 'google', model: 'gemini-2.5-flash', modelVia: 'environment' },
      { line: 26, call: 'ai-sdk.generateText', provider: 'openrouter', model: 'qwen/qwen3-32b' },
      { line: 27, call: 'ai-sdk.generateText', provider: 'local', model: 'llama3.2' },
      { line: 28, call: 'ai-sdk.generateText', provider: 'unknown', model: 'gpt-4o' },
      { line: 29, call: 'ai-sdk.generateText', provider: 'gateway', model: 'openai/gpt-5' },
      { line: 30, call: 'ai-sdk.generateText', provider: 'gateway', model: 'openai/gpt-5-mini' },
      { line: 31, call: 'ai-sdk.generateText', provider: 'azure-openai', model: null },
      { line: 32, call: 'ai-sdk.generateText', provider: 'unknown', model: null },
    ],
  ),
  typescript(
    `
import { anthropic } from '@ai-sdk/anthropic'
import { createOpenAI, openai } from '@ai-sdk/openai'
import { createProviderRegistry, customProvider, defaultSettingsMiddleware, generateText, wrapLanguageModel } from 'ai'

const own = customProvider({
  languageModels: {
    fast: openai('gpt-4o-mini'),
    good: wrapLanguageModel({
      model: anthropic('claude-sonnet-4-5'),
      middleware: defaultSettingsMiddleware({ settings: { maxOutputTokens: 700 } }),
    }),
  },
  fallbackProvider: anthropic,
})
const registry = createProviderRegistry({ anthropic, openai: createOpenAI(), own })
const byArrow = createProviderRegistry({ own }, { separator: ' > ' })

export async function main(name: string, prompt: string) {
  await generateText({ model: own.languageModel('fast'), prompt })
  await generateText({ model: own.languageModel('good'), prompt })
  await generateText({ model: own.languageModel(name), prompt })
  await generateText({ model: own.languageModel('claude-haiku-4-5'), prompt })
  await generateText({ model: registry.languageModel('openai:gpt-4.1'), prompt })
  await generateText({ model: registry.languageModel('own:fast'), prompt })
  await generateText({ model: byArrow.languageModel('own > good'), prompt })
  await generateText({ model: registry.languageModel(name), prompt })
}
`,
    [
      { line: 20, call: 'ai-sdk.generateText', provider: 'openai', model: 'gpt-4o-mini', maxOutput: null },
      { line: 21, call: 'ai-sdk.generateText', provider: 'anthropic', model: 'claude-sonnet-4-5', maxOutput: 700 },
      {
        line: 22,
        call: 'ai-sdk.generateText',
        provider: 'unknown',
        model: null,
        modelAmong: ['gpt-4o-mini', 'claude-sonnet-4-5'],
      },
      { line: 23, call: 'ai-sdk.generateText', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 24, call: 'ai-sdk.generateText', provider: 'openai', model: 'gpt-4.1' },
      { line: 25, call: 'ai-sdk.generateText', provider: 'openai', model: 'gpt-4o-mini' },
      { line: 26, call: 'ai-sdk.generateText', provider: 'anthropic', model: 'claude-sonnet-4-5' },
      { line: 27, call: 'ai-sdk.generateText', provider: 'unknown', model: null },
    ],
  ),
  typescript(
    `
import { google } from '@ai-sdk/google'
import {
  createAgentUIStream, createAgentUIStreamResponse, Experimental_Agent as Agent, hasToolCall, isStepCount,
  pipeAgentUIStreamToResponse, ToolLoopAgent,
} from 'ai'

const helper = new ToolLoopAgent({
  model: google('gemini-2.5-pro'),
  instructions: 'Help with travel.',
  stopWhen: [isStepCount(8), hasToolCall('done')],
  maxOutputTokens: 500,
})
const usual = new ToolLoopAgent({ model: 'openai/gpt-5', tools: {} })
const first = new Agent({ model: 'openai/gpt-4o', system: 'Be kind.' })

export async function POST(request: Request) {
  const { messages } = await request.json()
  await helper.generate({ prompt: 'Where to?' })
  await usual.stream({ messages })
  await first.respond({ messages })
  createAgentUIStream({ agent: helper, uiMessages: messages })
  pipeAgentUIStreamToResponse({ response, agent: helper, uiMessages: messages })
  return createAgentUIStreamResponse({ agent: usual, uiMessages: messages })
}
`,
    [
      {
        line: 19,
        call: 'ai-sdk.generate',
        provider: 'google',
        model: 'gemini-2.5-pro',
        maxOutput: 500,
        repeats: ['agent option here 8', 'retry option here 2'],
        input: ['Help with travel.', 'Where to?'],
      },
      {
        line: 20,
        call: 'ai-sdk.stream',
        model: 'openai/gpt-5',
        repeats: ['agent option here 20', 'retry option here 2'],
      },
      {
        line: 21,
        call: 'ai-sdk.respond',
        provider: 'gateway',
        model: 'openai/gpt-4o',
        repeats: ['retry option here 2'],
      },
      { line: 22, call: 'ai-sdk.createAgentUIStream', model: 'gemini-2.5-pro', maxOutput: 500 },
      { line: 23, call: 'ai-sdk.pipeAgentUIStreamToResponse', model: 'gemini-2.5-pro' },
      { line: 24, call: 'ai-sdk.createAgentUIStreamResponse', provider: 'gateway', model: 'openai/gpt-5' },
    ],
  ),
  typescript(
    `
import { cohere } from '@ai-sdk/cohere'
import { elevenlabs } from '@ai-sdk/elevenlabs'
import { fal } from '@ai-sdk/fal'
import { openai } from '@ai-sdk/openai'
import * as ai from 'ai'
import { streamUI } from '@ai-sdk/rsc'

const LIST = ['a', 'b']
await ai.embed({ model: openai.embedding('text-embedding-3-small'), value: 'sunny' })
await ai.embedMany({ model: openai.textEmbeddingModel('text-embedding-3-large'), values: LIST })
await ai.rerank({ model: cohere.reranking('rerank-v3.5'), query: 'rain', documents: LIST })
await ai.generateImage({ model: fal.image('fal-ai/flux/dev'), prompt: 'A cat', n: 3 })
await ai.experimental_generateImage({ model: openai.image('gpt-image-1'), prompt: 'A dog' })
await ai.experimental_generateVideo({ model: fal.video('luma-ray-2'), prompt: 'A wave' })
await ai.experimental_startVideo({ model: fal.video('luma-ray-2'), prompt: 'A wave' })
await ai.generateSpeech({ model: openai.speech('tts-1'), text: 'Hello' })
await ai.experimental_generateSpeech({ model: openai.speech('tts-1-hd'), text: 'Hello' })
await ai.transcribe({ model: openai.transcription('whisper-1'), audio })
await ai.experimental_transcribe({ model: elevenlabs.transcription('scribe_v1'), audio })
ai.experimental_streamTranscribe({ model: openai.transcription('gpt-4o-transcribe'), audio })
ai.experimental_streamTranslate({ model: openai.translation('gpt-realtime-translate'), audio, targetLanguage: 'de' })
await ai.experimental_startTextBatch({ model: openai('gpt-4o-mini'), requests: LIST.map((id) => ({ id, prompt: id })) })
ai.experimental_streamLanguageModelCall({ model: openai('gpt-4o'), messages: [] })
await streamUI({ model: openai('gpt-4o'), prompt: 'Show it.', text: ({ content }) => content })
await openai('gpt-4o').doGenerate({ prompt: [], maxOutputTokens: 20 })
await openai.chat('gpt-4o').doStream({ prompt: [] })
await openai.embedding('text-embedding-3-small').doEmbed({ values: LIST })
await cohere.reranking('rerank-v3.5').doRerank({ query: 'rain', documents })
`,
    [
      { line: 10, call: 'ai-sdk.embed', provider: 'openai', model: 'text-embedding-3-small', input: ['sunny'] },
      { line: 11, call: 'ai-sdk.embedMany', model: 'text-embedding-3-large', input: ['a', 'b'] },
      { line: 12, call: 'ai-sdk.rerank', provider: 'cohere', model: 'rerank-v3.5', input: ['rain', 'a', 'b'] },
      { line: 13, call: 'ai-sdk.generateImage', provider: 'fal', model: 'fal-ai/flux/dev', n: 3 },
      { line: 14, call: 'ai-sdk.experimental_generateImage', model: 'gpt-image-1', n: 1 },
      { line: 15, call: 'ai-sdk.experimental_generateVideo', model: 'luma-ray-2' },
      { line: 16, call: 'ai-sdk.experimental_startVideo', model: 'luma-ray-2' },
      { line: 17, call: 'ai-sdk.generateSpeech', model: 'tts-1', input: ['Hello'] },
      { line: 18, call: 'ai-sdk.experimental_generateSpeech', model: 'tts-1-hd' },
      { line: 19, call: 'ai-sdk.transcribe', model: 'whisper-1' },
      { line: 20, call: 'ai-sdk.experimental_transcribe', provider: 'elevenlabs', model: 'scribe_v1' },
      { line: 21, call: 'ai-sdk.experimental_streamTranscribe', model: 'gpt-4o-transcribe', repeats: [] },
      { line: 22, call: 'ai-sdk.experimental_streamTranslate', model: 'gpt-realtime-translate' },
      { line: 23, call: 'ai-sdk.experimental_startTextBatch', model: 'gpt-4o-mini', batch: true, repeats: [] },
      { line: 24, call: 'ai-sdk.experimental_streamLanguageModelCall', model: 'gpt-4o' },
      { line: 25, call: 'ai-sdk.streamUI', model: 'gpt-4o', input: ['Show it.'] },
      { line: 26, call: 'ai-sdk.doGenerate', model: 'gpt-4o', maxOutput: 20 },
      { line: 27, call: 'ai-sdk.doStream', model: 'gpt-4o' },
      { line: 28, call: 'ai-sdk.doEmbed', model: 'text-embedding-3-small' },
      { line: 29, call: 'ai-sdk.doRerank', model: 'rerank-v3.5' },
    ],
  ),
  typescript(
    `
import { anthropic } from '@ai-sdk/anthropic'
import { generateText } from 'ai'

class Judge {
  private readonly model = anthropic('claude-haiku-4-5')
  constructor(private readonly settings = { maxOutputTokens: 64 }) {}
  async judge(texts: string[]) {
    return Promise.all(
      texts.map((text) =>
        generateText({
          ...this.settings,
          model: this.model,
          messages: [
            { role: 'system', content: RULES, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } },
            { role: 'user', content: text },
          ],
        }),
      ),
    )
  }
}
const RULES = 'Judge it.'
`,
    [
      {
        line: 11,
        call: 'ai-sdk.generateText',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        modelVia: 'literal',
        maxOutput: 64,
        cached: true,
        repeats: ['data callback here', 'retry option here 2'],
        input: ['system: Judge it.', 'user: {text}'],
      },
    ],
  ),
  typescript(
    `
import { openai } from '@ai-sdk/openai'
import { convertToModelMessages, cosineSimilarity, customProvider, gateway, tool, ToolLoopAgent } from 'ai'
import { generateText } from './generate'
import { useChat } from '@ai-sdk/react'

const model = openai('gpt-4o')
generateText({ model, prompt: 'Hi' })
convertToModelMessages(messages)
cosineSimilarity(a, b)
const chat = useChat({ model: 'gpt-4o' })
chat.sendMessage({ text: 'Hi' })
const lookup = tool({ description: 'Looks it up.', execute: async () => 1 })
lookup.execute({})
const agent = new ToolLoopAgent({ model, tools: { lookup } })
const provider = customProvider({ languageModels: { a: model } })
gateway.getAvailableModels()
const report = { generate: (options: object) => options }
report.generate({ prompt: 'Hi' })
`,
    [],
  ),
  typescript(
    `
import { generateText } from 'ai'
import { createWorkersAI } from 'workers-ai-provider'
import { requesty } from '@requesty/ai-sdk'

export default {
  async fetch(_: Request, env: Env) {
    const workersai = createWorkersAI({ binding: env.AI })
    await generateText({ model: workersai('@cf/meta/llama-3.1-8b-instruct'), prompt: 'Hi' })
    await generateText({ model: requesty('openai/gpt-4o'), prompt: 'Hi' })
  },
}
`,
    [
      { line: 9, call: 'ai-sdk.generateText', provider: 'cloudflare', model: '@cf/meta/llama-3.1-8b-instruct' },
      { line: 10, call: 'ai-sdk.generateText', provider: 'unknown', model: 'openai/gpt-4o' },
    ],
  ),
  typescript(
    `
import { google } from '@ai-sdk/google'
import { customProvider, generateText } from 'ai'
import { createRetryable } from 'ai-retry'

const own = customProvider({
  languageModels: {
    title: createRetryable({ model: google('gemini-2.5-flash'), retries: [google('gemini-2.5-flash-lite')] }),
  },
})
const usual = (id: string, big: boolean) => google(big ? 'gemini-2.5-pro' : id)
const big = true
await generateText({ model: own.languageModel('title'), prompt: 'Hi' })
await generateText({ model: usual('gemini-2.5-flash', big), prompt: 'Hi' })
`,
    [
      { line: 13, call: 'ai-sdk.generateText', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 14, call: 'ai-sdk.generateText', provider: 'google', model: 'gemini-2.5-pro' },
    ],
  ),
  typescript(
    `
import { openai } from '@ai-sdk/openai'
import * as ai from 'ai'
const model = openai.chat('gpt-4-turbo')
await ai.experimental_generateText({ model, prompt: 'Hi', maxTokens: 9 })
await ai.experimental_streamText({ model, prompt: 'Hi' })
await ai.experimental_generateObject({ model, schema, prompt: 'Hi' })
await ai.experimental_streamObject({ model, schema, prompt: 'Hi' })
`,
    [
      { line: 5, call: 'ai-sdk.experimental_generateText', provider: 'openai', model: 'gpt-4-turbo', maxOutput: 9 },
      { line: 6, call: 'ai-sdk.experimental_streamText', model: 'gpt-4-turbo' },
      { line: 7, call: 'ai-sdk.experimental_generateObject', model: 'gpt-4-turbo' },
      { line: 8, call: 'ai-sdk.experimental_streamObject', model: 'gpt-4-turbo' },
    ],
  ),
  typescript(
    `
import { embed, embedMany } from 'ai'
import { jina } from 'jina-ai-provider'
import { createVoyage, voyage } from 'voyage-ai-provider'
const own = createVoyage({ apiKey: key })
await embed({ model: own.embedding('voyage-3'), value: 'Hi' })
await embedMany({ model: voyage.textEmbeddingModel('voyage-3-lite'), values: ['Hi', 'Ho'] })
await embed({ model: jina.textEmbeddingModel('jina-embeddings-v3'), value: 'Hi' })
`,
    [
      { line: 6, call: 'ai-sdk.embed', provider: 'voyage', model: 'voyage-3' },
      { line: 7, call: 'ai-sdk.embedMany', provider: 'voyage', model: 'voyage-3-lite' },
      { line: 8, call: 'ai-sdk.embed', provider: 'jina', model: 'jina-embeddings-v3' },
    ],
  ),
]
