import type { RuleExample } from '../../../core/rule.ts'

export const distillableTask: readonly RuleExample[] = [
  {
    name: 'Python, a class for each of many notices',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def topics(notices: list[str]):
    for notice in notices:
        answer = client.chat.completions.create(
            model="gpt-4o",
            max_tokens=10,
            messages=[
                {"role": "system", "content": "Classify the notice as one of: tariff, berth, pilotage, other."},
                {"role": "user", "content": notice},
            ],
        )
        yield answer.choices[0].message.content
`,
    finds: [
      {
        line: 8,
        message:
          'A classification of each of many texts, at $2.50 per million input tokens with gpt-4o. A machine for a small model of your own (g6.xlarge, 1 × L4) is $587.50 a month, as much as 240,000,000 input tokens: above that it costs less, if it serves 320,000 tokens an hour.',
      },
    ],
  },
  {
    name: 'TypeScript, on a machine the team has chosen',
    lang: 'typescript',
    options: { machine: 'g5.xlarge', region: 'eu-west-1' },
    code: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()

export async function harbours(reports: string[]) {
  for (const report of reports) {
    await client.messages.create({
      model: 'claude-sonnet-4-5',
      max_tokens: 100,
      messages: [{ role: 'user', content: 'Extract the name of the harbour.\\n' + report }],
    })
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          'An extraction of each of many texts, at $3.00 per million input tokens with claude-sonnet-4-5. A machine for a small model of your own (g5.xlarge, 1 × A10G) is $819.92 a month, as much as 270,000,000 input tokens: above that it costs less, if it serves 370,000 tokens an hour.',
      },
    ],
  },
  {
    name: 'TypeScript, the language of each',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export async function languages(client: OpenAI, notices: string[]) {
  for (const notice of notices)
    await client.responses.create({ model: 'gpt-4o', max_output_tokens: 16, input: 'Detect the language of this notice: ' + notice })
}
`,
    finds: [
      {
        line: 5,
        message:
          'A classification of each of many texts, at $2.50 per million input tokens with gpt-4o. A machine for a small model of your own (g6.xlarge, 1 × L4) is $587.50 a month, as much as 240,000,000 input tokens: above that it costs less, if it serves 320,000 tokens an hour.',
      },
    ],
  },
  {
    name: 'Python, a batch of LangChain',
    lang: 'python',
    code: `from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI

prompt = ChatPromptTemplate.from_messages([("system", "Classify the notice as tariff, berth or pilotage."), ("human", "{notice}")])
chain = prompt | ChatOpenAI(model="gpt-4o", max_tokens=10)


def topics(notices: list[str]):
    return chain.batch([{"notice": notice} for notice in notices])
`,
    finds: [
      {
        line: 9,
        message:
          'A classification of each of many texts, at $2.50 per million input tokens with gpt-4o. A machine for a small model of your own (g6.xlarge, 1 × L4) is $587.50 a month, as much as 240,000,000 input tokens: above that it costs less, if it serves 320,000 tokens an hour.',
      },
    ],
  },
  {
    name: 'three texts',
    lang: 'python',
    code: `from openai import OpenAI

for port in ["Bergen", "Busan", "Callao"]:
    OpenAI().chat.completions.create(model="gpt-4o", max_tokens=5, messages=[{"role": "user", "content": f"Is {port} a port? Answer yes or no."}])
`,
    finds: [],
  },
  {
    name: 'a long answer',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const stories = (ports: string[]) =>
  ports.map((port) =>
    new OpenAI().chat.completions.create({ model: 'gpt-4o', max_tokens: 4000, messages: [{ role: 'user', content: 'Classify ' + port + ', and tell its story.' }] }),
  )
`,
    finds: [],
  },
  {
    name: 'one text at a time',
    lang: 'python',
    code: `from openai import OpenAI

def topic(question: str):
    return OpenAI().chat.completions.create(model="gpt-4o", max_tokens=5, messages=[{"role": "user", "content": f"Classify: {question}"}])
`,
    finds: [],
  },
]
