// https://mastra.ai/reference/agents/agent and https://mastra.ai/reference/agents/generate
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const core = (name: string, ...folders: string[]) => ['', ...folders].map((each) => `@mastra/core${each}#${name}`)

// Options are the second argument. An agent stops after five steps: stepCountIs(5) in packages/core/src/llm/model/model.loop.ts.
const asked = {
  api: 'chat',
  on: 'agent',
  maxOutput: ['[1].modelSettings.maxOutputTokens', '[1].maxTokens'],
  reasoning: ['[1].providerOptions.openai.reasoningEffort', '[1].providerOptions.anthropic.thinking.budgetTokens'],
  tier: '[1].providerOptions.openai.serviceTier',
  input: ['[1].instructions', '[0]'],
  cacheMarker: 'cacheControl',
  repeats: {
    '[1].maxSteps|[1].stopWhen': { kind: 'agent', counted: ['ai#stepCountIs', 'ai#isStepCount'], default: 5 },
  },
} as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'mastra',
  words: ["'@mastra/core", '"@mastra/core'],
  clients: [
    {
      typescript: core('Agent', '/agent'),
      kind: 'agent',
      // `{ id, url }` is a model at another host; of a list, the later ones are asked where the first fails.
      model: ['model.id', 'model'],
      id: 'provider/model',
      provider: 'unknown',
      baseUrl: 'model.url',
      maxOutput: [
        'defaultOptions.modelSettings.maxOutputTokens',
        'defaultGenerateOptions.maxTokens',
        'defaultGenerateOptionsLegacy.maxTokens',
      ],
      input: ['tools', 'instructions'],
    },
    // `new Mastra({ agents: { weather } }).getAgent('weather')`
    { typescript: core('Mastra().getAgent', '/mastra'), kind: 'agent', picks: { from: 'agents' } },
    { typescript: core('Mastra().getAgentById', '/mastra'), kind: 'agent' },
  ],
  calls: [
    { path: 'generate', ...asked },
    { path: 'generateLegacy', ...asked },
    { path: 'generateVNext', ...asked },
    { path: 'stream', ...asked, stream: true },
    { path: 'streamLegacy', ...asked, stream: true },
    { path: 'streamVNext', ...asked, stream: true },
    { path: 'network', ...asked, repeats: { '[1].maxSteps': 'agent' }, stream: true },
  ],
  free: ['getInstructions', 'getModel', 'listAgents', 'listTools'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import { openai } from '@ai-sdk/openai'
import { Agent } from '@mastra/core/agent'
import { Mastra } from '@mastra/core/mastra'

const cook = new Agent({ name: 'Cook', instructions: 'You cook.', model: openai('gpt-4o-mini') })
const judge = new Agent({ id: 'judge', name: 'Judge', instructions: 'You taste.', model: 'anthropic/claude-haiku-4-5' })
const home = new Agent({ name: 'Home', model: { id: 'qwen3', url: 'http://localhost:11434/v1' } })
const mastra = new Mastra({ agents: { cook, judge } })

export async function dinner(guests: string[], name: string) {
  for (const guest of guests) await cook.generate(\`What does \${guest} like?\`, { maxSteps: 3 })
  await judge.stream([{ role: 'user', content: 'Taste it.' }], { modelSettings: { maxOutputTokens: 80 } })
  await home.generateLegacy('Hi')
  await cook.generateVNext('Hi')
  await cook.streamLegacy('Hi', { maxTokens: 20 })
  await cook.streamVNext('Hi')
  await judge.network('Plan the week.')
  await mastra.getAgent('judge').generate('Again?')
  const picked = mastra.getAgent(name)
  await picked.generate('Hi')
  await mastra.getAgentById('cook').generate('Hi')
}
`,
    sees: [
      {
        line: 12,
        call: 'mastra.generate',
        provider: 'openai',
        model: 'gpt-4o-mini',
        repeats: ['data loop here', 'agent option here 3'],
        input: ['You cook.', 'What does ', '{guest}', ' like?'],
      },
      {
        line: 13,
        call: 'mastra.stream',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 80,
        repeats: ['agent option here 5'],
        input: ['You taste.', 'user: Taste it.'],
      },
      { line: 14, call: 'mastra.generateLegacy', provider: 'local', model: 'qwen3' },
      { line: 15, call: 'mastra.generateVNext', model: 'gpt-4o-mini' },
      { line: 16, call: 'mastra.streamLegacy', model: 'gpt-4o-mini', maxOutput: 20 },
      { line: 17, call: 'mastra.streamVNext', model: 'gpt-4o-mini' },
      { line: 18, call: 'mastra.network', model: 'claude-haiku-4-5', repeats: [] },
      { line: 19, call: 'mastra.generate', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 21, call: 'mastra.generate', model: null, modelAmong: ['gpt-4o-mini', 'claude-haiku-4-5'] },
      { line: 22, call: 'mastra.generate', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Agent } from '@mastra/core/agent'
import { createTool } from '@mastra/core/tools'
import { createWorkflow } from '@mastra/core/workflows'

const agent = new Agent({ name: 'A', model: 'openai/gpt-4o' })
const lookup = createTool({ id: 'lookup', execute: async () => 1 })
lookup.execute({})
agent.getInstructions()
createWorkflow({ id: 'w' }).commit().stream({})
pdf.generate('report')
`,
    sees: [],
  },
]
