import type { RuleExample } from '../../../core/rule.ts'

const withReturns = (code: string) => code.replaceAll('\n', '\r\n')

/** What says nothing to the model, and more examples than it needs. */
export const wordyPromptDead: readonly RuleExample[] = [
  {
    name: 'a part of the prompt that was commented out',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """You answer questions about berths, tariffs and pilotage.
<!-- Until the tariff of 2024 is out: answer in euro and in kroner, and say which of the two the shipowner has to pay. -->
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
          'A comment is sent with the prompt: “<!-- Until the tariff of 2024 is out: answer in euro and…”. Each call pays $0.000077–0.000083 for 32 tokens that say nothing. Take it out.',
        fixed: `from openai import OpenAI

RULES = """You answer questions about berths, tariffs and pilotage.

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
    name: 'a file that ends its lines as Windows does',
    lang: 'python',
    code: withReturns(`from openai import OpenAI

RULES = """You answer questions about berths, tariffs and pilotage.
<!-- Until the tariff of 2024 is out: answer in euro and in kroner, and say which of the two the shipowner has to pay. -->
Answer in the language of the question.
"""


def answer(client: OpenAI, question: str):
    return client.responses.create(model="gpt-4o", max_output_tokens=300, instructions=RULES, input=question)
`),
    finds: [
      {
        line: 3,
        message:
          'A comment is sent with the prompt: “<!-- Until the tariff of 2024 is out: answer in euro and…”. Each call pays $0.000077–0.000083 for 32 tokens that say nothing. Take it out.',
        fixed: withReturns(`from openai import OpenAI

RULES = """You answer questions about berths, tariffs and pilotage.

Answer in the language of the question.
"""


def answer(client: OpenAI, question: str):
    return client.responses.create(model="gpt-4o", max_output_tokens=300, instructions=RULES, input=question)
`),
      },
    ],
  },
  {
    name: 'bytes as text',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """What is on this picture? aG90Zm9yaG91Zm9yaG92Zm9yaG93Zm9yaG94Zm9yaG95Zm9yaG96Zm9yaG97Zm9yaG98Zm9yaG99Zm9yaG910Zm9yaG911Zm9yaG912Zm9yaG913Zm9yaG914Zm9yaG915Zm9yaG916Zm9yaG917Zm9yaG918Zm9yaG919Zm9yaG920Zm9yaG921Zm9yaG922Zm9yaG923Zm9yaG924Zm9yaG925Zm9yaG926Zm9yaG927Zm9yaG928Zm9yaG929Zm9yaG930Zm9yaG931Zm9yaG932Zm9yaG933Zm9yaG934Zm9yaG935Zm9yaG936Zm9yaG937Zm9yaG938Zm9yaG939Zm9yaG940Zm9yaG941Zm9yaG942Zm9yaG943Zm9yaG944Zm9yaG945Zm9yaG946Zm9yaG947Zm9yaG948Zm9yaG949Zm9yaG950Zm9yaG951Zm9yaG952Zm9yaG953Zm9yaG954Zm9yaG955Zm9yaG956Zm9yaG957Zm9yaG958Zm9yaG959Zm9y"""


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
          'Encoded bytes are sent as text, which a model does not read: “aG90Zm9yaG91Zm9yaG92Zm9yaG93Zm9yaG94Zm9yaG95Zm9yaG96Zm9ya…”. Each call pays $0.00075 for 300 tokens that say nothing. Take it out.',
        fixed: `from openai import OpenAI

RULES = """What is on this picture? """


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
    name: 'nobody put the question in',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """You answer questions about berths.
[INSERT THE TARIFF HERE]
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
          'A placeholder of the prompt was never filled: “[INSERT THE TARIFF HERE]”. Each call pays $0.00002 for 8 tokens that say nothing. Take it out.',
      },
    ],
  },
  {
    name: 'blank lines',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """You answer questions about berths.
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
   
Answer in the language of the question."""


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
          'Blank lines and spaces at the ends of lines are sent. Each call pays $0.0001 for 40 tokens that say nothing. Take them out.',
        fixed: `from openai import OpenAI

RULES = """You answer questions about berths.

Answer in the language of the question."""


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
    name: 'TypeScript: a comment',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const rules = \`You answer questions about berths, tariffs and pilotage.
<!-- Until the tariff of 2024 is out: answer in euro and in kroner, and say which of the two the shipowner has to pay. -->
Answer in the language of the question.\`

export const answer = (client: OpenAI, question: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 300,
    messages: [{ role: 'system', content: rules }, { role: 'user', content: question }],
  })
`,
    finds: [
      {
        line: 3,
        message:
          'A comment is sent with the prompt: “<!-- Until the tariff of 2024 is out: answer in euro and…”. Each call pays $0.000077–0.000083 for 32 tokens that say nothing. Take it out.',
        fixed: `import OpenAI from 'openai'

const rules = \`You answer questions about berths, tariffs and pilotage.

Answer in the language of the question.\`

export const answer = (client: OpenAI, question: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 300,
    messages: [{ role: 'system', content: rules }, { role: 'user', content: question }],
  })
`,
      },
    ],
  },
  {
    name: 'ten examples, where a few show as much',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """Say what a notice of the port is about.

Q: The pilot boards at six.
A: pilotage
Q: Berth nine is closed until Friday.
A: berths
Q: Dues rise by two percent.
A: tariffs
Q: The tug Hansa is in dock.
A: tugs
Q: A new fee for waste is charged.
A: tariffs
Q: Fog: no pilots before noon.
A: pilotage
Q: The crane of berth two is repaired.
A: berths
Q: Two tugs are needed from nine metres.
A: tugs
Q: The quay is swept on Monday.
A: berths
Q: Pilots are paid by the hour.
A: pilotage
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
          '10 examples are 144 of the 154 tokens that are written here: $0.00036 a call, $0.000185 of it for those after the first 5. Keep the few that differ most, or tune a model if they are all needed.',
      },
    ],
  },
  {
    name: 'a placeholder that the answer is to have',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """Write a letter to the shipowner. Where the name goes, write [INSERT NAME HERE]: it is filled in later.
Dear [INSERT NAME HERE],
"""


def letter(client: OpenAI, matter: str):
    return client.responses.create(model="gpt-4o", max_output_tokens=300, instructions=RULES, input=matter)
`,
    finds: [],
  },
  {
    name: 'a few examples, a comment in a page that is talked about, and one blank line',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """Mend this page, and keep its comments:

<html><!-- The berths of the port, by the number that the harbour master has given each of them in the year of its building. --></html>

Q: A tug is late. A: tugs
Q: Fog. A: pilotage
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
]
