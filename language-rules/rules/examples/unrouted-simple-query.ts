import type { RuleExample } from '../../../core/rule.ts'

export const unroutedSimpleQuery: readonly RuleExample[] = [
  {
    name: 'Python: a title from the large model, the small one beside it',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()


def topic(question: str):
    return client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=10,
        system="Classify the question as tariff, berth or pilotage.",
        messages=[{"role": "user", "content": question}],
    )


def title(question: str):
    return client.messages.create(
        model="claude-opus-4-5",
        max_tokens=30,
        messages=[{"role": "user", "content": f"Write a title of five words for this question: {question}"}],
    )
`,
    finds: [
      {
        line: 17,
        message:
          'One plain question, answered in at most 30 tokens: claude-opus-4-5 costs $5.00 per million input tokens, claude-haiku-4-5, which this file uses too, $1.00. Try it on your evaluation set.',
        fixed: `from anthropic import Anthropic

client = Anthropic()


def topic(question: str):
    return client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=10,
        system="Classify the question as tariff, berth or pilotage.",
        messages=[{"role": "user", "content": question}],
    )


def title(question: str):
    return client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=30,
        messages=[{"role": "user", "content": f"Write a title of five words for this question: {question}"}],
    )
`,
      },
    ],
  },
  {
    name: 'TypeScript: the question alone',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export const title = (question: string) =>
  client.responses.create({ model: 'gpt-4o', max_output_tokens: 40, input: 'Write a title for: ' + question })

export const topic = (question: string) =>
  client.responses.create({
    model: 'gpt-4o-mini',
    max_output_tokens: 16,
    instructions: 'Classify the question as tariff, berth or pilotage.',
    input: question,
  })
`,
    finds: [
      {
        line: 6,
        message:
          'One plain question, answered in at most 40 tokens: gpt-4o costs $2.50 per million input tokens, gpt-4o-mini, which this file uses too, $0.15. Try it on your evaluation set.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export const title = (question: string) =>
  client.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 40, input: 'Write a title for: ' + question })

export const topic = (question: string) =>
  client.responses.create({
    model: 'gpt-4o-mini',
    max_output_tokens: 16,
    instructions: 'Classify the question as tariff, berth or pilotage.',
    input: question,
  })
`,
      },
    ],
  },
  {
    name: 'no smaller model is used in the file',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o", max_tokens=30, messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [],
  },
  {
    name: 'a system prompt, tools or turns before it',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()
await client.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 16, input: 'Name a port.' })

export const answer = (question: string, history: OpenAI.ChatCompletionMessageParam[], tools: OpenAI.ChatCompletionTool[]) =>
  Promise.all([
    client.chat.completions.create({
      model: 'gpt-4o',
      max_tokens: 100,
      messages: [{ role: 'system', content: 'You are the pilot of the port.' }, { role: 'user', content: question }],
    }),
    client.chat.completions.create({ model: 'gpt-4o', max_tokens: 100, messages: history }),
    client.chat.completions.create({ model: 'gpt-4o', max_tokens: 100, tools, messages: [{ role: 'user', content: question }] }),
  ])
`,
    finds: [],
  },
  {
    name: 'the smaller model is asked the same first',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def slogan(port: str):
    question = [{"role": "user", "content": f"Write a slogan for {port}."}]
    first = client.chat.completions.create(model="gpt-4o-mini", max_tokens=40, messages=question)
    if is_good(first):
        return first
    return client.chat.completions.create(model="gpt-4o", max_tokens=40, messages=question)
`,
    finds: [],
  },
  {
    name: 'a long answer, or none that is limited',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
client.chat.completions.create(model="gpt-4o-mini", max_tokens=30, messages=[{"role": "user", "content": "Name a port."}])
client.chat.completions.create(model="gpt-4o", max_tokens=3000, messages=[{"role": "user", "content": "Tell the story of Bergen."}])
client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [],
  },
]
