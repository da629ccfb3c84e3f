// https://github.com/jina-ai/jinaai-py and jinaai-js: the products of Jina behind one client. Its embeddings and rerankers have no SDK
// of Jina's own; they are asked for by URL.
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// No product takes a model.
const chat = {
  api: 'chat',
  maxOutput: ['options.max_tokens', '[1].max_tokens'],
  input: ['input', '[0]'],
  stream: 'options.stream',
} as const satisfies Omit<CallShape, 'path'>

const answer = { api: 'chat', input: ['input', '[0]'] } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'jina',
  words: ['jinaai'],
  clients: [{ python: 'jinaai.JinaAI', typescript: 'jinaai#default', provider: 'jina' }],
  calls: [
    { path: 'generate', ...chat },
    { path: 'describe', ...answer },
    { path: 'decide', ...answer },
    { path: 'optimize', ...answer },
    { path: 'imagine', api: 'image', input: ['input', '[0]'] },
  ],
  free: ['utils.is_url', 'utils.is_base64', 'utils.image_to_base64'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from jinaai import JinaAI
jina = JinaAI(secrets={"jinachat-secret": key})
jina.generate("A recipe, please.", {"max_tokens": 200})
for picture in pictures:
    jina.describe(picture)
jina.decide("Going to Rome", {"analysis": "proscons"})
jina.optimize("Write a function")
jina.imagine("A pizza")
`,
    sees: [
      {
        line: 4,
        call: 'jina.generate',
        provider: 'jina',
        model: null,
        maxOutput: 200,
        input: ['A recipe, please.'],
      },
      { line: 6, call: 'jina.describe', repeats: ['data loop here'], input: ['{picture}'] },
      { line: 7, call: 'jina.decide' },
      { line: 8, call: 'jina.optimize' },
      { line: 9, call: 'jina.imagine', input: ['A pizza'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import JinaAI from 'jinaai'
const jina = new JinaAI({ secrets: { 'jinachat-secret': process.env.KEY } })
await jina.generate('Hi', { max_tokens: 40 })
await jina.imagine('A cat')
`,
    sees: [
      { line: 4, call: 'jina.generate', provider: 'jina', maxOutput: 40, input: ['Hi'] },
      { line: 5, call: 'jina.imagine' },
    ],
  },
  {
    lang: 'python',
    code: `
from jinaai import JinaAI
jina = JinaAI()
jina.utils.image_to_base64("cat.png")
`,
    sees: [],
  },
]
