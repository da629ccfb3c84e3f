// https://github.com/andrewyng/aisuite
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const id = 'provider:model'

const chat = {
  api: 'chat',
  model: ['model', '[0]'],
  id,
  maxOutput: ['max_completion_tokens', 'max_tokens'],
  input: ['messages', '[1]', 'tools'],
  stream: 'stream',
  // Runs tools and asks again: only where it is told how often at most.
  repeats: { max_turns: 'agent' },
} as const satisfies Omit<CallShape, 'path'>

const agent = {
  api: 'chat',
  on: 'runner',
  of: ['agent', '[0]'],
  input: ['input', '[1]'],
  repeats: { max_turns: { kind: 'agent', default: 5 } },
} as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'aisuite',
  words: ['aisuite'],
  clients: [
    { python: ['aisuite.Client', 'aisuite.client.Client'], typescript: 'aisuite#Client' },
    { python: ['aisuite.Runner', 'aisuite.agents.Runner'], kind: 'runner', module: true },
    {
      python: ['aisuite.Agent', 'aisuite.agents.Agent'],
      kind: 'agent',
      model: ['model', '[1]'],
      id,
      maxOutput: 'model_settings.max_tokens',
      input: ['instructions'],
    },
  ],
  calls: [
    { path: 'chat.completions.create', ...chat },
    { path: 'chat.completions.acreate', ...chat },
    { path: 'audio.transcriptions.create', api: 'transcribe', model: 'model', id, input: ['prompt'] },
    { path: 'run', ...agent },
    { path: 'run_sync', ...agent },
  ],
  free: ['configure', 'listProviders', 'listASRProviders', 'isProviderConfigured', 'isASRProviderConfigured'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import aisuite as ai
from aisuite import Agent, Runner
client = ai.Client()
for model in ["openai:gpt-4o", "openai:gpt-4o-mini"]:
    client.chat.completions.create(model=model, messages=[{"role": "user", "content": "Hi"}])
client.chat.completions.create(model="anthropic:claude-haiku-4-5", messages=[], tools=[f], max_turns=4, max_tokens=9)
client.audio.transcriptions.create(model="deepgram:nova-3", file=f)
helper = Agent(name="helper", model="groq:llama-3.3-70b-versatile", instructions="Help.")
Runner.run_sync(helper, "Hi")
async def later(messages):
    await client.chat.completions.acreate("mistral:mistral-small-latest", messages)
    await Runner.run(agent=helper, input="Hi", max_turns=2)
`,
    sees: [
      {
        line: 6,
        call: 'aisuite.chat.completions.create',
        provider: 'openai',
        modelAmong: ['gpt-4o', 'gpt-4o-mini'],
        repeats: ['data loop here 2'],
      },
      {
        line: 7,
        call: 'aisuite.chat.completions.create',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 9,
        repeats: ['agent option here 4'],
      },
      { line: 8, call: 'aisuite.audio.transcriptions.create', provider: 'deepgram', model: 'nova-3' },
      {
        line: 10,
        call: 'aisuite.run_sync',
        provider: 'groq',
        model: 'llama-3.3-70b-versatile',
        repeats: ['agent option here 5'],
        input: ['Help.', 'Hi'],
      },
      { line: 12, call: 'aisuite.chat.completions.acreate', provider: 'mistral', model: 'mistral-small-latest' },
      { line: 13, call: 'aisuite.run', repeats: ['agent option here 2'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Client } from 'aisuite'
const client = new Client({ openai: { apiKey: process.env.KEY } })
export const ask = (content: string) =>
  client.chat.completions.create({ model: 'openai:gpt-4o', messages: [{ role: 'user', content }], max_tokens: 50 })
client.audio.transcriptions.create({ model: 'deepgram:nova-3', file })
`,
    sees: [
      {
        line: 5,
        call: 'aisuite.chat.completions.create',
        provider: 'openai',
        model: 'gpt-4o',
        maxOutput: 50,
        input: ['user: {content}'],
      },
      { line: 6, call: 'aisuite.audio.transcriptions.create', provider: 'deepgram', model: 'nova-3' },
    ],
  },
  {
    lang: 'python',
    code: `
import aisuite
client = aisuite.Client()
client.configure({"openai": {}})
class Runner:
    def run_sync(self, agent): ...
Runner().run_sync("Hi")
`,
    sees: [],
  },
]
