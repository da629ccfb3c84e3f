import type { RuleExample } from '../../../core/rule.ts'

export const wordyPrompt: readonly RuleExample[] = [
  {
    name: 'Python: a rule that is in the prompt twice',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """You answer questions about berths, tariffs and pilotage.
Quote the paragraph of the port regulation that each sentence of the answer rests on, and say so where it is silent.
Never give the name of a ship's owner to anyone who is not the owner.
Amounts are in euro unless the question asks for another currency.
Quote the paragraph of the port regulation that each sentence of the answer rests on, and say so where it is silent.
Answer in the language of the question.
"""


def answer(client: OpenAI, question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=300,
        messages=[{"role": "system", "content": RULES}, {"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 3,
        message:
          'One sentence is said more than once: “Quote the paragraph of the port regulation that each sent…”. Each call pays $0.00006 for the 24 tokens of saying it again. Say it once.',
        fixed: `from openai import OpenAI

RULES = """You answer questions about berths, tariffs and pilotage.
Quote the paragraph of the port regulation that each sentence of the answer rests on, and say so where it is silent.
Never give the name of a ship's owner to anyone who is not the owner.
Amounts are in euro unless the question asks for another currency.
Answer in the language of the question.
"""


def answer(client: OpenAI, question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=300,
        messages=[{"role": "system", "content": RULES}, {"role": "user", "content": question}],
    )
`,
      },
    ],
  },
  {
    name: 'TypeScript: two sentences within one line',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'

const system =
  'You answer questions about berths. Quote the paragraph of the port regulation that the answer rests on. Answer in the language of the question and in no more than three sentences. Quote the paragraph of the port regulation that the answer rests on. Answer in the language of the question and in no more than three sentences.'

export const answer = (client: Anthropic, question: string) =>
  client.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 300,
    system,
    messages: [{ role: 'user', content: question }],
  })
`,
    finds: [
      {
        line: 4,
        message:
          '2 sentences are said more than once: “Quote the paragraph of the port regulation that the answe…”. Each call pays $0.000096–0.00011 for the 33 tokens of saying it again. Say it once.',
        fixed: `import Anthropic from '@anthropic-ai/sdk'

const system =
  'You answer questions about berths. Quote the paragraph of the port regulation that the answer rests on. Answer in the language of the question and in no more than three sentences.'

export const answer = (client: Anthropic, question: string) =>
  client.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 300,
    system,
    messages: [{ role: 'user', content: question }],
  })
`,
      },
    ],
  },
  {
    name: 'a text in pieces, one to a line: the whole piece goes',
    lang: 'python',
    code: `from openai import OpenAI

RULES = (
    "You answer questions about berths. "
    "Quote the paragraph of the port regulation that each sentence of the answer rests on. "
    "Amounts are in euro. "
    "Quote the paragraph of the port regulation that each sentence of the answer rests on. "
    "Answer in the language of the question. "
    "Quote the paragraph of the port regulation that each sentence of the answer rests on."
)


def answer(client: OpenAI, question: str):
    return client.responses.create(model="gpt-4o", max_output_tokens=300, instructions=RULES, input=question)
`,
    finds: [
      {
        line: 4,
        message:
          '2 sentences are said more than once: “Quote the paragraph of the port regulation that each sent…”. Each call pays $0.00008 for the 32 tokens of saying it again. Say it once.',
        fixed: `from openai import OpenAI

RULES = (
    "You answer questions about berths. "
    "Quote the paragraph of the port regulation that each sentence of the answer rests on. "
    "Amounts are in euro. "
    "Answer in the language of the question."
)


def answer(client: OpenAI, question: str):
    return client.responses.create(model="gpt-4o", max_output_tokens=300, instructions=RULES, input=question)
`,
      },
    ],
  },
  {
    name: 'each is said once',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """You answer questions about berths, tariffs and pilotage.
Quote the paragraph of the port regulation that each sentence of the answer rests on, and say so where it is silent.
Answer in the language of the question.
"""


def answer(client: OpenAI, question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=300,
        messages=[{"role": "system", "content": RULES}, {"role": "user", "content": question}],
    )
`,
    finds: [],
  },
  {
    name: 'what examples have in common is part of them',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const system = \`Say whether the notice closes a berth to all ships or to some, and until when it does.

Examples:
Notice: Berth 4 is closed to all ships longer than eighty metres until the end of the month.
Answer: Berth 4, some ships
Notice: Berth 4 is closed to all ships longer than eighty metres until the end of the month.
Answer: Berth 4, until the end of the month
Notice: Berth 4 is closed to all ships longer than eighty metres until the end of the month.
Answer: none\`

export const read = (client: OpenAI, notice: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 40,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: notice },
    ],
  })
`,
    finds: [],
  },
]
