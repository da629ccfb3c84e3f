// https://platform.claude.com/docs/en/agent-sdk/python, https://platform.claude.com/docs/en/agent-sdk/typescript
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// Without a model the agent takes the one Claude Code is set to: not known from the source.
const options = {
  model: 'options.model',
  reasoning: ['options.effort', 'options.max_thinking_tokens', 'options.maxThinkingTokens'],
  input: ['options.system_prompt', 'options.systemPrompt'],
} as const

// It reads, runs tools and asks again until it is done, or was told to stop.
const repeats = { 'options.max_turns|options.maxTurns': 'agent' } as const

// The tools and the instructions of Claude Code go with every question, and what it reads meanwhile.
const adds = 'its own instructions and tools'

const query = {
  ...options,
  api: 'chat',
  adds,
  input: [...options.input, 'prompt'],
  stream: true,
  repeats,
} as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'claude-agent-sdk',
  words: ['claude_agent_sdk', 'claude_code_sdk', 'claude-agent-sdk', '@anthropic-ai/claude-code'],
  clients: [
    {
      // Named after Claude Code until 0.1: https://platform.claude.com/docs/en/agent-sdk/migration-guide
      python: ['claude_agent_sdk', 'claude_code_sdk'],
      typescript: ['@anthropic-ai/claude-agent-sdk#*', '@anthropic-ai/claude-code#*'],
      provider: 'anthropic',
      module: true,
    },
    {
      python: ['claude_agent_sdk.ClaudeSDKClient', 'claude_code_sdk.ClaudeSDKClient'],
      kind: 'client',
      provider: 'anthropic',
      ...options,
      repeats,
    },
  ],
  calls: [
    { path: 'query', ...query },
    { path: 'query', api: 'chat', on: 'client', adds, input: ['prompt', '[0]'], stream: true },
    {
      path: 'startup().query',
      api: 'chat',
      adds,
      input: ['[0]'],
      stream: true,
      within: { 'startup()': { ...options, repeats } },
    },
  ],
  free: [
    'connect',
    'disconnect',
    'interrupt',
    'receive_messages',
    'receive_response',
    'get_context_usage',
    'get_server_info',
    'set_model',
    'tool',
    'create_sdk_mcp_server',
    'createSdkMcpServer',
    'getSessionMessages',
    'listSessions',
    'startup',
  ],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from claude_agent_sdk import ClaudeAgentOptions, ClaudeSDKClient, query
OPTIONS = ClaudeAgentOptions(model="claude-sonnet-4-5", system_prompt="Review.", max_turns=12, allowed_tools=["Read"])
async def review(path):
    async for message in query(prompt=f"Review {path}", options=OPTIONS):
        print(message)
async def talk(questions):
    async with ClaudeSDKClient(options=ClaudeAgentOptions(model="claude-haiku-4-5")) as client:
        for question in questions:
            await client.query(question)
            async for message in client.receive_response():
                print(message)
    async for message in query(prompt="Hi"):
        print(message)
`,
    sees: [
      {
        line: 5,
        call: 'claude-agent-sdk.query',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        modelVia: 'literal',
        repeats: ['agent option here 12'],
        input: ['Review.', 'Review ', '{path}', '{its own instructions and tools}'],
      },
      {
        line: 10,
        call: 'claude-agent-sdk.query',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        repeats: ['data loop here'],
        input: ['{question}', '{its own instructions and tools}'],
      },
      { line: 13, call: 'claude-agent-sdk.query', provider: 'anthropic', model: null, repeats: [] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { query, startup } from '@anthropic-ai/claude-agent-sdk'
const model = process.env.MODEL ?? 'claude-opus-4-5'
export async function fix(issue: string) {
  for await (const message of query({ prompt: issue, options: { model, maxTurns: 30, systemPrompt: 'Fix it.' } })) {
    console.log(message)
  }
  const ready = await startup({ options: { model: 'claude-haiku-4-5', maxTurns: 3 } })
  ready.query(issue)
}
`,
    sees: [
      {
        line: 5,
        call: 'claude-agent-sdk.query',
        provider: 'anthropic',
        model: 'claude-opus-4-5',
        modelVia: 'environment',
        repeats: ['agent option here 30'],
        input: ['Fix it.', '{issue}', '{its own instructions and tools}'],
      },
      {
        line: 9,
        call: 'claude-agent-sdk.startup().query',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        repeats: ['agent option here 3'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
from claude_agent_sdk import ClaudeSDKClient, create_sdk_mcp_server, tool
import database
async def free():
    async with ClaudeSDKClient() as client:
        await client.interrupt()
        await client.get_context_usage()
    create_sdk_mcp_server(name="tools", tools=[])
    database.query("select 1")
`,
    sees: [],
  },
]
