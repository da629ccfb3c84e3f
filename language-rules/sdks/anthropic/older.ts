// https://github.com/anthropics/anthropic-sdk-typescript/blob/main/CHANGELOG.md: where things were in earlier versions.
import type { SdkExample } from '../../../core/sdk.ts'

export const olderExamples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import Anthropic from '@anthropic-ai/sdk/index.mjs'
const client = new Anthropic()
await client.beta.tools.messages.create({ model: 'claude-3-haiku-20240307', max_tokens: 90, tools, messages })
`,
    sees: [
      {
        line: 4,
        call: 'anthropic.beta.tools.messages.create',
        provider: 'anthropic',
        model: 'claude-3-haiku-20240307',
        maxOutput: 90,
      },
    ],
  },
]
