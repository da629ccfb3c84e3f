import type { RuleExample } from '../../../core/rule.ts'

export const growingHistory: readonly RuleExample[] = [
  {
    name: 'Python: a conversation that is only ever added to',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
messages = [{"role": "system", "content": "You answer questions about berths."}]
while True:
    messages.append({"role": "user", "content": input("> ")})
    answer = client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages)
    messages.append(answer.choices[0].message)
    print(answer.choices[0].message.content)
`,
    finds: [
      {
        line: 7,
        message:
          'Each turn sends all turns before it again, and adds about 219 tokens ($0.00001–0.002) and what only a run can tell to every later call. Nothing limits the turns. Keep the last turns and a summary of the others, or limit the turns.',
      },
    ],
  },
  {
    name: 'TypeScript: an agent with more turns than a few',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export async function settle(client: OpenAI, claim: string) {
  const messages = [{ role: 'user', content: claim }]
  for (let turn = 0; turn < 30; turn++) {
    const answer = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 800, messages })
    messages.push(answer.choices[0].message)
    messages.push({ role: 'user', content: 'Go on, or say that it is settled.' })
  }
  return messages
}
`,
    finds: [
      {
        line: 6,
        message:
          'Each turn sends all turns before it again, and adds about 233 tokens ($0.000043–0.0021) to every later call. The loop allows 30 turns. Keep the last turns and a summary of the others.',
      },
    ],
  },
  {
    name: 'the last turns only',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
messages = []
while True:
    messages.append({"role": "user", "content": input("> ")})
    messages = messages[-8:]
    answer = client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages)
    messages.append(answer.choices[0].message)
`,
    finds: [],
  },
  {
    name: 'the oldest turn is taken out',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export async function settle(client: OpenAI, claim: string) {
  const messages = [{ role: 'user', content: claim }]
  for (let turn = 0; turn < 30; turn++) {
    const answer = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 800, messages })
    messages.push(answer.choices[0].message)
    if (messages.length > 8) messages.shift()
  }
}
`,
    finds: [],
  },
  {
    name: 'a counter ends the turns',
    lang: 'python',
    code: `from openai import OpenAI


def settle(client: OpenAI, claim: str):
    messages = [{"role": "user", "content": claim}]
    turns = 0
    while turns < 5:
        turns += 1
        answer = client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages)
        messages.append(answer.choices[0].message)
    return messages
`,
    finds: [],
  },
  {
    name: 'a few turns',
    lang: 'python',
    code: `from openai import OpenAI


def settle(client: OpenAI, claim: str):
    messages = [{"role": "user", "content": claim}]
    for turn in range(4):
        answer = client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages)
        messages.append(answer.choices[0].message)
    return messages
`,
    finds: [],
  },
  {
    name: 'an agent that answers the calls of its tools: they are all of one task',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'

export async function settle(client: Anthropic, claim: string) {
  const messages = [{ role: 'user', content: claim }]
  while (true) {
    const answer = await client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 800, tools, messages })
    messages.push({ role: 'assistant', content: answer.content })
    if (answer.stop_reason !== 'tool_use') return answer
    messages.push({ role: 'user', content: await resultsOf(answer) })
  }
}
`,
    finds: [],
  },
  {
    name: 'the request is a record of its own, and its answer is added',
    lang: 'python',
    code: `import boto3

client = boto3.client("bedrock-runtime", region_name="us-east-1")


def talk():
    messages = []
    while True:
        messages.append({"role": "user", "content": [{"text": input("> ")}]})
        request = {
            "modelId": "anthropic.claude-3-haiku-20240307-v1:0",
            "messages": messages,
            "inferenceConfig": {"maxTokens": 400},
        }
        answer = client.converse(**request)
        messages.append({"role": "assistant", "content": answer["output"]["message"]["content"]})
