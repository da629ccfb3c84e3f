import type { RuleExample } from '../../../core/rule.ts'

export const wastefulSchema: readonly RuleExample[] = [
  {
    name: 'Python: five fields told at length, and a prompt of one line',
    lang: 'python',
    options: { tokens: 120 },
    code: `from openai import OpenAI

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "find_berth",
            "description": "Finds a berth for a ship in the harbour. Use this tool whenever a berth has to be found for a ship, and only then.",
            "parameters": {
                "type": "object",
                "properties": {
                    "ship": {"type": "string", "description": "The name of the ship for which a berth is to be found, as it is written in the register."},
                    "length": {"type": "number", "description": "The length of the ship for which a berth is to be found, over all, in metres."},
                    "draught": {"type": "number", "description": "The draught of the ship for which a berth is to be found, in metres, as loaded."},
                    "from": {"type": "string", "description": "The first day on which the berth is needed for the ship, as an ISO date."},
                    "to": {"type": "string", "description": "The last day on which the berth is needed for the ship, as an ISO date."},
                },
            },
        },
    }
]


def answer(client: OpenAI, question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=300,
        tools=TOOLS,
        messages=[{"role": "system", "content": "You find berths."}, {"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 25,
        message:
          'The definitions of the tools are 138 tokens as written, $0.000345 of each call; the prompt written beside them is 5, and what a run fills in. Send what this call can need.',
      },
    ],
  },
  {
    name: 'TypeScript: the schema of the answer',
    lang: 'typescript',
    options: { tokens: 60 },
    code: `import OpenAI from 'openai'

const schema = {
  type: 'object',
  properties: {
    ship: { type: 'string', description: 'The name of the ship that the notice is about, as it is written in the register.' },
    berth: { type: 'string', description: 'The number of the berth that the notice is about, as it stands on the chart of the harbour.' },
    from: { type: 'string', description: 'The first day on which the notice holds, as an ISO date.' },
  },
  required: ['ship', 'berth', 'from'],
  additionalProperties: false,
}

export const read = (client: OpenAI, notice: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 300,
    response_format: { type: 'json_schema', json_schema: { name: 'notice', strict: true, schema } },
    messages: [
      { role: 'system', content: 'Read the notice.' },
      { role: 'user', content: notice },
    ],
  })
`,
    finds: [
      {
        line: 15,
        message:
          'The schema of the answer is 151 tokens as written, $0.000378 of each call; the prompt written beside it is 4, and what a run fills in. Send what this call can need.',
      },
    ],
  },
  {
    name: 'Python: tools of Claude, without the system prompt that comes with them: of the same words as in the next example it is more',
    lang: 'python',
    options: { tokens: 50 },
    code: `from anthropic import Anthropic

TOOLS = [
    {
        "name": "find_berth",
        "description": "Finds a berth for a ship in the harbour.",
        "input_schema": {
            "type": "object",
            "properties": {
                "ship": {"type": "string", "description": "The name of the ship, as it is written in the register."},
                "draught": {"type": "number", "description": "The draught of the ship in metres, as loaded."},
            },
        },
    }
]


def answer(client: Anthropic, question: str):
    return client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=300,
        tools=TOOLS,
        system="You find berths.",
        messages=[{"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 19,
        message:
          'The definitions of the tools are 113 tokens as written, $0.00011–0.00012 of each call; the prompt written beside them is 6, and what a run fills in. Send what this call can need.',
      },
    ],
  },
  {
    name: 'what is written of the tools is shorter than the prompt; only with what Claude adds for tools it is longer',
    lang: 'python',
    options: { tokens: 50 },
    code: `from anthropic import Anthropic

TOOLS = [
    {
        "name": "find_berth",
        "description": "Finds a berth for a ship in the harbour.",
        "input_schema": {
            "type": "object",
            "properties": {
                "ship": {"type": "string", "description": "The name of the ship, as it is written in the register."},
                "draught": {"type": "number", "description": "The draught of the ship in metres, as loaded."},
            },
        },
    }
]
RULES = "You find berths for ships. Ask for the length and the draught where they are not told, look for a berth that is deep and long enough, and quote the paragraph of the port regulation that the answer rests on. Never give a berth to two ships at once, and never one that is closed for repair. Say no more than the berth, the day, and the paragraph. Where no berth is free, say which one is free first, and for how long; where the ship is not in the register, say so, and ask for its number. Answer in the language of the question, and in whole sentences."


def answer(client: Anthropic, question: str):
    return client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=300,
        tools=TOOLS,
        system=RULES,
        messages=[{"role": "user", "content": question}],
    )
`,
    finds: [],
  },
  {
    name: 'the prompt is longer',
    lang: 'python',
    options: { tokens: 20 },
    code: `from openai import OpenAI

TOOLS = [{"type": "function", "function": {"name": "find_berth", "description": "Finds a berth.", "parameters": {"type": "object", "properties": {"ship": {"type": "string"}}}}}]
RULES = "You find berths for ships. Ask for the length and the draught where they are not told, look for a berth that is deep and long enough, and quote the paragraph of the port regulation that the answer rests on. Never give a berth to two ships at once, and never one that is closed for repair."


def answer(client: OpenAI, question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=300,
        tools=TOOLS,
        messages=[{"role": "system", "content": RULES}, {"role": "user", "content": question}],
    )
`,
    finds: [],
  },
  {
    name: 'short definitions',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const tools = [{ type: 'function', function: { name: 'find_berth', description: 'Finds a berth.', parameters: { type: 'object', properties: { ship: { type: 'string' } } } } }]

export const answer = (client: OpenAI, question: string) =>
  client.chat.completions.create({ model: 'gpt-4o', max_tokens: 300, tools, messages: [{ role: 'user', content: question }] })
`,
    finds: [],
  },
  {
    name: 'Python: the schema is a model of Pydantic',
    lang: 'python',
    options: { tokens: 60 },
    code: `from openai import OpenAI
from pydantic import BaseModel, Field


class Notice(BaseModel):
    ship: str = Field(description="The name of the ship that the notice is about, as it is written in the register.")
    berth: str = Field(description="The number of the berth that the notice is about, as it stands on the chart.")
    since: str = Field(description="The first day on which the notice holds, as an ISO date.")


def read(client: OpenAI, notice: str):
    return client.chat.completions.parse(
        model="gpt-4o",
        max_tokens=300,
        response_format=Notice,
        messages=[{"role": "system", "content": "Read the notice."}, {"role": "user", "content": notice}],
    )
`,
    finds: [
      {
        line: 12,
        message:
          'The schema of the answer is 171 tokens as written, $0.000428 of each call; the prompt written beside it is 4, and what a run fills in. Send what this call can need.',
      },
    ],
  },
  {
    name: 'TypeScript: a tool whose schema is of Zod, beside one line',
    lang: 'typescript',
    options: { tokens: 40 },
    code: `import { generateText, tool } from 'ai'
import { z } from 'zod'

const berth = tool({
  description: 'Finds a berth for a ship in the harbour. Use this tool whenever a berth has to be found for a ship, and only then.',
  inputSchema: z.object({
    ship: z.string().describe('The name of the ship for which a berth is to be found, as it is written in the register.'),
    length: z.number().describe('The length of the ship for which a berth is to be found, over all, in metres.'),
  }),
})

export const answer = (question: string) =>
  generateText({
    model: 'openai/gpt-4o',
    maxOutputTokens: 300,
    tools: { berth },
    system: 'You find berths.',
    prompt: question,
  })
`,
    finds: [
      {
        line: 13,
        message:
          'The definitions of the tools are 75 tokens as written, $0.000188 of each call; the prompt written beside them is 5, and what a run fills in. Send what this call can need.',
      },
    ],
  },
  {
    name: 'Python: a short model of Pydantic is what the answer needs',
    lang: 'python',
    options: { tokens: 120 },
    code: `from openai import OpenAI
from pydantic import BaseModel


class Notice(BaseModel):
    ship: str


def read(client: OpenAI, notice: str):
    return client.chat.completions.parse(
        model="gpt-4o",
        max_tokens=300,
        response_format=Notice,
        messages=[{"role": "system", "content": "Read the notice."}, {"role": "user", "content": notice}],
    )
`,
    finds: [],
  },
]
