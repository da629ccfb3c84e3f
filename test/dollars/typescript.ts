// Calls in TypeScript that are billed by the token.
import type { DollarExample } from './example.ts'

export const typescript: readonly DollarExample[] = [
  {
    name: 'two tools in TypeScript',
    file: 'tools.ts',
    code: `import OpenAI from 'openai'
const openai = new OpenAI()
const tools = [
  {
    type: 'function' as const,
    function: {
      name: 'find_order',
      description: 'Find the order of a customer.',
      parameters: { type: 'object', properties: { number: { type: 'integer', description: 'Number on the bill' } } },
    },
  },
  {
    type: 'function' as const,
    function: {
      name: 'refund',
      description: 'Give money back for an order',
      parameters: {
        type: 'object',
        properties: {
          number: { type: 'integer', description: 'Number on the bill' },
          reason: { type: 'string', description: 'Why', enum: ['late', 'broken', 'wrong'] },
        },
      },
    },
  },
]
await openai.chat.completions.create({
  model: 'gpt-4o',
  max_completion_tokens: 80,
  tools,
  messages: [{ role: 'user', content: 'My order 1204 came late. I want my money back.' }],
})
`,
    input: 106,
    counted: 'text 14; frames 1 × 4 + 3; tools 85',
    output: 80,
    usd: 0.001065,
    working: '106 × $2.5/M + 80 × $10/M',
  },
  {
    name: 'rules that are joined',
    file: 'rules.ts',
    code: `import OpenAI from 'openai'
const rules = ['Answer in English.', 'Quote the law you rely on.', 'Say when you are not sure.']
const client = new OpenAI()
export const ask = () =>
  client.chat.completions.create({
    model: 'gpt-4.1',
    max_completion_tokens: 120,
    messages: [
      { role: 'system', content: \`Rules:\\n\${rules.map((rule) => \`- \${rule}\`).join('\\n')}\` },
      { role: 'user', content: 'May my landlord raise the rent twice a year?' },
    ],
  })
`,
    input: 44,
    counted: 'text 23 + 10; frames 2 × 4 + 3',
    output: 120,
    usd: 0.001048,
    working: '44 × $2/M + 120 × $8/M',
  },
  {
    name: 'examples from flatMap',
    file: 'translate.ts',
    code: `import OpenAI from 'openai'
const pairs = [
  ['the cat', 'le chat'],
  ['the dog', 'le chien'],
]
await new OpenAI().chat.completions.create({
  model: 'gpt-4o-mini',
  max_tokens: 20,
  messages: [
    { role: 'system', content: 'Translate to French.' },
    ...pairs.flatMap(([english, french]) => [
      { role: 'user', content: english },
      { role: 'assistant', content: french },
    ]),
    { role: 'user', content: 'the house by the sea' },
  ],
})
`,
    input: 44,
    counted: 'text 4 + 2 + 2 + 2 + 2 + 5; frames 6 × 4 + 3',
    output: 20,
    usd: 0.0000186,
    working: '44 × $0.15/M + 20 × $0.6/M',
  },
  {
    name: 'the responses API with blocks',
    file: 'blocks.ts',
    code: `import OpenAI from 'openai'
const question = 'Which of these two sentences is clearer?'
await new OpenAI().responses.create({
  model: 'gpt-4.1-nano',
  max_output_tokens: 60,
  input: [
    { role: 'developer', content: 'You are an editor.' },
    {
      role: 'user',
      content: [
        { type: 'input_text', text: question },
        { type: 'input_text', text: 'It is not the case that nobody came. Somebody came.' },
      ],
    },
  ],
})
`,
    input: 36,
    counted: 'text 5 + 20; frames 2 × 4 + 3',
    output: 60,
    usd: 0.0000276,
    working: '36 × $0.1/M + 60 × $0.4/M',
  },
  {
    name: 'the priority tier',
    file: 'fast.ts',
    code: `import OpenAI from 'openai'
await new OpenAI().chat.completions.create({
  model: 'gpt-4.1',
  service_tier: 'priority',
  max_completion_tokens: 50,
  messages: [{ role: 'user', content: 'Is the payment of 14.90 to a book shop unusual? Answer yes or no, and why.' }],
})
`,
    input: 29,
    counted: 'text 22; frames 1 × 4 + 3',
    output: 50,
    usd: 0.0008015,
    working: '29 × $3.5/M + 50 × $14/M',
  },
  {
    name: 'through OpenRouter',
    file: 'router.ts',
    code: `import OpenAI from 'openai'
const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' })
await client.chat.completions.create({
  model: 'openai/gpt-4.1',
  max_tokens: 90,
  messages: [{ role: 'user', content: 'Give three reasons to learn Latin, and three not to.' }],
})
`,
    input: 19,
    counted: 'text 12; frames 1 × 4 + 3',
    output: 90,
    usd: 0.000758,
    working: '19 × $2/M + 90 × $8/M',
  },
  {
    name: 'Japanese',
    file: 'japanese.ts',
    code: `import OpenAI from 'openai'
await new OpenAI().chat.completions.create({
  model: 'gpt-4o-mini',
  max_tokens: 40,
  messages: [{ role: 'user', content: '東京駅から浅草寺まで、一番早い行き方を教えてください。' }],
})
`,
    input: 26,
    counted: 'text 19; frames 1 × 4 + 3',
    output: 40,
    usd: 0.0000279,
    working: '26 × $0.15/M + 40 × $0.6/M',
  },
  {
    name: 'the Vercel AI SDK',
    file: 'generate.ts',
    code: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'
export const GET = () =>
  generateText({
    model: openai('gpt-4o'),
    maxOutputTokens: 140,
    system: 'You write the blurbs of a small cinema.',
    prompt: 'Write one for a film about two sisters who build a boat.',
  })
`,
    input: 34,
    counted: 'text 10 + 13; frames 2 × 4 + 3',
    output: 140,
    usd: 0.001485,
    working: '34 × $2.5/M + 140 × $10/M',
  },
  {
    name: 'a text to embed in TypeScript',
    file: 'embed.ts',
    code: `import OpenAI from 'openai'
const about = \`Title: Bread
Flour, water, salt and time.\`
await new OpenAI().embeddings.create({ model: 'text-embedding-ada-002', input: about })
`,
    input: 13,
    counted: 'text 13',
    usd: 0.0000013,
    working: '13 × $0.1/M',
  },
]