`,
    finds: [
      {
        line: 15,
        message:
          'Each turn sends all turns before it again, and adds about 219 tokens ($0.000001–0.0001) and what only a run can tell to every later call. Nothing limits the turns. Keep the last turns and a summary of the others, or limit the turns.',
      },
    ],
  },
  {
    name: 'the answer is put together from a stream, and what others say of it comes on top',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
messages = [{"role": "system", "content": "You answer questions about berths."}]
while True:
    question = input("> ")
    messages.append({"role": "user", "content": question})
    stream = client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages, stream=True)
    answer = ""
    for chunk in stream:
        piece = chunk.choices[0].delta.content
        if piece:
            answer += piece
    messages.append({"role": "assistant", "content": answer})
`,
    finds: [
      {
        line: 8,
        message:
          'Each turn sends all turns before it again, and adds about 219 tokens ($0.00001–0.002) and question to every later call. Nothing limits the turns. Keep the last turns and a summary of the others, or limit the turns.',
      },
    ],
  },
  {
    name: 'TypeScript: the answer is put together from a stream',
    lang: 'typescript',
    code: `import { openai } from '@ai-sdk/openai'
import { streamText, type ModelMessage } from 'ai'

declare const terminal: { question(text: string): Promise<string> }
const messages: ModelMessage[] = []

while (true) {
  const question = await terminal.question('> ')
  messages.push({ role: 'user', content: question })
  const result = streamText({ model: openai('gpt-4o'), maxOutputTokens: 800, messages })
  let answer = ''
  for await (const piece of result.textStream) answer += piece
  messages.push({ role: 'assistant', content: answer })
}
`,
    finds: [
      {
        line: 10,
        message:
          'Each turn sends all turns before it again, and adds about 219 tokens ($0.00001–0.002) and question to every later call. Nothing limits the turns. Keep the last turns and a summary of the others, or limit the turns.',
      },
    ],
  },
  {
    name: 'the answer is made a message of LangChain',
    lang: 'python',
    code: `from langchain_core.messages import AIMessage, HumanMessage
from langchain_openai import ChatOpenAI

model = ChatOpenAI(model="gpt-4o", max_tokens=800)
history = []
while True:
    question = input("> ")
    history.append(HumanMessage(content=question))
    answer = model.invoke(history)
    history.append(AIMessage(content=answer.content))
`,
    finds: [
      {
        line: 9,
        message:
          'Each turn sends all turns before it again, and adds about 219 tokens ($0.00001–0.002) and question to every later call. Nothing limits the turns. Keep the last turns and a summary of the others, or limit the turns.',
      },
    ],
  },
  {
    name: 'a turn adds one thing or the other: neither is counted',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
history = []
while True:
    question = input("> ")
    history.append({"role": "user", "content": question})
    answer = client.responses.create(model="gpt-4o", max_output_tokens=800, tools=TOOLS, input=history)
    if answer.output[0].type == "message":
        history.append({"role": "assistant", "content": answer.output_text})
    else:
        history.append(answer.output[0])
        history.append({"type": "function_call_output", "output": moor(answer.output[0])})
`,
    finds: [
      {
        line: 8,
        message:
          'Each turn sends all turns before it again, and adds question and what only a run can tell to every later call. Nothing limits the turns. Keep the last turns and a summary of the others, or limit the turns.',
      },
    ],
  },
  {
    name: 'a function adds to the list as well: what it adds is not counted',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
messages = []


def remember(content: str, role: str):
    messages.append({"role": role, "content": content})


while True:
    question = input("> ")
    messages.append({"role": "user", "content": question})
    answer = client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages)
    remember(answer.choices[0].message.content, "assistant")
`,
    finds: [
      {
        line: 14,
        message:
          'Each turn sends all turns before it again, and adds question and what only a run can tell to every later call. Nothing limits the turns. Keep the last turns and a summary of the others, or limit the turns.',
      },
    ],
  },
  {
    name: 'a question of a list in each turn: there are as many turns',
    lang: 'python',
    code: `from openai import OpenAI


def interview(client: OpenAI, questions: list[str]):
    messages = []
    for question in questions:
        messages.append({"role": "user", "content": question})
        answer = client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages)
        messages.append(answer.choices[0].message)
    return messages
`,
    finds: [],
  },
]
