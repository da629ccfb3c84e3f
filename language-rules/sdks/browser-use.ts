// https://docs.browser-use.com/open-source/customize/agent/all-parameters
import type { ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import type { Provider } from '../../core/types.ts'

/** Its own models, from the package or its module `llm`: https://docs.browser-use.com/open-source/supported-models */
const sold: readonly (readonly [string, Provider])[] = [
  ['ChatOpenAI', 'openai'],
  ['ChatAzureOpenAI', 'azure-openai'],
  ['ChatAnthropic', 'anthropic'],
  ['ChatGoogle', 'google'],
  ['ChatGroq', 'groq'],
  ['ChatMistral', 'mistral'],
  ['ChatDeepSeek', 'deepseek'],
  ['ChatCerebras', 'cerebras'],
  ['ChatOpenRouter', 'openrouter'],
  ['ChatAWSBedrock', 'bedrock'],
  ['ChatAnthropicBedrock', 'bedrock'],
  ['ChatOllama', 'local'],
  ['ChatVercel', 'gateway'],
  // Billed by Browser Use under its own price list, which we do not carry.
  ['ChatBrowserUse', 'unknown'],
]

const models = sold.map(
  ([name, provider]): ClientShape => ({
    python: [`browser_use.${name}`, `browser_use.llm.**.${name}`],
    kind: 'model',
    provider,
    model: ['model', '[0]'],
    maxOutput: ['max_completion_tokens', 'max_tokens', 'max_output_tokens'],
    ...(provider === 'openai' ? { baseUrl: 'base_url' } : {}),
  }),
)

const agent = {
  api: 'chat',
  on: 'agent',
  input: ['task'],
  adds: 'the page, its elements and a picture of it',
  repeats: { 'max_steps|[0]': { kind: 'agent', default: 100 } },
} as const

export const sdk: Sdk = {
  id: 'browser-use',
  words: ['browser_use'],
  clients: [
    {
      python: ['browser_use.Agent', 'browser_use.agent.**.Agent'],
      kind: 'agent',
      of: ['llm', '[1]'],
      input: ['task', '[0]', 'extend_system_message'],
    },
    ...models,
  ],
  calls: [
    { path: 'run', ...agent },
    { path: 'run_sync', ...agent },
    { path: 'ainvoke', api: 'chat', on: 'model', input: ['messages', '[0]'] },
  ],
  free: ['pause', 'resume', 'stop', 'add_new_task', 'save_history'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import asyncio
from browser_use import Agent, Browser, ChatBrowserUse, ChatOpenAI
from browser_use.llm.anthropic.chat import ChatAnthropic
from langchain_google_genai import ChatGoogleGenerativeAI

async def main(tasks):
    agent = Agent(task="Find the cheapest flight.", llm=ChatOpenAI(model="gpt-4.1-mini"), browser=Browser())
    await agent.run(max_steps=20)
    for task in tasks:
        await Agent(task, ChatAnthropic(model="claude-sonnet-4-5")).run()
    await Agent(task="Log in.", llm=ChatBrowserUse()).run()
    # Before 0.3 the models were LangChain's.
    Agent(task="Log in.", llm=ChatGoogleGenerativeAI(model="gemini-2.5-flash")).run_sync()

asyncio.run(main([]))
`,
    sees: [
      {
        line: 9,
        call: 'browser-use.run',
        provider: 'openai',
        model: 'gpt-4.1-mini',
        repeats: ['agent option here 20'],
        input: ['Find the cheapest flight.', '{the page, its elements and a picture of it}'],
      },
      {
        line: 11,
        call: 'browser-use.run',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        repeats: ['data loop here', 'agent option here 100'],
      },
      { line: 12, call: 'browser-use.run', provider: 'unknown', model: null },
      { line: 14, call: 'browser-use.run_sync', provider: 'google', model: 'gemini-2.5-flash' },
    ],
  },
  {
    lang: 'python',
    code: `
from browser_use import Agent, Browser
agent = Agent(task="Log in.")
agent.pause()
Browser().start()
`,
    sees: [],
  },
]
