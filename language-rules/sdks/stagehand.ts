// https://docs.stagehand.dev/v4/basics/act, https://docs.stagehand.dev/v3/references/agent, https://docs.stagehand.dev/v2/references/act
import type { CallShape, ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'

// An id without the seller before it is one of version 2, which knew whose it is by the name (configuration/models of its documentation).
const names = {
  'gpt-4o': 'openai',
  'gpt-4o-mini': 'openai',
  'gpt-4.1': 'openai',
  'gpt-4.1-mini': 'openai',
  'o4-mini': 'openai',
  'o3-mini': 'openai',
  'computer-use-preview': 'openai',
  'claude-3-5-sonnet-latest': 'anthropic',
  'claude-3-7-sonnet-latest': 'anthropic',
  'claude-sonnet-4-5-20250929': 'anthropic',
  'claude-sonnet-4-6': 'anthropic',
  'gemini-2.0-flash': 'google',
} as const

const whose = { openai: 'openai', anthropic: 'anthropic', google: 'google' } as const

const model = ['model.modelName', 'modelName', 'model.model_name', 'model_name', 'model'] as const

const client = {
  id: 'provider/model',
  model: [...model, '[0].model_name', 'config.model_name'],
  sells: { modelName: names, model_name: names, '[0].model_name': names, 'config.model_name': names, model: names },
  input: ['systemPrompt', 'system_prompt'],
} as const satisfies Partial<ClientShape>

// The page goes with every question, as a tree of what is on it: nobody can read how long that is.
const asked = {
  api: 'chat',
  id: 'provider/model',
  model: [...model, ...model.map((name) => `[1].${name}`), ...model.map((name) => `[2].${name}`), 'options.model'],
  // Another model than the client's need not be of the client's seller.
  sells: { modelName: names, model_name: names, model: names, '[1].model': names, '[2].model': names },
  adds: 'the page',
} as const satisfies Omit<CallShape, 'path' | 'input'>

const instruction = ['instruction', 'action', '[0]']

export const sdk: Sdk = {
  id: 'stagehand',
  words: ['stagehand'],
  clients: [
    {
      python: 'stagehand.Stagehand',
      typescript: ['@browserbasehq/stagehand#Stagehand', '@browserbasehq/stagehand#V3'],
      ...client,
    },
    {
      python: 'stagehand.Stagehand.create',
      typescript: '@browserbasehq/stagehand#Stagehand.create',
      ...client,
    },
    { python: 'stagehand.AsyncStagehand', ...client },
    // Version 2 asked the page itself.
    { python: 'stagehand.StagehandPage', typescript: '@browserbasehq/stagehand#Page', ...client },
  ],
  calls: [
    { path: 'act', ...asked, input: [...instruction, 'input'], unlessFrom: { '[0]': 'observe', input: 'observe' } },
    { path: 'extract', ...asked, input: [...instruction, 'schema', '[1]'] },
    { path: 'observe', ...asked, input: instruction },
    {
      path: 'agent().execute',
      ...asked,
      input: instruction,
      repeats: { 'maxSteps|max_steps|[0].max_steps': { kind: 'agent', default: 20 } },
      within: {
        'agent()': {
          id: 'provider/model',
          model,
          sells: { provider: whose, model: names },
          input: ['systemPrompt', 'instructions', 'tools'],
        },
      },
    },
    {
      path: 'execute',
      ...asked,
      model: ['agent_config.model.model_name', 'agent_config.model'],
      input: ['agent_config.system_prompt', 'execute_options.instruction'],
      repeats: { 'execute_options.max_steps': 'agent' },
    },
  ],
  free: ['init', 'close', 'page.goto', 'page.locator', 'sessions.navigate', 'sessions.end', 'navigate', 'end', 'agent'],
  transparent: ['page', 'sessions', 'sessions.create()', 'sessions.start()', 'create()', 'start()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import { Stagehand } from '@browserbasehq/stagehand'
import { z } from 'zod'
const stagehand = new Stagehand({ env: 'LOCAL', model: 'openai/gpt-4.1-mini' })
await stagehand.init()
await stagehand.act('Click the sign in button')
const [action] = await stagehand.observe('Find the button that sends the form')
await stagehand.act(action)
for (const page of pages) {
  await stagehand.extract('The price', z.object({ price: z.number() }), { page, model: 'google/gemini-2.5-flash' })
}
const agent = stagehand.agent({ model: { modelName: 'anthropic/claude-sonnet-4-5' }, systemPrompt: 'Be careful.' })
await agent.execute({ instruction: 'Order a book', maxSteps: 8 })
await agent.execute('Order another')
await stagehand.close()
`,
    sees: [
      {
        line: 6,
        call: 'stagehand.act',
        provider: 'openai',
        model: 'gpt-4.1-mini',
        input: ['Click the sign in button', '{the page}'],
      },
      { line: 7, call: 'stagehand.observe', provider: 'openai', model: 'gpt-4.1-mini' },
      {
        line: 10,
        call: 'stagehand.extract',
        provider: 'google',
        model: 'gemini-2.5-flash',
        repeats: ['data loop here'],
      },
      {
        line: 13,
        call: 'stagehand.agent().execute',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        input: ['Be careful.', 'Order a book', '{the page}'],
        repeats: ['agent option here 8'],
      },
      { line: 14, call: 'stagehand.agent().execute', repeats: ['agent option here 20'] },
    ],
  },
  {
    // Version 2: the page is asked, and an id tells whose it is.
    lang: 'typescript',
    code: `
import { Stagehand, type Page } from '@browserbasehq/stagehand'
const stagehand = new Stagehand({ env: 'BROWSERBASE', modelName: 'gpt-4o' })
const { page } = stagehand
await page.act({ action: 'Open the menu', modelName: 'claude-3-7-sonnet-latest' })
await stagehand.page.extract({ instruction: 'The title', schema })
const read = (tab: Page) => tab.observe()
const agent = stagehand.agent({ provider: 'openai', model: 'computer-use-preview', instructions: 'Be quick.' })
await agent.execute('Sign in')
`,
    sees: [
      { line: 5, call: 'stagehand.act', provider: 'anthropic', model: 'claude-3-7-sonnet-latest' },
      { line: 6, call: 'stagehand.extract', provider: 'openai', model: 'gpt-4o' },
      { line: 7, call: 'stagehand.observe', provider: 'unknown', model: null, input: ['{the page}'] },
      { line: 9, call: 'stagehand.agent().execute', provider: 'openai', model: 'computer-use-preview' },
    ],
  },
  {
    lang: 'python',
    code: `
from stagehand import AsyncStagehand, Stagehand, StagehandConfig, local_browser
async def now():
    stagehand = await Stagehand.create(browser=await local_browser.launch(), model="openai/gpt-5-mini")
    await stagehand.act("Open the menu")
    await stagehand.extract("The author", Author, model="anthropic/claude-haiku-4-5")
async def third():
    client = AsyncStagehand()
    session = await client.sessions.start(model_name="openai/gpt-5-nano")
    found = await session.observe(instruction="Find the comments")
    await session.act(input=found.data.result[0].to_dict())
    await session.execute(
        execute_options={"instruction": "Read them", "max_steps": 10}, agent_config={"model": "openai/gpt-5-mini"}
    )
async def second():
    stagehand = Stagehand(StagehandConfig(env="LOCAL", model_name="google/gemini-2.5-flash"))
    page = stagehand.page
    await page.act("Open the menu")
    await stagehand.agent(model="computer-use-preview").execute("Sign in")
`,
    sees: [
      { line: 5, call: 'stagehand.act', provider: 'openai', model: 'gpt-5-mini' },
      { line: 6, call: 'stagehand.extract', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 10, call: 'stagehand.observe', provider: 'openai', model: 'gpt-5-nano' },
      {
        line: 12,
        call: 'stagehand.execute',
        provider: 'openai',
        model: 'gpt-5-mini',
        repeats: ['agent option here 10'],
      },
      { line: 18, call: 'stagehand.act', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 19, call: 'stagehand.agent().execute', provider: 'openai', model: 'computer-use-preview' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Stagehand } from '@browserbasehq/stagehand'
const stagehand = new Stagehand({ env: 'LOCAL', model: 'openai/gpt-4.1-mini' })
const page = stagehand.context.pages()[0]
await page.goto('https://example.com')
await page.locator('a').click()
const theatre = { act: (play: string) => play }
theatre.act('Hamlet')
`,
    sees: [],
  },
]
