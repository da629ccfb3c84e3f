import type { RuleExample } from '../../../core/rule.ts'

export const unboundedAgentExamples: readonly RuleExample[] = [
  {
    name: 'Python, a loop around a call with tools',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()


def berth(question: str, tools: list, run) -> str:
    messages = [{"role": "user", "content": question}]
    while True:
        reply = client.messages.create(model="claude-haiku-4-5", max_tokens=800, tools=tools, messages=messages)
        if reply.stop_reason != "tool_use":
            return reply.content[0].text
        messages.append({"role": "assistant", "content": reply.content})
        messages.append({"role": "user", "content": run(reply)})
`,
    finds: [
      {
        line: 8,
        message:
          'This loop asks again for as long as the model wants a tool, each turn at $1.00 per million input tokens. Nothing limits its turns: count them, and end the loop at a number of them.',
        fixed: `from anthropic import Anthropic

client = Anthropic()


def berth(question: str, tools: list, run) -> str:
    messages = [{"role": "user", "content": question}]
    for turn in range(20):
        reply = client.messages.create(model="claude-haiku-4-5", max_tokens=800, tools=tools, messages=messages)
        if reply.stop_reason != "tool_use":
            return reply.content[0].text
        messages.append({"role": "assistant", "content": reply.content})
        messages.append({"role": "user", "content": run(reply)})
`,
      },
    ],
  },
  {
    name: 'TypeScript, a loop around a call with tools',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function berth(messages: Message[], tools: Tool[], run: (calls: Call[]) => Promise<Message[]>) {
  while (true) {
    const reply = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 800, tools, messages })
    const { message } = reply.choices[0]
    messages.push(message)
    if (!message.tool_calls) return message.content
    messages.push(...(await run(message.tool_calls)))
  }
}
`,
    finds: [
      {
        line: 6,
        message:
          'This loop asks again for as long as the model wants a tool, each turn at $2.50 per million input tokens. Nothing limits its turns: count them, and end the loop at a number of them.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export async function berth(messages: Message[], tools: Tool[], run: (calls: Call[]) => Promise<Message[]>) {
  for (let turn = 0; turn < 20; turn++) {
    const reply = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 800, tools, messages })
    const { message } = reply.choices[0]
    messages.push(message)
    if (!message.tool_calls) return message.content
    messages.push(...(await run(message.tool_calls)))
  }
}
`,
      },
    ],
  },
  {
    name: 'Python, the Claude Agent SDK without a limit',
    lang: 'python',
    code: `from claude_agent_sdk import ClaudeAgentOptions, query

options = ClaudeAgentOptions(model="claude-sonnet-4-5", allowed_tools=["Read", "Grep"])


async def tidy(task: str):
    async for message in query(prompt=task, options=options):
        print(message)
`,
    finds: [
      {
        line: 7,
        message:
          'This agent runs for as long as the model wants a tool, each turn at $3.00 per million input tokens. Nothing limits its turns: set max_turns.',
        fixed: `from claude_agent_sdk import ClaudeAgentOptions, query

options = ClaudeAgentOptions(model="claude-sonnet-4-5", allowed_tools=["Read", "Grep"], max_turns=20)


async def tidy(task: str):
    async for message in query(prompt=task, options=options):
        print(message)
`,
      },
    ],
  },
  {
    name: 'TypeScript, the Claude Agent SDK without a limit',
    lang: 'typescript',
    code: `import { query } from '@anthropic-ai/claude-agent-sdk'

export async function tidy(task: string) {
  for await (const message of query({ prompt: task, options: { model: 'claude-sonnet-4-5' } })) console.log(message)
}
`,
    finds: [
      {
        line: 4,
        message:
          'This agent runs for as long as the model wants a tool, each turn at $3.00 per million input tokens. Nothing limits its turns: set maxTurns.',
        fixed: `import { query } from '@anthropic-ai/claude-agent-sdk'

export async function tidy(task: string) {
  for await (const message of query({ prompt: task, options: { model: 'claude-sonnet-4-5', maxTurns: 20 } })) console.log(message)
}
`,
      },
    ],
  },
  {
    name: 'Python, the tool runner of the Anthropic SDK',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()


def berth(question: str, tools: list):
    runner = client.beta.messages.tool_runner(
        model="claude-haiku-4-5",
        max_tokens=800,
        tools=tools,
        messages=[{"role": "user", "content": question}],
    )
    return runner.until_done()
`,
    finds: [
      {
        line: 7,
        message:
          'The tool runner asks again for as long as the model wants a tool, each turn at $1.00 per million input tokens. Nothing limits its turns: set max_iterations.',
        fixed: `from anthropic import Anthropic

client = Anthropic()


def berth(question: str, tools: list):
    runner = client.beta.messages.tool_runner(
        model="claude-haiku-4-5",
        max_tokens=800,
        tools=tools,
        messages=[{"role": "user", "content": question}],
        max_iterations=20,
    )
    return runner.until_done()
`,
      },
    ],
  },
  {
    name: 'Python, a team without a limit or a condition',
    lang: 'python',
    code: `from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.models.openai import OpenAIChatCompletionClient

model = OpenAIChatCompletionClient(model="gpt-4o")
writer = AssistantAgent("writer", model_client=model)
editor = AssistantAgent("editor", model_client=model)
team = RoundRobinGroupChat([writer, editor])


async def write(task: str):
    return await team.run(task=task)
`,
    finds: [
      {
        line: 12,
        message:
          'This team talks on, one member after the other, each turn at $2.50 per million input tokens. Nothing limits its turns: set max_turns or a termination_condition.',
        fixed: `from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.models.openai import OpenAIChatCompletionClient

model = OpenAIChatCompletionClient(model="gpt-4o")
writer = AssistantAgent("writer", model_client=model)
editor = AssistantAgent("editor", model_client=model)
team = RoundRobinGroupChat([writer, editor], max_turns=20)


async def write(task: str):
    return await team.run(task=task)
`,
      },
    ],
  },
  {
    name: 'the passes are counted',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()


def berth(messages: list, tools: list, run) -> str:
    for _ in range(12):
        reply = client.messages.create(model="claude-haiku-4-5", max_tokens=800, tools=tools, messages=messages)
        if reply.stop_reason != "tool_use":
            return reply.content[0].text
        messages.append({"role": "user", "content": run(reply)})
`,
    finds: [],
  },
  {
    name: 'the endless loop counts its turns',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function berth(messages: Message[], tools: Tool[]) {
  let turns = 0
  while (true) {
    if (turns++ > 12) return
    const reply = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 800, tools, messages })
    messages.push(reply.choices[0].message)
  }
}
`,
    finds: [],
  },
  {
    name: 'somebody types each turn',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()
messages = []
while True:
    messages.append({"role": "user", "content": input()})
    reply = client.messages.create(model="claude-haiku-4-5", max_tokens=800, tools=TOOLS, messages=messages)
    messages.append({"role": "assistant", "content": reply.content})
`,
    finds: [],
  },
  {
    name: 'the agent has a budget',
    lang: 'python',
    code: `from claude_agent_sdk import ClaudeAgentOptions, query


async def tidy(task: str):
    options = ClaudeAgentOptions(model="claude-sonnet-4-5", max_budget_usd=2)
    async for message in query(prompt=task, options=options):
        print(message)
`,
    finds: [],
  },
  {
    name: 'passes that are counted by a longer name; somebody who is asked by way of an executor',
    lang: 'python',
    code: `import asyncio
from anthropic import Anthropic

client = Anthropic()


def work(messages: list, tools: list, args):
    compute_iterations = 0
    while True:
        compute_iterations += 1
        if compute_iterations >= args.compute:
            raise RuntimeError("too many")
        reply = client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=messages, tools=tools)
        if reply.stop_reason != "tool_use":
            return reply


async def talk(messages: list, tools: list):
    while True:
        messages.append({"role": "user", "content": await asyncio.get_event_loop().run_in_executor(None, input)})
        print(client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=messages, tools=tools))
`,
    finds: [],
  },
]
