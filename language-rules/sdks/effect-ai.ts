// https://effect.website/docs/ai/introduction/, https://github.com/Effect-TS/effect/blob/main/packages/ai/ai/src/LanguageModel.ts
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// Which model answers is provided to the program as a layer, where it is run.
const asked = { api: 'chat', on: 'model', input: ['prompt', 'toolkit', 'schema'] } as const satisfies Omit<
  CallShape,
  'path'
>

export const sdk: Sdk = {
  id: 'effect-ai',
  words: ["'@effect/ai", '"@effect/ai'],
  clients: [
    {
      typescript: ['@effect/ai/LanguageModel', '@effect/ai#LanguageModel', '@effect/ai/LanguageModel#*'],
      kind: 'model',
      provider: 'unknown',
      module: true,
    },
  ],
  calls: [
    { path: 'generateText', ...asked },
    { path: 'generateObject', ...asked },
    { path: 'streamText', ...asked, stream: true },
  ],
  free: ['make', 'layer'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import { LanguageModel } from '@effect/ai'
import { Effect } from 'effect'
export const program = Effect.gen(function* () {
  const first = yield* LanguageModel.generateText({ prompt: 'Hi' })
  yield* LanguageModel.generateObject({ prompt: first.text, schema: Answer })
  return LanguageModel.streamText({ prompt: 'Bye' })
})
`,
    sees: [
      { line: 5, call: 'effect-ai.generateText', provider: 'unknown', model: null, input: ['Hi'] },
      { line: 6, call: 'effect-ai.generateObject', model: null },
      { line: 7, call: 'effect-ai.streamText', model: null, input: ['Bye'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import * as LanguageModel from '@effect/ai/LanguageModel'
import * as Prompt from '@effect/ai/Prompt'
export const ask = (text: string) => LanguageModel.generateText({ prompt: Prompt.make(text) })
`,
    sees: [{ line: 4, call: 'effect-ai.generateText', model: null }],
  },
  {
    lang: 'typescript',
    code: `
import { LanguageModel } from './models'
export const ask = (text: string) => LanguageModel.generateText({ prompt: text })
`,
    sees: [],
  },
]
