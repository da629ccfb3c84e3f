// https://ai-sdk.dev/docs/reference and the packages of https://github.com/vercel/ai at ai 7.0.77; before 5.0: https://v4.ai-sdk.dev
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { agent, calls, firstAgent } from './ai-sdk/calls.ts'
import { examples as shown } from './ai-sdk/examples.ts'
import { gateway, ownProviders, providers, same } from './ai-sdk/providers.ts'

export const examples: readonly SdkExample[] = shown

/** Types, helpers of providers, and what shows a chat in a browser. */
const modelless = [
  'provider',
  'react',
  'vue',
  'svelte',
  'angular',
  'solid',
  'test-server',
  'codemod',
  'devtools',
  'otel',
]

export const sdk: Sdk = {
  id: 'ai-sdk',
  words: [
    ...["from 'ai'", 'from "ai"', "from 'ai/", 'from "ai/', "('ai')", '("ai")'],
    ...["'@ai-sdk/", '"@ai-sdk/', 'ai-sdk-provider', 'ai-provider', 'ai-sdk-ollama'],
    ...['@requesty/ai-sdk', 'anthropic-vertex-ai'],
  ],
  notWords: ["'", '"'].flatMap((quote) => modelless.map((name) => `${quote}@ai-sdk/${name}`)),
  clients: [
    { typescript: ['ai#*', 'ai/rsc#*', '@ai-sdk/rsc#*'], module: true },
    ...providers,
    gateway,
    ...ownProviders,
    {
      typescript: [
        'ai#wrapLanguageModel',
        'ai#experimental_wrapLanguageModel',
        'ai#wrapEmbeddingModel',
        'ai#wrapImageModel',
        // https://github.com/zirkelc/ai-retry : asks the others where the first fails.
        'ai-retry#createRetryable',
      ],
      kind: 'model',
      of: 'model',
      with: 'middleware',
    },
    {
      typescript: 'ai#defaultSettingsMiddleware',
      kind: 'middleware',
      input: ['settings.tools'],
      maxOutput: ['settings.maxOutputTokens', 'settings.maxTokens'],
      tier: 'settings.providerOptions.openai.serviceTier',
      reasoning: [
        'settings.providerOptions.openai.reasoningEffort',
        'settings.providerOptions.anthropic.thinking.budgetTokens',
      ],
    },
    { typescript: 'ai#defaultInstructionsMiddleware', kind: 'middleware', input: ['instructions'] },
    { typescript: 'ai#ToolLoopAgent', kind: 'agent', ...agent },
    { typescript: ['ai#Experimental_Agent', '@ai-sdk/workflow#WorkflowAgent'], kind: 'agent', ...firstAgent },
    // Answers of one's own, for tests.
    {
      typescript: ['1', '2', '3', '4'].flatMap((version) =>
        ['Language', 'Embedding', 'Image', 'Speech', 'Transcription', 'Reranking', 'Video'].map(
          (kind) => `ai/test#Mock${kind}ModelV${version}`,
        ),
      ),
      kind: 'model',
      provider: 'local',
    },
  ],
  calls,
  free: [
    'experimental_getBatchStatus',
    'experimental_getBatchResults',
    'experimental_getVideoStatus',
    'convertToModelMessages',
    'cosineSimilarity',
    'simulateReadableStream',
    'uploadFile',
    'getAvailableModels',
    'getCredits',
  ],
  same,
}
